"""Files read without ever being waited for, and what to do about those that cannot be.

A pipe gives nothing until somebody writes into it, a device perhaps never ends: only regular files
are opened.
"""

from __future__ import annotations

import errno
import io
import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path

from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_, _, system
from deckbuilder.model import Status

# What lies in the place of a file, and may not be opened.
KINDS = (
    (stat.S_ISDIR, N_("it is a folder")),
    (stat.S_ISFIFO, N_("it is a pipe")),
    (stat.S_ISSOCK, N_("it is a socket")),
)
# What to do about what the system says; anything else is the disk's fault.
REMEDIES = {
    errno.EACCES: N_("check the file's permissions"),
    errno.EPERM: N_("check the file's permissions"),
    errno.ENOENT: N_("it was there a moment ago: build once more"),
    errno.ENOTDIR: N_("it was there a moment ago: build once more"),
    errno.ELOOP: N_("let the link lead to a file, or delete it"),
    errno.ENAMETOOLONG: N_("give it, or the folders above it, a shorter name"),
    errno.EINVAL: N_("put a file in its place, or delete it"),
}
DANGLING = N_("it is a link to what is not there")


def opened(file: Path) -> io.BufferedReader:
    """Open a regular file for reading.

    Raises:
        OSError: it cannot be read, or is no regular file.
    """
    _check(file.stat().st_mode)  # before it is opened: to open a device may do something
    content = open(file, "rb", opener=_at_once)  # noqa: SIM115 - Path.open has no opener
    try:
        _check(os.fstat(content.fileno()).st_mode)
    except OSError:
        content.close()
        raise
    return content


def read(file: Path) -> bytes:
    """The content of a regular file.

    Raises:
        OSError: it cannot be read, or is no regular file.
    """
    with opened(file) as content:
        return content.read()


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file of the disk that cards show, as it is called and as it is, links followed."""

    path: Path = field(compare=False)
    real: Path
    """Where it leads to: one file may be called by several paths."""
    inside: bool = True

    def status(self) -> Status:
        """What it is."""
        status = self.real.stat()
        if stat.S_ISDIR(status.st_mode):
            return Status("folder", 0)
        return Status("file" if stat.S_ISREG(status.st_mode) else "special", status.st_size)

    def open(self) -> io.BufferedReader:
        """Its content, if it is a regular file."""
        return opened(self.real)


def on_disk(path: Path, root: Path | None = None) -> OnDisk:
    """A file of the disk.

    Args:
        path: the file.
        root: the folder that it has to lie in, links followed; None for any.
    """
    real = Path(os.path.realpath(path))
    return OnDisk(path, real, root is None or real.is_relative_to(root))


def fault(file: Path, error: OSError) -> tuple[str, str]:
    """Why a file cannot be read, and what to do about it."""
    if error.errno == errno.ENOENT and file.is_symlink():
        return _(DANGLING), _(REMEDIES[errno.ELOOP])
    why = system(error)
    hint = getattr(error, "hint", "")  # of what knows better
    return why, hint or _(REMEDIES.get(error.errno or 0, N_("check the disk that it is on")))


def text(file: Path, wrong: type[DeckbuilderError], remedy: str = "") -> str | None:
    """The text of a file that this program writes; None where there is none.

    Args:
        file: where it lies.
        wrong: what to raise where it cannot be read, or is no text.
        remedy: what to do about one that is no text.
    """
    try:
        return read(file).decode("utf-8-sig")
    except FileNotFoundError:
        return None
    except OSError as error:
        why, hint = fault(file, error)
        raise wrong(
            _("{file}: cannot be read: {why}; {hint}").format(file=file, why=why, hint=hint)
        ) from error
    except UnicodeDecodeError as error:
        number = error.object[: error.start].count(b"\n") + 1
        raise wrong(
            _("{file}:{number}: is not UTF-8; {remedy}").format(
                file=file, number=number, remedy=remedy or _("save it as UTF-8")
            )
        ) from error


def natural(path: str) -> tuple[tuple[int, str, str], ...]:
    """A sort key in which 2 comes before 10, however many digits there are."""
    parts = re.split(r"([0-9]+)", path)
    numbers = [part.lstrip("0") if at % 2 else "" for at, part in enumerate(parts)]
    return tuple(zip(map(len, numbers), numbers, parts, strict=True))


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _check(mode: int) -> None:
    if not stat.S_ISREG(mode):
        kind = _(
            next((name for is_one, name in KINDS if is_one(mode)), N_("it is no regular file"))
        )
        raise OSError(errno.EINVAL, kind)
