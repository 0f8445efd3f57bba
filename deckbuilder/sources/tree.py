"""The files below a root, found as notes name them.

An address is looked for

0. where a kind of source keeps its files, if it is a bare name;
1. beside the note; from the root on, if it begins with `/`;
2. anywhere below the root, by its name or the end of its path, whatever the case and the form
   of its letters (Obsidian's rule: the file nearest to the note);
3. in the file system, if it is an absolute path.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from deckbuilder.files import on_disk
from deckbuilder.model import File, composed

# File names without regard to case, and the files that have them: paths below the root.
Index = Mapping[str, Sequence[tuple[str, ...]]]

# Hidden, and where GitBook keeps all pictures of a book.
ASSETS = ".gitbook"


@dataclass(frozen=True)
class Tree:
    """A folder of the disk, links followed, looked through at most once."""

    root: Path

    @cached_property
    def index(self) -> Index:
        """The files below it, hidden ones left out."""
        return index(self.below())

    def below(self) -> Iterator[tuple[str, ...]]:
        """Their paths, from the root on."""
        for here, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders if not is_hidden(name)]
            above = Path(here).relative_to(self.root).parts
            for name in names:
                if not is_hidden(name):
                    yield (*above, name)

    def beside(self, folder: Path) -> Beside:
        """The files as a note in a folder calls them."""
        return Beside(self, Path(os.path.realpath(folder)))


@dataclass(frozen=True, slots=True)
class Beside:
    """The files of a folder of the disk, as a note in it calls them."""

    tree: Tree
    folder: Path
    """Where the note lies, links followed."""
    first: Path | None = None
    """The folder in which bare names are looked for before all others."""

    @property
    def name(self) -> str:
        """How messages call the folder that files have to lie in."""
        return self.tree.root.name

    def find(self, spellings: Sequence[str]) -> File | None:
        """What the first of these paths leads to, wherever that is; None where there is nothing."""
        broken = None
        absolute = (Path(path) for path in spellings if path.startswith("/"))
        for path in chain(self.candidates(spellings), absolute):
            # `Path.exists` raises for a name that is too long; these do not.
            if os.path.exists(path):  # noqa: PTH110
                return on_disk(path, self.tree.root)
            if broken is None and os.path.islink(path):  # noqa: PTH114
                broken = path  # where there is nothing better, it is told what is wrong with it
        return on_disk(broken, self.tree.root) if broken else None

    def candidates(self, spellings: Sequence[str]) -> Iterator[Path]:
        """Where a file may lie below the root, the likeliest place first."""
        root = self.tree.root
        for path in spellings:
            if self.first and "/" not in path:
                yield self.first / path
        for path in spellings:
            yield root / path.lstrip("/") if path.startswith("/") else self.folder / path
        for path in spellings:
            below = () if path.startswith("/") else self.folder.relative_to(root).parts
            found = nearest(path, below, self.tree.index)
            if found:
                yield root.joinpath(*found)


def is_hidden(name: str) -> bool:
    """Whether what lies in a folder of this name, or a file of it, is no note's to show."""
    return name.startswith(".") and name != ASSETS


def index(paths: Iterable[tuple[str, ...]]) -> Index:
    """Files by their names, to be searched by `nearest`."""
    files: dict[str, list[tuple[str, ...]]] = {}
    for path in paths:
        files.setdefault(_folded(path[-1]), []).append(path)
    return files


def _folded(name: str) -> str:
    return composed(name).casefold()


def nearest(path: str, here: tuple[str, ...], index: Index) -> tuple[str, ...] | None:
    """The file whose path ends as `path` does; of several the nearest one.

    Nearest is what lies below the lowest folder above the note, there the least deep.

    Args:
        path: as a note writes it, with `/`.
        here: the folder of the note, from the root on.
        index: the files, from `index`.
    """
    wanted = _parts(path)
    whole = ".." in wanted  # up and down leads to one place
    if whole:
        # as on the web, and in Obsidian, what climbs above the root stays there
        wanted = _parts(posixpath.normpath("/".join(("", *here, *wanted))))
    names = [composed(name) for name in wanted]
    folded = [name.casefold() for name in names]

    def distance(file: tuple[str, ...]) -> tuple[bool, int, int, tuple[str, ...]]:
        above = (len(here) - up for up in range(len(here) + 1))
        shared = next(depth for depth in above if file[:depth] == here[:depth])
        other_case = [composed(name) for name in file[-len(names) :]] != names
        return other_case, len(here) - shared, len(file), file

    hits = (
        file
        for file in (index.get(folded[-1], ()) if folded else ())
        if [_folded(name) for name in file[-len(names) :]] == folded
        and not (whole and len(file) > len(names))
    )
    return min(hits, key=distance, default=None)


def _parts(path: str) -> list[str]:
    return [part for part in path.split("/") if part not in ("", ".")]
