"""Terms side by side that a reader has to tell apart: opposites, and names that end alike.

It takes, wherever they stand among others:

    - 장기 기억 : 오래 남는 기억
    - 단기 기억 : 잠깐 머무는 기억

and what a line beside them tells apart: "프리즘과 거울은 서로 다르다".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, pairwise

from deckbuilder.extract import bodies, found, parts
from deckbuilder.extract.brief import brief
from deckbuilder.extract.own import compared
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import kinds, sets, siblings
from deckbuilder.korean import headers, words
from deckbuilder.korean.opposites import MOST, are_opposites, told_apart
from deckbuilder.korean.together import Together, named_together
from deckbuilder.model import Comparison, LabelKind, Member, Node, Span, Tier

# What a label asks for that names things, and tells nothing of one.
THINGS = words.KINDS | words.RELATIVE_KINDS | words.PARTS


def find(place: Place) -> Iterator[Comparison]:
    """Comparisons of two to four described terms that follow each other and are told apart."""
    if place.node.is_list or parts.is_announcement(place.node):
        return  # they are looked at where they stand
    if _tells_of_owner(place.node):
        return  # the names alone would ask the same below each owner
    entries = parts.all_entries(place.node)
    if not any(map(_is_term, entries[1:])):
        return
    listed = set[Span]()
    for unit in chain(kinds.find(place), sets.find(place)):
        if isinstance(unit, Comparison):
            return
        listed.update(item.name.span for item in unit.items)
    together = named_together(map(_name, entries), _name(place.node), parts.beside(place.node))
    runs = [run for run in _runs(entries, together) if 2 <= len(run) <= MOST]
    # A list of all of them is enough, unless they are opposites.
    runs = [run for run in runs if _asked(run[0]) not in listed or _are_opposites(run)]
    whole = _told_apart_by_name(place) if runs else frozenset()
    for members in (brief(tuple(map(compared, run))) for run in runs):
        if len(members) in whole or _say_the_same(members):
            continue  # what stands above names them; nothing tells them apart
        if bodies.letters(part for member in members for part in member.body) <= bodies.LONGEST:
            unit = found.comparison(place, members, names_members=True)
            yield replace(unit, front=found.named(members), span=members[0].name.span)


def _tells_of_owner(node: Node) -> bool:
    """Whether a label tells something of what stands above it, and no kinds or parts: "역할"."""
    label = node.label
    return label is not None and label.relative and label.name.rpartition(" ")[2] not in THINGS


def _say_the_same(members: Sequence[Member]) -> bool:
    """Whether all that is said of each is the same: "실수" of what goes in and what comes out."""
    told = {tuple(map(_said, member.body)) for member in members}
    return len(told) == 1


def _said(part: Node) -> tuple[object, ...]:
    """All that a part says, with its marks, wherever it stands."""
    return tuple(line.runs for node in part.walk() for line in node.text) or (part,)


def _told_apart_by_name(place: Place) -> frozenset[int]:
    """How many there are where all that stands at a place is told apart by its name; else none."""
    return frozenset(len(unit.members) for unit in siblings.find(place) if unit.tier < Tier.MAYBE)


def _runs(entries: Sequence[Node], together: Together) -> Iterator[list[Node]]:
    run: list[Node] = []
    for entry in entries:
        if run and _goes_on(run, entry, together):
            run.append(entry)
            continue
        yield run
        run = [entry] if _is_term(entry) else []
    yield run


def _goes_on(run: Sequence[Node], entry: Node, together: Together) -> bool:
    """Whether an entry is told apart from the last of a run, and is none of it already."""
    names = (_name(run[-1]), _name(entry))
    if run[-1].kind != entry.kind or not _is_term(entry) or names[1] in map(_name, run):
        return False
    return told_apart(*names) or together.hold(*names)


def _are_opposites(run: Sequence[Node]) -> bool:
    return all(are_opposites(_name(one), _name(other)) for one, other in pairwise(run))


def _asked(node: Node) -> Span | None:
    return node.label.text.span if node.label else None


def _is_term(node: Node) -> bool:
    term = parts.is_part(node) and node.label is not None and node.label.kind == LabelKind.TERM
    return term and _name(node).lower() not in headers.ENDS


def _name(node: Node) -> str:
    return node.label.name if node.label else ""
