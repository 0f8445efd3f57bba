"""A new project: its settings, a note to begin with, and what git and GitHub need to know.

Nothing that is there is written over. What a folder has already is named, and why a file was not
made.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from deckbuilder import sources
from deckbuilder.config import DEFAULT_SOURCES, FILE, ConfigError, load
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _, system
from deckbuilder.model import fault
from deckbuilder.starter import settings, workflow
from deckbuilder.starter.installed import Installed

NOTE = Path("notes/기억과-복습.md")
WORKFLOW = Path(".github/workflows/deck.yml")
IGNORED = "/build/"
# What is no knowledge, wherever a repository has it: a folder with nothing else has no notes yet.
PAPERS = ("readme",)


class StarterError(DeckbuilderError):
    """A project cannot be made there; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file of the new project, and why it was not written, if it was not."""

    file: Path
    why_not: str = ""


def start(folder: Path, installed: Installed) -> list[Made]:
    """Make a project of a folder, which is made where there is none.

    Args:
        folder: where its settings are to lie.
        installed: how to install this deckbuilder elsewhere.

    Returns:
        its files, in the order in which one reads them.

    Raises:
        StarterError: the folder, or a file in it, cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return list(_files(folder, installed))
    except OSError as error:
        raise StarterError(
            _(
                "{path}: cannot be written: {why}; name another folder, or check its permissions"
            ).format(path=error.filename or folder, why=system(error))
        ) from error


def _files(folder: Path, installed: Installed) -> Iterator[Made]:
    notes = _notes(folder)
    yield _settings(folder, notes)
    if notes is None:
        yield _write(folder / NOTE, Path(__file__).with_name("note.md").read_bytes())
    else:
        yield Made(folder / NOTE, _("there are notes in {folder}").format(folder=folder / notes))
    yield _ignoring(folder / ".gitignore")
    top = _repository(folder)
    if top not in (None, folder.resolve()):
        why = _("GitHub reads it only at the top of the repository, {top}").format(top=top)
        yield Made(folder / WORKFLOW, why)
        return
    made = _write(folder / WORKFLOW, workflow.text(installed.what).encode())
    yield made
    if installed.wheel and not made.why_not:
        yield _write(folder / installed.what, installed.wheel.read_bytes())


def _settings(folder: Path, notes: Path | None) -> Made:
    """The settings; those in a pyproject.toml are not put out of force by new ones beside it."""
    try:
        there = load(None, folder).file
    except ConfigError:  # they are there, and broken
        return Made(folder / FILE, _("there are settings that cannot be read; `build` says why"))
    if there and there.parent.resolve() == folder.resolve():
        return Made(there, _("it is there"))
    name = folder.resolve().name
    title = name if not fault(name) else _("My notes")
    return _write(folder / FILE, settings.text(title, notes).encode())


def _ignoring(file: Path) -> Made:
    """What git is to ignore; a file that is there may lack it."""
    said = settings.commented(_("The page of `deckbuilder preview`; lock and deck are committed."))
    made = _write(file, f"{said}\n{IGNORED}\n".encode())
    if (
        made.why_not
        and file.is_file()
        and IGNORED not in file.read_text("utf-8", "replace").split()
    ):
        return Made(file, f"{made.why_not}; " + _("add the line {line}").format(line=IGNORED))
    return made


def _notes(folder: Path) -> Path | None:
    """Where in a folder there are notes already: in notes/, or anywhere else."""
    for below in (*DEFAULT_SOURCES, Path()):
        if (folder / below).is_dir():
            entries, _said = sources.find([folder / below])
            if any(Path(entry.path).stem.lower() not in PAPERS for entry in entries):
                return below
    return None


def _repository(folder: Path) -> Path | None:
    """The top of the git repository that a folder lies in."""
    inside = folder.resolve()
    return next((at for at in (inside, *inside.parents) if os.path.lexists(at / ".git")), None)


def _write(file: Path, content: bytes) -> Made:
    """Write a file, unless anything lies there: it is never written over, nor through a link."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("xb") as new:
            new.write(content)
    except FileExistsError:
        return Made(file, _("it is there"))
    return Made(file)
