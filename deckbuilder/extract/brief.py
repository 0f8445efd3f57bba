"""What members of a comparison are, and that alone where all that is said of them is too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from deckbuilder.extract import bodies
from deckbuilder.korean import definitions, sentences, shapes
from deckbuilder.model import Kind, Member, Node, Text


def is_defined(member: Member) -> bool:
    """Whether what is said first of a member tells what it is."""
    said = said_first(member)
    return bool(said) and definitions.tells_what(member.bare or member.name.plain, said)


def said_first(member: Member) -> str:
    """The first sentence of a member's body; empty where it begins with something else."""
    first = member.body[0] if member.body else None
    while first is not None and first.is_list:
        first = first.children[0]
    if first is None or first.kind not in (Kind.PARAGRAPH, Kind.ITEM):
        return ""
    return next((one.plain for line in first.text for one in sentences.split(line)), "")


def brief(members: Sequence[Member]) -> tuple[Member, ...]:
    """Members that can be told apart in one go: of long ones what is said first of each.

    They stay as they are where that does not tell what half of them are.
    """
    if _letters(members) <= bodies.MOST_COMPARED or not _are_defined(members):
        return tuple(members)
    room, short = bodies.MOST_COMPARED, dict[int, Member]()
    # What shorter ones leave of their share the longer ones have.
    order = sorted(range(len(members)), key=lambda at: _letters(members[at : at + 1]))
    for left, at in zip(range(len(members), 0, -1), order, strict=True):
        one = members[at]
        short[at] = replace(one, body=tuple(_first(one.body, room // left)))
        room -= _letters([short[at]])
    found = tuple(short[at] for at in range(len(members)))
    return found if all(one.body for one in found) else tuple(members)


def _are_defined(members: Sequence[Member]) -> bool:
    return 2 * sum(map(is_defined, members)) >= len(members)


def _letters(members: Sequence[Member]) -> int:
    return sum(bodies.letters(member.body) for member in members)


def _first(body: Sequence[Node], room: int) -> Iterator[Node]:
    """The blocks for which there is room; items or sentences of the one that is too long."""
    for block in body:
        said = bodies.letters([block])
        if said > room:
            yield from _begun(block, room)
            return
        yield block
        room -= said


def _begun(block: Node, room: int) -> Iterator[Node]:
    if block.is_list:
        items = block.children[: _fitting([item.letters for item in block.children], room)]
        if items:
            span = items[0].span.to(items[-1].span)
            yield replace(block, span=span, children=items, parted=True)
    elif block.kind == Kind.PARAGRAPH and not block.label and not block.children:
        every = [one for line in sentences.join(block.text) for one in sentences.split(line)]
        said = every[: _fitting([one.letters for one in every], room)]
        if said and shapes.announces(said[-1].plain):
            said.pop()  # what it announces is told no more
        if said:
            yield replace(block, span=said[0].span.to(said[-1].span), text=_lines(said))


def _lines(said: Sequence[Text]) -> tuple[Text, ...]:
    """Sentences, those of a line as one."""
    found: list[list[Text]] = []
    for one in said:
        if found and found[-1][0].span == one.span:
            found[-1].append(one)
        else:
            found.append([one])
    return tuple(map(Text.joined, found))


def _fitting(told: Sequence[int], room: int) -> int:
    return sum(1 for _ in takewhile(lambda all_: all_ <= room, accumulate(told)))
