"""The releases of Anki that a deck has to work in, each in a virtual environment of its own."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.command import ROOT

FOLDER = ROOT / "build" / "matrix"
# Tried in turn where the Python that runs this has no wheel of a release.
OTHER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.10")
# For releases that set protobuf no upper bound: a newer one may refuse code as old as theirs.
OLD_PROTOBUF = "protobuf<5"
TIMEOUT = 300  # seconds; pip may search long for versions that go together


@dataclass(frozen=True)
class Release:
    """A release of Anki's library on PyPI.

    Attributes:
        version: as PyPI has it.
        needs: requirements that its package does not state.
    """

    version: str
    needs: tuple[str, ...] = ()

    @property
    def requirements(self) -> tuple[str, ...]:
        """What to install."""
        return (f"anki=={self.version}", *self.needs)


# The newest patch of each: 2.1.54 is the last whose own default is the importer written in Python,
# 23.10 the first with the import's options, 26.9 what the tests run on.
RELEASES = (
    Release("2.1.54", (OLD_PROTOBUF,)),
    Release("23.10.1", (OLD_PROTOBUF,)),
    Release("24.6.3", (OLD_PROTOBUF,)),
    Release("25.2.7", (OLD_PROTOBUF,)),
    Release("25.9.5"),
    Release("26.9.3"),
)


class InstallError(Exception):
    """A release does not install on this machine; the message says why."""


def installed(release: Release) -> Path:
    """The Python of the release's environment, which is made where it is missing.

    Raises:
        InstallError: no Python of this machine takes it.
    """
    folder = FOLDER / release.version
    python, stamp = folder / "bin" / "python", folder / "installed"
    wanted = "\n".join(release.requirements)
    if stamp.exists() and stamp.read_text("utf-8") == wanted and not _refused(python):
        return python
    reasons = []
    for base in _pythons():
        reason = _made(base, folder, release) or _refused(python)
        if not reason:
            stamp.write_text(wanted, "utf-8")
            return python
        reasons.append(f"{_said(base, '--version').strip()}: {reason}")
    raise InstallError("; ".join(reasons))


def _pythons() -> Iterator[str]:
    """The Pythons to try: this one, then others that can make an environment."""
    yield sys.executable
    own = f"python{'.'.join(platform.python_version_tuple()[:2])}"
    for name in OTHER_PYTHONS:
        program = shutil.which(name)
        if name != own and program and not _failed(program, "-c", "import ensurepip, venv"):
            yield program


def _made(base: str, folder: Path, release: Release) -> str:
    """Make the environment; why it could not be, or nothing."""
    print(f"anki {release.version}: installing ...", file=sys.stderr, flush=True)
    pip = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:")
    python = str(folder / "bin" / "python")
    return _failed(base, "-m", "venv", "--clear", str(folder)) or _failed(
        python, *pip, *release.requirements
    )


def _refused(python: Path) -> str:
    """Why the release does not load; nothing if it does."""
    return _failed(str(python), "-I", "-c", "import anki.collection")


def _failed(*command: str) -> str:
    """The last line of what a command complains of; nothing if it succeeds."""
    try:
        subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=TIMEOUT)
    except FileNotFoundError:
        return f"there is no {command[0]}"
    except subprocess.TimeoutExpired:
        return f"no end within {TIMEOUT} seconds"
    except subprocess.CalledProcessError as error:
        lines = str(error.stderr or error.stdout).strip().splitlines()
        complaints = [line for line in lines if not line.startswith(("WARNING", "[notice]"))]
        return complaints[-1] if complaints else f"exit code {error.returncode}"
    return ""


def _said(*command: str) -> str:
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")
    return done.stdout
