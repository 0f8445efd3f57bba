"""From notes to a deck that could be written: everything but the writing."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path

from deckbuilder import media, sources
from deckbuilder.api.faults import one_note, step
from deckbuilder.api.rows import renumbered
from deckbuilder.diagnostics import Diagnostic, Severity, diagnose
from deckbuilder.extract import extract
from deckbuilder.identity import stamps
from deckbuilder.model import (
    NAME,
    CardSettings,
    Document,
    Enumeration,
    Lock,
    Media,
    Note,
    Pin,
    Span,
    Stamp,
    Take,
    composed,
    seen,
)
from deckbuilder.notes import Asked, Origin, Reading, asked, noted, once, retired
from deckbuilder.notes.subject import nameless
from deckbuilder.notetypes import NOTE_TYPES, css
from deckbuilder.outline import outline

# More than this nobody learns as one list: the chemical elements are 118.
MOST_LEARNED = 200

Progress = Callable[[int, int], None]

HANGUL = re.compile("[가-힣ᄀ-ᇿㄱ-ㆎ]")
MANY_CARDS, NEW_A_DAY = 10_000, 20


@dataclass(frozen=True, slots=True)
class Options:
    """What a maintainer chooses of a deck."""

    title: str | None = None
    """The top deck's name; None for the name of the first source."""
    cards: CardSettings = field(default_factory=CardSettings)
    origin: Origin | None = None
    """Where on the web the notes are; cards link to it."""
    fonts: tuple[Path, ...] = ()
    """Font files to pack; cards use them before the system's."""
    folders: tuple[Path, ...] = ()
    """The project's sources; a note in one of them may show any picture in it."""
    exclude: tuple[str, ...] = ()
    """What is left out of the folders, by gitignore's rules."""
    strict: bool = False
    """Whether warnings keep the deck from being written, as errors do."""
    tag_retired: bool = False
    """Whether notes that are gone are shipped once more, with a tag that says so."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A deck that could be written.

    `notes`, `files`, `fonts` and `lock` are empty where errors keep it from being written.
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

    @property
    def note_types(self) -> dict[str, int]:
        """When each of the note types in the deck last changed, in seconds since 1970."""
        used = sorted({note.note_type for note in self.notes})
        return {key: self.lock.note_types[key].changed for key in used}


def read(document: Document, take: Take = "usual") -> Reading:
    """Read a document: its units, and why the rest became none.

    Args:
        document: the note.
        take: the units of which tiers are wanted.

    Raises:
        faults.StepError: a step fails on it.
    """
    with step("outline"):
        root, references, footnotes, lines = outline(document)
    with step("extract"):
        found = extract(root, document, references, lines, take)
        root, footnotes, found = renumbered((root, footnotes, found), document.rows)
    return Reading(
        document,
        root,
        found.units,
        found.left_out,
        footnotes,
        pins=found.pins,
        offered=found.offered,
        rejected=found.rejected,
    )


def plan(
    paths: Sequence[Path],
    *,
    options: Options,
    lock: Lock,
    now: int,
    progress: Progress | None = None,
) -> Plan:
    """Plan a deck from notes.

    Args:
        paths: note files and folders.
        options: what is chosen of the deck.
        lock: what is known of the last release; empty for nothing.
        now: seconds since 1970: when what is new or has changed did so.
        progress: called with the number of notes read so far and in all.
    """
    found, problems = sources.find(paths, options.folders, options.exclude)
    diagnostics = list(problems)
    readings: list[Reading] = []
    unread: list[str] = []
    units: list[Asked] = []
    digests = media.Digests()
    for done, entry in enumerate(found, start=1):
        taken, problems = one_note(entry.path, partial(_take, entry, options, digests))
        diagnostics += problems
        if any(problem.code in sources.LEFT_OUT for problem in problems):
            unread.append("/".join(entry.place))
        if taken:
            readings.append(taken[0])
            units += taken[1]
        if progress:
            progress(done, len(found))
    fonts, problems = media.fonts(options.fonts, digests)
    diagnostics += problems
    diagnostics += _pins(pin for reading in readings for pin in reading.pins)
    diagnostics += _long_lists(readings)
    units, again = once(units)
    diagnostics += [
        diagnose("same-card", twice.unit.span, name=twice.unit.front, first=str(twice.first.span))
        for twice in again
    ]
    diagnostics += _texts(readings)
    diagnostics += _without_cards(readings, diagnostics, paths)
    stop = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    if any(diagnostic.severity in stop for diagnostic in diagnostics):
        return Plan(tuple(readings), tuple(diagnostics), stopped=True)
    title = _called(options.title or _title(readings, found, paths, alone=not unread))
    # What stood for the id of a project when decks were first called otherwise.
    project = _called(options.title or _first_title(readings, paths, alone=not unread))
    made = noted(units, title, lock, now, project)
    diagnostics += _many(made, paths)
    # What stands in a file that could not be read has not gone: it is remembered as it was.
    kept = lock.within(unread)
    gone = lock.gone([*kept, *(note.guid for note in made)])
    if options.tag_retired:
        leaving = list(retired(gone.values(), title, now))
        made += leaving
        gone = {}
    return Plan(
        tuple(readings),
        tuple(diagnostics),
        stopped=False,
        title=title,
        notes=tuple(made),
        files=_named(made, readings),
        fonts=fonts,
        lock=Lock(
            notes={**kept, **{note.guid: note.record for note in made}, **gone},
            note_types={**lock.note_types, **_note_types(made, fonts, lock, now)},
            project=lock.project,
        ),
    )


def _take(
    entry: sources.Entry, options: Options, digests: media.Digests
) -> tuple[tuple[Reading, tuple[Asked, ...]] | None, tuple[Diagnostic, ...]]:
    """One note, read and asked for; None where there is nothing to read."""
    with step("sources"):
        document, problems = sources.read(entry)
    if document is None:
        return None, problems
    reading = read(document, options.cards.take)
    with step("media"):
        reading, missing = _with_media(reading, digests)
    with step("cards"):
        return (reading, asked(reading, options.cards, options.origin)), (*problems, *missing)


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


def _texts(readings: Iterable[Reading]) -> list[Diagnostic]:
    """Notes that are there twice, or in no Korean."""
    first: dict[str, Document] = {}
    found: list[Diagnostic] = []
    for reading in readings:
        document = reading.document
        whole, text = Span(document.path, 0, 0), document.source.strip()
        same = first.setdefault(text, document)
        if same is not document and reading.units:
            found.append(diagnose("same-note", whole, first=same.path))
        if any(map(str.isalpha, text)) and not HANGUL.search(text):
            found.append(diagnose("no-hangul", whole))
    return found


def _many(made: Iterable[Note], paths: Sequence[Path]) -> list[Diagnostic]:
    """Whether there are more cards than anybody learns."""
    cards = sum(len(list(NOTE_TYPES[note.note_type].cards(note.fields))) for note in made)
    if cards <= MANY_CARDS:
        return []
    whole = Span(sources.shown(paths[0]), 0, 0)
    days = f"{cards // NEW_A_DAY:,}"
    return [diagnose("many-cards", whole, number=f"{cards:,}", days=days)]


def _pins(pins: Iterable[Pin]) -> list[Diagnostic]:
    """Ids that are none, are given twice, or to nothing."""
    first: dict[str, Pin] = {}
    found: list[Diagnostic] = []
    for pin in pins:
        if not pin.sound:
            like = "-".join(re.split(r"[\s<>]+", pin.name)) or "세마포어"
            found.append(diagnose("pin-name", pin.span, name=pin.name, like=like))
        elif first.setdefault(pin.name, pin) is not pin:
            where = str(first[pin.name].span)
            found.append(diagnose("pin-twice", pin.span, name=pin.name, first=where))
        elif not pin.used:
            found.append(diagnose("pin-nothing", pin.span, name=pin.name))
    return found


def _long_lists(readings: Iterable[Reading]) -> list[Diagnostic]:
    """Lists that nobody learns as a whole."""
    return [
        diagnose("long-list", unit.span, name=unit.front, number=str(len(unit.items)))
        for reading in readings
        for unit in reading.units
        if isinstance(unit, Enumeration) and len(unit.items) > MOST_LEARNED
    ]


def _with_media(reading: Reading, digests: media.Digests) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """A reading with the files that its cards show, and what there is to say about them."""
    said = (node for blocks in reading.footnotes.values() for node in blocks)
    texts = chain(media.shown(reading.units), media.lines(said))
    files, problems = media.find(reading.document, texts, digests)
    return replace(reading, media=files), problems


def _named(made: Iterable[Note], readings: Iterable[Reading]) -> tuple[Media, ...]:
    """The files that the notes' fields name, each once, in the order of their names."""
    known = {file.name: file for reading in readings for file in reading.media.values()}
    named = {name for note in made for field in note.fields for name in NAME.findall(field)}
    return tuple(known[name] for name in sorted(named & known.keys()))


