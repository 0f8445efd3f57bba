"""A deck built: notes in, a deck out, and a lock with it."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from deckbuilder import changes, lock, pack, release
from deckbuilder.api.options import Options
from deckbuilder.api.plan import Plan, plan
from deckbuilder.api.taking import Progress
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.changes import Change
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.language import _
from deckbuilder.model import Lock, Note
from deckbuilder.notes import Reading
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.turns import PATIENCE, Patience, alone

Clock = Callable[[int], int]
"""Given the time of the last change, the time now; both in seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did.

    `output` is the deck that lies there now, written or as it lay, and `notes` what is in it; None
    and empty where errors kept it from being written. `changes` are those since the release that
    the lock is of; None where there is no lock.
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
    patience: Patience = PATIENCE,
    cache: Cache = NOTHING,
    jobs: int = 1,
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
        patience: how long to wait for another process that writes there.
        cache: what notes were read as before.
        jobs: how many processes may read notes at once.

    Returns:
        what was found, what there is to say about it, and where the deck lies.

    Raises:
        pack.PackError, release.ReleaseError: the deck cannot be written; the old one is untouched,
            as is the lock.
        lock.LockError: the lock is not sound, or there is none and a deck of ours in the output's
            place.
        turns.TurnError: another process takes too long.
    """
    written = None if keep_lock or locked else lock_file
    with (
        alone(folder(lock_file), patience) if lock_file else nullcontext(),
        ExitStack() as opened,
    ):
        known = load(lock_file, cache)
        last = known.lock or Lock()
        if written and not last.project:
            last = replace(last, project=lock.new_project())
        now = clock(last.latest)
        planned = plan(
            paths,
            options=options,
            lock=last,
            now=now,
            progress=progress,
            opened=opened,
            cache=cache,
            jobs=jobs,
        )
        made = Build(planned.readings, planned.diagnostics)
        if planned.stopped:
            return made
        if lock_file:
            made = replace(
                made,
                changes=changes.changes(last, planned.lock),
                look=changes.look(last, planned.lock),
                first=known.lock is None,
            )
        if locked and not keep_lock and planned.lock != known.lock:
            return replace(made, refused=True)
        target = output or Path("dist", f"{_file_name(planned.title)}.apkg")
        if written and known.lock is None:
            others = () if output or options.title else planned.readings
            for deck in (target, *_called_after(others, target)):
                _refuse_unknown(deck, written)
        # Without a lock all notes are of now, and no deck is like the last one.
        _put(planned, target, known, written, patience, cache if lock_file else NOTHING)
        return replace(made, output=target, notes=planned.notes)


def folder(lock_file: Path) -> Path:
    """Where a lock lies; one that is a link where it leads to."""
    return Path(os.path.realpath(lock_file)).parent


def _called_after(readings: Iterable[Reading], target: Path) -> tuple[Path, ...]:
    """The decks that were called after one of the notes, when it was the only one."""
    names = (target.with_name(f"{_file_name(reading.title)}.apkg") for reading in readings)
    return tuple(path for path in names if path != target and path.exists())


def _refuse_unknown(deck: Path, lock_file: Path) -> None:
    """Refuse to make a first lock where a deck shows that there was one.

    All notes would be new to the students who have that deck, and its id, which is nowhere else,
    would be written over.

    Raises:
        lock.LockError: the deck is one of ours.
    """
    if not os.path.lexists(deck):
        return
    from deckbuilder import published  # noqa: PLC0415 - once in the life of a project

    try:
        published.read(deck)
    except published.PublishedError:
        return
    raise lock.LockError(
        _(
            "{lock_file}: is missing, and there is {deck}: to whoever has it all notes would "
            "be new. Make the lock anew, deckbuilder recover --from {deck} --lock {lock_file}; "
            "or, for a project of its own, delete that deck"
        ).format(lock_file=lock_file, deck=deck)
    )


class Known(NamedTuple):
    """What is known of the last release."""

    lock: Lock | None
    """None where there is none."""
    text: str | None = None
    """The text of its file, if it is as a build writes it."""


def load(lock_file: Path | None, cache: Cache = NOTHING) -> Known:
    """What is known of the last release; what the last build here wrote is known by its text.

    Raises:
        lock.LockError: the lock is not sound.
        release.ReleaseError: what a killed process had begun cannot be finished.
    """
    if lock_file is None:
        return Known(None)
    release.settle(lock_file)
    text = lock.text(lock_file)
    if text is None:
        return Known(None)
    kept = cache.get(_newest(lock_file))
    if isinstance(kept, Written) and kept.digest == _digest(text):
        return Known(kept.lock, text)
    return Known(lock.loads(text, str(lock_file)))


class Written(NamedTuple):
    """A lock as a build wrote it; what the next build writes takes its place in the cache."""

    digest: str
    lock: Lock


def _newest(lock_file: Path) -> str:
    return f"lock: {os.path.realpath(lock_file)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _put(
    planned: Plan,
    target: Path,
    known: Known,
    written: Path | None,
    patience: Patience,
    cache: Cache,
) -> None:
    """Put the deck in place, with the lock; what is there already is not made again."""
    text = known.text if planned.lock == known.lock else None
    if text is None:
        text = lock.dumps(planned.lock) if written else ""
    made_of = _made_of(planned) if cache.is_there else ""
    there = cache.get(made_of)
    digest = release.put(
        lambda empty: packed(planned, empty), target, written, text, patience, there or ""
    )
    if digest != there:
        cache.put(made_of, digest)
    if written and text != known.text:
        cache.put(_newest(written), Written(_digest(text), planned.lock.in_order()))


def _made_of(planned: Plan) -> str:
    return pack.made_of(
        planned.notes, planned.note_types, planned.files, planned.fonts, planned.lock.project
    )


def packed(planned: Plan, folder: Path) -> Path:
    """Pack a deck in an empty folder, and say where it lies there."""
    return pack.write(
        planned.notes,
        folder,
        planned.note_types,
        planned.files,
        planned.fonts,
        planned.lock.project,
    )


def _file_name(title: str) -> str:
    return re.sub(r'[\\/:*?"<>|\s]+', "-", title).strip("-.") or "deck"
