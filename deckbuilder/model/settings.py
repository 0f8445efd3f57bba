"""What a maintainer chooses of the cards."""

from __future__ import annotations

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

MANY = 4
"""A list of more items than this has a card for each of them, too (Wozniak's rule 10: what is
remembered as a set is learnt item by item)."""


@dataclass(frozen=True, config=ConfigDict(extra="forbid", strict=True))
class CardSettings:
    """Which cards are made beside the one that asks for a unit as a whole.

    A setting adds cards or takes them away; it never changes which note one is.
    """

    reverse: bool = True
    """From the definition back to the term."""
    items: bool = True
    """For each item of a list that has more than `items_over`."""
    items_over: int = MANY
    contrast: bool = True
    """For each member of a comparison: which of them is described?"""
    type_in: bool = False
    """Terms are typed in, and Anki marks the difference."""
    speech: bool = False
    """Anki reads the cards out, where the system has a Korean voice."""
