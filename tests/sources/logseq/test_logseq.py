"""A graph of Logseq, in the shape in which Logseq keeps it, and its plain twin."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.support.collection import notes_in, opened
from tests.support.machinery import told, traces
from tests.support.media import png
from tests.support.project import Project, built

HERE = Path(__file__).parent


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    desk = Project(tmp_path)
    shutil.copytree(HERE / "graph", tmp_path / "그래프")
    shutil.copytree(HERE / "plain", tmp_path / "맨것")
    desk.put("그래프/assets/단면_1709350000000_0.png", png())
    desk.put("맨것/물길/단면.png", png())
    return desk


def test_a_graph_is_read_as_its_plain_twin(desk: Project) -> None:
    graph, plain = built(desk, "그래프"), built(desk, "맨것")
    assert told(graph) == told(plain)
    assert {"둑", "둑의 장점", "갑문", "어도", "저수지"} <= {note.name for note in notes_in(graph)}


def test_nothing_of_it_is_seen(desk: Project) -> None:
    with opened(built(desk, "그래프")) as anki:
        notes = anki.notes()
        assert not list(traces(notes))
        assert [data for name, data in anki.media().items() if name.endswith("png")] == [png()]


@pytest.mark.parametrize(
    ("page", "twin"),
    [("pages/물길___둑.md", "물길/둑.md"), ("pages/물길%2F수문.md", "물길/수문.md")],
)
def test_a_page_alone_is_read_as_its_plain_twin(desk: Project, page: str, twin: str) -> None:
    assert told(built(desk, f"그래프/{page}")) == told(built(desk, f"맨것/{twin}"))


def test_journals_are_read_where_they_are_named(desk: Project) -> None:
    outcome = desk.here("build", "그래프", "-o", "덱.apkg")
    assert outcome.err.count("1 journal is left out: what tells of a day is no page") == 1
    desk.put(
        "deckbuilder.toml", 'sources = ["그래프"]\noutput = "덱.apkg"\nexclude = ["!journals/"]\n'
    )
    for arguments in (["그래프/journals"], ["그래프/journals/2024_03_02.md"], []):
        outcome = desk.here("build", *arguments, "-o", "덱.apkg")
        assert "journal is" not in outcome.err
        assert "어도" in {note.name for note in notes_in(desk.folder / "덱.apkg")}


def test_lines_are_those_of_the_page(desk: Project) -> None:
    explained = desk.here("explain", "그래프/pages/물길___둑.md").out
    assert "       20    section set 쌓는 순서" in explained
    assert "       21      item 바닥을 다진다." in explained
    embedded = desk.here("explain", "그래프/pages/물길%2F수문.md").out
    assert "       17  item term 어도" in embedded


def test_a_graph_in_an_archive_is_read_as_the_folder(desk: Project) -> None:
    shutil.make_archive(str(desk.folder / "그래프"), "zip", desk.folder, "그래프")
    assert told(built(desk, "그래프.zip")) == told(built(desk, "그래프")) != []


def test_a_page_without_text_is_no_fault(desk: Project) -> None:
    desk.put("그래프/pages/빈 쪽.md", "-\n- {{query (todo now)}}\n")
    outcome = desk.here("build", "그래프", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert "빈 쪽.md: nothing in this note becomes a card" in outcome.err
