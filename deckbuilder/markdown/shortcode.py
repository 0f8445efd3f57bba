"""GitHub's `:book:`: decoration without meaning, left out of the text."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

from deckbuilder.patterns import re

SHORTCODE = re.compile(r":[a-z+-][a-z0-9_+-]+:(?![\w:/])")
BEFORE = re.compile(r"[\w:/]")


def tokenize(state: StateInline, silent: bool) -> bool:
    """Make an empty `shortcode` token that keeps the code's name."""
    if state.src[state.pos] != ":" or (state.pos and BEFORE.match(state.src[state.pos - 1])):
        return False
    found = SHORTCODE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        state.push("shortcode", "", 0).markup = found[0]
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read shortcodes before links."""
    md.inline.ruler.before("link", "shortcode", tokenize)
