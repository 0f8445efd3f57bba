"""What is kept of notes from one build to the next: it changes nothing, and is never an error."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pytest

from deckbuilder import api, cache, lock
from deckbuilder.api import building
from deckbuilder.cache import FILE, VARIABLE, Cache
from deckbuilder.model import Lock
from tests.support.command import Desk
from tests.support.media import png
from tests.support.notes import FLOWER, GARDEN
from tests.support.project import MONDAY

plan, reading = map(import_module, ("deckbuilder.api.plan", "deckbuilder.api.reading"))
SHOWS = f"{FLOWER}\n## 꽃말\n![그림](꽃.png) 꽃마다 붙은 뜻이다.[^1]\n\n[^1]: 꽃말은 오래되었다.\n"


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the cache, for the commands that a test runs."""
    folder = tmp_path / "memory"
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


@pytest.fixture
def mine(desk: Desk, memory: Path) -> Desk:
    del memory
    for name, text in GARDEN.items():
        desk.put(f"notes/{name}", text)
    desk.put("notes/꽃.png", png())
    desk.put("notes/그림.md", SHOWS)
    desk.put("deckbuilder.toml", 'title = "정원"\noutput = "정원.apkg"\n')
    return desk


def built(desk: Desk, *arguments: str) -> tuple[str, bytes, str]:
    """What a build prints and writes; the lock is that of the first one."""
    first = desk.folder / "처음.lock"
    lock = desk.folder / "deckbuilder.lock"
    if first.exists():
        lock.write_bytes(first.read_bytes())
    done = desk.build(*arguments, epoch=MONDAY)
    assert done.code == 0, done.said
    if not first.exists():
        first.write_bytes(lock.read_bytes())
        return built(desk, *arguments)
    return done.said, (desk.folder / "정원.apkg").read_bytes(), lock.read_text()


def planned(desk: Desk, memory: Path) -> tuple[object, ...]:
    with closing(Cache(memory)) as kept:
        made = plan.plan(
            [desk.folder / "notes"], options=api.Options(), lock=Lock(), now=MONDAY, cache=kept
        )
    return made.notes, made.lock, made.diagnostics, made.files


def fails(*_: object) -> Iterator[None]:
    raise AssertionError


def test_a_build_from_what_is_kept_is_the_same(mine: Desk, memory: Path) -> None:
    without = built(mine, "--no-cache")
    assert not memory.exists()
    first, again = built(mine), built(mine)
    assert (memory / FILE).exists()
    assert without == first == again


