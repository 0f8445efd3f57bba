"""Which note of the last release each note of today is.

    pin -> key -> birth -> term -> moved -> content -> likeness

`PASSES` are asked in this order; each names pairs of a note of today and a record of the lock that
may be the same, and how good a pair is. The best pairs of a pass are made first, whatever the order
of the notes; nothing is paired twice; and what one pass has paired no later one sees. Pairs are of
one note type: Anki cannot turn a note of one type into another.

The figures were measured on pairs of different notes of one file, 22,824 in forty annotated notes;
`tests/test_likeness.py` measures them anew, and on notes that none was chosen by.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from deckbuilder.identity import likeness
from deckbuilder.identity.guids import born
from deckbuilder.identity.likeness import letters
from deckbuilder.identity.near import Texts
from deckbuilder.model import Key, Record

# The same term in another file is another meaning of the word where the answers have less in
# common than this: 97 in 100 pairs of different definitions of one file do, and all but one in a
# thousand of different files. In its own file a term is itself.
SAME_MEANING = 29
# An answer of fewer letters than this tells a term only in its own section ("80", "없음").
TELLING = 8
# One of as many is a definition; where two terms share it, they are two names of a thing, and no
# members of a class ("응용 계층의 규약").
DEFINING = 15


class Pair(NamedTuple):
    """A note of today (its position) that may be a record of the lock, and how likely it is."""

    score: float
    at: int
    record: Record


@dataclass(slots=True)
class Open:
    """What is not paired yet, and what is."""

    keys: dict[int, Key]
    records: dict[str, Record]
    projects: Sequence[str]
    pairs: dict[int, tuple[Key, Record]] = field(default_factory=dict)

    def together(self, trait: Callable[[Key], object]) -> Iterator[tuple[int, Key, Record]]:
        """Pairs of one note type that share a trait; a trait that is empty is none."""
        having = [(at, key, found) for at, key in self.keys.items() if (found := trait(key))]
        groups: dict[object, list[Record]] = defaultdict(list)
        for record in self.records.values() if having else ():
            groups[record.key.note_type, trait(record.key)].append(record)
        for at, key, found in having:
            for record in groups[key.note_type, found]:
                yield at, key, record

    def take(self, pairs: Iterable[Pair]) -> None:
        """Make pairs, the best first: those of notes that were there until now before others."""
        for pair in sorted(pairs, key=lambda p: (p.record.retired, -p.score, p.at, p.record.guid)):
            if pair.at in self.keys and pair.record.guid in self.records:
                key = self.keys.pop(pair.at)
                self.pairs[pair.at] = key, self.records.pop(pair.record.guid)


def match(
    keys: Sequence[Key], records: Iterable[Record], projects: Sequence[str]
) -> Mapping[int, Record]:
    """Find the notes of today among those of the lock.

    Args:
        keys: the notes of today.
        records: those of the lock, the retired ones included.
        projects: the ids that may be counted in their GUIDs.

    Returns:
        the record of each note that was found, by the position of its key.
    """
    left = Open(dict(enumerate(keys)), {record.guid: record for record in records}, projects)
    if not left.records:
        return {}
    told = Told(keys, tuple(left.records.values()))
    for candidates in PASSES:
        if not (left.keys and left.records):
            break
        left.take(list(candidates(left, told)))
    return {at: record for at, (_, record) in left.pairs.items()}


class Said:
    """What notes of one type answer, its `letters`."""

    def __init__(self) -> None:
        self.often = Counter[str]()

    @cached_property
    def texts(self) -> Texts:
        """Each answer once."""
        return Texts(self.often)


class Told:
    """What all notes answer, then and now: what several answer tells none of them."""

    def __init__(self, keys: Sequence[Key], records: Sequence[Record]) -> None:
        self._keys, self._records = keys, records

    # Reckoned where it is asked for: most notes are known by their keys.

    @cached_property
    def now(self) -> dict[str, Said]:
        """What is answered today, by note type."""
        return _said(self._keys)

    @cached_property
    def then(self) -> dict[str, Said]:
        """The same in the last release."""
        return _said(record.key for record in self._records if not record.retired)

    def once(self, key: Key) -> bool:
        """Whether no two notes of its type say what this one says."""
        answer = letters(key.answer)
        return all(said[key.note_type].often[answer] <= 1 for said in (self.now, self.then))

    def apart(self, key: Key, other: Key, least: int) -> bool:
        """Whether two answers are as like, and by `MARGIN` more than either is to any other.

        Args:
            key: a note of today.
            other: one of the last release.
            least: how alike the two have to be.
        """
        said, before = letters(key.answer), letters(other.answer)
        now, then = self.now[key.note_type], self.then[key.note_type]
        return (
            now.often[said] == then.often[before] == 1
            and likeness.likest(said, then.texts, least, MARGIN) == before
            and likeness.likest(before, now.texts, least, MARGIN) == said
        )


def _said(keys: Iterable[Key]) -> dict[str, Said]:
    said: dict[str, Said] = defaultdict(Said)
    for key in keys:
        said[key.note_type].often[letters(key.answer)] += 1
    return said


def by_pin(left: Open, told: Told) -> Iterator[Pair]:
    """What an author has named by hand."""
    del told
    for at, _, record in left.together(lambda key: key.pin):
        yield Pair(100, at, record)


def by_key(left: Open, told: Told) -> Iterator[Pair]:
    """The same term in the same place; its answer may be another."""
    del told
    for at, key, record in left.together(lambda key: (key.term, key.place)):
        if _may_be(key, record):
            yield Pair(likeness.answers(key.answer, record.key.answer), at, record)


def by_birth(left: Open, told: Told) -> Iterator[Pair]:
    """The same term, and the GUID that it got where it stands.

    For records that were read from a deck, which does not tell where its notes stood.
    """
    del told
    unplaced = {guid: record for guid, record in left.records.items() if not record.key.file}
    for at, key in left.keys.items() if unplaced else ():
        for guid in (guid for project in left.projects for guid in born(key, project)):
            record = unplaced.get(guid)
            if record and record.key.term == key.term:
                yield Pair(100, at, record)


def by_term(left: Open, told: Told) -> Iterator[Pair]:
    """The same term elsewhere, blanks and case aside."""
    del told
    for at, key, record in left.together(lambda key: letters(key.term)):
        alike = likeness.answers(key.answer, record.key.answer)
        same_file = key.file == record.key.file
        if _may_be(key, record) and (same_file or alike >= SAME_MEANING):
            yield Pair(alike + _nearness(key, record.key), at, record)


def by_moved_term(left: Open, told: Told) -> Iterator[Pair]:
    """The same term in a file to which others came from its own: one renamed, split, joined."""
    del told
    moved = {(record.key.file, key.file) for key, record in left.pairs.values()}
    for at, key, record in left.together(lambda key: letters(key.term)):
        if _may_be(key, record) and (record.key.file, key.file) in moved:
            yield Pair(_nearness(key, record.key), at, record)


def by_content(left: Open, told: Told) -> Iterator[Pair]:
    """The same answer to another term: a rename."""
    for at, key, record in left.together(lambda key: letters(key.answer)):
        here = key.place == record.key.place
        length = len(letters(key.answer))
        telling = told.once(key) and (here or length >= TELLING)
        if _may_be(key, record) and (telling or (here and length >= DEFINING)):
            alike = likeness.names(key.term, record.key.term)
            yield Pair(alike + _nearness(key, record.key), at, record)


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
        if _may_be(key, record):
            answer = likeness.answers(key.answer, record.key.answer)
            term = likeness.names(key.term, record.key.term)
            yield Pair(term + answer + _nearness(key, record.key), at, record)


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
            and told.apart(key, same.key, least)
        ):
            yield at, key, same


def _is_near(key: Key, other: Key, near: Near) -> bool:
    return (
        likeness.answers(key.answer, other.answer) >= near.answer
        and min(len(letters(key.answer)), len(letters(other.answer))) >= near.letters
        and (key.place == other.place or not near.in_section)
    )


def _may_be(key: Key, record: Record) -> bool:
    """A note that its author named is none that was named otherwise."""
    return not (key.pin and record.key.pin)


def _nearness(key: Key, other: Key) -> float:
    """Of two pairs that are as good, the one that stayed nearer to where it was."""
    return 20.0 * (key.file == other.file) + 10.0 * (key.section == other.section)


PASSES: tuple[Callable[[Open, Told], Iterator[Pair]], ...] = (
    by_pin,
    by_key,
    by_birth,
    by_term,
    by_moved_term,
    by_content,
    by_likeness,
)
