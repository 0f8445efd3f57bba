"""HTML as CommonMark reads it, but for three things.

The blanks in a tag are ASCII's, as HTML has it. The library takes all of Unicode's, which the value
of an attribute may hold, too, and tries each of the ways to part a long run of them.

A block ends where a heading begins. CommonMark lets it go on to the next blank line, and takes what
stands between for text:

    <center><img src="a.png"></center>
    ### 접두사

A tag that is spoken of is text (`spoken`): `List<String>`, "<main> 태그는 …".
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.common.html_re import HTML_OPEN_CLOSE_TAG_STR
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_block.html_block import HTML_SEQUENCES
from markdown_it.rules_inline import StateInline, html_inline

from deckbuilder.markdown import spoken
from deckbuilder.regular import expression

# These go on to their own end, whatever stands in them.
VERBATIM = expression(r"<(?:script|pre|style|textarea|!|\?)", re.I)
HEADING = expression(r"#{1,6}\s+\S")
OPENS = expression(r"</?[A-Za-z]")
TAG = expression(HTML_OPEN_CLOSE_TAG_STR.removeprefix("^"), re.ASCII)
# A block begins with one of so many things; the last, a whole tag, is looked for here.
*BEGINNINGS, _ = (begins for begins, _, _ in HTML_SEQUENCES)
# So many lines are looked at for the end of a tag that begins a line.
MOST_LINES = 10
WHOLE_LINE = expression(rf"{TAG.pattern}\s*$", re.ASCII)


def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Make an HTML block as CommonMark does, and give back its lines from a heading on."""
    if not state.src.startswith("<", state.bMarks[start] + state.tShift[start]):
        return False
    line = _line(state, start)
    if not _begins(line):
        return False
    if spoken.begins_text(line, _paragraph(state, start, end), state.src):
        return False
    if not html_block(state, start, end, silent):
        return False
    if silent or VERBATIM.match(line):
        return True
    heading = (at for at in range(start + 1, state.line) if HEADING.match(_line(state, at)))
    state.line = next(heading, state.line)
    token = state.tokens[-1]
    token.map = [start, state.line]
    token.content = state.getLines(start, state.line, state.blkIndent, keepLastLF=True)
    return True


def inline(state: StateInline, silent: bool) -> bool:
    """Read a tag, a comment or the like as CommonMark does."""
    if not OPENS.match(state.src, state.pos):
        return html_inline(state, silent)
    found = TAG.match(state.src, state.pos)
    if not found:
        return False
    if not spoken.is_word(found[0], state.src, found.end()):
        return html_inline(state, silent)
    if not silent:
        state.pending += found[0]
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Put these rules in the place of CommonMark's."""
    md.block.ruler.at("html_block", block, {"alt": ["paragraph", "reference", "blockquote"]})
    md.inline.ruler.at("html_inline", inline)


def _begins(line: str) -> bool:
    """Whether a block may begin with this line."""
    return any(begins.search(line) for begins in BEGINNINGS) or bool(WHOLE_LINE.match(line))


def _paragraph(state: StateBlock, start: int, end: int) -> str:
    end = min(end, start + MOST_LINES)
    last = next((at for at in range(start, end) if state.isEmpty(at)), end)
    return state.getLines(start, last, 0, keepLastLF=False)


def _line(state: StateBlock, at: int) -> str:
    return state.getLines(at, at + 1, 0, keepLastLF=False).lstrip()
