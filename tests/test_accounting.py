"""Whatever a note holds, every line of it is a card's or is left out for a reason."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain, product
from pathlib import Path

import pytest
from hypothesis import given, settings

from deckbuilder import api
from deckbuilder.markdown import SyntaxTreeNode, every, parse
from deckbuilder.model import CardSettings, Comparison, Enumeration, Node, Note, Span
from deckbuilder.notes import Reading, once
from deckbuilder.notes.asking import asked as asked_of
from deckbuilder.notes.asking import notes as made
from deckbuilder.outline import prepared
from deckbuilder.outline.fences import opened
from deckbuilder.reasons import REASONS
from deckbuilder.render.sanitise import ATTRIBUTES, TAGS
from deckbuilder.sources.encoding import decode
from tests.strategies import MOST, NOISE, anything, document, exported, notes, soup
from tests.support.command import ROOT
from tests.support.corpus import Part, files
from tests.test_cards_properties import shown_names

OWN = sorted((ROOT / "notes").glob("*.md"))


def read(source: str) -> Reading:
    return api.read(document(source))


# --- what holds of every note ---------------------------------------------------------------------


def every_line_is_on_a_card_or_left_out(reading: Reading) -> None:
    lines = reading.document.lines
    written = {number for number, line in enumerate(lines, start=1) if line.strip()}
    asked = {line for unit in reading.units for line in unit.lines}
    whole = _numbers(left.span for left in reading.left_out if left.reason != "rest")
    parted = _numbers(left.span for left in reading.left_out if left.reason == "rest")
    assert written <= asked | whole
    assert not asked & whole
    assert parted <= asked


def no_line_is_left_out_twice(reading: Reading) -> None:
    numbers = Counter(number for left in reading.left_out for number in left.span.lines)
    assert all(times == 1 for times in numbers.values())
    assert list(reading.left_out) == sorted(reading.left_out)


def every_reason_is_known(reading: Reading) -> None:
    assert {left.reason for left in reading.left_out} <= set(REASONS)


def every_span_lies_in_the_note(reading: Reading) -> None:
    spans = [left.span for left in reading.left_out]
    spans += [span for unit in reading.units for span in (unit.span, *unit.also, *unit.answer)]
    spans += [node.span for node in _nodes(reading)]
    last = len(reading.document.lines)
    assert all(span.path == reading.document.path for span in spans)
    assert all(1 <= span.first <= span.last <= last for span in spans)


def a_node_spans_what_it_holds(reading: Reading) -> None:
    for node in _nodes(reading):
        held = [text.span for text in node.text] + [child.span for child in node.children]
        held += [node.label.text.span] if node.label else []
        assert all(node.span.to(span) == node.span for span in held), node


def what_is_left_out_as_markup_has_no_words(reading: Reading) -> None:
    """The last reason left must not hide text (what HTML blocks hold is looked at below)."""
    tree, _ = parse(reading.document.source)
    raw = {line for node in every(tree) if _is_raw(node) for line in _lines(node)}
    bare = _without_markup(reading.document.source).split("\n")
    markup = _numbers(left.span for left in reading.left_out if left.reason == "markup")
    assert [bare[number - 1] for number in markup - raw if _has_words(bare[number - 1])] == []


def the_outline_keeps_every_word(reading: Reading) -> None:
    _, tree, _ = prepared(reading.document.source)
    words = Counter(word for text in _seen(tree) for word in re.findall(r"[가-힣]{3,}", text))
    kept = "\n".join(_words(node) for node in _nodes(reading))
    assert [word for word, times in words.items() if kept.count(word) < times] == []


def an_opened_fence_keeps_every_line(reading: Reading) -> None:
    lines = reading.document.lines
    kept = opened(reading.document.source).split("\n")
    assert len(kept) == len(lines)
    for line, read in zip(lines, kept, strict=True):
        words = [re.sub(r"[\W_]+", "", text) for text in (line, read)]
        assert words[0] == words[1] or re.match(r" {0,3}(?:```|~~~)", line)


def every_unit_can_be_asked(reading: Reading) -> None:
    for unit in reading.units:
        assert unit.front.strip()
        assert unit.answer
        assert all(name.strip() for name in (*unit.context, *unit.headings))
        match unit:
            case Enumeration():
                assert len(unit.items) >= 2
            case Comparison():
                assert len(unit.members) >= 2
                rows = len(unit.aspects)
                assert all(not rows or len(member.body) == rows for member in unit.members)


def deck(reading: Reading) -> list[Note]:
    """The notes of a deck with nothing else in it."""
    return made([reading], "덱", CardSettings())


def every_card_is_a_note_of_its_own(reading: Reading, cards: list[Note]) -> None:
    guids = [note.guid for note in cards]
    units, _ = once(asked_of(reading, CardSettings()))
    assert len(set(guids)) == len(guids) >= len(units)


def every_field_is_safe_html(_: Reading, cards: list[Note]) -> None:
    for note in cards:
        assert note.fields[0].strip()
        for field in note.fields:
            assert "<script" not in field.lower()
            _Safe().feed(field)


def no_card_that_asks_for_a_name_shows_it(_: Reading, cards: list[Note]) -> None:
    assert [name for note in cards for name in shown_names(note)] == []


INVARIANTS = (
    every_line_is_on_a_card_or_left_out,
    no_line_is_left_out_twice,
    every_reason_is_known,
    every_span_lies_in_the_note,
    a_node_spans_what_it_holds,
    what_is_left_out_as_markup_has_no_words,
    the_outline_keeps_every_word,
    an_opened_fence_keeps_every_line,
    every_unit_can_be_asked,
)
OF_CARDS = (
    every_card_is_a_note_of_its_own,
    every_field_is_safe_html,
    no_card_that_asks_for_a_name_shows_it,
)


def _nodes(reading: Reading) -> Iterator[Node]:
    """All blocks of a note, those of its footnotes among them."""
    for top in (reading.root, *chain.from_iterable(reading.footnotes.values())):
        yield from top.walk()


def _words(node: Node) -> str:
    """A block's own characters, and the readings above them."""
    readings = (
        mark.value
        for line in node.lines
        for run in line.runs
        for mark in run.marks
        if mark.kind == "ruby"
    )
    return "\n".join([*(line.plain for line in node.lines), *readings])


