"""What a user meets of `deckbuilder.lock`: damaged, merged, lost, and held against a change."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuilder import lock
from deckbuilder.model import Key, Lock, Record, Stamp
from deckbuilder.notetypes import NOTE_TYPES
from tests.strategies import anything
from tests.support.command import Desk
from tests.support.notes import note
from tests.support.project import (
    BEGUN,
    LOCK,
    MONDAY,
    SETTINGS,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Project,
    project,
    terms,
)

FRUIT = note(
    "열매",
    ("씨방", "꽃의 암술 아래에 있어 자라서 열매가 되는 주머니이다."),
    ("과육", "씨를 둘러싸고 있는 열매의 살이다."),
    ("꼭지", "열매가 가지에 달려 있게 하는 짧은 줄기이다."),
)
TOOLS = note("연장", ("호미", "김을 매거나 감자를 캘 때 쓰는, 날이 세모난 연장이다."))
LONG = "# 순서\n\n## 장 담그는 순서\n" + "".join(
    f"{number}. {step}\n"
    for number, step in enumerate(
        (
            "콩을 하룻밤 물에 불린다",
            "무르게 삶는다",
            "절구에 찧는다",
            "네모나게 빚어 말린다",
            "짚으로 묶어 매단다",
            "소금물에 띄운다",
        ),
        start=1,
    )
)
KINDS = """# 나무

## 침엽수와 활엽수의 차이
- **침엽수**: 잎이 바늘처럼 가늘고 뾰족하다.
- **활엽수**: 잎이 넓적하고 가을에 진다.

