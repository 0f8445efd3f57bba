"""Where a note comes from and where it goes: its address, its deck, its tags."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from deckbuilder.model import Document, Unit, seen
from deckbuilder.notes.reading import Reading


class Origin(Protocol):
    """Where students find the notes."""

    def address(self, document: Document) -> str | None:
        """Where a card of a note leads to, as a URL; None for nowhere."""


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on the web, and the folder that it is here."""

    url: str
    folder: Path

    def address(self, document: Document) -> str | None:
        """Where a note lies in it, as GitHub, GitLab and Gitea have it."""
        if document.file is None:
            return None
        path, folder = document.file.resolve(), self.folder.resolve()
        if not path.is_relative_to(folder):
            return None
        below = quote(unicodedata.normalize("NFC", path.relative_to(folder).as_posix()))
        return f"{self.url.rstrip('/')}/blob/HEAD/{below}"


@dataclass(frozen=True, slots=True)
class App:
    """The program that keeps the notes, on the student's own machine."""

    def address(self, document: Document) -> str | None:
        """Where it opens a note."""
        return document.address or None


def deck(reading: Reading, title: str) -> str:
    """The deck's path: title, folders and note, or what the front matter says instead."""
    document = reading.document
    folders = document.place[: -2 if document.bundle else -1]
    below = document.deck.split("::") if document.deck else [*folders, reading.title]
    return _path((title, *below))


@lru_cache(maxsize=1 << 10)  # for speed only: each note of a file asks
def _path(names: tuple[str, ...]) -> str:
    parts = [seen(re.sub(r"(?<!\s)\s*::+\s*", " ", name)) for name in names]
    kept = [part for at, part in enumerate(parts) if part and (at == 0 or part != parts[at - 1])]
    return "::".join(kept)


def tags(document: Document, unit: Unit) -> tuple[str, ...]:
    """The headings above as one tag with levels, and the note's own tags."""
    return _tags(unit.headings, document.tags)


@lru_cache(maxsize=1 << 10)  # likewise: those below one heading
def _tags(headings: tuple[str, ...], names: tuple[str, ...]) -> tuple[str, ...]:
    path = "::".join(tag for heading in headings if (tag := _tag(heading)))
    own = ["::".join(filter(None, map(_tag, tag.split("::")))) for tag in names]
    return tuple(dict.fromkeys(tag for tag in (path, *own) if tag))


@lru_cache(maxsize=1 << 16)  # likewise
def _tag(name: str) -> str:
    """A name as Anki takes tags: without blanks and quotes, `::` for levels only."""
    return re.sub(r"[\s\"'“”‘’]+", "_", re.sub(r":{2,}", ":", seen(name))).strip("_:")
