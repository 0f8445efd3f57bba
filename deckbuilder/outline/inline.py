"""Inline tokens to lines of marked text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from deckbuilder.markdown import SyntaxTreeNode
from deckbuilder.model import Mark, Run, Span, Text
from deckbuilder.outline import tags
from deckbuilder.outline.pictures import decoded, is_played, picture
from deckbuilder.regular import expression

BREAK = expression(r"<br\s*/?>|</br\s*>", re.I)

# In front of a definition whose term stands in an item or a heading: "- 삼투", ": 물이 …".
DEFINES = expression(r":[ \t]+(?=\S)")

# What a line may show without any characters.
SHOWN = ("image", "footnote")

WORD = expression(r"[^\W_]")
DISPLAYED, WITHIN = Mark("math", "$$"), Mark("math", "$")
# What a formula has that takes lines of its own.
ONLY_DISPLAYED = expression(r"\\(?:begin|tag|\\)|\n")

# In times of a block's lines, how many are looked at for the words that begin its rows: marks may
# have torn each of these words.
MOST_LOOKS = 20

Marks = tuple[Mark, ...]


def lines(inline: SyntaxTreeNode | None, span: Span) -> tuple[Text, ...]:
    """The lines of a paragraph, a heading or a table cell.

    Args:
        inline: an `inline` node of the syntax tree, or None for an empty cell.
        span: the lines of its block.

    Returns:
        the lines that are not blank. A line ends at a line end of the source, a hard break or
        a `<br>`; each text's span is its own source line, the last one's goes to the block's
        end (code and HTML may run over line ends that no token shows).
    """
    if inline and _is_only_text(inline):  # as most cells, headings and items are
        whole = Text((Run(visible(inline.children[0].content)),), span)
        return (said,) if (said := _said(whole.cut(0))) else ()
    return _parted(inline, span)


def _parted(inline: SyntaxTreeNode | None, span: Span) -> tuple[Text, ...]:
    """The same of whatever stands there, which takes its time."""
    rows: list[list[Run]] = [[]]
    starts = [span.first]
    at = span.first
    for run in _runs(inline.children if inline else [], ()):
        if run.text == "\n":
            at += not run.marks
            rows.append([])
            starts.append(min(at, span.last))
        else:
            rows[-1].append(run)
            at += run.text.count("\n")  # in a formula over several lines
    if inline:
        starts = _anchored(starts, rows, inline.content.split("\n"), span.first)
    ends = [max(start, after - 1) for start, after in pairwise(starts)]
    texts = (
        _said(Text(tuple(_in_line(row)), Span(span.path, start, end)).cut(0))
        for row, start, end in zip(rows, starts, [*ends, span.last], strict=True)
    )
    kept = [text for text in texts if text or any(run.has(*SHOWN) for run in text.runs)]
    if kept and kept[-1].span.last != span.last:
        last = kept.pop()
        kept.append(Text(last.runs, Span(span.path, last.span.first, span.last)))
    return tuple(kept)


def _in_line(row: list[Run]) -> list[Run]:
    """The runs of a line, its formulas set within it where words stand behind them: "$$x$$ 일 때".

    So kramdown reads what is written as displayed; at a line's end it is: "넓이: $$ab$$".
    """
    if not any(DISPLAYED in run.marks for run in row):
        return row
    words = (at for at, run in enumerate(row) if WORD.search(run.text) and not run.has("math"))
    last = max(words, default=-1)
    return [_set_within(run) if at < last else run for at, run in enumerate(row)]


def _set_within(run: Run) -> Run:
    if DISPLAYED not in run.marks or ONLY_DISPLAYED.search(run.text):
        return run
    return Run(run.text, tuple(WITHIN if mark == DISPLAYED else mark for mark in run.marks))


def _is_only_text(inline: SyntaxTreeNode) -> bool:
    """Whether nothing is marked, and all stands on one line."""
    only = inline.children[0] if len(inline.children) == 1 else None
    return only is not None and only.type == "text" and "\n" not in only.content


def _said(line: Text) -> Text:
    """A line without the mark of a definition in front."""
    mark = DEFINES.match(line.plain)
    return line.cut(mark.end()) if mark else line


def _anchored(starts: list[int], rows: list[list[Run]], source: list[str], first: int) -> list[int]:
    """The rows' lines, found by their first words where marks hide line ends of the source."""
    if starts[-1] == first + len(source) - 1:
        return starts
    found = [first]
    looks = MOST_LOOKS * len(source)
    for start, row in zip(starts[1:], rows[1:], strict=True):
        at = max(start, found[-1])
        word = next(iter("".join(run.text for run in row).split()), "")
        near = range(at, first + len(source))[:looks]
        hit = next((n for n in near if word in source[n - first]), None)
        looks -= len(near) if hit is None else hit - at
        found.append(at if hit is None else hit)
    for at in range(len(rows) - 2, -1, -1):  # what runs over line ends reaches up to the next words
        if not any(run.text.strip() or run.has(*SHOWN) for run in rows[at]):
            found[at] = found[at + 1]
    return found


