"""What kramdown and Pandoc say of a block or a word in braces, and lines that stand for contents.

It takes:

    {: .no_toc }                    attributes of the block before it
    [정의](#정의){: .btn }            and of what stands in front of them on a line

    * TOC                           the place of the contents
    {:toc}
    [TOC]                           the same elsewhere
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from deckbuilder.markdown import lines
from deckbuilder.regular import any_of, expression

ATTRIBUTES = expression(r"\{:[^{}]*\}$")
ITEM = expression(r"(?:[-*+]|[0-9]{1,3}[.)])\s")
CONTENTS = any_of(
    {
        "[[_TOC_]]": r"\[\[?_?toc_?\]?\]$",
        "@[toc](차례)": r"@\[toc\].*$",
        "${toc}": r"\$?\{toc\}$",
        "{{ toc }}": r"\{\{\s*toc\s*\}\}$",
    },
    re.I,
)
_VALUE = r"(?:\"[^\"{}]*\"|'[^'{}]*'|[^\s\"'{}]+)"
_ONE = rf"(?:[.#][\w-]+|[\w-]+={_VALUE})"
# Behind all else, as in a heading, it needs no colon. Behind a picture Pandoc has a size.
INLINE = any_of(
    {
        "{: .btn }": rf"\{{:\s?{_ONE}(?:\s{_ONE})*\s?\}}",
        "{#def}": rf"\{{[.#][\w-]+(?:\s{_ONE})*\s?\}}(?=\s*\Z)",
        "![](물.png){width=50%}": rf"(?<=\))\{{\s?(?:width|height)={_VALUE}(?:\s{_ONE})*\s?\}}",
    }
)


def tokenize(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave out a line of attributes, and the place of the contents."""
    text = lines.line(state, start)
    if state.is_code_block(start):
        return False
    last = start + 1
    if ITEM.match(text):
        if last >= end or not _is_toc(lines.line(state, last)):
            return False
        last += 1
    elif not (ATTRIBUTES.match(text) or CONTENTS.match(text)):
        return False
    if not silent:
        lines.leave_out(state, start, last)
    return True


def _is_toc(text: str) -> bool:
    return bool(ATTRIBUTES.match(text)) and "toc" in text[2:-1].split()


def skip_attributes(state: StateInline, silent: bool) -> bool:
    """Pass over attributes within a line."""
    del silent
    found = INLINE.match(state.src, state.pos, state.posMax)
    if found:
        state.pos = found.end()
    return found is not None


def plugin(md: MarkdownIt) -> None:
    """Skip those within a line; `beginnings` reads whole lines."""
    md.inline.ruler.before("escape", "attributes", skip_attributes)
