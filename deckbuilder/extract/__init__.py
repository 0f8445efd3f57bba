"""From labelled nodes to units: rules propose, the engine chooses, and accounts for every line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from deckbuilder.extract import attributes, noise
from deckbuilder.extract.directives import directives, skipped, without
from deckbuilder.extract.doubts import of_note, weigh
from deckbuilder.extract.leftovers import leftovers
from deckbuilder.extract.merge import merge
from deckbuilder.extract.pins import pinned
from deckbuilder.extract.place import Place, repeated_names
from deckbuilder.extract.rules import RULES, Rule
from deckbuilder.extract.title import heading, known_as, title
from deckbuilder.model import (
    TAKES,
    Definition,
    Directive,
    Document,
    Kind,
    Language,
    LeftOut,
    Node,
    Pin,
    Rejected,
    Take,
    Unit,
)

__all__ = ["Extraction", "extract"]


class Extraction(NamedTuple):
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


def extract(
    root: Node,
    document: Document,
    references: Sequence[tuple[int, int]] = (),
    footnotes: Sequence[tuple[int, int]] = (),
    take: Take = "usual",
    languages: Sequence[Language] = ("ko",),
) -> Extraction:
    """Find the units of a note.

    Args:
        root: the note's tree, from `outline`.
        document: the note.
        references: the lines (1-based, inclusive) of its link reference definitions.
        footnotes: the lines of its footnotes.
        take: the units of which tiers are wanted.
        languages: what is asked may be in one of these alone.

    Returns:
        the units and the blocks that became part of none, which together cover every line that
        is not blank; and the ids that stand in the note.
    """
    name = title(document)
    told = directives(root, document)
    skip = skipped(told)
    read = without(root, skip)
    pruned = attributes.fold(noise.prune(known_as(read, name, document.aliases)))
    place = Place(
        pruned,
        repeated=repeated_names(pruned),
        title=name,
        doubts=of_note(root, document),
        foreign=any(language != "ko" for language in languages),
    )
    found = tuple(_asked_here(_propose(place), document, root))
    behind = [one for one in found if isinstance(one, Rejected)]
    proposed = [one for one in found if isinstance(one, Unit)]
    last = TAKES[take]
    units, twice = merge([unit for unit in proposed if unit.tier <= last])
    others = [unit for unit in proposed if unit.tier > last]
    every, again = merge((*units, *others)) if others else (units, ())
    offered = tuple(unit for unit in every if unit.tier > last)
    more = _more([unit for unit in every if unit.tier <= last], others)
    left = leftovers(
        root,
        document,
        units,
        [one.unit for one in twice],
        [*offered, *(one.unit for one in more)],
        references,
        footnotes,
        skip,
    )
    named, pins = pinned(units, root, document, skip)
    beside = (one for one in again if one.unit.tier > last)
    return Extraction(named, left, pins, offered, (*behind, *twice, *beside, *more), told)


def _more(made: Sequence[Unit], others: Sequence[Unit]) -> tuple[Rejected, ...]:
    """What would be made as a part of other units, were it taken, and is no unit of its own."""
    return tuple(
        Rejected(other, unit, "more")
        for unit in made
        if unit.also
        for other in others
        if other.span in unit.also and other.front == unit.front
    )


def _propose(place: Place) -> Iterator[Unit | Rejected]:
    """What the rules find at a place and beneath it, in the order of the note.

    A rule that stands back is asked all the same, so that it can be told what was not made.
    """
    fired: dict[str, Unit] = {}
    for rule in () if _only_holds(place.node) else RULES:
        units = [_placed(unit, rule, place) for unit in rule.find(place)]
        first = next((unit for name, unit in fired.items() if name in rule.unless), None)
        if first:
            yield from (Rejected(unit, first, "unless") for unit in units)
        elif units:
            fired[rule.name] = units[0]
            yield from units
    for child in place.node.children:
        yield from _propose(place.below(child))


def _asked_here(
    found: Iterator[Unit | Rejected], document: Document, root: Node
) -> Iterator[Unit | Rejected]:
    """What the note itself asks: what another note's text asks is asked there.

    What stands below a note's title alone, or of several places below a name, is gathered from
    other notes, and does not say what that is.
    """
    embedded, rows = document.embedded, document.rows
    if not embedded or rows is None:
        yield from found
        return
    title = heading(root)
    for one in found:
        unit = one.unit if isinstance(one, Rejected) else one
        answer = {line for span in unit.answer for line in span.lines}
        quotes = bool(answer) and answer <= embedded
        several = len({rows[line - 1] for line in answer}) > 1
        gathers = isinstance(unit, Definition) and (several or unit.span == title)
        if unit.span.first in embedded or (quotes and gathers):
            continue
        yield replace(one, quotes=quotes) if isinstance(one, Unit) else one


def _only_holds(node: Node) -> bool:
    """Whether a list or an item says nothing itself: there is nothing for a rule to look at."""
    bare = node.label is None and not node.text
    return bare and (node.is_list or node.kind == Kind.ITEM)


def _placed(unit: Unit, rule: Rule, place: Place) -> Unit:
    """What a rule found, with the rule, and with what stands above the place that asks for it."""
    asking = place.asking(unit.span)
    placed = replace(
        unit, rule=rule.name, tier=rule.tier, context=asking.context, headings=asking.headings
    )
    return weigh(placed, place.doubts, foreign=place.foreign)
