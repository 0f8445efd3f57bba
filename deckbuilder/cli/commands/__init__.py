"""The commands: each in a file of its name, as a function of that name."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from deckbuilder.cli.printing import Program

COMMANDS = {
    "build": "Read notes and write an Anki deck.",
    "diff": "Show what has changed since a release.",
    "explain": "Show how a note is read, or all notes of a folder.",
    "lock": "Make a lost deckbuilder.lock anew from a published deck.",
}
"""What the list of them says of each."""


class Commands(Program):
    """All of them; one is imported when it is called, as what it needs takes a second to import."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, said in COMMANDS.items():
            self.add_command(click.Command(name, short_help=said))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Put the command itself in the place of its line in the list."""
        name, line, rest = super().resolve_command(ctx, args)
        if name is None or line is None:
            return name, line, rest
        return name, getattr(import_module(f"{__name__}.{name}"), name), rest
