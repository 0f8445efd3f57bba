"""A deck and its lock put in place together: both are new, or neither is.

Both are written aside and then renamed, one right after the other. A process that is killed
between the two leaves a journal, from which the next command puts the second in place. What a
killed process has left aside is removed by the next one.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

ASIDE = ".deckbuilder-"
STAGED, JOURNAL = ".deckbuilder.lock.new", ".deckbuilder.lock.pending"


class ReleaseError(Exception):
    """The deck or the lock could not be written; the message says why. The old ones are whole."""


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until no other process writes decks or a lock into a folder, and keep others waiting.

    Raises:
        ReleaseError: the system's folder for temporary files is not writable.
    """
    name = hashlib.sha256(os.path.realpath(folder).encode(errors="replace")).hexdigest()[:16]
    file = Path(tempfile.gettempdir(), f"deckbuilder-{name}.lock")
    held = FileLock(file, is_singleton=True)
    try:
        held.acquire()
    except OSError as error:
        raise ReleaseError(f"{file}: cannot be written: {error.strerror}") from error
    try:
        yield
    finally:
        held.release()


def put(write: Callable[[Path], Path], deck: Path, lock: Path | None, text: str) -> None:
    """Put a deck in place, and a lock with it.

    Args:
        write: given an empty folder, writes the deck there and says where.
        deck: where the deck goes; its folder is made if it is missing.
        lock: where the lock goes, if one does.
        text: the text of the lock.

    Raises:
        ReleaseError: a folder is not writable, the disk is full.
    """
    if deck.suffix.lower() != ".apkg":
        raise ReleaseError(f"{deck}: a deck's name ends in .apkg, or Anki does not open it")
    try:
        if deck.exists() and not deck.is_file():
            raise ReleaseError(f"{deck}: there is something else of that name; choose another")
        deck.parent.mkdir(parents=True, exist_ok=True)
        with alone(deck.parent), _aside(deck.parent) as folder:
            written = write(folder)
            _sync(written)
            if lock is None or _is_already(lock, text):
                written.replace(deck)
            else:
                _put_both(written, deck, lock, text)
    except (FileExistsError, NotADirectoryError) as error:
        raise ReleaseError(f"{deck}: {deck.parent} is not a folder; choose another") from error
    except OSError as error:
        raise ReleaseError(f"{deck}: cannot be written: {error.strerror or error}") from error


def put_lock(lock: Path, text: str) -> None:
    """Put a lock in place.

    Raises:
        ReleaseError: the folder is not writable, the disk is full.
    """
    try:
        _stage(lock.with_name(STAGED), text).replace(lock)
    except OSError as error:
        raise ReleaseError(f"{lock}: cannot be written: {error.strerror}") from error


def settle(lock: Path) -> None:
    """Finish what a killed process had begun: if its deck is in place, its lock goes there, too.

    Raises:
        ReleaseError: the lock cannot be written.
    """
    journal = lock.with_name(JOURNAL)
    try:
        if journal.exists():
            begun = json.loads(journal.read_text(encoding="utf-8"))
            deck = lock.parent / begun["deck"]
            if deck.is_file() and _digest(deck) == begun["sha256"]:
                _stage(lock.with_name(STAGED), begun["lock"]).replace(lock)
            journal.unlink()
        lock.with_name(STAGED).unlink(missing_ok=True)
    except OSError as error:
        raise ReleaseError(f"{lock}: cannot be written: {error.strerror}") from error


def _put_both(written: Path, deck: Path, lock: Path, text: str) -> None:
    staged, journal = lock.with_name(STAGED), lock.with_name(JOURNAL)
    try:
        begun = {"deck": _from(lock.parent, deck), "sha256": _digest(written), "lock": text}
        _stage(staged, json.dumps(begun, ensure_ascii=False)).replace(journal)
        _stage(staged, text)
        os.replace(written, deck)  # noqa: PTH105 - the two renames, with nothing between them
        os.replace(staged, lock)  # noqa: PTH105
        journal.unlink()
    except BaseException:
        settle(lock)
        raise


def _from(folder: Path, file: Path) -> str:
    """The way from a folder to a file; a project may be moved before it is settled."""
    try:
        return os.path.relpath(os.path.realpath(file), os.path.realpath(folder))
    except ValueError:  # on another drive
        return os.path.realpath(file)


def _stage(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8", newline="\n")
    _sync(file)
    return file


def _is_already(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()


def _sync(file: Path) -> None:
    """Have the content on the disk before the name leads to it."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _aside(parent: Path) -> Iterator[Path]:
    """A folder for what is not whole yet; those of killed processes are removed."""
    for left in parent.glob(f"{ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=ASIDE, dir=parent) as folder:
        yield Path(folder)
