"""The comments by which an author speaks to the program, and what stands beside them.

    ### 세마포어 <!-- id: 세마포어 -->
    <!-- deckbuilder: skip -->

A comment at the end of a line speaks of that line; on a line of its own of what stands below it,
or, right below a heading, of that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckbuilder.model import Document, Kind, Node

COMMENT = re.compile(r"<!--\s*(?P<name>id|deckbuilder)\s*:(?P<said>[^<>]*)-->")
# What may stand around one that has its line for itself: markers of quotes and items, other ones.
_OTHERS = re.compile(r"<!--[^<>]*-->|^[ \t>*+-]+")
HEADING = re.compile(r"[\s>]{0,9}#{1,6}\s")


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


def comments(root: Node, document: Document) -> Iterator[Comment]:
    """The comments of a note, in its order; those in code, or in another note's text, are none."""
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
            beside = _beside(document, number, filled or ()) if alone else (number,)
            last = not _OTHERS.sub("", line[hit.end() :]).strip()
            yield Comment(hit["name"], hit["said"].strip(), number, last, beside, alone)


def is_heading(line: str) -> bool:
    """Whether a line begins as a heading does, in a quote or not."""
    return bool(HEADING.match(line))


def _is_bare(line: str) -> bool:
    return not _OTHERS.sub("", line).strip()


def _says(line: str) -> bool:
    """Whether a line holds more than comments of ours."""
    return bool(line.strip()) and not ("<!--" in line and COMMENT.search(line) and _is_bare(line))


def _beside(document: Document, number: int, filled: Sequence[int]) -> tuple[int, ...]:
    """The lines around one of its own: below a heading it is the heading's."""
    lines = document.lines
    at = bisect_left(filled, number)
    above, below = next(iter(filled[at - 1 : at]), 0), next(iter(filled[at : at + 1]), 0)
    headed = above > 0 and is_heading(lines[above - 1])
    apart = not lines[number - 2].strip() if number > 1 else True
    near = number < len(lines) and bool(lines[number].strip())
    order = (above, below) if headed and (not apart or not near) else (below, above)
    return tuple(n for n in order if n)
