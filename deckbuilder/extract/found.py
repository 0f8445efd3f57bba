"""What a rule found at a labelled node, as a unit that asks for it by the name of its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckbuilder.extract import bodies
from deckbuilder.extract.brief import brief
from deckbuilder.extract.place import Place
from deckbuilder.korean import words
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Comparison, Enumeration, Kind, LabelKind, Member, Node, Span, Unit


def comparison(
    place: Place, members: Sequence[Member], *, names_members: bool = False
) -> Comparison:
    """The unit for a topic and its members; the front names them where the topic has more."""
    return Comparison(
        front=place.name,
        span=place.asked,
        members=brief(members),
        around=_around(place, members),
        names_members=names_members,
    )


def enumeration(place: Place, items: Sequence[Member], *, ordered: bool = False) -> Enumeration:
    """The unit for a topic and its items.

    Where all that is said of them is too much, or sections of their own, they have what stands on
    the line of their names; the names alone where that is too much, too.
    """
    items, sections = _listed(place, items)
    if sections or not _fit(items):
        items = [replace(item, body=_on_line(item.body, item.name.span)) for item in items]
    if not _fit(items):
        items = [replace(item, body=()) for item in items]
    return Enumeration(
        front=place.name,
        span=place.asked,
        items=tuple(items),
        ordered=ordered,
        around=_around(place, items),
    )


def _listed(place: Place, items: Sequence[Member]) -> tuple[Sequence[Member], bool]:
    """The items without the sections that tell of what a list has named already.

    And whether sections are left among them.
    """
    sections = [child for child in place.node.children if child.kind == Kind.SECTION]
    heads = {child.label.text.span for child in sections if child.label}
    listed = [item for item in items if item.name.span not in heads]
    names = {_name(item) for item in listed}
    if len(listed) < len(items) and all(_name(item) in names for item in items):
        return listed, False
    return items, bool(sections)


def _name(item: Member) -> str:
    return compact(item.bare or item.name.plain)


def once(unit: Unit) -> Unit | None:
    """A list of kinds with each of them once; None where all items of a list are the same.

    In other lists what comes again may count: 강, 약, 약; an atom, a step.
    """
    if not isinstance(unit, Enumeration) or unit.ordered:
        return unit
    items: dict[tuple[object, ...], Member] = {}
    for item in unit.items:
        items.setdefault(_said(item), item)
    if len(items) == 1:
        return None
    kinds = unit.front.rpartition(" ")[2] in words.KINDS
    return replace(unit, items=tuple(items.values())) if kinds else unit


def _said(item: Member) -> tuple[object, ...]:
    """All that an item says, with what is shown of it."""
    body = (line for part in item.body for node in part.walk() for line in node.text)
    lines = (line.without("strong", "mark") for line in (item.name, *body))
    return tuple(tuple(run for run in line.runs if run.text or run.marks) for line in lines)


def named(members: Iterable[Member]) -> str:
    """What a few of a node's parts are called: "파드 2가지" would be all that there is of 파드."""
    return " · ".join(member.bare or member.name.plain.strip() for member in members)


def _fit(items: Iterable[Member]) -> bool:
    return bodies.letters(part for item in items for part in item.body) <= bodies.LONGEST


def _around(place: Place, members: Iterable[Member]) -> tuple[Node, ...]:
    """What stands behind the label on its line, and no member is cut from; pictures.

    What stands behind a term is its definition.
    """
    node = place.node
    term = node.label is not None and node.label.kind == LabelKind.TERM
    cut = any(member.name.span.first <= place.asked.last for member in members)
    said = () if term or cut else _on_line(bodies.own_text(node), place.asked)
    return (*said, *bodies.pictures(node))


def _on_line(body: Iterable[Node], span: Span) -> tuple[Node, ...]:
    """The lines of paragraphs that a label stands on, too."""
    found = []
    for part in body:
        lines = tuple(line for line in part.text if line.span.first <= span.last)
        if part.kind == Kind.PARAGRAPH and lines:
            within = lines[0].span.to(lines[-1].span)
            found.append(replace(part, span=within, text=lines))
    return tuple(found)
