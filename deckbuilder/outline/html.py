"""Raw HTML blocks: `<details>` toggles, comments, and the text between tags."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Literal

from deckbuilder.model import Run, Span, Text

SILENT = frozenset({"script", "style", "noscript", "template"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of an HTML block, in order; `open` and `close` are those of `<details>`."""

    kind: Literal["open", "close", "summary", "text", "comment"]
    span: Span
    text: Text | None = None


class _Reader(HTMLParser):
    def __init__(self, span: Span) -> None:
        super().__init__(convert_charrefs=True)
        self.block = span
        self.pieces: list[Piece] = []
        self.silent = 0
        self.summary: list[str] | None = None
        self.summary_line = span.first

    def line(self) -> int:
        return min(self.block.first + self.getpos()[0] - 1, self.block.last)

    def add(
        self, kind: Literal["open", "close", "summary", "text", "comment"], text: str, lines: int
    ) -> None:
        first = self.line() if kind != "summary" else self.summary_line
        span = self.block._replace(first=first, last=min(first + lines, self.block.last))
        line = Text((Run(text),), span) if text else None
        self.pieces.append(Piece(kind, span, line))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag == "details":
            self.add("open", "", 0)
        elif tag == "summary":
            self.summary, self.summary_line = [], self.line()
        elif tag in SILENT:
            self.silent += 1

    def handle_endtag(self, tag: str) -> None:
        if tag == "details":
            self.add("close", "", 0)
        elif tag == "summary":
            self.end_summary()
        elif tag in SILENT:
            self.silent = max(0, self.silent - 1)

    def end_summary(self) -> None:
        if self.summary is not None:
            text = " ".join(" ".join(self.summary).split())
            self.add("summary", text, self.line() - self.summary_line)
            self.summary = None

    def handle_data(self, data: str) -> None:
        if self.summary is not None:
            self.summary.append(data)
        elif not self.silent:
            first = self.line()
            for offset, row in enumerate(data.split("\n")):
                if row.strip():
                    at = min(first + offset, self.block.last)
                    span = self.block._replace(first=at, last=at)
                    self.pieces.append(Piece("text", span, Text((Run(row.strip()),), span)))

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """HTML knows no `<![…]>` but a comment; the parser's own reading fails on most."""
        del report
        return self.parse_bogus_comment(i)

    def handle_comment(self, data: str) -> None:
        self.add("comment", "", data.count("\n"))


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
    return reader.pieces
