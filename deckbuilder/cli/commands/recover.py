"""deckbuilder recover: a lost lock made anew."""

from __future__ import annotations

from pathlib import Path

import click

from deckbuilder import api
from deckbuilder.choices import ChoicesError
from deckbuilder.cli import summary
from deckbuilder.cli.parameters import WAIT, File
from deckbuilder.cli.printing import Strong, say
from deckbuilder.cli.project import lock_of, options, patience, undecided
from deckbuilder.cli.reporting import COLOURS
from deckbuilder.cli.speaking import LANG
from deckbuilder.config import DEFAULT_SOURCES, Config, ConfigError, load
from deckbuilder.diagnostics import Severity
from deckbuilder.language import N_, _


@click.command()
@click.option(
    "--from",
    "deck",
    type=File(exists=True, dir_okay=False),
    help="The .apkg that students have; it has to be named.",
)
@click.option(
    "--lock",
    "lock_file",
    type=File(dir_okay=False),
    help="The lock to write.  [default: the project's deckbuilder.lock]",
)
@click.option(
    "--anyway", is_flag=True, help="Take the deck, though hardly a note of it is among those here."
)
@WAIT
@LANG
def recover(deck: Path | None, lock_file: Path | None, anyway: bool, wait: int) -> None:
    """Make a lost deckbuilder.lock anew from a published deck.

    It knows the project and the notes of that deck by what they ask and answer; notes that had
    been retired before are lost. A deck of another project is refused.

    \b
      deckbuilder recover --from 옛판.apkg
    """  # noqa: D301
    if deck is None:
        raise click.UsageError(_("name the deck that students have: --from DECK.apkg"))
    config = load(None, Path())
    target = lock_file or lock_of(config)
    if target is None:
        raise ConfigError(_("there is no deckbuilder.toml here: name the file with --lock"))
    known = api.relock(
        deck,
        target,
        config.sources or DEFAULT_SOURCES,
        options=_options(config),
        anyway=anyway,
        patience=patience(wait),
    )
    said = summary.counted(known, N_("note"), N_("notes"))
    say(_("{notes} known").format(notes=said))
    say(Strong(_("lock")), f"  {target}")


def _options(config: Config) -> api.Options:
    """What is chosen of the deck; a lock can be made anew without choices that are not sound."""
    try:
        return options(config)
    except ChoicesError as error:
        say(_("warning: {error}").format(error=error), colour=COLOURS[Severity.WARNING], err=True)
        say(_("The lock is made without the choices."), err=True)
        return undecided(config)
