"""Tables whose first column names groups of rows, as a merged cell would."""

from __future__ import annotations

from deckbuilder.model import Node


def rows_in_groups(table: Node) -> list[list[Node]]:
    """The rows of a table whose first column names groups, each once: below it the cell is blank.

    Empty where the first column has a name for each row, or one alone, and where the second has
    not: then a row goes on with the one above it, or the table has gaps.
    """
    header, *rows = table.children
    firsts = [bool(row.text[0]) for row in rows]
    if len(header.text) < 2 or not firsts[0] or sum(firsts) < 2 or all(firsts):
        return []
    if not all(row.text[1] for row in rows):
        return []
    groups: list[list[Node]] = []
    for row, is_first in zip(rows, firsts, strict=True):
        if is_first:
            groups.append([])
        groups[-1].append(row)
    return groups
