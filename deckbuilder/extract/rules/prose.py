"""Two things that a sentence sets against each other, under no heading that says so.

It takes:

    스택은 나중에 넣은 것을 먼저 꺼내는 반면, 큐는 먼저 넣은 것을 먼저 꺼낸다.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.extract.place import Place
from deckbuilder.korean import particles, sentences
from deckbuilder.model import Comparison, Kind, LabelKind, Member, Node, Run, Text

LONGEST_NAME = 20
WHERE = (Kind.PARAGRAPH, Kind.ITEM, Kind.SECTION)


def find(place: Place) -> Iterator[Comparison]:
    """A comparison for each sentence "A는 … 반면 B는 …"."""
    above = place.labelled[-1].node.label if place.labelled else None
    own = place.node.label
    if place.node.kind not in WHERE or any(
        label and label.kind == LabelKind.CONTRAST for label in (above, own)
    ):
        return  # the contrast's own rule reads it
    for line in sentences.join(place.node.text):
        for sentence in sentences.split(line):
            yield from _compared(sentence)


def _compared(sentence: Text) -> Iterator[Comparison]:
    turn = sentences.WHEREAS.search(sentence.plain)
    if not turn:
        return
    halves = (sentence.cut(0, turn.start()), sentence.cut(turn.end()))
    names = [_topic(half.plain) for half in halves]
    if not all(names) or names[0] == names[1]:
        return
    yield Comparison(
        front=" · ".join(names),
        span=sentence.span,
        members=tuple(_member(name, half) for name, half in zip(names, halves, strict=True)),
    )


def _topic(plain: str) -> str:
    before = next((before for before, _ in particles.topics(plain)), "")
    name = sentences.topic(before) if before else None
    return name if name and len(name) <= LONGEST_NAME else ""


def _member(name: str, half: Text) -> Member:
    body = Node(Kind.PARAGRAPH, half.span, (half,))
    return Member(Text((Run(name),), half.span), (body,))
