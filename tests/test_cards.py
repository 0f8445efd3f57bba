"""What the cards of a note ask and answer."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.asked import asked, in_anki
from tests.support.cases import Case, accept, load
from tests.support.collection import shown

FOLDER = Path(__file__).parent / "cards"
CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in load(file, "cards")]


@pytest.fixture(scope="module")
def shown_cards() -> dict[Case, list[str]]:
    """The cards of all cases, from one deck."""
    return dict(zip(CASES, asked([case.note for case in CASES]), strict=True))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_a_case(
    case: Case, shown_cards: dict[Case, list[str]], request: pytest.FixtureRequest
) -> None:
    result = shown_cards[case]
    if request.config.getoption("--accept") and result != list(case.expected):
        accept(case, result)
        pytest.skip("accepted")
    assert result == list(case.expected), f"{case.file}:{case.line}"


# --- long lists -----------------------------------------------------------------------------------

# How many items a list has, and how many cards each of the notes that ask for them.
SHARES = {4: [], 5: [5], 19: [19], 20: [20], 21: [20, 1], 40: [20, 20], 45: [20, 20, 5]}


@pytest.mark.parametrize(("count", "shares"), SHARES.items())
def test_each_item_of_a_long_list_has_one_card(count: int, shares: list[int]) -> None:
    rows = "".join(f"{at}. 걸음{at}을 뗀다\n" for at in range(1, count + 1))
    (found,) = in_anki([f"## 춤추는 순서\n{rows}"])
    whole, *asking = found
    assert len(whole.card.items) == count
    assert [len(note.cards) for note in asking] == shares
    assert len({note.guid for note in found}) == len(found)
    cards = [card for note in asking for card in note.cards]
    for at, card in enumerate(cards, start=1):
        near = [number for number in (at - 1, at + 1) if 1 <= number <= count]
        assert re.findall(r"걸음(\d+)", shown(card.front)) == [str(number) for number in near]
        assert f"{count}가지" in shown(card.front)
        start = re.search(r'<ol(?: start="(\d+)")?>(<li class="more">)?', card.front)
        assert start
        first = int(start[1] or 1) + bool(start[2])  # what is left out has a number, too
        assert first == max(1, at - 1)  # the steps keep their numbers
        assert re.search(rf'class="cloze"[^>]*>걸음{at}을', card.back)
