"""What is in a deck's file: the collection that Anki would import, each value of its type.

A file may hold anything. Here alone is it read, and what is none of ours refused; what its values
are then taken for (`published`) raises nothing but faults of deckbuilder's own.
"""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from deckbuilder import files
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_, _, theirs
from deckbuilder.model import PROJECT_ID, PROJECT_KEY
from deckbuilder.notetypes import NOTE_TYPES

# The collection as Anki 2.1 and genanki write it, the newer one first; what Anki writes today is
# compressed and under another name.
COLLECTIONS = ("collection.anki21", "collection.anki2")
TODAY = "collection.anki21b"
# What those of a deck may be; zipfile knows others, which have errors of their own.
COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# What zipfile raises on bytes that are none, or of a kind that it does not read: a name in no
# encoding and an offset before the file are ValueErrors, one far beyond it an OverflowError,
# encryption is a RuntimeError.
NO_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, OverflowError)
Time = Annotated[int, Field(ge=0, lt=253_402_300_800)]
"""Seconds since 1970, to the year 9999."""
UNSOUND = N_("is no sound deck: {why}; name the deck that you published")
STRANGE = N_("it holds what deckbuilder does not write")


class PublishedError(DeckbuilderError):
    """The file is no deck of ours; the message says why."""


class _RefusedError(DeckbuilderError):
    """The same, without the name of the file."""


class _Stored(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class Part(_Stored):
    """A field of a note type."""

    name: str
    id: int | None = None


class Template(Part):
    """A template with its sides, HTML."""

    qfmt: str
    afmt: str


class Model(_Stored):
    """A note type, under Anki's names."""

    name: str
    type: int
    mod: Time
    css: str
    flds: list[Part]
    tmpls: list[Template]


class Row(NamedTuple):
    """A note."""

    guid: str
    note_type: str
    """The key of its note type."""
    mod: int
    tags: tuple[str, ...]
    fields: Mapping[str, str]
    """By the names that they have in the deck."""
    deck: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The notes of our note types in their order, and these note types by their keys."""

    rows: tuple[Row, ...]
    models: Mapping[str, Model]
    project: str
    """The id of the project; empty in decks from before there were any, or without a lock."""


class _Deck(_Stored):
    name: str


class _Settings(_Stored):
    project: Annotated[str, Field(pattern=rf"^$|{PROJECT_ID}", alias=PROJECT_KEY)] = ""


COL = TypeAdapter(tuple[str, str, str], config=ConfigDict(strict=True))
MODELS = TypeAdapter(dict[str, object])
DECKS = TypeAdapter(dict[str, _Deck])
NOTE = TypeAdapter(tuple[str, Time, str, str, int], config=ConfigDict(strict=True))


def read(deck: Path) -> Collection:
    """Read the collection of a deck.

    Args:
        deck: an .apkg, perhaps.

    Raises:
        PublishedError: it is none, or cannot be read.
    """
    try:
        with tempfile.TemporaryDirectory() as folder, files.opened(deck) as content:
            file = _extracted(content, Path(folder))
            with closing(sqlite3.connect(file)) as connection:
                return _collection(connection)
    except OSError as error:
        raise PublishedError(
            _("{deck}: cannot be read: {fault}").format(
                deck=deck, fault=files.fault(deck, error)[0]
            )
        ) from error
    except sqlite3.Error as error:
        raise PublishedError(f"{deck}: {_(UNSOUND).format(why=error)}") from error
    except (ValidationError, UnicodeDecodeError) as error:
        raise PublishedError(f"{deck}: {_(UNSOUND).format(why=_(STRANGE))}") from error
    except _RefusedError as error:
        raise PublishedError(f"{deck}: {error}") from error


def _extracted(content: BinaryIO, folder: Path) -> Path:
    """The file of the collection, taken out of the zip file."""
    try:
        with zipfile.ZipFile(content) as archive:
            names = set(archive.namelist())
            if TODAY in names:
                raise _RefusedError(_("was exported by Anki; name the deck that you published"))
            name = next((name for name in COLLECTIONS if name in names), None)
            if name is None:
                raise _RefusedError(_("holds no collection; name a deck (.apkg)"))
            if archive.getinfo(name).compress_type not in COMPRESSIONS:
                raise _RefusedError(_(UNSOUND).format(why=_("its compression is that of no deck")))
            return Path(archive.extract(name, folder))
    except NO_ZIP as error:
        raise _RefusedError(
            _(UNSOUND).format(why=theirs(str(error)) if str(error) else _("it ends too early"))
        ) from error


def _collection(connection: sqlite3.Connection) -> Collection:
    """What is in the database.

    Raises:
        sqlite3.Error: it is none, or lacks a table.
        UnicodeDecodeError: the same, and the words of that are in no encoding.
        ValidationError: a value is of another type than Anki has there.
        _RefusedError: it has no collection, a note more or fewer fields than its type, or no deck.
    """
    found = connection.execute("select models, decks, conf from col").fetchall()
    if len(found) != 1:
        raise _RefusedError(_(UNSOUND).format(why=_(STRANGE)))
    models, decks, conf = COL.validate_python(found[0])
    stored = MODELS.validate_json(models)
    ours = {
        note_type.id: (key, Model.model_validate(stored[str(note_type.id)]))
        for key, note_type in NOTE_TYPES.items()
        if str(note_type.id) in stored
    }
    return Collection(
        tuple(_rows(connection, ours, DECKS.validate_json(decks))),
        dict(ours.values()),
        _Settings.model_validate_json(conf).project,
    )


def _rows(
    connection: sqlite3.Connection,
    models: Mapping[int, tuple[str, Model]],
    decks: Mapping[str, _Deck],
) -> Iterator[Row]:
    rows = connection.execute(
        "select n.mid, n.guid, n.mod, n.tags, n.flds, min(c.did) from notes n join cards c "
        "on c.nid = n.id group by n.id order by n.id"
    )
    for number, *values in rows:
        if number not in models:
            continue
        key, model = models[number]
        guid, mod, tags, flds, did = NOTE.validate_python(tuple(values))
        fields, deck = flds.split("\x1f"), decks.get(str(did))
        if deck is None or len(fields) != len(model.flds):
            raise _RefusedError(_(UNSOUND).format(why=_(STRANGE)))
        named = {field.name: value for field, value in zip(model.flds, fields, strict=True)}
        yield Row(guid, key, mod, tuple(tags.split()), named, deck.name)
