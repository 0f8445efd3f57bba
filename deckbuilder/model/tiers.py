"""How sure it is that a student keeps what a rule finds, and how that is measured."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum


class Tier(IntEnum):
    """How sure it is that a student keeps what a rule finds, the surest first."""

    SURE = 1
    LIKELY = 2
    MAYBE = 3


# The least share of what a rule makes that is worth a card, for each tier. Two careful people agree
# on 0.76 to 0.9 of theirs (README of the corpus), so that no rule can be surer; of what is made by
# default a student should keep three in five at least.
LEAST = {Tier.SURE: 0.75, Tier.LIKELY: 0.6}
# Of fewer units a share tells little: one of them moves it by half of what lies between two tiers.
ENOUGH = 15


@dataclass(frozen=True, slots=True)
class Yield:
    """Of so many units that a rule made of annotated notes, those that a good deck has, too."""

    made: int
    core: int = 0
    """Those that no good deck lacks."""
    optional: int = 0
    """Those that a good deck may have."""

    @property
    def kept(self) -> int:
        """Those that a good deck has, or may have."""
        return self.core + self.optional

    @property
    def share(self) -> float:
        """The part that is kept; 0 where nothing was made."""
        return self.kept / self.made if self.made else 0.0

    @property
    def tier(self) -> Tier | None:
        """The tier that follows; None where too little was made to tell."""
        if self.made < ENOUGH:
            return None
        return next((tier for tier, least in LEAST.items() if self.share >= least), Tier.MAYBE)
