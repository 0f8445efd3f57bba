"""The pictures, sounds and films that lie in folders of notes, and whether a note names them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from deckbuilder import files
from deckbuilder.model import FILMS, IMAGES, SOUNDS, composed
from deckbuilder.regular import expression
from deckbuilder.sources.disk import Disk
from deckbuilder.sources.folder import shown
from deckbuilder.sources.ignoring import rules, walk
from deckbuilder.sources.source import READERS

TYPES = IMAGES | SOUNDS | FILMS
# What stands in front of the end of a file's name, up to what no name has, or a bracket.
NAME = expression(rf"([^/\\\n\"'<>|(\[{{]*\.(?:{'|'.join(sorted(TYPES))}))(?![0-9a-z])", re.I)


class LyingFile(NamedTuple):
    """A file that a note could show."""

    path: str
    """As messages name it."""
    real: Path
    """Where it lies, links followed."""
    size: int
    named: bool
    """Whether a note of its folder has its name, be it one that is not read."""


def lying(paths: Sequence[Path], exclude: Sequence[str] = ()) -> tuple[LyingFile, ...]:
    """The files in folders of notes.

    Args:
        paths: the sources; only folders of the disk count.
        exclude: what is left out of them, by gitignore's rules.
    """
    return tuple(one for path in paths if path.is_dir() for one in _within(path, exclude))


def _within(folder: Path, exclude: Sequence[str]) -> Iterator[LyingFile]:
    disk = Disk((folder,))
    root = disk.real(folder)
    found = sorted(walk(root, rules(root, root, exclude, disk, (root, ())), []))
    media = [file for file in found if file.suffix[1:].lower() in TYPES]
    names = set(_names(file for file in found if file.suffix in READERS)) if media else set()
    for file in media:
        below = folder / file.relative_to(root)
        try:
            size = file.stat().st_size
        except OSError:
            continue  # whoever shows it is told why
        yield LyingFile(shown(below), file, size, _is_named(file.name, names))


def _names(notes: Iterator[Path]) -> Iterator[str]:
    """The names of files in notes, or the ends of such names."""
    for note in notes:
        try:
            text = files.read(note).decode("utf-8", "ignore")
        except OSError:
            continue
        for spelling in {text, unquote(text)}:
            yield from (composed(hit[1]).strip().casefold() for hit in NAME.finditer(spelling))


def _is_named(name: str, names: Collection[str]) -> bool:
    """Whether a name, or a part of it that ends it, is among these: "판 (1).png" was cut."""
    whole = composed(name).casefold()
    last = whole.rfind(".")
    return any(whole[at:] in names for at in range(last)) or whole in names
