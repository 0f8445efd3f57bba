"""Every line of which it is claimed that it is on a card can be read on one, in real Anki."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from deckbuilder import api
from deckbuilder.model import CardSettings
from deckbuilder.notes.asking import notes as made
from tests.strategies import document, notes
from tests.support.claims import Claim, claims, false
from tests.support.collection import Anki, opened
from tests.support.command import ROOT
from tests.support.packed import added

OWN = sorted((ROOT / "notes").glob("*.md"))


@pytest.fixture(scope="module")
def anki() -> Iterator[Anki]:
    """One collection for all notes, which are taken out again."""
    with opened() as anki:
        yield anki


def claimed(anki: Anki, source: str) -> list[Claim]:
    """What is claimed of a note's lines, with the cards of the note in Anki."""
    reading = api.read(document(source))
    deck = made([reading], "덱", CardSettings())
    return list(claims([reading], deck, added(anki, deck))) if deck else []


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.stem)
def test_the_notes_of_this_repository(anki: Anki, file: Path) -> None:
    found = claimed(anki, file.read_text(encoding="utf-8"))
    assert found
    assert false(found) == []


@given(source=notes())
def test_generated_notes(anki: Anki, source: str) -> None:
    assert false(claimed(anki, source)) == []


# --- found by it and mended -----------------------------------------------------------------------

# Too much for a card.
LONG = "\n\n".join(["독을 빚고 함지를 파던 사람들은 마을을 돌며 그릇을 판다."] * 40)
# A line each that the cards of its note did not show whole, or not at all.
FOUND = {
    "the corner of a table that compares its columns": """\
## 밀과 보리의 차이
| 자라는 때 | 밀 | 보리 |
| --- | --- | --- |
| 심기 | 늦가을에 심는다 | 초가을에 심는다 |
| 거두기 | 초여름에 거둔다 | 늦봄에 거둔다 |
""",
    "the corner of a table that compares its rows": """\
## 등불
| 구분 | 밝기 | 쓰는 곳 |
| --- | --- | --- |
| 촛불 | 어둡다 | 방 안에 둔다 |
| 횃불 | 밝다 | 길에 들고 나간다 |
""",
    "a sentence between a table and the name that it is asked by": """\
## 등불
밤을 밝히려고 켠다.

등불은 두 가지 종류가 있다.

| | 촛불 | 횃불 |
| --- | --- | --- |
| 밝기 | 어둡다 | 밝다 |
| 쓰는 곳 | 방 안에 둔다 | 길에 들고 나간다 |
""",
    "what stands behind the label of a list": """\
## 절구
- 쓰임: 찧기, 빻기, 떡메치기
  - 찧기 : 곡식의 껍질을 벗긴다.
  - 빻기 : 곡식을 가루로 만든다.
""",
    "what stands behind the names of parts with long sections": f"""\
## 그릇
### 옹기 그릇 : 항아리, 뚝배기
{LONG}
### 나무 그릇 : 함지, 바가지
{LONG}
""",
}


@pytest.mark.parametrize("source", FOUND.values(), ids=FOUND)
def test_lines_that_were_on_no_card(anki: Anki, source: str) -> None:
    found = claimed(anki, source)
    assert found
    assert false(found) == []
