"""What speaks against a unit; one with a doubt is made with `take = "many"` only.

A rule finds units by their shape; these are the shapes of what is no knowledge: steps to do
something once, code, exercises, remarks, labels that name a place in the note.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckbuilder.extract.doubts import answer, naming
from deckbuilder.extract.doubts.note import of_note
from deckbuilder.extract.doubts.weighed import Weighed
from deckbuilder.model import Tier, Unit

__all__ = ["DOUBTS", "of_note", "weigh"]


DOUBTS: tuple[tuple[str, Callable[[Weighed], bool]], ...] = (
    ("how-to", naming.is_how_to),
    ("place", naming.is_place),
    ("exercise", naming.is_exercise),
    ("example", naming.is_example),
    ("fragment", naming.is_fragment),
    ("sign", naming.is_sign),
    ("sign", naming.lists_signs),
    ("figures", naming.compares_figures),
    ("example", naming.is_instance),
    ("example", answer.only_for_example),
    ("exercise", answer.is_to_be_done),
    ("fragment", answer.tells_nothing),
    ("fragment", answer.goes_on),
    ("fragment", answer.only_points_back),
    ("example", answer.is_assumed),
    ("file", answer.is_file),
    ("link", answer.is_link),
    ("asking", answer.only_asks),
    ("essay", answer.is_essay),
    ("code", answer.lists_code),
    ("how-to", answer.lists_steps),
    ("code", answer.is_type),
    ("code", answer.is_of_somebody),
    ("record", answer.keeps_records),
    ("foreign", answer.is_in_another),
    ("foreign", answer.is_without_korean),
    ("code", answer.is_code),
    ("fragment", answer.only_depends),
    ("reason", answer.is_reason),
    ("how-to", naming.names_deeds),
    ("how-to", naming.parts_of_work),
    ("place", naming.names_places),
)


def weigh(unit: Unit, note: frozenset[str], *, foreign: bool = False) -> Unit:
    """The unit with the doubts about it, and the tier that they leave it.

    Args:
        unit: what a rule found.
        note: the doubts about its note as a whole, see `of_note`.
        foreign: whether it may be in another language than Korean.
    """
    one = Weighed(unit)
    found = [name for name, holds in DOUBTS if holds(one)]
    found += [name for name in sorted(note) if name != "foreign" or answer.is_foreign(one)]
    doubts = tuple(name for name in dict.fromkeys(found) if name != "foreign" or not foreign)
    return replace(unit, doubts=doubts, tier=Tier.MAYBE) if doubts else unit
