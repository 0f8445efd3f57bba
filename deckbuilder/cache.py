"""What was made before, kept from one run to the next in a file of the user's cache folder.

It may be deleted at any time, and two builds may use it at once. It is never an error: what is
broken or cannot be written is as if there were none. Values are pickled: like Python's own
`.pyc` files it is only as safe as the folder that it lies in.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sqlite3
import sys
import time
from collections.abc import Callable, Hashable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_cache_path

from deckbuilder.model import Held

T = TypeVar("T")

FILE = "readings.sqlite"
# What the file may hold, in bytes; beyond it what was longest of no use goes.
LARGEST = 1 << 28
# So much waits in memory to be written at once.
WAITING = 1 << 24
# Seconds to wait for another build that writes; it takes less, or there is something wrong.
PATIENCE = 5
DAY = 86_400
VARIABLE = "DECKBUILDER_CACHE"
TABLE = "create table if not exists kept (key blob primary key, value blob, digest blob, used int)"


def folder() -> Path | None:
    """Where it lies: what `DECKBUILDER_CACHE` says, else the user's cache folder.

    None where that variable is empty: then nothing is kept.
    """
    said = os.environ.get(VARIABLE)
    if said is None:
        return user_cache_path("deckbuilder")
    return Path(said) if said else None


@lru_cache(maxsize=1)
def version() -> bytes:
    """A digest of all that makes the values: our own code, the libraries, Python."""
    digest = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parent
    for folder, folders, names in os.walk(package):
        folders[:] = sorted({*folders} - {"__pycache__"})
        below = folder.removeprefix(str(package))
        for file in map(Path(folder).joinpath, sorted(names)):
            if file.is_file():
                digest.update(f"\0{below}/{file.name}\0".encode())
                digest.update(file.read_bytes())
    for libraries in map(Path, sys.path):  # their names and versions are those of folders there
        found = os.listdir(libraries) if libraries.is_dir() else ()  # noqa: PTH208 - names alone
        digest.update("\0".join(sorted(n for n in found if n.endswith(".dist-info"))).encode())
    return digest.digest()


@contextmanager
def opened(wanted: bool = True, held: Held | None = None) -> Iterator[Cache]:
    """The cache; one that keeps nothing where none is wanted.

    Args:
        wanted: whether it is.
        held: what this process holds besides.
    """
    with closing(Cache(folder() if wanted else None, held)) as cache:
        yield cache


class Cache:
    """Values by keys, which say all that a value depends on but the code."""

    def __init__(self, at: Path | None = None, held: Held | None = None) -> None:
        """Open it.

        Args:
            at: the folder that it lies in; None for none.
            held: what this process holds besides; None where it looks at notes once.
        """
        self._held = held
        self._file = at / FILE if at else None
        self._waiting: dict[bytes, bytes] = {}
        self._size = 0
        self._used: list[bytes] = []
        self._today = int(time.time()) // DAY
        self._connection: sqlite3.Connection | None = None
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._file, timeout=PATIENCE)
            self._connection.execute("pragma synchronous = off")  # what is lost is made again
            self._connection.execute(TABLE)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    @property
    def is_there(self) -> bool:
        """Whether anything is kept."""
        return self._connection is not None or self._held is not None

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """What is held by a key, which is of this process alone; made where it is not."""
        return self._held.of(key, make) if self._held else make()

    def get(self, key: str) -> Any:
        """What was kept under a key; None where nothing was, or it is broken."""
        found = self._held.get(key) if self._held else None
        if found is None:
            found = self._read(key)
            self._hold(key, found)
        return found

    def _hold(self, key: str, value: Any) -> None:
        if self._held and value is not None:
            self._held.put(key, value)

    def _read(self, key: str) -> Any:
        if self._connection is None:
            return None
        name = self._name(key)
        try:
            found = self._connection.execute(
                "select value, digest, used from kept where key = ?", [name]
            ).fetchone()
            if found is None or hashlib.sha256(found[0]).digest() != found[1]:
                return None
            value = pickle.loads(found[0])
        except sqlite3.Error as error:
            self._give_up(error)
            return None
        except Exception:
            return None
        if found[2] != self._today:
            self._used.append(name)
        return value

    def put(self, key: str, value: Any) -> None:
        """Keep a value."""
        self._hold(key, value)
        if self._connection is None:
            return
        try:
            kept = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        except Exception:  # nested too deeply, or whatever else keeps it from being pickled
            return
        self._keep(key, kept)

    def put_pickled(self, key: str, value: Any, kept: bytes) -> None:
        """Keep a value that is pickled already."""
        self._hold(key, value)
        self._keep(key, kept)

    def _keep(self, key: str, kept: bytes) -> None:
        if self._connection is None:
            return
        self._waiting[self._name(key)] = kept
        self._size += len(kept)
        if self._size > WAITING:
            self._write()

    def close(self) -> None:
        """Write what waits, and make room."""
        if self._waiting or self._used:
            self._write()
        if self._connection is not None:
            self._connection.close()

    def _name(self, key: str) -> bytes:
        return hashlib.sha256(version() + key.encode("utf-8", "surrogatepass")).digest()

    def _write(self) -> None:
        if self._connection is None:
            return
        rows = [
            (name, value, hashlib.sha256(value).digest(), self._today)
            for name, value in self._waiting.items()
        ]
        used = [(self._today, name) for name in self._used]
        try:
            with self._connection as connection:
                connection.executemany("insert or replace into kept values (?, ?, ?, ?)", rows)
                connection.executemany("update kept set used = ? where key = ?", used)
                _make_room(connection)
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)
        self._waiting, self._size, self._used = {}, 0, []

    def _give_up(self, error: Exception) -> None:
        """Go on without: what is no database any more is deleted, so that the next run has one."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
        broken = isinstance(error, sqlite3.DatabaseError)
        if self._file and broken and not isinstance(error, sqlite3.OperationalError):
            try:
                self._file.unlink(missing_ok=True)
            except OSError:
                return


NOTHING = Cache()
"""The one that keeps nothing."""


def _make_room(connection: sqlite3.Connection) -> None:
    """Delete what was longest of no use, down to half of what the file may hold."""
    ((size,),) = connection.execute("select coalesce(sum(length(value)), 0) from kept").fetchall()
    if size <= LARGEST:
        return
    rows = connection.execute("select key, length(value) from kept order by used, rowid").fetchall()
    for key, length in rows:
        if size <= LARGEST // 2:
            return
        connection.execute("delete from kept where key = ?", [key])
        size -= length