## 왜 나이테가 생길까?
철마다 자라는 빠르기가 다르기 때문이다.
"""
NOTES = {"1. 열매.md": FRUIT, "2. 연장.md": TOOLS, "가꾸기/장.md": LONG, "가꾸기/나무.md": KINDS}


@pytest.fixture(scope="module")
def built(new_desk: Callable[[], Project]) -> Project:
    """A project that was built on Monday; not to be changed."""
    made = project(new_desk().folder, NOTES)
    made.put(LOCK, BEGUN)
    made.release(MONDAY)
    return made


@pytest.fixture
def mine(built: Project, tmp_path: Path) -> Project:
    """The same, to be changed."""
    return Project(shutil.copytree(built.folder, tmp_path / "정원"))


def replaced(made: Project, name: str, old: str, new: str) -> None:
    file = made.folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_lock_says_what_it_is_for_in_both_languages(mine: Project) -> None:
    deck, now = mine.pair
    said = [line for line in now.decode().splitlines() if line.startswith("#")]
    assert "학생의 복습 기록이 남게" in said[0]
    assert "so that students keep their reviews" in said[len(said) // 2]
    mine.put(
        LOCK, "# Of an older release.\n" + mine.lock_file.read_text("utf-8").split(said[-1])[1]
    )
    assert mine.here("build", "--locked", day=TUESDAY).code == 0
    mine.release(TUESDAY)
    assert mine.pair == (deck, now)


# --- a lock that cannot be used -------------------------------------------------------------------


def cut(text: str) -> str:
    """Cut off within a value, in the middle of the file."""
    at = text.index("term = ", len(text) // 2)
    return text[: at + len('term = "')]


def last_note(text: str) -> str:
    return text[text.rindex("[note.") :]


def line_of(text: str, words: str) -> int:
    return text[: text.index(words)].count("\n") + 1


# What becomes of the lock's text, the line that is named, and what has to be said.
WRONG: dict[str, tuple[Callable[[str], str], Callable[[str], int], list[str]]] = {
    "cut off": (cut, lambda text: text.count("\n") + 1, ["is damaged"]),
    "no TOML": (lambda _: "version = 1\n이것은 잠금이 아니다\n", lambda _: 2, ["is damaged"]),
    "empty": (lambda _: "", lambda _: 1, ["version = 1"]),
    "without a version": (
        lambda text: text.replace("version = 1\n", ""),
        lambda _: 1,
        ["version = 1"],
    ),
    "a version that is a text": (
        lambda text: text.replace("version = 1\n", 'version = "1"\n'),
        lambda text: line_of(text, "version ="),
        ["version = 1"],
    ),
    "a version that is no whole number": (
        lambda text: text.replace("version = 1\n", "version = true\n"),
        lambda text: line_of(text, "version ="),
        ["version = 1"],
    ),
    "a newer version": (
        lambda text: text.replace("version = 1\n", "version = 2\n[further]\nkey = 1\n"),
        lambda text: line_of(text, "version ="),
        ["newer deckbuilder", "version 2", "update deckbuilder"],
    ),
    "a term that is a number": (
        lambda text: text.replace('term = "꼭지"', "term = 3"),
        lambda text: line_of(text, "term = 3"),
        ["'term'", "string"],
    ),
    "a time without its zone": (
        lambda text: re.sub(r"changed = \S+ \S+", "changed = 2024-01-02 03:04:05", text, count=1),
        lambda text: line_of(text, "changed = "),
        ["'changed'", "timezone"],
    ),
    "a digest cut short": (
        lambda text: re.sub(r'shows = "\w+"', 'shows = "12ab"', text, count=1),
        lambda text: line_of(text, 'shows = "12ab"'),
        ["'shows'"],
    ),
    "sections that are a text": (
        lambda text: re.sub(r"section = \[.*?\]", 'section = "열매"', text, count=1, flags=re.S),
        lambda text: line_of(text, 'section = "열매"'),
        ["'section'", "list"],
    ),
    "a section that is a number": (
        lambda text: text.replace('section = [\n    "열매"', "section = [\n    7"),
        lambda text: line_of(text, "section = [\n    7"),
        ["'section", "string"],
    ),
    "an unknown key": (
        lambda text: text.replace('term = "꼭지"\n', 'term = "꼭지"\ncolour = "red"\n'),
        lambda text: line_of(text, "colour"),
        ["'colour'"],
    ),
    "an unknown key of all": (
        lambda text: text.replace("version = 1\n", 'version = 1\ncolour = "red"\n'),
        lambda text: line_of(text, "colour"),
        ["'colour'"],
    ),
    "a note that is a number": (
        lambda text: text[: text.index("[note.")] + "[note]\nxyz = 3\n",
        lambda text: line_of(text, "xyz"),
        ["'xyz'"],
    ),
    "a key that is missing": (
        lambda text: text.replace('term = "꼭지"\n', ""),
        lambda text: line_of(
            text, text[text.rindex("[note.", 0, text.index('answer = "열매가 가지에')) :]
        ),
        ["'term'"],
    ),
    "an unknown type of a note": (
        lambda text: text.replace('type = "question"', 'type = "riddle"'),
        lambda text: line_of(text, "riddle"),
        ["'type'", "'definition'", "'question'"],
    ),
    "an unknown note type": (
        lambda text: text.replace("[type.question]", "[type.riddle]"),
        lambda text: line_of(text, "[type.riddle]"),
        ["note type 'riddle'"],
    ),
    "one GUID twice": (
        lambda text: f"{text}\n{last_note(text)}",
        lambda text: text[: text.rindex("[note.")].count("\n") + 1,
        ["twice", "delete one of the two"],
    ),
    "one id given to two": (
        lambda text: text.replace('"definition"\n', '"definition"\nid = "한뜻"\n'),
        lambda text: [n for n, row in enumerate(text.split("\n"), 1) if row == 'id = "한뜻"'][1],
        ["the id '한뜻' is given to", "delete one of the two"],
    ),
    "one GUID twice, in quotes once": (
        lambda text: text + "\n" + re.sub(r"\[note\.(\S+)\]", r'[note."\1"]', last_note(text)),
        lambda text: text[: text.rindex("[note.")].count("\n") + 1,
        ["twice", "delete one of the two"],
    ),
    "two projects, one below the other": (
        lambda text: re.sub(r"^(project = .*\n)", rf'\1project = "{"0" * 16}"\n', text, flags=re.M),
        lambda text: line_of(text, f'project = "{"0" * 16}"'),
        ["two projects", "of the deck that students have"],
    ),
    "two projects, in a conflict": (
        lambda text: re.sub(
            r"^(project = .*\n)",
            rf'<<<<<<< HEAD\n\1=======\nproject = "{"0" * 16}"\n>>>>>>> right\n',
            text,
            flags=re.M,
        ),
        lambda text: line_of(text, f'project = "{"0" * 16}"'),
        ["two projects", "of the deck that students have"],
    ),
    "an id of the project that is none": (
        lambda text: re.sub(r"^project = .*$", 'project = "정원"', text, flags=re.M),
        lambda text: line_of(text, "project = "),
        ["'project'", "pattern"],
    ),
    "ends of lines of old": (
        lambda text: text.replace("\n", "\r"),
        lambda _: 1,
        [],
    ),
}


@pytest.mark.parametrize(("change", "line", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_lock_that_cannot_be_used_is_named_and_nothing_is_written(
    mine: Project, change: Callable[[str], str], line: Callable[[str], int], words: list[str]
) -> None:
    text = change(mine.lock_file.read_text(encoding="utf-8"))
    mine.lock_file.write_bytes(text.encode())
    replaced(mine, "notes/1. 열매.md", "짧은", "굵은")
    files, pair = mine.files(), mine.pair
    for command in (["build"], ["build", "--locked"], ["diff", "정원.apkg"]):
        outcome = mine.here(*command, day=TUESDAY)
        assert outcome.code == 2
        said = re.fullmatch(rf"error: (.*{LOCK}):(\d+): (.+); (.+)\n", outcome.said)
        assert said, outcome.said
        assert int(said[2]) == line(text), outcome.said
        for word in words:
            assert word in outcome.said
        for python in ("Traceback", "pydantic", "tuple"):
            assert python not in outcome.said
    assert mine.files() == files
    assert mine.pair == pair


def folder_instead(file: Path) -> None:
    file.unlink()
    file.mkdir()


def link_instead(file: Path) -> None:
    file.unlink()
    file.symlink_to(file.name)


# What lies in the lock's place, and what has to be said of it.
UNREADABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "bytes that are no UTF-8": (
        lambda file: file.write_bytes(file.read_bytes().replace("꼭지".encode(), b"\xb2\xfe")),
        r":\d+: is not UTF-8; take the last good one back",
    ),
    "UTF-16": (
        lambda file: file.write_bytes(file.read_text(encoding="utf-8").encode("utf-16")),
        r":1: is not UTF-8; take the last good one back",
    ),
    "a folder": (folder_instead, r": cannot be read: \S.*; \S"),
    "a link to itself": (link_instead, ": is a link that leads back to itself; delete it"),
    "a file that may not be read": (lambda file: file.chmod(0), r": cannot be read: \S.*; \S"),
}


@pytest.mark.parametrize(("prepare", "words"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_a_lock_that_cannot_be_read_is_named(
    mine: Project, prepare: Callable[[Path], object], words: str
) -> None:
    prepare(mine.lock_file)
    if mine.lock_file.is_file() and os.access(mine.lock_file, os.R_OK) and "UTF-8" not in words:
        pytest.skip("this user may read everything")
    deck, files = mine.deck_file.read_bytes(), mine.files()
    outcome = mine.here("build", day=TUESDAY)
    assert outcome.code == 2
    assert re.fullmatch(rf"error: \S*{LOCK}{words}.*\n", outcome.said), outcome.said
    assert (mine.deck_file.read_bytes(), mine.files()) == (deck, files)


def test_a_lock_with_a_byte_order_mark_and_windows_line_ends_is_one(mine: Project) -> None:
    text = mine.lock_file.read_text(encoding="utf-8")
    odd = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    mine.lock_file.write_bytes(odd)
    deck = mine.deck_file.read_bytes()
    assert mine.here("build", "--locked", day=TUESDAY).code == 0
    assert mine.pair == (deck, odd)  # nothing is written into it
    mine.release(TUESDAY)
    assert mine.pair == (deck, text.encode())


# --- round trips ----------------------------------------------------------------------------------

TEXTS = st.one_of(
    anything(),
    st.text("\"'\\\n\r\t[]{}=#.,<>|\x00\x1b\x7f\x85\u2028\u2029\ufeff가👩‍🔬", max_size=20),
    st.sampled_from(("<<<<<<< HEAD", "=======", "\n=======\n", "[note.abc]", '"""', "가" * 9_999)),
)
STAMPS = st.builds(
    Stamp, st.from_regex(r"[0-9a-f]{16}", fullmatch=True), st.integers(0, 10**11 - 1)
)
KEYS = st.builds(
    Key,
    st.sampled_from(sorted(NOTE_TYPES)),
    TEXTS,
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    TEXTS,
    st.lists(TEXTS, max_size=3).map(tuple),
    TEXTS,
)
RECORDS = st.builds(
    Record,
    st.one_of(st.from_regex(r"[\w-]{16}", fullmatch=True), TEXTS),
    KEYS,
    STAMPS,
    st.lists(TEXTS, max_size=3).map(tuple),
    TEXTS,
    st.booleans(),
)
LOCKS = st.builds(
    lambda records, types, of: Lock({record.guid: record for record in records}, types, of),
    st.lists(RECORDS, max_size=4),
    st.dictionaries(st.sampled_from(sorted(NOTE_TYPES)), STAMPS),
    st.one_of(st.just(""), st.from_regex(r"[0-9a-f]{16}", fullmatch=True)),
)


