"""The disk, as sources see it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from deckbuilder import files
from deckbuilder.sources.store import Store, Walk
from deckbuilder.sources.tree import Tree


@dataclass(frozen=True)
class Disk(Store):
    """Files and folders of the disk, links followed."""

    folders: tuple[Path, ...] = ()
    """All folders of notes; a note in one of them may show any file in it."""
    trees: dict[Path, Tree] = field(default_factory=dict)
    found: dict[Path, Tree] = field(default_factory=dict)
    """Those of the folders that were asked for."""

    def is_folder(self, path: Path) -> bool:
        """Whether a folder is there."""
        # `Path.is_dir` raises for a name that is too long; `os.path.isdir` does not.
        return os.path.isdir(path)  # noqa: PTH112

    def is_there(self, path: Path) -> bool:
        """Whether anything is there."""
        return os.path.lexists(path)

    def around(self, path: Path) -> Iterator[Path]:
        """Folders are where their links lead; a note that is a link lies where that is."""
        if self.is_there(path):
            here = self.real(path if self.is_folder(path) else path.parent)
            yield from (here, *here.parents)

    def walk(self, folder: Path, failed: Callable[[OSError], object]) -> Walk:
        """As `os.walk`."""
        return os.walk(folder, onerror=failed)

    def read(self, file: Path) -> bytes:
        """The content of a regular file."""
        return files.read(file)

    def name(self, path: Path) -> str:
        """That of the folder, links followed; of a note that of the folder that it lies in."""
        return (path.resolve() if self.is_folder(path) else path.absolute().parent).name

    def real(self, path: Path) -> Path:
        """Where it really lies."""
        return Path(os.path.realpath(path))

    def tree(self, folder: Path) -> Tree:
        """The files of the outermost of the folders that hold this one, each tree made once.

        A note shows the same pictures whether it is built alone or with all the others.
        """
        if folder not in self.found:  # each note of a folder asks
            self.found[folder] = self._tree(folder)
        return self.found[folder]

    def _tree(self, folder: Path) -> Tree:
        here = self.real(folder)
        around = {self.real(outer) for outer in (*self.folders, folder)}
        root = min(
            (outer for outer in around if here.is_relative_to(outer)),
            key=lambda outer: len(outer.parts),
        )
        return self.trees.setdefault(root, Tree(root))

    def on_disk(self, file: Path) -> Path | None:
        """The file."""
        return file
