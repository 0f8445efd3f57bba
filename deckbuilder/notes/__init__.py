"""Units to Anki notes: which they are, fields, deck, tags, in the order in which they are met.

reading      a note file as it was read
subject      what it is about, as its cards say
whereabouts  where a note comes from and where it goes
retired      notes that are gone, to be shipped once more
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import compress, islice
from typing import NamedTuple

from deckbuilder import identity, render
from deckbuilder.cards import Draft, Page, apart, drafts
from deckbuilder.identity import Identity, stamps
from deckbuilder.model import REMEMBERED, CardSettings, Key, Lock, Note, Record, Unit
from deckbuilder.notes import whereabouts
from deckbuilder.notes.reading import Reading
from deckbuilder.notes.retired import retired
from deckbuilder.notes.whereabouts import App, Origin, Repository
from deckbuilder.notetypes import NOTE_TYPES

__all__ = [
    "App",
    "Asked",
    "Origin",
    "Reading",
    "Repository",
    "asked",
    "key",
    "noted",
    "notes",
    "once",
    "retired",
]


@dataclass(frozen=True, slots=True)
class Asked:
    """A unit with what asks for it: the drafts of its notes, what they are known by, their tags."""

    reading: Reading
    unit: Unit
    drafts: tuple[Draft, ...]
    keys: tuple[Key, ...]
    tags: tuple[str, ...]


def notes(
    readings: Sequence[Reading],
    title: str,
    settings: CardSettings,
    origin: Origin | None = None,
    lock: Lock | None = None,
    now: int = 0,
) -> list[Note]:
    """The notes of a deck: `asked` of each reading, `once`, `noted`."""
    units = [one for reading in readings for one in asked(reading, settings, origin)]
    return noted(once(units)[0], title, lock, now)


def asked(
    reading: Reading, settings: CardSettings, origin: Origin | None = None
) -> tuple[Asked, ...]:
    """What the cards of a note file ask.

    Args:
        reading: the note file.
        settings: which cards to make.
        origin: where the source that a card names leads to; None for nowhere.
    """
    return tuple(_asked(reading, unit, settings, origin) for unit in reading.units)


def key(reading: Reading, unit: Unit, settings: CardSettings, origin: Origin | None = None) -> Key:
    """What the note of a unit would be known by, whether it is made or not."""
    found = _asked(reading, unit, settings, origin).keys
    place = "/".join(reading.document.place)
    return found[0] if found else Key(unit.kind, unit.front, place, unit.context, pin=unit.pin)


def _asked(reading: Reading, unit: Unit, settings: CardSettings, origin: Origin | None) -> Asked:
    found = tuple(drafts(unit, _page(reading, unit, settings, origin)))
    keys = tuple(_key(reading, unit, draft) for draft in found)
    return Asked(reading, unit, found, keys, whereabouts.tags(reading.document, unit))


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
    said = [[(_said(one, draft), _briefly(draft)) for draft in one.drafts] for one in units]
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
    where = NOTE_TYPES[draft.note_type].where
    shared = tuple(item for item in sorted(draft.fields.items()) if item[0] not in where)
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
) -> list[Note]:
    """The notes of a deck.

    Args:
        units: what is asked, in the order of the deck.
        title: the name of the top deck.
        lock: what is known of the last release; None for nothing.
        now: seconds since 1970: when what is new or has changed did so.
        project: what stands for the id of a project that has none; empty for the title.

    Returns:
        the notes for each unit, in order.
    """
    lock = lock or Lock()
    units = _apart(units, title)
    most = {key: note_type.parts for key, note_type in NOTE_TYPES.items()}
    found = identity.identify([one.keys for one in units], lock, most, project or title)
    return [
        _note(one, draft, note, title, lock, now)
        for one, identities in zip(units, found, strict=True)
        for draft, its in zip(one.drafts, identities, strict=True)
        for note in its
        if note.numbers or not note.after  # one whose parts are all gone asks for nothing
    ]


def _apart(units: Sequence[Asked], title: str) -> list[Asked]:
    """The same units; no two cards of a deck ask the same."""
    decks: dict[str, list[Draft]] = defaultdict(list)
    for one in units:
        decks[whereabouts.deck(one.reading, title)] += one.drafts
    left = {deck: iter(apart(made)) for deck, made in decks.items()}
    return [
        _with(one, list(islice(left[deck], len(one.drafts))))
        for one in units
        for deck in [whereabouts.deck(one.reading, title)]
    ]


def _with(one: Asked, made: Sequence[Draft]) -> Asked:
    """A unit with these drafts for its own; without those of which no card is left."""
    drafts = [_asking(draft) for draft in made]
    kept = [
        (draft, _known_by(key, draft))
        for draft, key in zip(drafts, one.keys, strict=True)
        if _has_card(draft)
    ]
    return replace(
        one, drafts=tuple(draft for draft, _ in kept), keys=tuple(key for _, key in kept)
    )


def _known_by(key: Key, draft: Draft) -> Key:
    parts = tuple(part.known_by for part in draft.parts)
    return key if parts == key.parts else replace(key, parts=parts)


def _asking(draft: Draft) -> Draft:
    """A draft that asks for parts alone, without those that have no card: no note is theirs."""
    if not NOTE_TYPES[draft.note_type].cloze:
        return draft
    return draft._replace(parts=tuple(part for part in draft.parts if part.fields))


def _has_card(draft: Draft) -> bool:
    note_type = NOTE_TYPES[draft.note_type]
    part = next((part for part in draft.parts if part.fields), None)
    fields = {**draft.fields, **(part.numbered(1) if part else {})}
    return any(note_type.cards(note_type.fill(fields)))


def _key(reading: Reading, unit: Unit, draft: Draft) -> Key:
    note_type = NOTE_TYPES[draft.note_type]
    return Key(
        note_type=draft.note_type,
        term=unit.read_as or unit.front,
        file="/".join(reading.document.place),
        section=unit.context,
        answer=render.text(draft.fields.get(note_type.answer, ""))[:REMEMBERED],
        parts=tuple(part.known_by for part in draft.parts),
        pin=unit.pin,
    )


def _note(asked: Asked, draft: Draft, known: Identity, title: str, lock: Lock, now: int) -> Note:
    note_type = NOTE_TYPES[draft.note_type]
    fields = note_type.fill(draft.numbered(known.numbers))
    before = lock.notes.get(known.guid)
    stamp = stamps.stamp(stamps.shows(fields, asked.tags), before.stamp if before else None, now)
    cards = tuple(field for _, field in note_type.cards(fields))
    return Note(
        record=Record(known.guid, known.key, stamp, cards, known.after),
        fields=fields,
        deck=whereabouts.deck(asked.reading, title),
        tags=asked.tags,
        span=asked.unit.span,
    )


def _page(reading: Reading, unit: Unit, settings: CardSettings, origin: Origin | None) -> Page:
    read_from = reading.names_at.get(unit.span.first, ())
    return Page(
        place=tuple(dict.fromkeys(name for name in (reading.subject, *unit.context) if name)),
        source=whereabouts.source(reading.document, unit, origin, read_from),
        read_from=read_from,
        media=reading.media,
        footnotes=reading.footnotes,
        settings=settings,
    )
