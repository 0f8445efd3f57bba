"""Notes that were written in Word or in Google Docs."""

from __future__ import annotations

import base64
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest

from deckbuilder import word
from tests.support.collection import opened
from tests.support.machinery import told, traces
from tests.support.media import png
from tests.support.notes import LEAF
from tests.support.project import Project, built
from tests.support.worded import BULLETS, FIRST, bold, document, heading, paragraph, picture, run

converts = pytest.mark.skipif(find_spec("pypandoc") is None, reason="the extra `docx` is absent")
PLAIN = """# 물길

## 둑

물이 넘치지 않게 쌓은 언덕이다. 높이는 3~5m_쯤이다.

![](둑.png)

## 둑의 장점

- 마을이 잠기지 않는다.
- 흙-돌로 쉽게 쌓는다.

**수문**: 물을 가두었다가 흘려 보내는 문이다.
"""
# As Google Docs writes it with "Download, Markdown (.md)".
GOOGLE = f"""# **물길**

## **1\\. 둑**

물이 넘치지 않게 쌓은 언덕이다. 높이는 3\\~5m\\_쯤이다.

![][image1]

## **둑의 장점**

* 마을이 잠기지 않는다.  
* 흙\\-돌로 쉽게 쌓는다.

**수문**: 물을 가두었다가 흘려 보내는 문이다.

[image1]: <data:image/png;base64,{base64.b64encode(png()).decode()}>
"""  # noqa: W291


def written() -> bytes:
    """The same as Word writes it."""
    return document(
        heading("물길", FIRST),
        heading("둑"),
        paragraph(run("물이 넘치지 않게 쌓은 언덕이다. 높이는 3~5m_쯤이다.")),
        paragraph(picture("")),
        heading("둑의 장점"),
        *(
            paragraph(run(item), item=(BULLETS, 0))
            for item in ("마을이 잠기지 않는다.", "흙-돌로 쉽게 쌓는다.")
        ),
        paragraph(bold("수문"), run(": 물을 가두었다가 흘려 보내는 문이다.")),
        pictures={"image1.png": png()},
    )


@pytest.fixture
def desk(tmp_path: Path) -> Project:
    desk = Project(tmp_path)
    desk.put("맨것/필기.md", PLAIN)
    desk.put("맨것/둑.png", png())
    return desk


def is_read_as_its_twin(desk: Project, source: str, twin: str) -> None:
    deck = built(desk, source)
    with opened(deck) as anki:
        assert not list(traces(anki.notes()))
        assert png() in anki.media().values()
    assert told(deck) == told(built(desk, twin)) != []


@converts
@pytest.mark.parametrize(("source", "twin"), [("공책", "맨것"), ("공책/필기.docx", "맨것/필기.md")])
def test_a_word_document_is_read_as_its_twin(desk: Project, source: str, twin: str) -> None:
    desk.put("공책/필기.docx", written())
    desk.put("공책/~$필기.docx", b"\x05Student")
    is_read_as_its_twin(desk, source, twin)


@converts
def test_a_word_document_in_an_archive_is_read_as_its_twin(desk: Project) -> None:
    with ZipFile(desk.folder / "공책.zip", "w") as archive:
        archive.writestr("공책/필기.docx", written())
    is_read_as_its_twin(desk, "공책.zip", "맨것")


def test_a_download_of_google_docs_is_read_as_its_twin(desk: Project) -> None:
    desk.put("공책/필기.md", GOOGLE)
    is_read_as_its_twin(desk, "공책", "맨것")


def test_a_picture_in_an_address_that_no_card_can_show_is_told_of_once(desk: Project) -> None:
    desk.put("필기.md", GOOGLE.replace("image/png", "image/x-emf"))
    outcome = desk.here("build", "필기.md", "-o", "덱.apkg")
    assert outcome.err.count("warning") == outcome.err.count("is no picture, sound or film") == 1
    with opened(desk.folder / "덱.apkg") as anki:
        assert not list(traces(anki.notes()))


@converts
def test_a_document_that_cannot_be_read_is_left_out_of_a_folder(desk: Project) -> None:
    desk.put("공책/깨짐.docx", b"PK\x03\x04")
    desk.put("공책/잎.md", LEAF)
    outcome = desk.here("build", "공책", "-o", "덱.apkg")
    assert outcome.code == 0
    assert "warning: 공책/깨짐.docx: is left out, it cannot be read: " in outcome.err
    assert "save it once more as .docx" in outcome.err
    outcome = desk.here("build", "공책/깨짐.docx", "-o", "덱.apkg")
    assert outcome.code == 1
    assert "error: 공책/깨짐.docx: cannot be read: " in outcome.err


def test_without_the_extra_it_is_said_what_to_install(
    desk: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word, "find_spec", lambda _: None)
    desk.put("공책/필기.docx", written())
    outcome = desk.here("build", "공책/필기.docx", "-o", "덱.apkg")
    assert outcome.code == 1
    assert "pip install pypandoc-binary" in outcome.err