@settings(max_examples=20, deadline=None)
@given(LOCKS)
def test_a_lock_is_read_as_it_was_written(one: Lock) -> None:
    text = lock.dumps(one)
    assert lock.loads(text, LOCK) == one
    assert lock.loads(text.replace("\n", "\r\n"), LOCK) == one


@settings(max_examples=20, deadline=None)
@given(LOCKS, st.randoms())
def test_the_text_of_a_lock_hangs_on_no_order(one: Lock, random: Random) -> None:
    notes, types = list(one.notes.items()), list(one.note_types.items())
    random.shuffle(notes)
    random.shuffle(types)
    assert lock.dumps(Lock(dict(notes), dict(types), one.project)) == lock.dumps(one)


def test_the_notes_stand_in_the_order_of_their_guids_with_nothing_that_stands_for_all(
    built: Project,
) -> None:
    assert list(built.table["note"]) == sorted(built.table["note"])
    assert set(built.table) == {"version", "project", "type", "note"}


# --- merging --------------------------------------------------------------------------------------


@pytest.fixture
def branches(mine: Project) -> Callable[[Callable[[], object], Callable[[], object]], None]:
    """Makes two branches of the project that built after an edit each, and stands on the first."""

    def make(left: Callable[[], object], right: Callable[[], object]) -> None:
        mine.git("init", "-qb", "left")
        mine.commit("월요일")
        mine.git("branch", "right")
        left()
        mine.release(TUESDAY)
        mine.commit("화요일")
        mine.git("checkout", "-q", "right")
        right()
        mine.release(WEDNESDAY)
        mine.commit("수요일")
        mine.git("checkout", "-q", "left")

    return make


