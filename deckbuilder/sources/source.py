"""What a kind of source is: where notes are, and how one of them becomes Markdown."""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from deckbuilder import word
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.errors import DeckbuilderError
from deckbuilder.model import Files
from deckbuilder.sources.encoding import decode
from deckbuilder.sources.pictures import Pictures
from deckbuilder.sources.store import Store


class NotTextError(DeckbuilderError):
    """A note's bytes are no text; the message says why."""


class SourceError(DeckbuilderError):
    """A source, or a note of it, cannot be read; the message says why, `hint` what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Markdown:
    """A note as Markdown: composed (NFC), LF line ends, its front matter still at its head."""

    text: str
    rows: tuple[int, ...] | None = None
    """For each line the line of the note that it comes from, 1-based; None where each line stands
    where it stood."""
    files: Files | None = None
    """The pictures that the note itself holds, as a Word document does; None for none."""
    embedded: frozenset[int] = frozenset()
    """The lines of it, 1-based, that are another note's: what they ask is asked there."""
    said: tuple[Diagnostic, ...] = ()
    """What there is to say about how it was made; the lines are those of the note."""


@dataclass(frozen=True)
class Project:
    """What all sources of a build have in common."""

    named: bool = False
    """Whether there are several, so that their own names stand in the places of their notes."""
    exclude: tuple[str, ...] = ()
    """What is left out of folders, by gitignore's rules."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A note that a source holds.

    `place` is its path in the source, composed (NFC), without its extension: what its cards are
    known by. `found` says that it was not named itself, but lies in a source that was. What stands
    for a folder that cannot be listed is `refused` already.
    """

    path: str
    """As messages name it."""
    place: tuple[str, ...]
    file: Path
    """Where it lies; in an archive the path through that."""
    source: Source
    found: bool = True
    refused: OSError | None = None
    bundle: bool = False
    """Whether it is the `index` of a folder that holds no other note: the two are one."""


def text(data: bytes) -> Markdown:
    """A note that is Markdown already.

    Raises:
        NotTextError: the bytes are no text.
    """
    decoded, why = decode(data)
    if decoded is None:
        raise NotTextError(why)
    return Markdown(decoded)


def document(data: bytes) -> Markdown:
    """A document of Word; its lines are those of the Markdown that is made of it.

    Raises:
        SourceError: it is no sound one, or what reads it is not installed.
    """
    try:
        made = word.converted(data)
    except word.WordError as error:
        raise SourceError(error.why, error.hint) from error
    return replace(text(made.text.encode()), files=Pictures(made.pictures))


Reader = Callable[[bytes], Markdown]
# How a note becomes Markdown, by the end of its name: a format more is a line more.
READERS: Mapping[str, Reader] = {
    ".md": text,
    ".markdown": text,
    ".mdx": text,
    ".docx": document,
}


class Source(ABC):
    """Something that holds notes: a folder, a file, an export of another program.

    A kind is a subclass of it, or of `Folder`, and a row of `sources.KINDS`.
    """

    readers: ClassVar[Mapping[str, Reader]] = READERS
    """The notes that it may hold; what was named itself and has another name is text."""

    def __init__(self, path: Path, root: Path, project: Project, store: Store) -> None:
        self.path = path
        """What was named: the root, or what lies in it."""
        self.root = root
        self.project = project
        self.store = store
        """What reads its files, be they on the disk or in an archive."""

    @classmethod
    @abstractmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """The root of the source of this kind that `path` is, or lies in; None if there is none.

        It only looks at what is there; nothing is opened that is not small.
        """

    @property
    def name(self) -> str:
        """What names a deck of all that was named."""
        return self.path.resolve().name

    @abstractmethod
    def entries(self) -> tuple[Entry, ...]:
        """The notes in it, in the order of the deck.

        Raises:
            SourceError: it cannot be read.
        """

    def unread(self, entries: Sequence[Entry]) -> str:
        """The folder that an author might miss among these, and why it is left out; "" for none."""
        del entries
        return ""

    @abstractmethod
    def data(self, entry: Entry) -> bytes:
        """What a note's file holds.

        Raises:
            OSError: it cannot be read.
        """

    @abstractmethod
    def files(self, entry: Entry) -> Files:
        """The files that a note may show, as they are called where it lies."""

    def markdown(self, entry: Entry) -> Markdown:
        """A note as plain Markdown; a kind that writes otherwise translates that here.

        Raises:
            OSError: it cannot be read.
            NotTextError: it is no text.
            SourceError: it cannot be read for another reason.
        """
        return self.readers.get(entry.file.suffix.lower(), text)(self.data(entry))

    def on_disk(self, entry: Entry) -> Path | None:
        """The note's own file, to which its cards may link; None within an archive."""
        del entry
        return None

    def address(self, entry: Entry) -> str:
        """Where the program that keeps a note opens it; empty where none does."""
        del entry
        return ""

    def tag(self, name: str) -> str:
        """A tag of the front matter, `::` between its levels."""
        return name

    def key(self, entry: Entry) -> str:
        """The same for one note, however it was named."""
        return os.path.realpath(entry.file)
