"""deckbuilder explain: how notes are read, what a code means."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from deckbuilder import api
from deckbuilder.cli.ending import exit_code
from deckbuilder.cli.explaining import explained
from deckbuilder.cli.parameters import CONFIG, DEBUG, VERBOSE, form
from deckbuilder.cli.printing import Strong, fail, say, say_json
from deckbuilder.cli.project import options
from deckbuilder.cli.reporting import report
from deckbuilder.cli.speaking import LANG
from deckbuilder.config import load
from deckbuilder.diagnostics import Severity
from deckbuilder.explain import Explanation
from deckbuilder.language import _
from deckbuilder.lint import KNOWN, meant
from deckbuilder.lint.pages import page


@click.command()
@click.argument("place", metavar="PATH[:LINE]|CODE")
@CONFIG
@VERBOSE
@form()
@DEBUG
@LANG
def explain(place: str, config_file: Path | None, verbose: bool, form: str) -> None:
    """Show how a note is read, or all notes of a folder.

    For each block: its lines, what it was taken for (a term, a set, a contrast …), the cards that
    it asks for with the rule that found them and how sure that is, those that it does not and what
    is against them, or why it became part of none. With LINE, only the blocks on that line.
    What the settings leave out of a folder is left out here, too.

    With a CODE of `deckbuilder check`, what that means, and a note that it is told of.

    \b
      deckbuilder explain 운영체제.md             a note
      deckbuilder explain 운영체제.md:12          that line alone
    """  # noqa: D301
    if place in KNOWN and not os.path.lexists(place):
        for row in page(place).splitlines():
            say(row)
        return
    _refuse_what_is_neither(place)
    path, line = _file_and_line(place)
    chosen = options(load(config_file, Path()))
    explained_notes, diagnostics = api.explain_notes(path, chosen)
    report(diagnostics, verbose=verbose)
    notes = [
        [block for block in blocks if line is None or line in block.span.lines]
        for blocks in explained_notes
    ]
    errors = [found for found in diagnostics if found.severity == Severity.ERROR]
    if line is not None and not any(notes) and not errors:
        fail(
            _("{path}: nothing is on line {line}; name another, or none").format(
                path=path, line=line
            )
        )
    if form == "json":
        if notes or not errors:
            say_json([block.as_dict() for blocks in notes for block in blocks])
    else:
        _explain(notes)
    if errors:
        sys.exit(exit_code(errors))


def _explain(notes: Sequence[Sequence[Explanation]]) -> None:
    for blocks in notes:
        if len(notes) > 1 and blocks:
            say(Strong(blocks[0].span.path))
        for block in blocks:
            for parts in explained(block):
                say(*parts)


def _refuse_what_is_neither(place: str) -> None:
    """End where a bare word names no file and no folder: it may be meant for a code."""
    if os.path.lexists(place) or not re.fullmatch(r"[\w-]+", place):
        return
    said = _("{place}: there is no such file, folder or code; {hint}")
    fail(said.format(place=place, hint=meant(place)))


def _file_and_line(place: str) -> tuple[Path, int | None]:
    """What to explain.

    Raises:
        click.BadParameter: nothing is named, or a line of a folder.
    """
    if not place:
        raise click.BadParameter(_("it is empty; name a note or a folder"), param_hint=_("PATH"))
    found = re.fullmatch(r"(.+):([0-9]+)", place)
    if found and not os.path.lexists(place):
        path = Path(found[1])
        if path.is_dir():
            raise click.BadParameter(
                _("{path} is a folder; name a note in it").format(path=path), param_hint=_("PATH")
            )
        return path, int(found[2])
    return Path(place), None
