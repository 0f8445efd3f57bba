"""What sites and editors leave in a note is read as if it were not there.

The case files in `twins/` show notes as these leave them, and their plain twins.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from deckbuilder.api.options import Options
from deckbuilder.api.plan import plan
from deckbuilder.model import Lock, Note
from tests.support.cases import Case, load
from tests.support.collection import notes_in, shown
from tests.support.command import Desk
from tests.support.machinery import traces

FOLDER = Path(__file__).parent / "twins"
CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in load(file, "plain")]


def notes(text: str, folder: Path) -> Sequence[Note]:
    """The notes of a deck made from a note of this text."""
    folder.mkdir()
    file = folder / "물길.md"
    file.write_text(text, encoding="utf-8")
    return plan([file], options=Options(title="물"), lock=Lock(), now=0).notes


def told(made: Sequence[Note], html: Callable[[str], str] = str) -> list[object]:
    return [(*map(html, note.fields), note.deck, note.tags) for note in made]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_a_note_and_its_plain_twin_make_the_same_notes(case: Case, tmp_path: Path) -> None:
    plain = notes("\n".join(case.expected), tmp_path / "plain")
    assert plain
    assert told(notes(case.note, tmp_path / "note"), shown) == told(plain, shown)


def test_no_card_deck_or_tag_shows_what_is_not_of_the_text(desk: Desk) -> None:
    for case in CASES:
        # What is in code is the author's own.
        if case.file.stem == "untouched" or case.title == "code between tags":
            continue
        desk.put(f"물/{case.file.stem} {case.title}.md", case.note)
    found = notes_in(desk.deck("물"))
    assert len(found) >= len(CASES)
    assert not list(traces(found))