def _runs(nodes: list[SyntaxTreeNode], marks: Marks) -> Iterator[Run]:
    """Flat runs; a line break is a run of one newline, with marks when the source has none."""
    line = tags.Line(marks)
    for node in nodes:
        tag = tags.read(node.content) if node.type == "html_inline" else None
        if not tag or not line.tag(tag):
            for run in READERS[node.type](node, line.marks):
                line.add(run)
    yield from line.take()


# Characters without a width, and Braille's blank, which stands for an empty line; they are no text,
# and hide in names.
INVISIBLE = expression("[\u00ad\u200b\u2060\u2800\ufeff]+")


def _text(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    yield Run(visible(node.content), marks)


def visible(text: str) -> str:
    """A text without such characters."""
    return INVISIBLE.sub("", text)


def _line_end(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    del node, marks
    yield Run("\n")


def _nothing(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    del node, marks
    yield from ()


def _code(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    yield Run(node.content, (*marks, Mark("code")))


# Formulas that are nothing but an arrow are one of the text: "용어 $\rightarrow$ 뜻".
ARROWS = {
    r"\to": "→",
    r"\rightarrow": "→",
    r"\longrightarrow": "→",
    r"\Rightarrow": "⇒",
    r"\Longrightarrow": "⇒",
    r"\implies": "⇒",
    r"\leftarrow": "←",
    r"\leftrightarrow": "↔",
    r"\Leftrightarrow": "⇔",
}


def formula(said: str, markup: str, marks: Marks) -> Run:
    """The run of a formula; `markup` are the signs that stand around it."""
    arrow = ARROWS.get(said.strip())
    return Run(arrow, marks) if arrow else Run(said, (*marks, Mark("math", markup)))


def _math(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    yield formula(node.content, node.markup, marks)


def _wikilink(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    shown = visible(node.content)
    yield Run(shown, (*marks, Mark("wikilink", str(node.meta["page"]))))


def _image(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    yield picture(marks, decoded(str(node.attrs["src"])), node.content)


def _embed(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    yield picture(marks, str(node.meta["page"]), f"|{node.content}")


def _footnote(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    yield Run("", (*marks, Mark("footnote", str(node.meta["label"]))))


def _html(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    broken = BREAK.fullmatch(node.content.strip())
    mark = Mark("html", node.content)
    yield Run("\n", (mark,)) if broken else Run("", (*marks, mark))


def _link(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    address = str(node.attrs["href"])
    if is_played(address):  # it plays behind the words that lead to it
        yield from _runs(node.children, marks)
        yield picture(marks, decoded(address))
    else:
        yield from _runs(node.children, (*marks, Mark("link", address)))


def _marked(node: SyntaxTreeNode, marks: Marks) -> Iterator[Run]:
    yield from _runs(node.children, (*marks, Mark(node.type)))


READERS: dict[str, Callable[[SyntaxTreeNode, Marks], Iterator[Run]]] = {
    "code_inline": _code,
    "em": _marked,
    "embed": _embed,
    "footnote_ref": _footnote,
    "hardbreak": _line_end,
    "html_inline": _html,
    "image": _image,
    "link": _link,
    "mark": _marked,
    "math_inline": _math,
    "math_inline_double": _math,
    "s": _marked,
    "shortcode": _nothing,
    "softbreak": _line_end,
    "strong": _marked,
    "sub": _marked,
    "sup": _marked,
    "tag": _text,
    "text": _text,
    "text_special": _text,
    "wikilink": _wikilink,
}
