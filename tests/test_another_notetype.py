"""A note type more: its templates, its entry in NOTE_TYPES, its drafts, and nothing else."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuilder import lock, published
from deckbuilder.cards import Page, questions
from deckbuilder.cli import main
from deckbuilder.model import SAYS, Draft, Part, Question
from deckbuilder.notetypes import (
    NOTE_TYPES,
    PLACE,
    SOURCE,
    SPARE,
    NameCard,
    NoteType,
    Template,
    beside,
)
from tests.support.collection import opened, shown
from tests.support.command import ROOT, Desk, Outcome

# --- who knows the fields -------------------------------------------------------------------------

# Those that read notes or write HTML, and know of no note type: 정의 and 질문 are words of notes
# there, "question" is a kind of label, of unit, of callout.
BEFORE = ("markdown", "outline", "korean", "extract", "model", "render")
KNOW = ("notetypes", "cards")


def spelt(file: Path) -> Iterator[str]:
    """The words of a module that are the name of a field, or of a numbered one, or a key."""
    fields = {field for note_type in NOTE_TYPES.values() for field in note_type.fields}
    names = {re.sub(r" \d+$", "", field) for field in fields} | NOTE_TYPES.keys()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        said = node.value if isinstance(node, ast.Constant) else None
        if isinstance(said, str) and re.sub(r" (?:\d+|№)?$", "", said) in names:
            yield f"{file.name}: {said}"


def modules(*packages: str) -> list[Path]:
    whole = ROOT / "deckbuilder"
    files = sorted(whole.rglob("*.py"))
    return [file for file in files if file.relative_to(whole).parts[0] in packages]


def test_only_the_cards_know_the_fields_of_a_note_type() -> None:
    names = {path.name for path in (ROOT / "deckbuilder").iterdir()} - {*BEFORE, *KNOW}
    after = modules(*names)
    assert len(after) > 30
    found = [word for file in after for word in spelt(file)]
    assert found == ["templates.py: cloze"]  # Anki's name of what makes a blank in a template


def test_those_that_know_no_note_type_do_not_ask_one() -> None:
    before = modules(*BEFORE)
    assert len(before) > 60
    asking = [file.name for file in before if "deckbuilder.notetypes" in file.read_text("utf-8")]
    assert asking == []


@pytest.mark.parametrize("written", ['"거꾸로"', 'f"빈칸 {number}"', '"설명 №"', '"cloze"'])
def test_a_field_that_is_spelt_is_found(tmp_path: Path, written: str) -> None:
    file = tmp_path / "module.py"
    file.write_text(f"number = 1\nfield = {written}\n", encoding="utf-8")
    assert len(list(spelt(file))) == 1


# --- one more -------------------------------------------------------------------------------------

RIDDLE = NoteType(
    "riddle",
    1_795_500_099,
    "deckbuilder 수수께끼",
    called="riddle",
    fields=(
        *("이것", "묻기", PLACE, "풀이", "되묻기", "되묻는 자리", "고를 것", SOURCE),
        *(f"{name} {number}" for name in ("귀띔", "낱낱") for number in (1, 2)),
        *SPARE,
    ),
    templates=(
        Template("수수께끼", "whole", "묻기", ("riddle", "riddles")),
        Template("되묻기", "back", "되묻기", ("riddle back", "riddles back")),
        *(Template(f"귀띔 {n}", "hint", "귀띔 №", ("hint", "hints"), n) for n in (1, 2)),
    ),
    question="묻기",
    answer="풀이",
    reverse=NameCard("되묻기", "이것", place="되묻는 자리"),
    part=NameCard("귀띔 №", "낱낱 №", choices="고를 것", place="되묻는 자리"),
    parts=2,
)
HTML = {
    "riddle/whole.front.html": "{{묻기}}",
    "riddle/whole.back.html": "{{묻기}} {{풀이}}",
    "riddle/back.front.html": "{{#되묻기}}{{되묻기}}{{/되묻기}}",
    "riddle/back.back.html": "{{이것}}",
    "riddle/hint.front.html": "{{#귀띔 №}}{{귀띔 №}}{{고를 것}}{{/귀띔 №}}",
    "riddle/hint.back.html": "{{낱낱 №}}",
}
WATER = "# 물\n\n## 왜 얼음은 물에 뜨는가?\n얼면서 부피가 늘기 때문이다.\n"
FIRE = "# 불\n\n## 왜 촛불은 위로 솟는가?\n데워진 공기가 가벼워지기 때문이다.\n"


def drafts(unit: Question, page: Page) -> Iterator[Draft]:
    """The riddle of a question."""
    answer = page.blocks(unit.body)
    yield Draft(
        "riddle",
        {
            **page.common(),
            "이것": page.name(unit.front),
            "묻기": page.name(unit.front),
            "풀이": answer,
            "되묻기": answer,
            "고를 것": "여럿",
        },
        tuple(
            Part(name, said, {"귀띔 №": said, "낱낱 №": name}, said)
            for name, said in (("첫째", f"{unit.front} 하나"), ("둘째", f"{unit.front} 둘"))
        ),
    )


@pytest.fixture
def riddles(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    read = beside.read
    monkeypatch.setattr(beside, "read", lambda name: HTML.get(name) or read(name))
    monkeypatch.setitem(NOTE_TYPES, RIDDLE.key, RIDDLE)
    monkeypatch.setattr(questions, "drafts", drafts)
    desk.put("공책/물.md", WATER)
    desk.put("공책/불.md", FIRE)
    desk.put("deckbuilder.toml", 'title = "물음"\nsources = ["공책"]\ntag_retired = true\n')
    return desk


def here(desk: Desk, *arguments: str) -> Outcome:
    """The command in this process, which has the note type."""
    with chdir(desk.folder):
        done = CliRunner().invoke(main, arguments)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return Outcome(done.exit_code, done.stdout, done.stderr)


def test_its_cards_are_made_counted_and_named(riddles: Desk) -> None:
    built = here(riddles, "build", "-o", "덱.apkg")
    assert built.code == 0, built.said
    assert "8 cards: 2 riddles, 2 riddles back, 4 hints" in built.out
    with opened(riddles.folder / "덱.apkg") as anki:
        assert sorted(len(note.cards) for note in anki.notes()) == [4, 4]
        assert anki.problems() == ""
    diff = here(riddles, "diff", "덱.apkg")
    assert "no note changed" in diff.out


def test_it_is_read_back_from_lock_and_deck(riddles: Desk) -> None:
    here(riddles, "build", "-o", "덱.apkg")
    file = riddles.folder / "deckbuilder.lock"
    known = lock.load(file)
    assert known
    found = published.read(riddles.folder / "덱.apkg").lock
    for guid, record in known.notes.items():
        assert record.key.note_type == "riddle"
        assert record.cards == ("묻기", "되묻기", "귀띔 1", "귀띔 2")
        there = found.notes[guid]
        assert (there.cards, there.key.parts) == (record.cards, record.key.parts)
        assert (there.key.term, there.key.answer) == (record.key.term, record.key.answer)
        assert record.key.parts[0] == f"첫째{SAYS}{record.key.term} 하나"


def test_it_retires(riddles: Desk) -> None:
    here(riddles, "build", "-o", "덱.apkg")
    (riddles.folder / "공책/불.md").unlink()
    built = here(riddles, "build", "-o", "덱.apkg")
    assert built.code == 0, built.said
    assert "retired   riddle “왜 촛불은 위로 솟는가?”" in built.out
    with opened(riddles.folder / "덱.apkg") as anki:
        (gone,) = (note for note in anki.notes() if "촛불" in note.name)
        assert len(gone.cards) == 4
        fronts = [shown(card.front) for card in gone.cards]
    assert fronts == [
        "왜 촛불은 위로 솟는가?",
        "데워진 공기가 가벼워지기 때문이다.",
        "왜 촛불은 위로 솟는가? 하나",
        "왜 촛불은 위로 솟는가? 둘",
    ]


def test_two_that_ask_the_same_are_told_apart(riddles: Desk) -> None:
    """In one place: the question says which, and neither name is asked for by the same words."""
    front = "## 왜 돌은 가라앉는가?\n"
    riddles.put(
        "공책/돌.md", f"# 돌\n\n{front}물보다 무겁기 때문이다.\n\n{front}빈틈이 없기 때문이다.\n"
    )
    here(riddles, "build", "공책/돌.md", "-o", "덱.apkg")
    with opened(riddles.folder / "덱.apkg") as anki:
        asked = sorted(note.cards[0].front for note in anki.notes())
        cards = [len(note.cards) for note in anki.notes()]
    assert ["(2개 중 1번째)" in asked[0], "(2개 중 2번째)" in asked[1]] == [True, True]
    assert sorted(cards) == [2, 4]
