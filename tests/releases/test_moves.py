"""What is said stands elsewhere, or is stored in another way; who has learned it keeps it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from tests.releases.sea import (
    HULL,
    LIGHT,
    SAIL,
    SEA,
    TIDE,
    Edit,
    Files,
    added,
    carried,
    cut,
    every,
    moved,
    put,
    removed,
    replaced,
    text,
    then,
)
from tests.releases.story import OWN, Story

BOW = "### 이물\n물살을 가르며 나아가는 배의 앞머리이다.\n"
STERN = "### 고물\n사공이 서서 노를 젓는 뱃전의 뒤쪽 끝이다.\n"
KEEL = "### 용골\n배 바닥 한가운데를 앞뒤로 지나며 뼈대를 받치는 굵은 나무이다.\n"
MERITS = """## 돛배의 장점
- 기름이 들지 않는다.
- 조용히 나아간다.
- 얕은 물에도 뜬다.
"""
SAILING = """## 출항 순서
1. 닻을 감아올린다.
2. 밧줄을 푼다.
3. 노로 부두를 민다.
4. 앞돛을 올린다.
5. 키를 잡는다.
6. 큰돛을 편다.
"""
TIDES = """## 밀물, 썰물, 정조의 차이
- **밀물**: 바닷물이 뭍 쪽으로 들어온다.
- **썰물**: 바닷물이 난바다 쪽으로 빠진다.
- **정조**: 흐름이 잠시 멎어 잔잔하다.
"""


def as_item(block: str) -> str:
    """A heading and its body as an item of a list."""
    term, body = block.removeprefix("### ").splitlines()
    return f"- {term}: {body}\n"


def sections_turned_round(files: Files) -> Files:
    """The sections of each note come in the opposite order."""
    turned = dict(files)
    for file in (HULL, SAIL, TIDE):
        head, *sections = text(files, file).rstrip().split("\n## ")
        sections.reverse()
        turned[file] = "\n## ".join([head, *(f"{section.rstrip()}\n" for section in sections)])
    return turned


MOVES: dict[str, Edit] = {
    "a section is renamed": replaced(HULL, ("## 용어", "## 기본 개념")),
    "the title of a note is renamed": replaced(HULL, ("# 선체", "# 배의 몸")),
    "a term moves to another section": then(
        cut(HULL, STERN), added(HULL, f"\n## 기본 개념\n\n{STERN}")
    ),
    "a term moves to another file": carried(BOW, HULL, LIGHT),
    "a term moves to a new file": carried(BOW, HULL, "notes/배/이물.md"),
    "a list moves to another file": carried(MERITS, HULL, SAIL),
    "a long list moves to another file": carried(SAILING, SAIL, TIDE),
    "a comparison moves to another file": carried(TIDES, TIDE, SAIL),
    "a file is renamed": moved(HULL, "notes/배/배의 몸.md"),
    "a file moves to another folder": moved(HULL, "notes/바다/선체.md"),
    "a file moves to the top": moved(HULL, "notes/선체.md"),
    "a folder is renamed": moved("notes/배", "notes/항해술"),
    "a folder moves into another": moved("notes/배", "notes/바다/배"),
    "all moves into one folder": moved("notes", "notes/2학기"),
    "two files exchange their names": then(
        moved(HULL, "aside"), moved(SAIL, HULL), moved("aside", SAIL)
    ),
    "the order of the files is turned round": then(
        moved(LIGHT, "notes/4 등대.md"),
        moved("notes/바다", "notes/3 바다"),
        moved(SAIL, "notes/배/2 돛.md"),
        moved(HULL, "notes/배/1 선체.md"),
        moved("notes/배", "notes/1 배"),
    ),
    "the order of the sections is turned round": sections_turned_round,
    "a file is split": carried(MERITS, HULL, "notes/배/돛배.md"),
    "a file is split by terms": then(
        put("notes/배/뱃머리와 꽁무니.md", f"# 뱃머리와 꽁무니\n\n## 용어\n\n{BOW}\n{STERN}"),
        cut(HULL, BOW),
        cut(HULL, STERN),
    ),
    "two files become one": then(
        lambda files: added(HULL, "\n" + text(files, SAIL))(files), removed(SAIL)
    ),
    "headings go one level down": replaced(
        LIGHT,
        ("# 등대\n", "# 뱃길\n\n## 등대\n"),
        ("## 용어", "### 용어"),
        ("### 등명기", "#### 등명기"),
        ("### 무적", "#### 무적"),
    ),
    "headings become bold lines": replaced(
        HULL, ("### 용골", "**용골**"), ("### 이물", "**이물**"), ("### 고물", "**고물**")
    ),
    "headings become items": replaced(
        HULL,
        (f"{KEEL}\n{BOW}\n{STERN}", "".join(map(as_item, (KEEL, BOW, STERN)))),
    ),
    "the top deck is renamed": replaced("deckbuilder.toml", ('title = "항해"', 'title = "뱃길"')),
    "the folder of the notes is renamed": then(
        moved("notes", "필기"), replaced("deckbuilder.toml", ('["notes"]', '["필기"]'))
    ),
    "the folders of the notes are named one by one": replaced(
        "deckbuilder.toml", ('["notes"]', '["notes/배", "notes/바다", "notes/등대.md"]')
    ),
    "a note gets a deck of its own": replaced(
        TIDE, ("tags: [바다]", "tags: [바다]\ndeck: 전공::바다")
    ),
}


@pytest.mark.parametrize("edit", MOVES.values(), ids=MOVES)
def test_what_moves_is_the_same(story: Story, edit: Edit) -> None:
    log = story.upgrade(edit)
    assert log.new == 0


def test_a_term_moves_and_is_worded_anew(story: Story) -> None:
    story.upgrade(
        then(cut(HULL, BOW), added(LIGHT, "\n### 이물\n배의 앞쪽에 뾰족하게 나온 자리를 말한다.\n"))
    )
    assert "뾰족하게" in story.note("이물").field("정의")


def test_a_term_moves_and_is_renamed(story: Story) -> None:
    story.upgrade(
        then(cut(HULL, BOW), added(LIGHT, "\n" + BOW.replace("이물", "뱃머리"))),
        same={"이물": "뱃머리"},
    )


def test_a_file_is_renamed_and_one_of_its_terms(story: Story) -> None:
    story.upgrade(
        then(replaced(HULL, ("### 이물", "### 뱃머리")), moved(HULL, "notes/배/배의 몸.md")),
        same={"이물": "뱃머리"},
    )


def test_what_moved_out_and_back_again_is_the_same(story: Story) -> None:
    before = story.files
    story.upgrade(carried(BOW, HULL, LIGHT))
    story.upgrade(moved("notes/등대.md", "notes/바다/등대.md"))
    story.upgrade(lambda _: before)


def test_a_moved_term_and_what_the_student_wrote(story: Story) -> None:
    story.upgrade(carried(BOW, HULL, LIGHT))
    assert OWN in story.note("용골").field("정의")


def test_a_file_is_deleted_and_restored_under_another_name(story: Story) -> None:
    before = story.files
    names = ["용골", "이물", "고물", "돛배의 장점"]
    story.upgrade(removed(HULL), gone=names)
    story.upgrade(then(lambda _: before, moved(HULL, "notes/배/배의 몸.md")), back=names)


# --- one term in two places -----------------------------------------------------------------------

ON_ICE = "### 용골\n강이 얼었을 때 썰매 밑에 대는 긴 쇠붙이이다.\n"
HERE, THERE = "용골 @ 선체 › 용어", "용골 @ 등대 › 용어"


@pytest.fixture
def twice(story: Story) -> Story:
    """The same term stands in a second note, for something else; and has been learned there."""
    story.upgrade(added(LIGHT, f"\n{ON_ICE}"), same={"용골": HERE}, new=[THERE])
    story.me.study()
    return story


def test_one_term_in_two_places_is_two_notes(twice: Story) -> None:
    twice.upgrade(
        replaced(LIGHT, ("긴 쇠붙이이다", "날카로운 쇠붙이이다")),
    )
    twice.upgrade(replaced(HULL, ("굵은 나무이다", "굵은 목재이다")))


def test_the_second_of_two_places_goes(twice: Story) -> None:
    twice.upgrade(cut(LIGHT, ON_ICE), same={HERE: "용골"}, gone=[THERE])
    assert "뼈대를" in twice.note("용골").field("정의")


def test_the_first_of_two_places_goes(twice: Story) -> None:
    twice.upgrade(cut(HULL, KEEL), same={THERE: "용골"}, gone=[HERE])
    assert "썰매" in twice.note("용골").field("정의")


def test_one_of_two_places_moves(twice: Story) -> None:
    moved_to = "용골 @ 돛 › 용어"
    passage = "### 아딧줄"
    twice.upgrade(
        then(cut(LIGHT, ON_ICE), replaced(SAIL, (passage, f"{ON_ICE}\n{passage}"))),
        same={THERE: moved_to},
    )


def test_both_places_move(twice: Story) -> None:
    twice.upgrade(
        then(
            cut(LIGHT, ON_ICE),
            cut(HULL, KEEL),
            put("notes/나무.md", f"# 나무\n\n## 용어\n\n{KEEL}"),
            put("notes/얼음.md", f"# 얼음\n\n## 용어\n\n{ON_ICE}"),
        ),
        same={HERE: "용골 @ 나무 › 용어", THERE: "용골 @ 얼음 › 용어"},
    )


def test_two_places_become_one_file(twice: Story) -> None:
    twice.upgrade(
        then(
            cut(LIGHT, ON_ICE),
            cut(HULL, KEEL),
            put(
                "notes/용골.md",
                f"# 용골 모음\n\n## 1장\n\n{ON_ICE}\n## 2장\n\n{KEEL}",
            ),
        ),
        same={HERE: "용골 @ 용골 모음 › 2장", THERE: "용골 @ 용골 모음 › 1장"},
    )


# --- the same, stored in another way --------------------------------------------------------------


def decomposed(name: str) -> str:
    return unicodedata.normalize("NFD", name)


STORED: dict[str, Edit] = {
    "as it was": lambda files: files,
    "Windows line ends": every(lambda note: note.replace("\n", "\r\n")),
    "old Macintosh line ends": every(lambda note: note.replace("\n", "\r")),
    "CP949": every(lambda note: note.encode("cp949")),
    "CP949 with Windows line ends": every(lambda note: note.replace("\n", "\r\n").encode("cp949")),
    "UTF-16": every(lambda note: note.encode("utf-16")),
    "a byte order mark": every(lambda note: "\ufeff" + note),
    "decomposed text": every(decomposed),
    "decomposed names": lambda files: {decomposed(file): files[file] for file in files},
    "decomposed text and names, Windows line ends": then(
        every(lambda note: decomposed(note).replace("\n", "\r\n")),
        lambda files: {decomposed(file): files[file] for file in files},
    ),
    "blank lines at the end": every(lambda note: note + "\n\n"),
    "blanks at the ends of lines": every(lambda note: note.replace("\n", " \n")),
}


@pytest.mark.parametrize("edit", STORED.values(), ids=STORED)
def test_stored_in_another_way_nothing_changes(story: Story, edit: Edit) -> None:
    before = story.latest
    log = story.upgrade(edit)
    assert (log.new, log.updated) == (0, 0)
    assert story.latest.lock == before.lock
    assert story.latest.content == before.content


# --- the clock ------------------------------------------------------------------------------------


@pytest.mark.parametrize("days", [0, -1, -400], ids=["stands still", "a day back", "a year back"])
def test_a_change_arrives_though_the_clock_was_set_back(story: Story, days: int) -> None:
    story.upgrade(replaced(HULL, ("배의 앞머리이다", "배의 뾰족한 앞쪽이다")), days=days)
    assert "뾰족한" in story.note("이물").field("정의")
    assert OWN in story.note("용골").field("정의")
    story.upgrade(replaced(HULL, ("배의 뾰족한 앞쪽이다", "뾰족한 앞쪽을 말한다")), days=0)
    assert "말한다" in story.note("이물").field("정의")


def test_changes_of_one_second_all_arrive(begin: Callable[[Files], Story]) -> None:
    story, said = begin(SEA), "배의 앞머리이다"
    for word in ("첫째", "둘째", "셋째"):
        story.upgrade(replaced(HULL, (said, f"{word} {said}")), days=0)
        assert word in story.note("이물").field("정의")
