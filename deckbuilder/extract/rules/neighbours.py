"""Terms side by side that a reader has to tell apart: opposites, and names that end alike.

It takes, wherever they stand among others:

    - 장기 기억 : 오래 남는 기억
    - 단기 기억 : 잠깐 머무는 기억
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuilder.extract import bodies, found, parts
from deckbuilder.extract.brief import brief
from deckbuilder.extract.own import compared
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import kinds, siblings
from deckbuilder.korean import headers
from deckbuilder.korean.opposites import MOST, are_opposites, told_apart
from deckbuilder.model import Comparison, LabelKind, Node, Tier


def find(place: Place) -> Iterator[Comparison]:
    """Comparisons of two to four described terms that follow each other and are told apart."""
    if place.node.is_list or parts.is_announcement(place.node):
        return  # they are looked at where they stand
    told = tuple(kinds.find(place))
    if any(isinstance(unit, Comparison) for unit in told):
        return
    for run in _runs(parts.all_entries(place.node)):
        if told and not _are_opposites(run):
            continue  # a list of all of them is enough
        members = brief(tuple(map(compared, run))) if 2 <= len(run) <= MOST else ()
        if members and _are_all(place, len(members)):
            continue  # what stands above names them
        long = bodies.letters(part for member in members for part in member.body) > bodies.LONGEST
        if members and not long:
            unit = found.comparison(place, members, names_members=True)
            yield replace(unit, front=found.named(members), span=members[0].name.span)


def _are_all(place: Place, count: int) -> bool:
    """Whether so many are all that stands at a place, and told apart there by its name."""
    return any(
        unit.tier < Tier.MAYBE and len(unit.members) == count for unit in siblings.find(place)
    )


def _runs(entries: Sequence[Node]) -> Iterator[list[Node]]:
    run: list[Node] = []
    for entry in entries:
        if run and _are_told_apart(run[-1], entry):
            run.append(entry)
            continue
        yield run
        run = [entry] if _is_term(entry) else []
    yield run


def _are_told_apart(one: Node, other: Node) -> bool:
    return one.kind == other.kind and _is_term(other) and told_apart(_name(one), _name(other))


def _are_opposites(run: Sequence[Node]) -> bool:
    return all(are_opposites(_name(one), _name(other)) for one, other in pairwise(run))


def _is_term(node: Node) -> bool:
    term = parts.is_part(node) and node.label is not None and node.label.kind == LabelKind.TERM
    return term and _name(node).lower() not in headers.ENDS


def _name(node: Node) -> str:
    return node.label.name if node.label else ""
