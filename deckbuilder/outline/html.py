"""Raw HTML blocks in pieces: toggles, comments, headings, items, table rows, lines of text.

<div align="center"><img src="그림.png"> H<sub>2</sub>O는 <b>물</b></div>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from typing import Literal

from deckbuilder.markdown import spoken, templates
from deckbuilder.model import Mark, Run, Span, Text, readable
from deckbuilder.outline import tags
from deckbuilder.outline.inline import formula, visible
from deckbuilder.regular import expression

SILENT = frozenset({"script", "style", "noscript", "template"})
# Tags within a line that have no mark of their own: what is shown keeps them.
RAW = frozenset({"u", "ins", "kbd"})
# Where a line ends; all other tags stand within one.
BLOCKS = frozenset(
    """
    address article aside blockquote body br caption center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe li main menu nav ol
    optgroup option p pre section select summary table tbody td textarea tfoot th thead title tr ul
    """.split()
)

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol"})
CELLS = frozenset({"td", "th"})
# What may stand around a table's rows.
TABLES = frozenset({"table", "thead", "tbody", "tfoot"})

Part = Literal["open", "close", "summary", "text", "comment", "heading", "item", "row"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an HTML block, in order; `open` and `close` are those of `<details>`."""

    kind: Part
    span: Span
    text: Text | None = None
    level: int = 0
    """That of a heading; in how many lists an item, or a line, stands."""
    ordered: bool = False
    """Whether an item is that of a numbered list."""
    cells: tuple[Text, ...] = ()
    """Those of a table's row."""


