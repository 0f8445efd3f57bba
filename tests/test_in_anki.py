"""The deck as a student meets it: imported by Anki's own library and shown by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.collection import Card, Imported, Stored, letters, notes_in, opened, shown
from tests.support.command import ROOT, Desk

SEED = ROOT.parent / "shared/corpus/dev/d01-cloud-seed.md"
COMMITTED = sorted((ROOT / "dist").glob("*.apkg"))
LISTS, COMPARISONS = "deckbuilder 목록", "deckbuilder 비교"
MONDAY, TUESDAY = 1_700_000_000, 1_700_086_400


# --- every deck -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Shown:
    """A deck in Anki: imported, imported again, checked."""

    first: Imported
    second: Imported
    problems: str
    notes: list[Stored]

    @property
    def cards(self) -> list[tuple[str, Card]]:
        """Each card, with what its note asks for."""
        return [(note.name, card) for note in self.notes for card in note.cards]


@pytest.fixture(scope="session")
def repository(new_desk: Callable[[], Desk]) -> Path:
    """The deck of the notes in this repository, built where they lie."""
    output = new_desk().folder / "deck.apkg"
    outcome = Desk(ROOT).build("--locked", "-o", output)
    assert outcome.code == 0, outcome.said
    return output


@pytest.fixture(scope="session")
def seed(new_desk: Callable[[], Desk]) -> Path:
    """The deck of the note that the project started from."""
    if not SEED.exists():
        pytest.skip(f"there is no {SEED}")
    return new_desk().deck(SEED)


# Fixtures by their name, and the decks in dist/.
DECKS = [
    "garden",
    "repository",
    pytest.param("seed", marks=pytest.mark.corpus),
    *(pytest.param(file, id=f"dist/{file.name}") for file in COMMITTED),
]


@pytest.fixture(scope="module", params=DECKS)
def deck(request: pytest.FixtureRequest) -> Shown:
    named = isinstance(request.param, str)
    file: Path = request.getfixturevalue(request.param) if named else request.param
    with opened() as anki:
        first, second = anki.add(file), anki.add(file)
        return Shown(first, second, anki.problems(), anki.notes())


def test_a_deck_is_committed() -> None:
    assert COMMITTED, "dist/ has no deck: build it with `make deck` and commit it"


def test_every_note_has_a_card(deck: Shown) -> None:
    assert deck.notes
    assert [note.name for note in deck.notes if not note.cards] == []


def test_no_side_is_empty(deck: Shown) -> None:
    assert [name for name, card in deck.cards if not shown(card.front)] == []
    assert [name for name, card in deck.cards if not shown(card.answer)] == []


def test_no_front_shows_its_answer(deck: Shown) -> None:
    told = [
        name
        for name, card in deck.cards
        if letters(card.answer) and letters(card.answer) in letters(card.asked)
    ]
    assert told == []


def test_no_front_shows_all_items_of_its_list(deck: Shown) -> None:
    lists = [(note.name, note.card) for note in deck.notes if note.note_type == LISTS]
    told = [
        name
        for name, card in lists
        if all(letters(item) in letters(card.front) for item in card.items)
    ]
    assert told == []


def test_every_item_of_a_list_has_a_name(deck: Shown) -> None:
    lists = [(note.name, note.card) for note in deck.notes if note.note_type == LISTS]
    assert [name for name, card in lists if not all(shown(item) for item in card.items)] == []


def test_no_comparison_says_nothing_but_the_names_that_it_compares(deck: Shown) -> None:
    compared = [(note.name, note.card) for note in deck.notes if note.note_type == COMPARISONS]
    assert [name for name, card in compared if card.cells <= card.heads] == []


def test_the_check_of_the_database_finds_nothing(deck: Shown) -> None:
    assert deck.problems == ""


def test_all_cards_are_new_and_in_one_order(deck: Shown) -> None:
    assert all(card.is_new for _, card in deck.cards)
    places = [{card.due for card in note.cards} for note in deck.notes]
    assert all(len(place) == 1 for place in places)  # Anki shows the cards of a note in turn
    assert len(set.union(*places)) == len(deck.notes)


def test_importing_it_again_adds_nothing(deck: Shown) -> None:
    count = len(deck.notes)
    assert deck.first == Imported(new=count, updated=0, unchanged=0, conflicting=0)
    assert deck.second == Imported(new=0, updated=0, unchanged=count, conflicting=0)


# --- decks, tags, order: a deck whose notes are known ---------------------------------------------

# What a note asks for, its deck, and the tag of the headings above it; in the order of the notes.
GARDEN = {
    "stoma": ("기공", "정원::1. 식물::잎", "잎::잎의_구조"),
    "vein": ("잎맥", "정원::1. 식물::잎", "잎::잎의_구조"),
    "features": ("잎의 특징", "정원::1. 식물::잎", "잎"),
    "why green": ("왜 잎은 초록색으로 보일까?", "정원::1. 식물::잎", "잎"),
    "two roots": ("곧은뿌리와 수염뿌리의 차이", "정원::1. 식물::뿌리", "뿌리"),
    "steps": ("꺾꽂이 순서", "정원::1. 식물::뿌리", "뿌리"),
    "compost": ("두엄", "정원::10. 흙::거름", "거름"),
    "leaf mould": ("부엽토", "정원::10. 흙::거름", "거름::낱말"),
    "ash": ("재거름", "정원::10. 흙::거름", "거름::낱말"),
    "two manures": ("밑거름과 웃거름의 차이", "정원::10. 흙::거름", "거름"),
    "lens": ("돋보기", "정원::실습::관찰", "관찰_도구"),
    "tape": ("줄자", "정원::실습::관찰", "관찰_도구"),
}


@pytest.fixture(scope="module")
def planted(garden: Path) -> list[Stored]:
    return notes_in(garden)


def test_new_cards_come_in_the_order_of_the_notes(planted: list[Stored]) -> None:
    expected = [name for name, _, _ in GARDEN.values()]
    assert [note.name for note in planted if note.name in expected] == expected


@pytest.mark.parametrize(("name", "where", "heading"), GARDEN.values(), ids=GARDEN)
def test_folders_become_subdecks_and_headings_tags(
    planted: list[Stored], name: str, where: str, heading: str
) -> None:
    note = next(note for note in planted if note.name == name)
    own = {"정원", "봄_학기"} if where.endswith("::잎") else set()
    assert note.card.deck == where
    (above,) = set(note.tags) - own
    assert f"{above}::".startswith(f"{heading}::")


@pytest.mark.parametrize(
    ("name", "note_type", "answer"),
    [
        ("기공", "deckbuilder 정의", "잎 뒷면에 난 작은 구멍으로, 기체가 드나든다."),
        ("부엽토", "deckbuilder 정의", "낙엽이 썩어서 된 흙"),
        ("잎의 특징", LISTS, "햇빛을 받도록 넓다. 뒷면에 구멍이 많다. 가을에 빛깔이 바뀐다."),
        ("곧은뿌리와 수염뿌리의 차이", COMPARISONS, "굵은 원뿌리에서 곁뿌리가"),
        ("밑거름과 웃거름의 차이", COMPARISONS, "주는 때 심기 전 자라는 동안"),
        ("왜 잎은 초록색으로 보일까?", "deckbuilder 질문", "흡수하지 않고 되쏘기 때문이다."),
    ],
    ids=["definition", "table of terms", "list", "comparison", "table that compares", "question"],
)
def test_each_kind_of_card_asks_and_answers(
    planted: list[Stored], name: str, note_type: str, answer: str
) -> None:
    note = next(note for note in planted if note.name == name)
    assert note.note_type == note_type
    assert name in shown(note.card.front)
    assert answer not in shown(note.card.front)
    assert answer in shown(note.card.answer)


def test_a_list_says_how_many_items_it_has(planted: list[Stored]) -> None:
    fronts = {note.name: shown(note.card.front) for note in planted}
    assert "3가지" in fronts["잎의 특징"]
    assert "3가지" in fronts["꺾꽂이 순서"]


# --- a note that changes --------------------------------------------------------------------------

OLD = """# 부엌

