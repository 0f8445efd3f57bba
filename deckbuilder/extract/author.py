"""What became of what the rules found, once its author has been heard.

Directives (`kind=`) speak of a block of the note, decisions (`deckbuilder.choices`) of what was
found once these were obeyed. Nobody but the note says anything: a unit of another kind is made of
the same block, and of nothing else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from deckbuilder.extract import bodies, parts
from deckbuilder.extract.found import comparison, enumeration
from deckbuilder.extract.own import compared, own
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules import contrasts, sets
from deckbuilder.model import (
    ASKED_AS,
    CALLED,
    NONE,
    Decision,
    Definition,
    Directive,
    LabelKind,
    Node,
    Question,
    Rejected,
    Span,
    Unit,
)
from deckbuilder.model.say import KIND

AUTHOR = "author"
"""The rule of what no rule has found, and the reason of what is not made."""

# The label that makes a block one of this kind.
LABELS = {
    "definition": LabelKind.TERM,
    "list": LabelKind.SET,
    "comparison": LabelKind.CONTRAST,
    "question": LabelKind.QUESTION,
}


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


def relabelled(node: Node, told: Sequence[Directive]) -> Node:
    """The tree in which what is to be asked as another kind is labelled so."""
    wanted = {one.asked: one.value for one in told if _is_kind(one) and one.value != NONE}
    return _relabelled(node, wanted) if wanted else node


def _relabelled(node: Node, wanted: Mapping[Span | None, str]) -> Node:
    value = wanted.get(node.own_span) if node.own_span else None
    label = node.label
    if label and value and not (value == "definition" and label.kind.implies.defined):
        label = replace(label, kind=LABELS[value])
    return replace(
        node,
        label=label,
        children=tuple(_relabelled(child, wanted) for child in node.children),
    )


def _is_kind(one: Directive) -> bool:
    return one.word == KIND and not one.wrong


def obeyed(
    found: Found, told: Sequence[Directive], blocks: Blocks
) -> tuple[Found, tuple[Directive, ...]]:
    """What is made where the note says of which kind it is, and the directives, the vain ones told.

    Args:
        found: what the rules found.
        told: what the note's author says.
        blocks: those of the note.
    """
    heard = []
    for one in told:
        if _is_kind(one) and one.asked:
            found, done = _obey(found, one.asked, one.value, blocks)
            heard.append(one if done else one._replace(wrong="reading"))
        else:
            heard.append(one)
    return found, tuple(heard)


def _obey(found: Found, asked: Span, value: str, blocks: Blocks) -> tuple[Found, bool]:
    here = [one for one in found.every if one.span.first in asked.lines] or [
        one for one in found.every if all(span.first in asked.lines for span in one.answer)
    ]
    kind = ASKED_AS.get(value, "")
    kept = [one for one in found.made if one in here and one.kind == kind]
    if value != NONE and not kept:
        first = next((one for one in here if one.kind == kind), None) or _forced(
            blocks, asked, kind
        )
        if first is None:
            return found, False
        kept = [replace(first, chosen=True)]
        found = found.with_(kept[0], first)
    for one in here:
        if one in (*found.made, *found.offered) and one not in kept:
            found = found.without(one, kept[0] if kept else None)
    return found, True


def decided(
    found: Found, decisions: Mapping[int, Decision], blocks: Blocks
) -> tuple[Found, frozenset[int]]:
    """What is made once its author has chosen.

    Args:
        found: what there is to choose from.
        decisions: by the position of what they are about in `found.every`.
        blocks: those of the note.

    Returns:
        what is made, and the positions of what cannot be of the kind that was chosen.
    """
    every, first = found.every, _first(found.every)
    deciding, vain = _Deciding(found), set[int]()
    for at, decision in sorted(decisions.items()):
        unit = every[at]
        if decision.take == "leave":
            deciding.leave(unit, unit)
            continue
        other = as_kind(unit, decision.kind, first, blocks) if decision.kind else unit
        if other is None:
            vain.add(at)
            other = unit
        made = replace(other, chosen=True)
        if decision.name:
            made = replace(made, front=decision.name, read_as=other.front)
        if other is not unit:
            deciding.leave(unit, made)
        deciding.put(made, other)
    return deciding.done(), frozenset(vain)


class _Deciding:
    """What becomes of what was found, by its position, decision by decision."""

    def __init__(self, found: Found) -> None:
        self.at = {id(unit): at for at, unit in enumerate(found.every)}
        self.made: dict[int, Unit] = dict(enumerate(found.made))
        self.offered = dict(enumerate(found.offered, len(self.made)))
        self.rejected = dict(enumerate(found.rejected, len(self.made) + len(self.offered)))
        self.added: dict[tuple[int, str, Span], Unit] = {}
        self.left: list[Rejected] = []

    def leave(self, unit: Unit, by: Unit) -> None:
        """Make no such unit, but `by` in its place, or nothing, where that is the same."""
        self._open(unit)
        self.left.append(Rejected(unit, by, AUTHOR))

    def put(self, unit: Unit, was: Unit) -> None:
        """Make a unit where another was, made or not."""
        at = self.at.get(id(was), -1)
        if at in self.made:
            self.made[at] = unit
        else:
            self._open(was)
            self.added[at, unit.kind, unit.span] = unit  # a block asks once, whoever asks it so

    def _open(self, unit: Unit) -> None:
        at = self.at.get(id(unit), -1)
        for units in (self.made, self.offered, self.rejected):
            units.pop(at, None)

    def done(self) -> Found:
        """All of it, what was added in the order of the note."""
        made = list(self.made.values())
        reached = list(accumulate((one.span.first for one in made), max))
        behind: dict[int, list[Unit]] = {}
        for unit in sorted(self.added.values(), key=lambda unit: unit.span.first):
            behind.setdefault(bisect_right(reached, unit.span.first), []).append(unit)
        placed = [
            one for at in range(len(made) + 1) for one in (*behind.get(at, ()), *made[at : at + 1])
        ]
        rejected = (*self.rejected.values(), *self.left)
        return Found(tuple(placed), tuple(self.offered.values()), rejected)


First = Mapping[tuple[str, Span], Unit]
"""The first unit of each kind that is asked in a place."""


def _first(every: Sequence[Unit]) -> First:
    return {(one.kind, one.span): one for one in reversed(every)}


def as_kind(unit: Unit, called: str, first: First, blocks: Blocks) -> Unit | None:
    """The same block as another kind: as a rule has found it, or as nobody has.

    Args:
        unit: what was found.
        called: the kind, a key of `ASKED_AS`.
        first: what was found in the note.
        blocks: those of the note.
    """
    kind = ASKED_AS[called]
    if unit.kind == kind:
        return unit
    return first.get((kind, unit.span)) or _forced(blocks, unit.span, kind)


def kinds(every: Sequence[Unit], blocks: Blocks) -> tuple[tuple[str, ...], ...]:
    """The other kinds that each of what was found in a note can be asked as."""
    first = _first(every)
    return tuple(
        tuple(
            called
            for called in ASKED_AS
            if called != CALLED[unit.kind] and as_kind(unit, called, first, blocks)
        )
        for unit in every
    )


def _forced(blocks: Blocks, asked: Span, kind: str) -> Unit | None:
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
