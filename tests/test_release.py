"""Deck and lock are put in place together: both are new, or neither is, whatever happens between.

Two files cannot be renamed at once. So the deck goes first, and a journal beside the lock says what
lock belongs to it: whichever command reads the lock next puts that in place, if the deck is there.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import MODULE, Desk
from tests.support.notes import note
from tests.support.project import LOCK, MONDAY, TUESDAY, WEDNESDAY, Project, project, terms
from tests.support.steps import steps

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="forks, and kills by signals")

LEAF = note("잎", ("기공", "잎 뒷면의 작은 구멍이다."), ("잎맥", "물이 지나는 길이다."))
LATER = LEAF.replace("뒷면의 작은", "뒷면에 난 작은").replace("### 잎맥", "### 잎의 맥")
DECK = "정원.apkg"
PAIR = (f"project/{DECK}", f"project/{LOCK}")
# The files by which builds wait for each other; they lie in a folder of the user's.
WAITING = "tmp/deckbuilder/turns/"


@pytest.fixture(scope="module")
def changed(new_desk: Callable[[], Desk]) -> Project:
    """A project that was built on Monday, and whose notes have changed since; not to be changed."""
    made = project(new_desk().folder, {"잎.md": LEAF})
    made.release(MONDAY)
    shutil.copy(made.deck_file, made.folder / "옛것.apkg")
    made.put("notes/잎.md", LATER)
    return made


@pytest.fixture
def mine(changed: Project, tmp_path: Path) -> Project:
    """The same, to be changed."""
    return Project(shutil.copytree(changed.folder, tmp_path / "정원"))


def which(row: dict[str, Any], when: str, old: dict[str, str], new: dict[str, str]) -> list[str]:
    """Which deck and which lock are there."""
    names = {
        (file, found[file]): name for name, found in (("old", old), ("new", new)) for file in PAIR
    }
    return [names.get((file, row[when].get(file, "")), "something else") for file in PAIR]


def left(row: dict[str, Any], when: str, new: dict[str, str]) -> list[str]:
    """What is there beside the files of a project that was built."""
    return [file for file in row[when] if file not in new and not file.startswith(WAITING)]


# --- stopped at a step ----------------------------------------------------------------------------


def test_a_build_killed_at_any_step_leaves_the_old_pair_or_the_new(changed: Project) -> None:
    none, whole, *rows = steps(changed.folder, "kill", TUESDAY, "diff", "옛것.apkg")
    old, new = none["next"], whole["next"]
    assert all(old[file] != new[file] for file in PAIR)
    taken = [row["step"] for row in rows if "built" in row]
    assert f"os.rename .{LOCK}.new" in taken  # or else nothing was tried
    assert len(taken) > 20
    seen = set()
    for row in rows:
        assert row["code"] == -9, row
        after = which(row, "after", old, new)
        # A lock is never newer than its deck, and neither is ever half.
        assert after in (["old", "old"], ["new", "old"], ["new", "new"]), row
        if "settled" in row:
            assert row["read"] == 0, row
            assert which(row, "settled", old, new) == [after[0]] * 2, row
            seen.add(tuple(after))
        else:
            assert (row["built"], row["told"]) == (0, ""), row
            assert which(row, "next", old, new) == ["new", "new"], row
            assert left(row, "next", new) == [], row
    assert seen == {("old", "old"), ("new", "old"), ("new", "new")}


def test_a_disk_that_is_full_at_any_step_leaves_the_old_pair_and_is_named(changed: Project) -> None:
    none, whole, *rows = steps(changed.folder, "fail", TUESDAY)
    old, new = none["next"], whole["next"]
    failed = 0
    for row in rows:
        after = which(row, "after", old, new)
        if row["code"]:
            failed += 1
            assert row["code"] == 2, row
            assert row["said"].startswith("error: "), row
            assert row["said"].endswith(": cannot be written: No space left on device\n"), row
            assert after == ["old", "old"], row
            assert left(row, "after", new) == [], row
        else:  # a step that can be done without, or by the next command
            assert after == ["new", "new"], row
        assert (row["built"], row["told"]) == (0, ""), row
        assert which(row, "next", old, new) == ["new", "new"], row
        assert left(row, "next", new) == [], row
    assert failed > 10


@pytest.mark.parametrize("blocks", [2, 64])
def test_files_that_cannot_grow_leave_the_old_pair(mine: Project, blocks: int) -> None:
    """The limit that a system sets to files ends a write in the middle, as a full disk does."""
    pair, files = mine.pair, mine.files()
    limited = ("sh", "-c", f'ulimit -f {blocks} && exec "$@"', "sh", *MODULE)
    outcome = mine.run("build", program=limited)
    assert outcome.code == 2, outcome.said
    assert outcome.err.startswith(f"error: {DECK}: cannot be written: ")
    assert "Traceback" not in outcome.said
    assert (mine.pair, mine.files()) == (pair, files)


def test_a_folder_that_may_not_be_written_leaves_the_old_pair(mine: Project) -> None:
    pair = mine.pair
    mine.folder.chmod(0o555)
    try:
        if os.access(mine.folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        outcome = mine.build()
    finally:
        mine.folder.chmod(0o755)
    assert outcome.code == 2
    assert "cannot be written: Permission denied" in outcome.err
    assert mine.pair == pair


# --- what happens before the next command ---------------------------------------------------------

# The command, killed when the deck is new and the lock is still the old one.
KILLED = (
    sys.executable,
    "-c",
    """
