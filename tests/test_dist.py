"""The deck that students download is the one that the notes make."""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from contextlib import closing
from pathlib import Path

from deckbuilder import api
from deckbuilder.config import load

ROOT = Path(__file__).parent.parent


def content(deck: Path) -> list[tuple[str, str, str]]:
    """GUID, tags and fields of every note, in order."""
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(deck) as archive:
        database = archive.extract("collection.anki2", folder)
        with closing(sqlite3.connect(database)) as connection:
            return connection.execute("select guid, tags, flds from notes order by id").fetchall()


def test_the_committed_deck_is_up_to_date(tmp_path: Path) -> None:
    config = load(ROOT / "deckbuilder.toml", ROOT)
    built = tmp_path / "deck.apkg"
    api.build(config.sources, built, options=api.Options(title=config.title), timestamp=1)
    assert config.output is not None
    committed = content(config.output)
    assert content(built) == committed, "run `make deck`, look at the cards, and commit the deck"
