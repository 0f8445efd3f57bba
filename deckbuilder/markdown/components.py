"""MDX: imports, exports, components and values among the Markdown.

It takes:

    import Tabs from '@theme/Tabs';       export const 수 = 3;
    <Tabs>  <TabItem value="a" label="제목">  <Image src="가.png" />
    {frontMatter.title}
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from deckbuilder.markdown import boxes, lines, spoken
from deckbuilder.regular import expression

IMPORT = expression(r"import\s+(?:[\w$*{}\s,]+?\s+from\s+)?[\"'][^\"'\n]+[\"'];?$")
IMPORTS = expression(r"import\s+(?:[\w$]+\s*,\s*)?\{[\w$\s,]*$")
FROM = expression(r"\}\s*from\s+[\"'][^\"']+[\"'];?$")
EXPORT = expression(r"export\s+(?:const|let|var|function|async\s+function|default)\b\s*[\w$({\[]")
_BRACES = r"\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*+\})*+\})*+\}"
TAG = expression(
    rf"<(?P<closes>/?)(?P<name>[A-Z][\w.]*|(?=>))(?P<more>(?:[^<>{{}}\"']|\"[^\"]*+\"|'[^']*+'|{_BRACES})*+)>"
)
LABEL = expression(r"\b(?:label|title|summary|name)=\{?[\"'](?P<title>[^\"']*)[\"']\}?")
PICTURES = frozenset({"Image", "ThemedImage"})
SOURCE = expression(r"\bsrc=\{?[\"'](?P<src>[^\"']+)[\"']\}?")
SET = expression(r"\w=[\"'{]")
# So many characters are looked at for the end of a tag; no import is longer.
LONGEST = 1000
# So many lines for the end of an import.
MOST_LINES = 40
VALUE = expression(r"(?<![$#{\w])\{(?:[A-Za-z]\w+)(?:\.[A-Za-z]\w+)+\}(?!\})")


def code(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out imports, and exports up to the next blank line."""
    text = lines.line(state, start)
    begins = text.startswith(("import", "export")) and len(text) <= LONGEST
    if not begins or state.is_code_block(start):
        return False
    last: int | None = start + 1 if IMPORT.match(text) else None
    if EXPORT.match(text):
        last = next((at for at in range(start, end) if state.isEmpty(at)), end)
    elif IMPORTS.match(text):
        near = range(start, min(end, start + MOST_LINES))
        last = next((at + 1 for at in near if FROM.search(lines.line(state, at))), None)
    if last is None:
        return False
    if not silent:
        lines.leave_out(state, start, last)
    return True


def tags(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read lines of nothing but components: those with a title begin and end boxes."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<", at) or state.is_code_block(start):
        return False
    found: list[re.Match[str]] = []
    last = start
    while True:
        tag = TAG.match(state.src, at, at + LONGEST)
        if not tag or not _is_component(tag, state.src) or tag["name"] in PICTURES:
            return False
        found.append(tag)
        at = tag.end()
        while last + 1 < end and state.eMarks[last] < at:
            last += 1
        rest = state.src[at : state.eMarks[last]]
        at += len(rest) - len(rest.lstrip())
        if not rest.strip():
            break
    if not silent:
        boxes.put(state, start, last + 1, [part for tag in found if (part := _part(tag))])
    return True


def _is_component(tag: re.Match[str], note: str) -> bool:
    """Whether a tag is closed, as those of components are; `List<String>` speaks of a type."""
    name, more = tag["name"], tag["more"]
    if name.lower() in spoken.KNOWN:
        return False
    closed = bool(tag["closes"]) or more.rstrip().endswith("/") or bool(SET.search(more))
    return closed or name.lower() in spoken.closed(note)


def _part(tag: re.Match[str]) -> boxes.Opening | boxes.Closing | None:
    family = f"<{tag['name']}"
    if tag["closes"]:
        return boxes.Closing(family)
    title = LABEL.search(tag["more"])
    if tag["more"].rstrip().endswith("/") or not title:
        return None
    return boxes.Opening(family, title["title"].strip())


def inline(state: StateInline, silent: bool) -> bool:
    """Pass over a value and over a component within a line; show the picture that it shows."""
    mark = state.src[state.pos]
    if mark == "{":
        value = VALUE.match(state.src, state.pos, state.posMax)
        if not value or spoken.SAYS.match(state.src, value.end()):
            return False
        state.pos = value.end()
        return True
    tag = (
        TAG.match(state.src, state.pos, min(state.posMax, state.pos + LONGEST))
        if mark == "<"
        else None
    )
    if not tag or not _is_component(tag, state.src) or spoken.SAYS.match(state.src, tag.end()):
        return False
    source = SOURCE.search(tag["more"]) if tag["name"] in PICTURES else None
    if source and not silent:
        token = state.push("embed", "", 0)
        token.content, token.meta = "", {"page": source["src"]}
    state.pos = tag.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read those within a line before HTML; `beginnings` reads whole lines."""
    md.inline.ruler.before("escape", "component", inline)
