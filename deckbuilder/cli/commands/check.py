"""deckbuilder check: what could be better about notes."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from deckbuilder import api, cache
from deckbuilder.cli import findings as printed
from deckbuilder.cli.ending import exit_code_of
from deckbuilder.cli.parameters import CONFIG, DEBUG, JOBS, File, form
from deckbuilder.cli.printing import Strong, say, say_json
from deckbuilder.cli.progress import Progress
from deckbuilder.cli.project import options
from deckbuilder.cli.speaking import LANG
from deckbuilder.config import DEFAULT_SOURCES, Config, ConfigError, load
from deckbuilder.diagnostics import Severity
from deckbuilder.language import _
from deckbuilder.lint import KNOWN, meant


@click.command()
@click.argument("sources", nargs=-1, type=File(readable=False))
@CONFIG
@click.option("--all", "everything", is_flag=True, help="Look for what is often meant so, too.")
@click.option("--list", "listed", is_flag=True, help="List all codes, and end.")
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@JOBS
@form("github", "sarif", told="How to print it; github are annotations of a workflow.")
@DEBUG
@LANG
def check(
    sources: tuple[Path, ...],
    config_file: Path | None,
    everything: bool,
    listed: bool,
    strict: bool,
    jobs: int,
    form: str,
) -> None:
    """Look for what could be better about notes, without a deck.

    SOURCES are as for build. Told is what the build would say, and besides what makes bad cards:
    placeholders, slips of spelling, terms defined twice, letters that are short for nothing.

    \b
      deckbuilder check                        everything in notes/
      deckbuilder check 운영체제.md            one note
      deckbuilder check --list                 all codes
      deckbuilder explain spelling             what one of them means

    `<!-- deckbuilder: ignore CODE -->` on a line, above it or below a heading leaves findings out
    there, [check] in the settings everywhere. Exit codes: 0 no error; 1 an error, or with --strict
    a warning; 2 wrong usage or configuration.
    """  # noqa: D301
    if listed:
        _list(form)
        return
    config = load(config_file, Path())
    _refuse_unknown(config)
    with Progress(quiet=form != "text") as progress, cache.opened() as memory:
        done = api.check(
            sources or config.sources or DEFAULT_SOURCES,
            options=options(config),
            settings=config.check,
            everything=everything,
            progress=progress.update,
            cache=memory,
            jobs=jobs,
        )
    if form == "json":
        say_json({"notes": done.notes, "findings": printed.as_rows(done.findings)})
    elif form == "sarif":
        say_json(printed.sarif(done.findings))
    elif form == "github":
        for line in printed.github(done.findings):
            say(line)
    else:
        printed.text(done.findings, done.notes)
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    errors = [finding.code for finding in done.findings if finding.severity in grave]
    if errors:
        sys.exit(exit_code_of(errors))


def _list(form: str) -> None:
    if form != "text":
        say_json(
            [
                {"code": code.name, "severity": code.severity.value, "usual": code.usual}
                for code in KNOWN.values()
            ]
        )
        return
    wide = max(map(len, KNOWN))
    for code in KNOWN.values():
        usual = "" if code.usual else " (--all)"
        say(Strong(f"{code.name:{wide}}"), f"  {_(code.severity.value)}{usual}  {code.said}")


def _refuse_unknown(config: Config) -> None:
    """Refuse codes in the settings that there are not.

    Raises:
        ConfigError: there is one.
    """
    for name in (*config.check.ignore, *config.check.severity):
        if name not in KNOWN:
            raise ConfigError(
                _("{file}: [check] names '{code}', which is no code; {hint}").format(
                    file=config.file, code=name, hint=meant(name)
                )
            )
