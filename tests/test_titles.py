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


def test_cards_that_the_title_names_stay_the_same_with_another_title(garden: Project) -> None:
    note = "---\ntitle: {}\n---\n{}\n## 된장\n콩을 띄워 소금물에 담근 양념이다.\n"
    garden.put("notes/조리.md", note.format("발효", TEXT))
    assert garden.here("build").code == 0
    before = set(garden.table["note"])
    garden.put("notes/조리.md", note.format("띄움", TEXT))
    said = garden.here("build", day=TUESDAY).out
    assert "“발효” → “띄움”" in said
    assert set(garden.table["note"]) == before
