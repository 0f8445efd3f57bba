"""What was found in a note."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuilder.model.say import Directive
from deckbuilder.model.units import LeftOut, Pin, Rejected, Unit


@dataclass(frozen=True)
class Extraction:
    """What a note holds, and what became of the rest; both in the order of the note."""

    units: tuple[Unit, ...]
    left_out: tuple[LeftOut, ...]
    pins: tuple[Pin, ...] = ()
    """The ids that its author gave by hand."""
    offered: tuple[Unit, ...] = ()
    """What could be asked as well, and is not, as its tier is not taken."""
    rejected: tuple[Rejected, ...] = ()
    """What was found and is neither, each with the unit that stands in its way."""
    directives: tuple[Directive, ...] = ()
    """What its author says of how it is read, in its comments."""
    vain: frozenset[int] = frozenset()
    """The decisions (their positions) that name a kind that cannot be."""
    kinds: tuple[tuple[str, ...], ...] = ()
    """Of each proposal the other kinds that it can be asked as, where that was asked for."""

    @property
    def proposals(self) -> tuple[Unit, ...]:
        """All that was found: made, offered, neither; a decision names one by its position."""
        return (*self.units, *self.offered, *(one.unit for one in self.rejected))
