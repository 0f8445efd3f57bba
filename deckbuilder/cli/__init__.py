"""The command line: arguments, printing, progress, exit codes; nothing else."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from pathlib import Path
from typing import NoReturn

import click

from deckbuilder import api, history, lock
from deckbuilder.cli import changing
from deckbuilder.cli.explaining import explained
from deckbuilder.cli.progress import Progress
from deckbuilder.cli.summary import counted, summarise
from deckbuilder.config import DEFAULT_SOURCES, FILE, PYPROJECT, Config, ConfigError, load
from deckbuilder.diagnostics import Diagnostic, Severity
from deckbuilder.history import HistoryError
from deckbuilder.lock import LockError
from deckbuilder.model import Lock
from deckbuilder.notes import Origin
from deckbuilder.pack import PackError
from deckbuilder.published import PublishedError
from deckbuilder.release import ReleaseError
from deckbuilder.sources import LEFT_OUT
from deckbuilder.turns import Patience, TurnError

DONE, IN_THE_NOTES, WRONG_USAGE = 0, 1, 2
# Diagnostics about what was asked for, not about what stands in a note.
USAGE_CODES = frozenset({"missing-source", "empty-folder"})
# What is wrong with what was asked for, the configuration or the disk.
REFUSALS = (
    ConfigError,
    HistoryError,
    LockError,
    PackError,
    PublishedError,
    ReleaseError,
    TurnError,
)
# An option of every command that reads a project.
CONFIG = click.option(
    "--config",
    "config_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Settings to use.  [default: the nearest deckbuilder.toml or pyproject.toml]",
)
# An option of every command that reads or writes a lock.
WAIT = click.option(
    "--wait",
    type=click.IntRange(min=0, max=86_400),
    default=60,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for another process that writes there.",
)


def _remember(context: click.Context, option: click.Parameter, value: bool) -> None:
    del option
    context.meta[DEBUGGING] = value


# An option of every command that reads notes; what prints the diagnostics looks it up.
DEBUGGING = "deckbuilder.debug"
DEBUG = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_remember,
    help="Show where deckbuilder fails, if it does.",
)


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
@CONFIG
@click.option(
    "--lock",
    "lock_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="What the last release was.  [default: in a project its deckbuilder.lock, else none]",
)
@WAIT
@click.option("--locked", is_flag=True, help="Fail where the lock would change; for CI.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but what is wrong.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@DEBUG
def build(
    sources: tuple[Path, ...],
    output: Path | None,
    title: str | None,
    config_file: Path | None,
    lock_file: Path | None,
    wait: int,
    locked: bool,
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

    In a project, where there is a deckbuilder.toml, deckbuilder.lock keeps which note of the deck
    is which, so that students keep their reviews: commit it together with the deck. Where it is
    missing and the deck is not, nothing is written.

    The old deck stays as it is until the new one is whole, and so does the lock. Exit codes: 0
    done; 1 something in the notes is wrong, listed as path:line: message, or the lock would change
    and --locked forbids it; 2 wrong usage or configuration.
    """  # noqa: D301 - \b is click's mark for lines that are not to be wrapped
    try:
        config = load(config_file, Path())
        part = lock_file is None and _is_part(sources, config)
        lock_file = lock_file or _lock_of(config)
        if locked and lock_file is None:
            raise ConfigError(
                "--locked: there is no deckbuilder.toml here; name a lock with --lock"
            )
        with Progress(quiet) as progress:
            result = api.build(
                sources or config.sources or DEFAULT_SOURCES,
                output or config.output,
                options=_options(config, title, strict),
                clock=_clock,
                lock_file=lock_file,
                locked=locked,
                keep_lock=part,
                progress=progress.update,
                patience=_patience(wait, quiet),
            )
    except REFUSALS as error:
        _fail(str(error))
    for diagnostic in result.diagnostics:
        _report(diagnostic, strict)
    if result.refused and lock_file:
        _refuse(result, lock_file)
    if result.output is None:
        errors = {found.code for found in result.diagnostics if found.severity == Severity.ERROR}
        click.echo("No deck was written.", err=True)
        sys.exit(WRONG_USAGE if errors and errors <= USAGE_CODES else IN_THE_NOTES)
    if not quiet:
        summarise(result, result.output, part, lock_file)


@main.command()
@click.argument("old", default="HEAD")
@CONFIG
@WAIT
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to print it; markdown is Korean, for release notes.",
)
@DEBUG
def diff(old: str, config_file: Path | None, wait: int, form: str) -> None:
    """Show what has changed since a release.

    OLD is its deck (an .apkg), or a git revision at which its deckbuilder.lock was committed; it
    is compared with the notes as they are now. What Anki would not take on import is named, too.

    \b
      deckbuilder diff                      since the last commit
      deckbuilder diff v1.2                 since a tag
      deckbuilder diff 옛판.apkg --format markdown
    """  # noqa: D301
    try:
        config = load(config_file, Path())
        lock_file = _lock_of(config)
        if lock_file is None:
            raise ConfigError(
                "there is no deckbuilder.toml here: what changes is known of projects"
            )
        result = api.diff(
            config.sources or DEFAULT_SOURCES,
            _release(old, lock_file),
            options=_options(config),
            clock=_clock,
            lock_file=lock_file,
            patience=_patience(wait),
        )
    except REFUSALS as error:
        _fail(str(error))
    for diagnostic in result.diagnostics:
        # What could not be read is not compared; other warnings are `build`'s to say.
        if diagnostic.severity == Severity.ERROR or diagnostic.code in LEFT_OUT:
            _report(diagnostic, strict=False)
    if result.stopped:
        sys.exit(IN_THE_NOTES)
    match form:
        case "json":
            click.echo(changing.as_json(result))
        case "markdown":
            click.echo("\n".join(changing.markdown(result)))
        case _:
            click.echo("\n".join(changing.text(result)))


