"""`deckbuilder.lock`: what is remembered of the last release, as TOML that diffs and merges well.

A table for each note, named by its GUID and in the order of GUIDs: a note stays where it is in the
file whatever happens to it, so that a diff shows what has changed and nothing else, and two
branches seldom touch the same lines. Nothing in it stands for all of it (no date, no digest).

reading   its text, checked
writing   its text, made; both are imported when they are called: most builds know the text already
"""

from __future__ import annotations

import secrets
from pathlib import Path

from deckbuilder import files
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _
from deckbuilder.model import Lock

FILE = "deckbuilder.lock"
VERSION = 1


class LockError(DeckbuilderError):
    """The lock cannot be used; the message names the file, the line and the remedy."""


def text(file: Path) -> str | None:
    """The text of a lock file; None where there is no such file.

    Raises:
        LockError: it cannot be read, or is no text.
    """
    return files.text(file, LockError, remedy(str(file)))


def load(file: Path) -> Lock | None:
    """Read a lock file.

    Returns:
        what it remembers; None where there is no such file.

    Raises:
        LockError: it cannot be read, or is no sound lock.
    """
    found = text(file)
    return None if found is None else loads(found, str(file))


def loads(text: str, name: str) -> Lock:
    """Read the text of a lock file.

    Args:
        text: as it stands in the file.
        name: what messages call it; that of a revision as git has it, `REVISION:FILE`.

    Raises:
        LockError: it is no sound lock.
    """
    from deckbuilder.lock.reading import read  # noqa: PLC0415 - slow to import

    return read(text, name)


def dumps(lock: Lock) -> str:
    """The text of a lock file; the same for the same lock, whatever order it is in."""
    from deckbuilder.lock.writing import written  # noqa: PLC0415 - slow to import

    return written(lock)


def new_project() -> str:
    """An id for a project: nobody else has it."""
    return secrets.token_hex(8)


def remedy(name: str) -> str:
    """What to do about a lock that is not sound."""
    revision = name.rpartition(":")[0]
    if len(revision) > 1:  # one letter is a drive
        return _("name another revision")
    return _("take the last good one back (git checkout HEAD -- {name})").format(name=name)
