"""The steps put together: notes in, a deck out."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from deckbuilder import changes, lock, pack, published, release, sources
from deckbuilder.api import remarks
from deckbuilder.api.checking import Check, check
from deckbuilder.api.chosen import chosen, proposed
from deckbuilder.api.faults import one_note, step
from deckbuilder.api.looking import Look, explained, look
from deckbuilder.api.plan import Options, Plan, Progress, plan, read
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.changes import Change
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.explain import Explanation
from deckbuilder.extract.rules import RULES
from deckbuilder.language import _
from deckbuilder.model import Document, Lock, Note
from deckbuilder.notes import Reading, asked
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.turns import PATIENCE, Patience, alone

__all__ = [
    "Build",
    "Check",
    "Diff",
    "Look",
    "Options",
    "build",
    "check",
    "diff",
    "explain_notes",
    "look",
    "read",
    "relock",
]


Clock = Callable[[int], int]
"""Given the time of the last change, the time now; both in seconds since 1970."""

USUAL = Options()
# A deck of which a smaller share is among the notes is another project's.
FITTING = 0.1
HABITS = tuple(rule.name for rule in RULES)
"""The names of the habits that the settings can switch off."""


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


def explain_notes(
    path: Path, options: Options = USUAL
) -> tuple[list[tuple[Explanation, ...]], tuple[Diagnostic, ...]]:
    """Explain how notes are read.

    Args:
        path: a note file, or a folder of them.
        options: what is chosen of the deck.

    Returns:
        the blocks of each note, without those that cannot be read or are skipped, or are in another
        language and were not named themselves; and what there is to say about them.
    """
    with ExitStack() as opened:
        found, problems = sources.find([path], options.folders, options.exclude, opened)
        diagnostics = list(problems)
        explained: list[tuple[Explanation, ...]] = []
        others: list[Document] = []
        for entry in found:
            told, problems = one_note(entry.path, partial(_explained, entry, options))
            diagnostics += problems
            if told is None:
                continue
            document, blocks = told
            is_other = document.language not in options.languages
            others += [document] if is_other else []
            if not (is_other and entry.found):
                explained.append(blocks)
        return explained, (*diagnostics, *remarks.languages(others, options.languages, [path]))


def _explained(
    entry: sources.Entry, options: Options
) -> tuple[tuple[Document, tuple[Explanation, ...]] | None, tuple[Diagnostic, ...]]:
    with step("sources"):
        document, problems = sources.read(entry)
    if document is None:
        return None, problems
    reading = read(document, options.cards.take, options.languages, options.off)
    reading = _as_chosen(reading, options) if options.choices else reading
    with step("explain"):
        return (document, explained(reading)), problems


def _as_chosen(reading: Reading, options: Options) -> Reading:
    """A note as its author chose of what it proposes."""
    with step("cards"):
        made = asked(reading, options.cards, options.origin)
        keys = proposed(reading, made, options.cards, options.origin)
        decisions = chosen([keys], options.choices, Lock()).decisions(0, reading)
    return read(reading.document, options.cards.take, options.languages, options.off, decisions)


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
        alone(_folder(lock_file), patience) if lock_file else nullcontext(),
        ExitStack() as opened,
    ):
        known = _load(lock_file)
        last = known or Lock()
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
        )
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
        if written and known is None:
            _refuse_unknown(target, written)
        release.put(
            lambda folder: _pack(planned, folder),
            target,
            written,
            lock.dumps(planned.lock) if written else "",
            patience,
        )
        return replace(made, output=target, notes=planned.notes)


def diff(
    paths: Sequence[Path],
    old: Path | Lock,
    *,
    options: Options,
    clock: Clock,
    lock_file: Path,
    patience: Patience = PATIENCE,
    cache: Cache = NOTHING,
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

    Raises:
        published.PublishedError: the old deck is none.
        lock.LockError: a lock is not sound.
        turns.TurnError: another process takes too long.
        pack.PackError: the deck of now cannot be made.
    """
    with alone(_folder(lock_file), patience):
        known = _load(lock_file)
    if isinstance(old, Lock):
        before, then = None, old
    else:
        before = published.read(old)
        then = before.lock
    # Where the lock is lost, this is what can be known of it.
    last = known or (_unplaced(then) if before else then)
    with ExitStack() as opened:
        now = clock(last.latest)
        planned = plan(paths, options=options, lock=last, now=now, opened=opened, cache=cache)
        if planned.stopped:
            return Diff(planned.diagnostics, stopped=True)
        today, conflicting = planned.lock, list[str]()
        if before:
            # Both sides are read the same way, so that what is compared is the same.
            with TemporaryDirectory() as folder:
                after = published.read(_pack(planned, Path(folder)))
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
    with alone(_folder(lock_file), patience):
        if lock_file.exists():
            raise release.ReleaseError(
                _(
                    "{lock_file}: is there already, and knows more than a deck does; delete it "
                    "first if it is of no use any more"
                ).format(lock_file=lock_file)
            )
        found = _unplaced(published.read(deck).lock)
        if not anyway:
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


def _folder(lock_file: Path) -> Path:
    """Where a lock lies; one that is a link where it leads to."""
    return Path(os.path.realpath(lock_file)).parent


def _unplaced(found: Lock) -> Lock:
    """What a deck tells of its notes: all but where they stood."""
    return replace(found, notes={guid: note.unplaced() for guid, note in found.notes.items()})


def _refuse_unknown(deck: Path, lock_file: Path) -> None:
    """Refuse to make a first lock where a deck shows that there was one.

    All notes would be new to the students who have that deck, and its id, which is nowhere else,
    would be written over.

    Raises:
        lock.LockError: the deck is one of ours.
    """
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


def _load(lock_file: Path | None) -> Lock | None:
    if lock_file is None:
        return None
    release.settle(lock_file)
    return lock.load(lock_file)


def _pack(planned: Plan, folder: Path) -> Path:
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
