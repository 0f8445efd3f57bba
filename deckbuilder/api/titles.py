"""What a deck is called."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from deckbuilder import sources
from deckbuilder.model import Lock, composed, seen
from deckbuilder.notes import Reading
from deckbuilder.notes.subject import nameless


def called(name: str) -> str:
    """A name as decks have it."""
    return seen(composed(name)) or "deck"


def title(
    readings: Sequence[Reading],
    entries: Sequence[sources.Entry],
    paths: Sequence[Path],
    last: Lock,
    *,
    alone: bool,
) -> str:
    """The only note's title, the only folder's name, or that of the folder around all sources.

    A folder with one note gives its own name, as it may get more: so do several with a note of
    one name each. One called "notes" names nothing. A deck that was called after its only note
    goes on to be called so, and one that was not is not when a note alone is left.

    Args:
        readings: the notes.
        entries: where they were found.
        paths: the sources.
        last: what is known of the last release.
        alone: whether there is no note besides that could not be read.
    """
    if last.title:
        return last.title
    name = _folder(entries, paths)
    only = alone and len(readings) == 1 and _files(last) <= {"/".join(readings[0].document.place)}
    one = readings[0].title if only else ""
    named = entries[0].found and not nameless(name)
    return name if named or not one else one


def _files(last: Lock) -> set[str]:
    """The notes in which the deck's notes stand or stood."""
    return {record.key.file for record in last.notes.values() if record.key.file}


def to_keep(title: str, entries: Sequence[sources.Entry], paths: Sequence[Path]) -> str:
    """The title that the next release has to know: one that is no folder's."""
    return "" if title == called(_folder(entries, paths)) else title


def first_title(readings: Sequence[Reading], paths: Sequence[Path], *, alone: bool) -> str:
    """The same as it was when a folder with one note was called as that is."""
    if len(readings) == 1 and alone:
        return readings[0].title or readings[0].document.place[-1]
    return paths[0].resolve().name if len(paths) == 1 else _around(paths)


def _folder(entries: Sequence[sources.Entry], paths: Sequence[Path]) -> str:
    return entries[0].source.name if len(paths) == 1 else _around(paths)


def _around(paths: Sequence[Path]) -> str:
    return Path(os.path.commonpath([path.resolve().parent for path in paths])).name
