"""The command line: arguments, printing, progress, exit codes; nothing else."""

from __future__ import annotations

import gc
import sys

import click

from deckbuilder import language
from deckbuilder.cli.commands import Commands
from deckbuilder.cli.printing import streams
from deckbuilder.cli.speaking import LANG, spoken, wanted

# Allocations between two looks for garbage in cycles, by what goes on for long (`gc.enable`). What
# is made of notes has no cycles, but so many parts that the usual 700 cost a fifth of the time.
BETWEEN_COLLECTIONS = 100_000


def run() -> None:
    """The command as a process of its own."""
    gc.set_threshold(BETWEEN_COLLECTIONS)
    gc.disable()
    language.use(wanted(sys.argv[1:]))
    try:
        with streams():
            spoken(main)(prog_name="deckbuilder")
    finally:
        gc.freeze()  # else Python looks through all that there is at its end


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@LANG
@click.version_option(package_name="deckbuilder-ko")
def main() -> None:
    """Turn Korean study notes in Markdown into Anki decks."""
