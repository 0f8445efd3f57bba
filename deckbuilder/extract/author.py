"""What was found in a note, and what of its blocks nobody has found: what its author speaks of.

Directives (`obeying`) speak of a block of the note, decisions (`deciding`) of what was found once
these were obeyed. Nobody but the note says anything: a unit of another kind is made of the same
block, and of nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from deckbuilder.extract import bodies, parts
from deckbuilder.extract.found import comparison, enumeration
from deckbuilder.extract.own import compared, own
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import contrasts, sets
from deckbuilder.model import Definition, Question, Rejected, Span, Unit

AUTHOR = "author"
"""The rule of what no rule has found, and the reason of what is not made."""


@dataclass(frozen=True, slots=True)
class Found:
    """What is made of a note, what is only offered, and what is neither."""

    made: tuple[Unit, ...]
    offered: tuple[Unit, ...]
    rejected: tuple[Rejected, ...]

    @property
    def every(self) -> tuple[Unit, ...]:
        """All that was found; a decision names what it is about by its position here."""
        return (*self.made, *self.offered, *(one.unit for one in self.rejected))

    @property
    def left(self) -> tuple[Unit, ...]:
        """What is not made, as its author says so."""
        return tuple(one.unit for one in self.rejected if one.reason == AUTHOR)

    def without(self, unit: Unit, by: Unit | None = None) -> Found:
        """What is left when a unit is not made, as its author has `by` instead, or nothing."""
        gone = self._but(unit)
        return replace(gone, rejected=(*gone.rejected, Rejected(unit, by or unit, AUTHOR)))

    def with_(self, unit: Unit, was: Unit | None = None) -> Found:
        """The same with a unit made, in the place of another one, or in the order of the note."""
        was = was or unit
        if was in self.made:
            return replace(self, made=tuple(unit if one == was else one for one in self.made))
        rest = self._but(was)
        at = next(
            (n for n, one in enumerate(rest.made) if one.span.first > unit.span.first),
            len(rest.made),
        )
        return replace(rest, made=(*rest.made[:at], unit, *rest.made[at:]))

    def _but(self, unit: Unit) -> Found:
        return Found(
            tuple(one for one in self.made if one != unit),
            tuple(one for one in self.offered if one != unit),
            tuple(one for one in self.rejected if one.unit != unit),
        )


class Blocks:
    """The blocks of a note by where they are asked for, found when they are needed."""

    def __init__(self, top: Place) -> None:
        self.top = top

    @cached_property
    def at(self) -> Mapping[Span, Place]:
        """The outermost place of each line that asks, or of each block's own lines."""
        found: dict[Span, Place] = {}
        for place in _places(self.top):
            for span in (place.asked, place.node.own_span):
                if span:
                    found.setdefault(span, place)
        return found


def forced(blocks: Blocks, asked: Span, kind: str) -> Unit | None:
    """What a block asks as this kind, though no rule says so; None where it cannot."""
    place = blocks.at.get(asked)
    unit = MAKING[kind](place) if place and kind in MAKING else None
    if place is None or unit is None or not unit.front:
        return None
    asking = place.asking(unit.span)
    return replace(unit, rule=AUTHOR, context=asking.context, headings=asking.headings, chosen=True)


def _places(place: Place) -> Iterator[Place]:
    yield place
    for child in place.node.children:
        yield from _places(place.below(child))


def _definition(place: Place) -> Unit | None:
    body = own(place.node) or bodies.beneath(place.node)
    label = place.node.label
    if label is None or bodies.letters(body) < bodies.SHORTEST:
        return None
    name = place.name or label.name
    return Definition(front=name, span=place.asked, aliases=label.aliases, body=body)


def _list(place: Place) -> Unit | None:
    node = place.node
    items, ordered = sets.items_of(node)
    if len(items) < 2:
        items = tuple(map(parts.member, node.children if node.is_list else parts.entries(node)))
    return enumeration(place, items, ordered=ordered) if len(items) > 1 and place.name else None


def _comparison(place: Place) -> Unit | None:
    members = contrasts.members_of(place.node) if place.node.label else ()
    if len(members) < 2:
        members = tuple(compared(one) for one in parts.entries(place.node) if one.label)
    said = all(bodies.letters(one.body) >= bodies.SHORTEST for one in members)
    return comparison(place, members) if len(members) > 1 and said and place.name else None


def _question(place: Place) -> Unit | None:
    label, body = place.node.label, bodies.beneath(place.node)
    if label is None or bodies.letters(body) < bodies.SHORTEST:
        return None
    return Question(front=label.text.plain, span=label.text.span, body=body)


MAKING = {
    "definition": _definition,
    "enumeration": _list,
    "comparison": _comparison,
    "question": _question,
}
