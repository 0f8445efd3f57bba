"""GitHub's `:book:`: decoration, left out of the text; an arrow within a line is one."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

from deckbuilder.regular import expression

SHORTCODE = expression(r":[a-z+-][a-z0-9_+-]+:(?![\w:/])")
BEFORE = expression(r"[\w:/]")
ARROWS = {":arrow_right:": "→", ":arrow_left:": "←", ":left_right_arrow:": "↔"}


def tokenize(state: StateInline, silent: bool) -> bool:
    """Make an empty `shortcode` token that keeps the code's name, or text of an arrow."""
    if state.src[state.pos] != ":" or (state.pos and BEFORE.match(state.src[state.pos - 1])):
        return False
    found = SHORTCODE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    within = state.src[: state.pos].rpartition("\n")[2].strip()
    if found[0] in ARROWS and within:
        state.pending += "" if silent else ARROWS[found[0]]
    elif not silent:
        state.push("shortcode", "", 0).markup = found[0]
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read shortcodes before links."""
    md.inline.ruler.before("link", "shortcode", tokenize)
