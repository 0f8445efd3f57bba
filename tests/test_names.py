"""Names with what nobody sees, in front matter, in settings, on disk; and numbers out of bounds."""

from __future__ import annotations

import os
import time
import unicodedata
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckbuilder import config, lock
from tests.support.collection import notes_in
from tests.support.command import Desk
from tests.support.notes import LEAF, ROOT_NOTE, note
from tests.support.project import MONDAY, Project, project

LONG, DEEP = "9" * 5000, "[" * 5000 + "]" * 5000


def unseen(text: str) -> bool:
    return any(unicodedata.category(character) in ("Cc", "Cs") for character in text)


# --- front matter ---------------------------------------------------------------------------------

FRONT: dict[str, tuple[str, str]] = {
    "half a character": ('title: "잎\\ud800"', "title"),
    "NUL": ('title: "잎\\0맥"', "title"),
    "ESC": ('title: "\\e[31m잎"', "title"),
    "of the deck": ('deck: "가::나\\0다"', "deck"),
    "half a character of the deck": ('deck: "가::나\\udfff"', "deck"),
    "of a tag": ('tags: [봄, "여\\0름"]', "tags"),
    "half a character of a tag": ('tags: ["여\\ud800름", "가\\0"]', "tags"),
    "of tags in a row": ('tags: "봄 여\\x7f름"', "tags"),
}


@pytest.mark.parametrize(("front", "key"), FRONT.values(), ids=FRONT.keys())
def test_what_nobody_sees_in_front_matter_is_left_out_and_said(
    desk: Desk, front: str, key: str
) -> None:
    desk.put("공책/잎.md", note("잎", ("기공", "작은 구멍이다."), front=f"author: 나\n{front}"))
    desk.put("공책/뿌리.md", ROOT_NOTE)
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert "Traceback" not in outcome.said
    assert f"warning: 공책/잎.md:3: front matter: '{key}' has the character \\" in outcome.err
    assert outcome.code == 0
    for stored in notes_in(desk.folder / "덱.apkg"):
        assert not unseen(stored.card.deck + "".join(stored.tags))
    assert desk.build("공책", "--strict").code == 1


def test_lines_of_a_title_are_one(desk: Desk) -> None:
    desk.put("잎.md", note("잎", ("기공", "작은 구멍이다."), front="title: |\n  잎의\n  안쪽\n"))
    (stored,) = notes_in(desk.deck("잎.md", "--title", "가", "--strict"))
    assert stored.card.deck == "가::잎의 안쪽"


def test_no_control_character_reaches_the_name_of_a_deck_or_a_tag(desk: Desk) -> None:
    """From a heading, a file, a folder, and the folder that names the deck."""
    desk.put("과\x1b목/장\x07절/잎\n맥.md", LEAF.replace("# ", "# 가\x7f나\x9b", 1))
    desk.put("과\x1b목/뿌리.md", ROOT_NOTE.replace("# ", "# 가\x1b[31m나", 1))
    outcome = desk.build("과\x1b목")
    assert outcome.code == 0
    (deck,) = desk.files("dist")
    assert not unseen(deck)
    for stored in notes_in(desk.folder / "dist" / deck):
        assert not unseen(stored.card.deck + "".join(stored.tags))


def test_a_folder_whose_name_is_no_utf_8_names_a_deck(desk: Desk) -> None:
    folder = os.fsencode(desk.folder) + b"/" + "공책".encode("cp949")
    try:
        os.mkdir(folder)  # noqa: PTH102 - bytes
    except OSError:
        pytest.skip("this file system takes no such name")
    for name, text in (("가.md", LEAF), ("나.md", ROOT_NOTE)):
        Path(os.fsdecode(folder), name).write_text(text, encoding="utf-8")
    outcome = desk.build(os.fsdecode(folder), "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert {stored.card.deck.split("::")[0] for stored in notes_in(desk.folder / "덱.apkg")} == {
        "공책"
    }


# --- settings -------------------------------------------------------------------------------------

# An item of a list is named by its number.
TEXTS = {
    "title": 'title = "{}"',
    "sources.2": 'sources = ["notes", "{}"]',
    "output": 'output = "{}"',
    "fonts.1": 'fonts = ["{}"]',
    "repository": 'repository = "https://example.org/{}"',
}


@pytest.mark.parametrize("value", ["가\\u0000", "\\u001b[31m가", "가\\n나", "가\\u009b", "\\u2028"])
@pytest.mark.parametrize("key", TEXTS)
def test_settings_hold_nothing_that_nobody_sees(desk: Desk, key: str, value: str) -> None:
    made = project(desk.folder, {"잎.md": LEAF}, TEXTS[key].format(value))
    outcome = made.here("build")
    assert outcome.code == 2
    assert f"error: deckbuilder.toml: '{key}' has the character \\" in outcome.err
    assert "; write a" in outcome.err


