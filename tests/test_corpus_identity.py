"""Real notes, with others added between two releases: all that was there stays what it was."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuilder import lock
from deckbuilder.model import Record
from tests.support.corpus import Part
from tests.support.notes import GARDEN
from tests.support.project import TUESDAY, Project

# About nothing that the corpus is about, and without a heading of the first level.
SECTION = "\n\n## 뜰에서 쓰는 말\n\n### 두엄더미\n풀과 짚을 층층이 쌓아 썩히는 자리이다.\n"

pytestmark = pytest.mark.corpus


@pytest.fixture
def mine(corpus: Callable[[str], Part], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The project after its first release; what has not changed is not read anew."""
    part = corpus("dev")
    monkeypatch.setenv("DECKBUILDER_CACHE", str(part.kept))
    return Project(shutil.copytree(part.project.folder, tmp_path / "project"))


def known(mine: Project) -> dict[str, Record]:
    found = lock.load(mine.lock_file)
    assert found
    return dict(found.notes)


def test_notes_added_between_them_change_nothing(mine: Project) -> None:
    before = known(mine)
    for name, text in GARDEN.items():
        mine.put(f"notes/{name}", text)
        mine.put(f"notes/d05{Path(name).stem}.md", text)
    outcome = mine.release(TUESDAY)
    after = known(mine)
    assert len(after) > len(before) > 700
    assert {guid: after.get(guid) for guid in before} == before, outcome.out


def test_a_section_added_to_each_changes_nothing(mine: Project) -> None:
    before = known(mine)
    for file in (mine.folder / "notes").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        unfenced = "\n```" if len(re.findall(r"^```", text, re.M)) % 2 else ""
        file.write_text(text.rstrip() + unfenced + SECTION, encoding="utf-8")
    outcome = mine.release(TUESDAY)
    after = known(mine)
    assert len(after) > len(before)
    assert {guid: after.get(guid) for guid in before} == before, outcome.out
