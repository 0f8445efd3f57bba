"""The part of a note that a link means: all of it, a section, or a block with an address.

    [[노트]]   [[노트#절]]   [[노트#절#그 안의 절]]   [[노트#^a1b2c3]]

What has a heading of its own within that part is left out: it is more than one answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from deckbuilder.markdown import SyntaxTreeNode, parse
from deckbuilder.model import composed

MARKER = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?")
# Blocks that an address may belong to, with all that stands in them.
HOLDS = ("list_item", "blockquote")


@dataclass(frozen=True)
class Sections:
    """A note's text, without its front matter, to be asked for parts."""

    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines."""
        return tuple(self.text.split("\n"))

    @cached_property
    def _blocks(self) -> tuple[SyntaxTreeNode, ...]:
        """The outermost blocks, those that stand in lines of the note."""
        tree, _ = parse(self.text)
        return tuple(block for block in tree.children if block.map)

    def find(self, parts: Sequence[str]) -> tuple[str, ...] | None:
        """The lines of a part.

        Args:
            parts: what stands behind each `#` of a link; none for the whole note.

        Returns:
            the lines without the heading and blank ones around; None where there is no such part.
        """
        if parts and parts[-1].startswith("^"):
            return self._addressed(parts[-1][1:].strip())
        at = -1
        if not parts and self._blocks and self._blocks[0].tag == "h1":
            at = 0  # the title of the note
        for name in parts:
            later = enumerate(self._blocks[at + 1 :], start=at + 1)
            found = (number for number, block in later if _is_called(block, name))
            at = next(found, len(self._blocks))
        if at == len(self._blocks) and parts:
            return None
        return self._from(at + 1)

    def _from(self, start: int) -> tuple[str, ...]:
        """What stands from a block on, up to the next heading."""
        behind = self._blocks[start:]
        end = next((n for n, block in enumerate(behind) if block.type == "heading"), len(behind))
        if not end:
            return ()
        return _trimmed(self.lines[_first(behind[0]) : _end(behind[end - 1])])

    def _addressed(self, name: str) -> tuple[str, ...] | None:
        """The block at whose end, or behind which, an address stands."""
        address = re.compile(rf"(?:^|[ \t]|(?<=\]\]))\^{re.escape(name)}[ \t]*$", re.I)
        hits = (number for number, line in enumerate(self.lines) if address.search(line))
        at = next(hits, None)
        if at is None:
            return None
        if not address.sub("", self.lines[at]).strip(" \t>"):  # behind a whole block
            above = [number for number in range(at) if self.lines[number].strip()]
            block = self._outermost(above[-1]) if above else None
            return _trimmed(self.lines[_first(block) : min(_end(block), at)]) if block else None
        block = self._outermost(at)
        if block is None:
            return None
        if block.type == "heading":
            return self._from(self._blocks.index(block) + 1)
        lines = list(self.lines)
        lines[at] = address.sub("", lines[at])
        inner = _innermost(block, at)
        found = lines[_first(inner) : _end(inner)]
        return _trimmed(_unmarked(found) if inner.type == "list_item" else found)

    def _outermost(self, line: int) -> SyntaxTreeNode | None:
        return next((one for one in self._blocks if _first(one) <= line < _end(one)), None)


def _innermost(block: SyntaxTreeNode, line: int) -> SyntaxTreeNode:
    """The item that a line stands in; a quote as a whole; else the block itself."""
    found = block
    while found.type != "blockquote":
        inner = (one for one in found.children if one.map and _first(one) <= line < _end(one))
        below = next(inner, None)
        if below is None or not (below.type in HOLDS or below.type.endswith("_list")):
            break
        found = below
    return found


def _is_called(block: SyntaxTreeNode, name: str) -> bool:
    """Whether a heading has a name; links spell it without the marks in it."""
    if block.type != "heading" or not block.children:
        return False
    return _letters(block.children[0].content) == _letters(name)


def _letters(name: str) -> str:
    return re.sub(r"[\W_]+", "", composed(name)).casefold()


def _unmarked(lines: Sequence[str]) -> list[str]:
    """An item without the mark in front of it, and without its indentation."""
    marker = MARKER.match(lines[0])
    width = marker.end() if marker else 0
    return [lines[0][width:], *(_dedented(line, width) for line in lines[1:])]


def _dedented(line: str, width: int) -> str:
    blank = len(line) - len(line.lstrip(" \t"))
    return line[min(blank, width) :]


def _trimmed(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without blank ones around."""
    found = list(lines)
    while found and not found[-1].strip():
        found.pop()
    while found and not found[0].strip():
        found.pop(0)
    return tuple(found)


def _first(block: SyntaxTreeNode) -> int:
    return block.map[0] if block.map else 0


def _end(block: SyntaxTreeNode) -> int:
    return block.map[1] if block.map else 0