class _Reader(HTMLParser):
    def __init__(self, rows: list[str], span: Span) -> None:
        super().__init__(convert_charrefs=True)
        self.rows = rows
        self.block = span
        self.pieces: list[Piece] = []
        self.silent = 0
        self.row = tags.Line()
        self.first: int | None = None  # where the row begins
        self.last = span.first
        self.in_summary = False
        self.heading = 0
        self.lists: list[str] = []  # those that are open, the outermost first
        self.in_item = False  # before an item's first line
        self.cells: list[Text] | None = None  # those of the row that is open
        self.in_cell = False

    def at(self, offset: int = 0) -> int:
        return min(self.block.first + self.getpos()[0] - 1 + offset, self.block.last)

    def put(self, kind: Part, first: int, last: int, text: Text | None = None) -> None:
        span = self.block._replace(first=first, last=max(first, min(last, self.block.last)))
        self.pieces.append(Piece(kind, span, text))

    def reach(self, line: int) -> None:
        """Let what is read of a row begin or go on in this line."""
        self.first = line if self.first is None else self.first
        self.last = max(line, self.first)

    def end_row(self, kind: Part = "text") -> None:
        """Make a piece of what has been read of a row, if it shows anything."""
        runs = tuple(_spaced(self.row.take()))
        first, self.first = self.first, None
        if first is not None and any(run.text.strip() or run.has("image") for run in runs):
            span = self.block._replace(first=first, last=self.last)
            self.put_line(kind, Text(runs, span).cut(0))

    def put_line(self, kind: Part, text: Text) -> None:
        """Make a line of text what the tags around it say: a heading, an item."""
        level, ordered = len(self.lists), False
        if kind == "text" and self.heading:
            kind, level = "heading", self.heading
        elif kind == "text" and self.in_item:
            kind, level, ordered = "item", max(1, level), self.lists[-1:] == ["ol"]
            self.in_item = False
        self.pieces.append(Piece(kind, text.span, text, level, ordered))

    def end_line(self) -> None:
        """End the row, but in a summary or a cell, which is one line whatever it holds."""
        if self.in_summary or self.cells is not None:
            self.row.add(Run(" ", self.row.marks))
        else:
            self.end_row()

    def end_summary(self) -> None:
        if self.in_summary:
            self.reach(self.at())
            self.end_row("summary")
            self.in_summary = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag in BLOCKS:
            self.block_tag(tag, closes=False)
        elif not self.silent:
            self.inline_tag(tags.Tag(tag, tags.attributes(attrs)), self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in BLOCKS:
            self.block_tag(tag, closes=True)
        elif not self.silent:
            self.inline_tag(tags.Tag(tag, {}, closes=True), f"</{tag}>")

    def block_tag(self, tag: str, *, closes: bool) -> None:
        if tag in ("details", "summary"):
            self.end_summary()
        if tag == "tr" or tag in CELLS | TABLES:
            self.table_tag(tag, closes=closes)
        self.end_line()
        self.list_tag(tag, closes=closes)
        if tag in HEADINGS:
            self.heading = 0 if closes else HEADINGS[tag]
        elif tag == "details":
            self.put("close" if closes else "open", self.at(), self.at())
        elif tag == "summary" and not closes:
            self.in_summary = True
            self.reach(self.at())

    def list_tag(self, tag: str, *, closes: bool) -> None:
        if tag in LISTS and closes:
            self.lists[-1:] = []
        elif tag in LISTS:
            self.lists.append(tag)
        if tag == "li":
            self.in_item = not closes

    def table_tag(self, tag: str, *, closes: bool) -> None:
        """Begin or end a row or a cell; a cell without text is empty, but counts."""
        if self.cells is not None:
            self.end_cell()
            if tag not in CELLS:
                self.end_cells()
        if tag == "tr" and not closes:
            self.end_row()
            self.cells = []
        self.in_cell = tag in CELLS and not closes and self.cells is not None

    def end_cell(self) -> None:
        runs = tuple(_spaced(self.row.take()))
        if self.in_cell and self.cells is not None:
            self.cells.append(Text(runs, self.block).cut(0))

    def end_cells(self) -> None:
        """Make a piece of the row's cells, all of which have its lines."""
        first, cells = self.first, self.cells or []
        self.first = self.cells = None
        if first is not None and any(cells):
            span = self.block._replace(first=first, last=self.last)
            row = tuple(replace(cell, span=span) for cell in cells)
            self.pieces.append(Piece("row", span, cells=row))

    def inline_tag(self, tag: tags.Tag, source: str) -> None:
        if "src" in tag.attributes:
            self.reach(self.at())
        if self.row.tag(tag):
            return
        if tag.name in RAW:
            self.row.add(Run("", (*self.row.marks, Mark("html", source))))
        elif not tag.attributes and spoken.is_no_tag(source, self.rows[self.getpos()[0] - 1]):
            self.reach(self.at())
            self.row.add(Run(source, self.row.marks))

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        for offset, row in enumerate(templates.without(visible(data)).split("\n")):
            if offset and self.row.in_ruby:
                self.row.add(Run(" ", self.row.marks))
            elif offset:
                self.end_line()
            if row.strip():
                self.reach(self.at(offset))
            for run in _formulas(row, self.row.marks):
                self.row.add(run)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """HTML knows no `<![…]>` but a comment; the parser's own reading fails on most."""
        del report
        return self.parse_bogus_comment(i)

    def handle_comment(self, data: str) -> None:
        self.end_line()
        self.put("comment", self.at(), self.at(data.count("\n")))


# "$E = mc^2$", as MathJax reads it there, too, but not in code; "$HOME/$USER" and "$5" are none.
BETWEEN_DOLLARS = expression(r"(?<![\\$\d])\$(?![\s$])(?P<said>[^$]+)(?<![\s\\])\$(?![$\w])")
_COMMENT = expression("<!--")
OF_FORMULA = expression(r"\\[A-Za-z]|[=^_]")


def _formulas(row: str, marks: tuple[Mark, ...]) -> Iterator[Run]:
    """The runs of a row of text, its formulas marked."""
    at, literal = 0, any(mark.kind == "code" for mark in marks)
    for found in BETWEEN_DOLLARS.finditer(row):
        if not literal and OF_FORMULA.search(found["said"]):
            if at < found.start():
                yield Run(row[at : found.start()], marks)
            yield formula(found["said"], "$", marks)
            at = found.end()
    if row[at:]:
        yield Run(row[at:], marks)


def _spaced(runs: list[Run]) -> Iterator[Run]:
    """The runs with one blank wherever HTML shows one."""
    blank = False
    for run in runs:
        text = re.sub(r"[ \t\n]+", " ", run.text)
        text = text[1:] if blank and text.startswith(" ") else text
        blank = text.endswith(" ") if text else blank
        if text or not run.text:
            yield run._replace(text=text)


def _without_openings(source: str) -> str:
    """A block in which the beginnings of comments and tags that never end are text.

    The parser would look for the end of each from its own place on; what it makes of a comment
    without one hangs on Python's release.
    """
    comments, tags = source.rfind("-->"), source.rfind(">") + 1
    ended = _COMMENT.sub(lambda hit: hit[0] if hit.end() <= comments else "&lt;!--", source[:tags])
    return ended + source[tags:].replace("<", "&lt;")


def pieces(source: str, span: Span) -> list[Piece]:
    """Take an HTML block apart.

    Args:
        source: the block as written.
        span: its lines.

    Returns:
        its pieces in order; text is one piece a line. Scripts and styles give none.
    """
    source = readable(source)
    reader = _Reader(source.split("\n"), span)
    reader.feed(_without_openings(source))
    reader.close()
    reader.end_summary()
    if reader.cells is not None:
        reader.table_tag("table", closes=True)
    reader.end_row()
    return reader.pieces
