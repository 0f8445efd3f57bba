"""Units to Anki notes: fields, deck, tags, in the order in which a student meets them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape
from pathlib import Path
from urllib.parse import quote

from deckbuilder import identity, render
from deckbuilder.cards import Page, drafts
from deckbuilder.model import (
    CardSettings,
    Document,
    Kind,
    LeftOut,
    Media,
    Node,
    Note,
    Span,
    Text,
    Unit,
)
from deckbuilder.notetypes import NOTE_TYPES


@dataclass(frozen=True)
class Reading:
    """A note file with its tree, what was found in it and what was left out."""

    document: Document
    root: Node
    units: tuple[Unit, ...]
    left_out: tuple[LeftOut, ...]
    footnotes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """What each footnote says, by its label."""
    media: Mapping[str, Media] = field(default_factory=dict)
    """The files that its cards show, by their addresses in the note."""

    @cached_property
    def formulas(self) -> tuple[tuple[Span, Text], ...]:
        """The labels and lines that have a formula, with the lines for which they name a place."""
        return tuple(
            (node.span if node.label and text is node.label.text else text.span, text)
            for node in self.root.walk()
            for text in node.lines
            if any(run.has("math") for run in text.runs)
        )

    @property
    def title(self) -> str:
        """What its front matter says, else its only heading of level 1, else the file's name."""
        tops = [node for node in self.root.children if node.kind == Kind.SECTION]
        first = [node.label.name for node in tops if node.level == 1 and node.label]
        only = first[0] if len(first) == 1 else ""
        return self.document.title or only or self.document.place[-1]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where students find the notes: a repository on the web, and the folder that it is here."""

    repository: str
    folder: Path


def notes(
    readings: Sequence[Reading],
    title: str,
    settings: CardSettings,
    origin: Origin | None = None,
) -> list[Note]:
    """The notes of a deck.

    Args:
        readings: in the order of the deck.
        title: the name of the top deck.
        settings: which cards to make.
        origin: where the source that a card names leads to; None for nowhere.

    Returns:
        the notes for each unit, in order.
    """
    found = [
        (reading, unit, draft)
        for reading in readings
        for unit in reading.units
        for draft in drafts(unit, _page(reading, unit, settings, origin))
    ]
    guids = identity.guids(
        (draft.note_type, reading.document, unit) for reading, unit, draft in found
    )
    return [
        Note(
            guid=guid,
            note_type=draft.note_type,
            fields=NOTE_TYPES[draft.note_type].fill(draft.fields),
            deck=_deck(reading, title),
            tags=_tags(reading.document, unit),
            span=unit.span,
        )
        for (reading, unit, draft), guid in zip(found, guids, strict=True)
    ]


def _page(reading: Reading, unit: Unit, settings: CardSettings, origin: Origin | None) -> Page:
    read_from = tuple(_read_from(reading, unit))
    return Page(
        place=tuple(dict.fromkeys(name for name in (reading.title, *unit.context) if name)),
        source=_source(reading.document, unit, origin, read_from),
        read_from=read_from,
        media=reading.media,
        footnotes=reading.footnotes,
        settings=settings,
    )


def _read_from(reading: Reading, unit: Unit) -> Iterator[Text]:
    """The lines with formulas that the name of a unit may be read from."""
    for span, text in reading.formulas:
        if unit.span.first in span.lines:
            yield text


def _source(
    document: Document, unit: Unit, origin: Origin | None, read_from: tuple[Text, ...]
) -> str:
    """The note and the heading that a card comes from, as a link where they are on the web."""
    shown = render.with_math(" › ".join([document.place[-1], *unit.headings[-1:]]), read_from)
    address = origin and _address(document.file, origin)
    return render.sanitise(f'<a href="{escape(address)}">{shown}</a>' if address else shown)


def _address(file: Path, origin: Origin) -> str | None:
    """Where a note lies in a repository on the web, as GitHub, GitLab and Gitea have it."""
    path, folder = file.resolve(), origin.folder.resolve()
    if not path.is_relative_to(folder):
        return None
    below = quote(unicodedata.normalize("NFC", path.relative_to(folder).as_posix()))
    return f"{origin.repository.rstrip('/')}/blob/HEAD/{below}"


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
