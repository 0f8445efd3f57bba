"""deckbuilder watch: the deck built anew whenever a note is saved."""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path

import click

from deckbuilder import api, cache, watching
from deckbuilder.cli import changing, clock
from deckbuilder.cli.parameters import CONFIG, DEBUG, JOBS, OUTPUT, VERBOSE, File
from deckbuilder.cli.printing import ABORTED, Strong, say, say_error
from deckbuilder.cli.project import is_part, lock_of, options, patience
from deckbuilder.cli.reporting import report
from deckbuilder.cli.speaking import LANG
from deckbuilder.cli.summary import MOST_LISTED
from deckbuilder.cli.viewing import View
from deckbuilder.config import DEFAULT_SOURCES, load
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _
from deckbuilder.sources import shown

# Seconds for another process that writes there.
WAIT = 60


@click.command()
@click.argument("sources", nargs=-1, type=File(exists=True, readable=False))
@OUTPUT
@CONFIG
@VERBOSE
@JOBS
@DEBUG
@LANG
def watch(
    sources: tuple[Path, ...],
    output: Path | None,
    config_file: Path | None,
    verbose: bool,
    jobs: int,
) -> None:
    """Build the deck anew whenever a note is saved, and say what has changed.

    SOURCES are as for `build`. What is wrong in a note that is half written is said, and the next
    save waited for; the deck stays as it was until then. Ctrl-C ends it.

    \b
      deckbuilder watch                           everything in notes/
      deckbuilder watch 운영체제.md               one note
    """  # noqa: D301
    try:
        watched = View(sources, config_file).watched
        saves = watching.saves(watched, [output] if output else [])
        _build(sources, output, config_file, verbose, jobs)
        gc.enable()
        say(_("Waiting for what you save; Ctrl-C ends it."))
        for saved in saves:
            say(Strong(_("saved: {path}").format(path=shown(saved[0]))))
            _build(sources, output, config_file, verbose, jobs)
    except KeyboardInterrupt:
        sys.exit(ABORTED)


def _build(
    sources: tuple[Path, ...],
    output: Path | None,
    config_file: Path | None,
    verbose: bool,
    jobs: int,
) -> None:
    """Build once; whatever is wrong is said, and nothing is over for it."""
    try:
        config = load(config_file, Path())
        lock_file, part = lock_of(config), is_part(sources, config)
        with cache.opened() as memory:
            result = api.build(
                sources or config.sources or DEFAULT_SOURCES,
                output or config.output,
                options=options(config, part=part),
                clock=partial(clock.now, lock_file=lock_file),
                lock_file=lock_file,
                keep_lock=part,
                patience=patience(WAIT),
                cache=memory,
                jobs=jobs,
            )
    except DeckbuilderError as error:
        say_error(str(error))
        return
    report(result.diagnostics, verbose=verbose)
    if result.output is None:
        say(_("No deck was written."), err=True)
        return
    if result.changes is not None:
        say(changing.tally(result.changes))
        for line in changing.lines(result.changes, MOST_LISTED):
            say(f"    {line}")
    say(Strong(_("deck")), f"  {result.output}")
