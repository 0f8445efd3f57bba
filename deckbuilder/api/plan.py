"""From notes to a deck that could be written: everything but the writing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from deckbuilder import media, sources
from deckbuilder.api import remarks, titles
from deckbuilder.api.chosen import chosen, gone, proposed, undone
from deckbuilder.api.keeping import Unread
from deckbuilder.api.options import Options
from deckbuilder.api.taking import Progress, Taken, Taker
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.diagnostics import Diagnostic, Severity, diagnose
from deckbuilder.identity import stamps
from deckbuilder.model import NAME, Document, Lock, Media, Note, Stamp
from deckbuilder.notes import Reading, noted, once
from deckbuilder.notetypes import NOTE_TYPES, css


@dataclass(frozen=True, slots=True)
class Plan:
    """A deck that could be written.

    `notes`, `files`, `fonts` and `lock` are empty where errors keep it from being written, unless
    it was planned anyway.
    """

    readings: tuple[Reading, ...]
    diagnostics: tuple[Diagnostic, ...]
    stopped: bool
    title: str = ""
    notes: tuple[Note, ...] = ()
    files: tuple[Media, ...] = ()
    fonts: tuple[Media, ...] = ()
    lock: Lock = field(default_factory=Lock)
    """What the next release will know of this one."""
    undecided: tuple[Taken, ...] = ()
    """The notes as they are read without any choice."""

    @property
    def note_types(self) -> dict[str, int]:
        """When each of the note types in the deck last changed, in seconds since 1970."""
        used = sorted({note.note_type for note in self.notes})
        return {key: self.lock.note_types[key].changed for key in used}


def plan(
    paths: Sequence[Path],
    *,
    options: Options,
    lock: Lock,
    now: int,
    progress: Progress | None = None,
    opened: ExitStack | None = None,
    anyway: bool = False,
    with_kinds: bool = False,
    cache: Cache = NOTHING,
    jobs: int = 1,
) -> Plan:
    """Plan a deck from notes.

    Args:
        paths: note files and folders.
        options: what is chosen of the deck.
        lock: what is known of the last release; empty for nothing.
        now: seconds since 1970: when what is new or has changed did so.
        progress: called with the number of notes read so far and in all.
        opened: closes the archives in which notes and pictures lie, after the deck is written.
        anyway: plan what there is, also where errors keep it from being written.
        with_kinds: say of each proposal which other kinds it can be asked as.
        cache: what notes were read as before.
        jobs: how many processes may read notes at once.
    """
    found, problems = sources.find(paths, options.folders, options.exclude, opened)
    diagnostics: list[Diagnostic] = list(problems)
    read_: list[Taken] = []
    unread: list[str] = []
    others: list[Document] = []
    taker = Taker(options, cache, jobs, with_kinds)
    for entry, (taken, said) in zip(found, taker.entries(found, progress), strict=True):
        diagnostics += said
        if any(problem.code in sources.LEFT_OUT for problem in said):
            unread.append("/".join(entry.place))
        if isinstance(taken, Document):
            others.append(taken)
        elif taken:
            read_.append(taken)
    unknown = [*unread, *("/".join(other.place) for other in others)]
    undecided = tuple(read_)
    if options.choices:
        read_, more = _with_choices(read_, taker, lock, unknown)
        diagnostics = list(dict.fromkeys([*diagnostics, *more]))
    readings = [taken.reading for taken in read_]
    units = [one for taken in read_ for one in taken.asked]
    fonts, said = media.fonts(options.fonts, taker.digests)
    diagnostics += said
    diagnostics += remarks.pins(pin for reading in readings for pin in reading.pins)
    diagnostics += remarks.directives(one for reading in readings for one in reading.directives)
    diagnostics += remarks.long_lists(readings)
    units, again = once(units)
    diagnostics += [
        diagnose("same-card", twice.unit.span, name=twice.unit.front, first=str(twice.first.span))
        for twice in again
    ]
    diagnostics += remarks.texts(readings)
    diagnostics += remarks.languages(others, options.languages, paths)
    diagnostics += remarks.without_cards(readings, diagnostics, paths)
    stop = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    stopped = any(diagnostic.severity in stop for diagnostic in diagnostics)
    if stopped and not (anyway and readings):
        return Plan(tuple(readings), tuple(diagnostics), stopped=True)
    last = Lock() if options.part else lock
    title = titles.called(
        options.title or titles.title(readings, found, paths, last, alone=not unread)
    )
    # What stood for the id of a project when decks were first called otherwise.
    project = titles.called(options.title or titles.first_title(readings, paths, alone=not unread))
    made = noted(units, title, lock, now, project, cache)
    diagnostics += remarks.many(made, paths)
    # What stands in a file that was not read has not gone: it is remembered as it was.
    kept = lock.within(unknown)
    retiring = lock.gone([*kept, *(note.guid for note in made)])
    if options.tag_retired:
        from deckbuilder.notes.retired import retired  # noqa: PLC0415 - as that of `anew`

        leaving = list(retired(retiring.values(), title, now))
        made += leaving
        retiring = {}
    return Plan(
        tuple(readings),
        tuple(diagnostics),
        stopped=stopped,
        title=title,
        notes=tuple(made),
        files=_named(made, readings),
        fonts=fonts,
        lock=Lock(
            notes={**kept, **{note.guid: note.record for note in made}, **retiring},
            note_types={**lock.note_types, **_note_types(made, fonts, lock, now)},
            project=lock.project,
            title="" if options.title else titles.to_keep(title, found, paths),
        ),
        undecided=undecided,
    )


def _with_choices(
    read_: Sequence[Taken], taker: Taker, lock: Lock, unknown: Sequence[str]
) -> tuple[list[Taken], list[Diagnostic]]:
    """The notes as their author chose, and what there is to say about that."""
    options = taker.options
    found = chosen(proposed(read_, options, taker.cache), options.choices, lock)
    diagnostics = [] if options.part else gone(found.gone, unknown)
    after = list(read_)
    readings = {at: read_[at].reading for at in found.notes}
    again = [
        Unread(reading.document, found.decisions(at, reading)) for at, reading in readings.items()
    ]
    for (at, reading), (taken, said) in zip(readings.items(), taker.notes(again), strict=True):
        diagnostics += said
        if taken:
            after[at] = taken
            diagnostics += undone(reading, found.notes[at], taken.reading.vain)
    return after, diagnostics


def _note_types(
    made: Iterable[Note], fonts: Sequence[Media], lock: Lock, now: int
) -> dict[str, Stamp]:
    style = css(fonts)
    return {
        key: stamps.stamp(
            stamps.shows(NOTE_TYPES[key].shows(), [style]), lock.note_types.get(key), now
        )
        for key in {note.note_type for note in made}
    }


def _named(made: Iterable[Note], readings: Iterable[Reading]) -> tuple[Media, ...]:
    """The files that the notes' fields name, each once, in the order of their names."""
    known = {file.name: file for reading in readings for file in reading.media.values()}
    fields = (field for note in made for field in note.fields if "deckbuilder-" in field)
    named = {name for field in fields for name in NAME.findall(field)}
    return tuple(known[name] for name in sorted(named & known.keys()))