def _without_cards(
    readings: Sequence[Reading], diagnostics: Sequence[Diagnostic], paths: Sequence[Path]
) -> list[Diagnostic]:
    empty = [reading.document for reading in readings if not reading.units]
    if len(empty) < len(readings):
        return [diagnose("note-without-cards", Span(document.path, 0, 0)) for document in empty]
    if any(diagnostic.severity == Severity.ERROR for diagnostic in diagnostics):
        return []
    return [diagnose("no-cards", Span(sources.shown(paths[0]), 0, 0))]


def _called(name: str) -> str:
    return seen(composed(name)) or "deck"


def _title(
    readings: Sequence[Reading],
    entries: Sequence[sources.Entry],
    paths: Sequence[Path],
    *,
    alone: bool,
) -> str:
    """The only note's title, the only folder's name, or that of the folder around all sources.

    A folder with one note gives its own name, as it may get more: so do several with a note of
    one name each. One called "notes" names nothing.
    """
    name = entries[0].source.name if len(paths) == 1 else _around(paths)
    one = readings[0].title if len(readings) == 1 and alone else ""
    named = entries[0].found and not nameless(name)
    return name if named or not one else one


def _first_title(readings: Sequence[Reading], paths: Sequence[Path], *, alone: bool) -> str:
    """The same as it was when a folder with one note was called as that is."""
    if len(readings) == 1 and alone:
        return readings[0].title or readings[0].document.place[-1]
    return paths[0].resolve().name if len(paths) == 1 else _around(paths)


def _around(paths: Sequence[Path]) -> str:
    return Path(os.path.commonpath([path.resolve().parent for path in paths])).name
