"""Notes to the database of a deck: the only importer of genanki."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

import genanki

from deckbuilder.model import PROJECT_KEY, Note
from deckbuilder.notetypes import NOTE_TYPES, SPARE, NoteType
from deckbuilder.pack.canonical import vacuum

# The columns of Anki's tables, as genanki fills them.
NOTES = f"insert into notes values ({', '.join('?' * 11)})"
CARDS = f"insert into cards values ({', '.join('?' * 18)})"


class _Note(genanki.Note):  # type: ignore[misc]
    """A note with a time of its own; genanki has one for all of a deck."""

    mod = 0

    @property
    def cards(self) -> list[genanki.Card]:
        """As genanki has them, which looks first whether it is asked by a coroutine."""
        cloze = self.model.model_type == genanki.Model.CLOZE
        found: list[genanki.Card] = self._cloze_cards() if cloze else self._front_back_cards()
        return found

    def row(self, number: int) -> tuple[Any, ...]:
        """The note of this id, as it stands in the table.

        Its HTML has passed the sanitiser: what genanki would look for in each field is not there.
        """
        shown = self._format_tags(), self._format_fields(), self.sort_field
        return (number, self.guid, self.model.model_id, self.mod, -1, *shown, 0, 0, "")

    def card_rows(self, number: int, deck_id: int, id_gen: Iterator[int]) -> list[tuple[Any, ...]]:
        """The cards of the note of this id, as they stand in the table."""
        new = (self.mod, -1, 0, 0, self.due, 0, 0, 0, 0, 0, 0, 0, 0, "")
        return [(next(id_gen), number, deck_id, card.ord, *new) for card in self.cards]


class _Model(genanki.Model):  # type: ignore[misc]
    """A note type with a time of its own."""

    mod = 0

    @cached_property
    def _req(self) -> list[list[Any]]:
        """What genanki finds out by rendering each front for each field, with every deck."""
        names = [field["name"] for field in self.fields]
        return [[at, *needs(front["qfmt"], names)] for at, front in enumerate(self.templates)]

    def to_json(self, timestamp: float, deck_id: int) -> Any:
        del timestamp
        return super().to_json(self.mod, deck_id)


class _Deck(genanki.Deck):  # type: ignore[misc]
    """A deck that writes its notes alone (see `_describe`), all rows at once."""

    def write_to_db(self, cursor: Any, timestamp: float, id_gen: Iterator[int]) -> None:
        del timestamp
        notes, cards = [], []
        for note in self.notes:
            number = next(id_gen)
            notes.append(note.row(number))
            cards += note.card_rows(number, self.deck_id, id_gen)
        cursor.executemany(NOTES, notes)
        cursor.executemany(CARDS, cards)


def needs(front: str, names: Sequence[str]) -> tuple[str, list[int]]:
    """Which fields (their positions) a front needs to show any: all of these, or one of these.

    Args:
        front: a template without sections of fields that are empty (`{{^…}}`).
        names: of the fields.
    """
    within: list[str] = []
    shown: list[set[str]] = []
    for mark, name in TAG.findall(front):
        match mark:
            case "#":
                within.append(name)
            case "/":
                within.pop()
            case _ if name in names:
                shown.append({name, *within})
    always = [name for name in names if all(name in needed for needed in shown)]
    alone = [name for name in names if {name} in shown]
    return ("all" if always else "any"), [names.index(name) for name in always or alone]


TAG = re.compile(r"\{\{([#/]?)([^{}]+)\}\}")


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


def write(
    notes: Sequence[Note], file: Path, note_types: Mapping[str, int], style: str, project: str
) -> None:
    """Write the database of a deck.

    Args:
        notes: in the order in which Anki shows them as new cards.
        file: the database, which is not there yet.
        note_types: when each of those that the notes are of last changed, by its key.
        style: the CSS of all.
        project: the id of the project, if it has one.

    Raises:
        sqlite3.Error: it cannot be written.
    """
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