@main.command("lock")
@click.option(
    "--from",
    "deck",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The .apkg that students have.",
)
@click.option(
    "--lock",
    "lock_file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The lock to write.  [default: the project's deckbuilder.lock]",
)
@WAIT
def make_lock(deck: Path, lock_file: Path | None, wait: int) -> None:
    """Make a lost deckbuilder.lock anew from a published deck.

    It knows the project and the notes of that deck by what they ask and answer; notes that had
    been retired before are lost.
    """
    try:
        target = lock_file or _lock_of(load(None, Path()))
        if target is None:
            raise ConfigError("there is no deckbuilder.toml here: name the file with --lock")
        known = api.relock(deck, target, _patience(wait))
    except REFUSALS as error:
        _fail(str(error))
    click.echo(f"{counted(known, 'note', 'notes')} known")
    click.echo(f"{click.style('lock', bold=True)}  {target}")


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
@DEBUG
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
        click.echo(explained(block))


def _file_and_line(place: str) -> tuple[Path, int | None]:
    found = re.fullmatch(r"(.+):([0-9]+)", place)
    if found and not os.path.lexists(place):
        return Path(found[1]), int(found[2])
    return Path(place), None


def _options(config: Config, title: str | None = None, strict: bool = False) -> api.Options:
    return api.Options(
        title=title or config.title,
        cards=config.cards,
        origin=Origin(config.repository, config.folder) if config.repository else None,
        fonts=config.fonts,
        folders=config.sources,
        strict=strict,
        tag_retired=config.tag_retired,
    )


def _lock_of(config: Config) -> Path | None:
    """The lock of a project, beside its settings; None where there is none."""
    if config.file is None:
        return None
    named = config.file.name not in (FILE, PYPROJECT)  # one of several decks in a folder
    return config.file.with_suffix(".lock") if named else config.folder / lock.FILE


def _release(old: str, lock_file: Path) -> Path | Lock:
    """What OLD names: a deck, or the lock at a revision."""
    if old.lower().endswith(".apkg"):
        return Path(old)
    return lock.loads(history.at(lock_file, old), f"{old}:{lock_file.name}")


def _is_part(sources: tuple[Path, ...], config: Config) -> bool:
    """Whether less is asked for than the project names: that is to try, and no release."""
    unsaid = [config.folder / source for source in DEFAULT_SOURCES]
    asked = [Path(os.path.realpath(source)) for source in sources]
    named = [
        Path(os.path.realpath(source))
        for source in config.sources or unsaid
        if config.sources or source.exists()
    ]
    return bool(asked) and not all(any(n.is_relative_to(a) for a in asked) for n in named)


def _refuse(result: api.Build, lock_file: Path) -> NoReturn:
    changes = result.changes or ()
    said = [*changing.lines(changes), *changing.looks(result.look)]
    tally = changing.tally(changes) if said else "it remembers the notes otherwise"
    click.secho(f"{lock_file.name} would change: {tally}", fg="red", err=True)
    for line in said:
        click.echo(f"    {line}", err=True)
    click.echo("Build without --locked, and commit the lock and the deck.", err=True)
    sys.exit(IN_THE_NOTES)


def _clock(last: int) -> int:
    """Seconds since 1970; `SOURCE_DATE_EPOCH` (reproducible-builds.org) wins.

    In the very second of the last change it waits for the next one: what changes now has to be
    newer than that, and may not lie in the future.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed:
        if not re.fullmatch(r"[0-9]{1,11}", fixed):
            raise ConfigError(f"SOURCE_DATE_EPOCH is '{fixed}'; it holds seconds since 1970")
        return int(fixed)
    wait = last + 1 - time.time()
    if 0 < wait <= 1:
        time.sleep(wait)
    return int(time.time())


def _patience(wait: int, quiet: bool = False) -> Patience:
    """How long to wait for another process; `quiet` waits in silence."""
    return Patience(wait, lambda said: None if quiet else click.echo(said, err=True))


def _fail(message: str) -> NoReturn:
    click.secho(f"Error: {message}", fg="red", err=True)
    sys.exit(WRONG_USAGE)


def _report(diagnostic: Diagnostic, strict: bool) -> None:
    grave = strict or diagnostic.severity == Severity.ERROR
    click.secho(str(diagnostic), fg="red" if grave else "yellow", err=True)
    click.echo(f"    {diagnostic.hint}", err=True)
    if diagnostic.trace and click.get_current_context().meta[DEBUGGING]:
        click.echo(diagnostic.trace, err=True, nl=False)
