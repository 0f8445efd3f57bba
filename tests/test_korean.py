"""What the project reads in labels, pairs and sentences; the cases are tables beside this file."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.korean import (
    differences,
    josa,
    labels,
    loanwords,
    names,
    pairs,
    people,
    phrases,
    references,
    sentences,
    translations,
)
from deckbuilder.korean.lines import tells_of_its_writer
from deckbuilder.markdown import parse
from deckbuilder.model import LabelKind, Run, Span, Text
from deckbuilder.outline.inline import lines
from tests.strategies import anything

FOLDER = Path(__file__).parent / "korean"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table, without its comments; missing cells are empty."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    cells = [tuple(row.split("\t")) for row in text.splitlines() if not row.startswith("#")]
    return [(*row, "", "", "")[:5] for row in cells]


def line(written: str) -> Text:
    """A line of Markdown as marked text."""
    tree, _ = parse(written)
    inline = next(node for node in tree.walk() if node.type == "inline")
    return lines(inline, Span("note.md", 1, 1))[0]


def plain(written: str) -> Text:
    """A line without any markup."""
    return Text((Run(written),), Span("note.md", 1, 1))


@pytest.mark.parametrize(("written", "name", "kind", "aliases", "relative"), rows("labels.tsv"))
def test_a_label(written: str, name: str, kind: str, aliases: str, relative: str) -> None:
    label = labels.read(plain(written))
    assert (label.name, label.kind) == (name, LabelKind(kind))
    assert label.aliases == tuple(filter(None, aliases.split("|")))
    assert label.relative == bool(relative)


@pytest.mark.parametrize("row", rows("pairs.tsv"), ids=lambda row: row[0])
def test_where_a_label_ends(row: tuple[str, ...]) -> None:
    written, label, text = row[:3]
    pair = pairs.split(line(written))
    assert (pair and tuple(part.plain for part in pair)) == (
        None if label == "-" else (label, text)
    )


@pytest.mark.parametrize("row", rows("sentences.tsv"), ids=lambda row: row[0])
def test_what_a_sentence_defines(row: tuple[str, ...]) -> None:
    sentence, term = row[:2]
    assert sentences.defined(sentence) == (None if term == "-" else term)


@pytest.mark.parametrize("row", rows("other_names.tsv"), ids=lambda row: row[0])
def test_the_other_names_that_a_sentence_gives(row: tuple[str, ...]) -> None:
    sentence, names = row[:2]
    assert list(references.other_names(sentence)) == [
        name for name in names.split("|") if name != "-"
    ]


def how_many(name: str, more: str) -> str:
    """How many there are: "3", or "3 ordered"."""
    count, _, ordered = more.partition(" ")
    return phrases.how_many(name, int(count), ordered=bool(ordered))


# The question of each kind; `more` is the members, the first sentence, or how many items there are.
ASKED: dict[str, Callable[[str, str], Iterable[str]]] = {
    "what_is": lambda front, more: phrases.what_is(front, more.split("|") if more else ()),
    "said": lambda front, more: phrases.what_is(front, said=more),
    "column": lambda front, more: phrases.what_is(front, heads=("이름", *more.split("|"))[-2:]),
    "point": lambda front, more: phrases.what_is(front, above=more),
    "which_are": lambda front, more: phrases.which_are(front, ordered=bool(more)),
    "difference": lambda front, more: differences.difference(front, more.split("|")),
    "shown": lambda front, more: differences.difference(front, more.split("|"), shown=True),
    "paired": lambda front, more: differences.difference(
        front, more.split("|"), shown=True, paired=True
    ),
    "rows": lambda front, more: differences.difference(
        front, more.split("|"), rows=["속력", "압력"]
    ),
    "one_of": lambda _, more: phrases.one_of(int(more)),
    "how_many": how_many,
}


@pytest.mark.parametrize(
    ("kind", "front", "more", "question"), [row[:4] for row in rows("phrases.tsv")]
)
def test_the_question_of_a_card(kind: str, front: str, more: str, question: str) -> None:
    assert "".join(ASKED[kind](front, more)) == question


@pytest.mark.parametrize("row", rows("people.tsv"), ids=lambda row: f"{row[0]}: {row[2]}")
def test_who_somebody_is(row: tuple[str, ...]) -> None:
    name, aliases, said, among, who = row
    told = people.tells_who(name, aliases.split("|") if aliases else (), said, among=bool(among))
    assert told == bool(who)


@pytest.mark.parametrize(("word", "pair", "whole"), [row[:3] for row in rows("josa.tsv")])
def test_the_particle_behind_a_word(word: str, pair: str, whole: str) -> None:
    assert josa.with_particle(word, pair) == whole


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
    forms = {josa.ending(unicodedata.normalize(form, word)) for form in ("NFC", "NFD")}
    assert forms == {josa.ending(word)}


def test_every_syllable_takes_the_particle_of_its_final_consonant() -> None:
    for code in range(ord("가"), ord("힣") + 1):
        final = (code - ord("가")) % 28
        assert josa.with_particle(chr(code), "이/가") == chr(code) + ("이" if final else "가")
        expected = "으로" if final not in (0, 8) else "로"  # 8 is ㄹ
        assert josa.with_particle(chr(code), "으로/로") == chr(code) + expected


@given(spoken, st.lists(spoken, min_size=2, max_size=3))
def test_any_topic_can_be_asked_for(topic: str, members: list[str]) -> None:
    of_column = phrases.what_is(topic, heads=members[:2])
    for phrase in (phrases.what_is(topic, said=members[0]), of_column, phrases.which_are(topic)):
        assert topic.startswith(phrase.name)
        assert not phrase.tail or phrase.tail.endswith(("요?", "요."))
    for paired in (False, len(members) == 2):
        name, tail = differences.difference(topic, members, rows=members, paired=paired)
        assert not tail or tail.endswith("요?")
        assert name or tail


def test_brackets_may_be_nested_as_deep_as_one_likes() -> None:
    deep = "(" * 2000 + "스택" + ")" * 2000
    assert josa.ending(deep) == josa.Ending.CONSONANT


@pytest.mark.parametrize(
    "long", [f"f({'1' * 200}lg{'lg ' * 200}가)", f"₩{'1,' * 50000}a", f"{'a' * 50000}!x가"]
)
def test_a_long_text_takes_no_time(long: str) -> None:
    assert josa.ending(long) == josa.Ending.VOWEL


@pytest.mark.parametrize(("name", "expected"), [row[:2] for row in rows("names.tsv")])
def test_a_name_that_is_no_term(name: str, expected: str) -> None:
    questions = {
        "deed": names.is_deed,
        "place": names.is_place_in_note,
        "exercise": names.is_exercise,
        "fragment": names.is_fragment,
    }
    found = [kind for kind, holds in questions.items() if holds(name)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("2024-03-11", True),
        ("TIL on May 4th, 2023", True),
        ("3월 11일 공부 기록", True),
        ("20240311 (월)", True),
        ("2024-03-11 밀물", False),
        ("3월 혁명", False),
        ("4.19", False),
    ],
)
def test_a_note_that_is_called_by_a_day(title: str, day: bool) -> None:
    assert names.is_day(title) is day


@pytest.mark.parametrize(("syllables", "told"), [(180, True), (320, False)])
def test_who_tells_of_himself_speaks_of_the_past_often(syllables: int, told: bool) -> None:
    spoken = "저는 산에 갔다. 제가 본다. 저도 쉰다. "
    assert tells_of_its_writer(spoken + "물" * (syllables - 13)) is told


@pytest.mark.parametrize("row", rows("loanwords.tsv"), ids=" in ".join)
def test_a_name_that_is_read_alike_in_the_other_script(row: tuple[str, ...]) -> None:
    name, said, alike, *_ = row
    assert loanwords.read_alike(name, said) == (alike == "yes")


@pytest.mark.parametrize("row", rows("translations.tsv"), ids=" in ".join)
def test_a_name_that_is_said_in_the_other_language(row: tuple[str, ...]) -> None:
    name, said, told, *_ = row
    assert translations.translated(name, said) == (told == "yes")
