"""What a deck is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from deckbuilder import sources
from deckbuilder.model import composed, seen
from deckbuilder.notes import Reading
from deckbuilder.notes.subject import nameless


def called(name: str) -> str:
    """A name as decks have it."""
    return seen(composed(name)) or "deck"


def title(
    readings: Sequence[Reading],
    entries: Sequence[sources.Entry],
    paths: Sequence[Path],
    *,
    alone: bool,
) -> str:
    """The only note's title, the only folder's name, or that of the folder around all sources.

    A folder with one note gives its own name, as it may get more: so do several with a note of
    one name each. One called "notes" names nothing.
    """
    name = entries[0].source.name if len(paths) == 1 else _around(paths)
    one = readings[0].title if len(readings) == 1 and alone else ""
    named = entries[0].found and not nameless(name)
    return name if named or not one else one


def first_title(readings: Sequence[Reading], paths: Sequence[Path], *, alone: bool) -> str:
    """The same as it was when a folder with one note was called as that is."""
    if len(readings) == 1 and alone:
        return readings[0].title or readings[0].document.place[-1]
    return paths[0].resolve().name if len(paths) == 1 else _around(paths)


def _around(paths: Sequence[Path]) -> str:
    return Path(os.path.commonpath([path.resolve().parent for path in paths])).name
