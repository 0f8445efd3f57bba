"""What an author says about lints in a note: `<!-- deckbuilder: ignore CODE -->`.

It holds for the line that it stands on; on a line of its own, for the line below, or right below a
heading for all that this heads. Several codes have a blank or a comma between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from deckbuilder.model import Kind, Node, Span
from deckbuilder.notes import Reading

IGNORE = re.compile(r"<!--\s*deckbuilder\s*:\s*ignore\b(?P<codes>[^<>]*)-->")


class Ignored(NamedTuple):
    """What is not to be told of some lines."""

    codes: frozenset[str]
    span: Span
    at: Span
    """Where the author says so."""


def ignored(reading: Reading, lines: dict[int, str]) -> Iterator[Ignored]:
    """What the author of a note does not want to be told.

    Args:
        reading: the note.
        lines: its lines by their numbers in its file.
    """
    path = reading.document.path
    headed = {
        node.label.text.span.last: node
        for node in reading.root.walk()
        if node.kind == Kind.SECTION and node.label
    }
    code = {n for node in reading.root.walk() if node.kind == Kind.CODE for n in node.span.lines}
    for number, line in lines.items():
        for hit in IGNORE.finditer(line) if number not in code else ():
            at = Span(path, number, number)
            codes = frozenset(re.split(r"[\s,]+", hit["codes"].strip())) - {""}
            rest = IGNORE.sub("", line).strip(" \t>-*+")
            yield Ignored(codes, at if rest else _below(number, lines, headed, path), at)


def _below(number: int, lines: dict[int, str], headed: dict[int, Node], path: str) -> Span:
    """The lines that a comment on a line of its own is about."""
    above = (n for n in range(number - 1, 0, -1) if _says(lines.get(n, "")))
    head = headed.get(next(above, 0))
    if head:
        return head.span
    below = next((n for n in range(number + 1, max(lines) + 1) if _says(lines.get(n, ""))), number)
    return Span(path, below, below)


def _says(line: str) -> bool:
    return bool(IGNORE.sub("", line).strip())
