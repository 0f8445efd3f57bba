"""What `take = "few"` leaves out: units that something makes less sure, on both sides of each."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckbuilder import api
from deckbuilder.extract.doubts.caveats import CAVEATS
from deckbuilder.model import Document, Take, Unit
from deckbuilder.reasons import CAVEATS as SAID

SAYING = "너른 들을 지나온 강물이 갯가에 이르러 바닷물에 섞이는 곳 "


def syllables(number: int) -> str:
    """A text of so many syllables of Hangul."""
    letters = [letter for letter in SAYING * (number // 10 + 1) if letter != " "][:number]
    return " ".join("".join(letters[at : at + 5]) for at in range(0, number, 5))


# A note for what makes its unit less sure, and one that falls just short of it.
NOTES: dict[str, tuple[str, str]] = {
    "told": (
        "## 기수역\n강물과 바닷물이 섞였다.\n",
        "## 기수역\n강물과 바닷물이 섞인다.\n",
    ),
    "long-name": (
        "## 너른 강물 윗목 나루\n배가 물을 건너려고 닿는 곳\n",
        "## 너른 강물 나루\n배가 물을 건너려고 닿는 곳\n",
    ),
    "long": (f"## 기수역\n{syllables(161)}\n", f"## 기수역\n{syllables(160)}\n"),
    "no-korean": ("## 기수역\nH2O + NaCl\n", "## 기수역\nH2O + NaCl, 곧 짠물\n"),
    "formulas": (
        "## 유속\n물이 흐르는 빠르기 $v$, 거리 $s$를 시간 $t$로 나눈 값\n",
        "## 유속\n물이 흐르는 빠르기, 거리 $s$를 시간 $t$로 나눈 값\n",
    ),
    "asks": (
        "## 기수역\n강물과 바닷물이 섞이는 곳 (어디?)\n",
        "## 기수역\n강물과 바닷물이 섞이는 곳 (어디!)\n",
    ),
}


def made(note: str, take: Take) -> tuple[Unit, ...]:
    """What is made of a note."""
    return api.read(Document("note.md", Path("note.md"), ("note",), note), take).units


def test_each_caveat_is_told_in_words_and_has_a_case() -> None:
    assert [name for name, _ in CAVEATS] == list(SAID) == list(NOTES)


@pytest.mark.parametrize("caveat", NOTES)
@pytest.mark.parametrize("beyond", [True, False], ids=["beyond", "within"])
def test_few_leaves_out_what_something_makes_less_sure(caveat: str, *, beyond: bool) -> None:
    note = NOTES[caveat][not beyond]
    (unit,) = made(note, "usual")
    assert unit.caveats == ((caveat,) if beyond else ())
    assert bool(made(note, "few")) is not beyond
