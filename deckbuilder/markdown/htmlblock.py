"""HTML blocks end where a heading begins.

CommonMark lets them go on to the next blank line, and takes what stands between for text:

    <center><img src="a.png"></center>
    ### 접두사
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block

# These go on to their own end, whatever stands in them.
VERBATIM = re.compile(r"<(?:script|pre|style|textarea|!|\?)", re.I)
HEADING = re.compile(r"#{1,6}\s+\S")


def tokenize(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Make an HTML block as CommonMark does, and give back its lines from a heading on."""
    if not html_block(state, start, end, silent):
        return False
    if silent or VERBATIM.match(_line(state, start)):
        return True
    heading = (at for at in range(start + 1, state.line) if HEADING.match(_line(state, at)))
    state.line = next(heading, state.line)
    token = state.tokens[-1]
    token.map = [start, state.line]
    token.content = state.getLines(start, state.line, state.blkIndent, keepLastLF=True)
    return True


def _line(state: StateBlock, at: int) -> str:
    return state.getLines(at, at + 1, 0, keepLastLF=False).lstrip()


def plugin(md: MarkdownIt) -> None:
    """Put this rule in the place of CommonMark's."""
    md.block.ruler.at("html_block", tokenize, {"alt": ["paragraph", "reference", "blockquote"]})
