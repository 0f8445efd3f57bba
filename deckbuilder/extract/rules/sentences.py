"""A sentence that defines a term, wherever it stands.

It takes:

    하이퍼바이저는 가상 머신을 만들고 실행하는 소프트웨어이다.
    이와 같이 요청을 나누어 보내는 것을 부하 분산이라고 한다.
"""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.extract.place import Place
from deckbuilder.korean import labels, sentences
from deckbuilder.model import Definition, Kind, Node, Text

WHERE = (Kind.PARAGRAPH, Kind.ITEM, Kind.SECTION)
# A paragraph of at most so many letters is shown around its defining sentence.
LONGEST_AROUND = 500


def find(place: Place) -> Iterator[Definition]:
    """A definition for every sentence that defines something other than what it stands below."""
    if place.node.kind not in WHERE:
        return
    for line in sentences.join(place.node.text):
        pieces = sentences.split(line)
        for sentence in pieces:
            term = sentences.defined(sentence.plain) or sentences.emphasised(sentence)
            if term:
                rest = tuple(piece for piece in pieces if piece is not sentence)
                yield _definition(term, sentence, rest)


def _definition(term: str, sentence: Text, rest: tuple[Text, ...]) -> Definition:
    name, aliases = labels.names(term)
    short = sum(len(piece.plain) for piece in rest) <= LONGEST_AROUND
    return Definition(
        front=name,
        span=sentence.span,
        aliases=aliases,
        body=(Node(Kind.PARAGRAPH, sentence.span, (sentence,)),),
        around=tuple(Node(Kind.PARAGRAPH, piece.span, (piece,)) for piece in rest if short),
    )
