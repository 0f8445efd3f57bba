"""A published deck read back: what a release remembers, and what Anki goes by on import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deckbuilder import tagless
from deckbuilder.identity import stamps
from deckbuilder.language import _
from deckbuilder.model import REMEMBERED, SAYS, Key, Lock, Record, Stamp
from deckbuilder.notetypes import NOTE_TYPES, RETIRED, SOURCE, NoteType
from deckbuilder.published import collection
from deckbuilder.published.collection import Model, PublishedError, Row

__all__ = ["Published", "PublishedError", "conflicts", "read"]

CLOZE = re.compile(r"\{\{c[0-9]+::(.*?)\}\}", re.S)


@dataclass(frozen=True, slots=True)
class Published:
    """What a deck holds. The places in it are decks and sources as cards show them."""

    lock: Lock
    schemas: Mapping[str, tuple[str, ...]]
    """What Anki goes by of each note type: the ids and names of fields and templates."""


def read(deck: Path) -> Published:
    """Read a deck.

    Args:
        deck: an .apkg that was built with this tool.

    Raises:
        PublishedError: it is none, or cannot be read.
    """
    found = collection.read(deck)
    if not found.rows:
        raise PublishedError(
            _("{deck}: holds no note of deckbuilder's; name a deck that it built").format(deck=deck)
        )
    return Published(
        Lock(
            notes={record.guid: record for record in _chained(map(_record, found.rows))},
            note_types={
                key: Stamp(stamps.shows(_shows(model), [model.css]), model.mod)
                for key, model in found.models.items()
            },
            project=found.project,
        ),
        {key: tuple(_schema(model)) for key, model in found.models.items()},
    )


def _record(row: Row) -> Record:
    note_type = NOTE_TYPES[row.note_type]
    # As its type has them today; those that it has no longer are left out.
    fields = note_type.fill({name: row.fields.get(name, "") for name in note_type.fields})
    key = Key(
        note_type=row.note_type,
        term=tagless.text(fields[0]),
        file=row.deck,
        section=(tagless.text(note_type.value(fields, SOURCE)),),
        answer=tagless.unfolded(note_type.value(fields, note_type.answer))[:REMEMBERED],
        parts=tuple(_parts(note_type, fields)),
    )
    stamp = Stamp(stamps.shows(fields, row.tags), row.mod)
    cards = tuple(name for _, name in note_type.cards(fields))
    # A note that was shipped once more says so in a field of its own.
    return Record(row.guid, key, stamp, cards, retired=bool(note_type.value(fields, RETIRED)))


def _parts(note_type: NoteType, fields: Sequence[str]) -> Iterator[str]:
    """The names of what has a card each, up to the last number; empty where there is none."""
    if note_type.part is None:
        return
    cards = [note_type.part.numbered(number) for number in range(1, note_type.parts + 1)]
    values = [note_type.value(fields, card.name or card.asks) for card in cards]
    most = max((number for number, value in enumerate(values, start=1) if value), default=0)
    for card, value in zip(cards[:most], values[:most], strict=True):
        if card.name:
            said = tagless.text(note_type.value(fields, card.asks))
            yield f"{tagless.text(value)}{SAYS}{said}"[:REMEMBERED] if value else ""
        else:
            hidden = CLOZE.search(value)
            yield tagless.text(hidden[1]) if hidden else ""


def _chained(records: Iterable[Record]) -> Iterator[Record]:
    """The records, those for the items of a list behind that of the list."""
    last: dict[tuple[str, ...], str] = {}
    for record in records:
        continued = NOTE_TYPES[record.key.note_type].continues
        asked = (continued or record.key.note_type, record.key.term, *record.key.place)
        yield replace(record, after=last.get(asked, "")) if continued else record
        last[asked] = record.guid


def _shows(model: Model) -> Iterator[str]:
    """The same as `NoteType.shows`."""
    yield from (model.name, *(field.name for field in model.flds))
    for template in model.tmpls:
        yield from (template.name, template.qfmt, template.afmt)


def _schema(model: Model) -> Iterator[str]:
    yield f"type {model.type}"
    yield from (f"field {field.id} '{field.name}'" for field in model.flds)
    yield from (f"template {template.id} '{template.name}'" for template in model.tmpls)


def conflicts(old: Published, new: Published) -> Iterator[str]:
    """The note types for which Anki would make others beside a student's, a line each."""
    for key in sorted(old.schemas.keys() & new.schemas.keys()):
        for line in sorted(set(old.schemas[key]) ^ set(new.schemas[key])):
            what = _("is gone") if line in old.schemas[key] else _("is new")
            yield (
                _(
                    "note type {name}: {line} {what}: Anki leaves a student's notes as they "
                    "are, and makes a second note type for new ones"
                ).format(name=NOTE_TYPES[key].name, line=line, what=what)
            )
