"""Whatever is printed goes through here: it never fails for an encoding, and never acts.

What notes and file names hold is not the terminal's to obey, so that characters that nobody sees
are written out; what the encoding of the output lacks is written out, too.
"""

from __future__ import annotations

import errno
import io
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn, TextIO

import click

from deckbuilder.characters import UNSEEN, visible
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system

DONE, IN_THE_NOTES, WRONG_USAGE = 0, 1, 2
# As shells say it of a command that ended for Ctrl-C, or because nobody read on.
ABORTED, UNREAD = 128 + 2, 128 + 13


class Strong(str):
    """A word that stands out on a terminal."""

    __slots__ = ()


class OutputError(Exception):
    """The standard output or error cannot be written."""

    def __init__(self, stream: TextIO, error: OSError) -> None:
        super().__init__(_("cannot be written: {strerror}").format(strerror=system(error)))
        self.stream = stream
        unread = (errno.EPIPE, errno.EINVAL) if os.name == "nt" else (errno.EPIPE,)
        self.unread = error.errno in unread


def say(*parts: str, colour: str | None = None, err: bool = False) -> None:
    """Print a line, in a colour where the terminal has some."""
    shown = (
        click.style(visible(part), bold=True) if isinstance(part, Strong) else visible(part)
        for part in parts
    )
    plain = False if os.environ.get("NO_COLOR") else None  # no-color.org; None asks the stream
    click.secho("".join(shown), file=sys.stderr if err else sys.stdout, fg=colour, color=plain)


def say_json(value: Any) -> None:
    """Print a value as JSON, whatever the encoding of the output."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    text = UNSEEN.sub(lambda hit: hit[0] if hit[0] == "\n" else json.dumps(hit[0])[1:-1], text)
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, indent=2)
    click.echo(text, file=sys.stdout)


def fail(message: str, code: int = WRONG_USAGE) -> NoReturn:
    """Say what is wrong, and end."""
    say_error(message)
    sys.exit(code)


def say_error(message: str) -> None:
    """Say what is wrong."""
    for number, line in enumerate(message.split("\n")):
        said = line if number else _("error: {line}").format(line=line)
        say(said, colour="red", err=True)


class Program(click.Group):
    """The commands; what click itself has to say is printed as all the rest."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command that the arguments name, and end with its code."""
        if not standalone_mode:
            return super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        try:
            code = super().main(args, prog_name, complete_var, standalone_mode=False, **extra)
        except click.Abort:
            say(_("Aborted."), err=True)
            sys.exit(ABORTED)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.format_message(), file=sys.stderr)
            sys.exit(error.exit_code)
        except DeckbuilderError as error:
            fail(str(error))
        except click.ClickException as error:
            if isinstance(error, click.UsageError) and error.ctx:
                say(error.ctx.get_usage(), err=True)
                say(
                    _("Try '{command_path} --help' for help.").format(
                        command_path=error.ctx.command_path
                    ),
                    err=True,
                )
            fail(error.format_message(), error.exit_code)
        sys.exit(code or DONE)


# --- the streams of the process -------------------------------------------------------------------


class _Stream(io.TextIOWrapper):
    """A stream that writes out what its encoding lacks, and says of itself that it is broken."""

    @classmethod
    def over(cls, stream: TextIO | None) -> TextIO | None:
        if not isinstance(stream, io.TextIOWrapper):
            return stream  # None: it is closed, and nothing is printed
        buffered = stream.line_buffering
        encoding = stream.encoding
        return cls(stream.detach(), encoding, errors="backslashreplace", line_buffering=buffered)

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except OSError as error:
            raise OutputError(self, error) from error

    def flush(self) -> None:
        try:
            super().flush()
        except OSError as error:
            raise OutputError(self, error) from error


@contextmanager
def streams() -> Iterator[None]:
    """Have the output of the process in good order; where it cannot be written, say so and end."""
    _fill()
    sys.stdout = _Stream.over(sys.stdout)
    sys.stderr = _Stream.over(sys.stderr)
    try:
        yield
    except OutputError as error:
        _leave(error.stream)
        if error.unread:
            sys.exit(UNREAD)
        if error.stream is sys.stdout:
            fail(
                _("the standard output {error}; the deck and the lock are whole").format(
                    error=error
                )
            )
        sys.exit(WRONG_USAGE)


def _fill() -> None:
    """Take the numbers of closed streams, or the deck gets one, and with it all that is said."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)


def _leave(stream: TextIO) -> None:
    """Let what is still to be written go nowhere, or Python complains of it at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