Branches = Callable[[Callable[[], object], Callable[[], object]], None]


def test_branches_that_edit_different_notes_merge_and_keep_every_note(
    mine: Project, branches: Branches
) -> None:
    before = terms(mine.deck_file)
    branches(
        lambda: replaced(mine, "notes/1. 열매.md", "### 꼭지", "### 열매꼭지"),
        lambda: replaced(mine, "notes/2. 연장.md", "날이 세모난", "날이 뾰족한 세모인"),
    )
    mine.git("merge", "-q", "--no-edit", "right")
    assert mine.here("build", "--locked", day=THURSDAY).code == 0  # all is known already
    after = terms(mine.deck_file)
    assert after.pop("정의 열매꼭지") == (before.pop("정의 꼭지")[0], TUESDAY)
    assert after.pop("정의 호미") == (before.pop("정의 호미")[0], WEDNESDAY)
    # What asks for all terms of a section shows the renamed one, and has changed with it.
    assert {guid for guid, _ in after.values()} == {guid for guid, _ in before.values()}


def test_branches_that_add_a_note_each_merge(mine: Project, branches: Branches) -> None:
    before = terms(mine.deck_file)
    branches(
        lambda: mine.put("notes/3. 꽃.md", note("꽃", ("꽃대", "꽃이 달리는 긴 줄기이다."))),
        lambda: mine.put("notes/4. 흙.md", note("흙", ("모래흙", "물이 잘 빠지는 흙이다."))),
    )
    merged = {term: guid for term, (guid, _) in terms(mine.deck_file).items()}
    mine.git("merge", "-q", "--no-edit", "right")
    mine.release(THURSDAY)
    after = {term: guid for term, (guid, _) in terms(mine.deck_file).items()}
    assert after.keys() == before.keys() | {"정의 꽃대", "정의 모래흙"}
    assert all(after[term] == guid for term, (guid, _) in before.items())
    assert merged["정의 모래흙"] == after["정의 모래흙"]


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_a_conflict_is_refused_until_either_side_is_kept_and_then_no_note_is_lost(
    mine: Project, branches: Branches, side: str
) -> None:
    before = terms(mine.deck_file)
    branches(
        lambda: replaced(mine, "notes/1. 열매.md", "### 꼭지", "### 열매꼭지"),
        lambda: replaced(
            mine, "notes/1. 열매.md", "가지에 달려 있게 하는", "가지에 붙어 있게 하는"
        ),
    )
    mine.git("merge", "-q", "--no-edit", "right", fails=True)
    text = mine.lock_file.read_text(encoding="utf-8")
    deck, files = mine.deck_file.read_bytes(), mine.files()
    for command in (["build"], ["build", "--locked"], ["diff"], ["diff", "정원.apkg"]):
        outcome = mine.here(*command, day=THURSDAY)
        assert outcome.code == 2
        line = line_of(text, "<<<<<<<")
        assert f"{LOCK}:{line}: a merge conflict is not resolved; keep either" in outcome.err
    assert (mine.deck_file.read_bytes(), mine.files()) == (deck, files)
    assert mine.lock_file.read_text(encoding="utf-8") == text

    mine.git("checkout", f"--{side}", LOCK)
    mine.put(  # by hand, with what both branches wanted
        "notes/1. 열매.md",
        FRUIT.replace("### 꼭지", "### 열매꼭지").replace("달려 있게", "붙어 있게"),
    )
    mine.release(THURSDAY)
    after = terms(mine.deck_file)
    guid, mod = after.pop("정의 열매꼭지")
    assert (guid, mod) == (before.pop("정의 꼭지")[0], THURSDAY)
    assert {guid for guid, _ in after.values()} == {guid for guid, _ in before.values()}


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_branches_that_gave_an_old_lock_its_id_keep_every_note(
    mine: Project, branches: Branches, side: str
) -> None:
    text = mine.lock_file.read_text(encoding="utf-8")
    mine.lock_file.write_text(re.sub(r"project = .*\n", "", text), encoding="utf-8")
    before = terms(mine.deck_file)
    branches(
        lambda: mine.put("notes/3. 꽃.md", note("꽃", ("꽃대", "꽃이 달리는 긴 줄기이다."))),
        lambda: replaced(mine, "notes/2. 연장.md", "날이 세모난", "날이 뾰족한 세모인"),
    )
    ours = {row["term"]: guid for guid, row in mine.table["note"].items()}
    mine.git("merge", "-q", "--no-edit", "right", fails=True)
    outcome = mine.here("build", day=THURSDAY)
    assert outcome.code == 2
    assert "two projects" in outcome.err
    mine.git("checkout", f"--{side}", LOCK)
    mine.release(THURSDAY)
    after = terms(mine.deck_file)
    assert {term: guid for term, (guid, _) in after.items()}.items() >= {
        term: guid for term, (guid, _) in before.items()
    }.items()
    # What the other side has forgotten is new in its project.
    assert (after["정의 꽃대"][0] == ours["꽃대"]) == (side == "ours")


