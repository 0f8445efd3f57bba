"""From labelled nodes to units: rules propose, the engine chooses, and accounts for every line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from deckbuilder.extract import attributes, noise, sparse
from deckbuilder.extract.again import with_remarks
from deckbuilder.extract.author import Blocks, Found
from deckbuilder.extract.comments import comments
from deckbuilder.extract.deciding import decided, kinds
from deckbuilder.extract.directives import directives, skipped, without
from deckbuilder.extract.doubts import of_note, weigh
from deckbuilder.extract.found import once
from deckbuilder.extract.leftovers import leftovers
from deckbuilder.extract.merge import akin, merge
from deckbuilder.extract.obeying import obeyed, relabelled
from deckbuilder.extract.pins import pinned
from deckbuilder.extract.place import Place, repeated_names
from deckbuilder.extract.rules import Rule, rules_for
from deckbuilder.extract.title import heading, known_as, title
from deckbuilder.model import (
    TAKES,
    Decision,
    Definition,
    Document,
    Extraction,
    Kind,
    Language,
    Node,
    Rejected,
    Take,
    Tier,
    Unit,
)

__all__ = ["extract"]


OFF = "off"
"""The reason of what is found by a habit that the settings switch off."""


def extract(
    root: Node,
    document: Document,
    references: Sequence[tuple[int, int]] = (),
    footnotes: Sequence[tuple[int, int]] = (),
    take: Take = "usual",
    languages: Sequence[Language] = ("ko",),
    off: frozenset[str] = frozenset(),
    decisions: Mapping[int, Decision] = MappingProxyType({}),
    *,
    with_kinds: bool = False,
) -> Extraction:
    """Find the units of a note.

    Args:
        root: the note's tree, from `outline`.
        document: the note.
        references: the lines (1-based, inclusive) of its link reference definitions.
        footnotes: the lines of its footnotes.
        take: the units of which tiers are wanted.
        languages: what is asked may be in one of these alone.
        off: the names of the rules that are switched off.
        decisions: what its author chose of what is found here without any, by the position of what
            they are about among the `proposals`.
        with_kinds: say of each proposal which other kinds it can be asked as.

    Returns:
        the units and the blocks that became part of none, which together cover every line that
        is not blank; and the ids that stand in the note.
    """
    told = directives(root, document)
    skip = skipped(told)
    while True:  # what cannot be obeyed changes nothing: it is read as if nobody had said it
        read = _read(relabelled(without(root, skip), told), root, document, languages, off, take)
        blocks = Blocks(read.place)
        heard, obeys = obeyed(read.found, told, blocks)
        if obeys == told:
            break
        told = obeys
    chosen, vain = decided(heard, decisions, blocks)
    left = leftovers(
        root,
        document,
        chosen.made,
        read.twice,
        read.off,
        [*chosen.offered, *read.more],
        references,
        footnotes,
        (skip, chosen.left),
    )
    named, pins = pinned(chosen.made, root, document, skip)
    return Extraction(
        named,
        left,
        pins,
        chosen.offered,
        chosen.rejected,
        told,
        vain,
        kinds(heard.every, blocks) if with_kinds else (),
    )


class _Read(NamedTuple):
    """What the rules found; what was said twice, or would be a part of others; what is off."""

    found: Found
    place: Place
    twice: tuple[Unit, ...]
    more: tuple[Unit, ...]
    off: tuple[Unit, ...]


def _read(
    node: Node,
    root: Node,
    document: Document,
    languages: Sequence[Language],
    off: frozenset[str],
    take: Take,
) -> _Read:
    """What the rules find in a tree, of which `root` is the whole."""
    name = title(document)
    pruned = attributes.fold(noise.prune(known_as(node, name, document.aliases)))
    place = Place(
        pruned,
        repeated=repeated_names(pruned),
        title=name,
        doubts=of_note(root, document),
        foreign=any(language != "ko" for language in languages),
    )
    found = tuple(_asked_here(_propose(place, rules_for(pruned), off), document, root))
    behind = [one for one in found if isinstance(one, Rejected)]
    proposed = sparse.doubted([one for one in found if isinstance(one, Unit)], root)
    last = TAKES[take]
    addressed = frozenset(line for one in comments(root, document) for line in one.beside)
    units, twice, others = _made(proposed, last, addressed)
    every, said = merge((*akin(units, others), *others), addressed)
    offered = tuple(unit for unit in every if unit.tier > last)
    more = _more([unit for unit in every if unit.tier <= last], others)
    beside = (one for one in said if one.unit.tier > last)
    return _Read(
        Found(units, offered, (*behind, *twice, *beside, *more)),
        place,
        tuple(one.unit for one in twice),
        tuple(one.unit for one in more),
        tuple(one.unit for one in behind if one.reason == OFF),
    )


def _made(
    proposed: Sequence[Unit], last: Tier, addressed: frozenset[int]
) -> tuple[tuple[Unit, ...], list[Rejected], list[Unit]]:
    """What is made of the units up to a tier; those of them that are said twice; and all others.

    What stands on the `addressed` lines, those that the author speaks of, is part of no other.
    """
    merged, twice = merge([unit for unit in proposed if unit.tier <= last], addressed)
    others = [unit for unit in proposed if unit.tier > last]
    besides = (*(one.unit for one in twice), *others)
    made, taken = with_remarks(merged, [one for one in besides if one.span.first not in addressed])
    return (
        made,
        [one for one in twice if id(one.unit) not in taken],
        [unit for unit in others if id(unit) not in taken],
    )


def _more(made: Sequence[Unit], others: Sequence[Unit]) -> tuple[Rejected, ...]:
    """What would be made as a part of other units, were it taken, and is no unit of its own."""
    return tuple(
        Rejected(other, unit, "more")
        for unit in made
        if unit.also
        for other in others
        if other.span in unit.also and other.front == unit.front
    )


def _propose(
    place: Place, rules: tuple[Rule, ...], off: frozenset[str]
) -> Iterator[Unit | Rejected]:
    """What these rules find at a place, and others beneath it, in the order of the note.

    A rule that stands back, or is off, is asked all the same, so that it can be told what was not
    made.
    """
    fired: dict[str, Unit] = {}
    for rule in () if _only_holds(place.node) else rules:
        proposed = filter(None, map(once, rule.find(place)))
        units = [_placed(unit, rule, place) for unit in proposed]
        if not units:
            continue
        first = next((unit for name, unit in fired.items() if name in rule.unless), None)
        if first:
            yield from (Rejected(unit, first, "unless") for unit in units)
        elif rule.name in off:
            yield from (Rejected(unit, unit, OFF) for unit in units)
        else:
            fired[rule.name] = units[0]
            yield from units
    for child in place.node.children:
        looking = rules_for(child)
        if child.children or looking:
            yield from _propose(place.below(child), looking, off)


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
    tier = max(unit.tier, rule.tier)  # a rule may be less sure of one than of the others
    placed = replace(
        unit, rule=rule.name, tier=tier, context=asking.context, headings=asking.headings
    )
    return weigh(placed, place.doubts, foreign=place.foreign)
