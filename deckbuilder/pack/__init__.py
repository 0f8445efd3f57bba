"""Notes to an .apkg file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system
from deckbuilder.model import Media, Note
from deckbuilder.notetypes import css
from deckbuilder.pack.canonical import canonical

# Zip members carry no time of their own (the earliest that the format knows), and are said to be
# of Unix wherever they are written.
ZIP_TIME, UNIX = (1980, 1, 1, 0, 0, 0), 3
CHUNK = 1 << 20


class PackError(DeckbuilderError):
    """The deck cannot be packed; the message says why."""


def write(
    notes: Sequence[Note],
    folder: Path,
    note_types: Mapping[str, int],
    media: Sequence[Media] = (),
    fonts: Sequence[Media] = (),
    project: str = "",
) -> Path:
    """Write a deck, and check it.

    The same arguments make the same bytes, on whatever machine; so nothing in it is compressed:
    zlib does that otherwise from version to version.

    Args:
        notes: in the order in which Anki shows them as new cards.
        folder: an empty one for the deck and what it is made from.
        note_types: when each of those that the notes are of last changed, by its key, in seconds
            since 1970.
        media: what the notes' fields name, in the order in which to pack it, each name once.
        fonts: what the cards are set in, if they bring it.
        project: the id of the project, if it has one.

    Returns:
        the .apkg in that folder.

    Raises:
        PackError: the file fails its check, or a picture is not what it was when its name was made.
        OSError: the disk is full, or the folder not writable.
    """
    from deckbuilder.pack import collection  # noqa: PLC0415 - genanki is slow to import

    database, deck = folder / "collection.anki2", folder / "deck.apkg"
    try:
        collection.write(notes, database, note_types, css(fonts), project)
        _check(database, len(notes))
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    _zip(database, (*media, *fonts), deck)
    return deck


def made_of(
    notes: Iterable[Note],
    note_types: Mapping[str, int],
    media: Iterable[Media] = (),
    fonts: Sequence[Media] = (),
    project: str = "",
) -> str:
    """All that the bytes of a deck depend on, but our code, from the arguments of `write`."""
    rows = [
        (note.guid, note.note_type, note.mod, note.deck, note.tags, note.fields) for note in notes
    ]
    files = [[(file.name, file.digest) for file in packed] for packed in (media, fonts)]
    return repr((rows, list(note_types.items()), files, css(tuple(fonts)), project))


def _check(database: Path, notes: int) -> None:
    """Refuse to ship a database that is damaged or has a note without a card."""
    with closing(sqlite3.connect(database)) as connection:
        (sound,) = connection.execute("pragma integrity_check").fetchone()
        (stored,) = connection.execute("select count(distinct nid) from cards").fetchone()
    if sound != "ok" or stored != notes:
        raise PackError(
            _("the deck is damaged: {sound}, {stored} of {notes} notes have cards").format(
                sound=sound, stored=stored, notes=notes
            )
        )


def _zip(database: Path, media: Sequence[Media], file: Path) -> None:
    """The members of an .apkg: media files under numbers, and a table of their names."""
    names = {str(number): item.name for number, item in enumerate(media)}
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, "collection.anki2", [canonical(database.read_bytes())])
        _add(archive, "media", [json.dumps(names).encode()])
        for number, item in enumerate(media):
            _add(archive, str(number), _chunks(item))


def _add(archive: zipfile.ZipFile, name: str, content: Iterable[bytes]) -> None:
    info = zipfile.ZipInfo(name, ZIP_TIME)
    info.create_system = UNIX
    with archive.open(info, "w") as member:
        for chunk in content:
            member.write(chunk)


def _chunks(media: Media) -> Iterator[bytes]:
    """The content, a piece at a time: there may be more of it than fits into memory."""
    if isinstance(media.content, bytes):
        yield media.content
        return
    path, digest = media.content.path, hashlib.sha256()
    try:
        with media.content.open() as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                yield chunk
    except OSError as error:
        raise PackError(
            _("{path}: cannot be read any more: {strerror}").format(
                path=path, strerror=system(error)
            )
        ) from error
    if digest.hexdigest() != media.digest:
        raise PackError(
            _("{path}: has changed since it was read; build once more").format(path=path)
        )
