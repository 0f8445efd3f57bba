"""Cards to look at: what a build would make, what it could make besides, and what it left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from deckbuilder import changes, media
from deckbuilder.api import choosing
from deckbuilder.api.choosing import Proposals
from deckbuilder.api.faults import one_note, step
from deckbuilder.api.keeping import itself
from deckbuilder.api.options import Options
from deckbuilder.api.plan import Plan, plan
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.changes import Change
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.explain import Explanation, Habit, explain
from deckbuilder.extract.rules import RULES
from deckbuilder.model import Lock, Media, Note, Unit
from deckbuilder.notes import Asked, Reading, noted
from deckbuilder.notes.asking import asked

HABITS = {rule.name: Habit(rule.tier, rule.measured, rule.despite) for rule in RULES}
"""What is known of each rule, by its name."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A note of the deck, or one that is only offered, with the unit that asks for it."""

    note: Note
    unit: Unit | None
    offered: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Notes as they are read, and the deck that they give."""

    title: str
    readings: tuple[Reading, ...]
    explained: tuple[tuple[Explanation, ...], ...]
    """The blocks of each of the readings."""
    shown: tuple[Shown, ...]
    """In the order of the deck, what is offered behind what its note file gives."""
    diagnostics: tuple[Diagnostic, ...]
    changes: tuple[Change, ...]
    """Since the release that was named."""
    files: tuple[Media, ...]
    fonts: tuple[Media, ...]
    proposals: Proposals | None = None
    """What the author can choose, where that was asked for."""


def look(
    paths: Sequence[Path],
    options: Options,
    opened: ExitStack,
    lock: Lock | None = None,
    then: Lock | None = None,
    choices: Path | None = None,
    cache: Cache = NOTHING,
    jobs: int = 1,
) -> Look:
    """Look at notes.

    Nothing is written, and errors keep nothing from being seen.

    Args:
        paths: note files and folders.
        options: what is chosen of the deck.
        opened: closes the archives in which notes and pictures lie, when all has been seen.
        lock: what is known of the last build; None for nothing.
        then: the release with which the notes are compared; None for that build.
        choices: where choices are kept, if the author is to choose.
        cache: what notes were read as before, and what is held of the last look.
        jobs: how many processes may read notes at once.
    """
    last = lock or Lock()
    planned = plan(
        paths,
        options=options,
        lock=last,
        now=last.latest + 1,
        opened=opened,
        anyway=True,
        with_kinds=choices is not None,
        cache=cache,
        jobs=jobs,
    )
    before = then or lock
    offers, files = _offers(planned, options, cache)
    return Look(
        title=planned.title,
        readings=planned.readings,
        explained=tuple(
            cache.of(("explained", *itself(reading)), partial(explained, reading))
            for reading in planned.readings
        ),
        shown=tuple(_shown(planned, offers)),
        diagnostics=planned.diagnostics,
        changes=changes.changes(before, planned.lock) if before else (),
        files=tuple({file.name: file for file in (*planned.files, *files)}.values()),
        fonts=planned.fonts,
        proposals=choosing.of(planned.undecided, options, last, choices, cache=cache)
        if choices
        else None,
    )


def explained(reading: Reading) -> tuple[Explanation, ...]:
    """How a note was read, block by block."""
    return explain(
        reading.root, reading.units, reading.left_out, reading.offered, reading.rejected, HABITS
    )


def _offers(planned: Plan, options: Options, cache: Cache) -> tuple[list[Shown], list[Media]]:
    """The notes that are only offered, and the files that they show."""
    digests = media.Digests()
    units: list[Asked] = []
    files: dict[str, Media] = {}
    for reading in planned.readings:
        act = partial(_offered, reading, options, digests, cache)
        found, _ = one_note(reading.document.path, act)
        if found:
            files |= {file.name: file for file in found[0].media.values()}
            units += found[1]
    # One by one: a note for each draft, so that each is known by its unit.
    return [
        Shown(note, one.unit, offered=True)
        for one in units
        for note in noted([one], planned.title, cache=cache)
    ], list(files.values())


def _offered(
    reading: Reading, options: Options, digests: media.Digests, cache: Cache
) -> tuple[tuple[Reading, tuple[Asked, ...]], tuple[Diagnostic, ...]]:
    with step("media"):
        said = (node for blocks in reading.footnotes.values() for node in blocks)
        texts = chain(media.shown(reading.offered), media.lines(said))
        found, problems = media.find(reading.document, texts, digests)
        offering = replace(reading, units=reading.offered, media=found)
    with step("cards"):
        make = partial(asked, offering, options.cards, options.origin)
        return (offering, cache.of(("offered", *itself(offering)), make)), problems


def _shown(planned: Plan, offers: Sequence[Shown]) -> Iterator[Shown]:
    """What is made and what is offered, note file by note file, line by line."""
    units = {
        (unit.span, unit.front): unit for reading in planned.readings for unit in reading.units
    }
    made = [
        Shown(note, units.get((note.span, note.record.key.term)))
        for note in planned.notes
        if note.span
    ]
    files: dict[str, list[Shown]] = {reading.document.path: [] for reading in planned.readings}
    for one in (*made, *offers):
        if one.note.span:
            files[one.note.span.path].append(one)
    for found in files.values():
        yield from sorted(found, key=lambda one: one.note.span.first if one.note.span else 0)
