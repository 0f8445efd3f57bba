"""Raw HTML blocks: `<details>` toggles, comments, and the text between tags.

<div align="center"><img src="그림.png"> H<sub>2</sub>O는 <b>물</b></div>
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

from deckbuilder.model import Mark, Run, Span, Text
from deckbuilder.outline import tags
from deckbuilder.outline.inline import INVISIBLE

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

Part = Literal["open", "close", "summary", "text", "comment"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an HTML block, in order; `open` and `close` are those of `<details>`."""

    kind: Part
    span: Span
    text: Text | None = None


class _Reader(HTMLParser):
    def __init__(self, span: Span) -> None:
        super().__init__(convert_charrefs=True)
        self.block = span
        self.pieces: list[Piece] = []
        self.silent = 0
        self.row = tags.Line()
        self.first: int | None = None  # where the row begins
        self.last = span.first
        self.in_summary = False

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
            self.put(kind, first, self.last, Text(runs, span).cut(0))

    def end_line(self) -> None:
        """End the row, but in a summary, which is one line whatever it holds."""
        if self.in_summary:
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
        self.end_line()
        if tag == "details":
            self.put("close" if closes else "open", self.at(), self.at())
        elif tag == "summary" and not closes:
            self.in_summary = True
            self.reach(self.at())

    def inline_tag(self, tag: tags.Tag, source: str) -> None:
        if "src" in tag.attributes:
            self.reach(self.at())
        if not self.row.tag(tag) and tag.name in RAW:
            self.row.add(Run("", (*self.row.marks, Mark("html", source))))

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        for offset, row in enumerate(data.translate(INVISIBLE).split("\n")):
            if offset and self.row.in_ruby:
                self.row.add(Run(" ", self.row.marks))
            elif offset:
                self.end_line()
            if row.strip():
                self.reach(self.at(offset))
            if row:
                self.row.add(Run(row, self.row.marks))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """HTML knows no `<![…]>` but a comment; the parser's own reading fails on most."""
        del report
        return self.parse_bogus_comment(i)

    def handle_comment(self, data: str) -> None:
        self.end_line()
        self.put("comment", self.at(), self.at(data.count("\n")))


def _spaced(runs: list[Run]) -> Iterator[Run]:
    """The runs with one blank wherever HTML shows one."""
    blank = False
    for run in runs:
        text = re.sub(r"[ \t\n]+", " ", run.text)
        text = text[1:] if blank and text.startswith(" ") else text
        blank = text.endswith(" ") if text else blank
        if text or not run.text:
            yield run._replace(text=text)


def pieces(source: str, span: Span) -> list[Piece]:
    """Take an HTML block apart.

    Args:
        source: the block as written.
        span: its lines.

    Returns:
        its pieces in order; text is one piece a line. Scripts and styles give none.
    """
    reader = _Reader(span)
    reader.feed(source)
    reader.close()
    reader.end_summary()
    reader.end_row()
    return reader.pieces
