"""Notes to an .apkg file: the only importer of genanki."""

from __future__ import annotations

import hashlib
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import genanki

from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system
from deckbuilder.model import PROJECT_KEY, Media, Note
from deckbuilder.notetypes import NOTE_TYPES, SPARE, NoteType, css
from deckbuilder.pack.canonical import canonical, vacuum

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
    database, deck = folder / "collection.anki2", folder / "deck.apkg"
    try:
        _write_database(notes, database, note_types, css(fonts), project)
        _check(database, len(notes))
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
    _zip(database, (*media, *fonts), deck)
    return deck


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with a time of its own; genanki has one for all of a deck.

    Its HTML has passed the sanitiser: what genanki would look for in each field is not there.
    """

    mod = 0

    def _check_invalid_html_tags_in_fields(self) -> None:
        pass

    def write_to_db(self, cursor: Any, timestamp: float, deck_id: int, id_gen: Any) -> None:
        del timestamp
        super().write_to_db(cursor, self.mod, deck_id, id_gen)


class _Model(genanki.Model):  # type: ignore[misc]
    """A note type with a time of its own."""

    mod = 0

    def to_json(self, timestamp: float, deck_id: int) -> Any:
        del timestamp
        return super().to_json(self.mod, deck_id)


class _Deck(genanki.Deck):  # type: ignore[misc]
    """A deck that writes its notes alone: see `_describe`."""

    def write_to_db(self, cursor: Any, timestamp: float, id_gen: Any) -> None:
        for note in self.notes:
            note.write_to_db(cursor, timestamp, self.deck_id, id_gen)


def _describe(connection: sqlite3.Connection, decks: Sequence[_Deck], time: int) -> None:
    """Write what there is to say about decks and note types, once.

    genanki reads and writes all of it for each deck. The bytes are those that it writes: the note
    types of the last deck stand there a second time, which is the one that counts.
    """
    ((known,),) = connection.execute("select decks from col").fetchall()
    all_decks = json.loads(known) | {str(deck.deck_id): deck.to_json() for deck in decks}
    models: dict[str | int, Any] = {}
    for deck in decks:
        used = {note.model.model_id: note.model for note in deck.notes}
        last = deck is decks[-1]
        for number, model in used.items():
            models[number if last else str(number)] = model.to_json(time, deck.deck_id)
    said = json.dumps(all_decks), json.dumps(models)
    connection.execute("update col set decks = ?, models = ?", said)


def _write_database(
    notes: Sequence[Note], file: Path, note_types: Mapping[str, int], style: str, project: str
) -> None:
    models = {key: _model(NOTE_TYPES[key], style, mod) for key, mod in note_types.items()}
    latest = max((*note_types.values(), *(note.mod for note in notes)), default=0)
    decks: dict[str, _Deck] = {}
    for position, note in enumerate(notes, start=1):
        if note.deck not in decks:
            decks[note.deck] = _Deck(_deck_id(note.deck), note.deck)
        packed = _Note(
            model=models[note.note_type],
            fields=list(note.fields),
            guid=note.guid,
            tags=list(note.tags),
            due=position,
        )
        packed.mod = note.mod
        decks[note.deck].add_note(packed)
    package = genanki.Package(list(decks.values()))
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("pragma synchronous = off")  # nobody needs half of this file
        package.write_to_db(connection.cursor(), latest, itertools.count(max(1, latest * 1000)))
        _describe(connection, package.decks, latest)
        if project:
            _sign(connection, project)
        vacuum(connection)


def _sign(connection: sqlite3.Connection, project: str) -> None:
    """Put the project's id into the collection, for who has lost the lock."""
    ((conf,),) = connection.execute("select conf from col").fetchall()
    signed = json.dumps(json.loads(conf) | {PROJECT_KEY: project})
    connection.execute("update col set conf = ?", [signed])


def _model(note_type: NoteType, style: str, mod: int) -> genanki.Model:
    model = _Model(
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
    model.mod = mod
    return model


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
