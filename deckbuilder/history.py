"""Files of a project as they were at a revision, by git."""

from __future__ import annotations

import subprocess
from pathlib import Path

from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system


class HistoryError(DeckbuilderError):
    """There is no such file at that revision; the message says why."""


def at(file: Path, revision: str) -> str:
    """The text of a file at a revision.

    Args:
        file: a file of a git repository, which need not be there any more.
        revision: as git takes it: `HEAD`, `v1.0`, `main~3`.

    Raises:
        HistoryError: git is not installed, or knows no such revision or file.
    """
    done = _git(file.parent, "show", "--end-of-options", f"{revision}:./{file.name}")
    if done.returncode == 0:
        return done.stdout.decode("utf-8", "replace")
    if _git(file.parent, "rev-parse", "--git-dir").returncode != 0:
        why = _("there is no git repository around it; name the deck that you published (an .apkg)")
    elif not _is_commit(file.parent, revision):
        why = _(
            "git knows no revision '{revision}'; name a tag, a branch or a commit, or an .apkg"
        ).format(revision=revision)
    else:
        why = _(
            "it is not in revision '{revision}'; name one at which it was committed, or an .apkg"
        ).format(revision=revision)
    raise HistoryError(f"{file}: {why}")


def _is_commit(folder: Path, revision: str) -> bool:
    asked = ("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    return _git(folder, *asked).returncode == 0


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False)
    except OSError as error:
        raise HistoryError(
            _("git: cannot be run: {strerror}; install git").format(strerror=system(error))
        ) from error
