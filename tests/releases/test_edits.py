"""The writer of the notes words something anew; who has learned it has not learned it in vain."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from deckbuilder.model import NAME
from tests.releases.sea import (
    HULL,
    LIGHT,
    SAIL,
    SEA,
    TIDE,
    Edit,
    Files,
    added,
    cut,
    moved,
    put,
    replaced,
    text,
    then,
)
from tests.releases.story import OWN, OWN_TAG, Story
from tests.support.collection import shown
from tests.support.media import png


def test_a_new_day_without_a_change_changes_nothing(story: Story) -> None:
    log = story.upgrade(lambda files: files)
    assert log.new == log.updated == 0
    assert OWN in story.note("용골").field("정의")
    assert OWN_TAG in story.note("무적").tags


# --- terms and definitions ------------------------------------------------------------------------

# What is done, how a note is called before and after, and what its definition says then.
WORDINGS = {
    "a definition is mended": (
        replaced(HULL, ("배의 앞머리이다", "배의 뾰족한 앞쪽이다")),
        ("이물", "이물"),
        "뾰족한 앞쪽",
    ),
    "a definition is written anew": (
        replaced(
            HULL,
            (
                "물살을 가르며 나아가는 배의 앞머리이다.",
                "뱃사람이 앞을 살피려고 올라서는 뾰족한 자리를 말한다.",
            ),
        ),
        ("이물", "이물"),
        "올라서는",
    ),
    "a note of the student's own is written anew": (
        replaced(HULL, ("굵은 나무이다", "가장 굵은 목재이다")),
        ("용골", "용골"),
        "목재",
    ),
    "a typo in a term": (
        replaced(LIGHT, ("등명기", "등명등")),
        ("등명기", "등명등"),
        "불빛을 모아",
    ),
    "a term gets a space": (
        replaced(SAIL, ("### 아딧줄", "### 아딧 줄")),
        ("아딧줄", "아딧 줄"),
        "바람의 방향",
    ),
    "a term gets its name in English": (
        replaced(HULL, ("### 용골", "### 용골(Keel)")),
        ("용골", "용골"),
        "굵은 나무",
    ),
    "a term is renamed": (
        replaced(HULL, ("### 이물", "### 뱃머리")),
        ("이물", "뱃머리"),
        "물살을",
    ),
    "a term is renamed and its definition touched": (
        replaced(SAIL, ("아딧줄", "조종줄"), ("늦추는 데 쓰는 줄", "늦추는 줄")),
        ("아딧줄", "조종줄"),
        "늦추는 줄",
    ),
    "a term in a table is renamed": (
        replaced(TIDE, ("| 사리 |", "| 큰사리 |")),
        ("사리", "큰사리"),
        "보름과 그믐",
    ),
    "a definition in a table is mended": (
        replaced(TIDE, ("반달이 뜰 무렵에", "반달 즈음에")),
        ("조금", "조금"),
        "반달 즈음",
    ),
}


@pytest.mark.parametrize(("edit", "names", "says"), WORDINGS.values(), ids=WORDINGS)
def test_a_definition_is_worded_anew(
    story: Story, edit: Edit, names: tuple[str, str], says: str
) -> None:
    before, after = names
    log = story.upgrade(edit, same={before: after})
    assert (log.new, log.updated) == (0, 1)
    assert says in story.note(after, "definition").field("정의")


def test_a_question_is_asked_in_other_words(story: Story) -> None:
    before = "왜 갯벌은 하루에 두 번 드러날까?"
    after = "갯벌은 왜 하루에 두 번씩 드러날까?"
    story.upgrade(replaced(TIDE, (before, after)), same={before: after})
    story.upgrade(replaced(TIDE, ("돌기 때문이다", "스스로 돌기 때문이다")))
    assert "스스로" in story.note(after).field("답")


def test_all_definitions_of_a_note_are_written_anew_at_once(story: Story) -> None:
    story.upgrade(
        replaced(
            HULL,
            (
                "배 바닥 한가운데를 앞뒤로 지나며 뼈대를 받치는 굵은 나무이다.",
                "배의 등뼈라고 할 수 있는 곳이다.",
            ),
            ("물살을 가르며 나아가는 배의 앞머리이다.", "배에서 가장 먼저 나아가는 곳이다."),
            ("사공이 서서 노를 젓는 뱃전의 뒤쪽 끝이다.", "배의 꽁무니를 이루는 넓적한 곳이다."),
        )
    )


def test_all_terms_of_a_note_are_renamed_at_once(story: Story) -> None:
    same = {"용골": "등마루", "이물": "뱃머리", "고물": "꽁무니"}
    story.upgrade(replaced(HULL, *same.items()), same=same)


def test_one_term_is_renamed_and_another_worded_anew(story: Story) -> None:
    story.upgrade(
        replaced(
            HULL,
            ("### 이물", "### 뱃머리"),
            ("사공이 서서 노를 젓는 뱃전의 뒤쪽 끝이다.", "배의 꽁무니를 이루는 넓적한 곳이다."),
        ),
        same={"이물": "뱃머리"},
    )


def test_a_term_gets_the_name_that_another_has_had(story: Story) -> None:
    story.upgrade(replaced(HULL, ("### 이물", "### 뱃머리")), same={"이물": "뱃머리"})
    story.upgrade(replaced(HULL, ("### 고물", "### 이물")), same={"고물": "이물"})
    assert "사공이" in story.note("이물").field("정의")


def test_a_typo_is_mended_and_the_definition_goes_on(story: Story) -> None:
    more = "먼바다로 나가는 배는 이곳을 높고 뾰족하게 지어 너울을 넘고, 여기에 새나 짐승을 새긴다."
    story.upgrade(
        replaced(HULL, (f"### 이물\n{FRONT}", f"### 이믈\n{FRONT} {more}")), same={"이물": "이믈"}
    )


def test_one_of_two_terms_that_say_the_same_is_renamed(story: Story) -> None:
    said = "바람을 받아 배를 미는 데 쓰는 넓은 천이다."
    story.upgrade(added(LIGHT, f"\n### 돛\n{said}\n\n### 풍범\n{said}\n"), new=["돛", "풍범"])
    story.me.study()
    story.upgrade(replaced(LIGHT, ("### 풍범", "### 바람막이천")), same={"풍범": "바람막이천"})


# --- what two terms say is exchanged --------------------------------------------------------------

FRONT = "물살을 가르며 나아가는 배의 앞머리이다."
BACK = "사공이 서서 노를 젓는 뱃전의 뒤쪽 끝이다."


def test_two_definitions_are_exchanged_and_the_terms_keep_their_cards(story: Story) -> None:
    story.upgrade(replaced(HULL, (FRONT, BACK), (BACK, FRONT)))
    assert "사공이" in story.note("이물").field("정의")
    assert "물살을" in story.note("고물").field("정의")


def test_two_blocks_change_places(story: Story) -> None:
    front, back = f"### 이물\n{FRONT}\n", f"### 고물\n{BACK}\n"
    log = story.upgrade(replaced(HULL, (front, back), (back, front)))
    assert (log.new, log.updated) == (0, 0)


# --- units come and go ----------------------------------------------------------------------------


def test_a_term_is_deleted_and_later_restored(story: Story) -> None:
    full = story.files
    story.upgrade(cut(HULL, f"### 이물\n{FRONT}\n"), gone=["이물"])
    story.upgrade(replaced(SAIL, ("쓰는 줄이다", "쓰는 밧줄이다")))
    story.upgrade(lambda _: full, back=["이물"])


def test_a_term_comes_back_with_another_definition(story: Story) -> None:
    full = story.files
    story.upgrade(cut(HULL, f"### 이물\n{FRONT}\n"), gone=["이물"])
    story.upgrade(
        then(lambda _: full, replaced(HULL, (FRONT, "배의 뾰족한 앞쪽이다."))), back=["이물"]
    )
    assert "뾰족한" in story.note("이물").field("정의")


def test_a_deleted_note_stays_with_the_student(story: Story) -> None:
    guid = next(guid for guid, note in story.me.state().notes.items() if note.name == "용골")
    cut_out = "### 용골\n배 바닥 한가운데를 앞뒤로 지나며 뼈대를 받치는 굵은 나무이다.\n\n"
    story.upgrade(cut(HULL, cut_out), gone=["용골"])
    kept = story.me.state().notes[guid]
    assert OWN in kept.field("정의")
    assert OWN_TAG in kept.tags


def test_another_term_takes_the_place_of_a_deleted_one(story: Story) -> None:
    sweep = "### 노깃\n물을 밀어내도록 넓적하게 다듬은 노의 끝부분이다.\n"
    story.upgrade(
        replaced(HULL, (f"### 고물\n{BACK}\n", sweep)),
        gone=["고물"],
        new=["노깃"],
    )


def test_new_terms_come_in_between(story: Story) -> None:
    story.upgrade(
        replaced(
            HULL,
            ("### 이물", "### 노깃\n물을 밀어내는 넓적한 노의 끝부분이다.\n\n### 이물"),
            ("### 고물", "### 삿대\n얕은 물에서 바닥을 짚어 배를 미는 장대이다.\n\n### 고물"),
        ),
        new=["노깃", "삿대"],
    )


def test_a_list_becomes_definitions(story: Story) -> None:
    story.upgrade(
        replaced(
            HULL,
            ("## 돛배의 장점", "## 기본 개념"),
            ("- 기름이 들지 않는다.", "### 노깃\n물을 밀어내는 넓적한 노의 끝부분이다."),
            ("- 조용히 나아간다.", "\n### 삿대\n얕은 물에서 바닥을 짚어 배를 미는 장대이다."),
            ("- 얕은 물에도 뜬다.", ""),
        ),
        gone=["돛배의 장점"],
        new=["노깃", "삿대"],
    )


def test_a_definition_becomes_a_list(story: Story) -> None:
    story.upgrade(
        replaced(
            HULL,
            ("### 이물", "### 이물의 특징"),
            (FRONT, "- 뾰족하다.\n- 물을 가른다.\n- 난간이 높다."),
        ),
        gone=["이물"],
        new=["이물의 특징"],
    )


def test_a_term_is_deleted_here_and_means_something_else_there(story: Story) -> None:
    story.upgrade(
        then(
            cut(HULL, f"### 이물\n{FRONT}\n"),
            added(LIGHT, "\n### 이물\n순수한 것에 섞여 든 다른 물질을 두루 일컫는다.\n"),
        ),
        same={"이물": "-"},
        gone=["-"],
        new=["이물"],
    )


# A term and its definition; another that is as near to it as a mended typo, and means the opposite.
OPPOSITES = {
    "arteries": (
        ("동맥", "심장에서 온몸으로 나가는 피가 흐르는 관이다."),
        ("정맥", "온몸에서 심장으로 들어오는 피가 흐르는 관이다."),
    ),
    "planets": (
        ("외행성", "지구보다 바깥쪽에서 도는 행성이다."),
        ("내행성", "지구보다 안쪽에서 도는 행성이다."),
    ),
    "lenses": (
        ("오목 렌즈", "가운데가 얇아서 빛을 퍼뜨리는 렌즈이다."),
        ("볼록 렌즈", "가운데가 두꺼워서 빛을 모으는 렌즈이다."),
    ),
}


@pytest.mark.parametrize(("one", "other"), OPPOSITES.values(), ids=OPPOSITES)
def test_a_new_term_is_not_its_opposite_that_has_gone_before(
    story: Story, one: tuple[str, str], other: tuple[str, str]
) -> None:
    block = "\n### {}\n{}\n"
    story.upgrade(added(LIGHT, block.format(*one)), new=[one[0]])
    story.me.study()
    story.upgrade(cut(LIGHT, block.format(*one)), gone=[one[0]])
    story.upgrade(added(LIGHT, block.format(*other)), new=[other[0]])


# --- lists ----------------------------------------------------------------------------------------

ITEMS: tuple[str, ...] = ("닻을 감아올린다.", "밧줄을 푼다.", "노로 부두를 민다.")
ITEMS += ("앞돛을 올린다.", "키를 잡는다.", "큰돛을 편다.")
AS_LISTED = "\n".join(f"{at}. {item}" for at, item in enumerate(ITEMS, start=1))
BELL = "종을 울린다."


def listed(*items: str) -> Edit:
    """The steps of setting sail are these."""
    steps = "\n".join(f"{at}. {item}" for at, item in enumerate(items, start=1))

    def edit(files: Files) -> Files:
        before, heading, _ = text(files, SAIL).partition("## 출항 순서\n")
        return put(SAIL, f"{before}{heading}{steps}\n")(files)

    return edit


# The items then, which of them are new, and which are gone.
LISTS: dict[str, tuple[tuple[str, ...], list[str], list[str]]] = {
    "one more in front": ((BELL, *ITEMS), [BELL], []),
    "one more in between": ((*ITEMS[:3], BELL, *ITEMS[3:]), [BELL], []),
    "one more at the end": ((*ITEMS, BELL), [BELL], []),
    "the first is gone": (ITEMS[1:], [], [ITEMS[0]]),
    "one in between is gone": ((*ITEMS[:2], *ITEMS[3:]), [], [ITEMS[2]]),
    "the last is gone": (ITEMS[:-1], [], [ITEMS[-1]]),
    "one for another": ((*ITEMS[:2], BELL, *ITEMS[3:]), [BELL], [ITEMS[2]]),
    "turned round": (ITEMS[::-1], [], []),
    "two change places": ((ITEMS[0], ITEMS[3], ITEMS[2], ITEMS[1], *ITEMS[4:]), [], []),
    "one more, one gone, turned round": ((BELL, *ITEMS[:0:-1]), [BELL], [ITEMS[0]]),
}


@pytest.mark.parametrize(("items", "new", "gone"), LISTS.values(), ids=LISTS)
def test_the_items_of_a_list_keep_their_cards(
    story: Story, items: tuple[str, ...], new: list[str], gone: list[str]
) -> None:
    story.upgrade(listed(*items), new=new, gone=gone)
    whole = shown(story.note("출항 순서", "enumeration").field("항목"))
    assert whole == " ".join(items)


def test_an_item_is_mended(story: Story) -> None:
    mended = "노로 부두를 힘껏 민다."
    story.upgrade(listed(*ITEMS[:2], mended, *ITEMS[3:]), same={ITEMS[2]: mended})


def test_an_item_comes_back(story: Story) -> None:
    story.upgrade(listed(*ITEMS[:2], *ITEMS[3:]), gone=[ITEMS[2]])
    story.upgrade(listed(BELL, *ITEMS[:2], *ITEMS[3:]), new=[BELL])
    story.upgrade(listed(BELL, *ITEMS), back=[ITEMS[2]])


@pytest.mark.parametrize(
    "item", ["노로 부두를 당긴다.", "노로 바위를 민다."], ids=["done", "done to"]
)
def test_a_new_item_is_not_one_like_it_that_has_gone_before(story: Story, item: str) -> None:
    story.upgrade(listed(*ITEMS[:2], *ITEMS[3:]), gone=[ITEMS[2]])
    story.upgrade(listed(*ITEMS[:2], item, *ITEMS[3:]), new=[item])


def test_a_list_is_short_for_a_while(story: Story) -> None:
    story.upgrade(listed(*ITEMS[:4]), gone=list(ITEMS))
    story.upgrade(listed(*ITEMS), back=list(ITEMS))


def test_a_list_is_renamed(story: Story) -> None:
    story.upgrade(
        replaced(SAIL, ("## 출항 순서", "## 돛배의 출항 순서")),
        same={"출항 순서": "돛배의 출항 순서"},
    )


def test_a_list_is_renamed_and_its_items_change(story: Story) -> None:
    story.upgrade(
        then(
            replaced(SAIL, ("## 출항 순서", "## 돛배의 출항 순서")),
            replaced(SAIL, ("2. 밧줄을 푼다.", f"2. {BELL}")),
        ),
        same={"출항 순서": "돛배의 출항 순서"},
        new=[BELL],
        gone=["밧줄을 푼다."],
    )


STARS = tuple(
    """
    가락별 나래별 다솜별 라온별 마루별 바람별 사름별 아라별 자몽별 차돌별 카랑별 타래별 파도별
    하늘별 고요별 노을별 도담별 로마별 모란별 보람별 소담별 오름별 조약별
    """.split()
)


def starry(*stars: str) -> Edit:
    """A note with a list of so many items that no one note of Anki has room for them."""
    return put(
        "notes/별.md", "# 별\n\n## 별이 뜨는 순서\n" + "".join(f"1. {star}\n" for star in stars)
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (STARS[:22], (STARS[22], *STARS[:22])),
        (STARS, STARS[:3] + STARS[5:]),
        (STARS, STARS[::-1]),
        (STARS, STARS[3:]),
        (STARS[:19], STARS),
        (STARS, STARS[:19]),
        (STARS[:20], STARS[10:] + STARS[:10]),
    ],
    ids=["one more", "two less", "turned round", "the first go", "grows", "shrinks", "both"],
)
def test_a_list_of_two_notes(story: Story, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    story.upgrade(starry(*before), new=["별이 뜨는 순서"])
    story.me.study()
    story.upgrade(starry(*after), new={*after} - {*before}, gone={*before} - {*after})
    missing = [star for star in before if star not in after]
    story.upgrade(starry(*STARS), new={*STARS} - {*before} - {*after}, back=missing)


# --- comparisons ----------------------------------------------------------------------------------

TIDES = {
    "밀물": "바닷물이 뭍 쪽으로 들어온다.",
    "썰물": "바닷물이 난바다 쪽으로 빠진다.",
    "정조": "흐름이 잠시 멎어 잔잔하다.",
}
RIP = {"너울": "먼바다의 바람이 밀어 보낸 크고 둥근 물결이다."}


def compared(members: Mapping[str, str], name: str = "밀물, 썰물, 정조의 차이") -> Edit:
    """The movements of the sea that are compared are these."""
    rows = "".join(f"- **{member}**: {body}\n" for member, body in members.items())

    def edit(files: Files) -> Files:
        before, _, _ = text(files, TIDE).partition("## 밀물")
        return put(TIDE, f"{before}## {name}\n{rows}")(files)

    return edit


MEMBERS: dict[str, tuple[dict[str, str], list[str], list[str]]] = {
    "one more in front": (RIP | TIDES, ["너울"], []),
    "one more at the end": (TIDES | RIP, ["너울"], []),
    "one is gone": ({name: TIDES[name] for name in ("밀물", "정조")}, [], ["썰물"]),
    "turned round": (dict(reversed(TIDES.items())), [], []),
    "one is worded anew": (TIDES | {"썰물": "갯벌이 드러나도록 물이 멀어진다."}, [], []),
}


@pytest.mark.parametrize(("members", "new", "gone"), MEMBERS.values(), ids=MEMBERS)
def test_the_members_of_a_comparison_keep_their_cards(
    story: Story, members: dict[str, str], new: list[str], gone: list[str]
) -> None:
    story.upgrade(compared(members), new=new, gone=gone)
    note = story.note("밀물, 썰물, 정조의 차이")
    assert shown(note.field("비교")) == " ".join(word for pair in members.items() for word in pair)
    choices = re.findall(r'<li class="no(\d)">(.*?)</li>', note.field("보기"))
    assert [name for _, name in choices] == list(members)
    assert all(note.field(f"이름 {number}") == name for number, name in choices)


def test_a_member_is_renamed(story: Story) -> None:
    members = {("들물" if name == "밀물" else name): body for name, body in TIDES.items()}
    story.upgrade(compared(members), same={"밀물": "들물"})


def test_a_comparison_is_renamed_with_a_member_more(story: Story) -> None:
    name = "밀물, 썰물, 정조, 너울의 차이"
    story.upgrade(compared(TIDES | RIP, name), same={"밀물, 썰물, 정조의 차이": name}, new=["너울"])


ROWS = {
    "쓰는 때": ("먼바다", "강"),
    "움직이는 힘": ("바람", "사람"),
    "걸리는 날": ("며칠", "하루"),
}


def tabled(columns: tuple[int, ...], rows: tuple[str, ...] = tuple(ROWS)) -> Edit:
    """Two boats in a table, their columns and rows in this order."""
    table = [("기준", *(("돛배", "나룻배")[at] for at in columns)), ("---",) * 3]
    table += [(row, *(ROWS[row][at] for at in columns)) for row in rows]
    lines = "".join(f"| {' | '.join(cells)} |\n" for cells in table)
    return put("notes/배들.md", f"# 배들\n\n## 돛배와 나룻배의 차이\n\n{lines}")


def test_columns_and_rows_change_places(story: Story) -> None:
    story.upgrade(tabled((0, 1)), new=["돛배와 나룻배의 차이"])
    story.me.study()
    story.upgrade(tabled((1, 0)))
    story.upgrade(tabled((0, 1), ("걸리는 날", "쓰는 때", "움직이는 힘")))
    story.upgrade(tabled((1, 0), ("쓰는 때", "움직이는 힘")))


# --- pictures and tags ----------------------------------------------------------------------------


def test_another_picture_of_the_same_name_arrives(story: Story) -> None:
    log = story.upgrade(put("notes/그림/등.png", png(200)))
    assert (log.new, log.updated) == (0, 1)
    (name,) = NAME.findall(story.note("등명기").field("정의"))
    assert story.me.anki.media()[name] == png(200)


def test_a_picture_gets_another_name(story: Story) -> None:
    log = story.upgrade(
        then(
            moved("notes/그림/등.png", "notes/그림/등명기.png"),
            replaced(LIGHT, ("그림/등.png", "그림/등명기.png")),
        )
    )
    assert (log.new, log.updated) == (0, 0)


def test_tags_in_the_front_matter_arrive(story: Story) -> None:
    log = story.upgrade(replaced(TIDE, ("tags: [바다]", "tags: [바다, 중간고사]")))
    assert log.updated == 7
    assert "중간고사" in story.note("사리").tags
    story.upgrade(replaced(TIDE, ("tags: [바다, 중간고사]", "tags: [기말고사]")))
    assert {"바다", "중간고사"} & story.note("사리").tags == set()


# --- the student's own edits ----------------------------------------------------------------------


def test_what_a_student_wrote_stays_until_the_note_itself_changes(story: Story) -> None:
    story.upgrade(replaced(HULL, ("배의 앞머리이다", "배의 뾰족한 앞쪽이다")))
    assert OWN in story.note("용골").field("정의")
    story.upgrade(replaced(HULL, ("굵은 나무이다", "가장 굵은 목재이다")))
    assert OWN not in story.note("용골").field("정의")
    assert "목재" in story.note("용골").field("정의")


def test_a_release_is_skipped(story: Story) -> None:
    story.publish(replaced(HULL, ("### 이물", "### 뱃머리")))
    story.publish(then(cut(HULL, f"### 고물\n{BACK}\n"), moved(HULL, "notes/배/배의 몸.md")))
    story.upgrade(
        then(
            replaced("notes/배/배의 몸.md", (FRONT, "배에서 가장 먼저 나아가는 뾰족한 곳이다.")),
            added("notes/바다/물때.md", f"\n## 용어 둘\n\n### 고물\n{BACK}\n"),
        ),
        same={"이물": "뱃머리"},
    )
    assert "뾰족한" in story.note("뱃머리").field("정의")


def test_a_change_that_was_taken_back_in_a_skipped_release(story: Story) -> None:
    before = story.files
    story.publish(replaced(HULL, ("굵은 나무이다", "가장 굵은 목재이다")))
    story.upgrade(lambda _: before)
    assert "나무" in story.note("용골").field("정의")


# --- pins -----------------------------------------------------------------------------------------

PIN = "<!-- id: keel -->"
OLD_TERM, OLD_BODY = "용골", "배 바닥 한가운데를 앞뒤로 지나며 뼈대를 받치는 굵은 나무이다."
NEW_TERM, NEW_BODY = "등마루", "가장 먼저 놓고서 갈비뼈 같은 늑골을 차례로 세워 나간다."
# A heading and its body, pinned.
HEADINGS = {
    "above a heading": PIN + "\n### {}\n{}\n",
    "below a heading": "### {}\n" + PIN + "\n{}\n",
    "at the end of a heading": "### {} " + PIN + "\n{}\n",
}
BLOCKS = HEADINGS | {
    "above a line": PIN + "\n{}: {}\n",
    "at the end of a line": "{}: {} " + PIN + "\n",
    "at the end of an item": "- {}: {} " + PIN + "\n",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_a_pinned_note_is_written_anew_from_end_to_end(
    begin: Callable[[Files], Story], block: str
) -> None:
    rest = "\n### 이물\n물살을 가르며 나아가는 배의 앞머리이다.\n"
    before, after = block.format(OLD_TERM, OLD_BODY), block.format(NEW_TERM, NEW_BODY)
    story = begin(SEA | {HULL: f"# 선체\n\n## 용어\n\n{before}{rest}"})
    assert PIN not in "".join(story.note("용골", "definition").fields)
    story.upgrade(replaced(HULL, (before, after)), same={"용골": "등마루"})
    assert "늑골" in story.note("등마루", "definition").field("정의")


@pytest.mark.parametrize("block", HEADINGS.values(), ids=HEADINGS)
def test_a_pin_is_added_and_moves_with_its_block(story: Story, block: str) -> None:
    plain = f"### {OLD_TERM}\n{OLD_BODY}\n"
    log = story.upgrade(replaced(HULL, (plain, block.format(OLD_TERM, OLD_BODY))))
    assert (log.new, log.updated) == (0, 0)
    story.upgrade(
        then(
            cut(HULL, block.format(OLD_TERM, OLD_BODY)),
            added(LIGHT, "\n" + block.format(NEW_TERM, NEW_BODY)),
        ),
        same={"용골": "등마루"},
    )


def test_two_pinned_notes_exchange_all_that_they_say(begin: Callable[[Files], Story]) -> None:
    pinned = replaced(
        HULL, ("### 이물", "### 이물 <!-- id: a -->"), ("### 고물", "### 고물 <!-- id: b -->")
    )
    story = begin(pinned(SEA))
    story.upgrade(
        replaced(
            HULL,
            (f"이물 <!-- id: a -->\n{FRONT}", f"고물 <!-- id: a -->\n{BACK}"),
            (f"고물 <!-- id: b -->\n{BACK}", f"이물 <!-- id: b -->\n{FRONT}"),
        ),
        same={"이물": "고물", "고물": "이물"},
    )
