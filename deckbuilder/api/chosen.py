"""What was chosen of what notes propose: which proposals it is about, and what cannot be done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from deckbuilder import choices
from deckbuilder.api.keeping import itself
from deckbuilder.api.options import Options
from deckbuilder.api.taking import Taken
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.language import _
from deckbuilder.model import CALLED, SILENT, Choice, Decision, Key, Lock, Node
from deckbuilder.notes import Reading


@dataclass(frozen=True, slots=True)
class Chosen:
    """The choices of each note (by its position), by the positions of its proposals."""

    notes: Mapping[int, Mapping[int, Choice]] = field(default_factory=dict)
    gone: tuple[Choice, ...] = ()
    """Those that are about nothing that is there."""

    def decisions(self, note: int, reading: Reading) -> dict[int, Decision]:
        """What is to become of a note's proposals: a name that stands not in it is none."""
        return {
            at: choice.decision if _is_named(reading, choice) else _unnamed(choice)
            for at, choice in self.notes.get(note, {}).items()
        }


def proposed(
    read: Sequence[Taken], options: Options, cache: Cache = NOTHING
) -> list[tuple[Key, ...]]:
    """What the proposals of each note are known by.

    Args:
        read: the notes, as they are read without any choice.
        options: what is chosen of the deck.
        cache: what is held of the last look.
    """
    from deckbuilder.notes import asking  # noqa: PLC0415 - slow to import, seldom needed

    return [
        cache.of(
            ("proposed", *itself(one.reading)),
            partial(asking.proposed, one.reading, one.asked, options.cards, options.origin),
        )
        for one in read
    ]


def chosen(keys: Sequence[Sequence[Key]], every: Sequence[Choice], lock: Lock) -> Chosen:
    """Find what was chosen among all that is proposed.

    Args:
        keys: what the proposals of each note are known by.
        every: all choices.
        lock: what is known of the last release.
    """
    places = [(note, at) for note, found in enumerate(keys) for at in range(len(found))]
    known = choices.known([one for found in keys for one in found], every, lock)
    notes: dict[int, dict[int, Choice]] = {}
    for position, choice in known.items():
        note, at = places[position]
        notes.setdefault(note, {})[at] = choice
    here = set(known.values())
    return Chosen(notes, tuple(choice for choice in every if choice not in here))


def undone(reading: Reading, mine: Mapping[int, Choice], vain: frozenset[int]) -> list[Diagnostic]:
    """What was chosen for a note, and cannot be done.

    Args:
        reading: the note.
        mine: the choices by the positions of its proposals.
        vain: the positions of those whose kind cannot be.
    """
    found = []
    for at, choice in sorted(mine.items()):
        term = choice.key.term
        if not _is_named(reading, choice):
            name, path = choice.decision.name, reading.document.path
            found.append(diagnose("choice-name", choice.span, term=term, name=name, path=path))
        if at in vain:
            kind = choice.decision.kind
            found.append(diagnose("choice-kind", choice.span, term=term, kind=_(kind)))
    return found


def gone(chosen: Sequence[Choice], unread: Sequence[str]) -> list[Diagnostic]:
    """The choices whose places are gone.

    Args:
        chosen: the choices.
        unread: the places of notes of which nobody knows what is in them.
    """
    return [
        diagnose(
            "choice-gone",
            choice.span,
            term=choice.key.term,
            kind=_(CALLED[choice.key.note_type]),
            file=choice.key.file,
        )
        for choice in chosen
        if choice.key.file not in unread
    ]


def stands(reading: Reading, name: str) -> bool:
    """Whether a note says these words, as a reader sees them: in a line, or in its title."""
    wanted, document = _plain(name), reading.document
    titles = (document.title or "", *document.aliases, *document.place)
    said = (*titles, *(line for node in reading.root.walk() for line in _lines(node)))
    return bool(wanted) and any(wanted in _plain(line) for line in said)


def _lines(node: Node) -> tuple[str, ...]:
    lines = () if node.kind in SILENT else tuple(line.plain for line in node.lines)
    return (*lines, " ".join(lines))  # a name may go over the end of a line


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _is_named(reading: Reading, choice: Choice) -> bool:
    return not choice.decision.name or stands(reading, choice.decision.name)


def _unnamed(choice: Choice) -> Decision:
    return replace(choice.decision, name="")
