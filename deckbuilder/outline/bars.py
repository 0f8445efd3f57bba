"""Rows of a table that has no line of dashes, as kramdown takes them, and as hands forget it.

소금 | 바닷물을 말려 얻는다
설탕 | 사탕수수를 짜서 얻는다
식초 | 술을 삭혀 얻는다
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuilder.korean import endings, headers, shapes
from deckbuilder.korean.numbering import clean
from deckbuilder.model import Text
from deckbuilder.regular import expression

# Fewer lines with bars may be anything: a menu, a choice of two.
FEWEST_ROWS = 3
BAR = expression(r"(?:^|(?<=\s))\|(?:\s|$)")

Row = tuple[Text, tuple[Text, ...]]


def rows(lines: Sequence[Text]) -> tuple[Row, ...]:
    """The first cell of each line and the others, or nothing where these lines are no rows.

    A line of heads ("용어 | 뜻") names nothing, and goes with the first row.
    """
    cells = [_cells(line) for line in lines]
    columns = len(cells[0]) if cells else 0
    if len(cells) < FEWEST_ROWS or columns < 2 or any(len(row) != columns for row in cells):
        return ()
    if clean(cells[0][0].plain) in headers.NAMES | headers.CORNERS:
        _, (first, *said), *rest = cells
        cells = [[replace(first, span=lines[0].span.to(first.span)), *said], *rest]
    found = tuple((name, tuple(filter(None, said))) for name, *said in cells)
    return found if all(_names(name) and _says(said) for name, said in found) else ()


def _names(cell: Text) -> bool:
    plain = cell.plain
    short = 0 < len(plain) <= shapes.LONGEST_NAME
    whole = plain.count("(") == plain.count(")")  # "P(A | B)"
    return short and whole and not endings.is_ended(plain) and not cell.lead("link")


def _says(cells: Sequence[Text]) -> bool:
    """Whether cells say something in Korean: a grammar and a command ("cat a | wc") do not."""
    return any(shapes.HANGUL.search(cell.plain) for cell in cells)


def _cells(line: Text) -> list[Text]:
    """The cells of a line, without the bars at its ends."""
    hits = [hit.span() for hit in BAR.finditer(line.plain)]
    bars = [span for span in hits if not line.is_inside(span[0], *shapes.VERBATIM)]
    cuts = pairwise([(0, 0), *bars, (len(line.plain),) * 2])
    cells = [line.cut(a[1], b[0]) for a, b in cuts]
    inner = slice(not cells[0], len(cells) - (not cells[-1]))
    return cells[inner]
