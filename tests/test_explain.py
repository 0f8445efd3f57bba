"""`deckbuilder explain` says how a note was read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from deckbuilder.extract.rules import RULES
from deckbuilder.reasons import DOUBTS
from tests.support.command import Desk

BY_NAME = {rule.name: rule for rule in RULES}

NOTE = """---
title: 물
---

# 물의 순환

## 증발
액체가 표면에서 기체로 바뀌는 현상이다.

## 물의 상태
- 고체 : 모양이 있다.
- 액체 : 흐른다.

추후 작성
"""


@pytest.fixture
def note(desk: Desk) -> Desk:
    desk.put("물.md", NOTE)
    return desk


def blocks(desk: Desk, place: str = "물.md") -> list[dict[str, object]]:
    outcome = desk.run("explain", place, "--format", "json")
    assert outcome.code == 0, outcome.err
    found = json.loads(outcome.out)
    assert isinstance(found, list)
    return found


def block_on(desk: Desk, line: int) -> Any:
    (block,) = blocks(desk, f"물.md:{line}")
    return block


def kept(rule: str) -> str:
    return f"{BY_NAME[rule].measured.share:.0%} of what this rule finds is worth a card"


def yielded(rule: str) -> dict[str, object]:
    its = BY_NAME[rule].measured
    counts = {"made": its.made, "core": its.core, "optional": its.optional}
    return counts | {"despite": BY_NAME[rule].despite}


def test_each_block_shows_its_label_and_its_card(note: Desk) -> None:
    shown = note.run("explain", "물.md").out
    assert "section term 증발" in shown
    assert f"→ definition “증발” [term], sure: {kept('term')}" in shown
    assert "· answers “증발” [term]" in shown


def test_what_is_left_out_shows_why(note: Desk) -> None:
    assert "✗ left out: a placeholder" in note.run("explain", "물.md").out
    assert "✗ left out: front matter" in note.run("explain", "물.md").out


def test_lines_of_a_block_that_are_on_no_card_are_told(desk: Desk) -> None:
    """A sentence defines within a paragraph that is too long to stand around it."""
    talk = "배를 띄우는 사람들은 해마다 물가에 모여 잔치를 벌인다. " * 20
    desk.put(
        "물길.md", f"# 강가의 삶\n\n## 옛날\n\n{talk}\n여울은 물살이 빠른 얕은 물길이다.\n{talk}\n"
    )
    said = desk.run("explain", "물길.md:5").out
    assert "→ definition “여울”" in said
    assert "✗ 5 left out: " in said
    assert "✗ 7 left out: " in said
    (block,) = blocks(desk, "물길.md:5")
    rest = block["rest"]
    assert isinstance(rest, list)
    assert [(left["first"], left["last"]) for left in rest] == [(5, 5), (7, 7)]
    assert block["left_out"] is None


def test_a_line_shows_its_block_alone(note: Desk) -> None:
    outcome = note.run("explain", "물.md:11")
    assert outcome.out.startswith("       11  ")
    assert "고체" in outcome.out
    assert "액체 :" not in outcome.out


def test_the_settings_hold_here_too(desk: Desk) -> None:
    for name in ("잎", "초안"):
        desk.put(f"공책/{name}.md", f"## {name}\n식물의 한 부분이다.\n")
    desk.put("공책/leaf.md", "## Leaf\nA leaf is a part of a plant.\n")
    left = "1 note in another language than ko, left out: 공책/leaf.md"
    every = desk.run("explain", "공책")
    assert "초안" in every.out
    assert "Leaf" not in every.out
    assert left in every.err
    assert "Leaf" in desk.run("explain", "공책/leaf.md").out  # it was named
    desk.put("deckbuilder.toml", 'exclude = ["초안.md"]\nlanguages = ["ko", "en"]\n')
    chosen = desk.run("explain", "공책")
    assert "초안" not in chosen.out
    assert "Leaf" in chosen.out
    assert left not in chosen.err
    desk.put("deckbuilder.toml", "exclude = 3\n")
    assert desk.run("explain", "공책").code == 2


def test_a_line_without_anything_is_said_to_be_empty(note: Desk) -> None:
    outcome = note.run("explain", "물.md:6")
    assert outcome.code == 2
    assert "line 6" in outcome.err


def test_json_tells_the_same(note: Desk) -> None:
    (block,) = blocks(note, "물.md:7")
    assert block["label"] == {"name": "증발", "asks_for": "term", "aliases": [], "relative": False}
    assert block["asks"] == [
        {
            "kind": "definition",
            "front": "증발",
            "rule": "term",
            "chosen": False,
            "asked": [7],
            "lines": [[8, 8]],
            "tier": "sure",
            "yield": yielded("term"),
            "caveats": [],
            "against": [],
        }
    ]
    assert block["left_out"] is None
    assert block["rest"] == []


# --- what spoke for a unit, and what against it ---------------------------------------------------

# A note, the line that is explained, and what is said of it.
FATES = {
    "a rule that has never been met": (
        "---\ntitle: 해구\n---\n바다 밑이 좁고 길게 파인 곳이다.\n\n## 장점\n- 깊다.\n- 길다.\n",
        4,
        "→ definition “해구” [title], likely: too little of what this rule finds is measured",
    ),
    "a rule that was met a few times": (
        "A형은 물에 잘 녹는 반면 B형은 물에 녹지 않는다.\n",
        1,
        "[prose], sure: too little of what this rule finds is measured",
    ),
    "a question": (
        "## 밀물은 왜 생길까?\n달이 바닷물을 끌어당기기 때문이다.\n",
        1,
        f"[question], sure: {kept('question')}",
    ),
    "a rule that often errs": (
        "밀물은 하루에 두 번 바닷물이 높아지는 것이다.\n",
        1,
        "? definition “밀물” [loose] with take = many only "
        f"{kept('loose')}; `용어 : 정의` or a heading above it is surer",
    ),
    "a doubt": (
        "## 연습문제\n### 밀물\n바닷물이 뭍 쪽으로 들어오는 흐름이다.\n",
        2,
        "? definition “밀물” [term] with take = many only "
        f"{DOUBTS['exercise'][0]}; {DOUBTS['exercise'][1]}",
    ),
    "a rule that stands back": (
        "## 밀물의 특징\n- 하루에 두 번 일어난다.\n- 달이 끌어당겨 일어난다.\n",
        1,
        "× definition “밀물의 특징” [term] stands back behind list “밀물의 특징” [set] on line 1",
    ),
    "said twice": (
        "1. 밀물(Flood)\n바닷물이 들어오는 흐름\n하루 두 번 일어남\n밀물 : 만조 - 간조\n",
        4,
        "× definition “밀물” [term] is said already by definition “밀물” [term] on line 1",
    ),
    "said in two places": (
        "## 조류\n- 밀물 : 들어오는 흐름\n- 썰물 : 나가는 흐름\n### 밀물\n물이 높아지는 때이다.\n",
        4,
        f"→ definition “밀물” [term] with line 2, sure: {kept('term')}",
    ),
    "a rule that is less sure of one": (
        "## 조류\n바닷물이 드나드는 일이다.\n- 사리 : 차이가 큽니다.\n- 조금 : 차이가 작습니다.\n",
        1,
        "? comparison “조류” [siblings] with take = many only "
        f"{kept('siblings')}, but {BY_NAME['siblings'].despite}",
    ),
    "less sure of one": (
        "## 기수역\n강물과 바닷물이 섞였다.\n",
        1,
        f"→ definition “기수역” [term], likely: {kept('term')}, "
        "but its answer tells what somebody did or felt",
    ),
    "a remark": (
        "## 조류\n- 밀물 : 들어오는 흐름\n- 썰물 : 나가는 흐름\n\n"
        "밀물은 하루에 두 번 바닷물이 높아지는 것이다.\n",
        5,
        "→ definition “밀물” [term] with line 2, sure",
    ),
    "offered as a part": (
        "## 조류\n- 밀물 : 들어오는 흐름\n- 썰물 : 나가는 흐름\n\n"
        "### 셈\n- 밀물 : 달이 둘이라고 가정하자.\n",
        6,
        "is added, with take = many, to definition “밀물” [term] on line 2 "
        '✗ left out: what may be worth a card, and is made with take = "many"',
    ),
}


@pytest.mark.parametrize(("text", "line", "told"), FATES.values(), ids=FATES)
def test_a_unit_shows_what_spoke_for_and_against_it(
    desk: Desk, text: str, line: int, told: str
) -> None:
    desk.put("물.md", text)
    assert told in " ".join(desk.run("explain", f"물.md:{line}").out.split())


def test_what_is_made_is_said_to_have_nothing_against_it(note: Desk) -> None:
    shown = note.run("explain", "물.md:7").out
    assert "?" not in shown
    assert "×" not in shown


def test_json_tells_what_stands_in_the_way(desk: Desk) -> None:
    text, line, _ = FATES["a rule that stands back"]
    desk.put("물.md", text)
    (fate,) = block_on(desk, line)["rejects"]
    assert (fate["rule"], fate["reason"]) == ("term", "unless")
    assert fate["by"] == {
        "kind": "enumeration",
        "front": "밀물의 특징",
        "rule": "set",
        "chosen": False,
        "asked": [1],
        "lines": [[2, 3]],
    }


def test_json_tells_all_that_speaks_against_an_offer(desk: Desk) -> None:
    desk.put("물.md", "## 연습문제\n\n밀물은 하루에 두 번 바닷물이 높아지는 것이다.\n")
    (fate,) = block_on(desk, 3)["offers"]
    assert [one["what"] for one in fate["against"]] == [DOUBTS["exercise"][0], kept("loose")]
    assert all(one["hint"] for one in fate["against"])


def test_every_line_is_explained(note: Desk) -> None:
    lines = NOTE.splitlines()
    explained = {
        line
        for block in blocks(note)
        for line in range(int(str(block["first"])), int(str(block["last"])) + 1)
    }
    assert {n for n, line in enumerate(lines, start=1) if line.strip()} <= explained


@pytest.mark.parametrize("place", ["없다.md", "없다.md:3"])
def test_a_missing_note_is_named(desk: Desk, place: str) -> None:
    outcome = desk.run("explain", place)
    assert outcome.code == 2
    assert "없다.md: no such file" in outcome.err


def test_a_word_that_is_no_file_may_be_meant_for_a_code(desk: Desk) -> None:
    outcome = desk.run("explain", "speling")
    assert (outcome.code, outcome.out) == (2, "")
    assert "no such file, folder or code; did you mean 'spelling'?" in outcome.err
    outcome = desk.run("explain", "물길")
    assert outcome.code == 2
    assert "물길: there is no such file, folder or code" in outcome.err
    assert "`deckbuilder check --list` lists the codes" in outcome.err


def test_a_note_that_is_no_text_is_named(desk: Desk) -> None:
    Path(desk.folder / "그림.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    outcome = desk.run("explain", "그림.md")
    assert outcome.code == 1
    assert "그림.md: is no text" in outcome.err
