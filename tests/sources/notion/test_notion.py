"""What Notion exports builds to the same cards as the notes that it is of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.sources.notion.export import (
    FOLDER,
    HTML,
    MARKDOWN,
    NOTES,
    STREAM,
    Files,
    Form,
    exported,
    plain,
    zipped,
)
from tests.support.collection import notes_in, opened
from tests.support.machinery import told, traces
from tests.support.media import png
from tests.support.project import BEGUN, LOCK, Project, project

Export = dict[str, str | bytes]


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    return Project(tmp_path)


def put(desk: Project, files: Files, below: str) -> str:
    for name, content in files.items():
        desk.put(f"{below}/{name}", content)
    return below


def built(desk: Project, source: str, *, title: str | None = "물") -> Path:
    deck = desk.folder / "덱.apkg"
    titled = ("--title", title) if title else ()
    outcome = desk.here("build", source, "-o", deck, *titled)
    assert outcome.code == 0, outcome.said
    assert "error" not in outcome.err
    return deck


def in_parts(files: Export) -> bytes:
    """An archive of archives, the parts of an export, as a browser gets it."""
    half = len(files) // 2
    parts = [dict(list(files.items())[:half]), dict(list(files.items())[half:])]
    return zipped({
        f"{FOLDER}-Part-{number}.zip": zipped({f"{FOLDER}/{name}": x for name, x in part.items()})
        for number, part in enumerate(parts, start=1)
    })  # fmt: skip


def as_folder(desk: Project, files: Export) -> str:
    return put(desk, files, f"받은 것/{FOLDER}")


def as_folder_around(desk: Project, files: Export) -> str:
    as_folder(desk, files)
    return "받은 것"


def as_archive(desk: Project, files: Export) -> str:
    return desk.put(f"{FOLDER}.zip", zipped(files)).name


def as_parts(desk: Project, files: Export) -> str:
    return desk.put(f"0f3c6a52-1b7d-4c9e-8a14-5d2e7b90c6f1_{FOLDER}.zip", in_parts(files)).name


WAYS = (as_folder, as_folder_around, as_archive, as_parts)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_markdown_and_csv(desk: Project, way: Callable[[Project, Export], str], form: Form) -> None:
    expected = told(built(desk, put(desk, plain(NOTES), "맨것")))
    assert told(built(desk, way(desk, exported(MARKDOWN, form=form)))) == expected
    assert len(expected) >= 9


@pytest.mark.parametrize("way", [as_folder, as_parts])
def test_html(desk: Project, way: Callable[[Project, Export], str]) -> None:
    expected = told(built(desk, put(desk, plain(NOTES), "맨것")))
    assert told(built(desk, way(desk, exported(HTML)))) == expected


@pytest.mark.parametrize("files", [MARKDOWN, HTML], ids=["markdown", "html"])
def test_a_student_sees_nothing_of_the_export(desk: Project, files: Files) -> None:
    link = f"[https://www.notion.so/여울-{'0a' * 16}?pvs=21](https://www.notion.so/{'0a' * 16})"
    more: Export = {**files, "낯선 말.md": f"# 낯선 말\n\n## 개울\n\n{link}보다 좁은 물길이다.\n"}
    deck = built(desk, as_parts(desk, exported(more)), title=None)
    with opened(deck) as anki:
        notes = anki.notes()
        assert png() in anki.media().values()
    assert list(traces(notes)) == []
    assert {note.card.deck for note in notes} >= {"Notion::물길", "Notion::물길::낱말"}
    assert any("여울</a>보다 좁은" in note.card.back for note in notes)


def test_a_database_of_dates_and_boxes_is_nothing_to_learn(desk: Project) -> None:
    files = exported({"할 일.csv": MARKDOWN["물길/할 일.csv"], "물길.md": STREAM})
    outcome = desk.here("build", as_folder(desk, files), "-o", "덱.apkg", "--title", "물")
    assert "할 일" not in outcome.said
    deck = desk.folder / "덱.apkg"
    assert {note.card.deck for note in notes_in(deck)} == {"물::물길"}


def test_what_is_no_page_of_notion_is_no_note(desk: Project) -> None:
    files = exported(MARKDOWN) | {
        "index.html": "<html><body><h3>Workspace details</h3></body></html>",
        "표.csv": "용어,뜻\n여울목,여울물이 턱진 곳\n",
        "쪽.html": "<article class='page'><h2>여울목</h2><p>여울물이 턱진 곳이다.</p></article>",
    }
    deck = built(desk, as_archive(desk, files))
    assert not any("여울목" in note.name for note in notes_in(deck))


def test_lines_are_those_of_the_table(desk: Project) -> None:
    files = exported({"낱말.csv": MARKDOWN["물길/낱말_all.csv"], "물길.md": STREAM})
    name = next(name for name in files if name.endswith(".csv"))
    folder = as_folder(desk, files)
    outcome = desk.here("explain", f"{folder}/{name}")
    # The second row is two lines long.
    for line, term in ((2, "보"), (3, "무자위"), (5, "물꼬")):
        assert any(f" {line} " in row and term in row for row in outcome.out.splitlines()), outcome


@pytest.mark.parametrize(
    ("rows", "said"),
    [('이름,뜻\n보,"' + "물" * 140_000 + '"\n', "no CSV"), ("\0\0", "control characters")],
)
def test_a_broken_table_is_left_out(desk: Project, rows: str, said: str) -> None:
    files = exported({"낱말.csv": rows, "물길.md": STREAM})
    outcome = desk.here("build", as_folder(desk, files), "-o", "덱.apkg")
    assert outcome.code == 0
    assert "warning" in outcome.err
    assert said in outcome.err


def test_a_page_as_deep_as_nobody_writes_is_read(desk: Project) -> None:
    deep = "<ul><li>" * 3000
    body = f'<article class="page"><div class="page-body"><h2>늪</h2><p>얕은 물이다.</p>{deep}가'
    desk.put(f"늪 {'0a' * 16}.html", body)
    outcome = desk.here("explain", f"늪 {'0a' * 16}.html")
    assert (outcome.code, outcome.err) == (0, "")
    assert "얕은 물이다." in outcome.out


# --- from one export to the next ------------------------------------------------------------------


def test_a_note_is_the_same_however_it_was_exported(tmp_path: Path) -> None:
    story = project(tmp_path, {}, 'title = "물"\nsources = ["받은 것"]\noutput = "정원.apkg"\n')
    story.put(LOCK, BEGUN)
    put(story, exported(MARKDOWN, "first"), "받은 것")
    story.release()
    first, decks = story.table["note"], [story.deck_file.rename(tmp_path / "1.apkg")]
    again = exported(MARKDOWN, "again")
    for number, way in enumerate((as_folder, as_archive, as_parts), start=2):
        source = way(story, again)
        story.put(
            "deckbuilder.toml", f'title = "물"\nsources = ["{source}"]\noutput = "정원.apkg"\n'
        )
        story.release()
        assert story.table["note"] == first
        decks.append(story.deck_file.rename(tmp_path / f"{number}.apkg"))
    with opened(decks[0]) as anki:
        for note in anki.notes():
            anki.learn(note, 30)
        before = [(note.id, note.guid, note.card.is_new) for note in anki.notes()]
        for deck in decks[1:]:
            assert anki.add(deck).new == 0
        assert sorted((note.id, note.guid, note.card.is_new) for note in anki.notes()) == sorted(
            before
        )
