"""Whether a line counts the items of the list below it, or only chances on a number."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.korean import (
    counted,
    definitions,
    interrogative,
    pairs,
    particles,
    predicates,
    sentences,
    sets,
    shapes,
    topics,
    words,
)
from deckbuilder.korean.counts import SO_MANY
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Text
from deckbuilder.regular import expression

# "논은 둑과 도랑 두 부분으로 나뉜다": what is counted stands in front of the number.
_NAMED_BEFORE = expression(r"(?:[가-힣][와과]|[,·]|및)\s\S+\s$")
# Syllables in ㅆ, as the past tense has: 쌓았다, 지었습니다, 무너졌음.
_OF_PAST = frozenset(map(chr, range(ord("갔"), ord("힣") + 1, 28))) - {"있", "겠"}
_TENSE = expression(r"(?P<last>[가-힣])(?:다|습니다|음)\.?$")

# In front of 는: "물레에는", "물레와는".
_CASE = expression(r"(?<=.)(?:에서?|[와과]|으?로)$")

# "논은 두 가지 점과 다르다": what differs from them is told, and not which they are.
_BESIDE = expression(r"\S+\s(?:\S+\s)?\S*(?<![효결성])[와과]\s")
# "배는 세 종류이다": how many there are, and no more.
_ONLY = expression(rf"(?:\d{{1,2}}|{SO_MANY})\s?\S+?(?:이다|입니다|다)\.?")


def asked(plain: str) -> frozenset[int]:
    """How many things a line asks for; none where it tells another thing of so many."""
    at = counted.first(plain)
    said = plain[at:]
    if at is None or _BESIDE.match(said):
        return frozenset()
    again = counted.first(said.partition(" ")[2]) is not None
    unasked = said.rstrip(".").endswith("다") and not interrogative.question(plain)
    if again or (unasked and not _ONLY.fullmatch(said)):
        return frozenset()
    return counted.how_many(plain)


def below(lines: Sequence[Text]) -> frozenset[int]:
    """How many items a list has that the last sentence of a paragraph counts; none for no list."""
    *_, said = sentences.split(lines[-1]) or (lines[-1],)
    plain = said.plain
    counts = asked(plain)
    if not counts or shapes.is_chatter(plain) or pairs.split(said) or _names_them(plain):
        return frozenset()
    says = predicates.has_verb(plain) and not definitions.defined_above(plain)
    names = sets.is_set(plain) and not predicates.tells(plain)
    return counts if (says or names) and not _turns(lines) else frozenset()


def _names_them(plain: str) -> bool:
    return bool(_NAMED_BEFORE.search(plain[: counted.first(plain)]))


def _turns(lines: Sequence[Text]) -> bool:
    """Whether the last of several sentences tells a story, or turns to another thing.

    "물레란 … 틀이다. 방앗간은 두 가지 방식으로 짓는다.": the list may well tell of the first.
    """
    *before, last = (said.plain for said in sentences.split(Text.joined(lines)))
    if before and (tense := _TENSE.search(last)) and tense["last"] in _OF_PAST:
        return True
    term = next(filter(None, map(definitions.defined, before)), None)
    spoken_of = next((name for name, _ in particles.topics(last)), None)
    return term is not None and spoken_of is not None and not _is_of(spoken_of, term)


def _is_of(spoken_of: str, term: str) -> bool:
    """Whether a topic is that of a term: its name, a pronoun, or a set of it ("방법은")."""
    bare = _CASE.sub("", spoken_of)
    topic = topics.topic(bare)
    if topic is None or bare in words.SETS:
        return True
    name, said = compact(term), compact(topic)
    return name in said or said in name
