"""The title of a note names what stands below no heading that names a thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuilder import api
from deckbuilder.model import Document
from tests.support.project import SETTINGS, TUESDAY, Project

TEXT = "미생물이 유기물을 분해하는 과정이다.\n\n## 장점\n- 오래 둔다.\n- 구수하다.\n"
NAMED = ["발효", "발효의 장점"]


def fronts(*place: str, text: str = TEXT) -> list[str]:
    """What the cards of a note in this place ask for."""
    document = Document("note.md", Path("note.md"), place, text)
    return [unit.front for unit in api.read(document).units]


@pytest.mark.parametrize(
    "place",
    [
        ("발효",),
        ("6. 발효",),
        ("06-발효",),
        ("06_발효_정리",),
        ("조리", "발효"),
        ("발효", "README"),
        ("3. 발효", "index"),
    ],
)
def test_the_file_or_its_folder_names_the_first_text(place: tuple[str, ...]) -> None:
    assert fronts(*place) == NAMED


@pytest.mark.parametrize(
    "place",
    [
        ("README",),
        ("2024-01-03-발효",),
        ("20240103 발효",),
        ("발효 1주차",),
        ("1장",),
        ("TIL",),
        ("발효 필기",),
        ("메주 발효하기",),
        ("food-words",),
        ("Food-발효",),
        ("ferment",),
        ("Old Lactic Acid Jar",),
        ("발효를 알아보자",),
        ("발효와 부패",),
        ("발효의 장점",),
    ],
)
def test_what_is_no_term_names_nothing(place: tuple[str, ...]) -> None:
    assert fronts(*place) == ["장점"]


def test_a_foreign_name_has_three_words_at_most() -> None:
    name = "Lactic Acid Jar"
    assert fronts(name) == [name, f"{name}의 장점"]


def test_a_heading_that_names_a_thing_goes_before_the_title() -> None:
    assert fronts("발효", text="# 된장\n## 장점\n- 오래 둔다.\n- 구수하다.\n") == ["된장의 장점"]


@pytest.fixture
def garden(tmp_path: Path) -> Project:
    """A project without notes."""
    made = Project(tmp_path)
    made.put("deckbuilder.toml", SETTINGS)
    return made


def test_a_noun_that_may_be_a_thing_itself_takes_no_title() -> None:
    assert fronts("경영", text="# 프로세스\n주문에서 배송까지 밟는 차례이다.\n") == ["프로세스"]


def test_the_title_of_the_front_matter_goes_before_the_file(garden: Project) -> None:
    garden.put("notes/조리.md", f"---\ntitle: 발효\n---\n{TEXT}")
    assert "발효의 장점" in garden.here("explain", "notes/조리.md").out


WINE = "# 술\n\n## 누룩\n곡식을 반죽해 띄운 것이다.\n"


def decks(made: Project) -> list[str]:
    """The decks that lie in dist."""
    return made.files("dist")


@pytest.mark.parametrize("settings", ["", 'sources = ["발효.md"]\n'])
def test_a_deck_that_is_called_after_its_only_note_stays_called_so(
    tmp_path: Path, settings: str
) -> None:
    made = Project(tmp_path)
    made.put("deckbuilder.toml", settings)
    made.put("발효.md" if settings else "notes/발효.md", f"# 띄우기\n\n{TEXT}")
    made.release()
    assert decks(made) == ["띄우기.apkg"]
    made.put("deckbuilder.toml", settings.replace('"]', '", "술.md"]'))
    made.put("술.md" if settings else "notes/술.md", WINE)
    for _ in range(2):
        made.release(TUESDAY)
        assert made.here("build", "--locked", day=TUESDAY).code == 0
        assert decks(made) == ["띄우기.apkg"]
    made.put("deckbuilder.toml", f'title = "부엌"\n{settings}')
    made.release(TUESDAY)
    assert decks(made) == ["띄우기.apkg", "부엌.apkg"]


def test_a_name_that_only_the_lock_keeps_is_missed_without_it_and_recovered(tmp_path: Path) -> None:
    made = Project(tmp_path)
    made.put("deckbuilder.toml", "")
    made.put("notes/발효.md", f"# 띄우기\n\n{TEXT}")
    made.release()
    made.put("notes/술.md", WINE)
    made.release(TUESDAY)
    (tmp_path / "deckbuilder.lock").unlink()
    lost = made.here("build", day=TUESDAY)
    assert lost.code == 2
    assert "띄우기.apkg" in lost.err
    assert made.here("recover", "--from", "dist/띄우기.apkg", day=TUESDAY).code == 0
    made.release(TUESDAY)
    assert decks(made) == ["띄우기.apkg"]


def test_a_deck_that_is_called_after_its_folder_stays_called_so_with_a_note_alone(
    tmp_path: Path,
) -> None:
    made = Project(tmp_path)
    made.put("deckbuilder.toml", "")
    made.put("notes/발효.md", TEXT)
    made.put("notes/술.md", WINE)
    made.release()
    (tmp_path / "notes/술.md").unlink()
    for _ in range(2):
        made.release(TUESDAY)
        assert decks(made) == ["notes.apkg"]
    assert "title" not in made.table


def test_a_part_of_a_project_is_called_as_it_is_alone(tmp_path: Path) -> None:
    made = Project(tmp_path)
    made.put("deckbuilder.toml", "")
    made.put("notes/발효.md", TEXT)
    made.release()
    made.put("notes/술.md", WINE)
    made.release(TUESDAY)
    assert made.here("build", "notes/술.md", day=TUESDAY).code == 0
    assert decks(made) == ["발효.apkg", "술.apkg"]


def test_cards_that_the_title_names_stay_the_same_with_another_title(garden: Project) -> None:
    note = "---\ntitle: {}\n---\n{}\n## 된장\n콩을 띄워 소금물에 담근 양념이다.\n"
    garden.put("notes/조리.md", note.format("발효", TEXT))
    assert garden.here("build").code == 0
    before = set(garden.table["note"])
    garden.put("notes/조리.md", note.format("띄움", TEXT))
    said = garden.here("build", day=TUESDAY).out
    assert "“발효” → “띄움”" in said
    assert set(garden.table["note"]) == before