def test_both_sides_of_a_conflict_may_stay_where_each_has_a_note_of_its_own(
    mine: Project, branches: Branches
) -> None:
    """All new notes are put at one place of the lock, so that git cannot merge them by itself."""
    ours = note("꽃", ("꽃대", "꽃이 달리는 긴 줄기이다."))
    theirs = note("흙", *((f"{kind}흙", f"{kind} 땅의 흙이다.") for kind in "논밭들산길숲섬뜰"))
    branches(
        lambda: mine.put("notes/3. 꽃.md", ours),
        lambda: mine.put("notes/4. 흙.md", theirs),
    )
    mine.put(".gitattributes", f"{LOCK} merge=union\n")
    mine.git("merge", "-q", "--no-edit", "right")
    assert mine.here("build", "--locked", day=THURSDAY).code == 0


# --- --locked -------------------------------------------------------------------------------------


def test_locked_writes_the_same_deck_and_leaves_the_lock(mine: Project) -> None:
    pair = mine.pair
    mine.deck_file.unlink()
    outcome = mine.build("--locked")  # today, and by no fixed clock
    assert outcome.code == 0, outcome.said
    assert "no note changed" in outcome.out
    assert mine.pair == pair


def test_locked_fails_with_what_would_change_and_writes_nothing(mine: Project) -> None:
    replaced(mine, "notes/1. 열매.md", "### 꼭지", "### 열매꼭지")
    replaced(mine, "notes/2. 연장.md", "날이 세모난", "날이 뾰족한 세모인")
    mine.put("notes/3. 꽃.md", note("꽃", ("꽃대", "꽃이 달리는 긴 줄기이다.")))
    (mine.folder / "notes/가꾸기/장.md").unlink()
    pair, files = mine.pair, mine.files()
    outcome = mine.build("--locked")
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{LOCK} would change: " in outcome.err
    for line in (
        "~ renamed   definition “꼭지” → “열매꼭지”",
        "~ changed   definition “호미”",
        "+ new       definition “꽃대”",
        "- retired   list “장 담그는 순서”",
    ):
        assert f"    {line}\n" in outcome.err
    assert "Build without --locked" in outcome.err
    assert (mine.pair, mine.files()) == (pair, files)


