"""What the cards of a unit ask and answer: the fields of its notes."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.cards import comparisons, definitions, enumerations, questions
from deckbuilder.cards.enumerations import blanked
from deckbuilder.cards.page import Page
from deckbuilder.model import Comparison, Definition, Draft, Enumeration, Question, Unit

__all__ = ["Page", "blanked", "drafts"]


def drafts(unit: Unit, page: Page) -> Iterator[Draft]:
    """The notes that ask for a unit.

    Args:
        unit: what a student should learn.
        page: the note around it.

    Yields:
        a note of the unit's own kind, and for a long list one more, whose parts are its items; it
        takes as many notes as the items need.
    """
    match unit:
        case Definition():
            yield from definitions.drafts(unit, page)
        case Enumeration():
            yield from enumerations.drafts(unit, page)
        case Comparison():
            yield from comparisons.drafts(unit, page)
        case Question():
            yield from questions.drafts(unit, page)
        case _:
            raise TypeError(f"no note type for {unit!r}")
