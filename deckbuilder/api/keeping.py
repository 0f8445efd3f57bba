"""What is kept of a note from one build to the next: how it was read, and what its cards ask."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import NamedTuple

from deckbuilder.api.options import NO_DECISIONS, Options
from deckbuilder.language import spoken
from deckbuilder.model import NO_FILES, Decision, Document, Media, Same, Text
from deckbuilder.notes import Asked, Reading

# Where a note and its pictures lie; what of that cards show is told by itself.
LIES = {"file", "files"}


class Unread(NamedTuple):
    """A note to be read."""

    document: Document
    decisions: Mapping[int, Decision] = NO_DECISIONS
    """What was chosen of its proposals."""

    @property
    def size(self) -> int:
        """How much there is to read."""
        return len(self.document.source)

    @property
    def bare(self) -> Unread:
        """The note as it can be sent to another process, which is to open no file."""
        return Unread(replace(self.document, files=NO_FILES), dict(self.decisions))


@dataclass(frozen=True)
class Kept:
    """A note without its file and the files that it shows: these are looked for each time."""

    reading: Reading
    asked: tuple[Asked, ...]
    shown: tuple[Text, ...]
    """The lines that show or play something."""
    names: Mapping[str, str]
    """What that was called in the deck, by its address in the note."""

    def of(
        self, document: Document, files: Mapping[str, Media]
    ) -> tuple[Reading, tuple[Asked, ...]]:
        """The note as it was read, with the files of now."""
        known = replace(self.reading.document, file=document.file, files=document.files)
        reading = replace(self.reading, document=known, media=files)
        return reading, tuple(replace(one, reading=reading) for one in self.asked)


Answer = bytes | None
"""What a worker has read and pickled (`Kept`); None where there is none, or it could not."""


def keep(reading: Reading, asked: Iterable[Asked], shown: Iterable[Text]) -> Kept:
    """What to keep of a note; `shown` are the lines that its cards show."""
    document = replace(reading.document, file=None, files=NO_FILES)
    bare = replace(reading, document=document, media={})
    playing = (text for text in shown if any(run.has("image") for run in text.runs))
    return Kept(
        bare,
        tuple(replace(one, reading=bare) for one in asked),
        tuple(playing),
        names(reading.media),
    )


def names(files: Mapping[str, Media]) -> dict[str, str]:
    """What files are called in the deck, by their addresses in the note."""
    return {address: file.name for address, file in files.items()}


def itself(reading: Reading) -> tuple[Hashable, ...]:
    """What tells the reading of a note from all others that are in memory, whatever they say."""
    return Same(reading.root), *names(reading.media).items()


def key(note: Unread, options: Options, *, with_kinds: bool) -> str:
    """All that the reading of a note and its cards depend on, but the files that it shows.

    Args:
        note: the note.
        options: what is chosen of the deck.
        with_kinds: whether each proposal says which other kinds it can be asked as.
    """
    document = note.document
    told = [
        sorted(value) if isinstance(value, frozenset) else value
        for field in fields(document)
        if field.name not in LIES
        for value in [getattr(document, field.name)]
    ]
    address = options.origin and options.origin.address(document)
    # What is said of the deck as a whole, or of other files, is left out; a set has no order.
    chosen = replace(
        options,
        title=None,
        origin=None,
        fonts=(),
        folders=(),
        exclude=(),
        strict=False,
        tag_retired=False,
        off=frozenset(),
        choices=(),
        part=False,
    )
    decided = sorted(note.decisions.items(), key=lambda item: item[0])
    return repr((told, address, chosen, sorted(options.off), decided, with_kinds, spoken()))
