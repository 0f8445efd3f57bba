"""What holds of the cards of every note, whatever it says; as Anki shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckbuilder.model import CardSettings, Note
from deckbuilder.notes.asking import notes as made
from deckbuilder.notetypes import MOST_BLANKS, MOST_MEMBERS, NOTE_TYPES
from tests.strategies import MOST, TERMS, inline, phrases
from tests.support.cases import reading
from tests.support.collection import Anki, Stored, letters, opened, shown
from tests.support.packed import added

# Fields of a card that asks for a name, the name, and where it stands.
REVERSE = {"거꾸로": ("용어", "거꾸로 자리")} | {
    f"설명 {number}": (f"이름 {number}", "거꾸로 자리") for number in range(1, MOST_MEMBERS + 1)
}
ALSO = ("{0}라고도 한다.", "흔히 {0}라고 부르기도 한다.", "{0}(으)로도 불린다.")
SAID = (
    "{0}은 {2} 것이다.",
    "{2} {1}({0})은 것을 말한다.",
    "{0}({1})은 {2} 기술이다. {1}도 {2} 쓴다.",
    "{2} 과정이다. {0}라고도 한다.",
    "{2} 것이다.[^1]\n\n[^1]: {0}의 앞 글자",
    "{2} 것이다. ![{0}](https://example.org/a.png)",
    "{2} 것으로 ${0}$ 이다.",
    "{2} <ruby>字<rt>{0}</rt></ruby> 것이다.",
)


def deck(source: str) -> list[Note]:
    return made([reading(source)], "덱", CardSettings(items="all"))


def shown_names(note: Note) -> Iterator[str]:
    """The names that fronts show though they ask for them; the names to choose from excluded."""
    values = dict(zip(NOTE_TYPES[note.note_type].fields, note.fields, strict=True))
    for front, (name, place) in REVERSE.items():
        if values.get(front):
            shown = letters(values[front]), letters(values[place])
            if any(letters(values[name]) in text for text in shown):
                yield values[name]


@settings(max_examples=2 * MOST)
@given(
    st.sampled_from(TERMS),
    st.sampled_from(["캐시", "Queue", "열", "K8s", "교착 상태"]),
    phrases,
    st.sampled_from(SAID),
)
def test_no_card_that_asks_back_shows_its_term(term: str, gloss: str, text: str, said: str) -> None:
    source = f"# {term} 공부\n## {gloss}\n### {term}({gloss})\n{said.format(term, gloss, text)}\n"
    for note in deck(source):
        assert list(shown_names(note)) == []
        values = dict(zip(NOTE_TYPES[note.note_type].fields, note.fields, strict=True))
        if values.get("거꾸로") and letters(gloss) in letters(values["다른 이름"]):
            assert letters(gloss) not in letters(values["거꾸로"] + values["거꾸로 자리"])


def the_clozes_are_whole(note: Note) -> None:
    named = zip(NOTE_TYPES[note.note_type].fields, note.fields, strict=True)
    for name, value in named:
        if name.startswith("빈칸") and value:
            assert_one_cloze(value, int(name.split()[-1]))


def assert_one_cloze(value: str, number: int) -> None:
    found = re.findall(r"\{\{c(\d+)::((?:(?!\}\}).)*)\}\}", value, re.S)
    assert [int(one) for one, _ in found] == [number]
    content = found[0][1]
    left = value.replace(f"{{{{c{number}::{content}}}}}", "")
    assert not set("{}") & set(left + content)
    assert "::" not in content


# --- the items of lists, in Anki ------------------------------------------------------------------

AWKWARD = (
    *("}}", "{{", "}", "{", "{{c1::x}}", "{{c2::", "std::vector", ":::", "`{{ x }}`", "`a }`"),
    *("$\\frac{{a}}{b}$", "<b>굵게", "<!-- {{c3::y}} -->", "[가](https://example.org/{{x}})"),
    *("&#123;&#123;c1::z&#125;&#125;", "**}}**", "\\{{", "a::b::c", "}}}}", "`}}`"),
)


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A note with a list; each item begins with a word of its own."""
    count = draw(st.one_of(st.integers(5, 9), st.sampled_from((19, 20, 21, 40, 41, 45))))
    ends = st.one_of(
        st.sampled_from(("", *AWKWARD)), inline(1).map(lambda text: text.split("\n")[0])
    )
    words = [f"낱말{chr(ord('가') + 28 * at)}뜻" for at in range(count)]
    mark = draw(st.sampled_from(("- {}", "1. {}")))
    items = [mark.format(f"{word} {draw(ends)}".strip()) for word in words]
    return "## 모둠의 특징\n" + "\n".join(items) + "\n", words


@pytest.fixture(scope="module")
def anki() -> Iterator[Anki]:
    """One collection; each example is imported over the one before."""
    with opened() as collection:
        yield collection


@settings(max_examples=MOST // 2)
@given(lists())
def test_each_item_of_a_long_list_has_a_card(anki: Anki, listed: tuple[str, list[str]]) -> None:
    source, words = listed
    found = deck(source)
    if len(words) != _items(found):
        return  # the note reads as something else: a comparison, two lists
    for note in found:
        the_clozes_are_whole(note)
    stored = [note for note in added(anki, found) if note.note_type.endswith("빈칸")]
    assert [len(note.cards) for note in stored] == _shares(len(words))
    asked_for(words, stored)


def _items(found: Sequence[Note]) -> int:
    """How many items the only list has."""
    whole = [note for note in found if note.note_type == "enumeration"]
    if len(whole) != 1:
        return 0
    return len(
        re.findall("낱말.뜻", whole[0].fields[NOTE_TYPES["enumeration"].fields.index("항목")])
    )


def _shares(count: int) -> list[int]:
    """How many cards each of the notes has."""
    return [min(MOST_BLANKS, count - first) for first in range(0, count, MOST_BLANKS)]


def asked_for(words: Sequence[str], stored: Sequence[Stored]) -> None:
    """Each front shows the two neighbours and no other item, and the back the item."""
    cards = [card for note in stored for card in note.cards]
    for at, (word, card) in enumerate(zip(words, cards, strict=True)):
        neighbours = {words[near] for near in (at - 1, at + 1) if 0 <= near < len(words)}
        front = shown(card.front)
        assert {one for one in words if one in front} == neighbours
        assert "[...]" in front
        _, _, filled = card.back.partition('class="cloze"')
        assert shown(filled.partition(">")[2]).startswith(word)
