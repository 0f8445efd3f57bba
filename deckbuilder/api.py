"""The steps put together: notes in, a deck out."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from deckbuilder import media, pack, sources
from deckbuilder.diagnostics import Diagnostic, Severity, diagnose
from deckbuilder.explain import Explanation, explain
from deckbuilder.extract import extract
from deckbuilder.model import NAME, CardSettings, Document, Media, Note, Span
from deckbuilder.notes import Origin, Reading, notes
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.outline import outline


@dataclass(frozen=True, slots=True)
class Build:
    """What a build did.

    `output` is the deck that was written and `notes` what is in it; None and empty where errors
    kept it from being written.
    """

    readings: tuple[Reading, ...]
    diagnostics: tuple[Diagnostic, ...]
    output: Path | None = None
    notes: tuple[Note, ...] = ()

    @property
    def cards(self) -> Counter[tuple[str, str]]:
        """How many cards there are of each note type (its key) and template (its stem)."""
        return Counter(
            (note.note_type, stem)
            for note in self.notes
            for stem in NOTE_TYPES[note.note_type].cards(note.fields)
        )

    @property
    def reasons(self) -> Counter[str]:
        """How many blocks were left out for each reason."""
        return Counter(left.reason for reading in self.readings for left in reading.left_out)


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
    strict: bool = False
    """Whether warnings keep the deck from being written, as errors do."""


def read(document: Document) -> Reading:
    """Read a document: its units, and why the rest became none."""
    root, references, footnotes, lines = outline(document)
    return Reading(document, root, *extract(root, document, references, lines), footnotes)


def explain_note(file: Path) -> tuple[tuple[Explanation, ...], tuple[Diagnostic, ...]]:
    """Explain how a note is read.

    Args:
        file: a note file.

    Returns:
        its blocks, none where it cannot be read or is skipped; and what there is to say about it.
    """
    found, problems = sources.find([file])
    if not found:
        return (), problems
    document, problems = sources.read(found[0])
    if document is None:
        return (), problems
    reading = read(document)
    return explain(reading.root, reading.units, reading.left_out), problems


def build(
    paths: Sequence[Path],
    output: Path | None,
    *,
    options: Options,
    timestamp: int,
    progress: Callable[[int, int], None] | None = None,
) -> Build:
    """Build a deck from notes.

    Args:
        paths: note files and folders.
        output: the .apkg to write; None for `dist/TITLE.apkg`.
        options: what is chosen of the deck.
        timestamp: seconds since 1970, the time of the notes' last change.
        progress: called with the number of notes read so far and in all.

    Returns:
        what was found, what there is to say about it, and where the deck lies.

    Raises:
        pack.PackError: the deck cannot be written; the old one is untouched.
    """
    found, problems = sources.find(paths, options.folders)
    diagnostics = list(problems)
    readings: list[Reading] = []
    disk = media.Disk()
    for done, source in enumerate(found, start=1):
        document, problems = sources.read(source)
        diagnostics += problems
        if document:
            reading, problems = _with_media(read(document), disk)
            readings.append(reading)
            diagnostics += problems
        if progress:
            progress(done, len(found))
    fonts, problems = media.fonts(options.fonts, disk)
    diagnostics += problems
    diagnostics += _without_cards(readings, diagnostics, paths)
    stop = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    if any(diagnostic.severity in stop for diagnostic in diagnostics):
        return Build(tuple(readings), tuple(diagnostics))
    top = unicodedata.normalize("NFC", options.title or _title(readings, paths))
    target = output or Path("dist", f"{_file_name(top)}.apkg")
    made = notes(readings, top, options.cards, options.origin)
    pack.write(made, target, timestamp, _named(made, readings), fonts)
    return Build(tuple(readings), tuple(diagnostics), target, tuple(made))


def _with_media(reading: Reading, disk: media.Disk) -> tuple[Reading, tuple[Diagnostic, ...]]:
    """A reading with the files that its cards show, and what there is to say about them."""
    said = (node for blocks in reading.footnotes.values() for node in blocks)
    texts = chain(media.shown(reading.units), media.lines(said))
    files, problems = media.find(reading.document, texts, disk)
    return replace(reading, media=files), problems


def _named(made: Iterable[Note], readings: Iterable[Reading]) -> list[Media]:
    """The files that the notes' fields name, each once, in the order of their names."""
    known = {file.name: file for reading in readings for file in reading.media.values()}
    named = {name for note in made for field in note.fields for name in NAME.findall(field)}
    return [known[name] for name in sorted(named & known.keys())]


def _without_cards(
    readings: Sequence[Reading], diagnostics: Sequence[Diagnostic], paths: Sequence[Path]
) -> list[Diagnostic]:
    empty = [reading.document for reading in readings if not reading.units]
    if len(empty) < len(readings):
        return [diagnose("note-without-cards", Span(document.path, 0, 0)) for document in empty]
    if any(diagnostic.severity == Severity.ERROR for diagnostic in diagnostics):
        return []
    return [diagnose("no-cards", Span(sources.shown(paths[0]), 0, 0))]


def _title(readings: Sequence[Reading], paths: Sequence[Path]) -> str:
    """The only note's title, the only folder's name, or that of the folder around all sources."""
    if len(readings) == 1:
        return readings[0].title
    if len(paths) == 1:
        return paths[0].resolve().name
    return Path(os.path.commonpath([path.resolve().parent for path in paths])).name


def _file_name(title: str) -> str:
    return re.sub(r'[\\/:*?"<>|\s]+', "-", title).strip("-.") or "deck"
