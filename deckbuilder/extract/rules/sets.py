"""A set that is worth knowing as a whole: 특징, 장점, 종류, 단계, 조건 … and its items.

It takes:

    ### 장점
    - 가볍다.
    - 시작이 빠르다.

    XP 5가지 원칙: 용기, 단순성, 의사소통, 피드백, 존중
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuilder.extract import bodies, columns, found, listing, parts
from deckbuilder.extract.own import own
from deckbuilder.extract.place import Place
from deckbuilder.korean import (
    endings,
    labels,
    sets,
    shapes,
    words,
)
from deckbuilder.model import DETAILS_LEVEL, Enumeration, Kind, LabelKind, Member, Node, Text
from deckbuilder.regular import expression

BETWEEN = expression(rf"(?<!\s)\s*(?:{shapes.COMMA}|[/·ㆍ])\s*")
# "논: 물이 괸다, 밭: 물이 빠진다": the names of those of whom a line tells in turn.
OWNER = expression(r"\S:\s")
# So many paragraphs of sentences go on from a list to something else.
MUCH_PROSE = 2
# A line of a paragraph that is longer is prose, and no item.
LONGEST_LINE = 80
# A picture made of lines.
DRAWN = expression(r"[│┌└├┐┘┤┬┴┼─━┃]")


def find(place: Place) -> Iterator[Enumeration]:
    """A set with at least two items."""
    node = place.node
    if node.label is None or not place.name or not listing.asks_for_set(place, node.label):
        return
    every, ordered = items_of(_until_prose(node))
    items = parts.distinct(every)
    if len(items) < 2 or _is_chapter(node):
        return
    called = [item.name.plain for item in items]
    in_turn = listing.are_stages(node) or sets.is_in_turn(node.label.name, called, numbered=ordered)
    yield found.enumeration(place, items, ordered=in_turn)


def _until_prose(node: Node) -> Node:
    """A node down to the prose behind its first list: what is listed below that is of another."""
    first = next((at for at, child in enumerate(node.children) if child.is_list), 0)
    listed = node.children[first].children if node.children else ()
    names = tuple(item.plain for item in listed if item.plain)
    prose = 0
    for at, child in enumerate(node.children[first + 1 :], start=first + 1):
        if child.is_list and prose >= MUCH_PROSE and len(listed) > 1:
            return replace(node, children=node.children[:at])
        prose += child.kind == Kind.PARAGRAPH and not child.label and _is_prose(child, names)
    return node


def _is_prose(part: Node, names: tuple[str, ...]) -> bool:
    """Whether a paragraph is told, and of none of these: "관료제는 …" goes on with its list."""
    return not part.plain.startswith(names) and any(
        endings.is_ended(line.plain) for line in part.text
    )


def _is_chapter(node: Node) -> bool:
    """Whether the parts are sections with sets of their own: no items, but chapters."""
    return any(
        child.kind == Kind.SECTION and child.label and child.label.kind.implies.gathers
        for child in node.children
        if not _closes(child, node)
    )


def _closes(child: Node, node: Node) -> bool:
    """Whether a section sums up what stands before it, and is no part: 요약, 정리."""
    sums_up = child.label and child.label.kind in (LabelKind.ASPECT, LabelKind.CHAPTER)
    return bool(sums_up) and child == node.children[-1] and child.kind == Kind.SECTION


def items_of(node: Node) -> tuple[tuple[Member, ...], bool]:
    """The items beneath a label, and whether their order is numbered."""
    lists = parts.lists(node)
    entries = tuple(entry for entry in parts.entries(node) if not _closes(entry, node))
    if len(entries) == 1 and not lists[1:] and _only_leads_on(entries[0]):
        return items_of(entries[0])
    if len(entries) >= 2:
        entries = _items(node, entries)
        numbered = bool(lists) and all(child.kind == Kind.ORDERED_LIST for child in lists)
        return tuple(parts.member(entry) for entry in entries), numbered
    tabled = _tabled(node)
    if tabled:
        return tabled, False
    said = own(node)
    if len(said) != 1:
        return (), False
    (part,) = said
    if len(part.text) == 1:
        return tuple(Member(piece) for piece in enumerated(part.text[0])), False
    short = all(len(line.plain) <= LONGEST_LINE for line in part.text)
    drawn = part.kind == Kind.CODE and any(DRAWN.search(line.plain) for line in part.text)
    lines = (line for line in part.text if any(map(str.isalnum, line.plain)))  # no "↓"
    said_lines = (line for line in lines if not shapes.is_of_note(line.plain))
    return tuple(Member(line) for line in said_lines if short and not drawn), False


def _items(node: Node, entries: Sequence[Node]) -> tuple[Node, ...]:
    """The entries that are items, and tell nothing of the whole: "정의".

    What a name that may be a thing's ("프로세스") is told of beside its definition ("특징", "크기")
    is none either; beneath "장점" it is, and beneath "과정" it is no step.
    """
    items = tuple(entry for entry in entries if not parts.tells_of_whole(entry))
    items = tuple(item for item in items if not _only_talks(item)) or items
    name = node.label.name if node.label else ""
    noun = sets.set_noun(name)
    if noun in words.IN_TURN:
        return tuple(item for item in items if not parts.is_trait(item))
    if noun or len(items) == len(entries):
        return items
    return tuple(item for item in items if not (item.label and item.label.relative))


# "살펴보겠습니다"; "값을 확인하세요" is a step.
ABOUT_TO = expression(r"(?:겠습니다|봅시다|보자)[.!~\s]*$")


def _only_talks(entry: Node) -> bool:
    """Whether an entry names nothing: "차례를 설명하겠습니다", a bullet alone."""
    if entry.label or entry.children:
        return False
    said = " ".join(line.plain for line in entry.text)
    announced = shapes.is_chatter(said) and ABOUT_TO.search(said)
    return not entry.text or bool(announced)


def _only_leads_on(entry: Node) -> bool:
    """Whether what stands beneath an entry is its parent's: it has no name of its own.

    "고대" alone beneath "역사" has one, and its items are asked for there; the title of a toggle
    may be no more than a hint ("앞 글자: 기단소").
    """
    label = entry.label
    hints = entry.level == DETAILS_LEVEL
    named = label is not None and not label.relative and shapes.is_term(label.name) and not hints
    return bool(entry.children) and not named


def _tabled(node: Node) -> tuple[Member, ...]:
    """What a table names and tells of, if nothing else stands beneath the label."""
    blocks = bodies.children(node)
    if node.text or [child.kind for child in blocks] != [Kind.TABLE]:
        return ()
    rows = [row.text for row in columns.told(blocks[0])]
    return tuple(
        _row(name, said) for name, said in rows if name and len(rows) <= listing.MOST_NUMBERED
    )


def _row(name: Text, said: Text) -> Member:
    label = labels.read(name)
    body = (Node(Kind.PARAGRAPH, said.span, (said,)),) if said else ()
    return Member(name, body, label.name, label.aliases)


def enumerated(text: Text) -> tuple[Text, ...]:
    """The items of a line that is nothing but an enumeration: "A, B, C", "A / B / C"."""
    plain = text.plain
    between = [hit.span() for hit in BETWEEN.finditer(plain)]
    outside = (span for span in between if not shapes.is_in_bracket(plain, span[0]))
    cuts = [(0, 0), *outside, (len(plain),) * 2]
    pieces = [text.cut(a[1], b[0]) for a, b in pairwise(cuts)]
    short = all(0 < len(piece.plain) <= listing.LONGEST_PIECE for piece in pieces)
    if len(pieces) < 2 or not short or shapes.is_sentence(plain):
        return ()
    if sum(bool(OWNER.search(piece.plain)) for piece in pieces) > 1:
        return ()
    return tuple(pieces)
