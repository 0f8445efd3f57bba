"""A .zip archive as a folder: the notes in it, and the pictures that they show.

What it holds is what its unpacked twin would: a lone folder at its root is the folder itself.
"""

from __future__ import annotations

import errno
import io
import os
import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from deckbuilder.archives import Archive, ArchiveError
from deckbuilder.model import Status
from deckbuilder.sources.store import Store, Walk
from deckbuilder.sources.tree import Beside, Tree, is_hidden

SUFFIX = ".zip"


class UnreadError(OSError):
    """A file in an archive cannot be read; `hint` says what to do."""

    def __init__(self, error: ArchiveError) -> None:
        super().__init__(errno.EIO, error.why)
        self.hint = error.hint


def through(path: Path) -> Path | None:
    """The archive that a path is, or leads into; None where there is none on its way."""
    ways = (way for way in (path, *path.parents) if way.suffix.lower() == SUFFIX)
    return next((way for way in ways if os.path.isfile(way)), None)  # noqa: PTH113


@dataclass(frozen=True)
class Packed(Store):
    """The files in an open archive."""

    path: Path
    """That of the archive."""
    archive: Archive

    @property
    def left_out(self) -> Sequence[tuple[str, str]]:  # type: ignore[override]
        """What the archive leaves out: links, a second file of one name."""
        return self.archive.left_out

    @cached_property
    def folders(self) -> dict[str, tuple[dict[str, None], list[str]]]:
        """The names of the folders and of the files in each folder, by its path in the archive."""
        found: dict[str, tuple[dict[str, None], list[str]]] = {"": ({}, [])}
        for member in self.archive.members:
            above, _, name = member.rpartition("/")
            below = found.setdefault(above, ({}, []))
            below[1].append(name)
            while above:
                inner, (above, _, name) = above, above.rpartition("/")
                found.setdefault(above, ({}, []))[0][name] = None
                found.setdefault(inner, ({}, []))
        return found

    @cached_property
    def root(self) -> Path:
        """The folder that was packed: the only one at the root, or that itself."""
        inner, names = self.folders[""]
        return self.path.joinpath(*inner) if len(inner) == 1 and not names else self.path

    @cached_property
    def _tree(self) -> Members:
        return Members(self.root, self)

    def inner(self, path: Path) -> str:
        """A path as the archive has it; empty for the archive itself, "..", for what is beyond."""
        below = os.path.relpath(path, self.path).replace(os.sep, "/")
        return "" if below == "." else below

    def is_folder(self, path: Path) -> bool:
        """Whether a folder is there; the archive itself is one."""
        return self.inner(path) in self.folders

    def is_there(self, path: Path) -> bool:
        """Whether anything is there."""
        return self.is_folder(path) or self.inner(path) in self.archive.members

    def around(self, path: Path) -> Iterator[Path]:
        """Those above, up to the one that was packed."""
        here = path if self.is_folder(path) else path.parent
        yield from (one for one in (here, *here.parents) if one.is_relative_to(self.root))

    def walk(self, folder: Path, failed: Callable[[OSError], object]) -> Walk:
        """As `os.walk`; nothing in an archive is closed."""
        inner, names = self.folders[self.inner(folder)]
        below = list(inner)
        yield str(folder), below, list(names)
        for name in below:
            yield from self.walk(folder / name, failed)

    def read(self, file: Path) -> bytes:
        """The content of a member.

        Raises:
            UnreadError: it is damaged, or too large.
            FileNotFoundError: it is not there.
        """
        member = self.archive.members.get(self.inner(file))
        if member is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(file))
        try:
            return member.read()
        except ArchiveError as error:
            raise UnreadError(error) from error

    def name(self, path: Path) -> str:
        """That of the folder, or of the archive without its end."""
        folder = path if self.is_folder(path) else path.parent
        return folder.stem if folder == self.path else folder.name

    def real(self, path: Path) -> Path:
        """The path itself: nothing in an archive is a link."""
        return path

    def tree(self, folder: Path) -> Tree:
        """All files that were packed."""
        del folder
        return self._tree

    def on_disk(self, file: Path) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Member:
    """A file in an archive that cards show."""

    path: Path
    store: Packed = field(compare=False, repr=False)
    inside: bool = True

    def status(self) -> Status:
        """What it is."""
        inner = self.store.inner(self.path)
        if inner in self.store.folders:
            return Status("folder", 0)
        return Status("file", self.store.archive.members[inner].size)

    def open(self) -> io.BytesIO:
        """Its content."""
        return io.BytesIO(self.store.read(self.path))


@dataclass(frozen=True)
class Members(Tree):
    """The files of an archive, found as notes name them."""

    store: Packed

    def below(self) -> Iterator[tuple[str, ...]]:
        """Their paths."""
        for name, folders, names in self.store.walk(self.root, lambda _: None):
            folders[:] = [one for one in folders if not is_hidden(one)]
            above = Path(name).relative_to(self.root).parts
            yield from ((*above, one) for one in names if not is_hidden(one))

    def beside(self, folder: Path) -> MembersBeside:
        """The files as a note in a folder calls them."""
        return MembersBeside(self, folder)


@dataclass(frozen=True, slots=True)
class MembersBeside(Beside):
    """The files of an archive, as a note in it calls them."""

    tree: Members

    def find(self, spellings: Sequence[str]) -> Member | None:
        """What the first of these paths leads to within the archive."""
        store = self.tree.store
        for candidate in self.candidates(spellings):
            path = Path(posixpath.normpath(candidate.as_posix()))
            if store.is_there(path):
                return Member(path, store)
        return None
