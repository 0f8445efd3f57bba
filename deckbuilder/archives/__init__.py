"""Zip archives read without trust: their members by safe paths, nothing unpacked to disk.

Python's `zipfile` reads; here is checked what it does not check. Notion hands out a zip that holds
nothing but zips, the parts of the export: these are read as one archive.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Self

from deckbuilder import files
from deckbuilder.archives.bounds import BOUNDS, ArchiveError, Bounds
from deckbuilder.archives.names import safe
from deckbuilder.archives.reading import Member, Reading
from deckbuilder.language import _

__all__ = ["BOUNDS", "Archive", "ArchiveError", "Bounds", "Member", "opened", "safe", "within"]


@dataclass(frozen=True, slots=True)
class Archive:
    """An open archive; closed at the end of a `with` block."""

    members: Mapping[str, Member]
    """By safe, composed (NFC) paths with `/`, in natural order, archives within it resolved."""
    left_out: tuple[tuple[str, str], ...]
    """Paths of what is no member, and why: links, a second file of one name."""
    _closing: ExitStack = field(repr=False)

    def close(self) -> None:
        """Close the file, and what was unpacked of it."""
        self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def opened(path: Path, bounds: Bounds = BOUNDS) -> Archive:
    """Open a .zip file.

    Args:
        path: a regular file.
        bounds: what it may be.

    Raises:
        ArchiveError: it is no sound archive, or beyond the bounds.
        OSError: it cannot be read, or is no regular file.
    """
    return within(files.opened(path), bounds)


def within(file: IO[bytes], bounds: Bounds = BOUNDS) -> Archive:
    """The same for a file that is open already; it is closed with the archive."""
    stack = ExitStack()
    stack.callback(file.close)
    try:
        reading = Reading(bounds, stack, file.seek(0, io.SEEK_END))
        found = list(reading.walk(file, "", 0))
    except BaseException:
        stack.close()
        raise
    # Of files of one name the first stays: that of the first part, in which a reader would see it.
    members: dict[str, Member] = {}
    for path, member in sorted(found, key=lambda pair: files.natural(pair[0])):
        if path in members:
            reading.left_out.append((path, _("there is another file of that name")))
        members.setdefault(path, member)
    return Archive(members, tuple(reading.left_out), stack)
