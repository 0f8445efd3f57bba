"""However a note and its name are encoded, the deck is the same."""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Callable

import pytest

from deckbuilder.sources.encoding import decode
from tests.support.collection import notes_in
from tests.support.command import Desk

# Nothing in it that CP949 lacks; a folder and a note of one name, so that the names are compared.
NOTES = {
    "식물/식물.md": """---
title: 식물
tags: [봄, 여름 학기]
deck: 생물::식물
---
# 식물

## 낱말

### 기공(氣孔, Stoma)
잎 뒷면에 난 작은 구멍으로, 기체가 드나든다.

## 잎의 특징
- 햇빛을 받도록 “넓다”.
- 뒷면에 구멍이 많다.

```text
첫째 줄
    둘째 줄
```
""",
    "식물/갈래/꽃 피는 것.md": """# 꽃 피는 것

## 겉씨식물과 속씨식물의 차이
| 기준 | 겉씨식물 | 속씨식물 |
| --- | --- | --- |
| 밑씨 | 드러나 있다 | 씨방에 싸여 있다 |

## 왜 꽃은 향기를 낼까?
벌레를 불러 꽃가루를 나르게 하려고.
""",
}


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


TEXTS: dict[str, Callable[[str], bytes]] = {
    "UTF-8 with BOM": lambda text: text.encode("utf-8-sig"),
    "UTF-16 LE with BOM": lambda text: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
    "UTF-16 BE with BOM": lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    "CP949": lambda text: text.encode("cp949"),
    "a stray control character, as input methods leave": lambda text: f"{text}\b".encode(),
    "CRLF": lambda text: text.replace("\n", "\r\n").encode(),
    "CR": lambda text: text.replace("\n", "\r").encode(),
    "NFD": lambda text: nfd(text).encode(),
    "Windows: CP949, CRLF": lambda text: text.replace("\n", "\r\n").encode("cp949"),
    "Windows: UTF-16, CRLF": lambda text: text.replace("\n", "\r\n").encode("utf-16"),
    "macOS: NFD, BOM, CRLF": lambda text: nfd(text).replace("\n", "\r\n").encode("utf-8-sig"),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
}
NAMES: dict[str, Callable[[str], str]] = {
    "NFD file and folder names": nfd,
    "upper-case suffix": lambda name: name.replace(".md", ".MD"),
}

Deck = list[tuple[str, str, tuple[str, ...], tuple[str, ...], str]]


def built(
    desk: Desk,
    text_as: Callable[[str], bytes] = str.encode,
    name_as: Callable[[str], str] = str,
) -> Deck:
    """What a student finds in Anki: GUIDs, note types, fields, tags, decks, in their order."""
    for name, text in NOTES.items():
        desk.put(name_as(name), text_as(text))
    deck = desk.deck(name_as("식물"), "--strict")
    return [
        (stored.guid, stored.note_type, stored.fields, stored.tags, stored.card.deck)
        for stored in notes_in(deck)
    ]


@pytest.fixture(scope="module")
def plain(new_desk: Callable[[], Desk]) -> Deck:
    """The deck of the notes as UTF-8 with LF, composed."""
    return built(new_desk())


def test_the_plain_deck_holds_all_of_the_notes(plain: Deck) -> None:
    assert {fields[0] for _, _, fields, _, _ in plain} >= {
        "기공",
        "잎의 특징",
        "겉씨식물과 속씨식물의 차이",
        "왜 꽃은 향기를 낼까?",
    }
    assert {deck for *_, deck in plain} == {"식물::생물::식물", "식물::갈래::꽃 피는 것"}


@pytest.mark.parametrize("text_as", TEXTS.values(), ids=TEXTS.keys())
def test_the_encoding_changes_nothing(
    desk: Desk, plain: Deck, text_as: Callable[[str], bytes]
) -> None:
    assert built(desk, text_as=text_as) == plain


# What is text, and what is none, however short it is: on both sides of each limit.
TEXT = {
    "a trace of an input method in a short note": "기공\b: 구멍이다".encode(),
    "three of them": "가\b나\b다\b".encode(),
    "what was pasted, one in fifty characters": ("가" * 49 + "\x02").encode(),
    "the same in a long note": ("가" * 4998 + "\x02" * 10).encode(),
    "colours of a terminal": "```\n\x1b[31m붉다\x1b[0m\n```".encode(),
    "nothing": b"",
}
NO_TEXT = {
    "four traces of an input method": "가\b나\b다\b라\b".encode(),
    "what was pasted, one in forty-nine": ("가" * 48 + "\x02").encode(),
    "too much of it in a long note": ("가" * 4998 + "\x02" * 11).encode(),
    "the head of a PNG": b"\x89PNG\r\n\x1a\n",
    "the head of a GIF": b"GIF89a\x10\x10",
    "the head of a zip file": b"PK\x03\x04\x14",
    "the head of a program": b"\x7fELF\x02\x01\x01",
    "the head of a Python cache": b"\xa7\r\r\n\x01\x02",
    "one control character": b"\x01",
}


@pytest.mark.parametrize("data", TEXT.values(), ids=TEXT.keys())
def test_text_with_a_few_control_characters_is_text(data: bytes) -> None:
    text, why = decode(data)
    assert (text is not None, why) == (True, "")


@pytest.mark.parametrize("data", NO_TEXT.values(), ids=NO_TEXT.keys())
def test_what_is_binary_is_no_text_however_short(desk: Desk, data: bytes) -> None:
    assert decode(data)[0] is None
    desk.put("쪽지.md", data)
    outcome = desk.build("쪽지.md")
    assert outcome.code == 1
    assert "쪽지.md: is no text: " in outcome.err


@pytest.mark.parametrize("name_as", NAMES.values(), ids=NAMES.keys())
def test_the_form_of_the_names_changes_nothing(
    desk: Desk, plain: Deck, name_as: Callable[[str], str]
) -> None:
    assert built(desk, name_as=name_as) == plain


def test_a_folder_named_in_nfd_is_not_set_apart_from_a_note_of_its_name(desk: Desk) -> None:
    note = "# 식물\n\n## 낱말\n\n### {}\n이 낱말을 풀이하는 글이다.\n"
    for name in ("식물", "둘째"):
        desk.put(f"{nfd('식물')}/{name}.md", note.format(f"{name} 것"))
    decks = {stored.card.deck for stored in notes_in(desk.deck(nfd("식물")))}
    assert decks == {"식물"}
