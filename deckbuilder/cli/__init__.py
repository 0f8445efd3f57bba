"""The command line: arguments, printing, progress, exit codes; nothing else."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

import click

from deckbuilder import api, history, lock
from deckbuilder.cli import changing, clock, summary
from deckbuilder.cli.explaining import explained
from deckbuilder.cli.parameters import CONFIG, DEBUG, VERBOSE, WAIT, File, Name
from deckbuilder.cli.printing import (
    IN_THE_NOTES,
    WRONG_USAGE,
    Program,
    Strong,
    fail,
    say,
    say_json,
    streams,
)
from deckbuilder.cli.progress import Progress
from deckbuilder.cli.reporting import report
from deckbuilder.config import DEFAULT_SOURCES, FILE, PYPROJECT, Config, ConfigError, load
from deckbuilder.diagnostics import Diagnostic, Severity
from deckbuilder.explain import Explanation
from deckbuilder.history import HistoryError
from deckbuilder.lock import LockError
from deckbuilder.model import Lock
from deckbuilder.notes import Origin
from deckbuilder.pack import PackError
from deckbuilder.published import PublishedError
from deckbuilder.release import ReleaseError
from deckbuilder.sources import LEFT_OUT
from deckbuilder.turns import Patience, TurnError

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


def run() -> None:
    """The command as a process of its own."""
    with streams():
        main(prog_name="deckbuilder")


@click.group(
    cls=Program, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="deckbuilder")
def main() -> None:
    """Turn Korean study notes in Markdown into Anki decks."""


@main.command()
@click.argument("sources", nargs=-1, type=File(readable=False))
@click.option(
    "-o",
    "--output",
    type=File(dir_okay=False),
    help="The .apkg to write.  [default: the config's output, else dist/TITLE.apkg]",
)
@click.option(
    "--title",
    type=Name(),
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
@DEBUG
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it; json has everything.",
)
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
                clock=partial(clock.now, lock_file=lock_file),
                lock_file=lock_file,
                locked=locked,
                keep_lock=part,
                progress=progress.update,
                patience=_patience(wait, quiet),
            )
    except REFUSALS as error:
        fail(str(error))
    if form == "json":
        say_json(summary.as_dict(result, lock_file, strict))
        _end(result)
        return
    report(result.diagnostics, strict=strict, verbose=verbose)
    if result.refused and lock_file:
        _refuse(result, lock_file)
    if result.output is None:
        say("No deck was written.", err=True)
    elif not quiet:
        summary.summarise(result, result.output, part, lock_file)
    _end(result)


@main.command()
@click.argument("old", default="HEAD", type=Name())
@CONFIG
@WAIT
@VERBOSE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="How to print it; markdown is Korean, for release notes.",
)
@DEBUG
def diff(old: str, config_file: Path | None, wait: int, verbose: bool, form: str) -> None:
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
                "there is no deckbuilder.toml here: what has changed is known of projects alone; "
                "run this in the folder of one, or name its settings with --config"
            )
        result = api.diff(
            config.sources or DEFAULT_SOURCES,
            _release(old, lock_file),
            options=_options(config),
            clock=partial(clock.now, lock_file=lock_file),
            lock_file=lock_file,
            patience=_patience(wait),
        )
    except REFUSALS as error:
        fail(str(error))
    # What could not be read is not compared; other warnings are `build`'s to say.
    said = [
        found
        for found in result.diagnostics
        if found.severity == Severity.ERROR or found.code in LEFT_OUT
    ]
    report(said, verbose=verbose)
    if result.stopped:
        sys.exit(IN_THE_NOTES)
    if form == "json":
        say_json(changing.as_dict(result))
        return
    for line in changing.markdown(result) if form == "markdown" else changing.text(result):
        say(line)


@main.command("lock")
@click.option(
    "--from",
    "deck",
    required=True,
    type=File(exists=True, dir_okay=False),
    help="The .apkg that students have.",
)
@click.option(
    "--lock",
    "lock_file",
    type=File(dir_okay=False),
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
        fail(str(error))
    say(f"{summary.counted(known, 'note', 'notes')} known")
    say(Strong("lock"), f"  {target}")


@main.command()
@click.argument("place", metavar="PATH[:LINE]")
@VERBOSE
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to print it.",
)
@DEBUG
def explain(place: str, verbose: bool, form: str) -> None:
    """Show how a note is read, or all notes of a folder.

    For each block: its lines, what it was taken for (a term, a set, a contrast …), the cards that
    it asks for with the rule that found them, or why it became part of none. With LINE, only the
    blocks on that line and what they stand below.
    """
    path, line = _file_and_line(place)
    explained_notes, diagnostics = api.explain_notes(path)
    report(diagnostics, verbose=verbose)
    notes = [
        [block for block in blocks if line is None or line in block.span.lines]
        for blocks in explained_notes
    ]
    errors = [found for found in diagnostics if found.severity == Severity.ERROR]
    if line is not None and not any(notes) and not errors:
        fail(f"{path}: nothing is on line {line}; name another, or none")
    if form == "json":
        if notes or not errors:
            say_json([block.as_dict() for blocks in notes for block in blocks])
    else:
        _explain(notes)
    if errors:
        sys.exit(_of(errors))


def _explain(notes: Sequence[Sequence[Explanation]]) -> None:
    for blocks in notes:
        if len(notes) > 1 and blocks:
            say(Strong(blocks[0].span.path))
        for block in blocks:
            for parts in explained(block):
                say(*parts)


def _file_and_line(place: str) -> tuple[Path, int | None]:
    """What to explain.

    Raises:
        click.BadParameter: nothing is named, or a line of a folder.
    """
    if not place:
        raise click.BadParameter("it is empty; name a note or a folder", param_hint="PATH")
    found = re.fullmatch(r"(.+):([0-9]+)", place)
    if found and not os.path.lexists(place):
        path = Path(found[1])
        if path.is_dir():
            raise click.BadParameter(f"{path} is a folder; name a note in it", param_hint="PATH")
        return path, int(found[2])
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
    say(f"error: {lock_file.name} would change: {tally}", colour="red", err=True)
    for line in said:
        say(f"    {line}", err=True)
    say("Build without --locked, and commit the lock and the deck.", err=True)
    sys.exit(IN_THE_NOTES)


def _end(result: api.Build) -> None:
    """End with the exit code of a build that has written no deck."""
    if result.output is None:
        sys.exit(_of([found for found in result.diagnostics if found.severity == Severity.ERROR]))


def _patience(wait: int, quiet: bool = False) -> Patience:
    """How long to wait for another process; `quiet` waits in silence."""
    return Patience(wait, lambda said: None if quiet else say(said, err=True))


def _of(errors: Sequence[Diagnostic]) -> int:
    """The exit code for these errors; there are none where warnings or the lock refuse a build."""
    codes = {found.code for found in errors}
    return WRONG_USAGE if codes and codes <= USAGE_CODES else IN_THE_NOTES
