"""What `build` prints at its end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from deckbuilder.api import Build
from deckbuilder.cli import changing
from deckbuilder.cli.printing import Strong, say
from deckbuilder.cli.reporting import as_rows
from deckbuilder.language import N_, _, ngettext
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.reasons import REASONS

# So many changes are listed.
MOST_LISTED = 20


def summarise(result: Build, output: Path, part: bool, lock_file: Path | None) -> None:
    """Print what a build has made, what it left out, and what has changed since the last one."""
    found = result.cards
    kinds = [counted(found[card], *names) for card, names in _card_names().items() if found[card]]
    notes = counted(len(result.readings), N_("note"), N_("notes"))
    cards = counted(found.total(), N_("card"), N_("cards"))
    listed = ", ".join(kinds)
    say(_("{notes} read, {cards}: {listed}").format(notes=notes, cards=cards, listed=listed))
    _left_out(result.reasons)
    if result.leaving:
        said = ngettext(
            "{number:,} retired note shipped once more",
            "{number:,} retired notes shipped once more",
            result.leaving,
        )
        say(said.format(number=result.leaving))
    if part and lock_file:
        say(_("A part of the project, to try: {name} stays as it is.").format(name=lock_file.name))
    elif result.first and lock_file:
        say(_("{name} is new: commit it together with the deck.").format(name=lock_file.name))
    elif result.changes is not None:
        say(_("since the last build: {tally}").format(tally=changing.tally(result.changes)))
        for line in changing.lines(result.changes, MOST_LISTED):
            say(f"    {line}")
        for line in changing.looks(result.look):
            say(line)
    say(Strong(_("deck")), f"  {output}")


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
        say(
            _("{counted} left out:").format(
                counted=counted(reasons.total(), N_("block"), N_("blocks"))
            )
        )
    for reason, count in reasons.most_common():
        say(f"{count:6}  {_(REASONS[reason])}")


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    noun = _(one if number == 1 else many)
    return _("{number:,} {noun}").format(number=number, noun=noun)
