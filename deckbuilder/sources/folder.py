"""A folder of Markdown files, or one of them that was named by itself."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import ClassVar

from deckbuilder.model import Files, composed
from deckbuilder.sources.ignoring import rules, walk
from deckbuilder.sources.source import Entry, Source
from deckbuilder.sources.store import Store

BUNDLE = "index"


class Folder(Source):
    """A folder: its notes in natural order, those of the folders in it among them."""

    wrapping: ClassVar[frozenset[str]] = frozenset()
    """Folders in it that only hold the notes; no place and no deck is called by them."""

    @classmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """A folder is its own root."""
        return path if store.is_folder(path) else None

    @property
    def name(self) -> str:
        """The folder's; of a single note that of the folder that it lies in."""
        return self.named(composed(self._own_name))

    @property
    def _own_name(self) -> str:
        """What the folder is called, or the one around it where it only holds the notes."""
        own = self.store.name(self.path)
        names = chain([own], map(self.store.name, self.store.around(self.path)))
        return next((name for name in names if name not in self.wrapping), own)

    def entries(self) -> tuple[Entry, ...]:
        """The notes below the folder, those for folders that cannot be listed among them.

        What was named may also be a note that lies in the root: then it is that one alone.
        """
        if not self.store.is_folder(self.path):
            return (self._entry(self.path, Path(self.path.stem), found=False),)
        below = Path(self._own_name) if self.project.named else Path()
        found = sorted(self._walk(below), key=lambda entry: natural(self.order(entry)))
        return tuple(_bundled(found))

    def _walk(self, below: Path) -> Iterator[Entry]:
        closed: list[OSError] = []
        root = self.store.real(self.path)
        own = (self.store.real(self.root), self.left_out)
        outer = rules(root, self.store.tree(root).root, self.project.exclude, self.store, own)
        for real in walk(root, outer, closed):
            if real.suffix.lower() in self.readers:
                inner = real.relative_to(root)
                yield self._entry(self.path / inner, below / inner.with_suffix(""))
        for error in closed:
            inner = Path(error.filename).relative_to(root)
            entry = self._entry(self.path / inner, below / inner)
            yield replace(entry, found=inner != Path(), refused=error)

    @property
    def left_out(self) -> Sequence[str]:
        """What else goes without saying, by gitignore's rules, seen from the root."""
        return ()

    def _entry(self, file: Path, below: Path, *, found: bool = True) -> Entry:
        return Entry(shown(file), self.placed(file, below), file, self, found=found)

    def order(self, entry: Entry) -> tuple[str, ...]:
        """What notes are sorted by."""
        return entry.place

    def placed(self, file: Path, below: Path) -> tuple[str, ...]:
        """The place of a note; `below` is its path from what was named on, without its suffix."""
        *folders, name = map(composed, below.parts or file.parts[-1:])
        kept = (self.named(part) for part in folders if part not in self.wrapping)
        return (*filter(None, kept), self.named(name) or name)

    def named(self, name: str) -> str:
        """What a note or a folder is called in places, without what is another with each export.

        A folder that is called nothing is none of theirs.
        """
        return name

    @staticmethod
    def above(path: Path, store: Store, has: Callable[[Path], bool]) -> Path | None:
        """The nearest folder that has something: the path itself, or one that it lies in."""
        return next((folder for folder in store.around(path) if has(folder)), None)

    def data(self, entry: Entry) -> bytes:
        """What the file holds."""
        return self.store.read(entry.file)

    def files(self, entry: Entry) -> Files:
        """All that lies in the outermost folder of notes around it."""
        return self.store.tree(self.root).beside(entry.file.parent)

    def on_disk(self, entry: Entry) -> Path | None:
        """The file."""
        return self.store.on_disk(entry.file)


def _bundled(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The notes, those marked that are one with their folder: `둑/index.md` and nothing else."""
    folders = (entry.place[:depth] for entry in entries for depth in range(1, len(entry.place)))
    held = Counter(folders)
    for entry in entries:
        *folder, name = entry.place
        yield replace(entry, bundle=name.casefold() == BUNDLE and held[tuple(folder)] == 1)


class NamedFile(Folder):
    """A note by itself, of any name, in a folder of no kind."""

    @classmethod
    def holding(cls, path: Path, store: Store) -> Path | None:
        """The folder that it lies in."""
        return path.parent if store.is_there(path) else None


def shown(path: Path) -> str:
    """A path as it can be printed, whatever its bytes are."""
    return os.fsencode(path).decode("utf-8", "replace")


def natural(place: tuple[str, ...]) -> tuple[tuple[bool, int, str], ...]:
    """A sort key in which 2 comes before 10."""
    parts = re.split(r"([0-9]+)", "/".join(place))
    return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)
