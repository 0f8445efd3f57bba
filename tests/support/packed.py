"""Notes into a deck and a collection, without files and without the command; and a deck opened."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from deckbuilder import pack
from deckbuilder.model import Media, Note
from tests.support.collection import Anki, Stored

DAY = 1_700_000_000


def packed(
    notes: Sequence[Note], folder: Path, day: int = DAY, media: Sequence[Media] = ()
) -> Path:
    """A deck of these notes in an empty folder; their note types are of this day."""
    return pack.write(notes, folder, {note.note_type: day for note in notes}, media)


@contextmanager
def database(deck: Path) -> Iterator[sqlite3.Connection]:
    """The collection in a deck, as SQLite has it."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(deck) as archive:
        file = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(file)) as connection:
            yield connection


def added(anki: Anki, notes: Sequence[Note]) -> list[Stored]:
    """What Anki makes of these notes; what else is in the collection is removed before."""
    collection = anki.collection
    collection.remove_notes(list(collection.find_notes("")))
    with tempfile.TemporaryDirectory() as folder:
        anki.add(packed(notes, Path(folder)))
    return anki.notes()
