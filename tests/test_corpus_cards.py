"""The cards of many real notes, and of the decks in dist/, one by one in Anki."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from deckbuilder import api
from tests.support.asked import name
from tests.support.claims import claims, false
from tests.support.collection import Card, Stored, letters, notes_in, shown
from tests.support.command import ROOT
from tests.support.corpus import Part

COMMITTED = sorted((ROOT / "dist").glob("*.apkg"))
PLACE = re.compile(r"<header.*?</header>", re.S)
ASK = re.compile(r'<div class="ask">.*?</div>', re.S)  # 인가 is not in "… 설명인가요?"
SEEN = re.compile(r"<(?:img|video|audio|source)\b|\[anki:play:")

Every = list[tuple[Stored, Card]]


class Decks(NamedTuple):
    """Decks in Anki, and how a deck of the corpus was made."""

    notes: list[Stored]
    build: api.Build | None = None


@pytest.fixture(
    scope="module",
    params=[*(pytest.param(name, marks=pytest.mark.corpus) for name in ("dev", "shut")), "dist"],
)
def decks(request: pytest.FixtureRequest, corpus: Callable[[str], Part]) -> Decks:
    """A deck of all notes of the corpus, or the decks in dist/."""
    if request.param == "dist":
        return Decks(notes_in(*COMMITTED))
    part = corpus(request.param)
    return Decks(notes_in(part.project.deck_file), part.build)


@pytest.fixture(scope="module")
def every(decks: Decks) -> Every:
    """Each card with its note."""
    return [(note, card) for note in decks.notes for card in note.cards]


def test_each_card_has_a_front_and_a_back(every: Every) -> None:
    assert every
    empty = [
        (note.name, name(note, card))
        for note, card in every
        for side in (PLACE.sub("", card.front), card.answer)
        if not shown(side) and not SEEN.search(side)
    ]
    assert empty == []


def test_no_front_that_asks_for_a_name_gives_it_away(every: Every) -> None:
    told = [
        (note.name, answer, shown(card.asked))
        for note, card in every
        for answer in _names(note, card)
        if answer and answer in letters(ASK.sub("", card.asked))
    ]
    assert told == []


def _names(note: Stored, card: Card) -> Iterator[str]:
    """What a card that asks back asks for, in letters: the name, and the others of a term."""
    if name(note, card).split()[0] in ("reverse", "contrast"):
        yield letters(card.answer.partition('<div class="aliases">')[0])
        for hit in re.findall(r'<div class="aliases">(.*?)</div>', card.back):
            yield from map(letters, hit.split(","))


def test_every_card_asks_something_of_its_own(every: Every) -> None:
    """Cards of one place with one question differ in what they show."""
    seen = [(note.card.deck, shown(card.front)) for note, card in every]
    assert len(set(seen)) == len(seen), [front for front in seen if seen.count(front) > 1]


def test_every_line_that_is_said_to_be_on_a_card_is_on_one(decks: Decks) -> None:
    """Those of this repository's notes are in `test_claims`."""
    if decks.build is not None:
        found = list(claims(decks.build.readings, decks.build.notes, decks.notes))
        assert found
        assert false(found) == []
