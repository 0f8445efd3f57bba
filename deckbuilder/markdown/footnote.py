"""Footnotes: `[^1]` in the text, `[^1]: …` for what it says.

`[^abc]: …` also tells of a regular expression: a label that is no number is a footnote's only where
the note refers to it.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

DEFINITION = re.compile(r"\[\^([^\]\s]+)\]:")


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The plugin's own rule, for labels that are referred to."""
    found = DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start])
    if not found or not (found[1].isdigit() or _is_referred_to(state.src, found[1])):
        return False
    return footnote_def(state, start, end, silent)


def _is_referred_to(source: str, label: str) -> bool:
    return bool(re.search(rf"{re.escape(f'[^{label}]')}(?!:)", source))


def plugin(md: MarkdownIt) -> None:
    """Read footnotes, but those of `^[…]`; the definitions stay where they are."""
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.block.ruler.at("footnote_def", definition, {"alt": ["paragraph", "reference"]})
