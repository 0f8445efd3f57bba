"""Files that are saved while somebody writes: watchfiles tells of them."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from watchfiles import Change, DefaultFilter, watch

# Hidden files that say what is read; all others are an editor's, git's or our own.
HEARD = frozenset({".deckignore", ".gitignore"})
# What a build itself writes, wherever it lies.
WRITTEN = (".apkg", ".lock")
# What follows within so many seconds belongs to the same save.
SETTLING = 0.05


class _Saved(DefaultFilter):
    """Leaves out what editors and git write beside notes, and what a build writes."""

    def __init__(self, ignored: Collection[Path], only: Collection[Path]) -> None:
        super().__init__()
        self.ignored = {os.path.realpath(path) for path in ignored}
        self.only = {os.path.realpath(path) for path in only}

    def __call__(self, change: Change, path: str) -> bool:
        real, name = os.path.realpath(path), Path(path).name
        hidden = name.startswith(".") and name not in HEARD
        if hidden or real.endswith(WRITTEN) or real in self.ignored:
            return False
        return (not self.only or real in self.only) and super().__call__(change, path)


def saves(paths: Sequence[Path], ignored: Collection[Path] = ()) -> Iterator[tuple[Path, ...]]:
    """Listen to what is saved from now on, until the iterator is closed.

    Args:
        paths: the files and folders that matter; those that are missing are waited for.
        ignored: files in them that do not.

    Returns:
        each time, what was changed, made or deleted at once.
    """
    heard: queue.Queue[set[tuple[Change, str]]] = queue.Queue()
    stop = threading.Event()
    folders = [path for path in paths if path.is_dir()]
    alone = [path for path in paths if not path.is_dir()]
    # An editor may put another file into the place of the one that is watched: only its folder
    # tells of that.
    around = {path.parent for path in alone if path.parent.is_dir()}
    for found, recursive, only in ((folders, True, ()), (around, False, alone)):
        if found:
            listen = threading.Thread(
                target=_listen,
                args=(heard, stop, found, recursive, _Saved(ignored, only)),
                daemon=True,
            )
            listen.start()
    return _told(heard, stop)


def _told(
    heard: queue.Queue[set[tuple[Change, str]]], stop: threading.Event
) -> Iterator[tuple[Path, ...]]:
    try:
        while True:
            yield tuple(sorted({Path(path) for _, path in _next(heard)}))
    finally:
        stop.set()


def _listen(
    heard: queue.Queue[set[tuple[Change, str]]],
    stop: threading.Event,
    paths: Collection[Path],
    recursive: bool,
    wanted: _Saved,
) -> None:
    for found in watch(
        *paths,
        watch_filter=wanted,
        stop_event=stop,
        recursive=recursive,
        debounce=400,
        step=50,
        raise_interrupt=False,
    ):
        heard.put(found)


def _next(heard: queue.Queue[set[tuple[Change, str]]]) -> set[tuple[Change, str]]:
    """What is heard next, with what is heard right after it."""
    found: set[tuple[Change, str]] = set()
    while True:
        try:
            # Not for ever, or Ctrl-C is not heard on Windows.
            found |= heard.get(timeout=SETTLING if found else 1)
        except queue.Empty:
            if found:
                return found
