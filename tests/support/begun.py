"""A worker that is forked from a process which has all imported that it needs.

It reads and writes as a real one; to start Python for each would take most of the time of a test.
How a real one starts (where it finds the program, how it ends) is not seen here.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from typing import IO, Self

from deckbuilder.api import workers
from tests.support import forked


@dataclass(frozen=True)
class Begun:
    """As much of a `subprocess.Popen` as is asked of a worker."""

    process: ForkServerProcess
    stdin: IO[bytes]
    stdout: IO[bytes]

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self.process.pid or 0

    def kill(self) -> None:
        """End it at once."""
        self.process.kill()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *ended: object) -> None:
        self.stdout.close()
        try:
            self.stdin.close()
        finally:
            self.process.join()


def start() -> Begun:
    """A worker, as `workers` starts it, with the code that it would run."""
    context = forked.server()
    tasks, send = context.Pipe(duplex=False)
    receive, answers = context.Pipe(duplex=False)
    code = workers.CODE.format(path=sys.path)
    process = context.Process(target=_work, args=(code, tasks, answers), daemon=True)
    process.start()
    for end in (tasks, answers):
        end.close()
    return Begun(process, _file(send, "wb"), _file(receive, "rb"))


def _file(connection: Connection, mode: str) -> IO[bytes]:
    with connection:
        return os.fdopen(os.dup(connection.fileno()), mode)


def _work(code: str, tasks: Connection, answers: Connection) -> None:
    os.dup2(tasks.fileno(), 0)
    os.dup2(answers.fileno(), 1)
    for end in (tasks, answers):
        end.close()
    sys.stdin, sys.stdout = os.fdopen(0), os.fdopen(1, "w")
    exec(code)
