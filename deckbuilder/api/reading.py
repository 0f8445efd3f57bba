"""A note that was not read before, or is not kept: outline, extract, cards.

It is imported only where there is something to read: all that knows Markdown and Korean comes with
it, and takes longer to import than a deck to build of notes that have not changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckbuilder import media
from deckbuilder.api.faults import step
from deckbuilder.api.options import NO_DECISIONS, Options
from deckbuilder.api.rows import renumbered
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.extract import extract
from deckbuilder.model import Decision, Document, Language, Take, Text
from deckbuilder.notes import Asked, Reading
from deckbuilder.notes.asking import asked
from deckbuilder.outline import outline


def read(
    document: Document,
    take: Take = "usual",
    languages: Sequence[Language] = ("ko",),
    off: frozenset[str] = frozenset(),
    decisions: Mapping[int, Decision] = NO_DECISIONS,
    *,
    with_kinds: bool = False,
) -> Reading:
    """Read a document: its units, and why the rest became none.

    Args:
        document: the note.
        take: the units of which tiers are wanted.
        languages: what is asked may be in one of these alone.
        off: the habits that are switched off.
        decisions: what was chosen, by the position among the reading's `proposals` without any.
        with_kinds: say of each proposal which other kinds it can be asked as.

    Raises:
        faults.StepError: a step fails on it.
    """
    with step("outline"):
        root, references, footnotes, lines, tags = outline(document)
    with step("extract"):
        found = extract(
            root,
            document,
            references,
            lines,
            take,
            languages,
            off,
            decisions,
            with_kinds=with_kinds,
        )
        root, footnotes, found = renumbered((root, footnotes, found), document.rows)
    document = replace(document, tags=tuple(dict.fromkeys((*document.tags, *tags))))
    return Reading(**vars(found), document=document, root=root, footnotes=footnotes)


class Anew(NamedTuple):
    """One note, read now."""

    reading: Reading
    asked: tuple[Asked, ...]
    """What its cards ask."""
    shown: tuple[Text, ...]
    """The lines that they show."""
    missing: tuple[Diagnostic, ...]
    """What there is to say about its pictures."""


def anew(
    document: Document,
    options: Options,
    digests: media.Digests,
    decisions: Mapping[int, Decision] = NO_DECISIONS,
    *,
    with_kinds: bool = False,
) -> Anew:
    """Read a note, and make what its cards ask.

    Args:
        document: the note.
        options: what is chosen of the deck.
        digests: of its files.
        decisions: what was chosen of its proposals.
        with_kinds: say of each which other kinds it can be asked as.

    Raises:
        faults.StepError: a step fails on it.
    """
    reading = read(
        document,
        options.cards.take,
        options.languages,
        options.off,
        decisions,
        with_kinds=with_kinds,
    )
    with step("media"):
        said = (node for blocks in reading.footnotes.values() for node in blocks)
        shown = (*media.shown(reading.units), *media.lines(said))
        files, missing = media.find(document, shown, digests)
        reading = replace(reading, media=files)
    return Anew(reading, cards(reading, options), shown, missing)


def cards(reading: Reading, options: Options) -> tuple[Asked, ...]:
    """What the cards of a note ask, as it was read.

    Raises:
        faults.StepError: the step fails on it.
    """
    with step("cards"):
        return asked(reading, options.cards, options.origin)
