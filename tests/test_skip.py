"""What an author takes out of a note's cards in place: `<!-- deckbuilder: skip -->`."""

from __future__ import annotations

import pytest

from tests.support.cases import reading
from tests.support.command import Desk

SKIP = "<!-- deckbuilder: skip -->"
MEANING = "잎 뒷면에 난 작은 구멍이다."
OTHER = "### 잎맥\n물이 다니는 길이다.\n"
# Where it may stand to take 기공 out, and nothing else.
PLACES = {
    "at the end of a heading": f"### 기공 {SKIP}\n{MEANING}\n\n{OTHER}",
    "in front of a heading's last marks": f"### 기공 {SKIP} ###\n{MEANING}\n\n{OTHER}",
    "below a heading": f"### 기공\n{SKIP}\n{MEANING}\n\n{OTHER}",
    "below a heading, with blank lines": f"### 기공\n\n{SKIP}\n\n{MEANING}\n\n{OTHER}",
    "above a heading": f"{OTHER}\n{SKIP}\n### 기공\n{MEANING}\n",
    "above sections": f"## 공변\n{SKIP}\n### 기공\n{MEANING}\n\n## 잎맥\n물길이다.\n",
    "below an underlined heading": f"기공\n====\n{SKIP}\n{MEANING}\n\n# 잎맥\n물길이다.\n",
    "at the end of an underlined heading": f"기공 {SKIP}\n----\n{MEANING}\n\n# 잎맥\n물길이다.\n",
    "in a quote": f"> ### 기공\n> {SKIP}\n> {MEANING}\n\n{OTHER}",
    "at the end of a bullet": f"- 기공: {MEANING} {SKIP}\n- 잎맥: 물이 다니는 길이다.\n",
    "at a bullet with others beneath": (
        f"- 기공 {SKIP}\n    - {MEANING}\n    - 둘이 마주 본다.\n- 잎맥: 물이 다니는 길이다.\n"
    ),
    "between two bullets": f"- 잎맥: 물길이다.\n{SKIP}\n- 기공: {MEANING}\n- 뿌리: 물을 찾는다.\n",
    "above a list": f"{SKIP}\n- 기공: {MEANING}\n\n{OTHER}",
    "at the end of a sentence": f"기공이란 {MEANING} {SKIP}\n\n{OTHER}",
    "above a sentence": f"{SKIP}\n기공이란 {MEANING}\n\n{OTHER}",
    "at the end of a bold line": f"**기공** {SKIP}\n\n{MEANING}\n\n{OTHER}",
    "at the end of a row": (
        f"| 용어 | 뜻 |\n| --- | --- |\n| 잎맥 | 물길 |\n| 기공 | {MEANING} | {SKIP}\n"
    ),
    "above a table": f"{SKIP}\n| 용어 | 뜻 |\n| --- | --- |\n| 기공 | {MEANING} |\n\n{OTHER}",
    "in a toggle's title": (
        f"<details><summary>기공이란? {SKIP}</summary>\n\n{MEANING}\n</details>\n\n{OTHER}"
    ),
    "above a callout": f"{SKIP}\n> [!note] 기공\n> {MEANING}\n\n{OTHER}",
    "beside an id": f"### 기공\n<!-- id: stoma -->\n{SKIP}\n{MEANING}\n\n{OTHER}",
    "in capitals": f"### 기공\n<!-- Deckbuilder: Skip -->\n{MEANING}\n\n{OTHER}",
}


@pytest.mark.parametrize("note", PLACES.values(), ids=PLACES)
def test_nothing_of_what_is_skipped_becomes_a_card(note: str) -> None:
    found = reading(note)
    shown = str([(unit.front, [node.plain for node in unit.shown]) for unit in found.units])
    assert ("잎맥" in shown, "기공" in shown, "구멍" in shown) == (True, False, False)
    assert "skipped" in {left.reason for left in found.left_out}
    assert not [one for one in found.directives if one.wrong]


def test_in_code_it_says_nothing() -> None:
    note = f"### 기공\n{MEANING}\n\n```\n{SKIP}\n```\n\n`{SKIP}` 는 글이다.\n"
    assert reading(note).directives == ()
    assert [unit.front for unit in reading(note).units] == ["기공"]


WRONG = {
    "": "says nothing that deckbuilder knows",
    "skpi": "did you mean 'skip'?",
    "kind=lsit": "did you mean 'kind=list'?",
    "skip\n": "",  # what goes on in the next line says what stands in its first
    "\nskip": "says nothing that deckbuilder knows",
}


@pytest.mark.parametrize(("said", "told"), WRONG.items())
def test_what_means_nothing_is_told(desk: Desk, said: str, told: str) -> None:
    desk.put("잎.md", f"# 잎\n{OTHER}\n### 기공\n<!-- deckbuilder: {said} -->\n{MEANING}\n")
    outcome = desk.build("잎.md", "-o", "덱.apkg")
    assert outcome.code == 0
    assert told in outcome.err
    assert ("잎.md:6:" in outcome.err) == bool(told)
