"""The pass that asks for notes whose term or answer was touched, or both."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from deckbuilder.identity import likeness
from deckbuilder.identity.likeness import letters
from deckbuilder.identity.near import Texts
from deckbuilder.identity.pairing import Open, Pair, may_be, nearness
from deckbuilder.identity.passes import TELLING
from deckbuilder.identity.telling import Told
from deckbuilder.model import Key, Record


class Near(NamedTuple):
    """How alike two notes have to be to be one."""

    answer: int
    """How alike their answers, …"""
    letters: int = 0
    """… and the least letters of the shorter one."""
    in_section: bool = False
    """Whether only within one section."""


# A note that goes in one release with another that comes is taken for it in 1 of 2,800 pairs.
# A name corrected, an answer reworded.
MISSPELT = Near(answer=60)
# Where the answer alone has to tell:
REWORDED = (
    # A renamed term whose answer was touched.
    Near(answer=70, letters=TELLING, in_section=True),
    # The same elsewhere.
    Near(answer=80, letters=12),
)
# As large a share of its words may have become others (one in seven is: 고급언어 for 어셈블리 in a
# definition of six words makes it that of a compiler) …
REPLACED = 0.15
# … and as much more alike are the two than either is to any other note: notes whose answers are
# built alike (a glossary of tenses) are no more one than their siblings are.
MARGIN = 10


def by_likeness(left: Open, told: Told) -> Iterator[Pair]:
    """Another term and another answer that are near to both.

    Only of what was there until now: what is near to a note that went long ago is more often its
    opposite or its sibling (동맥 and 정맥) than itself.
    """
    known = [record for record in left.records.values() if record.key.answer and not record.retired]
    for at, key, record in chain(_misspelt(left, known), _reworded(left, known, told)):
        if may_be(key, record):
            answer = likeness.answers(key.answer, record.key.answer)
            term = likeness.names(key.term, record.key.term)
            yield Pair(term + answer + nearness(key, record.key), at, record)


def _misspelt(left: Open, known: Iterable[Record]) -> Iterator[tuple[int, Key, Record]]:
    """Pairs of which the one term is a slip of the other."""
    named: dict[str, dict[str, list[Record]]] = defaultdict(lambda: defaultdict(list))
    for record in known:
        named[record.key.note_type][likeness.spelt(letters(record.key.term))].append(record)
    names = {note_type: Texts(found) for note_type, found in named.items()}
    for at, key in left.keys.items():
        others = names.get(key.note_type)
        for name in likeness.slips(letters(key.term), others) if others else ():
            for record in named[key.note_type][name]:
                near = _is_near(key, record.key, MISSPELT)
                if near and likeness.is_misspelt(key.term, record.key.term):
                    yield at, key, record


def _reworded(left: Open, known: Iterable[Record], told: Told) -> Iterator[tuple[int, Key, Record]]:
    """Pairs of which the answers alone say that the two are one."""
    least = min(near.answer for near in REWORDED)
    answers: dict[str, dict[str, Record]] = defaultdict(dict)
    for record in known:
        answers[record.key.note_type][letters(record.key.answer)] = record
    others = {note_type: Texts(found) for note_type, found in answers.items()}
    for at, key in left.keys.items():
        if not key.answer or key.note_type not in others:
            continue
        # What is left may be little: it is asked before all that was told.
        found = likeness.likest(letters(key.answer), others[key.note_type], least, MARGIN)
        same = answers[key.note_type][found] if found else None
        if (
            same
            and any(_is_near(key, same.key, near) for near in REWORDED)
            and likeness.replaced(key.answer, same.key.answer) <= REPLACED
            and told.apart(key, same.key, least, MARGIN)
        ):
            yield at, key, same


def _is_near(key: Key, other: Key, near: Near) -> bool:
    return (
        likeness.answers(key.answer, other.answer) >= near.answer
        and min(len(letters(key.answer)), len(letters(other.answer))) >= near.letters
        and (key.place == other.place or not near.in_section)
    )
