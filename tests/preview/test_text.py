"""`deckbuilder cards` and `deckbuilder watch`: the cards as text, the deck anew at every save."""

from __future__ import annotations

import json
import shutil
import signal

import pytest

from deckbuilder.preview import plain
from tests.support.command import PATIENCE, Desk
from tests.support.notes import LEAF

NOTE = """# 밭

## 이랑(Ridge)
두둑과 고랑을 함께 이르는 말이다.

## 이랑을 내는 순서
1. 흙을 간다.
2. 두둑을 쌓는다.
"""
PRINTED = """밭.md:3: definition
이랑이란 무엇인가요?
  Ridge
  두둑과 고랑을 함께 이르는 말이다.

밭.md:6: list
이랑을 내는 순서는 무엇인가요?
차례대로 2가지
  1. 흙을 간다.
  2. 두둑을 쌓는다.
"""


def test_cards_are_printed(desk: Desk) -> None:
    desk.put("밭.md", NOTE)
    outcome = desk.run("cards", "밭.md")
    assert outcome.code == 0, outcome.said
    for card in PRINTED.split("\n\n"):
        assert card.strip() in outcome.out
    rows = json.loads(desk.run("cards", "밭.md", "--format", "json").out)
    (row,) = [row for row in rows if row["kind"] == "topic" and row["type"] == "enumeration"]
    assert row["back"] == "1. 흙을 간다.\n2. 두둑을 쌓는다."


def test_lines_are_as_wide_as_the_terminal() -> None:
    html = f"<ul><li>{'두둑을 쌓는다. ' * 5}</li></ul><pre>a\n  b</pre>"
    found = plain.lines(html, 30)
    assert max(map(plain.columns, found)) <= 30
    assert found[0].startswith("• 두둑을")
    assert found[1].startswith("  ")
    assert found[-2:] == ["a", "  b"]


def test_lines_within_a_cell_stand_apart() -> None:
    cells = "<tr><td>흙을 간다<br>물을 댄다</td><td><p>논</p><p>밭</p></td></tr>"
    assert plain.lines(f"<table>{cells}</table>", 60) == ["흙을 간다 물을 댄다 | 논 밭"]


def test_watch_builds_at_every_save_and_outlives_errors(desk: Desk) -> None:
    desk.put("deckbuilder.toml", 'output = "덱.apkg"\n')
    desk.put("notes/밭.md", NOTE)
    process = desk.started("watch")
    assert process.stdout

    def heard(wanted: str) -> None:
        assert process.stdout
        for line in process.stdout:
            if wanted in line:
                return
        raise AssertionError(wanted)

    try:
        heard("Waiting for what you save")
        desk.put("notes/밭.md", NOTE.replace("이르는", "가리키는"))
        heard("changed   definition “이랑”")
        desk.put("notes/밭.md", NOTE + "<!-- id: a -->\n## 두둑\n<!-- id: a -->\n높은 곳이다.\n")
        desk.put("notes/밭.md", b"")
        heard("No deck was written")
        desk.put("notes/밭.md", NOTE)
        heard("덱.apkg")
        shutil.rmtree(desk.folder / "notes")  # as git does, where a branch has none
        heard("No deck was written")
        desk.put("notes/밭.md", NOTE)
        heard("덱.apkg")
        desk.put("notes/밭.md", NOTE.replace("이르는", "가리키는"))
        heard("changed   definition “이랑”")
    finally:
        process.send_signal(signal.SIGINT)
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("name", "said"),
    [("잎.md", "a page is called .html"), ("옛것.html", "there is another page of that name")],
)
def test_a_page_is_written_over_nothing_else(desk: Desk, name: str, said: str) -> None:
    desk.put("잎.md", LEAF)
    desk.put("옛것.html", "<p>남의 것</p>\n")
    before = desk.folder.joinpath(name).read_bytes()
    outcome = desk.run("preview", "잎.md", "-o", name)
    assert (outcome.code, said in outcome.err) == (2, True)
    assert desk.folder.joinpath(name).read_bytes() == before


def test_a_page_is_written_over_the_last_one(desk: Desk) -> None:
    desk.put("잎.md", LEAF)
    assert [desk.run("preview", "잎.md", "-o", "p.html").code for _ in range(2)] == [0, 0]


def test_what_is_watched_has_to_be_there(desk: Desk) -> None:
    outcome = desk.run("watch", "없는 폴더")
    assert (outcome.code, "does not exist" in outcome.err) == (2, True)
