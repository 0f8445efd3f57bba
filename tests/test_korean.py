"""What the project reads in labels, pairs and sentences; the cases are tables beside this file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.korean import (
    aloud,
    assent,
    closing,
    definitions,
    differences,
    endings,
    fragments,
    josa,
    labels,
    listings,
    loanwords,
    names,
    opposites,
    pairs,
    people,
    phrases,
    references,
    sections,
    shapes,
    titles,
    together,
    traits,
    translations,
    voices,
)
from deckbuilder.korean.aloud.sounds import Ending
from deckbuilder.korean.lines import tells_of_its_writer
from deckbuilder.markdown import every, parse
from deckbuilder.model import LabelKind, Run, Span, Text
from deckbuilder.outline.inline import lines
from tests.strategies import anything

FOLDER = Path(__file__).parent / "korean"
Row = tuple[str, ...]


def rows(name: str) -> list[Row]:
    """The rows of a table, without its comments; missing cells are empty."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    cells = [tuple(row.split("\t")) for row in text.splitlines() if not row.startswith("#")]
    return [(*row, "", "", "")[:5] for row in cells]


def line(written: str) -> Text:
    """A line of Markdown as marked text."""
    tree, _ = parse(written)
    inline = next(node for node in every(tree) if node.type == "inline")
    return lines(inline, Span("note.md", 1, 1))[0]


def plain(written: str) -> Text:
    """A line without any markup."""
    return Text((Run(written),), Span("note.md", 1, 1))


def label(row: Row) -> object:
    found = labels.read(plain(row[0]))
    return found.name, found.kind, "|".join(found.aliases), found.relative


def pair(row: Row) -> object:
    found = pairs.split(line(row[0]))
    return tuple(part.plain for part in found) if found else ("-",)


def how_many(name: str, more: str) -> str:
    """How many there are: "3", or "3 ordered"."""
    count, _, ordered = more.partition(" ")
    return listings.how_many(name, int(count), ordered=bool(ordered))


# The question of each kind; `more` is the members, the first sentence, or how many items there are.
ASKED: dict[str, Callable[[str, str], Iterable[str]]] = {
    "what_is": lambda front, more: phrases.what_is(front, more.split("|") if more else ()),
    "said": lambda front, more: phrases.what_is(front, said=more),
    "column": lambda front, more: phrases.what_is(front, heads=("이름", *more.split("|"))[-2:]),
    "point": lambda front, more: phrases.what_is(front, above=more),
    "which_are": lambda front, more: listings.which_are(front, ordered=bool(more)),
    "difference": lambda front, more: differences.difference(front, more.split("|")),
    "shown": lambda front, more: differences.difference(front, more.split("|"), shown=True),
    "paired": lambda front, more: differences.difference(
        front, more.split("|"), shown=True, paired=True
    ),
    "rows": lambda front, more: differences.difference(
        front, more.split("|"), rows=["속력", "압력"]
    ),
    "told_rows": lambda front, more: differences.difference(
        front, more.split("|"), shown=True, rows=["설명", "예시"]
    ),
    "one_of": lambda _, more: listings.one_of(int(more)),
    "how_many": how_many,
}


def tells_who(row: Row) -> object:
    name, aliases, said, among, _ = row
    return people.tells_who(name, aliases.split("|") if aliases else (), said, among=bool(among))


def told_apart(row: Row) -> object:
    """The names that a line tells apart from another."""
    line, every, place, *_ = row
    names = every.split("|")
    heading, lines = (line, ()) if place == "heading" else ("", (line,))
    found = together.named_together(names, heading, lines)
    held = (one for one in names if any(found.hold(one, other) for other in names if one != other))
    return "|".join(held)


NO_TERMS = {
    "deed": names.is_deed,
    "place": sections.is_place_in_note,
    "exercise": names.is_exercise,
    "fragment": fragments.is_fragment,
    "condition": names.is_condition,
}
LINES: dict[str, Callable[[str], bool]] = {
    "assent": assent.seeks_assent,
    "announces": shapes.announces,
    "ended": endings.is_ended,
    "state": traits.is_like,
    "past": lambda line: voices.pasts(line) > 0,
}
VOICES = {"writer": voices.has_writer, "mood": voices.has_mood}
# Of each table what is made of a row, and what the row says of it.
TABLES: dict[str, tuple[Callable[[Row], object], Callable[[Row], object]]] = {
    "labels": (label, lambda row: (row[1], LabelKind(row[2]), row[3], bool(row[4]))),
    "pairs": (pair, lambda row: row[1 : 2 if row[1] == "-" else 3]),
    "sentences": (lambda row: definitions.defined(row[0]) or "-", lambda row: row[1]),
    "other_names": (
        lambda row: "|".join(references.other_names(row[0])) or "-",
        lambda row: row[1],
    ),
    "phrases": (lambda row: "".join(ASKED[row[0]](row[1], row[2])), lambda row: row[3]),
    "people": (tells_who, lambda row: bool(row[4])),
    "josa": (lambda row: josa.with_particle(row[0], row[1]), lambda row: row[2]),
    "names": (
        lambda row: [kind for kind, holds in NO_TERMS.items() if holds(row[0])],
        lambda row: [row[1]] if row[1] else [],
    ),
    "lines": (
        lambda row: [kind for kind, holds in LINES.items() if holds(row[0])],
        lambda row: row[1].split(),
    ),
    "voices": (
        lambda row: [voice for voice, holds in VOICES.items() if holds(row[0])],
        lambda row: row[1].split(),
    ),
    "closing": (lambda row: closing.closed(plain(row[0])).plain, lambda row: row[1]),
    "opposites": (lambda row: opposites.told_apart(row[0], row[1]), lambda row: row[2] == "yes"),
    "together": (told_apart, lambda row: row[3]),
    "loanwords": (lambda row: loanwords.read_alike(row[0], row[1]), lambda row: row[2] == "yes"),
    "translations": (
        lambda row: translations.translated(row[0], row[1]),
        lambda row: row[2] == "yes",
    ),
}


