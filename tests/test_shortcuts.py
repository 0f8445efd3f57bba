"""What is looked at first for speed alone: the long way comes to the same."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.korean import josa, numbering, pairs, particles, references, series
from deckbuilder.model import readable
from deckbuilder.render.sanitise import _TOLD_BY_MARKS, CLEANER
from deckbuilder.tagless import _parsed, text

MARKS = st.text("가나 aZ09.,:-=>()[]<&;\"'\\$^_\n\t\u00a0\u200b²①❶*·", max_size=30)
TAGS = st.sampled_from(
    """
    <p> </p> <br> <b> </b> <span_class="a"> </span> <script> </script> <a_href="x?a=1&amp;b"> </a>
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


@given(HTML)
def test_the_text_of_html(html: str) -> None:
    assert text(html) == _parsed(readable(html))


@given(MARKS | HTML)
def test_what_is_clean_already(html: str) -> None:
    if not _TOLD_BY_MARKS.search(html):
        assert CLEANER.clean(html) == html


@given(MARKS)
def test_where_a_label_begins_and_ends(label: str) -> None:
    one_by_one = (pattern.match(label) for pattern in (numbering.FRONT, *numbering.NUMBERING))
    assert bool(numbering._ANY.match(label)) == any(hit is not None for hit in one_by_one)
    if numbering._ENDS.match(label[-1:]):
        assert all(run.end() < len(label) for run in numbering.BACK.finditer(label))


@given(st.text("가각aZ09 ") | MARKS)
def test_how_a_name_is_spelt(name: str) -> None:
    if josa._PLAIN.fullmatch(name):
        assert josa._spelt(f"{name}™") == name  # the mark alone is taken off


@given(SAID)
def test_sentences_that_hold_no_such_word(said: str) -> None:
    if not any(mark in said for mark in references._NAMING):
        assert not references._ALSO.search(said)
        assert not references._SHORT.search(said)
    assert series._MAY_DIVIDE.search(said) or not series._DIVIDED.match(said)
    assert series._MAY_HOLD.search(said) or not series._HOLDS.match(said)
    if not pairs._REVERSING.search(said):
        assert not pairs.REVERSED.fullmatch(said)
        assert not pairs.REVERSED_BY_COLON.fullmatch(said)
    topic = re.compile(r"(?<!\b또)(?<!\b혹)(?:은|는)\s+")
    assert [hit.span() for hit in particles.TOPIC.finditer(said)] == [
        hit.span() for hit in topic.finditer(said)
    ]
    if particles._OF_CLAUSE.search(said):
        assert said[-2].isspace()
