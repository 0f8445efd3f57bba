"""Rows of a table that go together: in one group, which a merged cell names, or below one name."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.korean import shapes
from deckbuilder.model import Kind, Node, Text


def rows_in_groups(table: Node) -> list[list[Node]]:
    """The rows of a table whose first column names groups, each once: below it the cell is blank.

    Empty where the first column has a name for each row, and where the second has not: then a row
    goes on with the one above it (`by_name`), or the table has gaps; and where a single name stands
    below no head, as rows of a comparison may lack theirs.
    """
    header, *rows = table.children
    firsts = [bool(row.text[0]) for row in rows]
    if len(header.text) < 2 or not firsts[0] or all(firsts):
        return []
    if not all(map(_is_named, rows)) or (sum(firsts) < 2 and not header.text[0]):
        return []
    groups: list[list[Node]] = []
    for row, is_first in zip(rows, firsts, strict=True):
        if is_first:
            groups.append([])
        groups[-1].append(row)
    return groups


def _is_named(row: Node) -> bool:
    """Whether the second cell names something, and tells nothing."""
    return bool(row.text[1]) and not shapes.is_sentence(row.text[1].plain)


def by_name(rows: Sequence[Node]) -> list[list[Node]]:
    """The rows by their names: one without goes on with the row above it."""
    found: list[list[Node]] = []
    for row in rows:
        if row.text[0] or not found:
            found.append([])
        found[-1].append(row)
    return found


def cells(table: Node, row: Node, *more: Node) -> tuple[Node, ...]:
    """The cells of a row, with what the rows add that go on with it; each aligned as its column."""
    columns = zip(row.text, *(one.text for one in more), strict=True)
    return tuple(
        _cell(texts, letter) for texts, letter in zip(columns, table.alignments, strict=True)
    )


def _cell(texts: Sequence[Text], letter: str) -> Node:
    lines = tuple(filter(None, texts)) or tuple(texts[:1])
    span = lines[0].span.to(lines[-1].span)
    return Node(Kind.PARAGRAPH, span, lines, alignments=letter.strip("-"))
