"""What the cards of a note ask and answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.asked import asked
from tests.support.cases import Case, accept, load

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
