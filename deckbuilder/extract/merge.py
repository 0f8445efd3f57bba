"""Units of a note that say the same become one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from deckbuilder.model import Definition, Unit


def merge(units: Sequence[Unit]) -> tuple[tuple[Unit, ...], tuple[Unit, ...]]:
    """Drop what is said twice.

    Returns:
        the units that stay and those that are dropped, each in the order of the note.
    """
    kept: list[Unit] = []
    dropped: list[Unit] = []
    known: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if any(_covers(other, unit) for other in known[_compact(unit.front)]):
            dropped.append(unit)
            continue
        kept.append(unit)
        for name in _names(unit):
            known[name].append(unit)
    return tuple(kept), tuple(dropped)


def _names(unit: Unit) -> set[str]:
    aliases = unit.aliases if isinstance(unit, Definition) else ()
    return {_compact(name) for name in (unit.front, *aliases)}


def _covers(first: Unit, second: Unit) -> bool:
    """Whether the answer of `first`, of like name, holds the lines of the other's."""
    if not (isinstance(first, Definition) and isinstance(second, Definition)):
        return False
    lines = {line for span in (first.span, *first.answer) for line in span.lines}
    return all(line in lines for span in second.answer for line in span.lines)


def _compact(name: str) -> str:
    return re.sub(r"\s+", "", name).lower()
