"""Notes into a collection, without files of notes and without the command."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from deckbuilder import pack
from deckbuilder.model import Note
from tests.support.collection import Anki, Stored


def added(anki: Anki, notes: Sequence[Note], folders: pytest.TempPathFactory) -> list[Stored]:
    """What Anki makes of these notes; what else is in the collection is removed before."""
    collection = anki.collection
    collection.remove_notes(list(collection.find_notes("")))
    deck = folders.getbasetemp() / "added.apkg"
    pack.write(notes, deck, 1_700_000_000)
    anki.add(deck)
    return anki.notes()
