"""An archive of notes is read as its unpacked twin is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support.collection import notes_in, opened
from tests.support.media import png
from tests.support.notes import GARDEN, LEAF, ROOT_NOTE, note
from tests.support.project import Project, project
from tests.support.zipped import DEFLATED, LINK, Raw, archived

PICTURED = note("잎", ("기공", "작은 구멍이다.\n\n![](그림/기공.png) ![](없음.png)"))


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """An archive as a system packs it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.put("deckbuilder.toml", 'repository = "https://example.org/a"\noutput = "덱.apkg"\n')
    return made


def built(desk: Project, *sources: str) -> list[object]:
    deck = desk.folder / "덱.apkg"
    outcome = desk.here("build", *sources, "-o", deck, "--title", "덱")
    assert outcome.code == 0, outcome.said
    return [(note.guid, note.fields, note.tags, note.card.deck) for note in notes_in(deck)]


@pytest.mark.parametrize("above", ["", "정원/"])
def test_notes_are_those_of_the_unpacked_folder(desk: Project, above: str) -> None:
    desk.put("deckbuilder.toml", 'output = "덱.apkg"\n')
    files = {name.removeprefix("정원/"): text for name, text in GARDEN.items()}
    for name, text in files.items():
        desk.put(f"정원/{name}", text)
    hidden: dict[str, str | bytes] = {
        ".trash/잎.md": LEAF,
        "node_modules/가.md": LEAF,
        "초안.md": ROOT_NOTE,
    }
    hidden |= {".deckignore": "초안.md\n", "__MACOSX/._일지.md": b"\0", **files}
    desk.put("묶음.zip", packed({f"{above}{name}": text for name, text in hidden.items()}))
    assert built(desk, "묶음.zip") == built(desk, "정원") != []


def test_pictures_come_from_the_archive_alone(desk: Project) -> None:
    desk.put("공책.zip", packed({"공책/잎.md": PICTURED, "공책/그림/기공.png": png()}))
    desk.put("없음.png", png())
    outcome = desk.here("build", "공책.zip", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert "warning: 공책.zip/공책/잎.md:8: there is no file '없음.png'" in outcome.err
    with opened(desk.folder / "덱.apkg") as anki:
        assert list(anki.media().values()) == [png()]
        (stored,) = anki.notes()
    assert stored.card.deck == "공책::잎"
    assert not any("example.org" in field for field in stored.fields)


def test_a_note_in_it_is_named_as_messages_name_it(desk: Project) -> None:
    desk.put("공책.zip", packed({"식물/잎.md": LEAF, "식물/뿌리.md": ROOT_NOTE}))
    outcome = desk.here("explain", "공책.zip/식물/잎.md:5")
    assert outcome.code == 0
    assert "기공" in outcome.out
    assert "no such file" in desk.here("explain", "공책.zip/식물/꽃.md").err


def test_an_archive_beside_a_folder_gives_its_name_to_places(desk: Project) -> None:
    desk.put("공책.zip", packed({"잎.md": PICTURED, "뿌리.md": ROOT_NOTE}))
    desk.put("꽃/꽃.md", LEAF.replace("기공", "꽃받침"))
    assert desk.here("build", "공책.zip", "꽃", "-o", "덱.apkg", "--title", "덱").code == 0
    with opened(desk.folder / "덱.apkg") as anki:
        decks = {stored.card.deck for stored in anki.notes()}
    assert decks == {"덱::공책::잎", "덱::공책::뿌리", "덱::꽃::잎"}


def test_what_it_leaves_out_is_named(desk: Project) -> None:
    leaf = Raw("잎.md", LEAF.encode(), DEFLATED)
    double = Raw("잎.md", ROOT_NOTE.encode())
    desk.put("공책.zip", archived(leaf, double, Raw("바로가기.md", b"/etc/passwd", mode=LINK)))
    outcome = desk.here("build", "공책.zip", "-o", "덱.apkg")
    assert outcome.code == 0
    assert "공책.zip: '바로가기.md' in it is left out: it is a link" in outcome.err
    assert "공책.zip: '잎.md' in it is left out: there is another file" in outcome.err
    assert [stored.name for stored in notes_in(desk.folder / "덱.apkg")] == ["기공"]


BROKEN = {
    "slip": archived(Raw("../잎.md", LEAF.encode())),
    "cut": packed({"잎.md": LEAF})[:-30],
    "none": b"no archive",
    "empty": archived(),
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_the_last_good_deck_stays(tmp_path: Path, data: bytes) -> None:
    desk = project(tmp_path, {}, 'sources = ["공책.zip"]\noutput = "정원.apkg"\n')
    desk.put("공책.zip", packed({"잎.md": LEAF}))
    desk.release()
    before = desk.pair
    desk.put("공책.zip", data)
    outcome = desk.here("build")
    assert outcome.code in {1, 2}
    assert "error: 공책.zip: " in outcome.err
    assert desk.pair == before


def test_a_damaged_note_in_it_is_left_out(desk: Project) -> None:
    data = packed({"잎.md": LEAF, "뿌리.md": ROOT_NOTE})
    desk.put("공책.zip", data.replace("기공".encode(), "기름".encode(), 1))
    outcome = desk.here("build", "공책.zip", "-o", "덱.apkg")
    assert "warning: 공책.zip/잎.md: is left out, it cannot be read: '잎.md' in it" in outcome.err
    assert [stored.name for stored in notes_in(desk.folder / "덱.apkg")] == ["뿌리털"]
