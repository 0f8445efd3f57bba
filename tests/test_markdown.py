"""Markdown as Korean notes use it: bold in front of a particle, highlights, wiki links, formulas.

The cases stand in `fixtures/inline.md`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from html import escape
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode as MarkdownItTree

from deckbuilder.markdown import SyntaxTreeNode, emphasis, every, parse
from tests.strategies import ascii_marks, bold_terms, foreign

CASES = Path(__file__).parent / "fixtures" / "inline.md"


def cases(file: Path) -> list[tuple[str, str, str]]:
    """Title, Markdown and HTML of each case: the title stands right above the first dot."""
    lines = iter(file.read_text(encoding="utf-8").split("\n"))
    found, title = [], ""
    for line in lines:
        if line == ".":
            parts = ["\n".join(takewhile(lambda row: row != ".", lines)) for _ in range(2)]
            found.append((title, *parts))
        title = line or title
    return [(title, source, html) for title, source, html in found]


HTML: dict[str, Callable[[SyntaxTreeNode, str], str]] = {
    "root": lambda _, inner: inner,
    "inline": lambda _, inner: inner,
    "text": lambda node, _: escape(node.content),
    "shortcode": lambda *_: "",
    "softbreak": lambda *_: "\n",
    "code_inline": lambda node, _: f"<code>{escape(node.content)}</code>",
    "math_inline": lambda node, _: f"<math>{escape(node.content)}</math>",
    "math_inline_double": lambda node, _: f"<math shown>{escape(node.content)}</math>",
    "math_block": lambda node, _: f"<math block>{escape(node.content.strip())}</math>",
    "footnote_ref": lambda node, inner: f'<a class="footnote">{node.meta["label"]}</a>{inner}',
    "footnote_reference": lambda _, inner: f"<aside>{inner}</aside>",
    "html_inline": lambda node, _: node.content,
    "link": lambda node, inner: f'<a href="{node.attrs["href"]}">{inner}</a>',
    "wikilink": lambda node, _: f'<a class="wiki" href="{node.meta["page"]}">{node.content}</a>',
    "embed": lambda node, _: f'<img src="{node.meta["page"]}">',
}


def shown(node: SyntaxTreeNode) -> str:
    """The syntax tree as HTML."""
    inner = "".join(shown(child) for child in node.children)
    if node.type in HTML:
        return HTML[node.type](node, inner)
    return f"<{node.tag}>{inner}</{node.tag}>"


@pytest.mark.parametrize(
    ("source", "html"), [pytest.param(*case, id=title) for title, *case in cases(CASES)]
)
def test_a_line_of_a_note(source: str, html: str) -> None:
    tree, _ = parse(source)
    assert shown(tree) == html


def test_syllables_taken_apart_are_korean_too() -> None:
    tree, _ = parse(unicodedata.normalize("NFD", "**평균(Mean)**은"))
    assert shown(tree) == unicodedata.normalize("NFD", "<p><strong>평균(Mean)</strong>은</p>")


@pytest.mark.parametrize("source", ["$x$는 변수 3", "$x$는 변수\\\\"])
def test_a_formula_begins_a_line_whatever_the_line_ends_in(source: str) -> None:
    tree, _ = parse(source)
    assert [node.content for node in every(tree) if node.type == "math_inline"] == ["x"]


@pytest.mark.parametrize(
    ("source", "formulas"),
    [
        ("$ \\bar{x} $는 평균", ["\\bar{x}"]),
        ("$ x $ 와 $b$, $ t = 0 $ 일 때 $ P(A|B) $", ["x", "b", "t = 0", "P(A|B)"]),
        ("$v_1 = \\pm 1 $ 이다", ["v_1 = \\pm 1"]),
        ("$a $b 와 $a, $b", []),
        ("$ 5 와 $ 6 이다", []),
        ("$ cd src && $ ls", []),
        ("$ 값을 x_1 로 $ 둔다", []),
        ("셸에서 $ cat my_n $ 를 친다", []),
        ("높이는 $ h = x_n $ 이다", ["h = x_n"]),
    ],
)
def test_formulas_with_blanks_within_the_signs(source: str, formulas: list[str]) -> None:
    tree, _ = parse(source)
    assert [node.content for node in every(tree) if node.type == "math_inline"] == formulas


def depth(node: SyntaxTreeNode) -> int:
    """How many marks lie within each other."""
    inner = max(map(depth, node.children), default=0)
    return inner + (node.type in ("em", "strong", "s", "mark"))


@pytest.mark.parametrize(("number", "nested"), [(9, 5), (39, 20), (40, 20), (41, 20), (491, 20)])
def test_marks_within_marks_end_at_a_depth(number: int, nested: int) -> None:
    tree, _ = parse(f"{'*' * number}가{'*' * number}\n**나**")
    assert depth(tree) == nested
    written = [node.content for node in every(tree) if node.type == "text" and node.content]
    assert written == ["가", "나"]


@pytest.mark.parametrize(("first", "second"), [("*", "_"), ("_", "**"), ("**", "*")])
@pytest.mark.parametrize(("number", "nested"), [(1, 2), (10, 20), (11, 20), (700, 20)])
def test_marks_of_several_kinds_end_there_as_well(
    first: str, second: str, number: int, nested: int
) -> None:
    tree, _ = parse(f"{first}가 {second}나 " * number + f"다{second} 라{first} " * number)
    assert depth(tree) == nested
    written = "".join(node.content for node in every(tree) if node.type == "text")
    assert written.split() == ["가", "나"] * number + ["다", "라"] * number


def plain() -> MarkdownIt:
    return MarkdownIt("commonmark")


def ours() -> MarkdownIt:
    return MarkdownIt("commonmark").use(emphasis.plugin)


@given(source=st.one_of(ascii_marks(), foreign()))
def test_emphasis_without_korean_is_that_of_commonmark(source: str) -> None:
    assert ours().render(source) == plain().render(source)


@given(source=ascii_marks().filter(lambda source: not re.search(r"\[\[|\\[\[(]", source)))
def test_the_whole_parser_reads_marks_without_korean_as_commonmark_does(source: str) -> None:
    tree, _ = parse(source)
    assert shape(tree) == shape(MarkdownItTree(plain().parse(source + "\n")))


def shape(node: SyntaxTreeNode | MarkdownItTree) -> tuple[object, ...]:
    """What a node is, and all below it."""
    below = tuple(map(shape, node.children))
    if node.type == "root":
        return below
    lines = tuple(node.map or ())
    return node.type, node.tag, node.attrs, lines, node.content, node.markup, below


@pytest.mark.parametrize(
    ("source", "html"),
    [
        ("**물****레**방아", "<strong>물레</strong>방아"),
        ("**가****나****다** 라", "<strong>가나다</strong> 라"),
        (
            "**물** 010-가****나-1234 **레**",
            "<strong>물</strong> 010-가****나-1234 <strong>레</strong>",
        ),
        ("가****나 **물**", "가****나 <strong>물</strong>"),
        ("**가** **** **나**", "<strong>가</strong> **** <strong>나</strong>"),
    ],
)
def test_bold_letters_behind_bold_ones_are_one_word(source: str, html: str) -> None:
    assert shown(parse(source)[0]) == f"<p>{html}</p>"


@given(
    before=st.sampled_from(["", "그 ", "이때 ", "("]),
    term=bold_terms(),
    particle=st.sampled_from("은는이가을의"),
)
def test_a_bold_term_is_bold_in_front_of_a_particle(before: str, term: str, particle: str) -> None:
    tree, _ = parse(f"{before}**{term}**{particle} 중요하다.")
    assert shown(tree) == f"<p>{before}<strong>{escape(term)}</strong>{particle} 중요하다.</p>"
