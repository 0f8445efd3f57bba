"""The deck that students download is the one that the notes make."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from tests.support.command import ROOT, Desk


def content(deck: Path) -> list[tuple[str, str, str]]:
    """GUID, tags and fields of every note, in order."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(deck) as archive:
        database = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(database)) as connection:
            return connection.execute("select guid, tags, flds from notes order by id").fetchall()


def test_the_committed_deck_is_up_to_date(tmp_path: Path) -> None:
    built = tmp_path / "deck.apkg"
    outcome = Desk(ROOT).build("-o", built)
    assert outcome.code == 0, outcome.said
    (committed,) = (ROOT / "dist").glob("*.apkg")
    assert content(built) == content(committed), "run `make deck`, look at the cards, and commit it"
