"""A published deck read back: what a release remembers, and what Anki goes by on import."""

from __future__ import annotations

import json
import lzma
import re
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from deckbuilder import files, render
from deckbuilder.identity import stamps
from deckbuilder.model import (
    PROJECT_ID,
    PROJECT_KEY,
    REMEMBERED,
    SAYS,
    Key,
    Lock,
    Record,
    Stamp,
)
from deckbuilder.notetypes import NOTE_TYPES, RETIRED, SOURCE, NoteType

BY_ID = {note_type.id: note_type for note_type in NOTE_TYPES.values()}
# The collection as Anki 2.1 and genanki write it, the newer one first; what Anki writes today is
# compressed and under another name.
COLLECTIONS = ("collection.anki21", "collection.anki2")
TODAY = "collection.anki21b"
# What the readers of zip files, of databases and of JSON say of bytes that are none.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, sqlite3.Error, EOFError, RuntimeError)
# What comes of reading a collection of another program; the words are of use to nobody.
STRANGE = (AttributeError, LookupError, OverflowError, TypeError, ValueError)
CLOZE = re.compile(r"\{\{c[0-9]+::(.*?)\}\}", re.S)


class PublishedError(Exception):
    """The file is no deck of ours; the message says why."""


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
    try:
        with (
            tempfile.TemporaryDirectory() as folder,
            files.opened(deck) as content,
            zipfile.ZipFile(content) as archive,
        ):
            names = set(archive.namelist())
            if TODAY in names:
                raise PublishedError(
                    f"{deck}: was exported by Anki; name the deck that you published"
                )
            name = next((name for name in COLLECTIONS if name in names), None)
            if name is None:
                raise PublishedError(f"{deck}: holds no collection; name a deck (.apkg)")
            with closing(sqlite3.connect(archive.extract(name, folder))) as connection:
                return _published(connection, deck)
    except OSError as error:
        raise PublishedError(f"{deck}: cannot be read: {files.fault(deck, error)[0]}") from error
    except BROKEN as error:
        raise PublishedError(
            f"{deck}: is no sound deck: {error}; name the deck that you published"
        ) from error
    except STRANGE as error:
        raise PublishedError(
            f"{deck}: is no sound deck: it holds what deckbuilder does not write; "
            "name the deck that you published"
        ) from error


def _published(connection: sqlite3.Connection, deck: Path) -> Published:
    (row,) = connection.execute("select models, decks, conf from col").fetchall()
    models, decks, conf = map(json.loads, row)
    ours = {BY_ID[int(number)].key: m for number, m in models.items() if int(number) in BY_ID}
    names = {key: [field["name"] for field in model["flds"]] for key, model in ours.items()}
    rows = connection.execute(
        "select n.guid, n.mid, n.mod, n.tags, n.flds, min(c.did) from notes n "
        "join cards c on c.nid = n.id group by n.id order by n.id"
    )
    records = [
        _record(
            guid,
            note_type,
            mod,
            tags.split(),
            _of_today(note_type, names[note_type.key], flds.split("\x1f")),
            decks[str(did)]["name"],
        )
        for guid, mid, mod, tags, flds, did in rows
        if (note_type := BY_ID.get(mid))
    ]
    if not records:
        raise PublishedError(f"{deck}: holds no note of deckbuilder's; name a deck that it built")
    return Published(
        Lock(
            notes={record.guid: record for record in _chained(records)},
            note_types={
                key: Stamp(stamps.shows(_shows(model), [model["css"]]), model["mod"])
                for key, model in ours.items()
            },
            project=_project(conf),
        ),
        {key: tuple(_schema(model)) for key, model in ours.items()},
    )


def _project(conf: Mapping[str, Any]) -> str:
    """The id of the project; empty in decks from before there were any, or without a lock."""
    project: str = conf.get(PROJECT_KEY, "")
    if project and not re.fullmatch(PROJECT_ID, project):
        raise ValueError(f"'{project}' is no project's id")
    return project


def _of_today(note_type: NoteType, names: list[str], fields: list[str]) -> list[str]:
    """The fields of a note as its type has them today; those it has no longer are left out."""
    known = dict(zip(names, fields, strict=True))
    return list(note_type.fill({name: known.get(name, "") for name in note_type.fields}))


def _record(
    guid: str, note_type: NoteType, mod: int, tags: list[str], fields: list[str], deck: str
) -> Record:
    cards = tuple(name for _, name in note_type.cards(fields))
    key = Key(
        note_type=note_type.key,
        term=render.text(fields[0]),
        file=deck,
        section=(render.text(note_type.value(fields, SOURCE)),),
        answer=render.text(note_type.value(fields, note_type.answer))[:REMEMBERED],
        parts=tuple(_parts(note_type, fields)),
    )
    datetime.fromtimestamp(mod, UTC)  # or it is no time
    stamp = Stamp(stamps.shows(fields, tags), mod)
    # A note that was shipped once more says so in a field of its own.
    return Record(guid, key, stamp, cards, retired=bool(note_type.value(fields, RETIRED)))


def _parts(note_type: NoteType, fields: list[str]) -> Iterator[str]:
    """The names of what has a card each, up to the last number; empty where there is none."""
    if note_type.part is None:
        return
    cards = [note_type.part.numbered(number) for number in range(1, note_type.parts + 1)]
    values = [note_type.value(fields, card.name or card.asks) for card in cards]
    most = max((number for number, value in enumerate(values, start=1) if value), default=0)
    for card, value in zip(cards[:most], values[:most], strict=True):
        if card.name:
            said = render.text(note_type.value(fields, card.asks))
            yield f"{render.text(value)}{SAYS}{said}"[:REMEMBERED] if value else ""
        else:
            hidden = CLOZE.search(value)
            yield render.text(hidden[1]) if hidden else ""


def _chained(records: Iterable[Record]) -> Iterator[Record]:
    """The records, those for the items of a list behind that of the list."""
    last: dict[tuple[str, ...], str] = {}
    for record in records:
        continued = NOTE_TYPES[record.key.note_type].continues
        asked = (continued or record.key.note_type, record.key.term, *record.key.place)
        yield replace(record, after=last.get(asked, "")) if continued else record
        last[asked] = record.guid


def _shows(model: Mapping[str, Any]) -> Iterator[str]:
    """The same as `NoteType.shows`."""
    yield from (model["name"], *(field["name"] for field in model["flds"]))
    for template in model["tmpls"]:
        yield from (template["name"], template["qfmt"], template["afmt"])


def _schema(model: Mapping[str, Any]) -> Iterator[str]:
    yield f"type {model['type']}"
    for kind, parts in (("field", model["flds"]), ("template", model["tmpls"])):
        yield from (f"{kind} {part.get('id')} '{part['name']}'" for part in parts)


def conflicts(old: Published, new: Published) -> Iterator[str]:
    """The note types for which Anki would make others beside a student's, a line each."""
    for key in sorted(old.schemas.keys() & new.schemas.keys()):
        for line in sorted(set(old.schemas[key]) ^ set(new.schemas[key])):
            what = "is gone" if line in old.schemas[key] else "is new"
            yield (
                f"note type {NOTE_TYPES[key].name}: {line} {what}: Anki leaves a student's notes "
                "as they are, and makes a second note type for new ones"
            )