def _numbers(spans: Iterator[Span]) -> set[int]:
    return set(chain.from_iterable(span.lines for span in spans))


def _lines(node: SyntaxTreeNode) -> range:
    first, end = node.map or (0, 0)
    return range(first + 1, end + 1)


def _is_raw(node: SyntaxTreeNode) -> bool:
    """Whether a node's source has words that no reader sees: HTML, addresses."""
    hidden = any(
        child.type == "image"
        or (child.type == "link" and not re.search(r"\w", "".join(_seen(child))))
        or (child.type == "html_inline" and "\n" in child.content)
        for child in every(node)
    )
    return node.type == "html_block" or (node.type == "inline" and hidden)


# Tags, emoji shortcodes, fences, and the heads of callouts.
MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![a-z][^>]*>"
    r"|</?[a-z](?:'[^']*'|\"[^\"]*\"|[^<>'\"])*>|:[\w+-]+:|^[\s>*+-]*(?:`{3}|~{3}).*?$"
    r"|\[![\w-]+\]",
    re.S | re.I | re.M,
)


def _without_markup(source: str) -> str:
    """The note with its markup taken out, its line ends kept."""
    return html.unescape(MARKUP.sub(lambda found: "\n" * found[0].count("\n"), source))


def _has_words(line: str) -> bool:
    """Whether a line has letters or digits; the number of a list item alone does not count."""
    return bool(re.search(r"[^\W_]", re.sub(r"^[\s>*+-]*\d+[.)]", "", line)))


SEEN = frozenset(
    "text text_special code_inline fence code_block wikilink math_inline math_inline_double "
    "math_block math_block_label".split()
)


def _seen(node: SyntaxTreeNode) -> Iterator[str]:
    """The text that a reader sees, as the Markdown parser found it."""
    if node.type in SEEN:
        yield node.content
    if node.type != "image":
        for child in node.children:
            yield from _seen(child)


