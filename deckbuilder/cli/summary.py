"""What `build` prints at its end."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from deckbuilder.api import Build
from deckbuilder.cli import changing
from deckbuilder.diagnostics import REASONS

# So many changes are listed.
MOST_LISTED = 20
# The cards of a deck by their note type and template.
CARD_NAMES = {
    ("definition", "term"): ("definition", "definitions"),
    ("definition", "reverse"): ("in reverse", "in reverse"),
    ("enumeration", "topic"): ("list", "lists"),
    ("cloze", "item"): ("list item", "list items"),
    ("comparison", "topic"): ("comparison", "comparisons"),
    ("comparison", "contrast"): ("contrast", "contrasts"),
    ("question", "question"): ("question", "questions"),
}


def summarise(result: Build, output: Path, part: bool, lock_file: Path | None) -> None:
    """Print what a build has made, what it left out, and what has changed since the last one."""
    found = result.cards
    kinds = [counted(found[card], *names) for card, names in CARD_NAMES.items() if found[card]]
    notes = counted(len(result.readings), "note", "notes")
    cards = counted(found.total(), "card", "cards")
    click.echo(f"{notes} read, {cards}: {', '.join(kinds)}")
    _left_out(result.reasons)
    if result.leaving:
        click.echo(f"{counted(result.leaving, 'retired note', 'retired notes')} shipped once more")
    if part and lock_file:
        click.echo(f"A part of the project, to try: {lock_file.name} stays as it is.")
    elif result.first and lock_file:
        click.echo(f"{lock_file.name} is new: commit it together with the deck.")
    elif result.changes is not None:
        click.echo(f"since the last build: {changing.tally(result.changes)}")
        for line in changing.lines(result.changes, MOST_LISTED):
            click.echo(f"    {line}")
        for line in changing.looks(result.look):
            click.echo(line)
    click.echo(f"{click.style('deck', bold=True)}  {output}")


def _left_out(reasons: Counter[str]) -> None:
    if reasons:
        click.echo(f"{counted(reasons.total(), 'block', 'blocks')} left out:")
    for reason, count in reasons.most_common():
        click.echo(f"{count:6}  {REASONS[reason]}")


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number:,} {one if number == 1 else many}"
