"""What a maintainer chooses of the cards, and of what is told about notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

from deckbuilder.language import _
from deckbuilder.model.tiers import Tier

Weight = Literal["error", "warning", "notice"]
Take = Literal["few", "usual", "many"]
TAKES: dict[Take, Tier] = {"few": Tier.SURE, "usual": Tier.LIKELY, "many": Tier.MAYBE}
"""The last tier of which cards are made."""
MANY = 4
"""Of more steps than this each is asked for, too (Wozniak's rule 10: what is remembered as a set is
learnt so)."""


def _is_switch(value: Any) -> bool:
    return isinstance(value, bool)


SWITCH = "True | False"
# What settings take that are no switches.
FITTING: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "items": (f"{SWITCH} | 'all'", lambda value: _is_switch(value) or value == "all"),
    "items_over": ("int >= 1", lambda value: type(value) is int and value > 0),
    "take": (" | ".join(map(repr, TAKES)), lambda value: value in (*TAKES,)),
}


@dataclass(frozen=True)
class CardSettings:
    """Which cards are made beside the one that asks for a unit as a whole.

    A setting adds cards or takes them away; it never changes which note one is.
    """

    reverse: bool = True
    """From the definition back to the term."""
    items: bool | Literal["all"] = True
    """For the steps of a list that has more than `items_over`, one by one, each between its
    neighbours; "all" for the items of any such list."""
    items_over: int = MANY
    contrast: bool = True
    """For each member of a comparison: which of them is described?"""
    type_in: bool = False
    """Terms are typed in, and Anki marks the difference."""
    speech: bool = False
    """Anki reads the cards out, where the system has a Korean voice."""
    take: Take = "usual"
    """How many of the units that are found: the sure ones, the likely ones too, or all."""

    def __post_init__(self) -> None:
        """Refuse what is no setting: from Python, nothing else looks at it.

        Raises:
            ValueError: a value has another type, or is none of those that there are.
        """
        for setting in fields(self):
            takes, fits = FITTING.get(setting.name, (SWITCH, _is_switch))
            value = getattr(self, setting.name)
            if not fits(value):
                said = _("{name} takes {takes}, and not {value}")
                raise ValueError(said.format(name=setting.name, takes=takes, value=repr(value)))


@dataclass(frozen=True)
class CheckSettings:
    """What `check` tells; codes as it prints them."""

    ignore: tuple[str, ...] = ()
    """What is never told."""
    severity: Mapping[str, Weight] = field(default_factory=dict)
    """How grave something is, other than by default; what is named here is looked for."""
