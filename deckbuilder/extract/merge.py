"""Units of a note that say the same become one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.model import Definition, Unit


def merge(units: Sequence[Unit]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Drop what is said twice.

    Returns:
        the units that stay and those that are dropped, each in the order of the note.
    """
    kept: list[Unit] = []
    dropped: list[Unit] = []
    for unit in units:
        (dropped if any(_covers(other, unit) for other in kept) else kept).append(unit)
    return tuple(kept), tuple(dropped)


def _covers(first: Unit, second: Unit) -> bool:
    """Whether `first` asks for the same and its answer holds the lines of the other's."""
    if not (isinstance(first, Definition) and isinstance(second, Definition)):
        return False
    names = {_compact(name) for name in (first.front, *first.aliases)}
    if _compact(second.front) not in names:
        return False
    lines = {line for span in (first.span, *first.answer) for line in span.lines}
    return all(line in lines for span in second.answer for line in span.lines)


def _compact(name: str) -> str:
    return re.sub(r"\s+", "", name).lower()
