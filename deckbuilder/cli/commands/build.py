"""deckbuilder build: read notes and write an Anki deck."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from deckbuilder import api, cache
from deckbuilder.cli import changing, clock, summary
from deckbuilder.cli.ending import exit_code
from deckbuilder.cli.parameters import (
    CONFIG,
    DEBUG,
    JOBS,
    NO_CACHE,
    OUTPUT,
    VERBOSE,
    WAIT,
    File,
    Name,
    form,
)
from deckbuilder.cli.printing import IN_THE_NOTES, say, say_json
from deckbuilder.cli.progress import Progress
from deckbuilder.cli.project import is_part, lock_of, options, patience
from deckbuilder.cli.reporting import report
from deckbuilder.cli.speaking import LANG
from deckbuilder.config import DEFAULT_SOURCES, ConfigError, load
from deckbuilder.diagnostics import Severity
from deckbuilder.language import _


@click.command()
@click.argument("sources", nargs=-1, type=File(readable=False))
@OUTPUT
@click.option(
    "--title",
    type=Name(),
    metavar="TEXT",
    help="Name of the top deck.  [default: the config's, else the source's]",
)
@CONFIG
@click.option(
    "--lock",
    "lock_file",
    type=File(dir_okay=False),
    help="What the last release was.  [default: in a project its deckbuilder.lock, else none]",
)
@WAIT
@click.option("--locked", is_flag=True, help="Fail where the lock would change; for CI.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is wrong.")
@VERBOSE
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@JOBS
@NO_CACHE
@DEBUG
@form(told="How to print it; json has everything.")
@LANG
def build(
    sources: tuple[Path, ...],
    output: Path | None,
    title: str | None,
    config_file: Path | None,
    lock_file: Path | None,
    wait: int,
    locked: bool,
    quiet: bool,
    verbose: bool,
    strict: bool,
    jobs: int,
    kept: bool,
    form: str,
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

    In a project, where there is a deckbuilder.toml, deckbuilder.lock keeps which note of the deck
    is which, so that students keep their reviews: commit it together with the deck. Where it is
    missing and the deck is not, nothing is written.

    The old deck stays as it is until the new one is whole, and so does the lock. Exit codes: 0
    done; 1 something in the notes is wrong, listed as error: path:line: message, or the lock would
    change and --locked forbids it; 2 wrong usage or configuration.
    """  # noqa: D301 - \b is click's mark for lines that are not to be wrapped
    config = load(config_file, Path())
    part = lock_file is None and is_part(sources, config)
    lock_file = lock_file or lock_of(config)
    if locked and lock_file is None:
        raise ConfigError(_("--locked: there is no deckbuilder.toml here; name a lock with --lock"))
    with Progress(quiet) as progress, cache.opened(kept) as memory:
        result = api.build(
            sources or config.sources or DEFAULT_SOURCES,
            output or config.output,
            options=options(config, title, strict, part),
            clock=partial(clock.now, lock_file=lock_file),
            lock_file=lock_file,
            locked=locked,
            keep_lock=part,
            progress=progress.update,
            patience=patience(wait, quiet),
            cache=memory,
            jobs=jobs,
        )
    if form == "json":
        say_json(summary.as_dict(result, lock_file, strict))
        _end(result)
        return
    report(result.diagnostics, strict=strict, verbose=verbose)
    if result.refused and lock_file:
        _refuse(result, lock_file)
    if result.output is None:
        say(_("No deck was written."), err=True)
    elif not quiet:
        summary.summarise(result, result.output, part, lock_file)
    _end(result)


def _refuse(result: api.Build, lock_file: Path) -> NoReturn:
    changes = result.changes or ()
    said = [*changing.lines(changes), *changing.looks(result.look)]
    tally = changing.tally(changes) if said else _("it remembers the notes otherwise")
    say(
        _("error: {name} would change: {tally}").format(name=lock_file.name, tally=tally),
        colour="red",
        err=True,
    )
    for line in said:
        say(f"    {line}", err=True)
    say(_("Build without --locked, and commit the lock and the deck."), err=True)
    sys.exit(IN_THE_NOTES)


def _end(result: api.Build) -> None:
    """End with the exit code of a build that has written no deck."""
    if result.output is None:
        sys.exit(
            exit_code([found for found in result.diagnostics if found.severity == Severity.ERROR])
        )
