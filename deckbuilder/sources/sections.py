"""The part of a note that a link means: all of it, a section, or a block with an address.

    [[노트]]   [[노트#절]]   [[노트#절#그 안의 절]]   [[노트#^a1b2c3]]

What has a heading of its own within that part is left out: it is more than one answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from deckbuilder.model import composed
from deckbuilder.regular import expression

if TYPE_CHECKING:
    from deckbuilder.markdown import SyntaxTreeNode

MARKER = expression(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?")
ADDRESS = expression(r"(?:^|[ \t]|(?<=\]\]))\^(?P<name>[\w-]+)[ \t]*$")
FOOTNOTE = expression(r" {0,3}\[\^(?P<name>[^\]\s]+)\]:")
# Blocks that an address may belong to, with all that stands in them.
HOLDS = ("list_item", "blockquote", "bullet_list", "ordered_list")


@dataclass(frozen=True)
class Sections:
    """A note's text, without its front matter, to be asked for parts."""

    text: str

    @cached_property
    def _lines(self) -> tuple[str, ...]:
        return tuple(self.text.split("\n"))

    @cached_property
    def _blocks(self) -> tuple[SyntaxTreeNode, ...]:
        """The outermost blocks, those that stand in lines of the note."""
        from deckbuilder.markdown import parse  # noqa: PLC0415 - few notes are embedded

        tree, _ = parse(self.text)
        return tuple(block for block in tree.children if block.map)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(map(_first, self._blocks))

    @cached_property
    def _headings(self) -> tuple[int, ...]:
        """Which of the blocks are headings."""
        return tuple(at for at, block in enumerate(self._blocks) if block.type == "heading")

    @cached_property
    def _called(self) -> Mapping[str, Sequence[int]]:
        """Which of the blocks are headings of a name, in letters."""
        found: dict[str, list[int]] = defaultdict(list)
        for at in self._headings:
            heading = self._blocks[at]
            found[_letters(heading.children[0].content if heading.children else "")].append(at)
        return found

    @cached_property
    def _addresses(self) -> Mapping[str, int]:
        """The lines that end in an address."""
        hits = ((ADDRESS.search(line), at) for at, line in enumerate(self._lines) if "^" in line)
        return {hit["name"].lower(): at for hit, at in hits if hit}

    @cached_property
    def _notes(self) -> re.Pattern[str] | None:
        """References to the footnotes of the note, which stand elsewhere in it."""
        hits = (FOOTNOTE.match(line) for line in self._lines if "[^" in line)
        names = [re.escape(hit["name"]) for hit in hits if hit]
        return re.compile(rf"\[\^(?:{'|'.join(names)})\]") if names else None

    def find(self, parts: Sequence[str]) -> tuple[str, ...] | None:
        """The lines of a part.

        Args:
            parts: what stands behind each `#` of a link; none for the whole note.

        Returns:
            the lines without the heading, blank ones around and footnotes; None where
             there is no such part.
        """
        found = self._part(parts)
        if found is None or self._notes is None:
            return found
        text = (line for line in found if not FOOTNOTE.match(line))
        return _trimmed(self._notes.sub("", line) for line in text)

    def _part(self, parts: Sequence[str]) -> tuple[str, ...] | None:
        if parts and parts[-1].startswith("^"):
            return self._addressed(parts[-1][1:].strip())
        if not parts:
            has_title = bool(self._blocks) and self._blocks[0].tag == "h1"
            return self._from(1 if has_title else 0)
        at = -1
        for name in parts:
            called = self._called.get(_letters(name), ())
            found = bisect_right(called, at)
            if found == len(called):
                return None
            at = called[found]
        return self._from(at + 1)

    def _from(self, start: int) -> tuple[str, ...]:
        """What stands from a block on, up to the next heading."""
        heading = bisect_left(self._headings, start)
        end = self._headings[heading] if heading < len(self._headings) else len(self._blocks)
        if start >= end:
            return ()
        return _trimmed(self._lines[self._starts[start] : _end(self._blocks[end - 1])])

    def _addressed(self, name: str) -> tuple[str, ...] | None:
        """The block at whose end, or behind which, an address stands."""
        line = self._addresses.get(name.lower())
        if line is None:
            return None
        bare = ADDRESS.sub("", self._lines[line])
        behind = not bare.strip(" \t>")  # behind a whole block
        at = bisect_right(self._starts, self._above(line) if behind else line) - 1
        if at < 0:
            return None
        block = self._blocks[at]
        if behind:
            return _trimmed(self._lines[_first(block) : min(_end(block), line)])
        if block.type == "heading":
            return self._from(at + 1)
        inner = _innermost(block, line)
        found = list(self._lines[_first(inner) : _end(inner)])
        found[line - _first(inner)] = bare
        return _trimmed(_unmarked(found) if inner.type == "list_item" else found)

    def _above(self, line: int) -> int:
        """The nearest line above that is not blank; -1 for none."""
        while line > 0 and not self._lines[line - 1].strip():
            line -= 1
        return line - 1


def _innermost(block: SyntaxTreeNode, line: int) -> SyntaxTreeNode:
    """The item that a line stands in; a quote as a whole; else the block itself."""
    found = block
    while found.type != "blockquote":
        inner = (one for one in found.children if one.map and _first(one) <= line < _end(one))
        below = next(inner, None)
        if below is None or below.type not in HOLDS:
            break
        found = below
    return found


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
