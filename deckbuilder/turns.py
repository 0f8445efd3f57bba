"""Turns: of several processes one at a time writes decks and a lock into a folder.

What they wait with lies in a folder of the user's own, under a name made from that of the folder:
nothing is left beside the notes, and nobody else can make it first.
"""

from __future__ import annotations

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs
from filelock import FileLock, Timeout

from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system

APP = "deckbuilder"
# Waiting for so many seconds is said; nobody notices less.
UNSAID = 1.0
OWN = 0o700


class TurnError(DeckbuilderError):
    """The turn did not come; the message says whose it is, or what is wrong, and what to do."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How many seconds to wait for one's turn, and whom to tell when it does not come at once."""

    most: float = 60
    tell: Callable[[str], None] = lambda _: None


PATIENCE = Patience()


@contextmanager
def alone(folder: Path, patience: Patience = PATIENCE) -> Iterator[None]:
    """Wait until no other process writes decks or a lock into a folder, and keep others waiting.

    A process of the same user on the same machine, that is. Within a turn there may be another one
    in the same folder.

    Raises:
        TurnError: it takes longer than `patience` has, or there is nowhere to wait.
    """
    name = hashlib.sha256(os.path.realpath(folder).encode(errors="replace")).hexdigest()[:16]
    file = _own_folder() / f"{name}.lock"
    held = FileLock(file, is_singleton=True)
    holder = file.with_suffix(".pid")
    try:
        _acquire(held, holder, folder, patience)
    except OSError as error:
        raise TurnError(
            _("{file}: cannot be written: {it}").format(file=file, it=system(error))
        ) from error
    try:
        if held.lock_counter == 1:
            with suppress(OSError):  # others wait without knowing for whom
                holder.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        if held.lock_counter == 1:
            # Who waits for it sees that it is gone, and makes it anew. Windows lets nobody do so.
            for left in (holder, file):
                with suppress(OSError):
                    left.unlink()
        held.release()


def _acquire(held: FileLock, holder: Path, folder: Path, patience: Patience) -> None:
    try:
        held.acquire(timeout=min(UNSAID, patience.most))
    except Timeout:
        if patience.most > UNSAID:
            patience.tell(
                _("{folder}: {who} writes there; waiting for it, {most:g} seconds at most").format(
                    folder=folder, who=_who(holder), most=patience.most
                )
            )
            with suppress(Timeout):
                held.acquire(timeout=patience.most - UNSAID)
                return
        raise TurnError(
            _(
                "{folder}: {who} writes there, and has not ended within {most:g} seconds; wait "
                "for it or end it, or wait longer with --wait"
            ).format(folder=folder, who=_who(holder), most=patience.most)
        ) from None


def _who(holder: Path) -> str:
    """The process whose turn it is, as far as that is known."""
    with suppress(OSError, ValueError):
        number = int(holder.read_text(encoding="ascii"))
        return _("process {number}").format(number=number)
    return _("another process")


def _own_folder() -> Path:
    """A folder that only this user writes: of the home, or else one among the temporary files.

    Raises:
        TurnError: there is none.
    """
    with suppress(OSError):
        folder = platformdirs.user_state_path(APP, appauthor=False) / "turns"
        folder.mkdir(mode=OWN, parents=True, exist_ok=True)
        if _is_own(folder) and os.access(folder, os.W_OK):
            return folder
    user = f"-{os.getuid()}" if hasattr(os, "getuid") else ""
    folder = Path(tempfile.gettempdir(), f"{APP}{user}")
    try:
        folder.mkdir(mode=OWN, exist_ok=True)
        if _is_own(folder):
            return folder
    except OSError as error:
        raise TurnError(
            _("{folder}: cannot be made: {strerror}").format(folder=folder, strerror=system(error))
        ) from error
    raise TurnError(
        _(
            "{folder}: others can write there; delete it, or let XDG_STATE_HOME name a folder "
            "of yours"
        ).format(folder=folder)
    )


def _is_own(folder: Path) -> bool:
    """Whether it is a folder, no link to one, that is this user's and nobody else may write."""
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode):
        return False
    if not hasattr(os, "getuid"):  # Windows: the folders of a user are theirs
        return True
    return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
