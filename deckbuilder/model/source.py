"""A note file as it is read, and places in it."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple

from deckbuilder.model.media import NO_FILES, Files

Language = Literal["ko", "en", "ja", "zh"]

# The notes that speak for the folder that they lie in.
FOR_FOLDERS = frozenset({"readme", "index", "_index"})


class Span(NamedTuple):
    """Lines of a note file: `first` to `last`, 1-based and inclusive."""

    path: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.path}:{self.first}"

    def to(self, other: Span) -> Span:
        """The span from the beginning of this one to the end of the other."""
        if self is other:
            return self
        return Span(self.path, min(self.first, other.first), max(self.last, other.last))

    @property
    def lines(self) -> range:
        """The line numbers, 1-based."""
        return range(self.first, self.last + 1)

    def by(self, rows: Sequence[int] | None) -> Span:
        """The lines of the file itself, where a note was read from another text.

        Args:
            rows: for each line of that text the line of the file that it comes from, 1-based; None
                where each stands where it stood.
        """
        if not rows or not self.first:
            return self
        found = [rows[min(line, len(rows)) - 1] for line in self.lines]
        return Span(self.path, min(found), max(found))


@dataclass(frozen=True)
class Document:
    """A note file, read: LF line ends, NFC, front matter taken out (its lines left blank)."""

    path: str
    """As messages name it, relative to where the command runs."""
    file: Path | None
    """Where it lies, if that is on the disk."""
    place: tuple[str, ...]
    """Folders below the source root and the file's stem: stable, part of every card's identity."""
    source: str
    title: str | None = None
    deck: str | None = None
    tags: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    """Other names of what it is about."""
    front_matter: Span | None = None
    files: Files = NO_FILES
    """What its cards can show and play."""
    language: Language = "ko"
    rows: tuple[int, ...] | None = None
    """For each line of `source` the line of the file that it comes from, 1-based; None where each
    stands where it stood."""
    embedded: frozenset[int] = frozenset()
    """The lines of `source` that are another note's: what they ask is asked there."""
    bundle: bool = False
    """Whether it and its folder are one, as a post is that lies there with its pictures."""
    address: str = ""
    """Where the program that keeps it opens it, as a URL; empty where none does."""

    @property
    def called(self) -> str:
        """What its file is called: README and index as their folder, "" where that is the root."""
        *folders, name = self.place
        return "".join(folders[-1:]) if name.casefold() in FOR_FOLDERS else name

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the source; line n is `lines[n - 1]`."""
        return tuple(self.source.split("\n"))

    def span(self, first: int, last: int) -> Span:
        """Lines `first` to `last` (1-based, inclusive) of this document."""
        return Span(self.path, first, last)


def composed(name: str) -> str:
    """A file name as text, composed (NFC); the names in old Windows archives are CP949."""
    try:
        name.encode()
    except UnicodeEncodeError:
        name = os.fsencode(name).decode("cp949", "replace")
    return unicodedata.normalize("NFC", name)
