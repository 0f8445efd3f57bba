"""A build stopped at each of its steps on the disk: killed there, or told that the disk is full.

The project is built as it is; then, for each step, its files are put back, the build runs until
there, and what has become of the project is told: `after` the step and after the `next` build; and
where there is a journal by then, how it is `settled` by a command that reads the lock.

Python tells its audit hooks of every file that is opened, made, renamed or deleted, before it is
(docs.python.org/3/library/audit_events); fsync is a step as well. Each build is a fork of one
process, which has all modules in it already.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from deckbuilder import lock
from deckbuilder.cli import main
from tests.support.command import ROOT, SET

CHANGING = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
PROJECT, TEMPORARY = "project", "tmp"


class Steps:
    """Counts the steps of this process below a folder, and stops it at one of them."""

    def __init__(self, folder: Path, last: int, stop: Callable[[], None]) -> None:
        self.folder = f"{folder}{os.sep}"
        self.last = last
        self.stop = stop
        self.taken: list[str] = []
        fsync = os.fsync

        def synced(fd: Any) -> None:
            self.step("fsync")
            fsync(fd)

        os.fsync = synced
        sys.addaudithook(self.hear)

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in CHANGING or (event == "open" and arguments[2] & WRITING):
            path = os.path.abspath(os.fsdecode(arguments[0]))  # noqa: PTH100
            if path.startswith(self.folder):
                self.step(f"{event} {re.sub(r'-[a-z0-9_]{8}$', '', Path(path).name)}")

    def step(self, what: str) -> None:
        self.taken.append(what)
        if len(self.taken) == self.last:
            self.stop()


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def full() -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def forked(folder: Path, act: Callable[[], object]) -> tuple[int, str]:
    """Do something in a process of its own; its exit code and what it printed."""
    said = folder / "said"
    sys.stdout.flush()
    child = os.fork()
    if not child:
        code = 70
        try:
            printed = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(printed, 1)
            os.dup2(printed, 2)
            act()
        except SystemExit as end:
            code = int(end.code or 0)
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.read_text(encoding="utf-8")


def state(folder: Path) -> dict[str, str]:
    """The files in the project and in the folder for temporary ones, and their digests."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for below in (PROJECT, TEMPORARY)
        for file in sorted((folder / below).rglob("*"))
        if file.is_file()
    }


def stopped(project: Path, stop: Callable[[], None], reads: list[str]) -> Iterator[dict[str, Any]]:
    """What becomes of a project when its build is stopped at each of its steps in turn."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        here = folder / PROJECT
        tempfile.tempdir = os.environ["XDG_STATE_HOME"] = str(folder / TEMPORARY)

        def put_back() -> None:
            os.chdir(folder)
            for below in (PROJECT, TEMPORARY):
                shutil.rmtree(folder / below, ignore_errors=True)
            shutil.copytree(project, here)
            (folder / TEMPORARY).mkdir()
            os.chdir(here)

        def until(last: int) -> None:
            steps = Steps(folder, last, stop)
            try:
                main(["build", "-q"])
            finally:
                if len(steps.taken) < last:
                    (folder / "steps").write_text("\n".join(steps.taken), encoding="utf-8")

        put_back()
        main(["build", "-q"], standalone_mode=False)  # all modules are in memory from here on
        put_back()
        yield {"step": "none", "code": 0, "said": "", "next": state(folder)}
        forked(folder, partial(until, 10**6))
        names = (folder / "steps").read_text(encoding="utf-8").split("\n")
        yield {"step": "all", "code": 0, "said": "", "next": state(folder)}
        for last, step in enumerate(names, start=1):
            put_back()
            code, said = forked(folder, partial(until, last))
            after = state(folder)
            row = {"step": step, "code": code, "said": said, "after": after}
            built, told = forked(folder, partial(main, ["build", "-q"]))
            yield row | {"built": built, "told": told, "next": state(folder)}
            if reads and any(file.endswith(".pending") for file in after):
                put_back()
                forked(folder, partial(until, last))
                read, told = forked(folder, partial(main, reads))
                yield row | {"read": read, "told": told, "settled": state(folder)}


def steps(project: Path, stop: str, day: int, *reads: str) -> list[dict[str, Any]]:
    """What becomes of a project on that day; `reads` is the command that reads the lock."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, project, stop, *reads],
        cwd=ROOT,
        env=os.environ | SET | {"SOURCE_DATE_EPOCH": str(day)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    lock.new_project = lambda: "0123456789abcdef"  # each first build is of one project
    stops = {"kill": killed, "fail": full}
    for row in stopped(Path(sys.argv[1]).resolve(), stops[sys.argv[2]], sys.argv[3:]):
        print(json.dumps(row, ensure_ascii=False))
