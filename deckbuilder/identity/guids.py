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
        self.left: dict[tuple[str, ...], Iterator[str]] = {}
        """The GUIDs of each place that are not tried yet: what is taken stays so."""

    def new(self, key: Key) -> str:
        """A GUID for a new note: of its type with its pin, else with its term and place.

        Where that is taken (two notes ask the same in one place; a term was renamed, and there is
        a new one of the old name), the next free number is counted in.
        """
        place = _place(key, self.project)
        left = self.left.setdefault(place, _guids(place))
        guid = next(guid for guid in left if guid not in self.taken)
        self.taken.add(guid)
        return guid


def born(key: Key, project: str, most: int = 3) -> Iterator[str]:
    """The GUIDs that a note of this key would have got where it was new: so many of them."""
    return islice(_guids(_place(key, project)), most)


def _place(key: Key, project: str) -> tuple[str, ...]:
    whose = (project,) if project else ()  # projects once had no ids, and their notes go on
    where = ("id", key.pin) if key.pin else (key.term, *key.file.split("/"), *key.section)
    return (*whose, key.note_type, *where)


def _guids(place: tuple[str, ...]) -> Iterator[str]:
    return (_digest((*place, str(number))) for number in count(1))


def _digest(key: Iterable[str]) -> str:
    digest = hashlib.sha256("\x1f".join(key).encode()).digest()
    return base64.urlsafe_b64encode(digest[:12]).decode()
