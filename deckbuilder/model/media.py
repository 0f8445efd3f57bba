"""Files that cards show or play."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

# What Anki shows and plays on all its platforms, by the end of the file's name.
IMAGES = frozenset("png jpg jpeg gif svg webp avif bmp ico tif tiff".split())
SOUNDS = frozenset("mp3 ogg oga wav m4a flac opus aac".split())
FILMS = frozenset("mp4 webm mov mkv".split())

# The end of an address that is played, and not looked at.
PLAYED = re.compile(rf"\.(?:{'|'.join(sorted(SOUNDS | FILMS))})$", re.I)

# Those that a style sheet can name.
FONTS = frozenset("woff2 woff ttf otf".split())

# An address on the web; its file is not in the deck.
REMOTE = re.compile(r"(?:https?:)?//[^/]", re.I)

# The names of files in the deck.
NAME = re.compile(r"deckbuilder-[0-9a-f]{16}\.[0-9a-z]+")


class Status(NamedTuple):
    """What lies in a file's place, and how many bytes it has."""

    kind: Literal["file", "folder", "special"]
    size: int


class File(Protocol):
    """A file that a note shows, wherever it lies: on the disk, within an archive.

    Equal ones hold the same.
    """

    @property
    def path(self) -> Path:
        """Where it lies, as messages name it."""

    @property
    def inside(self) -> bool:
        """Whether it lies in what the note's source holds, and so may go into a deck."""

    def status(self) -> Status:
        """What it is.

        Raises:
            OSError: that cannot be told.
        """

    def open(self) -> BufferedIOBase:
        """Its content, to be closed after use.

        Raises:
            OSError: it cannot be read.
        """


class Files(Protocol):
    """The files of a source, as one note in it calls them."""

    @property
    def name(self) -> str:
        """How messages call what they have to lie in."""

    def find(self, spellings: Sequence[str]) -> File | None:
        """What a note means by a path.

        Args:
            spellings: the path, with `/`, in each way in which it may be meant, the likeliest
                first; one that begins with `/` is meant from the source's root on, or from the
                disk's.

        Returns:
            the file, or what else is there (`status` tells); None where there is nothing.
        """


class _NoFiles:
    """Where there are none."""

    name = ""

    def find(self, spellings: Sequence[str]) -> None:
        """Nothing."""


NO_FILES: Files = _NoFiles()


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the notes, under the name that it has in the deck."""

    name: str
    """ASCII, from a digest of the content: a changed picture has another name."""
    content: File | bytes
    """The file; or the bytes themselves, where the note holds them (a `data:` address)."""
    digest: str
    """SHA-256 of the content, in hex."""
