"""A vault of Obsidian builds to what its plain twin builds to."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zipfile import ZipFile

import pytest

from tests.sources.obsidian.vault import NOTES, PLAIN, SETTINGS, SVG, put
from tests.support.collection import notes_in, opened
from tests.support.machinery import told, traces
from tests.support.media import png
from tests.support.notes import LEAF, ROOT_NOTE
from tests.support.project import Project

LINK = re.compile(r'<footer class="source"><a href="([^"]*)">')


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    """A desk with a vault, and its plain twin."""
    made = Project(tmp_path)
    put(made, "물 공책", {**SETTINGS, **NOTES})
    put(made, "맨 공책", PLAIN)
    return made


def deck(desk: Project, *arguments: str, title: str = "강") -> Path:
    output = desk.folder / "덱.apkg"
    outcome = desk.here("build", *arguments, "-o", output, "--title", title)
    assert outcome.code == 0, outcome.said
    return output


def test_a_vault_is_read_as_its_plain_twin(desk: Project) -> None:
    plain = told(deck(desk, "맨 공책"))
    with opened(deck(desk, "물 공책")) as anki:
        notes = anki.notes()
        assert {"상류에 사는 물고기", "여울"} <= {note.name for note in notes}
        assert not list(traces(notes))
        assert not any("[[" in field or "]]" in field for note in notes for field in note.fields)
        assert sorted(anki.media().values()) == sorted([png(), SVG.encode()])
    assert told(deck(desk, "물 공책")) == plain


def test_a_part_of_a_vault_embeds_what_the_whole_does(desk: Project) -> None:
    for part in ("물 공책/강", "물 공책/강/강의 상류.md"):
        (fish,) = (one for one in notes_in(deck(desk, part)) if "물고기" in one.name)
        assert "쉬리와 꺽지" in fish.card.answer


def test_other_names_are_those_of_the_title(desk: Project) -> None:
    desk.put("물 공책/지형/소.md", "---\naliases: 못, 물웅덩이\n---\n## 깊이\n한 길이 넘는다.\n")
    pool = "---\nalias: [웅덩이(Pool)]\n---\n물이 깊고 느리게 흐르는 곳이다.\n\n## 뜻\n- 소리\n"
    desk.put("물 공책/지형/못.md", pool)
    found = {note.name: note.fields[4] for note in notes_in(deck(desk, "물 공책/지형"))}
    assert found["여울"] == "물여울, 여울목, Riffle"
    assert found["못"] == "웅덩이, Pool"
    assert not found["소의 깊이"]


def test_old_addresses_are_no_names(desk: Project) -> None:
    head = "---\naliases: [/옛/잎, 잎새]\n---\n"
    desk.put(
        "물 공책/잎.md", head + LEAF.replace("# 잎\n", "# 잎\n빛을 받아 양분을 만드는 기관이다.\n")
    )
    found = {note.name: note.fields[4] for note in notes_in(deck(desk, "물 공책/잎.md"))}
    assert found == {"잎": "잎새", "기공": ""}


def test_files_are_looked_for_among_the_attachments_first(desk: Project) -> None:
    desk.put("물 공책/잎.md", LEAF + "![[꽃.png]] ![[강/꽃.png]]\n")
    for folder, color in (("첨부", 1), ("강", 2), (".", 3)):
        desk.put(f"물 공책/{folder}/꽃.png", png(color))
    with opened(deck(desk, "물 공책/잎.md")) as anki:
        assert sorted(anki.media().values()) == sorted([png(1), png(2)])
    desk.put("물 공책/.obsidian/app.json", '{"attachmentFolderPath": "./강"}')
    with opened(deck(desk, "물 공책/잎.md")) as anki:
        assert list(anki.media().values()) == [png(2)]


@pytest.mark.parametrize(
    "settings", ["{", "[]", '{"folder": 3}', "\ud800".encode("utf-16", "ignore")]
)
def test_settings_that_obsidian_could_not_read_say_nothing(
    desk: Project, settings: str | bytes
) -> None:
    for name in ("app.json", "templates.json"):
        desk.put(f"물 공책/.obsidian/{name}", settings)
    assert "여울" in {note.name for note in notes_in(deck(desk, "물 공책/지형"))}


def test_a_template_that_is_named_is_read(desk: Project) -> None:
    desk.put("물 공책/틀 [옛]/뿌리.md", ROOT_NOTE)
    assert "뿌리털" not in {note.name for note in notes_in(deck(desk, "물 공책"))}
    desk.put("물 공책/틀 [옛]/하루.md", LEAF)
    assert {"뿌리털", "기공"} == {note.name for note in notes_in(deck(desk, "물 공책/틀 [옛]"))}


def links(desk: Project, source: str) -> set[str]:
    found = (LINK.search(card.back) for note in notes_in(deck(desk, source)) for card in note.cards)
    return {hit[1] for hit in found if hit}


def test_cards_lead_back_into_the_vault(desk: Project) -> None:
    desk.put('물 공책/강/50% & "물".md', LEAF)
    desk.put("deckbuilder.toml", 'links = "obsidian"\n')
    found = links(desk, "물 공책")
    assert all(link.isascii() and not set(link) & set(" \"'<>") for link in found)
    opened_by = {link.replace("&amp;", "&") for link in found}
    asked = [parse_qs(urlsplit(link).query, strict_parsing=True) for link in opened_by]
    assert {link.partition("?")[0] for link in opened_by} == {"obsidian://open"}
    assert {one["vault"][0] for one in asked} == {"물 공책"}
    assert {one["file"][0] for one in asked} == {"강/강의 상류", "지형/여울", '강/50% & "물"'}
    assert not links(desk, "맨 공책")


def test_a_repository_comes_before_the_vault(desk: Project) -> None:
    desk.put("deckbuilder.toml", 'links = "obsidian"\nrepository = "https://example.org/a"\n')
    assert all(link.startswith("https://example.org/a/blob/") for link in links(desk, "물 공책"))


def test_no_other_link_leads_into_a_vault(desk: Project) -> None:
    evil = "[이리](obsidian://open?vault=a&file=b) <a href='obsidian://open?vault=a&amp;file=b'>저리</a>"
    desk.put("물 공책/잎.md", LEAF + evil + "\n")
    desk.put("deckbuilder.toml", 'links = "obsidian"\n')
    (note,) = notes_in(deck(desk, "물 공책/잎.md"))
    assert "이리" in note.card.answer
    assert "저리" in note.card.answer
    assert "obsidian:" not in note.card.answer


def test_nothing_of_the_vault_but_places_is_in_a_guid(desk: Project) -> None:
    before = [(one.guid, one.fields) for one in notes_in(deck(desk, "물 공책"))]
    desk.put("물 공책/.obsidian/app.json", '{"newLinkFormat": "absolute"}')
    (desk.folder / "물 공책/.obsidian/workspace.json").unlink()
    (desk.folder / "다른 곳").mkdir()
    (desk.folder / "물 공책").rename(desk.folder / "다른 곳/물 공책")
    assert [(one.guid, one.fields) for one in notes_in(deck(desk, "다른 곳/물 공책"))] == before


def test_a_vault_in_an_archive_is_read_as_the_folder(desk: Project) -> None:
    with ZipFile(desk.folder / "물 공책.zip", "w") as archive:
        for name, content in {**SETTINGS, **NOTES}.items():
            archive.writestr(f"물 공책/{name}", content)
    assert told(deck(desk, "물 공책.zip")) == told(deck(desk, "물 공책"))
