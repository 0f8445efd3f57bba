"""What `build` prints at its end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from deckbuilder.api import Build
from deckbuilder.cli import changing
from deckbuilder.cli.printing import Strong, say
from deckbuilder.cli.reporting import as_rows
from deckbuilder.diagnostics import REASONS
from deckbuilder.notetypes import NOTE_TYPES

# So many changes are listed.
MOST_LISTED = 20


def summarise(result: Build, output: Path, part: bool, lock_file: Path | None) -> None:
    """Print what a build has made, what it left out, and what has changed since the last one."""
    found = result.cards
    kinds = [counted(found[card], *names) for card, names in _card_names().items() if found[card]]
    notes = counted(len(result.readings), "note", "notes")
    cards = counted(found.total(), "card", "cards")
    say(f"{notes} read, {cards}: {', '.join(kinds)}")
    _left_out(result.reasons)
    if result.leaving:
        say(f"{counted(result.leaving, 'retired note', 'retired notes')} shipped once more")
    if part and lock_file:
        say(f"A part of the project, to try: {lock_file.name} stays as it is.")
    elif result.first and lock_file:
        say(f"{lock_file.name} is new: commit it together with the deck.")
    elif result.changes is not None:
        say(f"since the last build: {changing.tally(result.changes)}")
        for line in changing.lines(result.changes, MOST_LISTED):
            say(f"    {line}")
        for line in changing.looks(result.look):
            say(line)
    say(Strong("deck"), f"  {output}")


def as_dict(result: Build, lock_file: Path | None, strict: bool) -> dict[str, Any]:
    """The same for JSON, with all that there is to say about the notes."""
    places = {note.guid: str(note.span) for note in result.notes if note.span}
    changes = result.changes
    return {
        "deck": None if result.output is None else str(result.output),
        "lock": None if lock_file is None else str(lock_file),
        "notes": len(result.readings),
        "cards": {
            "all": result.cards.total(),
            **{many: result.cards[card] for card, (_, many) in _card_names().items()},
        },
        "left_out": dict(result.reasons.most_common()),
        "retired": result.leaving,
        "changes": None if changes is None else [changing.row(one, places) for one in changes],
        "look": list(result.look),
        "refused": result.refused,
        "diagnostics": as_rows(result.diagnostics, strict=strict),
    }


def _card_names() -> dict[tuple[str, str], tuple[str, str]]:
    """What the cards of a deck are called, by their note type and template."""
    return {
        (note_type.key, template.stem): template.counted
        for note_type in NOTE_TYPES.values()
        for template in note_type.templates
    }


def _left_out(reasons: Counter[str]) -> None:
    if reasons:
        say(f"{counted(reasons.total(), 'block', 'blocks')} left out:")
    for reason, count in reasons.most_common():
        say(f"{count:6}  {REASONS[reason]}")


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
