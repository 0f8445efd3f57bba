"""Our rules for whole lines, each asked about those that begin with a character of its own.

Nearly all lines begin with none of them, and are asked about in front of each paragraph and in it.
"""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_lowercase, digits

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from deckbuilder.markdown import boxes, comments, components, kramdown, lines, templates, vault

Rule = Callable[[StateBlock, int, int, bool], bool]

# In the order in which they are asked.
RULES: tuple[tuple[str, Rule], ...] = (
    (":", boxes.tokenize),
    ("%{<", comments.block),
    ("{", templates.block),
    ("ie", components.code),
    ("<", components.tags),
    (f"{{[@$-*+{digits}", kramdown.tokenize),
    (f"<{ascii_lowercase}", vault.row),
)
BEGINNINGS = {
    first: tuple(rule for begins, rule in RULES if first in begins)
    for first in {*"".join(begins for begins, _ in RULES)}
}


def tokenize(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a line by the first rule that takes it."""
    for rule in BEGINNINGS.get(lines.line(state, start)[:1], ()):
        if rule(state, start, end, silent):
            return True
    return False


def plugin(md: MarkdownIt) -> None:
    """Read them before lists and paragraphs, which end there."""
    md.block.ruler.before("hr", "beginning", tokenize, {"alt": lines.ENDS})
