"""The text of HTML: read fast where a field is as most are, the same however it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder import tagless
from deckbuilder.model import readable

PIECES = (
    *("가", " ", "\n", "<", ">", "&", ";", '"', "&amp;", "&lt", "&lt;b&gt;", "&#44032;", "&nbsp;"),
    *("<b>", "</b>", "<li>", "</li>", "<br>", "<br/>", "<B>", "<hr >", "<h2>", "</h2>", "<h7>"),
    *('<img src="가.png" alt="나 &gt; 다">', '<img alt="1 > 0">', "<i class=x>", '<a href="?a&b">'),
    *("<!-- 말 -->", "<!doctype html>", "<script>", "</script>", "<textarea>", "</textarea>"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_what_is_read_fast_is_read_the_same(html: str) -> None:
    assert tagless.text(html) == tagless._parsed(readable(html))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>가<b>나</b> 다</p><p>라</p>", "가나 다 라"),
        ("1 &lt; 2 &am<b>p;</b> 3", "1 < 2 &amp; 3"),
        ('<img alt="1 > 0"> 가', "가"),
        ("<script>1 < 2</script>", "1 < 2"),
    ],
)
def test_tags_around_blocks_are_blanks(html: str, text: str) -> None:
    assert tagless.text(html) == text


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("**물레**와 <b>방아</b>", "물레와 방아"),
        ("`a * b`와 ``c``", "a * b와 c"),
        ("a*b*c와 snake_case", "a*b*c와 snake_case"),
        ("`물레", "`물레"),
        ("``물레`", "``물레`"),
        ("`` ` ``" + "`" * 4000, "`` ` ``" + "`" * 4000),
    ],
)
def test_a_line_is_shown_without_its_marks(line: str, shown: str) -> None:
    assert tagless.shown(line) == shown
