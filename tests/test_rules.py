"""Each rule takes what its case file says, and leaves the rest."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deckbuilder import reasons
from deckbuilder.extract import columns, doubts
from deckbuilder.extract.rules import RULES, Rule
from deckbuilder.model import Tier
from tests.support.cases import Case, CaseError, accept, load, reading, told

FOLDER = Path(__file__).parent / "rules"
CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in load(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_a_case(case: Case, request: pytest.FixtureRequest) -> None:
    result = list(told(reading(case.note)))
    if request.config.getoption("--accept") and result != list(case.expected):
        accept(case, result)
        pytest.skip("accepted")
    assert result == list(case.expected), f"{case.file}:{case.line}"


@pytest.mark.parametrize("rule", [rule.name for rule in RULES])
def test_each_rule_has_cases_where_it_fires_and_where_it_does_not(rule: str) -> None:
    cases = [case for case in CASES if case.file.stem == rule]
    assert any(rule in case.rules() for case in cases)
    assert any(rule not in case.rules() for case in cases)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_stands_back_behind_earlier_ones_that_are_made(rule: Rule) -> None:
    earlier = RULES[: RULES.index(rule)]
    assert rule.unless <= {other.name for other in earlier if other.tier < Tier.MAYBE}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_shows_the_markdown_that_it_takes(rule: Rule) -> None:
    shown = sys.modules[rule.find.__module__].__doc__ or ""
    assert "\n\n    " in shown


def test_each_doubt_is_told_in_words_and_has_a_case() -> None:
    notes = (reading(case.note) for case in CASES if case.file.stem == "doubts")
    met = {doubt for found in notes for unit in found.offered for doubt in unit.doubts}
    assert {name for name, *_ in doubts.DOUBTS} <= met == reasons.DOUBTS.keys()


SAYING = {
    "flows": "강물은 언제나 그 자리에 흐른다.",
    "thinks": "내가 물가에 서 있다고 하자.",
    "did": "나는 그날 노를 저었다.",
    "felt": "노를 젓는 일은 어려운 것 같다.",
    "felt in six syllables": "배가 큰 것 같다.",
    "felt in five": "배 큰 것 같다.",
    "lights": "안개 너머의 작은 불빛",
    "item": "- 물가의 오래된 배",
}


@pytest.mark.parametrize(
    ("said", "essay"),
    [
        ({"flows": 20, "did": 2, "felt": 2}, True),
        ({"flows": 20, "thinks": 1, "did": 2, "felt": 1}, True),
        ({"flows": 20, "thinks": 2, "did": 1, "felt": 1}, False),  # too little that has been
        ({"flows": 20, "did": 2, "felt": 1}, False),  # three sentences are too few
        ({"flows": 20, "did": 2, "felt": 1, "felt in six syllables": 1}, True),
        ({"flows": 20, "did": 2, "felt": 1, "felt in five": 1}, False),  # no sentence
        ({"flows": 95, "did": 2, "felt": 2}, True),
        ({"flows": 97, "did": 2, "felt": 2}, False),  # fewer than one in 25
        ({"flows": 14, "did": 2, "felt": 2, "lights": 11}, True),
        ({"flows": 14, "did": 2, "felt": 2, "lights": 13}, False),  # no sentences
        ({"flows": 20, "did": 2, "felt": 2, "item": 4}, True),
        ({"flows": 20, "did": 2, "felt": 2, "item": 6}, False),  # too many items
    ],
)
def test_an_essay_is_told_by_who_stands_in_its_sentences(
    said: dict[str, int], *, essay: bool
) -> None:
    lines = [SAYING[name] for name, times in said.items() for _ in range(times)]
    note = "\n\n".join(["나루란 배를 대는 곳을 말한다.", *lines])
    assert any("opinion" in unit.doubts for unit in reading(note).offered) is essay


@pytest.mark.parametrize(
    ("head", "named"),
    [
        ("도구명", "도구"),
        ("도구이름", "도구"),
        ("나루명칭", "나루"),
        ("함수명", "함수"),
        ("편의시설명", "편의시설"),
        ("설명", ""),
        ("기능설명", ""),
        ("평균수명", ""),
        ("이름", ""),
        ("쓰임", ""),
    ],
)
def test_what_a_head_calls_the_things_that_it_names(head: str, named: str) -> None:
    assert columns.named_by(head) == named


def test_every_case_file_belongs_to_a_rule() -> None:
    names = {rule.name for rule in RULES} | {
        "attributes",
        "author",
        "doubts",
        "labels",
        "noise",
        "outline",
    }
    assert {file.stem for file in FOLDER.glob("*.md")} <= names


NOTE = "````markdown\n# 가\n````\n"
UNITS = "````units\n- 1 heading\n````\n"


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        (f"## 하나\n{NOTE}{UNITS}## 하나\n{NOTE}{UNITS}", 8, "used twice"),
        (f"## 하나\n{UNITS}", 2, "````markdown"),
        (f"## 하나\n{NOTE}", 5, "````units"),
        ("## 하나\n````markdown\n# 가\n", 2, "never closed"),
        (f"## 하나\n{NOTE}{UNITS}여기는 뭘까\n", 8, "outside a case"),
    ],
)
def test_a_case_file_that_cannot_be_read_is_refused(
    tmp_path: Path, text: str, line: int, hint: str
) -> None:
    file = tmp_path / "case.md"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=hint) as caught:
        load(file)
    assert str(caught.value).startswith(f"{file}:{line}: ")