def test_locked_fails_where_the_lock_is_missing(mine: Project) -> None:
    deck = mine.deck_file.read_bytes()
    mine.lock_file.unlink()
    files = mine.files()
    outcome = mine.here("build", "--locked", day=TUESDAY)
    assert outcome.code == 1
    assert f"{LOCK} would change: " in outcome.err
    assert (mine.deck_file.read_bytes(), mine.files()) == (deck, files)


def test_locked_fails_where_cards_look_otherwise(mine: Project) -> None:
    text = mine.lock_file.read_text(encoding="utf-8")
    table = text.index("[type.definition]")
    text = text[:table] + re.sub(r'shows = "\w+"', f'shows = "{"0" * 16}"', text[table:], count=1)
    mine.lock_file.write_text(text, encoding="utf-8")
    outcome = mine.here("build", "--locked", day=TUESDAY)
    assert (outcome.code, outcome.out) == (1, "")
    assert f"{LOCK} would change: no note changed\n" in outcome.err
    assert "cards look otherwise: deckbuilder 정의\n" in outcome.err
    assert "cards look otherwise: deckbuilder 정의\n" in mine.here("build", day=TUESDAY).out


def test_each_of_several_decks_in_a_folder_has_a_lock_of_its_own(mine: Project) -> None:
    pair = mine.pair
    mine.put(
        "짧은.toml", 'title = "짧은 덱"\nsources = ["notes/2. 연장.md"]\noutput = "짧은.apkg"\n'
    )
    outcome = mine.here("build", "--config", "짧은.toml", day=TUESDAY)
    assert "짧은.lock is new" in outcome.out
    assert mine.pair == pair


def test_locked_needs_a_lock_to_hold_to(desk: Desk) -> None:
    desk.put("잎.md", note("잎", ("기공", "기체가 드나드는 구멍이다.")))
    outcome = desk.build("잎.md", "-o", "덱.apkg", "--locked")
    assert outcome.code == 2
    assert "there is no deckbuilder.toml here; name a lock with --lock" in outcome.err
    assert desk.files() == ["잎.md"]


def test_locked_fails_where_only_the_lock_would_know_of_it(mine: Project) -> None:
    replaced(mine, LOCK, 'file = "2. 연장"', 'file = "다른 곳"')
    pair = mine.pair
    outcome = mine.here("build", "--locked", day=TUESDAY)
    assert outcome.code == 1
    assert (
        "~ moved     definition “호미”: 다른 곳 › 연장 › 낱말 → 2. 연장 › 연장 › 낱말"
        in outcome.err
    )
    assert mine.pair == pair
    mine.release(TUESDAY)
    assert mine.deck_file.read_bytes() == pair[0]
    assert mine.pair != pair


# --- which lock -----------------------------------------------------------------------------------


@pytest.fixture
def loose(tmp_path: Path) -> Project:
    """Notes without a project."""
    made = project(tmp_path, NOTES)
    (made.folder / "deckbuilder.toml").unlink()
    return made


