"""What is looked at first for speed alone: the long way comes to the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import rules_core

from deckbuilder import extract
from deckbuilder.cards import backwards
from deckbuilder.extract import noise
from deckbuilder.extract.doubts import naming, weighed
from deckbuilder.extract.merge import akin, merge
from deckbuilder.extract.rules import prose
from deckbuilder.korean import (
    aloud,
    announcements,
    classes,
    contrasts,
    definitions,
    endings,
    figures,
    fragments,
    interrogative,
    labels,
    lines,
    names,
    numbering,
    opposites,
    particles,
    people,
    phrases,
    predicates,
    questions,
    reader,
    references,
    repeats,
    sections,
    sentences,
    series,
    sets,
    shapes,
    traits,
)
from deckbuilder.korean.aloud import spelling
from deckbuilder.korean.pairs import name_last, separators
from deckbuilder.korean.rare import Rare
from deckbuilder.markdown import _parser, every, parse
from deckbuilder.model import (
    Definition,
    Enumeration,
    Kind,
    Node,
    Run,
    Span,
    Text,
    Tier,
    Unit,
    readable,
)
from deckbuilder.outline import inline, markers
from deckbuilder.render.sanitise import _CLEAN, CLEANER, _cleaned
from deckbuilder.tagless import FOLD, _parsed, opened, text

MARKS = st.text("가나 aZ09.,:-=>()[]<&;\"'\\$^_\n\t\u00a0\u200b²①❶*·", max_size=30)
TAGS = st.sampled_from(
    """
    <p> </p> <br> <b> </b> <strong> </strong> <code> </code> <span_class="a"> </span>
    <script> </script> <a_href="x?a=1&amp;b"> </a>
    <!--_말_--> < </ <p <textarea> <img_src="a>b"> &amp; &lt; &#44032; &am p; &nbsp; 가 _ a >
    """.replace("\n", "").split()
).map(lambda piece: piece.replace("_", " "))
HTML = st.lists(TAGS | MARKS, max_size=8).map("".join)
SAID = st.lists(
    st.sampled_from(
        """
        강은 물 물이 흙과 모래로 나뉜다. 크게 다시 구분된다 이루어진다 두 가지가 있다. 있으며
        존재한다 대표적이다. 이라고도 라고도 한다 부른다 줄여서 줄여 강물로도 불린다. 하기도
        (river)라고도 = → : -> 곳 하는 사는 은 는 길이란 또는 또 혹은 바다,
        """.split()
    ),
    max_size=9,
).map(" ".join)
LABEL = st.lists(
    st.sampled_from(
        """
        강의 물의 종류 다음과 같다. 다음 아래의 두 세 가지 3가지 가 있다 로 나뉜다. 3장 제2절
        24.8.25 p.133 2교시 쓰시오. (완료) - 보류 백준 무엇인가요? 란? 이란 왜 할까 어떻게
        쓰이는지 서술하라 에 대해 관하여. 화가이다 왕이 사람으로 http://a.b www.a.b WWW.c 1919년
        3월 약 30 km 25% 3주차 Day 2 첫 번째 예시 #1 tree.md ： → - = : 것이 바로 의 정의는 값을
        말한다. 하는 장치이며 라고 불린다. 방법 운동 일 현상이다 것이다. 역할을 함. 의 약자로, 약어
        """.split()
    ),
    max_size=7,
).map(" ".join)
ENDED = st.lists(
    st.sampled_from(
        """
        물이 넘칠 때 넘치는 경우 경우에는, 위해서는 왜냐하면 준다 → 강이 막힌 까닭 까닭들 3단계 2기
        직후 이후 시 전 둑의 설명해 주세요. 참조하십시오 준비하세요! 있나요? 서술하시오 물에 따라
        달라진다. 다음과 같다: 다음이 성립한다. 입니다. 이다 임 정보 (river) Rivers Lock (둑)
        강물river 강물江水
        """.split()
    ),
    max_size=4,
).map(" ".join)
SYLLABLES = st.text("강물가나", max_size=2)
RARE = {
    f"{module.__name__}.{name}": one
    for module in (lines, reader, traits)
    for name, one in vars(module).items()
    if isinstance(one, Rare)
}
MARKDOWN = st.lists(MARKS | LABEL | HTML, max_size=4).map("\n".join)

NAMES = st.sampled_from(["강", "강(river)", "River", "물", "둑"])
LINES = st.integers(1, 4).map(lambda line: Span("말.md", line, line))
PARAGRAPHS = st.builds(
    lambda span, letters: Node(Kind.PARAGRAPH, span, (Text((Run("가" * letters),), span),)),
    LINES,
    st.sampled_from([1, 9, 400]),
)
CONTEXTS = st.sampled_from([(), ("논",), ("핵심 정리",)])
UNITS = st.builds(
    Definition,
    front=NAMES,
    span=LINES,
    context=CONTEXTS,
    rule=st.sampled_from(["term", "genus"]),
    tier=st.sampled_from(Tier),
    aliases=st.lists(NAMES, max_size=1).map(tuple),
    body=st.tuples(PARAGRAPHS),
) | st.builds(
    Enumeration,
    front=NAMES,
    span=LINES,
    tier=st.sampled_from(Tier),
    items=st.just(()),
    ordered=st.booleans(),
)


@given(MARKDOWN)
def test_lines_without_marks(source: str) -> None:
    slow = _parser.__wrapped__()
    slow.core.ruler.at("inline", rules_core.inline)
    assert _parser().parse(source) == slow.parse(source)


@given(MARKDOWN)
def test_lines_of_text_alone(source: str) -> None:
    span = Span("말.md", 1, 1 + source.count("\n"))
    for node in every(parse(source)[0]):
        if node.type == "inline":
            assert inline.lines(node, span) == inline._parted(node, span)


@given(HTML)
def test_the_text_of_html(html: str) -> None:
    assert text(html) == _parsed(readable(html))


@given(HTML)
def test_html_in_which_nothing_is_folded(html: str) -> None:
    for shown in (html, f"<details><summary>강</summary>{html}</details>"):
        assert opened(shown) == FOLD.sub(r"\1", shown)


@given(MARKS | HTML)
def test_what_is_clean_already(html: str) -> None:
    if _CLEAN.fullmatch(html):
        assert CLEANER.clean(html) == html
    assert _cleaned(html) == CLEANER.clean(html)


@given(st.lists(st.sampled_from(["강", " ", "<strong>", "</strong>", "<em>", "</em>", "\n"])))
def test_a_paragraph_that_is_clean(pieces: list[str]) -> None:
    html = f"<p>{''.join(pieces)}</p>"
    if _CLEAN.fullmatch(html):
        assert CLEANER.clean(html) == html
    assert text(html) == _parsed(html)


@given(SAID | LABEL)
def test_a_sentence_that_breaks_off(said: str) -> None:
    whole = f"{said} "
    at_its_end = prose._OPEN.search(whole, max(0, len(whole) - prose.LONGEST_CASE))
    assert bool(at_its_end) == bool(prose._OPEN.search(whole))


@given(SAID | LABEL)
def test_a_list_that_is_announced(said: str) -> None:
    assert shapes.unannounced(said) == announcements.ANNOUNCEMENT.sub("", said)


@given(
    SAID | LABEL,
    st.sampled_from(["", ".", "?", "!", " ", ". ", "\n", "함 .", "하다", "까?", "자."]),
)
def test_how_a_line_ends(said: str, end: str) -> None:
    plain = said + end
    ends = endings.FINITE.search(plain) and not endings._ASKING.search(plain)
    clause = (one.search(plain) for one in (endings.CLAUSE, endings._NOT, endings._LET_US))
    noun = endings.NOMINAL.search(plain) and endings.CASE.search(plain)
    assert endings.is_ended(plain) == bool(
        ends or any(clause) or noun or endings._ABLE.search(plain)
    )


@given(MARKS)
def test_where_a_label_begins_and_ends(label: str) -> None:
    one_by_one = (pattern.match(label) for pattern in (numbering.FRONT, *numbering.NUMBERING))
    assert bool(numbering._ANY.match(label)) == any(hit is not None for hit in one_by_one)
    one_by_one = (pattern.match(label) for pattern in markers.MARKS)
    assert bool(markers._ANY.match(label)) == any(hit is not None for hit in one_by_one)
    ends = [run.start() for run in numbering.BACK.finditer(label) if run.end() == len(label)]
    assert numbering.closing(label) == (ends[0] if ends else len(label))


@given(st.text("가각aZ09 ") | MARKS)
def test_how_a_name_is_spelt(name: str) -> None:
    if spelling._PLAIN.fullmatch(name):
        assert spelling.spelt(f"{name}™") == name  # the mark alone is taken off


@given(st.text("가각갈AΩ9²™\\\u1100\u1161^${}() ") | MARKS, st.sampled_from("가각갈"))
def test_a_word_that_ends_in_hangul(word: str, last: str) -> None:
    assert aloud.ending(word + last) == aloud._reckoned(word + last)


@given(SAID)
def test_sentences_that_hold_no_such_word(said: str) -> None:
    assert references._GIVING.search(said) or not references._ALSO.search(said)
    assert "줄여" in said or not references._SHORT.search(said)
    assert series._MAY_DIVIDE.search(said) or not series._DIVIDED.match(said)
    assert series._MAY_HOLD.search(said) or not series._HOLDS.match(said)
    for form, sign in name_last.REVERSING:
        assert sign.search(said) or not form.fullmatch(said)
    topic = re.compile(r"(?<!\b또)(?<!\b혹)(?:은|는)\s+")
    assert [hit.span() for hit in particles.TOPIC.finditer(said)] == [
        hit.span() for hit in topic.finditer(said)
    ]
    if particles._OF_CLAUSE.search(said):
        assert said[-2].isspace()


@given(SAID | LABEL)
def test_what_stands_in_all_that_a_pattern_finds(said: str) -> None:
    assert questions.asked.__wrapped__(said) == said or said[-1] in questions._ASKING
    assert questions._is_asking(said) == bool(questions.QUESTION.search(said))
    assert classes._DIGIT.search(said) or not classes._NUMBERED_CHAPTER.fullmatch(said)
    assert classes._DIGIT.search(said) or not classes.DAY_OR_PAGE.fullmatch(said)
    assert sets.uncounted(said) == sets.COUNT.sub(" ", said)
    assert shapes.announces(said) == bool(announcements.ANNOUNCE.search(said.strip()))
    assert shapes.points_below(said) == bool(announcements.BELOW.search(said))
    assert sections._MAY_BE_PLACE.search(said) or not sections._PLACE.fullmatch(said)
    assert reader.asks(said) == bool(reader._ASKED.search(said.strip()))
    assert people._SOMEBODY.search(said) or not people._ONE.search(said)
    assert separators._SEPARATING.search(said) or not separators.SEPARATOR.search(said)
    assert noise.has_address(said) == bool(noise.ADDRESS.search(said))
    assert weighed.hangul(said) == len(re.sub("[^가-힣]", "", said))
    assert figures._DIGIT.search(said) or not figures._DATE.fullmatch(said)
    assert figures._DIGIT.search(said) or not figures._QUANTITY.fullmatch(said)
    led = phrases.ABOUT.sub("", phrases.CLOSING.sub("", said))
    assert phrases.without_lead(said) in (led, led[:-1])
    hits = [*sentences.END.finditer(said), *sentences.NEXT_DEFINITION.finditer(said)]
    assert len(sentences._spans(said)) == 1 or hits
    by_itself = contrasts.PAIR.match(contrasts.CONTRAST.sub("", said).strip())
    assert contrasts._BETWEEN.search(said) or not (contrasts.VERSUS.search(said) or by_itself)
    assert contrasts._DIFFERING.search(said) or not contrasts.CONTRAST.search(said)
    assert phrases.asks(said) == bool(phrases.QUESTION.search(said))
    counts = interrogative._COUNTS.search(said) or interrogative._THERE_ARE.search(said)
    assert "가지" in said or not counts
    assert backwards._stops_in_the_air(said) == bool(backwards.IN_THE_AIR.search(said))
    for form, marks in definitions.NAMING:
        assert any(mark in said for mark in marks) or not form.match(said)
    assert "것이" in said or not definitions.IS_THE.match(said)
    assert "라고" in said or not definitions.IS_KNOWN_AS.fullmatch(said)


@given(ENDED)
def test_lines_and_names_that_end_otherwise(said: str) -> None:
    assert lines.is_cut(said) == bool(lines._CUT.search(said))
    bare = numbering.clean(said)
    assert bare[-1:] in fragments._LAST or not fragments._END.search(bare)
    assert names.is_occasion(said) == bool(names._OCCASION.search(bare))
    assert not ("가" <= said[-1:] <= "힣" and labels.GLUED.fullmatch(said))
    assert phrases.is_bound(said) == bool(phrases.BOUND.search(said))
    assert shapes.singular(said) == shapes._PLURAL.sub("", said)
    assert predicates.form(said) == predicates.form(predicates._APART.sub("", said))
    assert "(" in said or not repeats._BRACKET.search(said)


@pytest.mark.parametrize("way", fragments._ENDS.values(), ids=fragments._ENDS)
@given(st.data())
def test_how_a_fragment_ends(way: str, data: st.DataObject) -> None:
    end = data.draw(st.from_regex(rf"(?:{way})\Z"))
    assert end[-1] in fragments._LAST


@pytest.mark.parametrize("rare", RARE.values(), ids=RARE)
@given(st.data())
def test_what_fits_a_rare_pattern(rare: Rare, data: st.DataObject) -> None:
    fits = re.compile(rare.pattern.pattern, rare.pattern.flags)
    assert rare.search(data.draw(st.from_regex(fits)))


@given(SAID | LABEL)
def test_a_line_that_ends_so_behind_so_many_characters(said: str) -> None:
    for says in (*predicates.SAYS_WHAT, predicates._TELLS, predicates._OF_A_SORT):
        whole = re.compile(rf".{{{says.behind},}}{_group(says.end.pattern)}")
        assert says.holds(said) == bool(whole.match(said))


@given(st.lists(st.sampled_from([*classes._WHOLE, *classes._LAST, "강", "물길", "두 가지"])))
def test_labels_that_no_list_tells(words: list[str]) -> None:
    for label in (" ".join(words), "".join(words), f"{' '.join(words)}?"):
        if classes._is_unlisted(label):
            assert not any(one.holds(label) for one in classes.CLASSES if one.listed)


@given(st.text("강물의힣 ") | SAID | LABEL)
def test_a_name_of_syllables_is_no_sign(name: str) -> None:
    if naming.SYLLABLES.fullmatch(name):
        of_signs = (naming.COMPOUND, naming.FORMULA, naming.SIGNS, naming.LETTER, naming.RELATION)
        assert not any(one.search(name) for one in of_signs)
        assert re.search(r"[^\W_]", name)
        assert not names.is_line_of_code(name)


def _group(pattern: str) -> str:
    return f"(?:{pattern})"


@given(st.sampled_from(opposites.PAIRS), SYLLABLES, SYLLABLES, SYLLABLES)
def test_names_that_share_neither_end(
    pair: tuple[str, str], before: str, behind: str, other: str
) -> None:
    for first, second in (
        (f"{before}{pair[0]}{behind}", f"{before}{pair[1]}{behind}"),
        (pair[0], other),
        (f"{before}{pair[0]}", f"{other}{pair[1]}"),
    ):
        changed = any(
            opposites._changed(first, one, to, second)
            for one, to in opposites.PAIRS
            if one in first
        )
        assert not changed or opposites.opposed(first, second)


@given(st.lists(UNITS, max_size=9))
def test_what_is_merged_with_what_shares_no_name(proposed: list[Unit]) -> None:
    units, _ = merge([unit for unit in proposed if unit.tier < Tier.MAYBE])
    others = [unit for unit in proposed if unit.tier == Tier.MAYBE]
    all_of_them, short = (_offered(of, others) for of in (units, akin(units, others)))
    assert all_of_them == short


def _offered(units: tuple[Unit, ...], others: list[Unit]) -> tuple[object, ...]:
    every, again = merge((*units, *others))
    made = [unit for unit in every if unit.tier < Tier.MAYBE]
    return (
        [unit for unit in every if unit.tier == Tier.MAYBE],
        [one for one in again if one.unit.tier == Tier.MAYBE],
        extract._more(made, others),
    )
