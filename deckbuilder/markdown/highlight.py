"""`==강조==`, as Obsidian and many others write a highlight."""

from __future__ import annotations

from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

from deckbuilder.regular import expression

# "==와 ===" are two operators.
HIGHLIGHT = expression(r"==(?![\s=])(.+?)(?<![\s=])==(?!=)")
CLOSING = expression(r"(?<![\s=])==(?!=)")


@lru_cache(maxsize=16)  # else each one that nothing closes is looked for to the end
def _last_closing(text: str, end: int) -> int:
    return max((hit.start() for hit in CLOSING.finditer(text, 0, end)), default=-1)


def tokenize(state: StateInline, silent: bool) -> bool:
    """Make `mark_open` … `mark_close` around the inline content."""
    if _last_closing(state.src, state.posMax) <= state.pos:
        return False
    found = HIGHLIGHT.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        end = state.posMax
        state.push("mark_open", "mark", 1)
        state.pos, state.posMax = found.start(1), found.end(1)
        state.md.inline.tokenize(state)
        state.push("mark_close", "mark", -1)
        state.posMax = end
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read highlights before emphasis."""
    md.inline.ruler.before("emphasis", "highlight", tokenize)
