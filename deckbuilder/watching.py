"""Files that are saved while somebody writes: watchfiles tells of them."""

from __future__ import annotations

import os
import queue
import stat
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system

# Hidden files that say what is read; all others are an editor's, git's or our own.
HEARD = frozenset({".deckignore", ".gitignore"})
# What a build itself writes, wherever it lies.
WRITTEN = (".apkg", ".lock")
# What follows within so many seconds belongs to the same save.
SETTLING = 0.05
# So often it is looked whether a folder is another one than it was, in seconds. It is no longer
# also because Ctrl-C is heard only between two waits on Windows.
LOOKING = 1

Changes = set[tuple[Change, str]]


class WatchError(DeckbuilderError):
    """Nothing more is heard of what is saved; the message says why and what to do."""


class _Saved(DefaultFilter):
    """Leaves out what editors and git write beside notes, and what a build writes."""

    def __init__(
        self, folders: Collection[Path], ignored: Collection[Path], only: Collection[Path]
    ) -> None:
        super().__init__()
        self.folders = {os.path.realpath(path) for path in folders}
        self.ignored = {os.path.realpath(path) for path in ignored}
        self.only = {os.path.realpath(path) for path in only}

    def __call__(self, change: Change, path: str) -> bool:
        real, name = os.path.realpath(path), Path(path).name
        if real in self.folders:
            return change == Change.deleted  # nothing more is heard of what is in it
        if self.only:
            return real in self.only  # whatever it is called: it was named
        hidden = name.startswith(".") and name not in HEARD
        if hidden or real.endswith(WRITTEN) or real in self.ignored:
            return False
        return super().__call__(change, path)


def saves(paths: Sequence[Path], ignored: Collection[Path] = ()) -> Iterator[tuple[Path, ...]]:
    """Listen to what is saved from now on, until the iterator is closed.

    Args:
        paths: the files and folders that matter; those that are missing are waited for.
        ignored: files in them that do not.

    Returns:
        each time, what was changed, made or deleted at once; a folder that was deleted, moved or
        made as a whole. It raises WatchError where the system tells nothing more.
    """
    return _told(_Listening(paths, ignored))


class _Listening:
    """What is heard of files; begun anew where a folder is no longer the one that it was."""

    def __init__(self, paths: Sequence[Path], ignored: Collection[Path]) -> None:
        self.paths, self.ignored = paths, ignored
        self.heard: queue.Queue[Changes | Exception] = queue.Queue()
        self.begin()

    def begin(self) -> None:
        """Listen to the folders that there are."""
        self.stop = threading.Event()
        self.known = self._identities()
        folders = [path for path in self.paths if path.is_dir()]
        alone = [path for path in self.paths if not path.is_dir()]
        # An editor may put another file into the place of the one that is watched: only its
        # folder tells of that.
        around = {path.parent for path in alone if path.parent.is_dir()}
        for found, recursive, only in ((folders, True, ()), (around, False, alone)):
            if found:
                wanted = _Saved(found, self.ignored, only)
                arguments = (self.heard, self.stop, found, recursive, wanted)
                threading.Thread(target=_listen, args=arguments, daemon=True).start()

    def next(self) -> set[Path]:
        """What is heard next, with what is heard right after it.

        Raises:
            WatchError: the system tells nothing more.
        """
        changes: Changes = set()
        while True:
            try:
                found = self.heard.get(timeout=SETTLING if changes else LOOKING)
                if isinstance(found, Exception):
                    raise _deaf(found) from found
                changes |= found
            except queue.Empty:
                saved = {Path(path) for _change, path in changes}
                others = self._others(changes)
                if others:
                    self.stop.set()
                    self.begin()
                if saved or others:
                    return saved | others

    def _others(self, changes: Changes) -> set[Path]:
        """The folders that are gone, there again, or others."""
        now = self._identities()
        gone = {os.path.realpath(path) for change, path in changes if change == Change.deleted}
        return {
            path
            for path, was in self.known.items()
            if now[path] != was or (was and os.path.realpath(path) in gone)
        }

    def _identities(self) -> dict[Path, tuple[int, int] | None]:
        return {folder: _identity(folder) for path in self.paths for folder in (path, path.parent)}


def _deaf(error: Exception) -> WatchError:
    why = system(error) if isinstance(error, OSError) else str(error) or type(error).__name__
    return WatchError(
        _("what is saved is not heard of any more: {why}; start the command once more").format(
            why=why
        )
    )


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a folder from another in its place; None for what is no folder."""
    with suppress(OSError):
        status = path.stat()
        return (status.st_dev, status.st_ino) if stat.S_ISDIR(status.st_mode) else None
    return None


def _told(listening: _Listening) -> Iterator[tuple[Path, ...]]:
    try:
        while True:
            yield tuple(sorted(listening.next()))
    finally:
        listening.stop.set()


def _listen(
    heard: queue.Queue[Changes | Exception],
    stop: threading.Event,
    paths: Collection[Path],
    recursive: bool,
    wanted: _Saved,
) -> None:
    try:
        for found in watch(
            *paths,
            watch_filter=wanted,
            stop_event=stop,
            recursive=recursive,
            debounce=400,
            step=25,  # which takes 2 ms of computing a second while nothing is saved
            raise_interrupt=False,
        ):
            heard.put(found)
    except FileNotFoundError:
        return  # it is gone already: `next` sees that it is another one
    except Exception as error:  # whatever it is: who waits has to hear of it
        if not stop.is_set():
            heard.put(error)
