"""What students have: compared with what notes give now, or read back where the lock is lost."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from deckbuilder import changes, lock, published, release
from deckbuilder.api.building import Clock, folder, load, packed
from deckbuilder.api.options import Options
from deckbuilder.api.plan import plan
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.changes import Change
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.language import _
from deckbuilder.model import Lock
from deckbuilder.turns import PATIENCE, Patience, alone

USUAL = Options()
# A deck of which a smaller share is among the notes is another project's.
FITTING = 0.1


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


def diff(
    paths: Sequence[Path],
    old: Path | Lock,
    *,
    options: Options,
    clock: Clock,
    lock_file: Path,
    patience: Patience = PATIENCE,
    cache: Cache = NOTHING,
    jobs: int = 1,
) -> Diff:
    """Say what has changed since a release.

    Args:
        paths: note files and folders.
        old: the release, its deck (a path) or its lock.
        options: what is chosen of the deck.
        clock: tells the time of what is new or has changed.
        lock_file: what the last release was.
        patience: how long to wait for another process that writes the lock.
        cache: what notes were read as before.
        jobs: how many processes may read notes at once.

    Raises:
        published.PublishedError: the old deck is none.
        lock.LockError: a lock is not sound.
        turns.TurnError: another process takes too long.
        pack.PackError: the deck of now cannot be made.
    """
    with alone(folder(lock_file), patience):
        known = load(lock_file, cache).lock
    if isinstance(old, Lock):
        before, then = None, old
    else:
        before = published.read(old)
        then = before.lock
    # Where the lock is lost, this is what can be known of it.
    last = known or (_unplaced(then) if before else then)
    with ExitStack() as opened:
        now = clock(last.latest)
        planned = plan(
            paths, options=options, lock=last, now=now, opened=opened, cache=cache, jobs=jobs
        )
        if planned.stopped:
            return Diff(planned.diagnostics, stopped=True)
        today, conflicting = planned.lock, list[str]()
        if before:
            # Both sides are read the same way, so that what is compared is the same.
            with TemporaryDirectory() as empty:
                after = published.read(packed(planned, Path(empty)))
            today = after.lock
            conflicting += published.conflicts(before, after)
        conflicting += changes.conflicts(then, today)
    return Diff(
        planned.diagnostics,
        stopped=False,
        changes=changes.changes(then, today),
        look=changes.look(then, today),
        conflicts=tuple(conflicting),
        places={note.guid: str(note.span) for note in planned.notes if note.span},
    )


def relock(
    deck: Path,
    lock_file: Path,
    paths: Sequence[Path] = (),
    *,
    options: Options = USUAL,
    anyway: bool = False,
    patience: Patience = PATIENCE,
) -> int:
    """Make a lost lock anew from a published deck.

    Args:
        deck: the .apkg that students have.
        lock_file: the lock to write.
        paths: the notes of the project, if there are any.
        options: what is chosen of the deck.
        anyway: write it, though the deck seems to be another project's.
        patience: how long to wait for another process that writes it.

    Returns:
        how many notes it knows.

    Raises:
        published.PublishedError: the deck is none.
        lock.LockError: the deck seems to be another project's.
        release.ReleaseError: the lock is there, or cannot be written.
        turns.TurnError: another process takes too long.
    """
    with alone(folder(lock_file), patience):
        if lock_file.exists():
            raise release.ReleaseError(
                _(
                    "{lock_file}: is there already, and knows more than a deck does; delete it "
                    "first if it is of no use any more"
                ).format(lock_file=lock_file)
            )
        read = published.read(deck).lock
        found = replace(_unplaced(read), title="" if options.title else _top(read))
        if paths and not anyway:
            _refuse_another(deck, found, paths, options)
        # A deck from before there were ids has none: what is new from now on gets one.
        named = found if found.project else replace(found, project=lock.new_project())
        release.put_text(lock_file, lock.dumps(named))
        return len(found.notes)


def _refuse_another(deck: Path, found: Lock, paths: Sequence[Path], options: Options) -> None:
    """Refuse a deck of which next to nothing is among the notes that there are.

    Under its ids all notes would be new to the students of this project, and its students would
    get what is none of theirs.

    Raises:
        lock.LockError: it is one.
    """
    with ExitStack() as opened:
        planned = plan(paths, options=options, lock=found, now=0, opened=opened, anyway=True)
    here = [note.guid for note in planned.notes if not note.record.retired]
    known = sum(guid in found.notes for guid in here)
    if known < FITTING * min(len(here), len(found.notes)):
        raise lock.LockError(
            _(
                "{deck}: seems to be another project's: of its {number} notes {known} are among "
                "the {here} here. Nothing is written; name the deck that the students of this "
                "project have, or, if it is that one, say so with --anyway"
            ).format(deck=deck, number=len(found.notes), known=known, here=len(here))
        )


def _top(found: Lock) -> str:
    """What a deck is called: the name that all decks in it begin with."""
    tops = {record.key.file.partition("::")[0] for record in found.notes.values()}
    return tops.pop() if len(tops) == 1 else ""


def _unplaced(found: Lock) -> Lock:
    """What a deck tells of its notes: all but where they stood."""
    return replace(found, notes={guid: note.unplaced() for guid, note in found.notes.items()})
