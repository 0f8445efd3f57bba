"""What Obsidian, Logseq and Notion keep of a note in its text, for themselves.

It takes:

    두 값이 같은 상태 ^a1b2c3             the address of a block
    정수 변수이다. #os #운영체제/잠금 #[[잠금 장치]]   tags, which the cards have, too
    [난이도:: 상]   status:: done         fields; `= this.file.name` asks for one
    <aside> … </aside>                    Notion's callouts: what stands within is Markdown
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from deckbuilder.markdown import lines
from deckbuilder.regular import any_of, expression, nameless

BLOCK_ID = expression(r"(?:(?<=[ \t\n])|(?<!.))\^(?!\d+\b)[A-Za-z0-9-]{3,}[ \t]*$", re.M)
FIELD = expression(r"\[(?!\[)[^\[\]:\n`]{1,40}::[ \t]+[^\[\]\n]*\](?!\()")
# Obsidian shows none but the value of these; what stands in front of the colons has been read.
KEY, ROUND = expression(r"[ \t]?\([a-z][\w-]{0,40}$"), expression(r"::[ \t]+[^()\n]*\)")
LONGEST_KEY = 44
ROW = expression(r"[a-z][\w-]{0,40}::(?:[ \t].*)?$")
ASKED = expression(r"`\$?= ?[^`\n]+`")
ASIDE = expression(r"</?aside>$", re.I)
ICON = expression(
    r"(?:<img src=\"https://www\.notion\.so/icons/[^<>]*>"
    r"|[\u2600-\u27bf\U0001f000-\U0001faff][\ufe0f\u200d\U0001f000-\U0001faff]*) ?"
)

# A name has a letter, so "#1" is none; nor are colours and what C's preprocessor is told.
_NAME = r"(?=[\d_-]*+[^\W\d_])[\w-]++(?:/[\w-]++)*+"
TAG = expression(
    rf"#(?:\[\[(?P<page>[^\[\]\n]+)\]\]|(?P<name>{_NAME})(?![\w/#(){{}}\[\]<>=;.*+:-]))"
)
_TAG = nameless(TAG.pattern)
TAGS = expression(rf"{_TAG}(?:[ \t,]++{_TAG})*+")
LINE_END = expression(r"[ \t]*(?:\n|\Z)")
# What is none behind "#": "#으로 시작하는 줄", a number, a colour.
NO_TAG = any_of(
    {
        "으로": r"(?:[은는이가을를의에로과와도만란나]|으로|에서|에는|이나|라고|이라|부터|까지)$",
        "2번": r"\d+[가-힣]{1,2}$",
        "fff": r"[0-9A-Fa-f]{3,4}$",
        "00ff00": r"[0-9A-Fa-f]{6}$",
        "00ff0080": r"[0-9A-Fa-f]{8}$",
    }
)
COMMANDS = frozenset(
    "include define undef if ifdef ifndef elif else endif error warning pragma line region".split()
)
HANGUL = expression(r"[가-힣]")


def row(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out a line that is a field, or a mark of Notion's callouts."""
    text = lines.line(state, start)
    if state.is_code_block(start) or not (ROW.match(text) or ASIDE.match(text)):
        return False
    if silent:
        return True
    lines.leave_out(state, start, start + 1)
    icon = (
        ICON.match(lines.line(state, start + 1)) if text == "<aside>" and start + 1 < end else None
    )
    if icon:
        state.bMarks[start + 1] += state.tShift[start + 1] + icon.end()
        state.tShift[start + 1] = 0
    return True


def skip(state: StateInline, silent: bool) -> bool:
    """Pass over the address of a block, over a field, and over what asks for one."""
    del silent
    form = {"^": BLOCK_ID, "[": FIELD, "`": ASKED}.get(state.src[state.pos])
    found = form.match(state.src, state.pos, state.posMax) if form else None
    if found:
        state.pos = found.end()
    return found is not None


def skip_round(state: StateInline, silent: bool) -> bool:
    """Pass over a field in round brackets."""
    found = ROUND.match(state.src, state.pos, state.posMax)
    key = KEY.search(state.pending[-LONGEST_KEY:]) if found else None
    if not found or not key:
        return False
    if not silent:
        state.pending = state.pending[: len(state.pending) - len(key[0])]
    state.pos = found.end()
    return True


def tag(state: StateInline, silent: bool) -> bool:
    """Make a `tag` of each at the end of a line; one within a sentence is also a word of it."""
    at = state.pos
    if state.src[at] != "#" or state.src[max(0, at - 1) : at].strip():
        return False
    found = TAGS.match(state.src, at, state.posMax)
    if not found:
        return False
    names = [hit["name"] or hit["page"] for hit in TAG.finditer(found[0])]
    last = bool(LINE_END.match(state.src, found.end(), state.posMax))
    none = any(NO_TAG.match(name) or name in COMMANDS for name in names)
    if none or not (last or any(map(HANGUL.search, names))):  # all of them are words of the text
        state.pending += "" if silent else found[0]
    elif not silent:
        for name in names:
            token = state.push("tag", "", 0)
            token.content, token.meta = "" if last else name, {"name": name}
            if not last and name != names[-1]:
                state.push("text", "", 0).content = " "
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read them before code and links; `beginnings` reads whole lines."""
    md.inline.ruler.before("escape", "vault", skip)
    md.inline.ruler.before("escape", "field", skip_round)
    md.inline.ruler.before("escape", "tag", tag)
