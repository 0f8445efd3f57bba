"""Lines that are directions to a site's generator, and no text.

It takes:

    ::: tip 정사각형 (Square)       of VitePress, Docusaurus, Pandoc: a box with a title
    네 변의 길이가 같다.
    :::

    {: .no_toc }                    of kramdown: attributes of the block before it
    [정의](#정의){: .btn }            and of what stands in front of them on a line
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

OPENING = re.compile(
    r":{3,}\s*\{?\s*\.?[A-Za-z][\w-]*\}?\s*(?:\[(?P<in>[^\]]*)\]|(?P<title>[^\s\[].*))?$"
)
CLOSING = re.compile(r":{3,}$")
ATTRIBUTES = re.compile(r"\{:[^{}]*\}$")
_VALUE = r"(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s\"'{}]+)"
_ONE = rf"(?:[.#][\w-]+|[\w-]+={_VALUE})"
# Behind all else, as at the end of a heading, it needs no colon: "정의 {#def}".
INLINE = re.compile(
    rf"\{{:\s?{_ONE}(?:\s{_ONE})*\s?\}}|\{{[.#][\w-]+(?:\s{_ONE})*\s?\}}(?=\s*\Z)"
    # Behind a picture Pandoc has a size: "![](a.png){width=50%}".
    rf"|(?<=\))\{{\s?(?:width|height)={_VALUE}(?:\s{_ONE})*\s?\}}"
)


def tokenize(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Make a `box` token with its title, a `box_end`, or `attributes` of such a line."""
    del end
    line = state.getLines(start, start + 1, 0, keepLastLF=False).strip()
    if line[:1] not in (":", "{") or state.is_code_block(start):
        return False
    opening = OPENING.match(line)
    if not (opening or CLOSING.match(line) or ATTRIBUTES.match(line)):
        return False
    if silent:
        return True
    state.line = start + 1
    if opening:
        state.push("box_open", "", 1).map = [start, state.line]
        title = state.push("inline", "", 0)
        title.content = (opening["in"] or opening["title"] or "").strip()
        title.map, title.children = [start, state.line], []
        state.push("box_close", "", -1)
    else:
        token = state.push("box_end" if line[0] == ":" else "attributes", "", 0)
        token.map = [start, state.line]
    return True


def skip_attributes(state: StateInline, silent: bool) -> bool:
    """Pass over attributes within a line."""
    del silent
    found = INLINE.match(state.src, state.pos, state.posMax)
    if found:
        state.pos = found.end()
    return found is not None


def plugin(md: MarkdownIt) -> None:
    """Read them before paragraphs, which end there."""
    md.inline.ruler.before("escape", "attributes", skip_attributes)
    ends = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("hr", "directive", tokenize, {"alt": ends})