import os, signal
from deckbuilder.cli import main

replace = os.replace

def until_the_lock(source, target):
    if os.path.basename(target).endswith(".lock"):
        os.kill(os.getpid(), signal.SIGKILL)
    replace(source, target)

os.replace = until_the_lock
main()
""",
)


def kill(made: Project, *arguments: str) -> None:
    outcome = made.run("build", *arguments, epoch=TUESDAY, program=KILLED)
    assert outcome.code == -9, outcome.said


@pytest.fixture(scope="module")
def half(changed: Project, new_desk: Callable[[], Desk]) -> Project:
    """A project whose build was killed between the two; not to be changed."""
    made = Project(shutil.copytree(changed.folder, new_desk().folder / "정원"))
    before = made.pair
    kill(made)
    assert made.deck_file.read_bytes() != before[0]
    assert made.lock_file.read_bytes() == before[1]
    return made


@pytest.fixture
def between(half: Project, tmp_path: Path) -> Project:
    """The same, to be changed."""
    return Project(shutil.copytree(half.folder, tmp_path / "정원"))


def is_whole(made: Project) -> bool:
    """Whether the deck is that of the lock: built again, nothing changes."""
    deck = made.deck_file.read_bytes()
    outcome = made.here("build", "--locked", day=WEDNESDAY)
    return outcome.code == 0 and made.deck_file.read_bytes() == deck


def test_a_project_may_be_moved(between: Project) -> None:
    moved = Project(between.folder.rename(between.folder.with_name("옮긴 정원")))
    assert is_whole(moved)


def test_a_deck_that_was_taken_back_keeps_its_lock(between: Project) -> None:
    shutil.copy(between.folder / "옛것.apkg", between.deck_file)
    lock = between.lock_file.read_bytes()
    assert between.here("build", "--locked", day=WEDNESDAY).code == 1
    assert between.lock_file.read_bytes() == lock


def test_a_lock_that_was_merged_is_not_overwritten(between: Project) -> None:
    other = project(between.folder / "곁", {"흙.md": note("흙", ("모래흙", "물이 잘 빠진다."))})
    other.release(MONDAY)
    text = other.lock_file.read_text(encoding="utf-8")
    theirs = text[text.index("[note.") :]
    with between.lock_file.open("a", encoding="utf-8") as file:
        file.write(f"\n{theirs}")
    between.release(WEDNESDAY)
    (guid,) = other.table["note"]
    assert between.table["note"][guid]["retired"]
    assert is_whole(between)


def test_a_lock_that_was_deleted_comes_back(between: Project) -> None:
    between.lock_file.unlink()
    assert is_whole(between)


def test_the_lock_of_another_deck_in_the_folder_is_let_be(mine: Project) -> None:
    first, second = (
        ("-o", "하나.apkg", "--lock", "하나.lock"),
        ("-o", "둘.apkg", "--lock", "둘.lock"),
    )
    mine.put("notes/흙.md", note("흙", ("모래흙", "물이 잘 빠지는 흙이다.")))
    assert mine.here("build", "notes/흙.md", *second, day=MONDAY).code == 0
    lock = (mine.folder / "둘.lock").read_bytes()
    kill(mine, "notes/잎.md", *first)
    assert mine.here("build", "notes/흙.md", *second, "--locked", day=WEDNESDAY).code == 0
    assert (mine.folder / "둘.lock").read_bytes() == lock
    assert mine.here("build", "notes/잎.md", *first, "--locked", day=WEDNESDAY).code == 0


def test_a_deck_that_was_a_link_is_known(mine: Project) -> None:
    mine.deck_file.rename(mine.folder / "안.apkg")
    mine.deck_file.symlink_to("안.apkg")
    kill(mine)
    assert is_whole(mine)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_name_that_is_no_text_is_one_for_a_deck(mine: Project) -> None:
    name = os.fsdecode(b"\xff\xfe.apkg")
    kill(mine, "-o", name)
    deck = (mine.folder / name).read_bytes()
    assert mine.here("build", "-q", "-o", name, "--locked", day=WEDNESDAY).code == 0
    assert (mine.folder / name).read_bytes() == deck


# --- two at once ----------------------------------------------------------------------------------


def test_two_builds_at_once_both_go_well_and_the_pair_is_whole(mine: Project) -> None:
    guids = {guid for guid, _ in terms(mine.deck_file).values()}
    for turn in range(2):
        mine.put("notes/잎.md", LATER.replace("작은 구멍", f"작은 구멍 {turn}"))
        before = mine.pair
        with ThreadPoolExecutor(2) as pool:
            at_once = [pool.submit(mine.build, "-q") for _ in range(2)]
        assert [(build.result().code, build.result().said) for build in at_once] == [(0, "")] * 2
        assert mine.pair != before
        assert is_whole(mine)
        assert {guid for guid, _ in terms(mine.deck_file).values()} == guids
    assert [name for name in mine.files() if name.startswith(".")] == []
