"""Real notes, with others added between two releases: all that was there stays what it was."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from deckbuilder import lock
from deckbuilder.model import Record
from tests.support.command import ROOT, Desk
from tests.support.notes import GARDEN

DEV = sorted((ROOT.parent / "shared/corpus/dev").glob("*.md"))
MONDAY, TUESDAY = 1_700_000_000, 1_700_086_400
# About nothing that the corpus is about, and without a heading of the first level.
SECTION = "\n\n## 뜰에서 쓰는 말\n\n### 두엄더미\n풀과 짚을 층층이 쌓아 썩히는 자리이다.\n"

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not DEV, reason="no ../shared/corpus here"),
]


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after its first release."""
    desk = Desk(tmp_path_factory.mktemp("corpus"))
    desk.put("deckbuilder.toml", 'title = "덱"\noutput = "덱.apkg"\n')
    for file in DEV:
        shutil.copy(file, desk.put(f"notes/{file.name}", ""))
    assert desk.build("-q", epoch=MONDAY).code == 0
    return desk.folder


@pytest.fixture
def desk(first: Path, tmp_path: Path) -> Desk:
    return Desk(shutil.copytree(first, tmp_path / "project"))


def known(desk: Desk) -> dict[str, Record]:
    found = lock.load(desk.folder / lock.FILE)
    assert found
    return dict(found.notes)


def test_notes_added_between_them_change_nothing(desk: Desk) -> None:
    before = known(desk)
    for name, text in GARDEN.items():
        desk.put(f"notes/{name}", text)
        desk.put(f"notes/d05{Path(name).stem}.md", text)
    outcome = desk.build(epoch=TUESDAY)
    after = known(desk)
    assert len(after) > len(before) > 700
    assert {guid: after.get(guid) for guid in before} == before, outcome.out


def test_a_section_added_to_each_changes_nothing(desk: Desk) -> None:
    before = known(desk)
    for file in (desk.folder / "notes").glob("*.md"):
        text = file.read_text(encoding="utf-8")
        unfenced = "\n```" if len(re.findall(r"^```", text, re.M)) % 2 else ""
        file.write_text(text.rstrip() + unfenced + SECTION, encoding="utf-8")
    outcome = desk.build(epoch=TUESDAY)
    after = known(desk)
    assert len(after) > len(before)
    assert {guid: after.get(guid) for guid in before} == before, outcome.out
