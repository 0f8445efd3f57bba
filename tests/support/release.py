"""Releases of a deck: what its project builds on one day after the other, and what is in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from deckbuilder.cli import main
from tests.support.command import Desk
from tests.support.packed import database

LOCK, FIRST_DECK = "deckbuilder.lock", "1.apkg"


@dataclass(frozen=True)
class Packed:
    """A note in a deck."""

    fields: tuple[str, ...]
    tags: frozenset[str]
    mod: int


@dataclass(frozen=True)
class Release:
    """A deck: its notes by GUID, when each note type was changed last, and the lock beside it."""

    deck: Path
    notes: Mapping[str, Packed]
    note_types: Mapping[int, int]
    lock: bytes
    said: str

    @property
    def content(self) -> bytes:
        """The deck, byte for byte."""
        return self.deck.read_bytes()


def release(desk: Desk, files: Mapping[str, str | bytes], day: int) -> Release:
    """Make the project's files these, build on this day, and keep the deck."""
    clear(desk)
    for name, content in files.items():
        desk.put(name, content)
    deck = desk.folder / f"{len(list(desk.folder.glob('*.apkg'))) + 1}.apkg"
    said = build(desk, deck, day)
    lock = desk.folder / LOCK
    return opened(deck, lock.read_bytes() if lock.exists() else b"", said)


def build(desk: Desk, deck: Path, day: int) -> str:
    """Build the project in this process; what the command says."""
    with chdir(desk.folder):
        result = CliRunner().invoke(
            main,
            ["build", "-o", str(deck)],
            env={"SOURCE_DATE_EPOCH": str(day)},
            catch_exceptions=False,
        )
    assert result.exit_code == 0, result.output
    return result.output


def clear(desk: Desk) -> None:
    """Delete all files of the project but its lock and its decks."""
    for name in desk.files():
        if name != LOCK and not name.endswith(".apkg"):
            (desk.folder / name).unlink()


def opened(deck: Path, lock: bytes, said: str = "") -> Release:
    """What is in a deck."""
    with database(deck) as connection:
        rows = connection.execute("select guid, flds, tags, mod from notes").fetchall()
        ((models,),) = connection.execute("select models from col").fetchall()
    notes = {
        guid: Packed(tuple(fields.split("\x1f")), frozenset(tags.split()), mod)
        for guid, fields, tags, mod in rows
    }
    assert len(notes) == len(rows), "two notes have one GUID"
    note_types = {int(number): model["mod"] for number, model in json.loads(models).items()}
    return Release(deck, notes, note_types, lock, said)
