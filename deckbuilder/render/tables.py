"""Tables: they scroll inside where a screen is narrow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

# The letters of `Node.alignments`.
ALIGNED = {"l": ' class="left"', "c": ' class="center"', "r": ' class="right"'}


def table(
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    names: Sequence[str] = (),
    alignments: str = "",
) -> str:
    """A table of cells that are HTML.

    Args:
        head: the cells of the first row.
        rows: the other cells.
        names: the heads of the rows, if they have any; they stay where the others scroll, and
            `head` then has a cell for the corner.
        alignments: a letter for each column (`Node.alignments`), or none.
    """
    columns = [ALIGNED.get(letter, "") for letter in alignments.ljust(len(head), "-")]
    top = "".join(f"<th{at}>{cell}</th>" for cell, at in zip(head, columns, strict=False))
    behind = columns[1:] if names else columns
    body = ""
    for number, row in enumerate(rows):
        first = f"<th>{names[number]}</th>" if names else ""
        cells = (f"<td{at}>{cell}</td>" for cell, at in zip(row, behind, strict=False))
        body += f"<tr>{first}{''.join(cells)}</tr>"
    inner = f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="scroll{" named" if names else ""}">{inner}</div>'


def described(pairs: Iterable[tuple[str, str]]) -> str:
    """Names with what is said of each, HTML: beneath the name, or beside it where there is room."""
    rows = (f"<div><dt>{name}</dt><dd>{said}</dd></div>" for name, said in pairs)
    return f"<dl>{''.join(rows)}</dl>"
