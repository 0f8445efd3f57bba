"""Commands measured in turn, and a table of what they take, as ratios."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, PIPE
from typing import Any, NamedTuple

MB = 1 << 20
# What rusage counts memory in: kilobytes, on macOS bytes.
UNIT = 1 if sys.platform == "darwin" else 1 << 10


class Taken(NamedTuple):
    """What a command took."""

    cpu: float
    """Seconds of computing, that of the processes which it started included."""
    wall: float
    memory: int
    """The most bytes that one of its processes had."""


def nothing() -> None:
    """Nothing is to be done."""


@dataclass(frozen=True)
class Side:
    """A command, and what is done in front of it each time, which does not count."""

    name: str
    command: Sequence[str | Path]
    before: Callable[[], None] = nothing
    base: str = ""
    """The side of the same group that it is compared with."""
    most: float | None = None
    """How many times that it may take."""
    waited: bool = False
    """Whether somebody waits for it: then it may take no more of the wall's time either."""
    measure: Callable[[], Taken] | None = None
    """Measures it where that is no run of the command."""


@dataclass(frozen=True)
class Group:
    """Sides that are measured in turn."""

    title: str
    sides: tuple[Side, ...]
    rounds: int
    folder: Path
    """Where the commands run: of no project, as each build there is a release of its own."""
    environment: dict[str, str] = field(default_factory=dict)


def measured(group: Group) -> dict[str, Taken]:
    """The medians of each side, by its name."""
    taken: dict[str, list[Taken]] = {side.name: [] for side in group.sides}
    for _ in range(group.rounds):
        for side in group.sides:
            side.before()
            taken[side.name].append(
                side.measure()
                if side.measure
                else run(side.command, group.environment, group.folder)
            )
    return {
        name: Taken(*(median(numbers) for numbers in zip(*runs, strict=True)))
        for name, runs in taken.items()
    }


def run(command: Sequence[str | Path], environment: dict[str, str], folder: Path) -> Taken:
    """Run a command in a folder to its end.

    Raises:
        RuntimeError: it fails.
    """
    begun = time.perf_counter()
    process = started(command, environment, folder, stdout=DEVNULL, stderr=PIPE)
    said = process.stderr.read() if process.stderr else ""
    taken = ended(process, begun)
    if process.returncode:
        raise RuntimeError(f"{command} ends with {process.returncode}: {said}")
    return taken


def started(
    command: Sequence[str | Path],
    environment: dict[str, str],
    folder: Path,
    *,
    stdout: int,
    stderr: int | None = None,
) -> subprocess.Popen[str]:
    """A command that runs in a folder, asked nothing; what it says is text."""
    return subprocess.Popen(
        list(map(str, command)),
        cwd=folder,
        env=os.environ | environment,
        stdin=DEVNULL,
        stdout=stdout,
        stderr=stderr,
        text=True,
    )


def ended(process: subprocess.Popen[Any], begun: float) -> Taken:
    """Wait for the end of a process, and say what it took since its start."""
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    return Taken(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * UNIT)


def table(group: Group, taken: dict[str, Taken]) -> Iterator[str]:
    """The lines of a table in Markdown."""
    yield f"### {group.title} (medians of {group.rounds})"
    yield ""
    yield "| | CPU | × | at most | | wall | × | memory |"
    yield "| --- | ---: | ---: | ---: | --- | ---: | ---: | ---: |"
    for side in group.sides:
        cpu, wall, memory = taken[side.name]
        ratio, most, met, longer = "", "", "", ""
        if side.base:
            base = taken[side.base]
            times, waits = cpu / base.cpu, wall / base.wall
            ratio, longer = f"{times:.2f} × {side.base}", f"{waits:.2f}"
            if side.most is not None:
                most = f"{side.most:g}"
                counts = max(times, waits) if side.waited else times
                met = "met" if counts <= side.most else "not met"
        yield (
            f"| {side.name} | {cpu:.2f} s | {ratio} | {most} | {met} "
            f"| {wall:.2f} s | {longer} | {memory / MB:,.0f} MB |"
        )
    yield ""
