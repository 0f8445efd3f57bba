"""Units of a note that say the same become one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckbuilder.extract import again, bodies
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Definition, Rejected, Tier, Unit


class _Told(NamedTuple):
    """A definition with what is asked of it again and again."""

    unit: Definition
    lines: frozenset[int]
    answer: frozenset[int]
    letters: int

    def covers(self, other: _Told) -> bool:
        """Whether it holds all lines of the other's answer."""
        return other.answer <= self.lines


def _told(unit: Definition) -> _Told:
    answer = frozenset(line for span in unit.answer for line in span.lines)
    asked = (line for span in (unit.span, *unit.also) for line in span.lines)
    return _Told(unit, answer.union(asked), answer, bodies.letters(unit.body))


def merge(
    units: Sequence[Unit], addressed: frozenset[int] = frozenset()
) -> tuple[tuple[Unit, ...], tuple[Rejected, ...]]:
    """Drop what is said twice, and put together what is said of one term.

    Args:
        units: what was found.
        addressed: the lines that their author speaks of: what is asked there stays by itself,
            unless it stands in one place with the rest.

    Returns:
        the units that stay, and those that are dropped with the one that says the same; each in
        the order of the note.
    """
    kept: list[Unit] = []
    dropped: list[Rejected] = []
    plainly = {compact(unit.front): unit for unit in units if again.says_plainly(unit)}
    # By name and line: what says the same holds the first line of the other's answer.
    known: dict[tuple[str, int], list[_Told]] = defaultdict(list)
    for told in _together(units, plainly, addressed):
        if not isinstance(told, _Told):
            kept.append(told)
            continue
        unit = told.unit
        near = known[compact(unit.front), min(told.answer, default=0)]
        said = next((one for one in near if one.covers(told)), None)
        first = plainly.get(compact(unit.front))
        # What tells it plainly may have been put to it, where that tells it again.
        if said is None and first and not again.says_plainly(unit) and first.span not in unit.also:
            dropped.append(Rejected(unit, first, "twice"))
            continue
        if said:
            dropped.append(Rejected(unit, said.unit, "twice"))
            continue
        kept.append(unit)
        for name in again.names(unit):
            for line in told.lines:
                known[name, line].append(told)
    return tuple(kept), tuple(dropped)


def akin(units: Sequence[Unit], others: Sequence[Unit]) -> tuple[Unit, ...]:
    """Those of `units` that share a name with some of `others`, or with one that does.

    Nothing else that is merged can change what becomes of the others.
    """
    apart: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        for name in again.names(unit):
            apart[name].append(unit)
    left = [name for unit in others for name in again.names(unit)]
    while left:
        for unit in apart.pop(left.pop(), ()):
            left += again.names(unit)
    return tuple(unit for unit in units if compact(unit.front) not in apart)


def _together(
    units: Sequence[Unit], plainly: Mapping[str, Unit], addressed: frozenset[int]
) -> tuple[_Told | Unit, ...]:
    """Definitions that ask for the same below the same names become one with both answers.

    So do those that are told again in another place, see `again`. What a sentence says in passing
    of a term that is told plainly further on is no part of its answer.
    """
    found = _Found()
    places: dict[tuple[str, tuple[str, ...]], int] = {}
    plain: set[str] = set()
    for unit in units:
        if not isinstance(unit, Definition):
            found.units.append(unit)
            continue
        if unit.span.first not in addressed and found.join_before(unit, addressed):
            continue
        name = compact(unit.front)
        place = (name, unit.context)
        if again.says_plainly(unit):
            plain.add(name)
        elif name in plainly and name not in plain:
            found.add(_told(unit))
            continue
        before = found.units[places[place]] if place in places else None
        joined = _joined(before, _told(unit)) if isinstance(before, _Told) else None
        if joined:
            found.change(places[place], joined)
        else:
            places.setdefault(place, len(found.units))
            found.add(_told(unit))
    return tuple(found.units)


class _Found:
    """What was found so far, in the order of the note; and where, by the names of definitions."""

    def __init__(self) -> None:
        self.units: list[_Told | Unit] = []
        self.named: dict[str, set[int]] = defaultdict(set)

    def add(self, told: _Told) -> None:
        """Put a definition behind all others."""
        self.units.append(told)
        self.change(len(self.units) - 1, told)

    def change(self, at: int, told: _Told) -> None:
        """Put a definition in the place of another."""
        self.units[at] = told
        for name in again.names(told.unit):
            self.named[name].add(at)

    def join_before(self, unit: Definition, addressed: frozenset[int]) -> bool:
        """Put what is told again to what the note tells of it first, if that is no mere guess."""
        surest = max(unit.tier, Tier.LIKELY)
        every = ((at, self.units[at]) for at in self._named_as(unit))
        same = [
            (at, one) for at, one in every if isinstance(one, _Told) and one.unit.tier <= surest
        ]
        if len(same) != 1:
            return False  # of two things of one name it may mean either
        ((at, told),) = same
        if told.unit.span.first in addressed:
            return False
        sums_up = again.sums_up(unit)
        if not sums_up and not again.is_told_again(told.unit, unit):
            return False
        joined = _joined(told, _told(unit), elsewhere=not sums_up)
        if joined:
            tier = min(told.unit.tier, unit.tier)
            self.change(at, joined._replace(unit=replace(joined.unit, tier=tier)))
        return joined is not None

    def _named_as(self, unit: Definition) -> set[int]:
        return {at for name in again.names(unit) for at in self.named.get(name, ())}


def _joined(first: _Told, second: _Told, *, elsewhere: bool = False) -> _Told | None:
    """Both definitions as one, unless one holds the other or both are too long for one card.

    What is told elsewhere stands beside the answer.
    """
    letters = first.letters + second.letters
    if first.covers(second) or second.covers(first):
        return None
    if not bodies.SHORTEST <= letters <= bodies.LONGEST:
        return None
    one, other = first.unit, second.unit
    both = again.beside(one, other)
    if not elsewhere:
        both = replace(
            both,
            body=(*one.body, *other.body),
            around=(*one.around, *other.around),
            heads=one.heads if one.heads == other.heads else (),
        )
    return _Told(both, first.lines | second.lines, first.answer | second.answer, letters)
