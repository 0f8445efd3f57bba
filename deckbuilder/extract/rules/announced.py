"""Sections that the sentence in front of them announces as a set.

It takes:

    ## 둑
    둑을 쌓는 세 가지 방법은 다음과 같다.
    ### 흙 쌓기
    흙을 다져 쌓는다.
    ### 돌 쌓기
    돌을 물려 쌓는다.
    ### 나무 엮기
    나무를 엮어 세운다.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from deckbuilder.extract import parts
from deckbuilder.extract.own import said
from deckbuilder.extract.place import Place
from deckbuilder.korean import counted, labels, sets, shapes
from deckbuilder.model import Enumeration, Kind, Label, LabelKind, Member, Node, Tier

MOST = 12


def find(place: Place) -> Iterator[Enumeration]:
    """A list of the sections behind each paragraph that ends by announcing them."""
    node = place.node
    for at, (before, after) in enumerate(pairwise(node.children), start=1):
        label = _announced(before) if after.kind == Kind.SECTION else None
        if label is None:
            continue
        counts = counted.how_many(label.text.plain)
        sections = _as_many(counts, _alike(node.children[at:]))
        if 2 <= len(sections) <= MOST and all(map(parts.is_thing, sections)):
            items = tuple(replace(parts.member(section), body=()) for section in sections)
            front = label.name
            if label.relative and place.name:
                front = f"{place.name}의 {label.name}"
            tier = Tier.LIKELY if counts or _of_one_sort(items) else Tier.MAYBE
            yield Enumeration(
                front=front, span=label.text.span, items=items, ordered=False, tier=tier
            )


def _announced(paragraph: Node) -> Label | None:
    """The set that the last sentence of a paragraph announces."""
    if paragraph.kind != Kind.PARAGRAPH or paragraph.label or paragraph.children:
        return None
    sentences = said(paragraph)
    if not sentences or not shapes.announces(sentences[-1].plain):
        return None
    last = sentences[-1]
    start, end = sets.looked_at(last.plain)
    label = labels.read(last.cut(start, end) if end else last)
    named = label.kind == LabelKind.SET and sets.is_set(label.name)
    return label if named or end else None


def _alike(behind: Sequence[Node]) -> tuple[Node, ...]:
    """The sections in front that are of one level."""
    level = behind[0].level
    sections = takewhile(lambda part: part.kind == Kind.SECTION and part.level == level, behind)
    return tuple(section for section in sections if section.label)


def _of_one_sort(items: Sequence[Member]) -> bool:
    """Whether all are named alike, "흙 쌓기", "돌 쌓기": others may tell of other things."""
    return len({item.name.plain[-1:] for item in items}) == 1


def _as_many(counts: frozenset[int], sections: tuple[Node, ...]) -> tuple[Node, ...]:
    """All sections where they are so many, else the first of them; none where there are fewer.

    Where nothing counts them, all that tell of one thing each.
    """
    if not counts:
        return tuple(one for one in sections if not parts.tells_of_whole(one))
    if len(sections) in counts:
        return sections
    return sections[: max((count for count in counts if count < len(sections)), default=0)]
