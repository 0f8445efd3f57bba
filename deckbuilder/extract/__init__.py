"""From labelled nodes to units: the engine that asks each rule about each node."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckbuilder.extract import noise
from deckbuilder.extract.leftovers import leftovers
from deckbuilder.extract.merge import merge
from deckbuilder.extract.pins import pinned
from deckbuilder.extract.place import Place, repeated_names
from deckbuilder.extract.rules import RULES
from deckbuilder.model import Document, LeftOut, Node, Pin, Unit

__all__ = ["Extraction", "extract"]


class Extraction(NamedTuple):
    """What a note holds, and what became of the rest; both in the order of the note."""

    units: tuple[Unit, ...]
    left_out: tuple[LeftOut, ...]
    pins: tuple[Pin, ...] = ()
    """The ids that its author gave by hand."""


def extract(
    root: Node,
    document: Document,
    references: Sequence[tuple[int, int]] = (),
    footnotes: Sequence[tuple[int, int]] = (),
) -> Extraction:
    """Find the units of a note.

    Args:
        root: the note's tree, from `outline`.
        document: the note.
        references: the lines (1-based, inclusive) of its link reference definitions.
        footnotes: the lines of its footnotes.

    Returns:
        the units and the blocks that became part of none, which together cover every line that
        is not blank; and the ids that stand in the note.
    """
    pruned = noise.prune(root)
    place = Place(pruned, repeated=repeated_names(pruned))
    units, duplicates = merge(tuple(_find(place)))
    left = leftovers(root, document, units, duplicates, references, footnotes)
    named, pins = pinned(units, root, document)
    return Extraction(named, left, pins)


def _find(place: Place) -> Iterator[Unit]:
    fired: set[str] = set()
    for rule in RULES:
        if rule.unless.isdisjoint(fired):
            units = [_placed(unit, rule.name, place) for unit in rule.find(place)]
            if units:
                fired.add(rule.name)
            yield from units
    for child in place.node.children:
        yield from _find(place.below(child))


def _placed(unit: Unit, rule: str, place: Place) -> Unit:
    """What a rule found, with the rule, and with what stands above the place that asks for it."""
    asking = place.asking(unit.span)
    return replace(unit, rule=rule, context=asking.context, headings=asking.headings)
