"""Long lists and long tables: every item has its card, and too much for one is said."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.collection import notes_in
from tests.support.command import Desk
from tests.support.project import MONDAY, SETTINGS, TUESDAY, project, terms

LIST = "# 말\n\n## 말의 순서\n\n"
SYLLABLES = "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허"


def name(number: int) -> str:
    """A name of its own for each number."""
    return f"{SYLLABLES[number % 28]}{SYLLABLES[number // 28]}말"


def listed(most: int) -> str:
    return LIST + "".join(f"1. {name(number)}\n" for number in range(most))


@pytest.mark.parametrize("most", [200, 201, 500])
def test_every_item_of_a_long_list_has_its_card(desk: Desk, most: int) -> None:
    desk.put("말.md", listed(most))
    outcome = desk.build("말.md", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert f"1 list, {most} list items" in outcome.out
    said = f"말.md:3: '말의 순서' is a list of {most} items: too many"
    assert (said in outcome.err) == (most > 200)
    assert ("divide it" in outcome.err) == (most > 200)
    assert (desk.build("말.md", "--strict").code == 0) == (most <= 200)


def test_a_list_that_grows_keeps_the_cards_that_it_has(tmp_path: Path) -> None:
    mine = project(tmp_path, {"말.md": listed(198)})
    mine.release(MONDAY)
    before, notes = terms(mine.deck_file), mine.table["note"]
    mine.put("notes/말.md", listed(300))
    mine.release(TUESDAY)
    assert {guid for guid, _ in before.values()} <= {
        guid for guid, _ in terms(mine.deck_file).values()
    }
    for guid, row in notes.items():
        now, parts = mine.table["note"][guid], row.get("parts", [])
        assert now.get("parts", [])[: len(parts)] == parts
        assert "retired" not in now


def test_a_long_list_in_which_much_is_corrected_keeps_its_numbers(tmp_path: Path) -> None:
    mine = project(tmp_path, {"말.md": listed(400)})
    mine.release(MONDAY)
    guids = set(mine.table["note"])
    lines = listed(400).split("\n")
    corrected = [
        f"{line}." if at % 10 == 0 and line.startswith("1.") else line
        for at, line in enumerate(lines)
    ]
    mine.put("notes/말.md", "\n".join(corrected))
    outcome = mine.release(TUESDAY)
    assert set(mine.table["note"]) == guids
    parts = [part for row in mine.table["note"].values() for part in row.get("parts", [])]
    assert len(parts) == 400, outcome.said


# --- tables ---------------------------------------------------------------------------------------


def compared(rows: int, letters: int = 4) -> str:
    """A table whose columns are compared, its rows the aspects."""
    body = "".join(
        f"| {name(row)} | {'넓' * letters}{row} | {'좁' * letters}{row} |\n" for row in range(rows)
    )
    return f"# 땅\n\n## 들과 골의 비교\n\n| 구분 | 들 | 골 |\n| --- | --- | --- |\n{body}"


def sides(rows: int) -> str:
    """A table of two columns whose rows have no names."""
    body = "".join(f"| {name(row)}은 넓다 | {name(row)}은 좁다 |\n" for row in range(rows))
    return f"# 땅\n\n## 들과 골의 차이\n\n| 들 | 골 |\n| --- | --- |\n{body}"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (compared(20), True),
        (compared(21), False),
        (compared(300), False),
        (compared(10, letters=18), True),
        (compared(10, letters=24), False),
    ],
    ids=["20 rows", "21 rows", "300 rows", "as many letters", "more letters"],
)
def test_a_table_too_much_for_one_card_has_one_for_each_row(
    desk: Desk, text: str, whole: bool
) -> None:
    desk.put("땅.md", text)
    stored = notes_in(desk.deck("땅.md"))
    kinds = {one.note_type.split()[-1] for one in stored}
    rows = text.count("\n") - 6
    if whole:
        assert len(stored) == 1
    else:
        assert len(stored) == rows
        assert {one.fields[0] for one in stored} == {name(row) for row in range(rows)}
        assert len(kinds) == 1


@pytest.mark.parametrize("rows", [20, 21, 300])
def test_a_table_without_names_for_its_rows_is_left_out_for_its_length(
    desk: Desk, rows: int
) -> None:
    others = "".join(f"- 언덕{at} : 땅이 조금 솟은 곳이다.\n" for at in range(8))
    desk.put("땅.md", f"{sides(rows)}\n## 언덕\n{others}")
    outcome = desk.build("땅.md", "-o", "덱.apkg")
    assert outcome.code == 0
    assert ("1  too long for one card" in outcome.out) == (rows > 20)
    blocks = json.loads(desk.run("explain", "땅.md", "--format", "json").out)
    left = [block["left_out"] for block in blocks if block["text"].startswith(name(0))]
    assert left == ["too long for one card" if rows > 20 else None]


@pytest.mark.parametrize(("most", "told"), [(350, True), (351, False)])
def test_the_parts_of_a_list_are_told_of_in_700_letters(desk: Desk, most: int, told: bool) -> None:
    """What stands on the lines of their names; their sections are far too much."""
    section = "장인들은 마을을 돌며 그릇을 판다.\n\n" * 50
    first, second = ("항아리" * 117)[:most], ("함지박" * 117)[:350]
    desk.put(
        "그릇.md",
        f"# 살림\n## 그릇\n### 옹기 그릇 : {first}\n{section}\n### 나무 그릇 : {second}\n{section}",
    )
    (note,) = (note for note in notes_in(desk.deck("그릇.md")) if note.name == "그릇")
    assert [first in note.card.answer, second in note.card.answer] == [told, told]


def test_a_long_list_is_asked_in_notes_of_twenty(tmp_path: Path) -> None:
    items = "".join(f"- {name(at)}\n" for at in range(30))
    mine = project(tmp_path, {"말.md": f"# 말\n\n## 말의 종류\n\n{items}"})
    mine.put("deckbuilder.toml", f'{SETTINGS}[cards]\nreverse = false\nitems = "all"\n')
    mine.release(MONDAY)
    asking = [note for note in notes_in(mine.deck_file) if note.note_type.endswith("빈칸")]
    assert [len(note.cards) for note in asking] == [20, 10]
    assert mine.release(TUESDAY).out.count("no note changed") == 1
