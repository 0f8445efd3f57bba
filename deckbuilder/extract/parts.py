"""What stands beneath a label as parts: entries, members, things with cards of their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain, islice

from deckbuilder.extract import bodies
from deckbuilder.korean import sets, shapes, words
from deckbuilder.korean.shapes import compact
from deckbuilder.model import DETAILS_LEVEL, LAST_HEADING, Kind, LabelKind, Member, Node, Text
from deckbuilder.regular import expression

# Parts of these kinds tell something of the whole.
TOLD = (LabelKind.ASPECT, LabelKind.EXAMPLE, LabelKind.CHAPTER, LabelKind.QUESTION)
# Callouts of these types say something beside, whatever their titles are.
IN_PASSING = frozenset("tip hint warning caution attention danger".split())

# So many lines beside things may tell them apart.
MOST_LINES = 30


@lru_cache(maxsize=1 << 16)  # for speed only: many rules ask
def entries(node: Node) -> tuple[Node, ...]:
    """The items and sections directly beneath a node, the lists between them opened.

    Where a node begins with a list of things, the sections behind it are none of them; one that is
    named as an item tells more of it. Nor is a box beside other entries.
    """
    found = _without_boxes(all_entries(node))
    items = node.children[0].children if node.children and node.children[0].is_list else ()
    listed = {_called(item) for item in items}
    more = any(_is_headed(part) and _called(part) in listed for part in found)
    if len(items) < 2 or more or not all(map(is_thing, items)):
        return found
    return tuple(part for part in found if not _is_headed(part))


def _without_boxes(found: tuple[Node, ...]) -> tuple[Node, ...]:
    """The entries but for callouts and toggles in passing, where more stand beside these."""
    others = tuple(part for part in found if not _is_box(part))
    return others if len(others) > 1 and 2 * len(others) > len(found) else found


def _is_box(part: Node) -> bool:
    """Whether an entry is a callout or a toggle, and names no thing that it tells of."""
    boxed = bool(part.callout) or part.level == DETAILS_LEVEL
    return boxed and (part.callout in IN_PASSING or not _is_described_term(part))


@lru_cache(maxsize=1 << 16)  # likewise
def all_entries(node: Node) -> tuple[Node, ...]:
    """The items and sections directly beneath a node, whatever it begins with."""
    found: list[Node] = []
    for child in node.children:
        if child.is_list:
            items = [item for item in child.children if not _is_none(item)]
            found += items[:-1] if items and _stands_for_others(items[-1]) else items
        elif is_announcement(child):
            found += all_entries(child)
        elif child.kind == Kind.SECTION or child.label:
            found.append(child)
    return tuple(found)


# "등등", "and so on", "...": an item that stands for others.
_MORE = expression(r"(?:등등|기타\s등등?|etc|and so on)?[\s.…]*", re.IGNORECASE)
# So does "등" behind all others; elsewhere it is a back, or a lamp.
_AND_MORE = expression(r"\s*등[\s.…]*")
# "출처: 뱃사람의 책": where the others are from.
_SOURCE = expression(r"[\[(]?(?:출처|레퍼런스|참고\s?(?:자료|문헌|사이트|링크))\s?:", re.IGNORECASE)


def _is_none(item: Node) -> bool:
    """Whether an item is none of those that are listed: a picture, its caption, "등등", 출처."""
    if item.label or item.children or len(item.text) > 1:
        return bodies.is_picture(item)
    said = item.plain.strip()
    beside = _MORE.fullmatch(said) or _SOURCE.match(said) or shapes.is_caption(said)
    return bool(said and beside) or bodies.is_picture(item)


def _stands_for_others(item: Node) -> bool:
    """Whether an item behind all others is but "등"."""
    bare = item.label is None and not item.children
    return bare and bool(_AND_MORE.fullmatch(item.plain))


def _is_headed(part: Node) -> bool:
    return part.kind == Kind.SECTION and part.level <= LAST_HEADING


def _called(part: Node) -> str:
    """The name of an item or a section, as names are compared."""
    text = part.label.name if part.label else next((line.plain for line in part.lines), "")
    return compact(text)


def bare(part: Node) -> str:
    """The name of a part without its gloss and blanks, as the names of kinds are compared."""
    return shapes.unglossed(part.label.name) if part.label else ""


def lists(node: Node) -> tuple[Node, ...]:
    """The lists directly beneath a node, and those that a line between them announces."""
    found: list[Node] = []
    for child in node.children:
        if child.is_list:
            found.append(child)
        elif is_announcement(child):
            found += lists(child)
    return tuple(found)


def is_announcement(node: Node) -> bool:
    """Whether a node is nothing but "… 다음과 같다" above a list, which belongs to its parent."""
    label = node.label
    return (
        node.kind == Kind.SECTION
        and not _is_headed(node)
        and label is not None
        and label.kind == LabelKind.STATEMENT
        and not label.defines
        and not node.text
        and bool(node.children)
        and all(child.is_list or child.kind == Kind.TABLE for child in node.children)
        and shapes.announces(f"{label.text.plain}:")
    )


def beside(node: Node) -> Iterator[str]:
    """What a node says beside its entries: its label, and the first lines that have none."""
    if node.label:
        yield node.label.text.plain
    items = (child.children if child.is_list else (child,) for child in node.children)
    plain = (block for block in chain.from_iterable(items) if not block.label)
    yield from islice((line.plain for block in (node, *plain) for line in block.text), MOST_LINES)


def is_asked(node: Node) -> bool:
    """Whether a node is asked for by itself, and leaves the answer of what it stands beneath."""
    label = node.label
    return label is not None and (label.kind.implies.asked or bool(label.defines))


@lru_cache(maxsize=1 << 16)  # likewise
def is_described(node: Node) -> bool:
    """Whether a labelled node says something about its label."""
    return node.label is not None and bodies.letters(bodies.beneath(node)) >= bodies.SHORTEST


def is_part(node: Node) -> bool:
    """Whether a node is a described thing with a name of its own."""
    label = node.label
    return (
        label is not None and label.kind.implies.part and not label.relative and is_described(node)
    )


def tells_of_whole(node: Node) -> bool:
    """Whether a part tells something of the whole: "정의", "예시"."""
    return node.label is not None and node.label.kind in TOLD


def is_trait(node: Node) -> bool:
    """Whether a part is called what a thing has: "특징", "장점"."""
    return node.label is not None and sets.set_noun(node.label.name) in words.TRAITS


def described(node: Node) -> tuple[Node, ...]:
    """The parts beneath a node; none unless most of what stands there is one."""
    found = entries(node)
    parts = tuple(entry for entry in found if is_part(entry))
    return parts if len(parts) * 3 >= len(found) * 2 else ()


def is_name(node: Node) -> bool:
    """Whether an unlabelled item is nothing but a name."""
    bare = not node.label and len(node.text) == 1 and not node.children
    return bare and shapes.is_name(node.text[0].plain)


def is_thing(node: Node) -> bool:
    """Whether a node names something, by its label or as a whole, and says nothing by itself."""
    if node.label:
        return node.label.kind != LabelKind.STATEMENT
    return is_name(node) and not shapes.SAID.search(node.text[0].plain)


def are_names(nodes: Sequence[Node]) -> bool:
    """Whether all these are nothing but names."""
    return all(map(is_name, nodes))


def is_set(node: Node) -> bool:
    """Whether a list names the parts of something, and describes some of them."""
    return (
        len(node.children) > 1
        and any(_is_described_term(item) for item in node.children)
        and all(item.label or is_name(item) for item in node.children)
        and not all(is_asked(item) for item in node.children)
    )


def _is_described_term(node: Node) -> bool:
    label = node.label
    return label is not None and label.kind == LabelKind.TERM and is_described(node)


def member(node: Node) -> Member:
    """A node as a member of a list or a comparison: its label, or its first line, is the name."""
    if node.label:
        return Member(node.label.text, bodies.beneath(node), node.label.name, node.label.aliases)
    first, *blocks = bodies.beneath(node) or (None,)
    if first is None or first.kind != Kind.PARAGRAPH or not first.text:
        unnamed = Text((), node.span._replace(last=node.span.first))
        return Member(unnamed, bodies.beneath(node))
    name, *rest = first.text  # of an empty item the first paragraph beneath it
    more = (replace(first, span=rest[0].span.to(rest[-1].span), text=tuple(rest)),) if rest else ()
    return Member(name, (*more, *blocks))


def distinct(members: Iterable[Member]) -> tuple[Member, ...]:
    """The members without those that are only named, and told of under the same name elsewhere.

    A note names its items, and then tells of each; a step that comes twice stays.
    """
    every = tuple(members)
    told = {_named(one) for one in every if one.body}
    return tuple(one for one in every if one.body or _named(one) not in told)


def _named(member: Member) -> str:
    return compact(member.bare or member.name.plain)
