"""The comments by which an author speaks to the program, and what stands beside them.

    ### 세마포어 <!-- id: 세마포어 -->
    <!-- deckbuilder: skip -->

A comment at the end of a line speaks of that line; on a line of its own of what stands below it,
or, right below a heading, of that.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckbuilder.model import Document, Kind, Node
from deckbuilder.regular import expression

# One that goes on in the next line says to the program what stands in its first.
COMMENT = expression(
    r"<!--\s*(?:(?P<name>id)\s*:(?P<said>[^<>]*)-->|(?i:deckbuilder)\s*:(?P<told>[^<>]*)(?:-->|$))"
)
# What may stand around one that has its line for itself: markers of quotes and items, other ones.
_OTHERS = expression(r"<!--[^<>]*(?:-->|$)|^[ \t>*+-]+")
HEADING = expression(r"[\s>]{0,9}#{1,6}\s")
# What makes a heading of the line above it.
UNDERLINE = expression(r"[\s>]{0,9}(?:=+|-+)\s*")


class Comment(NamedTuple):
    """What a comment says, and where it stands."""

    name: str
    """`id` or `deckbuilder`."""
    said: str
    number: int
    """The number of its line."""
    last: bool
    """Whether nothing but comments stands behind it."""
    beside: tuple[int, ...]
    """The lines that it may speak of, the likeliest first."""
    alone: bool
    """Whether its line holds nothing else."""
    headed: bool = False
    """Whether it stands below a heading, the first of the lines that it may speak of."""


def comments(root: Node, document: Document) -> Iterator[Comment]:
    """The comments of a note, in its order; those in code, or in another note's text, are none."""
    if not any("<!--" in line for line in document.lines):
        return  # as most notes have none
    code = {line for node in root.walk() if node.kind == Kind.CODE for line in node.span.lines}
    filled: list[int] | None = None
    for number, line in enumerate(document.lines, start=1):
        if "<!--" not in line or number in code or number in document.embedded:
            continue
        for hit in COMMENT.finditer(line):
            if line.count("`", 0, hit.start()) % 2 == 1:  # as in a note about comments
                continue
            alone = _is_bare(line)
            if alone and filled is None:
                filled = [n for n, text in enumerate(document.lines, start=1) if _says(text)]
            headed, beside = (
                _beside(document, number, filled or ()) if alone else (False, (number,))
            )
            last = not _OTHERS.sub("", line[hit.end() :]).strip()
            name, said = hit["name"] or "deckbuilder", hit["said"] or hit["told"] or ""
            yield Comment(name, said.strip(), number, last, beside, alone, headed)


def _is_bare(line: str) -> bool:
    return not _OTHERS.sub("", line).strip()


def _says(line: str) -> bool:
    """Whether a line holds more than comments of ours."""
    return bool(line.strip()) and not ("<!--" in line and COMMENT.search(line) and _is_bare(line))


def _beside(document: Document, number: int, filled: Sequence[int]) -> tuple[bool, tuple[int, ...]]:
    """Whether a comment on a line of its own is a heading's, and the lines around it."""
    lines = document.lines
    at = bisect_left(filled, number)
    above, below = next(iter(filled[at - 1 : at]), 0), next(iter(filled[at : at + 1]), 0)
    heading = _heading(lines, above)
    apart = not lines[number - 2].strip() if number > 1 else True
    near = number < len(lines) and bool(lines[number].strip())
    headed = heading > 0 and (not apart or not near)
    order = (heading, below) if headed else (below, above)
    return headed, tuple(n for n in order if n)


def _heading(lines: Sequence[str], number: int) -> int:
    """The number of the line that this one makes a heading, or is a heading on; 0 for none."""
    if number and HEADING.match(lines[number - 1]):
        return number
    underlined = number > 1 and UNDERLINE.fullmatch(lines[number - 1])
    return number - 1 if underlined and lines[number - 2].strip(" \t>") else 0
