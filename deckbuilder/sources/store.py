"""Where the files of a source lie: on the disk, or in an archive. Kinds need not know which."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from deckbuilder.sources.tree import Tree

Walk = Iterator[tuple[str, list[str], list[str]]]


class Store(ABC):
    """Files and folders by their paths; those in an archive go through it: `공책.zip/잎.md`."""

    left_out: Sequence[tuple[str, str]] = ()
    """Paths of what nobody can read in it, and why."""

    @abstractmethod
    def is_folder(self, path: Path) -> bool:
        """Whether a folder is there; an archive itself is one."""

    @abstractmethod
    def is_there(self, path: Path) -> bool:
        """Whether anything is there, be it a link to nothing."""

    @abstractmethod
    def around(self, path: Path) -> Iterator[Path]:
        """The folders that may be the root of what lies at `path`: the nearest first."""

    @abstractmethod
    def walk(self, folder: Path, failed: Callable[[OSError], object]) -> Walk:
        """A folder and those below it, as `os.walk` gives them; `failed` gets what is closed."""

    @abstractmethod
    def read(self, file: Path) -> bytes:
        """The content of a file.

        Raises:
            OSError: it cannot be read.
        """

    @abstractmethod
    def name(self, path: Path) -> str:
        """What a folder, or the one that a file lies in, is called."""

    @abstractmethod
    def real(self, path: Path) -> Path:
        """Where a path leads, links followed."""

    @abstractmethod
    def tree(self, folder: Path) -> Tree:
        """The files that notes in a folder may show."""

    @abstractmethod
    def on_disk(self, file: Path) -> Path | None:
        """A file, if it is one of the disk."""