## 낱말

### 절구
곡식을 빻는 그릇이다.

## 무쇠솥의 장점
- 열을 오래 지킨다.
- 튼튼하다.

## 국자와 주걱의 차이
- **국자**: 국물을 뜬다.
- **주걱**: 밥을 푼다.

## 왜 뚝배기는 천천히 식을까?
두꺼운 흙벽이 열을 품기 때문이다.
"""
# Of each kind a card: what it asks for, what its answer says, and what it says later.
CHANGES = {
    "definition": ("절구", "곡식을 빻는 그릇이다.", "곡식이나 양념을 찧는 속이 파인 그릇이다."),
    "list": ("무쇠솥의 장점", "- 튼튼하다.", "- 튼튼하다.\n- 녹을 벗겨 다시 쓴다."),
    "comparison": ("국자와 주걱의 차이", "밥을 푼다.", "밥을 푸거나 젓는다."),
    "question": ("왜 뚝배기는 천천히 식을까?", "열을 품기", "열을 품었다가 조금씩 내놓기"),
}


@pytest.fixture(scope="module")
def old_and_new(new_desk: Callable[[], Desk]) -> tuple[Path, Path]:
    """Decks of a note and, a day later, of the same note with other answers and a tag."""
    new = "---\ntags: [고침]\n---\n" + OLD
    for _, before, after in CHANGES.values():
        assert before in new
        new = new.replace(before, after)
    decks = []
    for text, day in ((OLD, MONDAY), (new, TUESDAY)):
        desk = new_desk()
        desk.put("부엌.md", text)
        decks.append(desk.deck("부엌.md", epoch=day))
    return decks[0], decks[1]


@pytest.mark.parametrize("kind", CHANGES)
def test_a_changed_answer_updates_its_note(old_and_new: tuple[Path, Path], kind: str) -> None:
    name, _, _ = CHANGES[kind]
    old, new = old_and_new
    with opened(old) as anki:
        before = anki.by_name()
        imported = anki.add(new)
        after = anki.by_name()
    assert imported.new == imported.conflicting == 0
    assert after.keys() == before.keys()
    assert after[name].guid == before[name].guid
    assert after[name].id == before[name].id
    assert letters(after[name].card.answer) != letters(before[name].card.answer)
    assert "고침" in after[name].tags


def test_an_older_deck_takes_nothing_back(old_and_new: tuple[Path, Path]) -> None:
    old, new = old_and_new
    with opened(new) as anki:
        before = anki.notes()
        assert anki.add(old).updated == 0
        assert anki.notes() == before


def test_what_a_student_has_learned_stays(old_and_new: tuple[Path, Path]) -> None:
    old, new = old_and_new
    with opened(old) as anki:
        anki.learn(anki.by_name()["절구"], days=5)
        due = anki.by_name()["절구"].card.due
        anki.add(new)
        card = anki.by_name()["절구"].card
        assert "찧는" in shown(card.answer)
        assert not card.is_new
        assert card.due == due
        assert anki.problems() == ""


def test_two_decks_of_the_same_moment_do_not_clash(desk: Desk, garden: Path) -> None:
    desk.put("부엌.md", OLD)
    kitchen = desk.deck("부엌.md", epoch=MONDAY).rename(desk.folder / "부엌.apkg")
    desk.put("집.md", OLD.replace("부엌", "집"))
    house = desk.deck("집.md", epoch=MONDAY)
    with opened(garden) as anki:
        assert anki.add(kitchen).new == anki.add(house).new > 0
        assert anki.problems() == ""


@pytest.mark.parametrize("epoch", [0, 1])
def test_the_earliest_times_give_sound_notes(desk: Desk, epoch: int) -> None:
    desk.put("부엌.md", OLD)
    assert all(note.id > 0 for note in notes_in(desk.deck("부엌.md", epoch=epoch)))
