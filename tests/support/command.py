"""The command line as a user runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.support import forked

ROOT = Path(__file__).parents[2]
MODULE = (sys.executable, "-m", "deckbuilder")
# What another run of the tests must not change: colours, time stamps, the width of the help.
UNSET = ("SOURCE_DATE_EPOCH", "FORCE_COLOR", "CLICOLOR_FORCE")
PATIENCE = 60  # seconds
SET = {"PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "100", "DECKBUILDER_LANG": "en"}


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All that it printed."""
        return self.out + self.err


@dataclass(frozen=True)
class Desk:
    """A folder with notes, and the command run in it."""

    folder: Path

    def put(self, name: str, content: str | bytes) -> Path:
        """Write a file, its folders included."""
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def run(
        self,
        *arguments: str | Path,
        epoch: int | None = None,
        below: str = "",
        program: tuple[str, ...] = (),
        encoding: str = "",
    ) -> Outcome:
        """Run the command in the folder, or in one below it; a program runs as it is.

        Where an encoding is given, it prints in that, and what it prints has to be sound.
        """
        environment = {name: value for name, value in os.environ.items() if name not in UNSET} | SET
        if encoding:
            environment["PYTHONIOENCODING"] = encoding
        if epoch is not None:
            environment["SOURCE_DATE_EPOCH"] = str(epoch)
        given = [*program, *map(str, arguments)]
        if not program:
            code, out, err = forked.run(given, self.folder / below, environment, PATIENCE)
            return Outcome(code, _text(out, encoding), _text(err, encoding))
        done = subprocess.run(
            given,
            cwd=self.folder / below,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=PATIENCE,
        )
        return Outcome(done.returncode, _text(done.stdout, encoding), _text(done.stderr, encoding))

    def started(self, *arguments: str) -> subprocess.Popen[str]:
        """The command as it goes on in the folder; what it prints can be read line by line."""
        return subprocess.Popen(
            [*MODULE, *arguments],
            cwd=self.folder,
            env=os.environ | SET | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self, *arguments: str | Path, epoch: int | None = None, below: str = "") -> Outcome:
        """Run `deckbuilder build` with these arguments."""
        return self.run("build", *arguments, epoch=epoch, below=below)

    def deck(self, *arguments: str | Path, epoch: int | None = None) -> Path:
        """Build a deck that must come about, and say where it lies."""
        output = self.folder / "deck.apkg"
        outcome = self.build(*arguments, "-o", output, epoch=epoch)
        assert outcome.code == 0, outcome.said
        return output

    def files(self, below: str = "") -> list[str]:
        """The files in the folder or in one below it, hidden ones included."""
        top = self.folder / below
        return sorted(str(file.relative_to(top)) for file in top.rglob("*") if not file.is_dir())


def _text(printed: bytes, encoding: str) -> str:
    text = printed.decode(encoding) if encoding else printed.decode("utf-8", "replace")
    return text.replace("\r\n", "\n")
