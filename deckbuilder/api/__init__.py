"""The steps put together: notes in, a deck out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from deckbuilder import changes, lock, pack, published, release, sources
from deckbuilder.api.plan import Options, Plan, Progress, plan, read
from deckbuilder.changes import Change
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.explain import Explanation, explain
from deckbuilder.model import Lock, Note
from deckbuilder.notes import Reading
from deckbuilder.notetypes import NOTE_TYPES

__all__ = ["Build", "Diff", "Options", "build", "diff", "explain_note", "read", "relock"]


Clock = Callable[[int], int]
"""Given the time of the last change, the time now; both in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did.

    `output` is the deck that was written and `notes` what is in it; None and empty where errors
    kept it from being written. `changes` are those since the release that the lock is of; None
    where there is no lock.
    """

    readings: tuple[Reading, ...]
    diagnostics: tuple[Diagnostic, ...]
    output: Path | None = None
    notes: tuple[Note, ...] = ()
    changes: tuple[Change, ...] | None = None
    look: tuple[str, ...] = ()
    """The note types whose cards look otherwise than in that release."""
    first: bool = False
    """Whether there was no lock before."""
    over: bool = False
    """Whether there was a deck in the place of the new one."""
    refused: bool = False
    """Whether the lock would have changed, and may not."""

    @property
    def cards(self) -> Counter[tuple[str, str]]:
        """How many cards there are of each note type (its key) and template (its stem).

        Those of notes that are gone do not count.
        """
        return Counter(
            (note.note_type, template.stem)
            for note in self.notes
            if not note.record.retired
            for template, _ in NOTE_TYPES[note.note_type].cards(note.fields)
        )

    @property
    def leaving(self) -> int:
        """How many notes that are gone are shipped once more."""
        return sum(note.record.retired for note in self.notes)

    @property
    def reasons(self) -> Counter[str]:
        """How many blocks were left out for each reason."""
        return Counter(left.reason for reading in self.readings for left in reading.left_out)


@dataclass(frozen=True, slots=True)
class Diff:
    """What a student who has an old release gets with the notes as they are now.

    `look` are the note types whose cards look otherwise; `conflicts` what Anki would not take, a
    line each.
    """

    diagnostics: tuple[Diagnostic, ...]
    stopped: bool
    changes: tuple[Change, ...] = ()
    look: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    places: dict[str, str] = field(default_factory=dict)
    """Where each note stands, `path:line` by GUID."""


def explain_notes(path: Path) -> tuple[list[tuple[Explanation, ...]], tuple[Diagnostic, ...]]:
    """Explain how notes are read.

    Args:
        path: a note file, or a folder of them.

    Returns:
        the blocks of each note, without those that cannot be read or are skipped; and what there
        is to say about them.
    """
    found, problems = sources.find([path])
    diagnostics = list(problems)
    explained: list[tuple[Explanation, ...]] = []
    for source in found:
        document, problems = sources.read(source)
        diagnostics += problems
        if document:
            reading = read(document)
            explained.append(explain(reading.root, reading.units, reading.left_out))
    return explained, tuple(diagnostics)


def build(
    paths: Sequence[Path],
    output: Path | None,
    *,
    options: Options,
    clock: Clock,
    lock_file: Path | None = None,
    locked: bool = False,
    keep_lock: bool = False,
    progress: Progress | None = None,
) -> Build:
    """Build a deck from notes.

    Args:
        paths: note files and folders.
        output: the .apkg to write; None for `dist/TITLE.apkg`.
        options: what is chosen of the deck.
        clock: tells the time of what is new or has changed.
        lock_file: what the last release was, written anew with the deck; None for none: then all
            notes are of now, and known by what they ask and where alone.
        locked: write nothing where the lock would change.
        keep_lock: read the lock, and leave it as it is.
        progress: called with the number of notes read so far and in all.

    Returns:
        what was found, what there is to say about it, and where the deck lies.

    Raises:
        pack.PackError, release.ReleaseError: the deck cannot be written; the old one is untouched,
            as is the lock.
        lock.LockError: the lock is not sound.
    """
    with release.alone(lock_file.parent) if lock_file else nullcontext():
        known = _load(lock_file)
        last = known or Lock()
        now = clock(last.latest)
        planned = plan(paths, options=options, lock=last, now=now, progress=progress)
        made = Build(planned.readings, planned.diagnostics)
        if planned.stopped:
            return made
        if lock_file:
            made = replace(
                made,
                changes=changes.changes(last, planned.lock),
                look=changes.look(last, planned.lock),
                first=known is None,
            )
        if locked and not keep_lock and planned.lock != known:
            return replace(made, refused=True)
        target = output or Path("dist", f"{_file_name(planned.title)}.apkg")
        written = None if keep_lock or locked else lock_file
        over = release.put(
            lambda folder: _pack(planned, folder),
            target,
            written,
            lock.dumps(planned.lock) if written else "",
        )
        return replace(made, output=target, notes=planned.notes, over=over)


def diff(
    paths: Sequence[Path],
    old: Path | Lock,
    *,
    options: Options,
    clock: Clock,
    lock_file: Path,
) -> Diff:
    """Say what has changed since a release.

    Args:
        paths: note files and folders.
        old: the release, its deck (a path) or its lock.
        options: what is chosen of the deck.
        clock: tells the time of what is new or has changed.
        lock_file: what the last release was.

    Raises:
        published.PublishedError: the old deck is none.
        lock.LockError: a lock is not sound.
        pack.PackError: the deck of now cannot be made.
    """
    with release.alone(lock_file.parent):
        known = _load(lock_file)
    last = known or Lock()
    planned = plan(paths, options=options, lock=last, now=clock(last.latest))
    if planned.stopped:
        return Diff(planned.diagnostics, stopped=True)
    conflicting: list[str] = []
    if isinstance(old, Path):
        # Both sides are read the same way, so that what is compared is the same.
        before = published.read(old)
        with TemporaryDirectory() as folder:
            after = published.read(_pack(planned, Path(folder)))
        conflicting += published.conflicts(before, after)
        then, today = before.lock, after.lock
    else:
        then, today = old, planned.lock
    conflicting += changes.conflicts(then, today)
    return Diff(
        planned.diagnostics,
        stopped=False,
        changes=changes.changes(then, today),
        look=changes.look(then, today),
        conflicts=tuple(conflicting),
        places={note.guid: str(note.span) for note in planned.notes if note.span},
    )


def relock(deck: Path, lock_file: Path) -> int:
    """Make a lost lock anew from a published deck.

    Args:
        deck: the .apkg that students have.
        lock_file: the lock to write.

    Returns:
        how many notes it knows.

    Raises:
        published.PublishedError: the deck is none.
        release.ReleaseError: the lock is there, or cannot be written.
    """
    if lock_file.exists():
        raise release.ReleaseError(
            f"{lock_file}: is there already, and knows more than a deck does; "
            "delete it first if it is of no use any more"
        )
    found = published.read(deck).lock
    notes = {guid: record.unplaced() for guid, record in found.notes.items()}
    release.put_lock(lock_file, lock.dumps(replace(found, notes=notes)))
    return len(notes)


def _load(lock_file: Path | None) -> Lock | None:
    if lock_file is None:
        return None
    release.settle(lock_file)
    return lock.load(lock_file)


def _pack(planned: Plan, folder: Path) -> Path:
    return pack.write(planned.notes, folder, planned.note_types, planned.files, planned.fonts)


def _file_name(title: str) -> str:
    return re.sub(r'[\\/:*?"<>|\s]+', "-", title).strip("-.") or "deck"
