"""The thresholds by which notes are known again, measured on notes that are different."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest

from deckbuilder import api, sources
from deckbuilder.identity import likeness
from deckbuilder.identity.matching import NEAR, SAME_MEANING, Near
from deckbuilder.identity.slots import SAME_NAME
from deckbuilder.model import CardSettings, Key
from deckbuilder.notes import notes
from tests.support.command import ROOT

DEV = sorted((ROOT.parent / "shared/corpus/dev").glob("*.md"))
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DEV, reason="no ../shared/corpus here"),
]
Pair = tuple[Key, Key]


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    """Each two notes of one note type and of one file."""
    found: list[Pair] = []
    for source in sources.find(DEV)[0]:
        document, _ = sources.read(source)
        assert document
        made = notes([api.read(document)], "덱", CardSettings(items=False))
        keys = [note.record.key for note in made]
        found += [(a, b) for a, b in combinations(keys, 2) if a.note_type == b.note_type]
    assert len(found) > 10_000
    return found


def share(pairs: list[Pair], alike: Callable[[Key, Key], bool]) -> float:
    return sum(alike(*pair) for pair in pairs) / len(pairs)


def test_answers_of_different_notes_seldom_pass_for_one_meaning(pairs: list[Pair]) -> None:
    passed = share(pairs, lambda a, b: likeness.answers(a.answer, b.answer) >= SAME_MEANING)
    assert passed < 1 / 16


@pytest.mark.parametrize(
    ("near", "most"), list(zip(NEAR, (1 / 900, 1 / 450, 1 / 3900), strict=True))
)
def test_different_notes_are_seldom_near(pairs: list[Pair], near: Near, most: float) -> None:
    def is_near(a: Key, b: Key) -> bool:
        return (
            likeness.answers(a.answer, b.answer) >= near.answer
            and likeness.names(a.term, b.term) >= near.term
            and min(len(likeness.letters(key.answer)) for key in (a, b)) >= near.letters
        )

    assert 0 < share(pairs, is_near) < most


def test_names_of_different_notes_are_seldom_as_like_as_a_corrected_one(pairs: list[Pair]) -> None:
    assert share(pairs, lambda a, b: likeness.names(a.term, b.term) >= SAME_NAME) < 1 / 50