@pytest.mark.parametrize("table", TABLES)
def test_a_table(table: str) -> None:
    made, said = TABLES[table]
    found = [(row, made(row), said(row)) for row in rows(f"{table}.tsv")]
    assert found
    assert [one for one in found if one[1] != one[2]] == []


def test_every_table_is_read() -> None:
    assert {file.stem for file in FOLDER.glob("*.tsv")} == TABLES.keys()


# What the reading depends on, thrown together, and any text at all.
PIECES = [row[0] for row in rows("josa.tsv")] + list("가갈^⁺²-+#(){}[]「」\\$/., _'é")
spoken = st.one_of(st.lists(st.sampled_from(PIECES)).map("".join), anything())


@given(spoken, st.sampled_from(sorted(josa.PARTICLES)))
def test_every_text_takes_a_particle_and_stays_as_it_is(word: str, pair: str) -> None:
    whole = josa.with_particle(word, pair)
    assert whole.startswith(word)
    assert whole[len(word) :] in josa.PARTICLES[pair].values()


@given(spoken)
def test_the_particle_is_the_same_for_composed_and_decomposed_text(word: str) -> None:
    forms = {aloud.ending(unicodedata.normalize(form, word)) for form in ("NFC", "NFD")}
    assert forms == {aloud.ending(word)}


def test_every_syllable_takes_the_particle_of_its_final_consonant() -> None:
    for code in range(ord("가"), ord("힣") + 1):
        final = (code - ord("가")) % 28
        assert josa.with_particle(chr(code), "이/가") == chr(code) + ("이" if final else "가")
        expected = "으로" if final not in (0, 8) else "로"  # 8 is ㄹ
        assert josa.with_particle(chr(code), "으로/로") == chr(code) + expected


@given(spoken, st.lists(spoken, min_size=2, max_size=3))
def test_any_topic_can_be_asked_for(topic: str, members: list[str]) -> None:
    of_column = phrases.what_is(topic, heads=members[:2])
    for phrase in (phrases.what_is(topic, said=members[0]), of_column, listings.which_are(topic)):
        assert topic.startswith(phrase.name)
        assert not phrase.tail or phrase.tail.endswith(("요?", "요."))
    for paired in (False, len(members) == 2):
        name, tail = differences.difference(topic, members, rows=members, paired=paired)
        assert not tail or tail.endswith("요?")
        assert name or tail


def test_brackets_may_be_nested_as_deep_as_one_likes() -> None:
    deep = "(" * 2000 + "스택" + ")" * 2000
    assert aloud.ending(deep) == Ending.CONSONANT


@pytest.mark.parametrize(
    "long", [f"f({'1' * 200}lg{'lg ' * 200}가)", f"₩{'1,' * 50000}a", f"{'a' * 50000}!x가"]
)
def test_a_long_text_takes_no_time(long: str) -> None:
    assert aloud.ending(long) == Ending.VOWEL


@pytest.mark.parametrize("gap", ["이때 {}흙을 둑이라 한다.", "이때 흙을 {}둑이라 한다."])
def test_a_name_is_given_to_what_stands_before_within_so_many_letters(gap: str) -> None:
    """Beyond, each of a long line's objects would be tried with all that stands behind it."""
    assert references.points_back(gap.format("깊은 " * 33))
    assert not references.points_back(gap.format("깊은 " * 34))


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("2024-03-11", True),
        ("TIL on May 4th, 2023", True),
        ("3월 11일 공부 기록", True),
        ("20240311 (월)", True),
        ("2024-03-11 Mon", True),
        ("2024-03-11 Monsoon", False),
        ("2024-03-11 밀물", False),
        ("3월 혁명", False),
        ("4.19", False),
    ],
)
def test_a_note_that_is_called_by_a_day(title: str, day: bool) -> None:
    assert titles.is_day(title) is day


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("[plan] 다음 주 항해", True),
        ("선장님 커리어 강의 요약", True),
        ("[공지] 나루 휴업", True),
        ("2031년 목표 설정 모음", True),
        ("2031-goals", True),
        ("2031 3분기 스터디", True),
        ("목표 설정 이론", False),
        ("나루 넓히기 2031 계획", False),
        ("2031년 나루의 모습", False),
        ("나루 스터디", False),
        ("여름 학기 성적 정정 기간", True),
        ("진로 발달 이론", False),
        ("진로상담 기법", False),
        ("상담심리학 - 취업상담의 이해", False),
        ("뱃놀이 영화 추천", True),
        ("추천 시스템", False),
        ("협업 필터링 추천", False),
        ("물길 논문 리뷰", False),
        ("항해 강의 요약", False),
        ("성적과 확률", False),
    ],
)
def test_a_note_that_is_kept_for_its_writer_or_a_course(title: str, kept: bool) -> None:
    assert (titles.is_told(title) or titles.is_of_project(title)) is kept


@pytest.mark.parametrize(("syllables", "told"), [(180, True), (320, False)])
def test_who_tells_of_himself_speaks_of_the_past_often(syllables: int, told: bool) -> None:
    spoken = "저는 산에 갔다. 제가 본다. 저도 쉰다. "
    assert tells_of_its_writer(spoken + "물" * (syllables - 13)) is told


def test_a_name_that_english_words_make_in_many_ways_is_looked_through_once() -> None:
    # In as many ways as there are, it would never end.
    assert not translations.translated(f"{'a' * 99}가", "hash data a aa aaa b aaaa")
