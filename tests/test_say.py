"""What an author says in comments and settings of how notes are read, and how it is taken up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuilder import api
from deckbuilder.model import ASKED_AS, Decision, Document
from deckbuilder.model.say import KINDS
from tests.strategies import MOST, document, notes
from tests.support.cases import reading
from tests.support.project import project

NOTE = "# 잎\n\n### 기공\n잎 뒷면에 난 작은 구멍이다.\n\n### 물관\n물이 올라가는 길이다.\n"
WRONG = {
    "<!-- deckbuilder: skp -->": ["'<!-- deckbuilder: skp -->' says nothing", "'skip'"],
    "<!-- deckbuilder: kind=lst -->": [
        "'<!-- deckbuilder: kind=lst -->' names no kind",
        "'kind=list'",
    ],
    "<!-- deckbuilder: kind=comparison -->": ["what stands there cannot be asked so"],
    "<!-- deckbuilder: ignore -->": [
        "'<!-- deckbuilder: ignore -->' names no code",
        "as in <!-- deckbuilder: ignore spelling -->",
    ],
    "<!-- deckbuilder: ignore acronym, speling -->": [
        "'<!-- deckbuilder: ignore speling -->' names no code of a remark",
        "did you mean 'spelling'?",
    ],
    "<!-- deckbuilder: ignore 오타 -->": ["ignore 오타", "`deckbuilder check --list` lists the"],
    "<!-- deckbuilder: -->": ["says nothing that deckbuilder knows"],
}


@pytest.mark.parametrize(("comment", "told"), WRONG.items(), ids=WRONG)
def test_a_comment_that_says_nothing_is_a_warning(
    tmp_path: Path, comment: str, told: list[str]
) -> None:
    desk = project(tmp_path, {"잎.md": NOTE.replace("### 기공", f"### 기공 {comment}")})
    said = desk.release().err
    assert "notes/잎.md:3: " in said
    assert all(words in said for words in told)


def test_a_comment_below_all_says_nothing(tmp_path: Path) -> None:
    desk = project(tmp_path, {"잎.md": f"{NOTE}\n<!-- deckbuilder: skip -->\n"})
    assert "notes/잎.md:9: '<!-- deckbuilder: skip -->' stands beside nothing" in desk.release().err
    desk.put("notes/잎.md", f"{NOTE}\n<!-- deckbuilder: ignore spelling -->\n")
    assert "'<!-- deckbuilder: ignore spelling -->' stands beside" in desk.release().err


def test_explain_says_what_its_author_left_out(tmp_path: Path) -> None:
    note = NOTE.replace("### 기공", "### 기공 <!-- deckbuilder: skip -->").replace(
        "### 물관", "### 물관 <!-- deckbuilder: kind=question -->"
    )
    desk = project(tmp_path, {"잎.md": note})
    said = desk.here("explain", "notes/잎.md").out
    assert "✗ left out: left out by its author: <!-- deckbuilder: skip -->" in said
    assert "→ question “물관” [question], chosen by its author" not in said
    assert "→ question “물관” [question], sure" in said


def test_a_note_that_its_author_skips_is_no_matter(tmp_path: Path) -> None:
    skipped = NOTE.replace("# 잎\n", "# 잎 <!-- deckbuilder: skip -->\n")
    desk = project(tmp_path, {"잎.md": skipped, "뿌리.md": NOTE.replace("잎", "뿌리")})
    assert desk.here("build", "--strict").code == 0


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("kindz = false", "unknown key 'habits.kindz'; did you mean 'kinds'?"),
        ('"가" = false', "unknown key 'habits.가'; known keys are question, contrast"),
        ("kinds = 1", "'habits.kinds' cannot be used; write true or false: kinds = true"),
    ],
)
def test_a_habit_that_is_none_is_told(tmp_path: Path, line: str, why: str) -> None:
    desk = project(tmp_path, {"잎.md": NOTE}, f'sources = ["notes"]\n[habits]\n{line}\n')
    for command in (["build"], ["explain", "notes/잎.md"]):
        outcome = desk.here(*command)
        assert (outcome.code, why in outcome.err) == (2, True), outcome.said


def test_a_habit_is_switched_off(tmp_path: Path) -> None:
    parts = "# 줄기\n\n## 길\n- 물관: 물이 올라가는 길\n- 체관: 양분이 내려가는 길\n"
    on, off = "[habits]\nkinds = true\n", "[habits]\nkinds = false\n"
    said = []
    for number, habits in enumerate(("", on, off)):
        desk = project(tmp_path / str(number), {"줄기.md": parts}, f'sources = ["notes"]\n{habits}')
        said.append("→ comparison" in desk.here("explain", "notes/줄기.md").out)
    assert said == [True, True, False]


def test_explain_says_that_a_habit_is_switched_off(tmp_path: Path) -> None:
    note = f"{NOTE}\n세포란 생물의 몸을 이루는 가장 작은 단위이다.\n"
    off = 'sources = ["notes"]\n[habits]\nsentence = false\nterm = false\nkinds = false\n'
    desk = project(tmp_path, {"잎.md": note}, off)
    said = desk.here("explain", "notes/잎.md:9").out
    assert "× definition “세포” [sentence] is not made: its habit is switched off" in said
    assert "✗ left out: what a habit finds that is switched off: [habits] in the settings" in said
    said = desk.here("explain", "notes/잎.md:6").out
    assert "✗ left out: what a habit finds that is switched off" in said


# --- whatever is said -----------------------------------------------------------------------------


COMMENTS = st.sampled_from(["skip", *(f"kind={kind}" for kind in KINDS), "ignore a", "?"])


@settings(max_examples=MOST // 4)
@given(notes(), st.lists(st.tuples(st.integers(0, 40), st.booleans(), COMMENTS), max_size=4))
def test_every_line_has_its_account(source: str, said: list[tuple[int, bool, str]]) -> None:
    lines = source.split("\n")
    for at, alone, comment in said:
        at = min(at, len(lines) - 1)  # noqa: PLW2901
        text = f"<!-- deckbuilder: {comment} -->"
        lines[at : at + 1] = [text, lines[at]] if alone else [f"{lines[at]} {text}"]
    _is_accounted("\n".join(lines), {})


DECISIONS = st.builds(
    Decision,
    st.sampled_from(["", "take", "leave"]),
    st.sampled_from(["", "가"]),
    st.sampled_from(["", *ASKED_AS]),
)


@settings(max_examples=MOST // 4)
@given(notes(), st.lists(DECISIONS, min_size=1, max_size=6))
def test_what_is_chosen_does_nothing_to_the_rest(source: str, decisions: list[Decision]) -> None:
    before = api.read(document(source))
    chosen = dict(enumerate(decisions[: len(before.proposals)]))
    after = api.read(document(source), decisions=chosen)
    _is_accounted(source, chosen)
    about = {before.proposals[at].span for at in chosen}
    kept = [unit for unit in before.units if unit.span not in about]
    assert [unit for unit in after.units if unit.span not in about] == kept
    assert api.read(document(source), decisions={}) == before


def _is_accounted(source: str, decisions: dict[int, Decision]) -> None:
    read = api.read(document(source), decisions=decisions)
    written = {n for n, line in enumerate(read.document.lines, start=1) if line.strip()}
    asked = {line for unit in read.units for line in unit.lines}
    left = {line for one in read.left_out if one.reason != "rest" for line in one.span.lines}
    assert written <= asked | left
    assert not asked & left
    assert all(unit.front and unit.answer for unit in read.units)


def test_no_card_has_a_word_of_a_comment() -> None:
    found = reading(NOTE.replace("구멍이다.", "구멍이다. <!-- deckbuilder: kind=definition -->"))
    assert "deckbuilder" not in "".join(node.plain for unit in found.units for node in unit.shown)


def test_a_block_that_two_choices_ask_as_one_kind_asks_once() -> None:
    note = "## 기공\n잎 뒷면의 구멍이다.\n- 공변: 열고 닫는 세포\n- 잎맥: 물이 다니는 길\n"
    leaf = Document("잎.md", Path("잎.md"), ("잎",), note)
    both = [at for at, unit in enumerate(api.read(leaf).proposals) if unit.span.first == 1]
    assert len(both) == 2  # what it is, and what its parts are
    read = api.read(leaf, decisions=dict.fromkeys(both, Decision(kind="question")))
    assert [(unit.kind, unit.front) for unit in read.units if unit.span.first == 1] == [
        ("question", "기공")
    ]
