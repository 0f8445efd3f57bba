"""Files of a project as they were at a revision, by git."""

from __future__ import annotations

import subprocess
from pathlib import Path


class HistoryError(Exception):
    """There is no such file at that revision; the message says why."""


def at(file: Path, revision: str) -> str:
    """The text of a file at a revision.

    Args:
        file: a file of a git repository, which need not be there any more.
        revision: as git takes it: `HEAD`, `v1.0`, `main~3`.

    Raises:
        HistoryError: git is not installed, or knows no such revision or file.
    """
    asked = ["show", "--end-of-options", f"{revision}:./{file.name}"]
    try:
        done = subprocess.run(["git", "-C", file.parent, *asked], capture_output=True, check=False)
    except OSError as error:
        raise HistoryError(f"git: cannot be run: {error.strerror}; install git") from error
    if done.returncode != 0:
        why = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise HistoryError(
            f"{file}: is not known at '{revision}': {why.removeprefix('fatal: ')}; name an .apkg, "
            "or a revision at which it was committed"
        )
    return done.stdout.decode("utf-8", "replace")
