"""A rule's tier follows from what of it is kept, and that is measured."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from deckbuilder.extract.rules import RULES, Rule
from deckbuilder.model import ENOUGH, Tier, Yield
from tests.yields.__main__ import main
from tests.yields.measuring import added, measured
from tests.yields.table import FILE, told, written, wrong

MADE = 1000
# Says "ok" where the card's front holds the gold's name; as the corpus's own, in its names.
SCORER = """
class Card:
    def __init__(self, front, back):
        self.front = front
class Unit:
    def __init__(self, row, lines):
        self.name, self.core = row["name"], row["core"]
        assert row["name"] in "".join(lines)
    def meet(self, others):
        assert self in others
    def match(self, card):
        return "ok" if self.name in card.front else None
"""
NOTE = """### 교목
줄기가 곧고 높이 자라는 나무이다.

### 관목
밑동에서 가지가 여럿 나는 나무이다.

### 덩굴
다른 것을 감고 오르는 나무이다.
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_tier_follows_from_the_yield_or_the_table_says_why_not(rule: Rule) -> None:
    follows = rule.measured.tier
    assert bool(rule.despite) == (follows not in (None, rule.tier))


@pytest.mark.parametrize(("tier", "least"), [(Tier.SURE, 750), (Tier.LIKELY, 600)])
def test_a_tier_begins_at_its_least_share(tier: Tier, least: int) -> None:
    assert Yield(MADE, least).tier == Yield(MADE, 0, least).tier == tier
    assert Yield(MADE, least - 1).tier == tier + 1


def test_of_a_few_units_no_tier_follows() -> None:
    assert Yield(ENOUGH).tier == Tier.MAYBE
    assert Yield(ENOUGH - 1).tier is None
    assert Yield(0).share == 0


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    gold = [("교목", True), ("관목", False)]
    rows = [json.dumps({"name": name, "core": core}) for name, core in gold]
    for folder in ("dev", "shut"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "나무.md").write_text(NOTE, encoding="utf-8")
        (tmp_path / folder / "나무.gold.jsonl").write_text("\n".join(rows), encoding="utf-8")
        (tmp_path / folder / "없다.md").write_text(NOTE, encoding="utf-8")  # not annotated
    return tmp_path


def test_core_and_optional_units_count_and_others_do_not(corpus: Path) -> None:
    found = measured(corpus / "dev", corpus / "score.py", jobs=1)
    assert found["term"] == Yield(3, core=1, optional=1)


def test_the_third_unit_for_the_same_does_not_count(corpus: Path) -> None:
    more = "\n## 나루\n배가 닿는 곳이다.\n".join(
        f"## {name}교목\n{name} 달에 꽃이 피는 나무이다.\n" for name in ("유월", "칠월")
    )
    (corpus / "dev" / "나무.md").write_text(f"{NOTE}\n{more}", encoding="utf-8")
    found = measured(corpus / "dev", corpus / "score.py", jobs=1)
    assert found["term"] == Yield(6, core=2, optional=1)


def test_what_is_offered_is_measured_and_what_has_a_doubt_by_its_doubt(corpus: Path) -> None:
    offered = "교목은 줄기를 곧게 뻗어 높이 자라는 것이다."
    doubtful = "## 연습문제\n### 관목\n가지가 여럿 나는 나무이다."
    (corpus / "dev" / "나무.md").write_text(f"{offered}\n\n{doubtful}\n", encoding="utf-8")
    found = measured(corpus / "dev", corpus / "score.py", jobs=1)
    assert found == {"loose": Yield(1, core=1), "?exercise": Yield(1, optional=1)}


def test_the_command_measures_both_folders_and_tells_what_is_true_no_more(
    corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(corpus), "--jobs=1"]) == 0
    assert main([str(corpus), "--jobs=1", "--check"]) == 1
    out = capsys.readouterr().out
    assert re.search(r"^\| term \| sure \| 3, 1, 1 \| 3, 1, 1 \| 6, 2, 2 \| 0\.67 \|", out, re.M)
    assert re.search(r"^- term: the table says .*, and it is Yield\(6, 2, 2\)", out, re.M)


def test_the_command_names_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path)]) == 2
    assert "score.py" in capsys.readouterr().err


def test_a_row_is_true_within_rounding() -> None:
    row = Rule("term", lambda _: iter(()), Tier.SURE, Yield(MADE, 800))
    assert list(wrong([row], {"term": Yield(MADE, 810)})) == []
    assert len(list(wrong([row], {"term": Yield(MADE, 811)}))) == 1
    assert list(wrong([row], {"term": Yield(1100, 880)})) == []
    assert len(list(wrong([row], {"term": Yield(1101, 881)}))) == 1
    assert len(list(wrong([row], {}))) == 1


def test_each_row_is_written_anew_and_nothing_else() -> None:
    source = FILE.read_text(encoding="utf-8")
    new = Yield(9, 8, 1)
    for rule in RULES:
        changed = written(source, {rule.name: new})
        assert changed.count(told(new)) == 1
        assert f'"{rule.name}"' in changed[: changed.index(told(new))].split("Rule(")[-1]
    assert (
        written(source, {rule.name: rule.measured for rule in RULES if rule.measured.made})
        == source
    )
    assert added({"term": new}, {"term": new}) == {"term": Yield(18, 16, 2)}
