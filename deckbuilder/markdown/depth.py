"""Marks within marks, down to a depth that nobody needs: `*****…가…*****` is nested for each mark.

markdown-it limits how deep links and blocks go, but pairs the marks of emphasis however many there
are; its tree, and what walks it, go down a call for each.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

DEEPEST = 20  # as deep as CommonMark's other constructs go in markdown-it


def shallow(state: StateInline) -> None:
    """Leave away the marks that lie deeper than `DEEPEST`; what they mark stays."""
    kept, depth = [], 0
    for token in state.tokens:
        depth += token.nesting == 1
        if depth <= DEEPEST or token.nesting == 0:
            kept.append(token)
        depth -= token.nesting == -1
    state.tokens[:] = kept


def plugin(md: MarkdownIt) -> None:
    """Put the rule behind those that pair the marks."""
    md.inline.ruler2.push("depth", shallow)
