"""Two things that a text sets against each other, under no heading that says so.

It takes:

    스택은 나중에 넣은 것을 먼저 꺼내는 반면, 큐는 먼저 넣은 것을 먼저 꺼낸다.
    떫은맛은 혀가 마르는 느낌이다. 반면에 짠맛은 혀가 젖는 느낌이다.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuilder.extract.own import said
from deckbuilder.extract.place import Place
from deckbuilder.korean import endings, particles, sentences, topics
from deckbuilder.korean.closing import closed
from deckbuilder.model import SPOKEN, Comparison, Kind, LabelKind, Member, Node, Run, Text
from deckbuilder.regular import expression

# "A가 … 반면 B는 …": the first of two may take 이 or 가.
SUBJECT = expression(r"(?P<name>[^\s,]+(?:\s[^\s,]+)?)(?:이|가)\s")
# "A에서는": where something holds is what is compared.
AT_A_PLACE = expression(r"(?:에서|에)$")
# A sentence that breaks off: "…, 키와 값이".
_OPEN = expression(rf"(?:{endings.CASE.pattern})$")
# "둑을 쌓으면 흙은 …": said of what stands in front.
_ON_CONDITION = expression(r"(?:면|때|경우),?\s")
# "답: 상류는 …".
_LABEL = expression(r"^[가-힣]{1,4}\s?:\s")
# "그 외의 논": all that is left, and nothing to tell apart.
OTHERS = expression(r"(?:그\s?(?:외|밖)|나머지|이외)(?:의|에)?(?:\s|$)|기타의?\s")
LONGEST_NAME = 20
# In characters: a syllable, its particle, a blank.
LONGEST_CASE = 3


def find(place: Place) -> Iterator[Comparison]:
    """A comparison for each sentence "A는 … 반면 B는 …"."""
    above = place.labelled[-1].node.label if place.labelled else None
    own = place.node.label
    if place.node.kind not in SPOKEN or any(
        label and label.kind == LabelKind.CONTRAST for label in (above, own)
    ):
        return  # the contrast's own rule reads it
    every = said(place.node)
    for before, sentence in zip((None, *every), every, strict=False):
        yield from _compared(_halves(before, sentence))


def _halves(before: Text | None, sentence: Text) -> tuple[Text, ...]:
    """What is said of the one and of the other: in a sentence, or in two."""
    whole = f"{sentence.plain} "
    if _OPEN.search(whole, max(0, len(whole) - LONGEST_CASE)):
        return ()
    opening = sentences.IN_CONTRAST.match(sentence.plain)
    if opening:
        return (before, sentence.cut(opening.end())) if before else ()
    turn = sentences.turn(sentence.plain)
    if turn is None:
        return ()
    return sentence.cut(0, turn[0]), sentence.cut(turn[1])


def _compared(halves: Sequence[Text]) -> Iterator[Comparison]:
    if not halves:
        return
    first, second = halves
    clause = not endings.FINITE.search(first.plain)
    names = (
        _topic(first.plain) or (clause and _subject(first.plain)) or "",
        _topic(second.plain),
    )
    if not all(names) or _is_part(*names) or _ON_CONDITION.search(_in_front(first, names[0])):
        return
    yield Comparison(
        front=" · ".join(names),
        span=first.span.to(second.span),
        members=tuple(_member(name, half) for name, half in zip(names, halves, strict=True)),
    )


def _is_part(name: str, other: str) -> bool:
    """Whether one name is the other, or ends it: "논물 깊이" and "깊이"."""
    shorter, longer = sorted((name.split(), other.split()), key=len)
    return longer[-len(shorter) :] == shorter


def _in_front(half: Text, name: str) -> str:
    return half.plain.partition(name)[0]


def _topic(plain: str) -> str:
    said = topics.OPENING.sub("", _LABEL.sub("", plain))
    return _name(next((before for before, _ in particles.topics(said)), ""))


def _subject(plain: str) -> str:
    found = SUBJECT.match(plain)
    return _name(found["name"]) if found else ""


def _name(phrase: str) -> str:
    name = topics.topic(AT_A_PLACE.sub("", phrase)) if phrase else None
    return name if name and len(name) <= LONGEST_NAME and not OTHERS.match(name) else ""


def _member(name: str, half: Text) -> Member:
    body = Node(Kind.PARAGRAPH, half.span, (closed(half),))
    return Member(Text((Run(name),), half.span), (body,))
