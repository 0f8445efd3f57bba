"""What there is to say about the notes: few lines for many, all of it for programs."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from tests.support.command import Desk, Outcome
from tests.support.notes import EMPTY, LEAF, ROOT_NOTE, note
from tests.support.project import Project, project

REMOTE = "https://example.org/그림{}.png"


def with_pictures(number: int) -> str:
    """A note with a term for each of so many pictures on the web."""
    parts = (f"### 잎{at}\n생김새가 이렇다. ![]({REMOTE.format(at)})\n" for at in range(number))
    return "# 잎\n\n## 낱말\n\n" + "\n".join(parts)


def lines(outcome: Outcome, code: str) -> list[str]:
    return [line for line in outcome.err.splitlines() if f"{code}]" in line]


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_few_of_a_kind_are_a_line_each(desk: Desk, number: int) -> None:
    desk.put("잎.md", with_pictures(number))
    outcome = desk.build("잎.md")
    said = lines(outcome, "remote-media")
    assert said == [
        f"warning: 잎.md:{6 + 3 * at}: '{REMOTE.format(at)}' is on the web: "
        "the card shows it only online [remote-media]"
        for at in range(number)
    ]
    assert "--verbose" not in outcome.err


@pytest.mark.parametrize("number", [4, 234])
def test_many_of_a_kind_are_one_line_with_their_number_and_the_first_places(
    desk: Desk, number: int
) -> None:
    desk.put("잎.md", with_pictures(number))
    outcome = desk.build("잎.md")
    assert lines(outcome, "remote-media") == [
        f"warning: 잎.md:6, 잎.md:9, 잎.md:12 and {number - 3:,} more: the first: "
        f"'{REMOTE.format(0)}' is on the web: the card shows it only online "
        f"[{number:,} × remote-media]"
    ]
    assert len(outcome.err.splitlines()) == 3
    assert outcome.err.endswith("--verbose lists them all.\n")
    every = desk.build("잎.md", "--verbose")
    assert len(lines(every, "remote-media")) == number
    assert "--verbose" not in every.err


def test_what_is_the_same_of_all_is_said_of_all_and_not_of_the_first(desk: Desk) -> None:
    desk.put("공책/잎.md", LEAF)
    for number in range(4):
        desk.put(f"공책/빈 것 {number}.md", EMPTY)
    (said,) = lines(desk.build("공책"), "note-without-cards")
    assert "1 more: nothing in this note becomes a card [4 × note-without-cards]" in said


def test_errors_are_joined_too_and_called_errors(desk: Desk) -> None:
    for number in range(5):
        text = f"# 잎\n\n- 기공 : 구멍 {number}. <!-- id: 구멍 -->\n"
        desk.put(f"공책/{number}.md", text)
    outcome = desk.build("공책")
    (said,) = lines(outcome, "pin-twice")
    assert said.startswith(
        "error: 공책/1.md:3, 공책/2.md:3, 공책/3.md:3 and 1 more: the id '구멍' "
    )
    assert outcome.code == 1


def test_advice_that_differs_is_never_joined(desk: Desk) -> None:
    for number, key in enumerate(("title", "deck", "title", "deck", "tags", "tags")):
        front = f"{key}: {{가: 나}}"
        desk.put(f"공책/{number}.md", note("잎", ("기공", f"구멍 {number}."), front=front))
    assert len(lines(desk.build("공책"), "front-matter-value")) == 6


def test_warnings_and_errors_say_what_they_are(desk: Desk) -> None:
    desk.put("공책/잎.md", LEAF)
    desk.put("공책/빈 것.md", EMPTY)
    assert "warning: 공책/빈 것.md: " in desk.build("공책").err
    strict = desk.build("공책", "--strict")
    assert "error: 공책/빈 것.md: " in strict.err
    assert "warning" not in strict.err


# --- for programs ---------------------------------------------------------------------------------


def told(outcome: Outcome) -> dict[str, Any]:
    assert outcome.err == ""
    found = json.loads(outcome.out)
    assert isinstance(found, dict)
    return found


@pytest.fixture
def mine(desk: Desk) -> Project:
    return project(desk.folder, {"잎.md": with_pictures(12), "빈 것.md": EMPTY})


def test_json_has_each_of_many_and_what_was_built(mine: Project) -> None:
    found = told(mine.here("build", "--format", "json"))
    assert (found["deck"], found["lock"]) == ("정원.apkg", "deckbuilder.lock")
    assert found["notes"] == 2
    assert found["cards"]["all"] == found["cards"]["definitions"] + found["cards"]["in reverse"]
    assert found["left_out"]["heading"] >= 1
    assert [row["kinds"] for row in found["changes"]] == [["new"]] * 12
    assert found["refused"] is False
    remote = [row for row in found["diagnostics"] if row["code"] == "remote-media"]
    assert [row["line"] for row in remote] == [6 + 3 * at for at in range(12)]
    assert remote[0] == {
        "code": "remote-media",
        "severity": "warning",
        "path": "notes/잎.md",
        "line": 6,
        "message": f"'{REMOTE.format(0)}' is on the web: the card shows it only online",
        "hint": "save it into the notes' folder and name it by its path",
    }
    (empty,) = [row for row in found["diagnostics"] if row["code"] == "note-without-cards"]
    assert (empty["path"], empty["line"]) == ("notes/빈 것.md", None)


def test_json_of_a_build_that_warnings_refuse(mine: Project) -> None:
    outcome = mine.here("build", "--strict", "--format", "json")
    found = told(outcome)
    assert outcome.code == 1
    assert found["deck"] is None
    assert {row["severity"] for row in found["diagnostics"]} == {"error"}
    assert not mine.deck_file.exists()


def test_json_of_a_build_that_the_lock_refuses(mine: Project) -> None:
    mine.release()
    mine.put("notes/뿌리.md", ROOT_NOTE)
    outcome = mine.here("build", "--locked", "--format", "json")
    found = told(outcome)
    assert outcome.code == 1
    assert (found["deck"], found["refused"]) == (None, True)
    assert [row["after"]["term"] for row in found["changes"]] == ["뿌리털"]


def test_json_of_wrong_usage_has_its_exit_code(desk: Desk) -> None:
    outcome = desk.build("없음.md", "--format", "json")
    assert outcome.code == 2
    assert [row["code"] for row in told(outcome)["diagnostics"]] == ["missing-source", "no-cards"][
        :1
    ]


# --- what matters ---------------------------------------------------------------------------------


def test_the_same_note_in_two_places_is_said_and_strict_refuses_it(desk: Desk) -> None:
    desk.put("1학기/잎.md", LEAF)
    desk.put("1학기/뿌리.md", ROOT_NOTE)
    desk.put("2학기/옛것/이파리.md", f"---\ntags: [봄]\n---\n{LEAF}\n")
    outcome = desk.build("1학기", "2학기", "-o", "덱.apkg")
    (said,) = lines(outcome, "same-note")
    assert said == (
        "warning: 2학기/옛것/이파리.md: has the same text as 1학기/잎.md: "
        "it gives no cards of its own [same-note]"
    )
    assert outcome.code == 0
    assert desk.build("1학기", "2학기", "--strict").code == 1
    assert desk.build("1학기", "2학기/옛것/..", "1학기/잎.md", "--strict").code == 1


def test_notes_that_differ_or_hold_nothing_are_not_the_same(desk: Desk) -> None:
    desk.put("공책/잎.md", LEAF)
    desk.put("공책/잎 2.md", LEAF.replace("기공", "숨구멍"))
    desk.put("공책/빈 것.md", EMPTY)
    desk.put("공책/빈 것 2.md", EMPTY)
    assert lines(desk.build("공책", "공책/잎.md", "--verbose"), "same-note") == []


def test_more_cards_than_anybody_learns_are_said(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    planning = sys.modules["deckbuilder.api.remarks"]
    assert planning.MANY_CARDS == 10_000  # which would take a while to make
    mine = project(desk.folder, {"잎.md": with_pictures(12)})
    cards = told(mine.here("build", "--format", "json"))["cards"]["all"]
    for most, said in ((cards, False), (cards - 1, True)):
        monkeypatch.setattr(planning, "MANY_CARDS", most)
        outcome = mine.here("build")
        assert (f"notice: notes: {cards} cards are in the deck: " in outcome.err) == said


# --- ids ------------------------------------------------------------------------------------------

IDS: dict[str, tuple[str, int, str]] = {
    "a blank": ("## 기공 <!-- id: 빨간 사과 -->\n{}", 1, "<!-- id: 빨간-사과 -->"),
    "on a line of its own": ("## 기공\n<!-- id: 빨간 사과 나무-->\n{}", 2, "빨간-사과-나무"),
    "nothing": ("## 기공\n<!-- id: -->\n{}", 2, "<!-- id: "),
    "not at the end": ("## <!-- id: 사과 --> 기공\n{}", 1, "at the end of the line"),
    "before the text": ("## 기공\n<!-- id: 사과 --> {}", 2, "at the end of the line"),
}


@pytest.mark.parametrize(("text", "line", "advice"), IDS.values(), ids=IDS.keys())
def test_an_id_that_is_none_is_said(desk: Desk, text: str, line: int, advice: str) -> None:
    desk.put("잎.md", text.format("잎 뒷면에 난 작은 구멍이다.\n"))
    outcome = desk.build("잎.md", "-o", "덱.apkg")
    assert f"warning: 잎.md:{line}: " in outcome.err
    assert advice in outcome.err
    assert desk.build("잎.md", "--strict").code == 1


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- id: 빨간 사과 -->` 를 쓴다.",
        "```\n<!-- id: 빨간 사과 -->\n```",
        "<!-- 여기 id: 가 나 -->",
    ],
)
def test_ids_in_code_and_other_comments_are_none(desk: Desk, text: str) -> None:
    desk.put("잎.md", f"{LEAF}\n{text}\n")
    assert "[pin-" not in desk.build("잎.md").err


# --- explain --------------------------------------------------------------------------------------


def test_explain_shows_all_notes_of_a_folder(desk: Desk) -> None:
    desk.put("공책/잎.md", LEAF)
    desk.put("공책/뿌리.md", ROOT_NOTE)
    desk.put("공책/그림.md", b"\x89PNG\r\n\x1a\n\x00\x00")
    outcome = desk.run("explain", "공책")
    heads = [line for line in outcome.out.splitlines() if not line.startswith(" ")]
    assert heads == ["공책/뿌리.md", "공책/잎.md"]
    assert "“기공”" in outcome.out
    assert "“뿌리털”" in outcome.out
    assert "공책/그림.md: is left out, it is no text" in outcome.err
    rows = json.loads(desk.run("explain", "공책", "--format", "json").out)
    assert {row["path"] for row in rows} == {"공책/뿌리.md", "공책/잎.md"}


def test_explain_wants_a_note_for_a_line(desk: Desk) -> None:
    desk.put("공책/잎.md", LEAF)
    outcome = desk.run("explain", "공책:3")
    assert outcome.code == 2
    assert "공책 is a folder; name a note in it" in outcome.err
