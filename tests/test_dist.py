"""The deck that students download is the one that the notes make."""

from __future__ import annotations

from pathlib import Path

from tests.support.command import ROOT, Desk


def test_the_committed_deck_is_up_to_date(tmp_path: Path) -> None:
    built = tmp_path / "deck.apkg"
    outcome = Desk(ROOT).build("--locked", "-o", built)
    assert outcome.code == 0, f"{outcome.said}\nrun `make deck`, look at the cards, and commit both"
    (committed,) = (ROOT / "dist").glob("*.apkg")
    assert built.read_bytes() == committed.read_bytes(), "run `make deck`, and commit the deck"
