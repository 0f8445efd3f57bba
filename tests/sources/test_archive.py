"""A kind of source whose notes and pictures lie in no folder of the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckbuilder import sources
from deckbuilder.model import Status
from deckbuilder.sources.source import Entry, Source
from tests.support.collection import opened
from tests.support.media import png
from tests.support.notes import LEAF, note
from tests.support.project import Project


@dataclass(frozen=True)
class Member:
    """A file in an archive."""

    archive: Path
    path: Path
    inside: bool = True

    def status(self) -> Status:
        return Status("file", len(self.open().getvalue()))

    def open(self) -> BytesIO:
        with ZipFile(self.archive) as archive:
            return BytesIO(archive.read(str(self.path)))


@dataclass(frozen=True)
class Members:
    """The files beside a note in an archive."""

    archive: Path
    name: str = "공책.zip"

    def find(self, spellings: Sequence[str]) -> Member | None:
        with ZipFile(self.archive) as archive:
            there = [path for path in spellings if path in archive.namelist()]
        return Member(self.archive, Path(there[0])) if there else None


class Zip(Source):
    """An archive of Markdown files."""

    @classmethod
    def holding(cls, path: Path) -> Path | None:
        return path if path.suffix == ".zip" else None

    @property
    def name(self) -> str:
        return self.path.stem

    def entries(self) -> tuple[Entry, ...]:
        with ZipFile(self.path) as archive:
            names = [Path(name) for name in archive.namelist() if name.endswith(".md")]
        above = (self.name,) if self.project.named else ()
        return tuple(
            Entry(f"{self.path}/{name}", (*above, name.stem), name, self) for name in names
        )

    def data(self, entry: Entry) -> bytes:
        with ZipFile(self.path) as archive:
            return archive.read(str(entry.file))

    def files(self, entry: Entry) -> Members:
        del entry
        return Members(self.path)


@pytest.fixture
def export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(sources, "KINDS", (Zip, *sources.KINDS))
    desk = Project(tmp_path)
    with ZipFile(tmp_path / "공책.zip", "w") as archive:
        archive.writestr(
            "잎.md", note("잎", ("기공", "작은 구멍이다.\n\n![](그림.png) ![](없음.png)"))
        )
        archive.writestr("그림.png", png())
    desk.put("그림.png", b"another")
    desk.put("꽃/꽃.md", LEAF.replace("기공", "꽃받침"))
    desk.put("deckbuilder.toml", 'repository = "https://example.org/a"\noutput = "덱.apkg"\n')
    return desk


def test_an_archive_answers_for_its_notes_and_their_pictures(export: Project) -> None:
    outcome = export.here("build", "공책.zip", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert "warning: 공책.zip/잎.md:8: there is no file '없음.png'" in outcome.err
    with opened(export.folder / "덱.apkg") as anki:
        assert list(anki.media().values()) == [png()]
        (stored,) = anki.notes()
    assert stored.card.deck.startswith("공책")
    assert not any("example.org" in field for field in stored.fields)


def test_an_archive_beside_a_folder_gives_its_name_to_places(export: Project) -> None:
    assert export.here("build", "공책.zip", "꽃", "-o", "덱.apkg", "--title", "덱").code == 0
    with opened(export.folder / "덱.apkg") as anki:
        assert {stored.card.deck for stored in anki.notes()} == {"덱::공책::잎", "덱::꽃::잎"}
