"""The command in a process of its own that is forked from one which has imported it already.

A test waits for what the command does, and not four tenths of a second for its imports. What
depends on how Python itself starts (Ctrl-C while it is loaded, streams that are closed) needs a
real start. PYTHONIOENCODING is obeyed as Python does.
"""

from __future__ import annotations

import multiprocessing
import os
import pkgutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from multiprocessing.context import ForkServerContext
from pathlib import Path
from tempfile import TemporaryDirectory

import deckbuilder

COMPILED = f"{__package__}.compiled"  # to be imported first, and in that process alone


def run(
    arguments: Sequence[str], folder: Path, environment: Mapping[str, str], timeout: float
) -> tuple[int, bytes, bytes]:
    """Run the command.

    Args:
        arguments: those of the command.
        folder: the working folder.
        environment: all variables that it sees.
        timeout: seconds after which it is killed.

    Returns:
        the exit code, what it printed, and what it printed as errors.

    Raises:
        TimeoutError: it took longer.
    """
    with TemporaryDirectory() as name:
        out, err = Path(name, "out"), Path(name, "err")
        process = server().Process(
            target=_command, args=(tuple(arguments), folder, dict(environment), out, err)
        )
        process.start()
        process.join(timeout)
        if process.exitcode is None:
            process.kill()
            process.join()
            raise TimeoutError(f"{' '.join(arguments)} takes longer than {timeout} s")
        return process.exitcode, out.read_bytes(), err.read_bytes()


@cache
def server() -> ForkServerContext:
    """What starts such processes."""
    context = multiprocessing.get_context("forkserver")
    modules = (one.name for one in _modules())
    context.set_forkserver_preload([COMPILED, __name__, *modules])
    return context


def _modules() -> Iterator[pkgutil.ModuleInfo]:
    """All of the program but what runs it: a command imports the most of it when it is called."""
    for module in pkgutil.walk_packages(deckbuilder.__path__, "deckbuilder."):
        if not module.name.endswith("__main__"):
            yield module


def _command(
    arguments: tuple[str, ...], folder: Path, environment: dict[str, str], out: Path, err: Path
) -> None:
    from deckbuilder.__main__ import main  # noqa: PLC0415 - the tests themselves have no need of it

    for number, file, flags in (
        (0, Path(os.devnull), os.O_RDONLY),
        (1, out, os.O_WRONLY | os.O_CREAT),
        (2, err, os.O_WRONLY | os.O_CREAT),
    ):
        os.dup2(os.open(file, flags), number)
    code = environment.get("PYTHONIOENCODING", "utf-8")
    sys.stdin = os.fdopen(0, encoding=code, closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding=code, closefd=False)
    sys.stderr = os.fdopen(2, "w", encoding=code, errors="backslashreplace", closefd=False)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    sys.argv = ["deckbuilder", *arguments]
    main()
