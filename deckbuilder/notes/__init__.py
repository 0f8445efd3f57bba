"""Units to Anki notes: which they are, fields, deck, tags, in the order in which they are met.

reading      a note file as it was read
subject      what it is about, as its cards say
asking       what its cards ask; a build comes here only with what it has not read before
apart        cards that would ask the same
whereabouts  where a note comes from and where it goes
retired      notes that are gone, to be shipped once more
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, compress, islice
from operator import is_
from typing import NamedTuple

from deckbuilder import identity
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.identity import Identity, stamps
from deckbuilder.model import Draft, Key, Lock, Note, Record, Same, Stamp, Unit, value
from deckbuilder.notes import whereabouts
from deckbuilder.notes.apart import apart
from deckbuilder.notes.reading import Reading
from deckbuilder.notes.whereabouts import App, Origin, Repository
from deckbuilder.notetypes import NOTE_TYPES

__all__ = [
    "App",
    "Asked",
    "Origin",
    "Reading",
    "Repository",
    "noted",
    "once",
]


@value(frozen=True)
class Asked:
    """A unit with what asks for it: the drafts of its notes, what they are known by, their tags."""

    reading: Reading
    unit: Unit
    drafts: tuple[Draft, ...]
    keys: tuple[Key, ...]
    tags: tuple[str, ...]


class Twice(NamedTuple):
    """What a unit asks and answers just as an earlier one does."""

    unit: Unit
    first: Unit


def once(units: Sequence[Asked]) -> tuple[list[Asked], list[Twice]]:
    """Each question with its answer once in a deck, wherever it stands; but what has an id stays.

    Args:
        units: what is asked, in the order of the deck.

    Returns:
        the units that ask anything that none before them asks, with the drafts that do; and those
        that ask something again.
    """
    first: dict[object, Unit] = {}
    left, again = [], []
    briefs = [[_briefly(draft) for draft in one.drafts] for one in units]
    often = Counter(chain.from_iterable(briefs))
    # What nothing else asks and answers is not looked at further.
    said = [
        [
            (_said(one, draft) if often[brief] > 1 else brief, brief)
            for draft, brief in zip(one.drafts, asked, strict=True)
        ]
        for one, asked in zip(units, briefs, strict=True)
    ]
    # What another note's text answers is that note's, wherever it stands in the deck.
    for one, told in sorted(zip(units, said, strict=True), key=lambda both: both[0].unit.quotes):
        for whole, brief in told:
            first.setdefault(whole, one.unit)
            first.setdefault(brief, one.unit)
    for one, told in zip(units, said, strict=True):
        briefly = one.unit.quotes and not one.unit.pin
        asks = [brief if briefly else whole for whole, brief in told]
        kept = [first[ask] is one.unit for ask in asks]
        if not all(kept):
            again.append(Twice(one.unit, first[asks[kept.index(False)]]))
        if kept and all(kept):
            left.append(one)
        elif any(kept):
            left.append(
                replace(
                    one,
                    drafts=tuple(compress(one.drafts, kept)),
                    keys=tuple(compress(one.keys, kept)),
                )
            )
    return left, again


def _said(one: Asked, draft: Draft) -> tuple[object, ...]:
    """All that the cards of a draft ask and answer, beside the id of its unit."""
    shared = tuple(map(draft.fields.get, NOTE_TYPES[draft.note_type].tells))
    parts = tuple((part.name, *sorted(part.fields.items())) for part in draft.parts)
    return one.unit.pin, draft.note_type, shared, parts


def _briefly(draft: Draft) -> tuple[object, ...]:
    """What a draft asks and answers, whatever names its note has for it besides."""
    note_type, fields = NOTE_TYPES[draft.note_type], draft.fields
    sides = fields.get(note_type.question), fields.get(note_type.answer)
    return draft.note_type, *sides, tuple(part.name for part in draft.parts)


def noted(
    units: Sequence[Asked],
    title: str,
    lock: Lock | None = None,
    now: int = 0,
    project: str = "",
    cache: Cache = NOTHING,
) -> list[Note]:
    """The notes of a deck.

    Args:
        units: what is asked, in the order of the deck.
        title: the name of the top deck.
        lock: what is known of the last release; None for nothing.
        now: seconds since 1970: when what is new or has changed did so.
        project: what stands for the id of a project that has none; empty for the title.
        cache: what is held of the last look.

    Returns:
        the notes for each unit, in order.
    """
    lock = lock or Lock()
    readings = {one.reading.document.path: one.reading for one in units}
    deck = {path: whereabouts.deck(reading, title) for path, reading in readings.items()}
    units = _apart(units, deck, cache)
    most = {key: note_type.parts for key, note_type in NOTE_TYPES.items()}
    found = identity.identify([one.keys for one in units], lock, most, project or title)
    return [
        _held(one, draft, note, deck[one.reading.document.path], lock, now, cache)
        for one, identities in zip(units, found, strict=True)
        for draft, its in zip(one.drafts, identities, strict=True)
        for note in its
        if note.numbers or not note.after  # one whose parts are all gone asks for nothing
    ]


def _apart(units: Sequence[Asked], deck: Mapping[str, str], cache: Cache) -> list[Asked]:
    """The same units; no two cards of a deck ask the same.

    Args:
        units: what is asked, in the order of the deck.
        deck: the decks of the note files, by their paths.
        cache: what is held of the last look.
    """
    decks: dict[str, list[Draft]] = defaultdict(list)
    for one in units:
        decks[deck[one.reading.document.path]] += one.drafts
    left = {
        name: iter(cache.of(("apart", *map(Same, made)), partial(_left, made)))
        for name, made in decks.items()
    }
    return [
        _with(one, list(islice(left[deck[one.reading.document.path]], len(one.drafts))))
        for one in units
    ]


def _left(drafts: Sequence[Draft]) -> list[Draft | None]:
    """The drafts of one deck, set apart; None for one of which no card is left."""
    return [draft if _has_card(draft) else None for draft in map(_asking, apart(drafts))]


def _with(one: Asked, made: Sequence[Draft | None]) -> Asked:
    """A unit with these drafts for its own."""
    if all(map(is_, made, one.drafts)):
        return one  # as most are
    kept = [
        (draft, key if draft is before else _known_by(key, draft))
        for draft, before, key in zip(made, one.drafts, one.keys, strict=True)
        if draft
    ]
    return replace(
        one, drafts=tuple(draft for draft, _ in kept), keys=tuple(key for _, key in kept)
    )


def _known_by(key: Key, draft: Draft) -> Key:
    """The key of a draft that asks for other parts."""
    return replace(key, parts=tuple(part.known_by for part in draft.parts))


def _asking(draft: Draft) -> Draft:
    """A draft that asks for parts alone, without those that have no card: no note is theirs."""
    if not NOTE_TYPES[draft.note_type].cloze or all(part.fields for part in draft.parts):
        return draft
    return draft._replace(parts=tuple(part for part in draft.parts if part.fields))


def _has_card(draft: Draft) -> bool:
    asking = NOTE_TYPES[draft.note_type].asking
    if any(map(draft.fields.get, asking)):
        return True  # as nearly all
    part = next((part for part in draft.parts if part.fields), None)
    return part is not None and any(map(part.numbered(1).get, asking))


def _held(
    asked: Asked, draft: Draft, known: Identity, deck: str, lock: Lock, now: int, cache: Cache
) -> Note:
    """The note that a draft becomes; the very one of the last look, where it is the same."""
    before = lock.notes.get(known.guid)
    stamp, span = before.stamp if before else None, asked.unit.span
    place = (deck, asked.tags, span, stamp, now, known.guid, known.after)
    key = ("noted", Same(draft), Same(known.key), *place, *known.numbers.items())
    return cache.of(key, partial(_note, asked, draft, known, deck, stamp, now))


def _note(
    asked: Asked, draft: Draft, known: Identity, deck: str, before: Stamp | None, now: int
) -> Note:
    note_type = NOTE_TYPES[draft.note_type]
    fields = note_type.fill(draft.numbered(known.numbers))
    stamp = stamps.stamp(stamps.shows(fields, asked.tags), before, now)
    cards = tuple(field for _, field in note_type.cards(fields))
    return Note(
        record=Record(known.guid, known.key, stamp, cards, known.after),
        fields=fields,
        deck=deck,
        tags=asked.tags,
        span=asked.unit.span,
    )
