"""The guide for who writes notes: each of its examples makes the cards that stand below it.

Below a note stand all of its cards in a table, or the first ones and how many there are more, or
that it makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from deckbuilder import config
from tests.support.asked import asked
from tests.support.command import ROOT, Desk

GUIDE = ROOT / "docs/필기-안내.md"
EXAMPLE = re.compile(
    r"^```markdown\n(?P<note>.*?\n)```\n\n?"
    r"(?P<cards>카드는 나오지 않습니다\.\n"
    r"|(?:\|[^\n]*\n)*(?:\n?이런 카드가 (?P<more>\d+)장 더 나옵니다\.\n)?)",
    re.M | re.S,
)
HEAD = "| 앞면 | 뒷면 |\n| --- | --- |\n"
NONE = "카드는 나오지 않습니다.\n"


@dataclass(frozen=True)
class Example:
    """A note of the guide and what stands below it."""

    note: str
    cards: str
    more: int

    def table(self, made: Sequence[tuple[str, str]]) -> str:
        """What has to stand there; the guide says how many of the cards it does not show."""
        shown = made[: len(made) - self.more] if self.more else made
        rows = "".join(f"| {front} | {back} |\n" for front, back in shown)
        rest = f"\n이런 카드가 {self.more}장 더 나옵니다.\n" if self.more else ""
        return f"{HEAD}{rows}{rest}" if made else NONE


def examples(text: str) -> list[Example]:
    return [
        Example(hit["note"], hit["cards"], int(hit["more"] or 0)) for hit in EXAMPLE.finditer(text)
    ]


def cards(lines: Sequence[str]) -> list[tuple[str, str]]:
    """The fronts and backs of a note's cards, without the place that stands above a front."""
    sides = [line.split(" ? " if at % 2 == 0 else " = ", 1)[1] for at, line in enumerate(lines)]
    fronts = [side.partition(" / ")[2] for side in sides[::2]]
    return list(zip(map(cell, fronts), map(cell, sides[1::2]), strict=True))


def cell(side: str) -> str:
    """A side in a cell: boxes, items and rows on lines of their own, formulas as in notes."""
    side = re.sub(r"\\\((.+?)\\\)", r"$\1$", side)
    said = side.removesuffix(" ‖").replace(" ‖ ", "<br>").replace(" | ", " — ")
    said = re.sub(r"(?: / )?• ", "<br>• ", said).replace(" / ", "<br>")
    return re.sub(r"\s*<br>", "<br>", said).removeprefix("<br>")


def accepted(text: str, tables: Iterator[str]) -> str:
    """The guide with these tables; a new one is followed by a blank line."""
    return EXAMPLE.sub(
        lambda hit: (
            f"```markdown\n{hit['note']}```\n\n{next(tables)}" + ("" if hit["cards"] else "\n")
        ),
        text,
    )


def test_each_example_makes_the_cards_below_it(request: pytest.FixtureRequest) -> None:
    text = GUIDE.read_text("utf-8")
    found = examples(text)
    assert len(found) == text.count("```markdown\n") > 10
    made = [cards(lines) for lines in asked([example.note for example in found])]
    told = [example.table(one) for example, one in zip(found, made, strict=True)]
    if request.config.getoption("--accept"):
        GUIDE.write_text(accepted(text, iter(told)), encoding="utf-8")
    for example, table in zip(found, told, strict=True):
        assert example.cards == table, example.note


def test_its_settings_are_sound(desk: Desk) -> None:
    (settings,) = re.findall(r"^```toml\n(.*?)^```", GUIDE.read_text("utf-8"), re.M | re.S)
    assert config.load(desk.put("deckbuilder.toml", settings), desk.folder) != config.Config()


def test_its_links_lead_to_its_headings() -> None:
    text = GUIDE.read_text("utf-8")
    headings = [line[3:].replace(" ", "-") for line in text.split("\n") if line.startswith("## ")]
    assert set(re.findall(r"\]\(#(.+?)\)", text)) <= set(headings)


def test_a_card_as_a_row() -> None:
    assert cell("어느 것? / 벽이 있다 / • 하나 • 둘") == "어느 것?<br>벽이 있다<br>• 하나<br>• 둘"
    assert cell("기준 | 갑 ‖ 벽 | 있다 ‖") == "기준 — 갑<br>벽 — 있다"
