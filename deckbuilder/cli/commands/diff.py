"""deckbuilder diff: what has changed since a release."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click

from deckbuilder import api, cache, history, lock
from deckbuilder.cli import changing, clock
from deckbuilder.cli.parameters import CONFIG, DEBUG, JOBS, NO_CACHE, VERBOSE, WAIT, Name, form
from deckbuilder.cli.printing import IN_THE_NOTES, say, say_json
from deckbuilder.cli.project import lock_of, options, patience
from deckbuilder.cli.reporting import report
from deckbuilder.cli.speaking import LANG
from deckbuilder.config import DEFAULT_SOURCES, ConfigError, load
from deckbuilder.diagnostics import Severity
from deckbuilder.language import _
from deckbuilder.model import Lock
from deckbuilder.sources import LEFT_OUT


@click.command()
@click.argument("old", default="HEAD", type=Name())
@CONFIG
@WAIT
@VERBOSE
@form("markdown", told="How to print it; markdown is Korean, for release notes.")
@JOBS
@NO_CACHE
@DEBUG
@LANG
def diff(
    old: str,
    config_file: Path | None,
    wait: int,
    verbose: bool,
    jobs: int,
    kept: bool,
    form: str,
) -> None:
    """Show what has changed since a release.

    OLD is its deck (an .apkg), or a git revision at which its deckbuilder.lock was committed; it
    is compared with the notes as they are now. What Anki would not take on import is named, too.

    \b
      deckbuilder diff                      since the last commit
      deckbuilder diff v1.2                 since a tag
      deckbuilder diff 옛판.apkg --format markdown
    """  # noqa: D301
    config = load(config_file, Path())
    lock_file = lock_of(config)
    if lock_file is None:
        raise ConfigError(
            _(
                "there is no deckbuilder.toml here: what has changed is known of projects "
                "alone; run this in the folder of one, or name its settings with --config"
            )
        )
    with cache.opened(kept) as memory:
        result = api.diff(
            config.sources or DEFAULT_SOURCES,
            _release(old, lock_file),
            options=options(config),
            clock=partial(clock.now, lock_file=lock_file),
            lock_file=lock_file,
            patience=patience(wait),
            cache=memory,
            jobs=jobs,
        )
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


def _release(old: str, lock_file: Path) -> Path | Lock:
    """What OLD names: a deck, or the lock at a revision."""
    if old.lower().endswith(".apkg"):
        return Path(old)
    return lock.loads(history.at(lock_file, old), f"{old}:{lock_file.name}")
