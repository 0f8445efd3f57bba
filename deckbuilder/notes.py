"""Units to Anki notes: fields, deck, tags, in the order in which a student meets them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from deckbuilder import identity, render
from deckbuilder.model import Document, Kind, LeftOut, Node, Note, Unit


@dataclass(frozen=True, slots=True)
class Reading:
    """A note file with its tree, what was found in it and what was left out."""

    document: Document
    root: Node
    units: tuple[Unit, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def title(self) -> str:
        """What its front matter says, else its only heading of level 1, else the file's name."""
        tops = [node for node in self.root.children if node.kind == Kind.SECTION]
        first = [node.label.name for node in tops if node.level == 1 and node.label]
        only = first[0] if len(first) == 1 else ""
        return self.document.title or only or self.document.place[-1]


def notes(readings: Sequence[Reading], title: str) -> list[Note]:
    """The notes of a deck.

    Args:
        readings: in the order of the deck.
        title: the name of the top deck.

    Returns:
        a note for each unit, in order.
    """
    pairs = [(reading, unit) for reading in readings for unit in reading.units]
    guids = identity.guids((reading.document, unit) for reading, unit in pairs)
    return [
        Note(
            guid=guid,
            note_type=unit.kind,
            fields=render.fields(unit, reading.title),
            deck=_deck(reading, title),
            tags=_tags(reading.document, unit),
            span=unit.span,
        )
        for (reading, unit), guid in zip(pairs, guids, strict=True)
    ]


def _deck(reading: Reading, title: str) -> str:
    """The deck's path: title, folders and note, or what the front matter says instead."""
    document = reading.document
    below = document.deck.split("::") if document.deck else [*document.place[:-1], reading.title]
    parts = [re.sub(r"\s*::+\s*", " ", part).strip() for part in (title, *below)]
    kept = [part for at, part in enumerate(parts) if part and (at == 0 or part != parts[at - 1])]
    return "::".join(kept)


def _tags(document: Document, unit: Unit) -> tuple[str, ...]:
    """The headings above as one tag with levels, and the note's own tags."""
    path = "::".join(tag for heading in unit.headings if (tag := _tag(heading)))
    own = ["::".join(filter(None, map(_tag, tag.split("::")))) for tag in document.tags]
    return tuple(dict.fromkeys(tag for tag in (path, *own) if tag))


def _tag(name: str) -> str:
    """A name as Anki takes tags: without blanks and quotes, `::` for levels only."""
    return re.sub(r"[\s\"'“”‘’]+", "_", re.sub(r":{2,}", ":", name)).strip("_:")
