"""deckbuilder cards: the cards of a note, as text."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import click

from deckbuilder.api.looking import Shown
from deckbuilder.cli.ending import exit_code
from deckbuilder.cli.parameters import CONFIG, DEBUG, JOBS, VERBOSE, File, form
from deckbuilder.cli.printing import Strong, say, say_json
from deckbuilder.cli.reporting import report
from deckbuilder.cli.speaking import LANG
from deckbuilder.cli.viewing import View
from deckbuilder.diagnostics import Severity
from deckbuilder.language import _
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.preview import plain, templates
from deckbuilder.preview.templates import Card

# Longer lines are hard to read.
WIDEST = 100


@click.command()
@click.argument("sources", nargs=-1, type=File(readable=False), metavar="[FILE]...")
@click.option("--offers", is_flag=True, help="Show what is only offered, too.")
@CONFIG
@VERBOSE
@JOBS
@form()
@DEBUG
@LANG
def cards(
    sources: tuple[Path, ...],
    offers: bool,
    config_file: Path | None,
    verbose: bool,
    jobs: int,
    form: str,
) -> None:
    """Print the cards of a note: what kind each is, its line, its front and back.

    \b
      deckbuilder cards 운영체제.md
      deckbuilder cards 운영체제.md --offers      what take = "many" would make, too
    """  # noqa: D301
    with ExitStack() as opened:
        found = View(sources, config_file, jobs=jobs).look(opened)
    report(found.diagnostics, verbose=verbose)
    shown = [one for one in found.shown if offers or not one.offered]
    if form == "json":
        say_json([row for one in shown for row in _rows(one)])
    else:
        width = min(shutil.get_terminal_size().columns, WIDEST)
        for one in shown:
            for card in _cards(one):
                _print(one, card, width)
    errors = [one for one in found.diagnostics if one.severity == Severity.ERROR]
    if errors:
        sys.exit(exit_code(errors))


def _cards(shown: Shown) -> Iterator[Card]:
    return templates.cards(NOTE_TYPES[shown.note.note_type], shown.note.fields)


def _sides(shown: Shown, card: Card, width: int) -> tuple[list[str], list[str]]:
    """The lines of the front, and those that the back has besides."""
    sides = templates.sides(shown.note.note_type, card, shown.note.fields)
    front = plain.lines(sides.front, width)
    back = plain.lines(sides.back, width)
    same = back[: len(front)] == front
    return front, [line for line in (back[len(front) :] if same else back) if not plain.rule(line)]


def _print(shown: Shown, card: Card, width: int) -> None:
    front, back = _sides(shown, card, width)
    state = _("offered")
    offered = f", {state}" if shown.offered else ""
    say(f"{shown.note.span}: {_(card.template.counted[0])}{offered}", colour="cyan")
    for line in front:
        say(Strong(line))
    for line in back:
        say(f"  {line}")
    say("")


def _rows(shown: Shown) -> Iterator[dict[str, Any]]:
    for card in _cards(shown):
        front, back = _sides(shown, card, sys.maxsize)
        yield {
            "path": shown.note.span.path if shown.note.span else None,
            "line": shown.note.span.first if shown.note.span else None,
            "kind": card.template.stem,
            "type": shown.note.note_type,
            "offered": shown.offered,
            "deck": shown.note.deck,
            "tags": list(shown.note.tags),
            "guid": shown.note.guid,
            "front": "\n".join(front),
            "back": "\n".join(back),
        }
