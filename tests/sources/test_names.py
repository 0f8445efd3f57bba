"""What decks and their files are called after notes and folders, and that nobody loses anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuilder.model import composed
from tests.support.collection import notes_in
from tests.support.command import Desk

BARE = "## 둑\n물이 넘치지 않게 쌓은 언덕이다.\n"
OTHER = "## 수문\n물을 가두었다가 흘려 보내는 문이다.\n"


def guids(deck: Path) -> set[str]:
    return {stored.guid for stored in notes_in(deck)}


def decks(deck: Path) -> set[str]:
    return {composed(stored.card.deck) for stored in notes_in(deck)}


@pytest.mark.parametrize("name", ["README.md", "index.md", "_index.md", "Readme.markdown"])
def test_a_note_for_its_folder_is_called_as_that(desk: Desk, name: str) -> None:
    desk.put(f"공책/물길/{name}", BARE)
    desk.put(f"공책/{name}", OTHER)
    assert decks(desk.deck("공책")) == {"공책", "공책::물길"}


# What is built, and the title that once stood for the project's id (its GUIDs must stay).
ONCE = {
    "a folder with one note": (
        "1학기",
        {"1학기/시험.md": BARE},
        "시험",
        "1학기.apkg",
        "1학기::시험",
    ),
    "a folder of any name": ("notes", {"notes/시험.md": BARE}, "시험", "시험.apkg", "시험"),
    "a note by itself": ("1학기/시험.md", {"1학기/시험.md": BARE}, "시험", "시험.apkg", "시험"),
    "a README by itself": (
        "물길/README.md",
        {"물길/README.md": BARE},
        "README",
        "물길.apkg",
        "물길",
    ),
    "a folder with a README": ("물길", {"물길/README.md": BARE}, "README", "물길.apkg", "물길"),
    "a folder with several": (
        "물길",
        {"물길/README.md": BARE, "물길/문.md": OTHER},
        "물길",
        "물길.apkg",
        "물길",
    ),
}


@pytest.mark.parametrize(
    ("source", "files", "title", "file", "deck"), ONCE.values(), ids=ONCE.keys()
)
def test_another_name_of_the_deck_makes_no_other_notes(
    desk: Desk, source: str, files: dict[str, str], title: str, file: str, deck: str
) -> None:
    for name, text in files.items():
        desk.put(name, text)
    outcome = desk.build(source)
    assert outcome.code == 0, outcome.said
    assert desk.files("dist") == [file]
    made = desk.folder / "dist" / file
    assert deck in decks(made)
    assert guids(made) == guids(desk.deck(source, "--title", title))


def test_folders_with_a_note_of_one_name_each_are_decks_of_their_own(desk: Desk) -> None:
    for folder in ("1학기", "2학기", "3학기"):
        desk.put(f"{folder}/시험.md", BARE)
        assert desk.build(folder).code == 0
    assert desk.files("dist") == ["1학기.apkg", "2학기.apkg", "3학기.apkg"]
