"""A kind of source more: the one that CONTRIBUTING.md tells how to add, as it stands there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from deckbuilder import api, sources
from deckbuilder.model import Enumeration
from deckbuilder.sources.folder import Folder
from deckbuilder.sources.source import Entry, Markdown
from tests.support.collection import notes_in
from tests.support.project import Project

ROOT = Path(__file__).parents[2]
CELL = """# 세포

%%created: 09:12%%
## 세포막
세포를 둘러싸고 물질이 드나드는 것을 고르는 막이다.

%%mood: good%%
![](그림/없음.png)
"""


def told() -> type[Folder]:
    """The class that CONTRIBUTING.md shows."""
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## A kind of source")[1]
    code = re.search(r"```python\n(.*?)```", section, re.S)
    assert code
    names: dict[str, Any] = {}
    exec(dedent(code[1]), names)
    kind: type[Folder] = names["Daybook"]
    return kind


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """An export, and its plain twin."""
    desk = Project(tmp_path)
    desk.put("내보낸 것/daybook.json", "{}")
    desk.put("내보낸 것/2026-01-02 생물/2026-01-02 세포.md", CELL)
    desk.put("맨것/생물/세포.md", re.sub("%%.*%%", "", CELL))
    monkeypatch.setattr(sources, "KINDS", (told(), *sources.KINDS))
    return desk


def built(desk: Project, source: str) -> list[object]:
    deck = desk.folder / "덱.apkg"
    outcome = desk.here("build", source, "-o", deck, "--title", "덱")
    assert outcome.code == 0, outcome.said
    assert f"세포.md:{CELL[: CELL.index('![')].count(chr(10)) + 1}: " in outcome.err
    return [(note.guid, note.fields, note.tags, note.card.deck) for note in notes_in(deck)]


def test_a_kind_of_ones_own_is_read_as_its_plain_twin(export: Project) -> None:
    assert built(export, "내보낸 것") == built(export, "맨것") != []


def test_a_kind_of_ones_own_is_read_from_an_archive_too(export: Project) -> None:
    archive = shutil.make_archive(str(export.folder / "묶음"), "zip", export.folder / "내보낸 것")
    assert built(export, Path(archive).name) == built(export, "맨것") != []


def test_a_part_of_an_export_is_read_as_the_whole(export: Project) -> None:
    note = "2026-01-02 생물/2026-01-02 세포.md"
    assert built(export, f"내보낸 것/{note}") == built(export, "맨것/생물/세포.md")
    assert built(export, "내보낸 것/2026-01-02 생물") == built(export, "맨것/생물")


class Gathered(Folder):
    """A folder whose notes are all read as this text, of which some lines stand in no file."""

    def markdown(self, entry: Entry) -> Markdown:
        del entry
        text = (
            "---\ntitle: [1]\n---\n## 하나의 특징\n- 가볍다.\n- 단단하다.\n\n## 둘\n둘째 수이다.\n"
        )
        return Markdown(f"{text}<!-- id: 가 나 -->", rows=(7, 8, 9, 11, 12, 12, 20, 21, 22, 23))


def test_lines_are_those_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "KINDS", (Gathered, *sources.KINDS))
    desk = Project(tmp_path)
    desk.put("공책/수.md", "수")
    outcome = desk.here("build", "공책", "--format", "json", "-o", "덱.apkg")
    assert '"line": 8' in outcome.out  # the title
    assert '"line": 23' in outcome.out  # the id
    explained = desk.here("explain", "공책").out
    assert re.search(r"^ +11 +section set 하나의 특징", explained, re.M)
    ((entry,), _) = sources.find([tmp_path / "공책"])
    document, _ = sources.read(entry)
    assert document
    (unit, *_) = api.read(document).units
    assert isinstance(unit, Enumeration)
    assert (unit.span.first, *(span.first for span in unit.answer)) == (11, 12)
