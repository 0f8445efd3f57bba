"""The command line: arguments, printing, progress, exit codes; nothing else."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn, Self

import click

from deckbuilder import api
from deckbuilder.config import DEFAULT_SOURCES, ConfigError, load
from deckbuilder.diagnostics import REASONS, Diagnostic, Severity
from deckbuilder.explain import Explanation
from deckbuilder.notes import Origin
from deckbuilder.pack import PackError

DONE, IN_THE_NOTES, WRONG_USAGE = 0, 1, 2
# Diagnostics about what was asked for, not about what stands in a note.
USAGE_CODES = frozenset({"missing-source", "empty-folder"})
# What `explain` calls a unit that is not called as in `model`.
KIND_NAMES = {"enumeration": "list"}
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


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="deckbuilder")
def main() -> None:
    """Turn Korean study notes in Markdown into Anki decks."""


@main.command()
@click.argument("sources", nargs=-1, type=click.Path(readable=False, path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The .apkg to write.  [default: the config's output, else dist/TITLE.apkg]",
)
@click.option("--title", help="Name of the top deck.  [default: the config's, else the source's]")
@click.option(
    "--config",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Settings to use.  [default: the nearest deckbuilder.toml or pyproject.toml]",
)
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is wrong.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
def build(
    sources: tuple[Path, ...],
    output: Path | None,
    title: str | None,
    config_file: Path | None,
    quiet: bool,
    strict: bool,
) -> None:
    """Read notes and write an Anki deck.

    SOURCES are Markdown files and folders of them; without any, those that the config names,
    else notes/. Folders and notes become subdecks, headings become tags, and the order of the
    notes is the order of new cards.

    \b
      deckbuilder build                           everything in notes/
      deckbuilder build 운영체제.md               one note
      deckbuilder build 1학기 -o 1학기.apkg       a folder, to a file of your choice

    A note may begin with front matter: title, deck (A::B), tags, and skip: true to leave it out.

    The old deck stays as it is until the new one is whole. Exit codes: 0 done; 1 something in
    the notes is wrong, listed as path:line: message; 2 wrong usage or configuration.
    """  # noqa: D301 - \b is click's mark for lines that are not to be wrapped
    try:
        config = load(config_file, Path())
        with _Progress(quiet) as progress:
            result = api.build(
                sources or config.sources or DEFAULT_SOURCES,
                output or config.output,
                options=api.Options(
                    title=title or config.title,
                    cards=config.cards,
                    origin=Origin(config.repository, config.folder) if config.repository else None,
                    fonts=config.fonts,
                    folders=config.sources,
                    strict=strict,
                ),
                timestamp=_now(),
                progress=progress.update,
            )
    except (ConfigError, PackError) as error:
        _fail(str(error))
    for diagnostic in result.diagnostics:
        _report(diagnostic, strict)
    if result.output is None:
        errors = {found.code for found in result.diagnostics if found.severity == Severity.ERROR}
        click.echo("No deck was written.", err=True)
        sys.exit(WRONG_USAGE if errors and errors <= USAGE_CODES else IN_THE_NOTES)
    if not quiet:
        _summarise(result, result.output)


@main.command()
@click.argument("place", metavar="FILE[:LINE]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
def explain(place: str, form: str) -> None:
    """Show how a note is read.

    For each block: its lines, what it was taken for (a term, a set, a contrast …), the cards that
    it asks for with the rule that found them, or why it became part of none. With LINE, only the
    blocks on that line and what they stand below.
    """
    path, line = _file_and_line(place)
    blocks, diagnostics = api.explain_note(path)
    for diagnostic in diagnostics:
        _report(diagnostic, strict=False)
    if any(diagnostic.severity == Severity.ERROR for diagnostic in diagnostics):
        sys.exit(WRONG_USAGE if diagnostics[0].code in USAGE_CODES else IN_THE_NOTES)
    shown = [block for block in blocks if line is None or line in block.span.lines]
    if line is not None and not shown:
        _fail(f"{path}: nothing is on line {line}")
    if form == "json":
        rows = [block.as_dict() for block in shown]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for block in shown:
        click.echo(_explained(block))


def _file_and_line(place: str) -> tuple[Path, int | None]:
    found = re.fullmatch(r"(.+):([0-9]+)", place)
    if found and not os.path.lexists(place):
        return Path(found[1]), int(found[2])
    return Path(place), None


WIDTH = 60


def _explained(block: Explanation) -> str:
    first, last = block.span.first, block.span.last
    lines = f"{first}" if first == last else f"{first}-{last}"
    kind = f"{block.label.kind} " if block.label else ""
    text = block.text if len(block.text) <= WIDTH else f"{block.text[:WIDTH]}…"
    rows = [f"{lines:>9}  {'  ' * block.depth}{block.block} {click.style(kind, bold=True)}{text}"]
    indent = " " * 11 + "  " * block.depth
    for unit in block.asks:
        rows.append(
            f"{indent}→ {KIND_NAMES.get(unit.kind, unit.kind)} “{unit.front}” [{unit.rule}]"
        )
    for unit in () if block.asks else block.answers:
        rows.append(f"{indent}· answers “{unit.front}” [{unit.rule}]")
    if block.reason:
        rows.append(f"{indent}✗ left out: {block.reason}")
    return "\n".join(rows)


def _now() -> int:
    """Seconds since 1970; `SOURCE_DATE_EPOCH` (reproducible-builds.org) wins."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return int(time.time())
    if not re.fullmatch(r"[0-9]{1,11}", fixed):
        raise ConfigError(f"SOURCE_DATE_EPOCH is '{fixed}'; it holds seconds since 1970")
    return int(fixed)


def _fail(message: str) -> NoReturn:
    click.secho(f"Error: {message}", fg="red", err=True)
    sys.exit(WRONG_USAGE)


def _report(diagnostic: Diagnostic, strict: bool) -> None:
    grave = strict or diagnostic.severity == Severity.ERROR
    click.secho(str(diagnostic), fg="red" if grave else "yellow", err=True)
    click.echo(f"    {diagnostic.hint}", err=True)


def _summarise(result: api.Build, output: Path) -> None:
    found = result.cards
    kinds = [_count(found[card], *names) for card, names in CARD_NAMES.items() if found[card]]
    notes = _count(len(result.readings), "note", "notes")
    cards = _count(found.total(), "card", "cards")
    click.echo(f"{notes} read, {cards}: {', '.join(kinds)}")
    _left_out(result.reasons)
    click.echo(f"{click.style('deck', bold=True)}  {output}")


def _left_out(reasons: Counter[str]) -> None:
    if reasons:
        click.echo(f"{_count(reasons.total(), 'block', 'blocks')} left out:")
    for reason, count in reasons.most_common():
        click.echo(f"{count:6}  {REASONS[reason]}")


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


class _Progress(AbstractContextManager["_Progress"]):
    """A progress bar on a terminal, for work of more than a second."""

    def __init__(self, quiet: bool) -> None:
        self.shown = sys.stderr.isatty() and not quiet
        self.started = time.monotonic()
        self.bar: Any = None

    def update(self, done: int, total: int) -> None:
        if not self.shown:
            return
        if self.bar is None and time.monotonic() - self.started > 1:
            self.bar = click.progressbar(length=total, label="reading", file=sys.stderr)
        if self.bar is not None:
            self.bar.update(done - self.bar.pos)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.bar is not None:
            self.bar.render_finish()
