"""Items that a sentence names one after the other.

It takes:

    식물의 뿌리는 곧은뿌리와 수염뿌리로 나뉜다.
    잎차례에는 어긋나기, 마주나기, 돌려나기 등이 있다.
    씨앗은 두 가지 방법으로 퍼진다. 첫째, 바람에 날린다. 둘째, 물에 떠내려간다.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.extract.own import said
from deckbuilder.extract.place import Place
from deckbuilder.korean import series
from deckbuilder.korean.sets import set_noun
from deckbuilder.model import SPOKEN, Enumeration, LabelKind, Member


def find(place: Place) -> Iterator[Enumeration]:
    """A list for each sentence that names at least two items of something."""
    if place.node.kind not in SPOKEN:
        return
    every = said(place.node)
    for named in (*map(series.named, every), series.in_turn(every)):
        front = _front(place, named) if named else ""
        if named and front:
            yield Enumeration(
                front=front,
                span=named.items[0].span.to(named.items[-1].span),
                items=tuple(map(Member, named.items)),
                ordered=False,
            )


def _front(place: Place, named: series.Series) -> str:
    owner = named.topic or _owner(place)
    return f"{owner}의 {named.noun}" if owner and named.noun and not set_noun(owner) else owner


def _owner(place: Place) -> str:
    """What a sentence without a topic speaks of: the term that it stands below."""
    nearest = place if place.node.label else next(reversed(place.labelled), place)
    label = nearest.node.label
    return nearest.name if label and label.kind in (LabelKind.TERM, LabelKind.SET) else ""
