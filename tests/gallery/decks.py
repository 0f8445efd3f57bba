"""The decks of the gallery, built by the command as a user runs it."""

from __future__ import annotations

from pathlib import Path

from tests.support.command import Desk, Outcome

FOLDER = Path(__file__).parent
CONFIGS = ("deckbuilder.toml", "typed.toml")


def build(config: str, output: Path) -> Outcome:
    """Build the deck of a configuration.

    Raises:
        AssertionError: the command says that it could not.
    """
    lock = output.with_suffix(".lock")  # these decks are no releases
    outcome = Desk(FOLDER).build("--config", config, "--lock", lock, "-o", output)
    assert outcome.code == 0, outcome.said
    return outcome