class _Safe(HTMLParser):
    """Refuses what could act, or load something, in Anki."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS
        for name, value in attrs:
            assert name in ATTRIBUTES[tag]
            assert name != "href" or re.match(r"https?:|mailto:", value or "")


# --- of generated notes, and of those that people wrote -------------------------------------------


def account(reading: Reading, *, but: Callable[[Reading], None] | None = None) -> None:
    for holds in INVARIANTS:
        if holds is not but:
            holds(reading)
    cards = deck(reading)
    for holds_of_cards in OF_CARDS:
        holds_of_cards(reading, cards)


@settings(max_examples=2 * MOST)
@given(source=notes())
def test_notes_well_or_badly_written(source: str) -> None:
    account(read(source))


@settings(max_examples=MOST // 2)  # long ones, each of several notes
@given(source=exported())
def test_what_sites_and_editors_leave(source: str) -> None:
    account(read(source), but=what_is_left_out_as_markup_has_no_words)  # as theirs has


@given(source=soup())
def test_marks_in_any_order(source: str) -> None:
    account(read(source))


@given(source=anything())
def test_any_characters(source: str) -> None:
    account(read(source))


# Notes in which a part, or two, may hold nothing that is kept.
AROUND_NOTHING = (
    "## 시험\n\n**시험지**\n\n{0}\n\n산을 재는 종이이다.\n\n**저울**\n\n- 무게를 재는 도구\n",
    "## 시험\n\n### 시험지\n{0}\n\n### 저울\n{1}\n",
    "## 시험\n\n{0}\n\n- 시험지 : 산을 재는 종이\n- 저울 : 무게를 재는 도구\n\n{1}\n",
    "## 시험의 종류\n\n- 시험지\n{2}\n- 저울\n  - 무게를 재는 도구\n",
    "## 시험지와 저울의 차이\n\n- 시험지\n{2}\n- 저울\n{2}\n",
    "> ## 시험\n>\n{3}\n>\n> **저울** : 무게를 재는 도구\n",
    "<details><summary>시험지</summary>\n\n{0}\n\n</details>\n\n저울은 무게를 재는 도구이다.\n",
    "{0}\n\n# 저울\n\n{1}\n\n무게를 재는 도구이다.\n",
)


def test_what_is_left_out_may_leave_nothing_around_it() -> None:
    pieces = [piece.format("저울", *"말글", *"것잔") for piece in NOISE]
    for around, one in product(AROUND_NOTHING, pieces):
        within = (one, one, textwrap.indent(one, "  "), textwrap.indent(one, "> "))
        account(read(around.format(*within)), but=what_is_left_out_as_markup_has_no_words)


@pytest.mark.parametrize("file", OWN, ids=lambda file: file.stem)
def test_the_notes_of_this_repository(file: Path) -> None:
    account(read(file.read_text(encoding="utf-8")))


@pytest.mark.corpus
@pytest.mark.parametrize("file", files("dev"), ids=lambda file: file.stem)
def test_the_notes_of_others(corpus: Callable[[str], Part], file: Path) -> None:
    account(corpus("dev").readings[file.stem])


# --- what changes nothing -------------------------------------------------------------------------


def reading_again_gives_the_same(reading: Reading) -> None:
    assert api.read(replace(reading.document)) == reading


def decoded(data: bytes) -> str:
    text, why = decode(data)
    assert text is not None, why
    return text


def asked(reading: Reading) -> list[tuple[Span | None, tuple[str, ...]]]:
    """The cards of a note as a student sees them, and where they come from."""
    return [(note.span, note.fields) for note in deck(reading)]


def line_ends_of_windows_change_nothing(reading: Reading) -> None:
    windows = reading.document.source.replace("\n", "\r\n")
    assert read(decoded(windows.encode())) == reading


def syllables_taken_apart_as_on_a_mac_change_nothing(reading: Reading) -> None:
    mac = unicodedata.normalize("NFD", reading.document.source)
    assert read(decoded(mac.encode())) == reading


def blank_lines_at_the_end_change_nothing(reading: Reading) -> None:
    longer = read(reading.document.source + "\n\n  \n")
    assert [(unit.front, unit.span, unit.answer) for unit in longer.units] == [
        (unit.front, unit.span, unit.answer) for unit in reading.units
    ]
    assert longer.left_out == reading.left_out


def a_quote_around_the_whole_note_changes_no_card(reading: Reading) -> None:
    source = reading.document.source.expandtabs()  # a tab is narrower behind a quote's mark
    if opened(source) != source:
        return  # fences are opened at a note's margin only
    plain = reading if source == reading.document.source else read(source)
    quoted = "\n".join(f"> {line}" for line in plain.document.lines)
    assert asked(read(quoted)) == asked(plain)


@given(source=notes())
def test_what_changes_nothing(source: str) -> None:
    reading = read(source)
    reading_again_gives_the_same(reading)
    line_ends_of_windows_change_nothing(reading)
    syllables_taken_apart_as_on_a_mac_change_nothing(reading)
    blank_lines_at_the_end_change_nothing(reading)
    a_quote_around_the_whole_note_changes_no_card(reading)


# --- raw HTML -------------------------------------------------------------------------------------

HTML = (
    "<div>\n낱말을 읽는다\n</div>",
    "<center>낱말을 읽는다</center>",
    "<p align='center'>낱말을 읽는다",
    "<p>굵은 <b>낱말</b>을 읽는다</p>",
    "</div>\n낱말을 읽는다",
    "<span class='x'>\n낱말을 읽는다\n</span>",
    "<table><tr><td>낱말을 읽는다</td></tr></table>",
    "<pre>\n낱말을 읽는다\n\n</pre>",
    "<style>a{b:c}</style>낱말을 읽는다",
    "<script>x()</script>\n낱말을 읽는다",
    "<div><!-- 숨은 말 --> 낱말을 읽는다</div>",
    "<div>\n&#xB0B1;말을 읽는다 &lt;\n</div>",
    "<div>\n<![if x]>\n낱말을 읽는다\n<![endif]>\n</div>",
    "<details>\n낱말을 읽는다\n</details>",
    "<details><summary>낱말을 읽는다</summary>\n</details>",
    "<details>\n<summary>\n낱말을 읽는다\n</summary>\n\n- 가\n\n</details>",
)


@pytest.mark.parametrize("source", HTML)
def test_text_between_tags_is_read(source: str) -> None:
    assert "낱말" in read(source).root.plain


@pytest.mark.parametrize("source", HTML)
def test_text_between_tags_is_not_left_out_as_markup(source: str) -> None:
    reading = read(source)
    line = next(n for n, line in enumerate(reading.document.lines, start=1) if "읽는다" in line)
    reasons = [left.reason for left in reading.left_out if line in left.span.lines]
    assert reasons != ["markup"]


@pytest.mark.parametrize(
    "source", ["<script>낱말</script>", "<style>낱말{}</style>", "<!-- 낱말 -->"]
)
def test_what_a_browser_does_not_show_is_not_read(source: str) -> None:
    assert "낱말" not in read(source).root.plain


# --- found by Hypothesis and mended ---------------------------------------------------------------

FOUND = (
    "<div>\n&#10;\n자원&#10;가격\n</div>\n\n자원&#10;가격",
    "> - <!-- 닫지 않은 말\n> ",
    "> 1. <pre>\n>",
    "<div><![가[ 말 ]]></div>",
    "<div>\n<![말 [ x ]]>\n</div>",
    "자원 `두\n줄`\n<br>가격<br/>",
    "자원 $$a\nb$$\n가격 $$\n$$",
    "# \ufeff\n\n보이지 않는 제목 아래의 글",
    "- ![그림](a.png)\n\n  - 가격",
    "- [![그림](a.png)](b) <T>\n\n  가격",
    "세마포어의 특징은 다음과 같다.\n- 자원\n- 가격\n\n1. ",
    "자원\n- [ ] ",
    ">>",
    "> [!tip]\n> 가격",
    "자원 목록\n가격 : 값어치를 나타낸 것\n* 자원 하나",
    "수식: 참\n- 가격 검정\n\n*",
    "# ![그림](a.png)\n\n가격 : 값어치를 나타낸 것",
    "> [!tip]\n> : 값어치를 나타낸 것",
    "가격\n     >\n     >",
    "<div><b>\n\ufeff</b></div>\n\n자원을",
    "자원을 <ruby>學<rt>학자원을\n자원을\n가격",
    "> [!note]\n> **`자원을 자원을\n`여러`**\n> <br> 자원을",
    "# [[\ufeff]]\n\n자원을",
    "1. 자원을\n\n2. 1. \\[\n     자원을 = 자원을\n     \\]",
    "- 모\n쓸모: 리관.\n쓸모:쉽다\n쓸모:쉽다\n쓸모:리다\n쓸모:리관\n  - 쓸모:쉽다",
)


@pytest.mark.parametrize("source", FOUND)
def test_notes_that_were_misread(source: str) -> None:
    account(read(source))


@pytest.mark.parametrize(
    "above",
    [
        "자원 `두\n줄` 코드",
        '자원 [링크](주소\n"두 줄")',
        "자원 $a\nb$ 수식",
        "자원 <b\nid=x>굵게</b>",
        "자원 [두\n줄](주소) 링크",
        "자원 **두\n줄**",
        "자원<br>가격  \n두 줄",
    ],
)
def test_a_pair_below_marks_over_two_lines_is_answered_where_it_stands(above: str) -> None:
    (unit,) = read(f"{above}\n가격 : 값어치를 돈으로 나타낸 것\n").units
    assert [(span.first, span.last) for span in unit.answer] == [(3, 3)]


def test_a_blank_line_of_a_quote_keeps_two_lists_apart() -> None:
    lists = "1. 자원 : 쓸 수 있는 것\n\n- 가격\n  - 값어치를 돈으로 나타낸 것\n"
    quoted = "".join(f"> {line}\n" for line in lists.splitlines())
    assert asked(read(quoted)) == asked(read(lists))
