"""The pieces of an HTML block put together: headings, lists and tables as Markdown has them.

<h2>상태</h2>   <ul><li>고체<ul><li>모양이 있다.</li></ul></li></ul>
<table><tr><th>상태</th><th>뜻</th></tr><tr><td>고체</td><td>모양이 있다.</td></tr></table>
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from deckbuilder.model import Kind, Node, Text
from deckbuilder.outline import wraps
from deckbuilder.outline.html import Piece

FEWEST_ROWS = FEWEST_COLUMNS = 2


def assembled(pieces: Sequence[Piece]) -> Iterator[Node | Piece]:
    """The pieces in order; headings, the items of a list and a table's rows are nodes."""
    for sort, group in groupby(pieces, _sort):
        found = list(group)
        match sort:
            case "list":
                yield from _lists(found)
            case "row":
                yield from _table(found)
            case "heading":
                yield from (_heading(piece) for piece in found)
            case "text":
                yield from (_paragraph([line]) for line in _lines(found))
            case _:
                yield from found


def _lines(pieces: Sequence[Piece]) -> Iterator[Text]:
    """Lines of text, those that are one sentence over adjacent lines put together."""
    lines = [piece.text for piece in pieces if piece.text is not None]
    at = 0
    for end, line in enumerate(lines, start=1):
        if end == len(lines) or lines[end].span.first > line.span.last + 1:
            yield from wraps.collapsed(lines[at:end])
            at = end


def _sort(piece: Piece) -> str:
    """What a piece is a part of; a line within a list belongs to the list."""
    in_list = piece.kind == "item" or (piece.kind == "text" and piece.level > 0)
    return "list" if in_list else piece.kind


def _heading(piece: Piece) -> Node:
    text = (piece.text,) if piece.text else ()
    return Node(Kind.SECTION, piece.span, text, level=piece.level)


def _paragraph(lines: Sequence[Text]) -> Node:
    return Node(Kind.PARAGRAPH, lines[0].span.to(lines[-1].span), tuple(lines))


def _lists(pieces: Sequence[Piece]) -> Iterator[Node]:
    """The lists that these items and lines make, one within the other by their levels."""
    top = min(piece.level for piece in pieces)
    groups: list[list[Piece]] = []
    for piece in pieces:
        if not groups or (piece.kind == "item" and piece.level == top):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    for ordered, found in groupby(groups, lambda group: group[0].ordered):
        items = tuple(map(_item, found))
        kind = Kind.ORDERED_LIST if ordered else Kind.BULLET_LIST
        yield Node(kind, items[0].span.to(items[-1].span), children=items)


def _item(pieces: Sequence[Piece]) -> Node:
    below = next((at for at, piece in enumerate(pieces) if at and piece.kind == "item"), None)
    own = [piece.text for piece in pieces[:below] if piece.text is not None]
    nested = _lists(pieces[below:]) if below else ()
    paragraph = _paragraph(own)
    return Node(Kind.ITEM, paragraph.span).beneath(paragraph, *nested)


def _table(rows: Sequence[Piece]) -> Iterator[Node]:
    """A table, if all rows have as many cells and there is something to tell apart; else lines."""
    columns = len(rows[0].cells)
    even = columns >= FEWEST_COLUMNS and all(len(row.cells) == columns for row in rows)
    if even and len(rows) >= FEWEST_ROWS:
        children = tuple(Node(Kind.ROW, row.span, row.cells) for row in rows)
        span = rows[0].span.to(rows[-1].span)
        yield Node(Kind.TABLE, span, children=children, alignments="-" * columns)
        return
    yield from (_paragraph([cell]) for row in rows for cell in row.cells if cell)
