"""Saves in a served preview, as its page takes them: a server, and one who is told and asks it."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import time
from collections.abc import Sequence
from http.client import HTTPResponse
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from benchmarks.measuring import Taken, ended, started

SAVES = 5
NEW = "\n### 새말{at}가{stamp}\n새로 적은 {at}째 말이며, 저장할 때마다 다른 뜻을 적어 둔 것이다.\n"


def save(
    command: Sequence[str | Path], environment: dict[str, str], folder: Path, note: Path
) -> Taken:
    """What one save takes: the computing of the server, and the wait until the page has its data.

    A server tells nothing of its computing before it ends: that of one without a save is taken off
    that of one with some.

    Args:
        command: serves the preview.
        environment: for it, with a cache in which its notes are kept.
        folder: where it runs.
        note: one of its notes, which gets a term with each save.
    """
    idle, _ = session(command, environment, folder, note)
    busy, waits = session(command, environment, folder, note, SAVES)
    return Taken((busy.cpu - idle.cpu) / SAVES, median(waits), busy.memory)


def session(
    command: Sequence[str | Path],
    environment: dict[str, str],
    folder: Path,
    note: Path,
    saves: int = 0,
) -> tuple[Taken, list[float]]:
    """What a server takes from its start to its end, and how long each of some saves takes."""
    begun = time.perf_counter()
    process = started(command, environment, folder, stdout=subprocess.PIPE)
    try:
        address = _address(process)
        shown = json.loads(_data(address))
        with urlopen(f"{address}events?{shown['live']['version']}") as events:
            waits = [_saved(note, at, address, events) for at in range(saves)]
    finally:
        process.send_signal(signal.SIGINT)
        taken = ended(process, begun)
    return taken, waits


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://\S+/", line):
            return found[0]
    raise RuntimeError("the preview is not served")


def _saved(note: Path, at: int, address: str, events: HTTPResponse) -> float:
    """Save a note, and wait for what the page then shows."""
    new = NEW.format(at=at, stamp=time.time_ns())
    begun = time.perf_counter()
    with note.open("a", encoding="utf-8") as file:
        file.write(new)
    while not events.readline().startswith(b"event: saved"):
        pass
    shown = _data(address)
    taken = time.perf_counter() - begun
    if new.split()[1].encode() not in shown:
        raise RuntimeError("what was saved is not shown")
    return taken


def _data(address: str) -> bytes:
    with urlopen(f"{address}data") as answer:
        data: bytes = answer.read()
    return data
