"""The outline of a page: its blocks, each with its lines and properties.

- ## 세마포어                a block, and its text
  collapsed:: true           its properties
    - 공유 자원의 개수이다.    a block beneath it, indented by a tab
          둘째 줄이다.             its second line
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from deckbuilder.regular import expression

BULLET = expression(r"(?P<indent>[ \t]*)-(?:[ \t](?P<text>.*)|)$")
HEADING = expression(r"#{1,6}[ \t]")
PROPERTY = expression(r"[ \t]*(?P<key>[^\s:#`\[\](){}|\"]+)::(?:[ \t]+(?P<value>.*)|)$")
FENCE = expression(r"[ \t]*(?P<mark>```+|~~~+)")
# What Logseq, or Org mode, notes down between two lines of their own.
DRAWER = expression(r"[ \t]*:(?!END:)[A-Z][A-Z_-]*:[ \t]*$")
DRAWER_END = expression(r"[ \t]*:END:[ \t]*$")
TIMES = expression(r"[ \t]*(?:(?:SCHEDULED|DEADLINE|CLOSED):[ \t]*[<\[][^<>\[\]]*[>\]][ \t]*)+$")
DIRECTIVE = expression(r"[ \t]*#\+(?!BEGIN_|END_)[A-Z_]+:", re.I)
TEMPLATE = "template"
TAB = 4
DEEPEST = 40  # no outline that somebody wrote goes deeper


class Line(NamedTuple):
    """A line, and the row of the file that it comes from, 1-based."""

    row: int
    text: str
    code: bool = False
    """Whether it stands in a code fence, or is one of its ends."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block; those beneath it follow it in the outline, and are deeper.

    Depth 0 is what stands in no bullet: the properties of a page, Markdown that was put there.
    """

    depth: int
    lines: tuple[Line, ...]
    properties: Mapping[str, str]


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a page, from the first to the last."""
    return tuple(_block(depth, lines) for depth, lines in _split(text))


def beneath(outline: Sequence[Block], at: int) -> Sequence[Block]:
    """The blocks beneath one."""
    end = at + 1
    while end < len(outline) and outline[end].depth > outline[at].depth:
        end += 1
    return outline[at + 1 : end]


def told(outline: Sequence[Block]) -> Iterator[Block]:
    """The blocks but for templates, which are there to be put elsewhere, and what is beneath them.

    The property of a page makes one of all of it.
    """
    template = DEEPEST + 1
    for block in outline:
        if block.depth > template:
            continue
        template = block.depth if TEMPLATE in block.properties else DEEPEST + 1
        if TEMPLATE not in block.properties:
            yield block


def _split(text: str) -> Iterator[tuple[int, list[Line]]]:
    """The lines of each block, without its indentation, and its depth."""
    columns: list[int] = []  # where the block and those above it stand
    lines: list[Line] = []
    fence = ""
    for row, written in enumerate(text.split("\n"), start=1):
        found = FENCE.match(written)
        bullet = None if fence else BULLET.match(written)
        if bullet or (columns and not fence and HEADING.match(written)):
            yield len(columns), lines
            column = _width(bullet["indent"]) if bullet else -1
            while columns and (columns[-1] >= column or len(columns) >= DEEPEST):
                columns.pop()
            columns += [column] if bullet else []
            inner = (bullet["text"] or "").strip() if bullet else written
            opened = FENCE.match(inner)
            fence = opened["mark"] if opened else ""
            lines = [Line(row, inner, bool(fence))]
            continue
        code = bool(fence)
        if found and not fence:
            fence, code = found["mark"], True
        elif fence and written.strip().startswith(fence) and not written.strip(" \t`~"):
            fence = ""
        lines.append(Line(row, _within(written, columns[-1] + 2 if columns else 0), code))
    yield len(columns), lines


def _width(indent: str) -> int:
    return len(indent.replace("\t", " " * TAB))


def _within(line: str, column: int) -> str:
    """A line of a block without the indentation that it has from the block."""
    at = width = 0
    while at < len(line) and width < column and line[at] in " \t":
        width += TAB if line[at] == "\t" else 1
        at += 1
    return line[at:].rstrip("\r")


def _block(depth: int, lines: Sequence[Line]) -> Block:
    """A block, what is no text of it taken out of its lines."""
    kept: list[Line] = []
    properties: dict[str, str] = {}
    drawer = False
    for line in lines:
        found = None if line.code or drawer else PROPERTY.match(line.text)
        if line.code:
            kept.append(line)
        elif drawer or DRAWER.match(line.text):
            drawer = not DRAWER_END.match(line.text)
        elif found:
            properties[found["key"].lower().replace("_", "-")] = (found["value"] or "").strip()
        elif not (TIMES.match(line.text) or DIRECTIVE.match(line.text)):
            kept.append(line)
    return Block(depth, tuple(stripped(kept)), properties)


def stripped(lines: Sequence[Line]) -> Sequence[Line]:
    """Without the blank lines around them."""
    told = [at for at, line in enumerate(lines) if line.text.strip()]
    return lines[told[0] : told[-1] + 1] if told else []
