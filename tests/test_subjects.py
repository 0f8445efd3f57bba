"""The place on a card says what a note is about, and nothing of how its file is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuilder import api
from deckbuilder.model import CardSettings, Document
from deckbuilder.notes import asking
from deckbuilder.notes.subject import subject
from deckbuilder.notetypes import NOTE_TYPES

ID = "1f2e3d4c5b6a79880123456789abcdef"
# The path of a note, and what it is about.
PLACES = {
    "스택": "스택",
    "03. 도커": "도커",
    "3) 도커": "도커",
    "01-docker": "docker",
    "01_운영체제": "운영체제",
    "2-1 스택": "스택",
    "2-스택": "스택",
    "7 계층": "계층",
    "3-way handshake": "3-way handshake",
    "6.25 전쟁": "6.25 전쟁",
    "5대 영양소": "5대 영양소",
    "1984": "1984",
    "2024-11-04-jpa-dto": "jpa dto",
    "2024-11-04 물-불 관계": "물 불 관계",
    "2024.11.4. 스택": "스택",
    "241104_스택": "스택",
    "20241104 스택": "스택",
    "[2024-11-04] 스택": "스택",
    "물길/2024-11-04": "물길",
    "299999 스택": "299999 스택",
    "jpa-dto": "jpa-dto",
    "k-means": "k-means",
    "물길_정리": "물길 정리",
    "물길-정리": "물길 정리",
    f"정리 {ID}": "정리",
    f"물길 {ID}/{ID}": "물길",
    f"정리 {ID[:-1]}": f"정리 {ID[:-1]}",
    "스택.md": "스택",
    "Node.js": "Node.js",
    "경제/README": "경제",
    "경제/readme.ko": "경제",
    "2. 경제/index": "경제",
    "경제/_index": "경제",
    "경제/SUMMARY": "경제",
    "경제/Untitled 1": "경제",
    "경제/제목 없음": "경제",
    "경제/제목 없음 데이터베이스": "경제",
    "경제/docs/README": "경제",
    "경제/요약": "요약",
    "README": "",
    "2024-11-04": "",
}


@pytest.mark.parametrize(("path", "about"), PLACES.items())
def test_a_file_or_its_folder_says_what_a_note_is_about(path: str, about: str) -> None:
    assert subject(_document(path), "") == about


@pytest.mark.parametrize(
    ("title", "heading", "about"),
    [
        ("운영체제", "스택", "운영체제"),
        (None, "스택", "스택"),
        ("03. 도커", "", "도커"),
        ("2024-11-04 모임", "", "2024-11-04 모임"),
        ("7 계층", "", "7 계층"),
        ("README", "스택", "스택"),
        ("제목 없음", "README.md", "물길"),
        (f"스택 {ID}", "", "스택"),
        ("`push()`와 **스택**", "", "push()와 스택"),
        ("<span style='color: red;'>스택</span>의 <b>높이</b>", "", "스택의 높이"),
        ("List<String>과 a*b*c", "", "List<String>과 a*b*c"),
        ("snake_case와 __init__", "", "snake_case와 __init__"),
    ],
)
def test_a_title_comes_before_the_file(title: str | None, heading: str, about: str) -> None:
    assert subject(_document("물길", title), heading) == about


def test_a_readme_is_called_as_its_folder_and_known_by_its_file() -> None:
    text = "## 둑\n물이 넘치지 않게 쌓은 언덕이다.\n"
    (note,) = asking.notes([api.read(_document("2. 물길/README", text=text))], "덱", CardSettings())
    assert note.fields[NOTE_TYPES["definition"].fields.index("자리")] == "물길"
    assert note.fields[NOTE_TYPES["definition"].fields.index("출처")] == "2. 물길"
    assert note.deck == "덱::2. 물길"
    assert note.record.key.file == "2. 물길/README"


def test_a_note_that_is_about_nothing_is_placed_by_its_headings() -> None:
    text = "## 둑\n- 수문: 물을 가두었다가 흘려 보내는 문이다.\n- 둑길: 둑 위로 난 길이다.\n"
    found = asking.notes([api.read(_document("README", text=text))], "덱", CardSettings())
    places = {note.fields[NOTE_TYPES[note.note_type].fields.index("자리")] for note in found}
    assert places == {"", "둑"}


def _document(path: str, title: str | None = None, text: str = "") -> Document:
    return Document(f"{path}.md", Path(f"{path}.md"), tuple(path.split("/")), text, title=title)
