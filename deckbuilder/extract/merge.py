"""Units of a note that say the same become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from deckbuilder.extract import bodies
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Definition, Rejected, Unit


def merge(units: Sequence[Unit]) -> tuple[tuple[Unit, ...], tuple[Rejected, ...]]:
    """Drop what is said twice, and put together what is said of one term in one place.

    Returns:
        the units that stay, and those that are dropped with the one that says the same; each in
        the order of the note.
    """
    units = _together(units)
    kept: list[Unit] = []
    dropped: list[Rejected] = []
    known: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        said = next((one for one in known[compact(unit.front)] if _covers(one, unit)), None)
        if said:
            dropped.append(Rejected(unit, said, "twice"))
            continue
        kept.append(unit)
        for name in _names(unit):
            known[name].append(unit)
    return tuple(kept), tuple(dropped)


def _together(units: Sequence[Unit]) -> tuple[Unit, ...]:
    """Definitions that ask for the same below the same names become one with both answers."""
    found: dict[tuple[object, ...], Unit] = {}
    for number, unit in enumerate(units):
        place = (compact(unit.front), unit.context)
        first = found.get(place)
        if not isinstance(unit, Definition):
            found[(number,)] = unit
        elif not isinstance(first, Definition):
            found[place] = unit
        elif joined := _joined(first, unit):
            found[place] = joined
        else:
            found[(number,)] = unit
    return tuple(found.values())


def _joined(first: Definition, second: Definition) -> Definition | None:
    """Both definitions as one, unless one holds the other or both are too long for one card."""
    body = (*first.body, *second.body)
    if _covers(first, second) or _covers(second, first) or not bodies.fits(body):
        return None
    return replace(
        first,
        aliases=tuple(dict.fromkeys((*first.aliases, *second.aliases))),
        body=body,
        around=(*first.around, *second.around),
        also=(*first.also, second.span, *second.also),
    )


def _names(unit: Unit) -> set[str]:
    aliases = unit.aliases if isinstance(unit, Definition) else ()
    return {compact(name) for name in (unit.front, *aliases)}


def _covers(first: Unit, second: Unit) -> bool:
    """Whether the answer of `first`, of like name, holds the lines of the other's."""
    if not (isinstance(first, Definition) and isinstance(second, Definition)):
        return False
    return all(line in first.lines for span in second.answer for line in span.lines)
