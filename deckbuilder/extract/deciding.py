"""What an author chose of what was found in a note: `deckbuilder.choices`.

A unit of another kind is made of the same block, and of nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from deckbuilder.extract.author import AUTHOR, Blocks, Found, forced
from deckbuilder.model import ASKED_AS, CALLED, Decision, Rejected, Span, Unit


def decided(
    found: Found, decisions: Mapping[int, Decision], blocks: Blocks
) -> tuple[Found, frozenset[int]]:
    """What is made once its author has chosen.

    Args:
        found: what there is to choose from.
        decisions: by the position of what they are about in `found.every`.
        blocks: those of the note.

    Returns:
        what is made, and the positions of what cannot be of the kind that was chosen.
    """
    every, first = found.every, _first(found.every)
    deciding, vain = _Deciding(found), set[int]()
    for at, decision in sorted(decisions.items()):
        unit = every[at]
        if decision.take == "leave":
            deciding.leave(unit, unit)
            continue
        other = as_kind(unit, decision.kind, first, blocks) if decision.kind else unit
        if other is None:
            vain.add(at)
            other = unit
        made = replace(other, chosen=True)
        if decision.name:
            made = replace(made, front=decision.name, read_as=other.front)
        if other is not unit:
            deciding.leave(unit, made)
        deciding.put(made, other)
    return deciding.done(), frozenset(vain)


class _Deciding:
    """What becomes of what was found, by its position, decision by decision."""

    def __init__(self, found: Found) -> None:
        self.at = {id(unit): at for at, unit in enumerate(found.every)}
        self.made: dict[int, Unit] = dict(enumerate(found.made))
        self.offered = dict(enumerate(found.offered, len(self.made)))
        self.rejected = dict(enumerate(found.rejected, len(self.made) + len(self.offered)))
        self.added: dict[tuple[int, str, Span], Unit] = {}
        self.left: list[Rejected] = []

    def leave(self, unit: Unit, by: Unit) -> None:
        """Make no such unit, but `by` in its place, or nothing, where that is the same."""
        self._open(unit)
        self.left.append(Rejected(unit, by, AUTHOR))

    def put(self, unit: Unit, was: Unit) -> None:
        """Make a unit where another was, made or not."""
        at = self.at.get(id(was), -1)
        if at in self.made:
            self.made[at] = unit
        else:
            self._open(was)
            self.added[at, unit.kind, unit.span] = unit  # a block asks once, whoever asks it so

    def _open(self, unit: Unit) -> None:
        at = self.at.get(id(unit), -1)
        for units in (self.made, self.offered, self.rejected):
            units.pop(at, None)

    def done(self) -> Found:
        """All of it, what was added in the order of the note."""
        made = list(self.made.values())
        reached = list(accumulate((one.span.first for one in made), max))
        behind: dict[int, list[Unit]] = {}
        for unit in sorted(self.added.values(), key=lambda unit: unit.span.first):
            behind.setdefault(bisect_right(reached, unit.span.first), []).append(unit)
        placed = [
            one for at in range(len(made) + 1) for one in (*behind.get(at, ()), *made[at : at + 1])
        ]
        rejected = (*self.rejected.values(), *self.left)
        return Found(tuple(placed), tuple(self.offered.values()), rejected)


First = Mapping[tuple[str, Span], Unit]
"""The first unit of each kind that is asked in a place."""


def _first(every: Sequence[Unit]) -> First:
    return {(one.kind, one.span): one for one in reversed(every)}


def as_kind(unit: Unit, called: str, first: First, blocks: Blocks) -> Unit | None:
    """The same block as another kind: as a rule has found it, or as nobody has.

    Args:
        unit: what was found.
        called: the kind, a key of `ASKED_AS`.
        first: what was found in the note.
        blocks: those of the note.
    """
    kind = ASKED_AS[called]
    if unit.kind == kind:
        return unit
    return first.get((kind, unit.span)) or forced(blocks, unit.span, kind)


def kinds(every: Sequence[Unit], blocks: Blocks) -> tuple[tuple[str, ...], ...]:
    """The other kinds that each of what was found in a note can be asked as."""
    first = _first(every)
    return tuple(
        tuple(
            called
            for called in ASKED_AS
            if called != CALLED[unit.kind] and as_kind(unit, called, first, blocks)
        )
        for unit in every
    )
