"""What arguments and options may be, and the options that several commands have."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from deckbuilder.characters import fault
from deckbuilder.language import N_, _

Command = Callable[..., None]


class File(click.Path):
    """A path; an empty one is a variable of a script that was never set, not the working folder."""

    def __init__(self, **options: Any) -> None:
        super().__init__(path_type=Path, **options)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        """Refuse what is empty.

        Raises:
            click.BadParameter: it is, or click takes it for none.
        """
        if not os.fspath(value):
            self.fail(_("it is empty; name a file or a folder"), param, ctx)
        return super().convert(value, param, ctx)


class Name(click.ParamType[str]):
    """A text that can name something."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Refuse what is empty or has characters that nobody sees.

        Raises:
            click.BadParameter: it is or does.
        """
        why = fault(value)
        if why:
            self.fail(_("it {why}; write a text").format(why=why), param, ctx)
        return str(value)


def _remember(context: click.Context, option: click.Parameter, value: bool) -> None:
    del option
    context.meta[DEBUGGING] = value


# An option of those that write a deck.
OUTPUT = click.option(
    "-o",
    "--output",
    type=File(dir_okay=False),
    help="The .apkg to write.  [default: the config's output, else dist/TITLE.apkg]",
)
# An option of every command that reads a project.
CONFIG = click.option(
    "--config",
    "config_file",
    type=File(exists=True, dir_okay=False),
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
# Of every command that reads notes again and again.
NO_CACHE = click.option(
    "--no-cache",
    "kept",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Read all notes anew, and keep nothing of them for the next time.",
)


def cores() -> int:
    """How many processes can run at once, of those that the system gives this one."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


JOBS = click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="COUNT",
    default=cores,
    help="How many processes read notes at once, where it pays.  [default: one for each core]",
)
VERBOSE = click.option(
    "-v", "--verbose", is_flag=True, help="Print all warnings, many of one kind one by one, too."
)
# Of every command that reads notes; what prints the diagnostics asks `debugging`.
DEBUGGING = "deckbuilder.debug"
DEBUG = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_remember,
    help="Show where deckbuilder fails, if it does.",
)


def form(*more: str, told: str = N_("How to print it.")) -> Callable[[Command], Command]:
    """The option --format: text and json, and what a command has besides.

    Args:
        more: the other ways to print.
        told: the help.
    """
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json", *more]),
        default="text",
        show_default=True,
        help=told,
    )


def debugging() -> bool:
    """Whether this command was asked to show where it fails."""
    context = click.get_current_context(silent=True)
    return bool(context and context.meta.get(DEBUGGING))