def test_a_note_that_is_kept_is_not_read_again(
    mine: Desk, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = planned(mine, memory)
    monkeypatch.setattr(reading, "outline", fails)
    monkeypatch.setattr(reading, "asked", fails)
    assert planned(mine, memory) == before
    mine.put("notes/그림.md", SHOWS + "\n## 꽃받침\n꽃을 받치는 잎이다.\n")
    assert planned(mine, memory) != before


def test_a_picture_is_looked_for_each_time(mine: Desk) -> None:
    before = built(mine)
    mine.put("notes/꽃.png", png(3))
    changed = built(mine)
    assert changed != before
    assert changed == built(mine, "--no-cache")
    (mine.folder / "notes/꽃.png").unlink()
    assert "missing-media" in built(mine)[0]
    mine.put("notes/꽃.png", png())
    assert built(mine) == before


def test_what_would_be_the_same_stays_as_it_lies(mine: Desk) -> None:
    deck, lock = mine.folder / "정원.apkg", mine.folder / "deckbuilder.lock"
    assert mine.build().code == mine.build().code == 0
    before = [(file.stat().st_ino, file.stat().st_mtime_ns) for file in (deck, lock)]
    assert mine.build().code == 0
    assert [(file.stat().st_ino, file.stat().st_mtime_ns) for file in (deck, lock)] == before


def test_of_the_locks_of_a_project_the_newest_is_kept(mine: Desk, memory: Path) -> None:
    """Each save makes another one while somebody writes."""
    for number in range(4):
        mine.put(
            "notes/덤.md", f"# 덤\n\n### 덤\n값을 치른 것보다 {number}개 더 얹어 주는 것이다.\n"
        )
        assert mine.build(epoch=MONDAY + number).code == 0
    with closing(sqlite3.connect(memory / FILE)) as connection:
        kept = [pickle.loads(value) for (value,) in connection.execute("select value from kept")]
    (written,) = (one for one in kept if isinstance(one, building.Written))
    assert written.lock == lock.load(mine.folder / "deckbuilder.lock")


@pytest.mark.parametrize("name", ["정원.apkg", "deckbuilder.lock"])
def test_what_was_edited_is_written_anew(mine: Desk, name: str) -> None:
    _, deck, lock = built(mine)
    file = mine.folder / name
    file.write_bytes(file.read_bytes() + b"\n# edited\n")
    assert mine.build(epoch=MONDAY).code == 0
    assert (mine.folder / "정원.apkg").read_bytes() == deck
    assert (mine.folder / "deckbuilder.lock").read_text() == lock


def test_a_font_of_another_weight_makes_another_deck(mine: Desk) -> None:
    """Its weight is in its name alone, and the name in the deck is made of its bytes."""
    decks = [built(mine)[1]]
    for weight in ("Regular", "Bold"):
        mine.put(f"글꼴/책-{weight}.woff2", b"font")
        mine.put("deckbuilder.toml", f'output = "정원.apkg"\nfonts = ["글꼴/책-{weight}.woff2"]\n')
        decks.append(built(mine)[1])
        assert built(mine)[1] == built(mine, "--no-cache")[1]
    assert len({*decks}) == 3


def test_settings_of_cards_are_not_those_of_the_last_build(mine: Desk) -> None:
    before = built(mine)
    mine.put("deckbuilder.toml", 'output = "정원.apkg"\n[cards]\nreverse = false\n')
    assert built(mine) != before
    assert built(mine) == built(mine, "--no-cache")


def test_other_code_reads_notes_anew(
    mine: Desk, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned(mine, memory)
    monkeypatch.setattr(reading, "outline", fails)
    monkeypatch.setattr(cache, "version", lambda: b"another")
    assert "fault" in {found.code for found in planned(mine, memory)[2]}  # type: ignore[attr-defined]


@pytest.mark.parametrize("broken", ["nothing", "text", "cut", "a folder", "another table", "value"])
def test_one_that_is_broken_is_none(mine: Desk, memory: Path, broken: str) -> None:
    before = built(mine)
    file = memory / FILE
    if broken in ("nothing", "text"):
        file.write_bytes(b"" if broken == "nothing" else b"no database " * 1000)
    elif broken == "cut":
        file.write_bytes(file.read_bytes()[:-5000])
    elif broken == "a folder":
        file.unlink()
        file.mkdir()
    else:
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute(
                "update kept set value = zeroblob(length(value))"
                if broken == "value"
                else "alter table kept rename column value to other"
            )
    assert built(mine) == before
    assert built(mine) == before


def test_one_that_another_build_writes_to_is_none(
    mine: Desk, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "PATIENCE", 0)
    before = planned(mine, memory)
    with closing(sqlite3.connect(memory / FILE, isolation_level=None)) as other:
        other.execute("begin exclusive")
        assert planned(mine, memory) == before
        other.execute("commit")
    assert planned(mine, memory) == before


def test_it_holds_no_more_than_it_may(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "LARGEST", 10_000)
    for number in range(40):
        with closing(Cache(memory)) as kept:
            kept.put(str(number), "x" * 1000)
    with closing(Cache(memory)) as kept:
        left = [number for number in range(40) if kept.get(str(number))]
    assert 4 <= len(left) <= 10
    assert left[-1] == 39


def test_what_cannot_be_kept_is_not(memory: Path) -> None:
    with closing(Cache(memory)) as kept:
        kept.put("한 것", lambda: None)
        kept.put("딴것", [1])
    with closing(Cache(memory)) as kept:
        assert (kept.get("한 것"), kept.get("딴것")) == (None, [1])
