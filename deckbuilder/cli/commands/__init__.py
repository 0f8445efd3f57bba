"""The commands: each in a file of its name, as a function of that name."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from deckbuilder.cli.printing import Program
from deckbuilder.cli.speaking import spoken
from deckbuilder.language import N_, _

COMMANDS = {
    "build": N_("Read notes and write an Anki deck."),
    "cards": N_("Print the cards of a note: what kind each is, its line, its front and back."),
    "check": N_("Look for what could be better about notes, without a deck."),
    "choose": N_("Choose what becomes of each card that a note proposes."),
    "diff": N_("Show what has changed since a release."),
    "explain": N_("Show how a note is read, or all notes of a folder."),
    "init": N_("Make a new project: settings, a note to begin with, and what git and GitHub need."),
    "preview": N_("Look at the cards, before anybody learns them."),
    "recover": N_("Make a lost deckbuilder.lock anew from a published deck."),
    "watch": N_("Build the deck anew whenever a note is saved, and say what has changed."),
}
"""What the list of them says of each."""
# Other names of commands, which no help shows.
ALIASES = {"lock": "recover"}


def command(name: str) -> click.Command:
    """The command of this name."""
    found: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
    return found


class Commands(Program):
    """All of them; one is imported when it is called, as what it needs takes a second to import."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, said in COMMANDS.items():
            self.add_command(click.Command(name, short_help=said))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The line of a command in the list, in the language that is spoken."""
        del ctx
        name = ALIASES.get(cmd_name, cmd_name)
        said = COMMANDS.get(name)
        return click.Command(name, short_help=_(said)) if said else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Put the command itself in the place of its line in the list."""
        name, line, rest = super().resolve_command(ctx, args)
        if line is None or line.name is None:
            return name, line, rest
        return line.name, spoken(command(line.name)), rest
