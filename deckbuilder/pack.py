"""Notes to an .apkg file: the only importer of genanki."""

from __future__ import annotations

import hashlib
import itertools
import json
import sqlite3
import tempfile
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import genanki

from deckbuilder.model import Media, Note
from deckbuilder.notetypes import NOTE_TYPES, SPARE, NoteType, css

# Zip members carry no time of their own (the earliest that the format knows).
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
CHUNK = 1 << 20


class PackError(Exception):
    """The deck could not be written; the message says why. The old file is untouched."""


def write(
    notes: Sequence[Note],
    output: Path,
    timestamp: int,
    media: Sequence[Media] = (),
    fonts: Sequence[Media] = (),
) -> None:
    """Write a deck: aside, checked, then renamed over the old one.

    Args:
        notes: in the order in which Anki shows them as new cards.
        output: the .apkg; its folder is made if it is missing.
        timestamp: seconds since 1970, the time of the notes' last change.
        media: what the notes' fields name, in the order in which to pack it, each name once.
        fonts: what the cards are set in, if they bring it.

    Raises:
        PackError: the folder is not writable, the disk is full, the file fails its check, or a
            picture is not what it was when its name was made.
    """
    if output.suffix.lower() != ".apkg":
        raise PackError(f"{output}: a deck's name ends in .apkg, or Anki does not open it")
    try:
        if output.exists() and not output.is_file():
            raise PackError(f"{output}: there is something else of that name; choose another")
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".deckbuilder-", dir=output.parent) as folder:
            database, aside = Path(folder, "collection.anki2"), Path(folder, "deck.apkg")
            _write_database(notes, database, timestamp, css(fonts))
            _check(database, len(notes))
            _zip(database, (*media, *fonts), aside)
            aside.replace(output)
    except (FileExistsError, NotADirectoryError) as error:
        raise PackError(f"{output}: {output.parent} is not a folder; choose another") from error
    except (OSError, sqlite3.Error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise PackError(f"{output}: cannot be written: {why}") from error


def _write_database(notes: Sequence[Note], file: Path, timestamp: int, style: str) -> None:
    models = {key: _model(note_type, style) for key, note_type in NOTE_TYPES.items()}
    decks: dict[str, genanki.Deck] = {}
    for position, note in enumerate(notes, start=1):
        deck = decks.setdefault(note.deck, genanki.Deck(_deck_id(note.deck), note.deck))
        deck.add_note(
            genanki.Note(
                model=models[note.note_type],
                fields=list(note.fields),
                guid=note.guid,
                tags=list(note.tags),
                due=position,
            )
        )
    package = genanki.Package(list(decks.values()))
    with closing(sqlite3.connect(file)) as connection, warnings.catch_warnings():
        # genanki takes some sound HTML for broken; the fields have passed the sanitiser.
        warnings.simplefilter("ignore", UserWarning)
        package.write_to_db(
            connection.cursor(), timestamp, itertools.count(max(1, timestamp * 1000))
        )
        connection.commit()


def _model(note_type: NoteType, style: str) -> genanki.Model:
    return genanki.Model(
        note_type.id,
        note_type.name,
        fields=[
            {"name": name, "id": note_type.field_id(at), "collapsed": name in SPARE}
            for at, name in enumerate(note_type.fields)
        ],
        templates=[
            {
                "name": template.name,
                "id": note_type.template_id(at),
                "qfmt": note_type.front(template),
                "afmt": note_type.back(template),
            }
            for at, template in enumerate(note_type.templates)
        ],
        model_type=genanki.Model.CLOZE if note_type.cloze else genanki.Model.FRONT_BACK,
        css=style,
    )


def _deck_id(name: str) -> int:
    """A stable id; Anki finds a student's deck by its name, so only clashes matter."""
    digest = hashlib.sha256(name.encode()).digest()
    return 1 << 40 | int.from_bytes(digest[:5], "big")


def _check(database: Path, notes: int) -> None:
    """Refuse to ship a database that is damaged or has a note without a card."""
    with closing(sqlite3.connect(database)) as connection:
        (sound,) = connection.execute("pragma integrity_check").fetchone()
        (stored,) = connection.execute("select count(distinct nid) from cards").fetchone()
    if sound != "ok" or stored != notes:
        raise PackError(f"the deck is damaged: {sound}, {stored} of {notes} notes have cards")


def _zip(database: Path, media: Sequence[Media], file: Path) -> None:
    """The members of an .apkg: media files under numbers, and a table of their names."""
    names = {str(number): item.name for number, item in enumerate(media)}
    with zipfile.ZipFile(file, "w") as archive:
        _add(archive, "collection.anki2", [database.read_bytes()])
        _add(archive, "media", [json.dumps(names).encode()])
        for number, item in enumerate(media):
            _add(archive, str(number), _chunks(item))


def _add(archive: zipfile.ZipFile, name: str, content: Iterable[bytes]) -> None:
    info = zipfile.ZipInfo(name, ZIP_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    with archive.open(info, "w") as member:
        for chunk in content:
            member.write(chunk)


def _chunks(media: Media) -> Iterator[bytes]:
    """The content, a piece at a time: there may be more of it than fits into memory."""
    if isinstance(media.content, bytes):
        yield media.content
        return
    digest = hashlib.sha256()
    try:
        with media.content.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                yield chunk
    except OSError as error:
        raise PackError(f"{media.content}: cannot be read any more: {error.strerror}") from error
    if digest.hexdigest() != media.digest:
        raise PackError(f"{media.content}: has changed since it was read; build once more")
