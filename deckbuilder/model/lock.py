"""What a release remembers of its notes, so that the next one knows them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import NamedTuple

from deckbuilder.model.value import value

REMEMBERED = 300
"""So much of an answer is remembered, in characters: enough to know it again."""

SAYS = " : "
"""What stands between the name of a part and what is said of it."""

PROJECT_ID = r"^[0-9a-f]{16}$"
"""What the id of a project looks like."""

PROJECT_KEY = "deckbuilderProject"
"""Where a deck keeps it: among the settings of its collection (`col.conf`), which Anki leaves where
they are when it imports a deck."""


@value(frozen=True)
class Key:
    """What a note is recognised by."""

    note_type: str
    term: str
    """What it asks for."""
    file: str = ""
    """The note file's path below its source root, without suffix; empty where it is not known."""
    section: tuple[str, ...] = ()
    """The names above it in the file, the outermost first."""
    answer: str = ""
    """What it answers, as plain text; the beginning of a long one."""
    parts: tuple[str, ...] = ()
    """What it asks for one by one (items of a list, members of a comparison): the name of each, and
    behind `SAYS` what is said of it, if anything is."""
    pin: str = ""
    """The id that its author gave it by hand."""

    @property
    def place(self) -> tuple[str, ...]:
        """The file and the names above."""
        return (self.file, *self.section)


class Stamp(NamedTuple):
    """A digest of what is shown, and since when (seconds since 1970)."""

    shows: str
    changed: int


@value(frozen=True)
class Record:
    """What is remembered of one note; its key's `parts` are in the order of their cards' numbers.

    A part keeps its number for good: a number is never given to another.
    """

    guid: str
    key: Key
    stamp: Stamp
    cards: tuple[str, ...] = ()
    """The fields that ask, one a card."""
    after: str = ""
    """The GUID of the note that it continues: a list's, or that of its items before."""
    retired: bool = False
    """Whether it has left the notes."""

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of the parts that have a card."""
        asked = (card.rpartition(" ")[2] for card in self.cards)
        return frozenset(int(number) for number in asked if number.isdecimal())

    def unplaced(self) -> Record:
        """The same of a note of which nobody knows where it stood."""
        return replace(self, key=replace(self.key, file="", section=()))


@value(frozen=True)
class Lock:
    """All that is remembered: the notes by GUID, the note types by their keys."""

    notes: Mapping[str, Record] = field(default_factory=dict)
    note_types: Mapping[str, Stamp] = field(default_factory=dict)
    project: str = ""
    """The id that tells the new notes of this project from those of any other; empty for none."""
    title: str = ""
    """What the deck is called, where it is called after its only note; empty for anything else."""

    @property
    def latest(self) -> int:
        """When anything in it last changed, in seconds since 1970; 0 for nothing."""
        stamps = (*(record.stamp for record in self.notes.values()), *self.note_types.values())
        return max((stamp.changed for stamp in stamps), default=0)

    def in_order(self) -> Lock:
        """The same in the order of its file, as it is read back."""
        notes, note_types = sorted(self.notes.items()), sorted(self.note_types.items())
        return replace(self, notes=dict(notes), note_types=dict(note_types))

    def gone(self, here: Iterable[str]) -> dict[str, Record]:
        """The records of notes that are none of these (their GUIDs), as retired."""
        gone = self.notes.keys() - set(here)
        return {guid: replace(self.notes[guid], retired=True) for guid in sorted(gone)}

    def within(self, places: Iterable[str]) -> dict[str, Record]:
        """The records of notes of now in these files and folders (paths as in `Key.file`)."""
        places = tuple(places)
        return {
            guid: record
            for guid, record in self.notes.items()
            if not record.retired
            and any(f"{record.key.file}/".startswith(f"{place}/") for place in places)
        }
