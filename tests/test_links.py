"""An output or a lock that is a link stays one: what it leads to is written, whole or not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.support.notes import LEAF
from tests.support.project import LOCK, MONDAY, TUESDAY, WEDNESDAY, Project, project
from tests.test_release import kill

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own")

LATER = LEAF.replace("작은 구멍", "아주 작은 구멍")


@pytest.fixture
def synced(tmp_path: Path) -> Path:
    """A folder beside the project."""
    folder = tmp_path / "함께 쓰는 곳"
    folder.mkdir()
    return folder


@pytest.fixture
def mine(tmp_path: Path, synced: Path) -> Project:
    """A project that was built on Monday; its deck and its lock lie in the other folder."""
    made = project(tmp_path / "정원", {"잎.md": LEAF})
    made.release(MONDAY)
    for file in (made.deck_file, made.lock_file):
        file.rename(synced / file.name)
        file.symlink_to(os.path.relpath(synced / file.name, file.parent))
    made.put("notes/잎.md", LATER)
    return made


def links(mine: Project) -> list[bool]:
    return [mine.deck_file.is_symlink(), mine.lock_file.is_symlink()]


def test_a_build_goes_through_to_what_the_links_lead_to(mine: Project, synced: Path) -> None:
    before = mine.pair
    mine.release(TUESDAY)
    assert links(mine) == [True, True]
    deck, lock = ((synced / name).read_bytes() for name in (mine.deck_file.name, LOCK))
    assert (deck, lock) == mine.pair
    assert deck != before[0]
    assert lock != before[1]
    assert sorted(file.name for file in synced.iterdir()) == sorted([mine.deck_file.name, LOCK])
    assert mine.here("build", "--locked", day=WEDNESDAY).code == 0


def test_a_chain_of_links_is_followed(mine: Project, synced: Path, tmp_path: Path) -> None:
    (tmp_path / "사이.apkg").symlink_to(synced / mine.deck_file.name)
    mine.deck_file.unlink()
    mine.deck_file.symlink_to("../사이.apkg")
    before = (synced / mine.deck_file.name).read_bytes()
    mine.release(TUESDAY)
    assert mine.deck_file.is_symlink()
    assert (tmp_path / "사이.apkg").is_symlink()
    assert (synced / mine.deck_file.name).read_bytes() != before


def test_a_killed_build_is_finished_through_the_links(mine: Project, synced: Path) -> None:
    before = mine.pair
    kill(mine)
    assert mine.deck_file.read_bytes() != before[0]
    assert mine.lock_file.read_bytes() == before[1]
    deck = mine.deck_file.read_bytes()
    assert mine.here("build", "--locked", day=WEDNESDAY).code == 0
    assert mine.deck_file.read_bytes() == deck
    assert links(mine) == [True, True]
    assert sorted(file.name for file in synced.iterdir()) == sorted([mine.deck_file.name, LOCK])


def test_links_to_nothing_yet_are_filled(mine: Project, synced: Path) -> None:
    for name in (mine.deck_file.name, LOCK):
        (synced / name).unlink()
    outcome = mine.release(TUESDAY)
    assert f"{LOCK} is new" in outcome.out
    assert links(mine) == [True, True]
    assert (synced / mine.deck_file.name).read_bytes() == mine.deck_file.read_bytes()


def test_a_lost_lock_is_made_anew_where_its_link_leads(mine: Project, synced: Path) -> None:
    (synced / LOCK).unlink()
    assert mine.here("lock", "--from", mine.deck_file).code == 0
    assert mine.lock_file.is_symlink()
    assert (synced / LOCK).is_file()


@pytest.mark.parametrize("name", ["정원.apkg", LOCK])
def test_a_link_into_a_folder_that_is_not_there_is_refused(mine: Project, name: str) -> None:
    link = mine.folder / name
    link.unlink()
    link.symlink_to("../없음/것")
    outcome = mine.here("build", day=TUESDAY)
    assert outcome.code == 2
    assert f"{name}: is a link to " in outcome.err
    assert "make it, or delete the link" in outcome.err
    assert link.is_symlink()


@pytest.mark.parametrize("name", ["정원.apkg", LOCK])
def test_a_link_to_itself_is_refused(mine: Project, name: str) -> None:
    link = mine.folder / name
    link.unlink()
    link.symlink_to(name)
    outcome = mine.here("build", day=TUESDAY)
    assert outcome.code == 2
    assert f"{name}: is a link that leads back to itself; delete it" in outcome.err
    assert link.is_symlink()


@pytest.mark.parametrize("target", ["notes", "/dev/null"])
def test_a_link_to_what_is_no_file_is_refused(mine: Project, target: str) -> None:
    mine.deck_file.unlink()
    mine.deck_file.symlink_to(target)
    outcome = mine.here("build", day=TUESDAY)
    assert outcome.code == 2
    assert "there is something else of that name" in outcome.err
    assert mine.deck_file.is_symlink()


def test_a_build_that_fails_leaves_what_the_links_lead_to(mine: Project, synced: Path) -> None:
    before, files = mine.pair, sorted(synced.iterdir())
    pinned = "<!-- id: 하나 -->\n## {}\n{}\n"
    mine.put("notes/돌.md", pinned.format("차돌", "단단한 돌이다."))
    mine.put("notes/흙.md", pinned.format("찰흙", "차진 흙이다."))
    assert mine.here("build", day=TUESDAY).code == 1
    assert (mine.pair, sorted(synced.iterdir())) == (before, files)
    assert links(mine) == [True, True]
