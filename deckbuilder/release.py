"""A deck and its lock put in place together: both are new, or neither is.

Both are written aside and then renamed, one right after the other. Where the second cannot be, the
first is taken back. A process that is killed between the two leaves a journal, from which the next
command puts the second in place. What a killed process has left aside is removed by the next one.

A deck or a lock that is a link stays one: all of this happens where it leads to.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from deckbuilder import files
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system
from deckbuilder.turns import PATIENCE, Patience, alone

ASIDE = ".deckbuilder-"
# Beside a lock, under its own name: there may be others in the folder.
STAGED, JOURNAL = ".{}.new", ".{}.pending"


class ReleaseError(DeckbuilderError):
    """The deck or the lock could not be written; the message says why. The old ones are whole."""


def put(
    write: Callable[[Path], Path],
    deck: Path,
    lock: Path | None,
    text: str,
    patience: Patience = PATIENCE,
    known: str = "",
) -> str:
    """Put a deck in place, and a lock with it.

    Args:
        write: given an empty folder, writes the deck there and says where.
        deck: where the deck goes; its folder is made if it is missing.
        lock: where the lock goes, if one does.
        text: the text of the lock.
        patience: how long to wait for a process that writes there.
        known: the digest of the deck that would be written, where that is known: one that lies
            there already is left as it is.

    Returns:
        the digest of the deck.

    Raises:
        ReleaseError: a folder is not writable, the disk is full.
        turns.TurnError: another process takes too long.
    """
    if deck.suffix.lower() != ".apkg":
        raise ReleaseError(
            _("{deck}: a deck's name ends in .apkg, or Anki does not open it").format(deck=deck)
        )
    if lock and not lock.parent.is_dir():
        raise ReleaseError(
            _("{lock}: there is no folder {parent}; make it").format(lock=lock, parent=lock.parent)
        )
    deck, lock = _target(deck), lock and _target(lock)
    try:
        if deck.exists() and not deck.is_file():
            raise ReleaseError(
                _("{deck}: there is something else of that name; choose another").format(deck=deck)
            )
        deck.parent.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise ReleaseError(
            _("{deck}: {parent} is not a folder; choose another").format(
                deck=deck, parent=deck.parent
            )
        ) from error
    except OSError as error:
        raise _unwritten(deck, error) from error
    with _naming(deck), alone(deck.parent, patience), _aside(deck.parent) as folder:
        if _is_known(deck, known):
            if lock and not _is_already(lock, text):
                put_text(lock, text)
            return known
        written = write(folder)
        digest = _sha256(written)
        _sync(written)
        if lock is None or _is_already(lock, text):
            written.replace(deck)
        else:
            _put_both(written, digest, deck, lock, text)
        return digest


def put_text(lock: Path, text: str) -> None:
    """Put a lock, or what lies beside it, in place.

    Raises:
        ReleaseError: the folder is not writable, the disk is full.
    """
    lock = _target(lock)
    staged = _beside(lock, STAGED)
    with _naming(lock):
        try:
            _stage(staged, text).replace(lock)
        finally:
            staged.unlink(missing_ok=True)


def settle(lock: Path) -> None:
    """Finish what a killed process had begun: if its deck is in place, its lock goes there, too.

    A lock that was changed by hand since then is left as it is.

    Raises:
        ReleaseError: the lock cannot be written.
    """
    lock = _target(lock)
    journal = _beside(lock, JOURNAL)
    with _naming(lock):
        if os.path.lexists(journal):
            begun = _begun(journal)
            is_there = _digest(lock.parent / begun["deck"]) == begun["sha256"]
            if is_there and _digest(lock) in (begun["was"], None):
                _stage(_beside(lock, STAGED), begun["lock"]).replace(lock)
            journal.unlink()
        _beside(lock, STAGED).unlink(missing_ok=True)


def _begun(journal: Path) -> dict[str, Any]:
    """What a killed process had begun."""
    try:
        begun: dict[str, Any] = json.loads(files.read(journal))
        "".join((begun["deck"], begun["sha256"], begun["lock"], begun["was"] or ""))  # are texts
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise ReleaseError(
            _("{journal}: says no more what a build had begun; delete it, and build again").format(
                journal=journal
            )
        ) from error
    return begun


def _target(file: Path) -> Path:
    """Where a link leads, whether there is a file or not; the file itself, if it is none."""
    try:
        if not file.is_symlink():
            return file
        target = Path(os.path.realpath(file))
        if target.is_symlink():
            raise ReleaseError(
                _("{file}: is a link that leads back to itself; delete it").format(file=file)
            )
        if not target.parent.is_dir():
            raise ReleaseError(
                _(
                    "{file}: is a link to {target}, and there is no folder {parent}; make it, "
                    "or delete the link"
                ).format(file=file, target=target, parent=target.parent)
            )
    except OSError as error:
        raise _unwritten(file, error) from error
    return target


def _put_both(written: Path, digest: str, deck: Path, lock: Path, text: str) -> None:
    staged, journal = _beside(lock, STAGED), _beside(lock, JOURNAL)
    kept = _keep(deck, written.with_name("kept.apkg"))
    begun = {
        "deck": _from(lock.parent, deck),
        "sha256": digest,
        "was": _digest(lock),
        "lock": text,
    }
    try:
        with _naming(lock):
            _stage(staged, json.dumps(begun)).replace(journal)
            _stage(staged, text)
        os.replace(written, deck)  # noqa: PTH105 - the two renames, with nothing between them
        os.replace(staged, lock)  # noqa: PTH105
    except BaseException:
        if staged.exists() and not written.exists():
            _take_back(kept, deck)
        settle(lock)
        raise
    with suppress(OSError):  # the next command does it
        journal.unlink()


def _keep(file: Path, aside: Path) -> Path | None:
    """A second name for a file, or a copy of it where there are no such names; None for no file."""
    if not file.exists():
        return None
    try:
        aside.hardlink_to(file)
    except OSError:
        shutil.copy2(file, aside)
    return aside


def _take_back(kept: Path | None, deck: Path) -> None:
    with suppress(OSError):  # the new deck stays, then, and the lock follows
        if kept:
            kept.replace(deck)
        else:
            deck.unlink()


def _beside(lock: Path, name: str) -> Path:
    return lock.with_name(name.format(lock.name))


@contextmanager
def _naming(file: Path) -> Iterator[None]:
    """Say which file it is that cannot be written."""
    try:
        yield
    except OSError as error:
        raise _unwritten(file, error) from error


def _unwritten(file: Path, error: OSError) -> ReleaseError:
    return ReleaseError(_("{file}: cannot be written: {it}").format(file=file, it=system(error)))


def _from(folder: Path, file: Path) -> str:
    """The way from a folder to a file; a project may be moved before it is settled."""
    whole = os.path.join(os.path.realpath(file.parent), file.name)  # noqa: PTH118 - a text it stays
    try:
        return os.path.relpath(whole, os.path.realpath(folder))
    except ValueError:  # on another drive
        return whole


def _stage(file: Path, text: str) -> Path:
    file.unlink(missing_ok=True)  # whatever lies there, it is not written into
    with file.open("x", encoding="utf-8", newline="\n") as opened:
        opened.write(text)
    _sync(file)
    return file


def _is_already(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode()


def _sync(file: Path) -> None:
    """Have the content on the disk before the name leads to it."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _digest(file: Path) -> str | None:
    """A digest of a file's content; None where there is none."""
    return _sha256(file) if file.is_file() else None


def _is_known(deck: Path, digest: str) -> bool:
    """Whether a deck is the one of this digest; one that cannot be read is made anew."""
    try:
        return bool(digest) and _digest(deck) == digest
    except OSError:
        return False


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _aside(parent: Path) -> Iterator[Path]:
    """A folder for what is not whole yet; those of killed processes are removed."""
    for left in parent.glob(f"{ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)
    aside = tempfile.TemporaryDirectory(prefix=ASIDE, dir=parent, ignore_cleanup_errors=True)
    with aside as folder:
        yield Path(folder)
