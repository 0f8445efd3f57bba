"""`deckbuilder explain` says how a note was read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command import Desk

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


def test_each_block_shows_its_label_and_its_card(note: Desk) -> None:
    shown = note.run("explain", "물.md").out
    assert "section term 증발" in shown
    assert "→ definition “증발” [term]" in shown
    assert "· answers “증발” [term]" in shown


def test_what_is_left_out_shows_why(note: Desk) -> None:
    assert "✗ left out: a placeholder" in note.run("explain", "물.md").out
    assert "✗ left out: front matter" in note.run("explain", "물.md").out


def test_lines_of_a_block_that_are_on_no_card_are_told(desk: Desk) -> None:
    """A sentence defines within a paragraph that is too long to stand around it."""
    talk = "배를 띄우는 사람들은 해마다 물가에 모여 잔치를 벌였다. " * 20
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
            "tier": "sure",
            "doubts": [],
            "lines": [[8, 8]],
        }
    ]
    assert block["left_out"] is None
    assert block["rest"] == []


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


def test_a_note_that_is_no_text_is_named(desk: Desk) -> None:
    Path(desk.folder / "그림.md").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    outcome = desk.run("explain", "그림.md")
    assert outcome.code == 1
    assert "그림.md: is no text" in outcome.err
