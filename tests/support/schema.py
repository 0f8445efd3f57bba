"""What of the note types Anki goes by when it imports a deck: all but CSS and templates' text.

A schema is plain data, so that it can be kept as JSON: the note types by key, and of each its id,
name, kind, sort field, and the names of its fields and templates by their ids, in order.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from anki.collection import Collection
from anki.consts import MODEL_CLOZE
from anki.models import NotetypeId

from deckbuilder.model import Key, Note, Record, Stamp
from deckbuilder.notetypes import NOTE_TYPES, NoteType

Schema = dict[str, dict[str, Any]]


def schema(collection: Collection) -> Schema:
    """The schema of the project's note types as a collection has it, read back from Anki."""
    return {key: _stored(collection, note_type.id) for key, note_type in NOTE_TYPES.items()}


def _stored(collection: Collection, number: int) -> dict[str, Any]:
    model = collection.models.get(NotetypeId(number))
    assert model is not None, f"the collection has no note type {number}"
    return {
        "id": model["id"],
        "name": model["name"],
        "kind": "cloze" if model["type"] == MODEL_CLOZE else "standard",
        "sort field": model["flds"][model["sortf"]]["name"],
        "fields": {str(field["id"]): field["name"] for field in model["flds"]},
        "templates": {str(template["id"]): template["name"] for template in model["tmpls"]},
    }


def differences(old: Schema, new: Schema) -> Iterator[str]:
    """In what two schemas differ, a line each; the order of fields and templates counts."""
    for key in old.keys() | new.keys():
        if key not in old or key not in new:
            yield f"{key}: the note type is {'new' if key in new else 'gone'}"
            continue
        for part in old[key].keys() | new[key].keys():
            before, after = (_ordered(side[key].get(part)) for side in (old, new))
            if before != after:
                yield f"{key}: {part}: {before} has become {after}"


def _ordered(value: Any) -> Any:
    return list(value.items()) if isinstance(value, dict) else value


def full_notes(day: int) -> list[Note]:
    """A note of each type that has something in every field, and so every card; of this day."""
    return [
        Note(
            record=Record(f"full-{key}", Key(key, "낱말"), Stamp("0" * 16, day)),
            fields=tuple(clozes.get(name, name) for name in note_type.fields),
            deck="덱",
            tags=(),
        )
        for key, note_type in NOTE_TYPES.items()
        for clozes in [dict(_clozes(note_type))]
    ]


def _clozes(note_type: NoteType) -> Iterator[tuple[str, str]]:
    if note_type.cloze and note_type.part:
        for number in range(1, note_type.parts + 1):
            name = note_type.part.numbered(number).asks
            yield name, f"{{{{c{number}::{name}}}}}"
