"""Identities given by hand: `<!-- id: … -->`."""

from __future__ import annotations

import pytest

from tests.support.cases import reading
from tests.support.command import Desk

IN_THE_NOTES = 1
MEANING = "잎 뒷면에 난 작은 구멍이다."
# Where an id may stand, and the term that it names.
PLACES = {
    "at the end of a heading": f"### 기공 <!-- id: stoma -->\n{MEANING}\n",
    "above a heading": f"<!-- id: stoma -->\n### 기공\n{MEANING}\n",
    "above a heading, with a blank line": f"<!-- id: stoma -->\n\n### 기공\n{MEANING}\n",
    "below a heading": f"### 기공\n<!-- id: stoma -->\n{MEANING}\n",
    "below a heading, with blank lines": f"### 기공\n\n<!-- id: stoma -->\n\n{MEANING}\n",
    "at the end of a bullet": f"- 잎맥: 물이 다니는 길\n- 기공: {MEANING} <!-- id: stoma -->\n",
    "above a bullet": f"<!-- id: stoma -->\n- 기공: {MEANING}\n- 잎맥: 물이 다니는 길\n",
    "at the end of a sentence": f"기공이란 {MEANING} <!-- id: stoma -->\n",
    "above a sentence": f"<!--id:stoma-->\n기공이란 {MEANING}\n",
    "in a quote": f"> ### 기공 <!-- id: stoma -->\n> {MEANING}\n",
    "at the end of a row": (
        f"| 용어 | 뜻 |\n| --- | --- |\n| 잎맥 | 물길 |\n| 기공 | {MEANING} | <!-- id: stoma -->\n"
    ),
}


@pytest.mark.parametrize("note", PLACES.values(), ids=PLACES)
def test_an_id_names_the_note_beside_it(note: str) -> None:
    found = reading(note)
    assert [(unit.front, unit.pin) for unit in found.units if unit.pin] == [("기공", "stoma")]
    assert [(pin.name, pin.used) for pin in found.pins] == [("stoma", True)]


@pytest.mark.parametrize("note", PLACES.values(), ids=PLACES)
def test_no_card_shows_an_id(note: str) -> None:
    plain = reading(note.replace("<!-- id: stoma -->", "").replace("<!--id:stoma-->", ""))
    assert "stoma" not in str([unit.front for unit in reading(note).units])
    assert [unit.front for unit in reading(note).units] == [unit.front for unit in plain.units]


def test_code_and_other_comments_give_no_id() -> None:
    note = f"### 기공\n{MEANING}\n\n```\n<!-- id: stoma -->\n```\n<!-- 여기 id: 를 쓸 것 -->\n"
    assert reading(note).pins == ()


def test_an_id_given_twice_is_an_error(desk: Desk) -> None:
    desk.put("필기/잎.md", f"# 잎\n### 기공 <!-- id: stoma -->\n{MEANING}\n")
    desk.put("필기/줄기.md", f"# 줄기\n### 껍질눈 <!-- id: stoma -->\n{MEANING}\n")
    outcome = desk.build("필기", "-o", "덱.apkg")
    assert outcome.code == IN_THE_NOTES
    assert "필기/줄기.md:2: the id 'stoma' is given twice, first at 필기/잎.md:2" in outcome.err
    assert desk.files() == ["필기/잎.md", "필기/줄기.md"]


def test_an_id_beside_nothing_is_a_warning(desk: Desk) -> None:
    desk.put("잎.md", f"# 잎\n### 기공\n{MEANING}\n\n---\n<!-- id: stoma -->\n")
    outcome = desk.build("잎.md", "-o", "덱.apkg")
    assert outcome.code == 0
    assert "잎.md:6: the id 'stoma' stands beside nothing" in outcome.err
