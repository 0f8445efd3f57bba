"""Commands as they are shown in the language that is spoken."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Sequence
from itertools import pairwise

import click

from deckbuilder import language
from deckbuilder.language import N_, _


def wanted(arguments: Sequence[str]) -> str:
    """The language that the arguments of a process ask for; "" where they ask for none.

    It is known before click reads them, as what click says of them is in that language, too.
    """
    apart = (after for one, after in pairwise(arguments) if one == "--lang")
    joined = (one.removeprefix("--lang=") for one in arguments if one.startswith("--lang="))
    return next((one for one in (*apart, *joined) if one in language.LANGUAGES), "")


def _use(context: click.Context, option: click.Parameter, value: str | None) -> None:
    del context, option
    if value:
        language.use(value)


LANG = click.option(
    "--lang",
    type=click.Choice(language.LANGUAGES),
    expose_value=False,
    is_eager=True,
    callback=_use,
    help="The language of messages.  [default: that of the system]",
)


# What click calls them in its usage line and in its list of options.
OPTIONS, SUBCOMMAND, FILE = N_("[OPTIONS]"), N_("COMMAND [ARGS]..."), N_("FILE")


def spoken(command: click.Command) -> click.Command:
    """A command with its help in the language that is spoken.

    What stands in the code is English, and is what the catalogue knows it by; see `texts`.
    """
    shown = copy.copy(command)
    shown.help = _(inspect.cleandoc(command.help)) if command.help else command.help
    shown.params = [_translated(parameter) for parameter in command.params]
    shown.options_metavar = _(OPTIONS)
    if isinstance(shown, click.Group):
        shown.subcommand_metavar = _(SUBCOMMAND)
    return shown


def texts(command: click.Command) -> list[str]:
    """All that the help of a command says, as the catalogue has it."""
    options = [one.help for one in command.params if isinstance(one, click.Option) and one.help]
    metavars = [one.metavar for one in command.params if one.metavar]
    return [*([inspect.cleandoc(command.help)] if command.help else []), *options, *metavars]


def _translated(parameter: click.Parameter) -> click.Parameter:
    shown = copy.copy(parameter)
    if isinstance(shown, click.Option) and shown.help:
        shown.help = _(shown.help)
    if isinstance(shown, click.Option) and isinstance(shown.type, click.Path):
        shown.metavar = _(FILE)
    elif shown.metavar:
        shown.metavar = _(shown.metavar)
    return shown
