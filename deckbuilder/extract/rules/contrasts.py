"""Things that a note sets side by side: 비교, 차이, vs, "A와 B", kinds with described members.

It takes:

    ### 프로세스와 스레드의 차이
    - 프로세스 : 독립된 메모리를 갖는다.
    - 스레드 : 프로세스의 메모리를 나누어 쓴다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuilder.extract import bodies, columns, found, parts
from deckbuilder.extract.brief import brief
from deckbuilder.extract.own import compared, said
from deckbuilder.extract.place import Place
from deckbuilder.korean import contrasts, sentences, sets, words
from deckbuilder.korean.closing import closed
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Comparison, Kind, LabelKind, Member, Node, Run, Text
from deckbuilder.regular import expression

MOST = 8
# Behind a name: what is said is said of another one as well.
JOINED = expression(r"\([^)]*\)[와과]|[와과및,/·]")


def find(place: Place) -> Iterator[Comparison]:
    """A contrast with at least two described members."""
    node = place.node
    if node.label is None or not place.name or not _compares(node):
        return
    members = parts.distinct(members_of(node))
    bare = node.label.kind == LabelKind.SET and any(map(parts.is_name, parts.entries(node)))
    if bare:
        return  # "3. 불완전이행", only named beside two that are described: a list holds all
    if len(members) >= 2 and all(bodies.letters(member.body) for member in members):
        yield found.comparison(place, members)


def _compares(node: Node) -> bool:
    label = node.label
    if label is None:
        return False
    last = label.name.split()[-1] if label.name else ""
    kinds = sets.set_noun(label.name) in words.KINDS or (
        label.relative and last in words.RELATIVE_KINDS
    )
    return label.kind == LabelKind.CONTRAST or (label.kind == LabelKind.SET and kinds)


def members_of(node: Node) -> tuple[Member, ...]:
    """The described parts beneath a contrast, or the lines that begin with its two names."""
    described = parts.described(node)
    pair = contrasts.members_of(node.label.name) if node.label else None
    if pair and len(described) > 2:
        named = [part for part in described if part.label and _one_of(part.label.name, pair)]
        described = tuple(named)
    members = brief(tuple(map(compared, described))) if 2 <= len(described) <= MOST else ()
    if members and bodies.letters(part for one in members for part in one.body) <= bodies.LONGEST:
        return members
    if pair is None or columns.sets_apart(node):
        return ()  # the table's card shows what is said beside it
    return _spoken_of(node, pair)


def _one_of(name: str, pair: tuple[str, str]) -> bool:
    bare = compact(name)
    return any(side in bare or bare in side for side in map(compact, pair))


def _spoken_of(node: Node, pair: tuple[str, str]) -> tuple[Member, ...]:
    """Sentences about each of two names: "A는 …", "B는 …", or "A는 …지만 B는 …"."""
    every = [
        sentence
        for part in bodies.beneath(node)
        if part.kind != Kind.SECTION
        for inner in part.walk()
        if inner.kind in (Kind.PARAGRAPH, Kind.ITEM) and not inner.label
        for sentence in said(inner)
    ]
    first, second = (_about(every, side) for side in pair)
    if first and not second:  # the second one follows in the same sentence
        at = [(text, _mention(text.plain, pair[1])) for text in first]
        second = tuple(text.cut(start) for text, start in at if start)
        first = tuple(closed(text.cut(0, start)) if start else text for text, start in at)
    if not first or not second:
        return ()
    return tuple(
        _said_member(name, texts) for name, texts in zip(pair, (first, second), strict=True)
    )


def _about(every: Sequence[Text], name: str) -> tuple[Text, ...]:
    """The sentences that begin with a name; "A와 B는 …" speaks of both, and tells nothing apart."""
    begins = compact(name)
    return tuple(
        text
        for text in every
        for bare in [compact(_without_turn(text.plain))]
        if bare.startswith(begins) and not JOINED.match(bare, len(begins))
    )


def _without_turn(plain: str) -> str:
    """A sentence without the 반면 in front of it."""
    turn = sentences.IN_CONTRAST.match(plain)
    return plain[turn.end() :] if turn else plain


def _mention(plain: str, name: str) -> int:
    """Where a sentence turns to a name: "…, B는 …"."""
    found = re.search(rf"(?<=\s){re.escape(name)}\s?(?:은|는|이|가)\s", plain)
    return found.start() if found else 0


def _said_member(name: str, texts: tuple[Text, ...]) -> Member:
    span = texts[0].span.to(texts[-1].span)
    return Member(Text((Run(name),), texts[0].span), (Node(Kind.PARAGRAPH, span, texts),))
