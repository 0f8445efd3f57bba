"""GUIDs of new notes: a digest of the project, what a note asks, and where; never of its answer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from itertools import count, islice

from deckbuilder.model import Key


class Guids:
    """Gives GUIDs that no note has had.

    The same notes of one project get the same GUIDs in every build, with a lock and without. Those
    of two projects never share one: in a student's collection they would be one note.
    """

    def __init__(self, taken: Iterable[str], project: str) -> None:
        self.taken = set(taken)
        self.project = project

    def new(self, key: Key) -> str:
        """A GUID for a new note: of its type with its pin, else with its term and place.

        Where that is taken (two notes ask the same in one place; a term was renamed, and there is
        a new one of the old name), the next free number is counted in.
        """
        guid = next(guid for guid in _guids(key, self.project) if guid not in self.taken)
        self.taken.add(guid)
        return guid


def born(key: Key, project: str, most: int = 3) -> Iterator[str]:
    """The GUIDs that a note of this key would have got where it was new: so many of them."""
    return islice(_guids(key, project), most)


def _guids(key: Key, project: str) -> Iterator[str]:
    whose = (project,) if project else ()  # projects once had no ids, and their notes go on
    where = ("id", key.pin) if key.pin else (key.term, *key.file.split("/"), *key.section)
    return (_digest((*whose, key.note_type, *where, str(number))) for number in count(1))


def _digest(key: Iterable[str]) -> str:
    digest = hashlib.sha256("\x1f".join(key).encode()).digest()
    return base64.urlsafe_b64encode(digest[:12]).decode()
