"""Described things under one label, side by side, whatever the label is.

It takes:

    ## 음식 저장
    음식이 상하지 않게 둔다.
    ### 냉장
    0~10도에서 보관한다. 며칠 안에 먹을 음식에 쓴다.
    ### 냉동
    영하 18도 아래에서 보관한다.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuilder.extract import bodies, found, listing, parts
from deckbuilder.extract.brief import is_defined, said_first
from deckbuilder.extract.own import compared, own
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import kinds
from deckbuilder.korean import sets, words
from deckbuilder.korean.definitions import genus
from deckbuilder.korean.opposites import opposed, told_apart
from deckbuilder.korean.shapes import compact, unglossed
from deckbuilder.model import Comparison, Enumeration, Kind, LabelKind, Member, Node, Tier

MOST = 8
LONGEST = 1800
# What these hold belongs to one thing.
ONE_THING = words.TRAITS | words.PARTS | words.STEPS | words.CAUSES | words.CAUTIONS | words.MAKEUP
# A section with more sections of its own is a chapter.
MOST_SECTIONS = 2
# What is called so holds things of one sort.
_KINDS = words.KINDS | words.RELATIVE_KINDS


def find(place: Place) -> Iterator[Comparison]:
    """A comparison of two to eight described things, each with its own text."""
    node = place.node
    if node.label is None or not place.name or _is_of_one_thing(node):
        return
    things = parts.described(node)
    names = {compact(_name(thing)) for thing in things}
    asked = tuple(kinds.find(place))
    if any(_is_of_all(unit, names) for unit in asked):
        return
    if not 2 <= len(things) == len(names) <= MOST or _are_aspects(things):
        return
    if any(_is_chapter(thing) or _is_of(thing, node) for thing in things):
        return
    members = tuple(map(compared, things))
    if kinds.are_meanings(node, members):
        return
    if bodies.letters(part for member in members for part in member.body) <= LONGEST:
        listed = node.label.kind == LabelKind.SET
        named = not listed and not listing.says_what(place.name, members)
        # A list names and tells them; some are told apart already.
        told = listed or any(isinstance(unit, Comparison) for unit in asked)
        every = len(things) == len(parts.all_entries(node))
        peers = not told and every and _are_peers(members) and _are_of_a_sort(node, members)
        unit = found.comparison(place, members, names_members=named)
        yield replace(unit, tier=Tier.LIKELY if peers else Tier.MAYBE)


def _are_peers(members: Sequence[Member]) -> bool:
    """Whether it is said of each what it is, and none is a sort or a part of another: 둑, 둑 문."""
    names = [unglossed(_bare(member)).lower() for member in members]
    return all(map(is_defined, members)) and not any(
        one in other and one != other and not opposed(one, other)
        for one in names
        for other in names
    )


def _are_of_a_sort(node: Node, members: Sequence[Member]) -> bool:
    """Whether things are of one sort: by what is said of each, by their names, or by what is above.

    Beneath a chapter stands whatever belongs to it: "혈당" above 인슐린 and 당뇨병.
    """
    sorts = {genus(said_first(member)) for member in members}
    names = [_bare(member) for member in members]
    alike = all(told_apart(one, other) for one, other in pairwise(names))
    heads = _name(node).split()[-1:]
    return (len(sorts) == 1 and sorts != {""}) or alike or _KINDS.issuperset(heads)


def _is_of_all(unit: Comparison | Enumeration, names: set[str]) -> bool:
    """Whether a unit asks for all these already, and not for some that are named alike."""
    if isinstance(unit, Comparison):
        return _names(unit.members) >= names
    return _names(unit.items) == names


def _names(members: Iterable[Member]) -> set[str]:
    return {compact(_bare(member)) for member in members}


def _bare(member: Member) -> str:
    return member.bare or member.name.plain


def _is_of_one_thing(node: Node) -> bool:
    """Whether what stands beneath is no sorts, but traits, parts or steps of one thing."""
    label = node.label
    if label is None or not label.kind.implies.lends or sets.OCCASION.search(label.name):
        return True  # a sentence, an aspect, "… 할 때"
    return (_noun(label.name) or sets.set_noun(label.name)) in ONE_THING


def _is_of(thing: Node, node: Node) -> bool:
    """Whether a thing speaks of the whole: "커피의 맛" beneath "커피"."""
    return compact(_name(thing)).startswith(compact(_name(node)))


def _is_chapter(thing: Node) -> bool:
    """Whether a thing has sections enough to be a chapter, or nothing but sections."""
    asked = [
        child
        for child in thing.children
        if child.kind == Kind.SECTION and child.label and child.label.kind.implies.asked
    ]
    return len(asked) > MOST_SECTIONS or (thing.kind == Kind.SECTION and not own(thing))


def _are_aspects(things: tuple[Node, ...]) -> bool:
    """Whether some are no things, but ask for a set of their own: 추출의 원리, 추출 방식."""
    nouns = {_noun(_name(thing)) for thing in things}
    return len(nouns) > 1 and nouns != {""}


def _noun(name: str) -> str:
    last = name.rsplit(maxsplit=1)[-1] if name else ""
    return sets.set_noun(name) or (last if last in words.WEAK_SETS else "")


def _name(node: Node) -> str:
    return node.label.name if node.label else ""
