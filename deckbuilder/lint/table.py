"""The lints, in the order in which they are listed."""

from __future__ import annotations

from deckbuilder.lint.cards import DEFINED_TWICE, LARGE_LIST, LONG_ANSWER, SAME_FRONT
from deckbuilder.lint.lint import Lint
from deckbuilder.lint.media import HEAVY_MEDIA, UNUSED_MEDIA
from deckbuilder.lint.names import COMPARED_UNDEFINED, UNDEFINED_ACRONYM
from deckbuilder.lint.placeholders import PLACEHOLDER
from deckbuilder.lint.sections import EMPTY_HEADING, SECTION_WITHOUT_CARDS
from deckbuilder.lint.spelling import MISSPELT
from deckbuilder.lint.terms import TERM_WITHOUT_CARD

# All lints.
LINTS: tuple[Lint, ...] = (
    PLACEHOLDER,
    EMPTY_HEADING,
    SECTION_WITHOUT_CARDS,
    TERM_WITHOUT_CARD,
    DEFINED_TWICE,
    SAME_FRONT,
    LONG_ANSWER,
    LARGE_LIST,
    UNDEFINED_ACRONYM,
    COMPARED_UNDEFINED,
    MISSPELT,
    HEAVY_MEDIA,
    UNUSED_MEDIA,
)
