"""What has changed between two releases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from deckbuilder.language import N_, _
from deckbuilder.model import Lock, Record


class Kind(StrEnum):
    """What has happened to a note; one that was renamed or moved may have changed as well."""

    NEW = N_("new")
    RESTORED = N_("restored")
    RENAMED = N_("renamed")
    MOVED = N_("moved")
    CHANGED = N_("changed")
    RETIRED = N_("retired")


@dataclass(frozen=True, slots=True)
class Change:
    """A note that is not what it was.

    `before` is None for a new note; of a retired one, `after` is what was last known.
    """

    kinds: tuple[Kind, ...]
    before: Record | None
    after: Record
    instead_of: Record | None = None
    """The note of another type that asked for the same, and is gone."""

    @property
    def continues(self) -> str:
        """The GUID of the note that this one continues; of one that is gone, as it was."""
        return self.after.after or (self.before.after if self.before else "")

    @property
    def cards_gone(self) -> int:
        """How many of its cards a note has no more that is still there."""
        if self.before is None or self.before.retired or Kind.RETIRED in self.kinds:
            return 0
        return len({*self.before.cards} - {*self.after.cards})


def changes(old: Lock, new: Lock) -> tuple[Change, ...]:
    """What a student who has the old release gets with the new one.

    Args:
        old: what is remembered of the old release.
        new: the same of the new one; its notes in the order in which to name them.

    Returns:
        the changes, the retired notes last. A list's notes for its items are named where the list
        itself is not.
    """
    found = [*_changed(old, new), *_retired(old, new)]
    named = {change.after.guid for change in found}
    kinds = {change.after.guid: change.kinds for change in found}
    return tuple(
        change
        for change in found
        if change.continues not in named or kinds[change.continues] != change.kinds
    )


def _changed(old: Lock, new: Lock) -> Iterator[Change]:
    gone = [change.before or change.after for change in _retired(old, new)]
    asked = {_asked(record): record for record in gone}
    for record in new.notes.values():
        before = old.notes.get(record.guid)
        if record.retired:
            continue
        if before is None:
            yield Change((Kind.NEW,), None, record, asked.get(_asked(record)))
        elif before.retired:
            yield Change((Kind.RESTORED,), before, record)
        elif kinds := tuple(_kinds(before, record)):
            yield Change(kinds, before, record)


def _asked(record: Record) -> tuple[str, str]:
    return record.key.term, record.key.file


def _kinds(before: Record, after: Record) -> Iterator[Kind]:
    old, new = before.key, after.key
    elsewhere = old.term != new.term or old.place != new.place
    if old.term != new.term:
        yield Kind.RENAMED
    if old.file and old.place != new.place:
        yield Kind.MOVED
    if before.stamp.shows != after.stamp.shows and (old.answer != new.answer or not elsewhere):
        yield Kind.CHANGED


def _retired(old: Lock, new: Lock) -> Iterator[Change]:
    for guid, record in old.notes.items():
        after = new.notes.get(guid, record)
        if not record.retired and (guid not in new.notes or after.retired):
            yield Change((Kind.RETIRED,), record, after)


def conflicts(old: Lock, new: Lock) -> Iterator[str]:
    """What Anki would not take from the new release where the old one was imported, a line each."""
    if old.project and new.project and old.project != new.project:
        yield _("the old release is of another project: Anki keeps its notes, and adds these")
    for guid, after in new.notes.items():
        before = old.notes.get(guid)
        if before is None:
            continue
        if before.key.note_type != after.key.note_type:
            yield (
                _(
                    "'{term}' [{guid}] was of the note type {note_type} and is of "
                    "{note_type2}: Anki leaves the old note as it is"
                ).format(
                    term=after.key.term,
                    guid=guid,
                    note_type=before.key.note_type,
                    note_type2=after.key.note_type,
                )
            )
        elif (
            before.stamp.shows != after.stamp.shows and after.stamp.changed <= before.stamp.changed
        ):
            yield (
                _(
                    "'{term}' [{guid}] has changed, and its time of change is not newer: Anki "
                    "leaves the old text"
                ).format(term=after.key.term, guid=guid)
            )


def look(old: Lock, new: Lock) -> tuple[str, ...]:
    """The keys of the note types whose templates or style have changed."""
    both = sorted(old.note_types.keys() & new.note_types.keys())
    return tuple(k for k in both if old.note_types[k].shows != new.note_types[k].shows)
