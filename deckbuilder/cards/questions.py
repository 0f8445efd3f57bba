"""A question that the note asks itself."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.cards.page import Page
from deckbuilder.korean import questions
from deckbuilder.model import Draft, Question


def drafts(unit: Question, page: Page) -> Iterator[Draft]:
    """The note of a question."""
    yield Draft(
        "question",
        {
            **page.common(),
            "질문": page.name(questions.by_itself(unit.front)),
            "답": page.answer(unit.body),
        },
    )
