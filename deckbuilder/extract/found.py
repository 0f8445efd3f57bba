"""What a rule found at a labelled node, as a unit that asks for it by the name of its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuilder.extract import bodies
from deckbuilder.extract.place import Place
from deckbuilder.model import Comparison, Enumeration, Kind, Member


def comparison(
    place: Place, members: Sequence[Member], *, names_members: bool = False
) -> Comparison:
    """The unit for a topic and its members; the front names them where the topic has more."""
    return Comparison(
        front=place.name,
        span=place.asked,
        members=tuple(members),
        around=bodies.pictures(place.node),
        names_members=names_members,
    )


def enumeration(place: Place, items: Sequence[Member], *, ordered: bool = False) -> Enumeration:
    """The unit for a topic and its items; the names alone where all that is said is too much."""
    sections = any(child.kind == Kind.SECTION for child in place.node.children)
    details = bodies.letters(part for item in items for part in item.body)
    if sections or details > bodies.LONGEST:
        items = [replace(item, body=()) for item in items]
    return Enumeration(
        front=place.name,
        span=place.asked,
        items=tuple(items),
        ordered=ordered,
        around=bodies.pictures(place.node),
    )