def test_outside_a_project_there_is_no_lock(loose: Project) -> None:
    assert loose.here("build", "notes", "-o", "정원.apkg", day=MONDAY).code == 0
    first = terms(loose.deck_file)
    assert [name for name in loose.files() if "lock" in name] == []
    replaced(loose, "notes/2. 연장.md", "날이 세모난", "날이 뾰족한 세모인")
    assert loose.here("build", "notes", "-o", "정원.apkg", day=TUESDAY).code == 0
    second = terms(loose.deck_file)
    assert {term: guid for term, (guid, _) in second.items()} == {
        term: guid for term, (guid, _) in first.items()
    }
    assert {mod for _, mod in second.values()} == {TUESDAY}


def test_a_lock_of_ones_choice_works_outside_a_project(loose: Project) -> None:
    arguments = ["build", "notes", "-o", "정원.apkg", "--lock", "내 것.lock"]
    assert loose.here(*arguments, day=MONDAY).code == 0
    first = terms(loose.deck_file)
    replaced(loose, "notes/1. 열매.md", "### 꼭지", "### 열매꼭지")
    assert loose.here(*arguments, day=TUESDAY).code == 0
    second = terms(loose.deck_file)
    assert second["정의 열매꼭지"] == (first["정의 꼭지"][0], TUESDAY)
    assert second["정의 호미"] == (first["정의 호미"][0], MONDAY)
    assert loose.here(*arguments, "--locked", day=WEDNESDAY).code == 0
    assert [name for name in loose.files() if "lock" in name] == ["내 것.lock"]


def test_a_lock_has_a_folder_to_lie_in(loose: Project) -> None:
    files = loose.files()
    outcome = loose.here("build", "notes", "-o", "정원.apkg", "--lock", "없음/내 것.lock")
    assert outcome.code == 2
    assert str(Path("없음/내 것.lock")) in outcome.err
    assert loose.files() == files


PARTS = {
    "a note of the sources": (SETTINGS, ["notes/2. 연장.md"], True),
    "a folder of the sources": (SETTINGS, ["notes/가꾸기"], True),
    "a note, by its whole path": (SETTINGS, ["{}/notes/2. 연장.md"], True),
    "something else": (SETTINGS, ["밖/흙.md"], True),
    "one of two sources": (
        SETTINGS.replace('["notes"]', '["notes/가꾸기", "notes/2. 연장.md"]'),
        ["notes/가꾸기"],
        True,
    ),
    "a note where the sources go without saying": (
        SETTINGS.replace('sources = ["notes"]\n', ""),
        ["notes/2. 연장.md"],
        True,
    ),
    "all": (SETTINGS, ["notes"], False),
    "all, from above": (SETTINGS, ["."], False),
    "all, where the sources go without saying": (
        SETTINGS.replace('sources = ["notes"]\n', ""),
        ["notes"],
        False,
    ),
}


@pytest.mark.parametrize(("settings", "sources", "part"), PARTS.values(), ids=PARTS.keys())
def test_a_part_of_the_project_leaves_the_lock_as_it_is(
    tmp_path: Path, settings: str, sources: list[str], part: bool
) -> None:
    mine = project(tmp_path, NOTES, settings)
    mine.release(MONDAY)
    mine.put("밖/흙.md", note("흙", ("모래흙", "물이 잘 빠지는 흙이다.")))
    before = mine.lock_file.read_bytes()
    whole = terms(mine.deck_file)
    replaced(mine, "notes/2. 연장.md", "### 호미", "### 호미(김매기)")
    replaced(mine, "notes/2. 연장.md", "날이 세모난", "날이 뾰족한 세모인")
    asked = [source.format(mine.folder) for source in sources]
    outcome = mine.here("build", *asked, "-o", "시험.apkg", day=TUESDAY)
    assert outcome.code == 0, outcome.said
    assert (mine.lock_file.read_bytes() == before) == part
    assert ("A part of the project" in outcome.out) == part
    # What is in the part is the same note as ever.
    found = terms(mine.folder / "시험.apkg")
    found.pop("정의 모래흙", None)
    assert {guid for guid, _ in found.values()} <= {guid for guid, _ in whole.values()}
