"""What speaks against a unit; one with a doubt is made with `take = "many"` only.

A rule finds units by their shape; these are the shapes of what is no knowledge: steps to do
something once, code, exercises, remarks, labels that name a place in the note.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckbuilder.extract.doubts import answer, caveats, naming, pieces
from deckbuilder.extract.doubts.note import of_note
from deckbuilder.extract.doubts.weighed import Weighed
from deckbuilder.model import Tier, Unit

__all__ = ["DOUBTS", "of_note", "weigh"]


# The kinds of units that a doubt may be about.
ANY = frozenset({"definition", "enumeration", "comparison", "question"})
TERMS, LISTS, COMPARED = map(frozenset, (["definition"], ["enumeration"], ["comparison"]))
TOLD = frozenset({"definition", "question"})
ASKED = frozenset({"question"})
OF_PARTS = LISTS | COMPARED
DOUBTS: tuple[tuple[str, Callable[[Weighed], bool], frozenset[str]], ...] = (
    ("how-to", naming.is_how_to, ANY),
    ("place", naming.is_place, ANY),
    ("place", naming.is_section, ANY),
    ("exercise", naming.is_exercise, ANY),
    ("example", naming.is_example, ANY),
    ("fragment", naming.is_fragment, ANY),
    ("fragment", naming.is_sentence, TERMS),
    ("project", naming.is_of_project, ANY),
    ("sign", naming.is_sign, ANY),
    ("sign", naming.lists_signs, LISTS),
    ("figures", naming.compares_figures, COMPARED),
    ("example", naming.is_instance, ANY),
    ("example", pieces.only_for_example, TERMS),
    ("exercise", answer.is_to_be_done, ANY),
    ("fragment", answer.tells_nothing, TERMS),
    ("fragment", pieces.goes_on, TERMS),
    ("fragment", pieces.is_aside, TERMS),
    ("how-to", answer.is_clicked, TERMS),
    ("opinion", answer.is_felt, TERMS),
    ("fragment", pieces.only_points_back, TERMS),
    ("fragment", pieces.ends_question, ASKED),
    ("repeats", answer.only_repeats, TERMS),
    ("fragment", pieces.only_leads_below, TERMS | COMPARED),
    ("example", answer.is_assumed, TERMS),
    ("file", answer.is_file, TERMS),
    ("link", answer.is_link, ANY),
    ("asking", answer.only_asks, ANY),
    ("how-to", answer.tells_reader, TERMS),
    ("essay", answer.is_essay, ANY),
    ("code", answer.lists_code, LISTS),
    ("how-to", answer.lists_steps, LISTS),
    ("code", answer.is_type, TERMS),
    ("code", answer.is_of_somebody, TERMS),
    ("record", answer.keeps_records, ANY),
    ("foreign", answer.is_in_another, TOLD),
    ("foreign", answer.is_without_korean, TERMS),
    ("code", answer.is_code, ANY),
    ("code", answer.is_output, TERMS),
    ("fragment", answer.only_depends, TERMS),
    ("reason", answer.is_reason, TERMS),
    ("how-to", naming.names_deeds, COMPARED),
    ("how-to", naming.parts_of_work, OF_PARTS),
    ("place", naming.names_places, OF_PARTS),
    ("repeats", naming.counts_itself, OF_PARTS),
    ("place", naming.is_index, LISTS),
    ("fragment", naming.only_cases, LISTS),
    ("code", naming.compares_code, COMPARED),
)
OF_KIND = {
    kind: tuple((name, holds) for name, holds, kinds in DOUBTS if kind in kinds) for kind in ANY
}
"""Those that may be about a unit of each kind."""
OF_NOTE = {
    "foreign": answer.is_foreign,
    "opinion": answer.is_said_by_the_way,
    "phrase": naming.is_phrase,
}
"""Of which units a doubt about their note holds, where it does not hold of all."""


def weigh(unit: Unit, note: frozenset[str], *, foreign: bool = False) -> Unit:
    """The unit with the doubts about it, or with its caveats, and the tier that they leave it.

    Args:
        unit: what a rule found.
        note: the doubts about its note as a whole, see `of_note`.
        foreign: whether it may be in another language than Korean.
    """
    one = Weighed(unit)
    found = [name for name, holds in OF_KIND[unit.kind] if holds(one)]
    found += [name for name in sorted(note) if name not in OF_NOTE or OF_NOTE[name](one)]
    doubts = tuple(name for name in dict.fromkeys(found) if name != "foreign" or not foreign)
    if doubts:
        return replace(unit, doubts=doubts, tier=Tier.MAYBE)
    less = tuple(name for name, holds in caveats.CAVEATS if holds(one))
    tier = max(unit.tier, Tier.LIKELY) if less else unit.tier
    return replace(unit, caveats=less, tier=tier)
