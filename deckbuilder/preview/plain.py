"""A card as lines of text for a terminal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html.parser import HTMLParser

# Tags that stand on lines of their own.
BLOCKS = frozenset(
    """
    article blockquote br dd details div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre
    summary table tr ul
    """.split()
)
# Where a card lies, which is said beside it, and what shows nothing.
SILENT = frozenset({"footer", "header", "style"})
# What Anki's window makes of a card that is typed or read aloud.
COMMANDS = re.compile(r"\[\[type:.+?\]\]|\[anki:tts [^\]]*\].*?\[/anki:tts\]", re.S)
BULLET, RULE = "• ", "―"
INDENT = "  "
CELL = " | "


class _Reader(HTMLParser):
    """Gathers lines, each with how far it is indented."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, str]] = []
        self.said = ""
        self.bullet = ""
        self.numbers: list[int] = []  # of the lists around; 0 for one without numbers
        self.verbatim = 0
        self.silent = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._meet(tag)
        given = {name: value or "" for name, value in attrs}
        if tag in ("ul", "ol"):
            start = given.get("start", "1")
            self.numbers.append(int(start) if tag == "ol" and start.isdecimal() else tag == "ol")
        elif tag == "li":
            number = self.numbers[-1] if self.numbers else 0
            self.bullet = f"{number}. " if number else BULLET
            if number:
                self.numbers[-1] += 1
        elif tag == "tr":
            self.cells = 0
        elif tag in ("td", "th"):
            self.said += CELL if self.cells else ""
            self.cells += 1
        elif tag == "img":
            self.said += f"[{given.get('alt') or '🖼'}]"
        elif tag == "hr":
            self.lines.append(("", RULE))
        self.verbatim += tag == "pre"
        self.silent += tag in SILENT

    def handle_endtag(self, tag: str) -> None:
        self._meet(tag)
        if tag in ("ul", "ol") and self.numbers:
            self.numbers.pop()
        self.verbatim -= tag == "pre"
        self.silent -= tag in SILENT

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if not self.verbatim:
            self.said += re.sub(r"\s+", " ", data)
            return
        for at, line in enumerate(data.split("\n")):
            if at:
                self.end(verbatim=True)
            self.said += line

    def _meet(self, tag: str) -> None:
        if self.cells and tag in ("p", "div", "br"):
            self.said += " "  # within a cell
        elif tag in BLOCKS:
            self.end()
        if tag == "table":
            self.cells = 0

    def end(self, *, verbatim: bool = False) -> None:
        """End the line."""
        said = self.said.rstrip() if verbatim or self.verbatim else " ".join(self.said.split())
        if said:
            # What stands in an item and not on its first line is as far in as its words.
            indent = INDENT * (len(self.numbers) - bool(self.bullet and self.numbers))
            self.lines.append((indent, self.bullet + said))
            self.bullet = ""
        self.said = ""


def lines(html: str, width: int) -> list[str]:
    """A side of a card as lines of text, no wider than so many columns where words allow.

    Args:
        html: the side, as `templates.sides` has it.
        width: how many columns there are; a letter of Hangul takes two.
    """
    reader = _Reader()
    reader.feed(COMMANDS.sub("", html))
    reader.close()
    reader.end()
    return [row for indent, said in reader.lines for row in _wrapped(said, indent, width)]


def _wrapped(said: str, indent: str, width: int) -> Iterator[str]:
    if rule(said):
        yield RULE
        return
    marked = re.match(r"(?:• |\d+\. )?", said)
    hanging = indent + " " * len(marked[0] if marked else "")
    row, words = indent, said.split(" ")
    for at, word in enumerate(words):
        if at and columns(f"{row} {word}") > width:
            yield row
            row = hanging + word
        else:
            row += f" {word}" if at else word
    yield row


def rule(line: str) -> bool:
    """Whether a line is the one between the front and what answers it."""
    return line == RULE


def columns(said: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in said
    )
