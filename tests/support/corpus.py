"""The annotated notes in ../shared/corpus, and the project that a part of them becomes."""

from __future__ import annotations

import shutil
from contextlib import chdir, closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from deckbuilder import api
from deckbuilder.cache import Cache
from deckbuilder.notes import Reading
from tests.support.command import ROOT
from tests.support.project import LOCK, MONDAY, Project

CORPUS = ROOT.parent / "shared/corpus"
SETTINGS = 'title = "덱"\nsources = ["notes"]\noutput = "정원.apkg"\n'


@dataclass(frozen=True)
class Part:
    """A part of the corpus after its first release; not to be changed.

    Attributes:
        project: its notes, deck and lock.
        build: what the build did.
        kept: the folder that keeps what the notes were read as, for builds of copies.
    """

    project: Project
    build: api.Build
    kept: Path

    @cached_property
    def readings(self) -> dict[str, Reading]:
        """The notes as they were read, by the names of their files, without the suffix."""
        return {reading.document.place[-1]: reading for reading in self.build.readings}


def files(part: str) -> list[Path]:
    """The notes of a part: `dev`, which the rules were written on, or `shut`."""
    return sorted((CORPUS / part).glob("*.md"))


def built(part: str, folder: Path) -> Part:
    """Build the deck of a part, in this folder; without a corpus the test is skipped."""
    found = files(part)
    if not found:
        pytest.skip(f"there is no ../shared/corpus/{part} here")
    made, kept = Project(folder / "project"), folder / "kept"
    made.put("deckbuilder.toml", SETTINGS)
    for file in found:
        shutil.copy(file, made.put(f"notes/{file.name}", ""))
    with chdir(made.folder), closing(Cache(kept)) as keeping:
        build = api.build(
            [Path("notes")],
            made.deck_file,
            options=api.Options(title="덱"),
            clock=lambda _: MONDAY,
            lock_file=Path(LOCK),
            cache=keeping,
        )
    assert build.output, build.diagnostics
    return Part(made, build, kept)