@pytest.mark.parametrize("key", [key for key in TEXTS if key != "repository"])
def test_settings_name_nothing_that_is_empty(desk: Desk, key: str) -> None:
    for value in ("", " "):
        made = project(desk.folder, {"잎.md": LEAF}, TEXTS[key].format(value))
        outcome = made.here("build")
        assert outcome.code == 2
        assert f"error: deckbuilder.toml: '{key}' is empty; write a" in outcome.err


EXTREME = {
    "a number of 5,000 digits": (f"n = {LONG}", "too many digits"),
    "a fraction of them": (f"items_over = -{LONG}", "too many digits"),
    "arrays 5,000 deep": (f"n = {DEEP}", "nested too deeply"),
    "tables 5,000 deep": ("n = " + "{a=" * 5000 + "1" + "}" * 5000, "nested too deeply"),
}


@pytest.mark.parametrize(("text", "words"), EXTREME.values(), ids=EXTREME.keys())
@pytest.mark.parametrize("name", ["deckbuilder.toml", "pyproject.toml"])
def test_settings_out_of_bounds_are_named(desk: Desk, name: str, text: str, words: str) -> None:
    desk.put("notes/잎.md", LEAF)
    desk.put(name, f"[tool.deckbuilder.cards]\n{text}\n")
    outcome = desk.build()
    assert outcome.code == 2
    assert outcome.err.startswith("error: ")
    assert f"{name}: " in outcome.err
    assert words in outcome.err
    assert "Traceback" not in outcome.said


# --- locks ----------------------------------------------------------------------------------------


@pytest.fixture
def mine(desk: Desk) -> Project:
    made = project(desk.folder, {"잎.md": LEAF, "뿌리.md": ROOT_NOTE})
    made.release()
    return made


def changed(made: Project, time: str) -> None:
    """Give the first note in the lock another time of change."""
    text = made.lock_file.read_text(encoding="utf-8")
    before, found, behind = text.partition("[note.")
    head, key, tail = behind.partition("changed = ")
    made.put("deckbuilder.lock", f"{before}{found}{head}{key}{time}\n{tail.partition(chr(10))[2]}")


@pytest.mark.parametrize(("text", "words"), EXTREME.values(), ids=EXTREME.keys())
def test_a_lock_out_of_bounds_is_named_with_its_line(mine: Project, text: str, words: str) -> None:
    old = mine.lock_file.read_text(encoding="utf-8")
    mine.put("deckbuilder.lock", f"{old}\n{text}\n")
    outcome = mine.here("build")
    assert outcome.code == 2
    line = f"{old}\n".count("\n") + 1
    assert f"deckbuilder.lock:{line}: is damaged: it " in outcome.err
    assert words in outcome.err
    assert "take the last good one back" in outcome.err


@pytest.mark.parametrize("version", [LONG, "0x" + "f" * 5000])
def test_a_version_of_many_digits_is_named(mine: Project, version: str) -> None:
    text = mine.lock_file.read_text(encoding="utf-8")
    mine.put("deckbuilder.lock", text.replace("version = 1", f"version = {version}"))
    outcome = mine.here("build")
    assert outcome.code == 2
    assert "error: deckbuilder.lock:" in outcome.err


NO_TIMES = [
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59-23:59",
    "9999-12-31T00:00:01Z",
    "0001-01-01T00:00:00+23:59",
    "0001-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z",
    "1970-01-01T00:00:00+00:01",
]


@pytest.mark.parametrize("when", NO_TIMES)
def test_a_time_that_no_build_had_is_named_with_its_line(mine: Project, when: str) -> None:
    changed(mine, when)
    pair = mine.pair
    for command in (["build"], ["diff", "정원.apkg"]):
        outcome = mine.here(*command)
        assert outcome.code == 2
        assert "is no time at which a deck was built; take the last good one back" in outcome.err
        line = next(
            number
            for number, row in enumerate(pair[1].decode().split("\n"), start=1)
            if when in row
        )
        assert f"error: deckbuilder.lock:{line}: 'changed' of [note." in outcome.err
    assert mine.pair == pair


@pytest.mark.parametrize("when", ["1970-01-01T00:00:00Z", "1970-01-01T00:00:00-23:59"])
def test_the_first_times_that_there_are_pass(mine: Project, when: str) -> None:
    changed(mine, when)
    assert mine.here("build").code == 0


DAY = 86_400


