"""Rows of a table that go together: in one group, which a merged cell names, or below one name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuilder.extract import columns
from deckbuilder.korean import headers, shapes
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Kind, Node, Text


def rows_in_groups(table: Node) -> list[list[Node]]:
    """The rows of a table whose first column names groups, each once: below it the cell is blank.

    Empty where the first column has a name for each row, and where the second has not, or tells
    something: then a row goes on with the one above it (`by_name`), or the table has gaps. A single
    name is a group where the last column says what the things in the second are (설명); else it may
    be the aspect of a comparison, whose next row has none.
    """
    header, *rows = table.children
    firsts = [bool(row.text[0]) for row in rows]
    if len(header.text) < 2 or not firsts[0] or all(firsts) or not _are_named(rows):
        return []
    if sum(firsts) < 2 and columns.word(header.text[-1]) not in headers.MEANINGS:
        return []
    return by_name(rows)


def _are_named(rows: Sequence[Node]) -> bool:
    """Whether the second column has a name in each row, and most tell nothing by themselves."""
    names = [row.text[1].plain for row in rows]
    return all(names) and 2 * sum(map(shapes.is_sentence, names)) < len(names)


def by_name(rows: Sequence[Node]) -> list[list[Node]]:
    """The rows by their names: one without goes on with the row above it."""
    found: list[list[Node]] = []
    for row in rows:
        if row.text[0] or not found:
            found.append([])
        found[-1].append(row)
    return found


def without_first(row: Node) -> Node:
    """A row without the name of its group."""
    return replace(row, text=row.text[1:])


def are_apart(named: Sequence[Sequence[Node]]) -> bool:
    """Whether the rows of each name can be told as one, and no two names are the same."""
    names = {compact(first.text[0].plain) for first, *_ in named}
    distinct = len(names) == len(named) > 1 and "" not in names
    return distinct and all(map(_stay_in_line, named))


def _stay_in_line(rows: Sequence[Node]) -> bool:
    """Whether each column is filled in all rows, or in none that goes on."""
    columns_ = zip(*(row.text[1:] for row in rows), strict=True)
    return all(not any(more) or all((first, *more)) for first, *more in columns_)


def cells(table: Node, row: Node, *more: Node) -> tuple[Node, ...]:
    """The cells of a row, with what the rows add that go on with it; each aligned as its column."""
    columns_ = zip(row.text, *(one.text for one in more), strict=True)
    return tuple(
        _cell(texts, letter) for texts, letter in zip(columns_, table.alignments, strict=True)
    )


def _cell(texts: Sequence[Text], letter: str) -> Node:
    lines = tuple(filter(None, texts)) or tuple(texts[:1])
    span = lines[0].span.to(lines[-1].span)
    return Node(Kind.PARAGRAPH, span, lines, alignments=letter.strip("-"))
