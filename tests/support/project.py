"""A project on a desk: its notes, the command run in it, its deck and its lock."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from deckbuilder.cli import main
from tests.support.command import Desk, Outcome
from tests.support.packed import database

SETTINGS = 'title = "정원"\nsources = ["notes"]\noutput = "정원.apkg"\n'
LOCK = "deckbuilder.lock"
# A lock with an id alone: GUIDs, and their order, are the same in each run of the tests.
BEGUN = 'version = 1\nproject = "0123456789abcdef"\n'
DAY = 86_400
MONDAY = 1_700_000_000
TUESDAY, WEDNESDAY, THURSDAY = (MONDAY + days * DAY for days in (1, 2, 3))
GIT = ("git", "-c", "user.name=학생", "-c", "user.email=student@example.org")
# No file of the machine or of the user tells git what to do.
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True)
class Project(Desk):
    """A folder with deckbuilder.toml, which builds a deck beside it."""

    @property
    def deck_file(self) -> Path:
        return self.folder / "정원.apkg"

    @property
    def lock_file(self) -> Path:
        return self.folder / LOCK

    @property
    def pair(self) -> tuple[bytes, bytes]:
        """The deck and the lock, byte for byte."""
        return self.deck_file.read_bytes(), self.lock_file.read_bytes()

    @property
    def table(self) -> dict[str, Any]:
        """What stands in the lock."""
        return tomllib.loads(self.lock_file.read_text(encoding="utf-8"))

    def here(self, *arguments: str | Path, day: int = MONDAY) -> Outcome:
        """Run the command in this process, which is faster."""
        with chdir(self.folder):
            done = CliRunner().invoke(
                main, [str(one) for one in arguments], env={"SOURCE_DATE_EPOCH": str(day)}
            )
        assert isinstance(done.exception, SystemExit | None), done.exception
        return Outcome(done.exit_code, done.stdout, done.stderr)

    def release(self, day: int = MONDAY) -> Outcome:
        """Build on a day; it must go well."""
        outcome = self.here("build", day=day)
        assert outcome.code == 0, outcome.said
        return outcome

    def git(self, *arguments: str, fails: bool = False) -> str:
        """Run git, which must go well, or must not."""
        done = subprocess.run(
            [*GIT, *arguments],
            cwd=self.folder,
            env=os.environ | ALONE,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert (done.returncode != 0) == fails, done.stdout + done.stderr
        return done.stdout

    def commit(self, message: str) -> None:
        """Commit all but the deck."""
        self.git("add", "--all", ":!*.apkg")
        self.git("commit", "-qm", message)


def project(folder: Path, notes: Mapping[str, str], settings: str = SETTINGS) -> Project:
    """A project of these notes, by their paths below `notes`."""
    made = Project(folder)
    made.put("deckbuilder.toml", settings)
    for name, text in notes.items():
        made.put(f"notes/{name}", text)
    return made


def built(desk: Project, source: str) -> Path:
    """The deck of a source, of which nothing is amiss."""
    deck = desk.folder / f"{source.replace('/', ' ')}.apkg"
    outcome = desk.here("build", source, "-o", deck, "--title", "덱")
    assert outcome.code == 0, outcome.said
    assert "warning" not in outcome.err
    return deck


def terms(deck: Path) -> dict[str, tuple[str, int]]:
    """The GUID and the time of change of each note in a deck, by its type and first field.

    Others of the same name have a number behind it.
    """
    with database(deck) as connection:
        notes = connection.execute("select flds, mid, guid, mod from notes order by id").fetchall()
        ((models,),) = connection.execute("select models from col").fetchall()
    names = {int(number): model["name"].split()[-1] for number, model in json.loads(models).items()}
    found: dict[str, tuple[str, int]] = {}
    for fields, note_type, guid, mod in notes:
        term = f"{names[note_type]} {fields.partition(chr(31))[0]}"
        others = sum(name.partition(" #")[0] == term for name in found)
        found[f"{term} #{others + 1}" if others else term] = guid, mod
    return found