@pytest.mark.parametrize("ahead", [3 * DAY, 75 * 365 * DAY])
def test_a_lock_of_the_future_is_refused_until_the_time_is_said(mine: Project, ahead: int) -> None:
    future = int(time.time()) + ahead
    changed(mine, datetime.fromtimestamp(future, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    pair = mine.pair
    for command in (["build"], ["build", "--locked"], ["diff", "정원.apkg"]):
        for outcome in (mine.run(*command), mine.here(*command, day=MONDAY)):
            assert outcome.code == 2
            day = datetime.fromtimestamp(future, UTC).strftime("%Y-%m-%d")
            assert f"error: deckbuilder.lock: its last change is of {day}, and this" in outcome.err
            assert f"SOURCE_DATE_EPOCH={future + 1}" in outcome.err
    assert mine.pair == pair
    assert mine.here("build", day=future + 1).code == 0


def test_a_clock_that_is_a_day_behind_is_none_of_that(mine: Project) -> None:
    changed(
        mine, datetime.fromtimestamp(int(time.time()) + DAY, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    )
    assert mine.run("build").code == 0


# --- whatever stands there ------------------------------------------------------------------------

SOUND_SETTINGS = """\
title = "정원"
sources = ["notes"]
output = "정원.apkg"
repository = "https://example.org/a"
fonts = ["a.woff2"]
tag_retired = false

[cards]
reverse = true
items_over = 4
"""
SOUND_LOCK = """\
version = 1

[type.definition]
shows = "0123456789abcdef"
changed = 2026-01-01T00:00:00Z

[note.abc]
type = "definition"
term = "기공"
file = "잎"
section = ["잎"]
answer = "구멍"
parts = ["가"]
cards = ["용어"]
shows = "0123456789abcdef"
changed = 2026-01-01T00:00:00Z
retired = true
"""
# What TOML knows, at its bounds, and pieces of it.
VALUES = st.one_of(
    st.sampled_from(
        [
            *(LONG, DEEP, "0x" + "f" * 5000, "-1", "1e999", "nan", "inf", "true", '""', "[]", "{}"),
            *('"\\u0000"', '"\\uFFFF"', '"\\U0010FFFF"', "'''\n'''", "[[1, 'a'], {a = 1}]"),
            *("9999-12-31T23:59:59Z", "0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"),
            *("2026-01-01", "23:59:60", "2026-01-01T00:00:00", "2026-02-30T00:00:00Z"),
            *("a" + ".a" * 5000 + " = 1", '"\\ud800"', "{a." + "a." * 3000 + "a = 1}"),
        ]
    ),
    st.text(max_size=20),
    st.integers().map(str),
    st.floats().map(str),
    st.datetimes(timezones=st.timezones()).map(lambda when: when.isoformat()),
)


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """A file with some of its lines or values changed, doubled, swapped, left out."""
    rows = text.split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(rows) - 1))
        name, equals, _ = rows[at].partition(" = ")
        match draw(st.sampled_from(["value", "key", "line", "double", "swap", "delete", "cut"])):
            case "value":
                rows[at] = f"{name}{equals}{draw(VALUES)}"
            case "key":
                rows[at] = f"{draw(VALUES)}{rows[at][len(name) :]}"
            case "line":
                rows.insert(at, draw(VALUES))
            case "double":
                rows.insert(at, rows[at])
            case "swap":
                other = draw(st.integers(0, len(rows) - 1))
                rows[at], rows[other] = rows[other], rows[at]
            case "delete" if len(rows) > 1:
                del rows[at]
            case _:
                rows[at] = rows[at][: draw(st.integers(0, len(rows[at])))]
    return "\n".join(rows)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=mutated(SOUND_SETTINGS), pyproject=st.booleans())
def test_any_settings_are_taken_or_refused_with_words(
    tmp_path: Path, text: str, pyproject: bool
) -> None:
    file = tmp_path / ("pyproject.toml" if pyproject else "deckbuilder.toml")
    if pyproject:
        text = "[tool.deckbuilder]\n" + text.replace("[cards]", "[tool.deckbuilder.cards]")
    file.write_bytes(text.encode("utf-8", "surrogatepass"))
    with suppress(config.ConfigError):
        found = config.load(file, tmp_path)
        for said in (found.title, found.repository, *map(str, (*found.sources, found.output))):
            assert not unseen(said or "")


@settings(max_examples=100, deadline=None)
@given(text=mutated(SOUND_LOCK))
def test_any_lock_is_taken_or_refused_with_words(text: str) -> None:
    with suppress(lock.LockError):
        found = lock.loads(text, "a.lock")
        assert lock.loads(lock.dumps(found), "a.lock") == found
