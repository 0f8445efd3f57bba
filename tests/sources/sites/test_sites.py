"""Sites in the shape in which their generators want them, and their plain twins."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.collection import notes_in, opened
from tests.support.machinery import told, traces
from tests.support.media import png
from tests.support.project import Project, built

HERE = Path(__file__).parent
HEAD = re.compile(r"\A(?:---\n.*?\n---|\+\+\+\n.*?\n\+\+\+)\n", re.S)


class Site(NamedTuple):
    """A site: its notes and the places of their twins, in order, and where the pictures lie."""

    notes: Mapping[str, str]
    pictures: Mapping[str, str]
    part: str
    """One of its folders, to be built alone."""


SITES = {
    "jekyll": Site(
        {
            "_posts/2024-02-03-저수지.md": "저수지.md",
            "_posts/하천/2024-01-02-수문.md": "하천/수문.md",
            "_posts/하천/2024-01-15-둑.md": "하천/둑.md",
            "docs/보.md": "보.md",
        },
        {"assets/images/둑.png": "하천/둑.png"},
        "_posts/하천",
    ),
    "hugo": Site(
        {
            "content/저수지.md": "저수지.md",
            "content/하천/둑/index.md": "하천/둑/index.md",
            "content/하천/수문.md": "하천/수문.md",
        },
        {"content/하천/둑/둑.png": "하천/둑/둑.png", "static/images/수문.png": "하천/수문.png"},
        "content/하천",
    ),
    "docusaurus": Site(
        {
            "blog/2024-03-02-어도/index.mdx": "blog/어도/index.md",
            "docs/저수지.md": "저수지.md",
            "docs/하천/둑.mdx": "하천/둑.md",
            "docs/하천/수문.md": "하천/수문.md",
        },
        {"static/img/둑.png": "하천/둑.png"},
        "docs/하천",
    ),
    "vitepress": Site(
        {
            "docs/저수지.md": "저수지.md",
            "docs/하천/둑.md": "하천/둑.md",
            "docs/하천/수문.md": "하천/수문.md",
        },
        {"docs/public/둑.png": "하천/둑.png"},
        "docs/하천",
    ),
    "gitbook": Site(
        {
            "README.md": "물길 노트/README.md",
            "undefined/undefined-1.md": "하천/둑(제방).md",
            "undefined/README.md": "하천/수문/README.md",
            "undefined/undefined (1).md": "하천/수문/배가 다니는 문.md",
            "undefined-2.md": "저수지.md",
        },
        {".gitbook/assets/image (2).png": "하천/둑.png"},
        "undefined",
    ),
}


@pytest.fixture(params=SITES)
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Project:
    """A site, and its plain twin: the same text in folders of the same names."""
    desk = Project(tmp_path)
    site = SITES[request.param]
    shutil.copytree(HERE / request.param, tmp_path / "물길")
    for note, twin in site.notes.items():
        text = (HERE / request.param / note).read_text(encoding="utf-8")
        head = HEAD.match(text)
        title = re.search(r"^title\b.*?[:=] *\"?([가-힣]+)", head[0], re.M) if head else None
        said = f"title: {title[1]}\n" if title else ""
        said += "tags: [토목]\n" if head and "토목" in head[0] else ""
        body = HEAD.sub(f"---\n{said}---\n" if said else "", text)
        body = re.sub(r"!\[(.*?)\]\(.*\)", r"![\1](\1.png)", body)
        desk.put(f"맨것/{twin}", body.replace("\\", ""))
    for at, (picture, twin) in enumerate(site.pictures.items()):
        desk.put(f"물길/{picture}", png(at))
        desk.put(f"맨것/{twin}", png(at))
    return desk


def test_a_site_is_read_as_its_plain_twin(desk: Project) -> None:
    site, plain = built(desk, "물길"), built(desk, "맨것")
    assert sorted(told(site)) == sorted(told(plain)) != []
    with opened(site) as anki:
        assert not list(traces(anki.notes()))
        assert png() in anki.media().values()


def test_a_site_in_an_archive_is_read_as_the_folder(desk: Project) -> None:
    shutil.make_archive(str(desk.folder / "물길"), "zip", desk.folder, "물길")
    assert told(built(desk, "물길.zip")) == told(built(desk, "물길")) != []


def test_a_post_alone_and_a_folder_are_read_as_in_the_whole(
    desk: Project, request: pytest.FixtureRequest
) -> None:
    site = SITES[request.node.callspec.params["desk"]]
    whole = {note.name: note.fields for note in notes_in(built(desk, "물길"))}
    for part in (site.part, *site.notes):
        found = notes_in(built(desk, f"물길/{part}"))
        assert found
        for note in found:
            assert note.name in whole
            assert not list(traces([note]))


def test_notes_stand_in_the_order_of_the_site(
    desk: Project, request: pytest.FixtureRequest
) -> None:
    site = SITES[request.node.callspec.params["desk"]]
    found = [note.name for note in notes_in(built(desk, "물길"))]
    files = [notes_in(built(desk, f"물길/{part}"))[0].name for part in site.notes]
    assert [name for name in found if name in files] == files
