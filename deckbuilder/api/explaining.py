"""Notes explained: how they are read, block by block."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from pathlib import Path

from deckbuilder import sources
from deckbuilder.api import remarks
from deckbuilder.api.chosen import chosen
from deckbuilder.api.faults import one_note, step
from deckbuilder.api.looking import explained
from deckbuilder.api.options import Options
from deckbuilder.api.reading import read
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.explain import Explanation
from deckbuilder.model import Document, Lock
from deckbuilder.notes import Reading
from deckbuilder.notes.asking import asked, proposed

USUAL = Options()


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
