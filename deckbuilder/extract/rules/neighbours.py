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
    runs = [run for run in _runs(parts.all_entries(place.node)) if 2 <= len(run) <= MOST]
    if told:  # a list of all of them is enough
        runs = list(filter(_are_opposites, runs))
    whole = _told_apart_by_name(place) if runs else frozenset()
    for members in (brief(tuple(map(compared, run))) for run in runs):
        if len(members) in whole:
            continue  # what stands above names them
        if bodies.letters(part for member in members for part in member.body) <= bodies.LONGEST:
            unit = found.comparison(place, members, names_members=True)
            yield replace(unit, front=found.named(members), span=members[0].name.span)


def _told_apart_by_name(place: Place) -> frozenset[int]:
    """How many there are where all that stands at a place is told apart by its name; else none."""
    return frozenset(len(unit.members) for unit in siblings.find(place) if unit.tier < Tier.MAYBE)


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
