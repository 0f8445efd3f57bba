"""Items that a sentence names one after the other: what of, and which."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckbuilder.korean import endings, lists, particles, shapes, topics, words
from deckbuilder.korean.counts import COUNTS, ORDINALS, SO_MANY, WHICH
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.particles import takes
from deckbuilder.korean.sets import is_set, uncounted
from deckbuilder.korean.shapes import VERBATIM
from deckbuilder.model import Text
from deckbuilder.regular import any_of, expression


class Series(NamedTuple):
    """What a sentence names the items of (empty: what it stands below), and these."""

    topic: str
    noun: str
    """What they are to it: 종류, 구성 요소; empty where the topic says so."""
    items: tuple[Text, ...]


_NUMBER = rf"(?:\d+|{SO_MANY})\s?(?:가지|개|단계|종류|부분|계층|요소)"
# Behind the items: "… 등", "… 세 가지", "… 등의 2가지".
_COUNTED = rf"(?:\s?등(?:의|,)?)?(?:의|,)?\s?(?:{_NUMBER})?(?:의\s(?:조합|순서|결합))?"
# How its verb ends: "나뉜다", "구분할 수 있다", "구성".
_VERB_END = any_of(
    {
        "된다": r"[뉜눈진한된든]다\S*",
        "됩니다": r"[뉩눕집합됩]니다\S*",
        "됨": r"[뉨눔짐함됨]\S*",
        "될 수 있다": r"[눌질할될]\s수\s있\S+",
        "어 있다": r"어\s?[있진져]\S*",
        "져 있다": r"져\s있\S+",
        "되어 있다": r"되어\s?\S+",
        "가능하다": r"가능\S*",
        "되며": r"[하되지뉘누]며\S*",
        "": r"(?=\s*[.]?$)",
    }
)
# "A, B, C로 나뉜다", "… 로 크게 구분할 수 있으며, …".
_DIVIDED = expression(
    rf"^(?P<items>.+?){_COUNTED}(?:으로|로)\s(?:크게\s|다시\s)?"
    rf"(?P<verb>나누?|나뉘?|구분|분류|세분화?|구성|이루|이뤄)(?:{_VERB_END.pattern})(?P<rest>[.,]?|,?\s.+)$"
)
_THERE_ARE = lists.as_list("있다 있습니다 있음 있으며 있고 존재한다 존재합니다 존재함 대표적이다")
# "X에는 A, B, C 등이 있다", "… 등의 도구가 있다".
_HOLDS = expression(
    rf"^(?P<items>.+?)(?P<count>{_COUNTED})(?:\s등의\s(?P<genus>\S.{{0,20}}?))?(?:이|가|\s?까지)\s"
    rf"(?:{lists.either(_THERE_ARE)})(?P<rest>[.,]?|,?\s.+)$"
)
# "세 요소는 A, B, C이다".
_ARE = expression(rf"^(?P<items>.+?){_COUNTED}(?:이다|입니다|임|이며,?\s.+|이고,?\s.+)[.]?$")
# Where the items begin: behind "X에는", "X로는" (and "X는", by `particles.topics`).
_AMONG = expression(r"^(?P<topic>.*[^\s으])(?:에는|에선|(?<!적)으로는?|로는?)\s")
# In front of the first item, and of none of them.
_LEAD = expression(
    rf"(?:(?:{lists.either(words.OPENINGS)}|크게|다시|보통|주로|각각|대표적으로|그\s외에도),?\s+)+"
)
_COMMA = any_of(
    {
        "둑, 보": rf"(?<!\s)\s*{shapes.COMMA}\s*(?:그리고\s|및\s)?",
        "둑 및 보": r"\s(?:및|그리고|또는|혹은)\s",
        "둑 / 보": r"\s/\s",
    }
)
_AND = expression(r"(?P<particle>[와과])\s")
# An item has no case: "32비트로 네트워크 번호".
_WITH_CASE = expression(rf"{endings.CASE.pattern}|[가-힣](?:로|에서|이나)\s")
LONGEST_ITEM, MOST_ITEMS = 40, 12
# A longer sentence is no series: its digits would be counted over and over.
LONGEST_SENTENCE = 2 * LONGEST_ITEM * MOST_ITEMS
# Fewer sentences that count, "첫째, …", are none in turn.
FEWEST_IN_TURN = 2
# So many names are a list, and of most one word is enough.
FEWEST_NAMES, WORDS_OF_A_NAME = 3, 2


def are_names(plain: str) -> bool:
    """Whether a line is nothing but short names: "냅킨, 공책, 화이트 보드 등"."""
    said = GLOSS.sub("", plain[:LONGEST_SENTENCE]).strip()
    names = _COMMA.split(re.sub(r"(?:\s등|,\s*(?:etc)?)\.*$", "", said))
    long = [len(name.split()) for name in names]
    return (
        len(names) >= FEWEST_NAMES
        and all(map(shapes.is_term, names))
        and max(long) <= WORDS_OF_A_NAME
        and 2 * long.count(1) > len(long)
    )


# What stands in all that these patterns find, and in few sentences.
_MAY_DIVIDE = expression(r"로\s(?:크게\s|다시\s)?(?:나|구분|분류|세분|구성|이[루뤄])")
_MAY_HOLD = expression(r"(?:[이가]|까지)\s(?:있|존재|대표)")
_SEVERAL, _MAY_BE = expression(r"[,와과]\s"), expression(r"이(?:다|며|고)|입니다|임\.?$")


def named(sentence: Text) -> Series | None:
    """The items that a sentence divides something into, or that it says there are of it."""
    plain = sentence.plain
    if len(plain) > LONGEST_SENTENCE:
        return None
    if _MAY_DIVIDE.search(plain) and (hit := _DIVIDED.match(plain)):
        noun = "구성 요소" if hit["verb"] in ("구성", "이루", "이뤄") else "종류"
        return _series(sentence, hit.end("items"), noun, sure=True)
    if _MAY_HOLD.search(plain) and (hit := _HOLDS.match(plain)):
        counted = hit["count"].strip() or hit["genus"] or "대표적으로" in plain
        return _series(sentence, hit.end("items"), hit["genus"] or "", sure=bool(counted))
    several = _SEVERAL.search(plain)
    if several and _MAY_BE.search(plain, several.end()) and (hit := _ARE.match(plain)):
        found = _series(sentence, hit.end("items"), "", sure=True)
        return found if found and is_set(found.topic) else None
    return None


# "첫째, …", "둘째로 …", "세 번째는 …": which of several a sentence tells of.
_ORDINAL = expression(
    rf"(?:그리고\s)?(?P<which>{WHICH}|{SO_MANY})\s?(?:번\s?)?째(?:로는?|는)?(?:,\s*|\s)(?=\S)"
)
_WHICH = {word: number for number, word in enumerate(ORDINALS, start=1)} | COUNTS
# "다음 세 가지 필수 요소가 있어야 한다", "까닭은 두 가지이다": how many, and of what.
_HOW_MANY = expression(
    rf"(?:^|\s)(?:{SO_MANY}|[2-8])\s?가지(?:\s(?P<noun>\S+?(?:\s\S+?){{0,2}}?))?"
    r"(?:이|가|을|를|은|는|로|으로|에|이다|입니다|다)(?=[\s.]|$)"
)


def in_turn(said: Sequence[Text]) -> Series | None:
    """The items of sentences that count them, "첫째, …", with the sentence in front of these."""
    starts = [(at, hit) for at, one in enumerate(said) if (hit := _ORDINAL.match(one.plain))]
    if [_WHICH[hit["which"]] for _, hit in starts] != list(range(1, len(starts) + 1)):
        return None
    if len(starts) < FEWEST_IN_TURN:
        return None
    items = tuple(said[at].cut(hit.end()) for at, hit in starts)
    first, _ = starts[0]
    topic, noun = _counted(said[first - 1].plain) if first else ("", "")
    return Series(topic, noun, items) if topic or noun else None


def _counted(plain: str) -> tuple[str, str]:
    """What a sentence says how many there are of: its topic, and what they are to it."""
    found = _HOW_MANY.search(plain)
    topic, start = _head(plain, found.end() if found else len(plain))
    name = _topic(topic) or ""
    if found and found["noun"]:
        return name, found["noun"]
    return (name, "") if start and is_set(name) else ("", "")


def _series(sentence: Text, end: int, noun: str, *, sure: bool) -> Series | None:
    cuts = _cuts(sentence, end)
    topic, start = _head(sentence.plain, cuts[0][0] if cuts else end)
    items = tuple(_items(sentence, start, end, cuts))
    name = _topic(topic)
    enough = MOST_ITEMS >= len(items) > (1 if sure else 2)
    if name is None or not enough or not all(map(_is_item, items)):
        return None
    return Series(name, noun, items)


def _head(plain: str, end: int) -> tuple[str, int]:
    """What a sentence names items of, and where the first of them begins."""
    found = [(hit["topic"], hit.end()) for hit in [_AMONG.match(plain[:end])] if hit]
    found += [(before, len(plain) - len(behind)) for before, behind in particles.topics(plain)]
    topic, start = max((one for one in found if one[1] < end), key=_end, default=("", 0))
    lead = _LEAD.match(plain, start)
    return topic, lead.end() if lead else start


def _end(found: tuple[str, int]) -> int:
    return found[1]


def _topic(said: str) -> str | None:
    """The name before the items; empty for none, or a pointer; None where it is no name."""
    said = " ".join(uncounted(said).split())
    if said in ("", "이", "여기", "이것", "종류"):
        return ""
    if shapes.is_described(said) and not shapes.is_crowded(said):
        return said
    return topics.topic(said)


def _cuts(text: Text, end: int) -> list[tuple[int, int]]:
    """Where a comma or the like stands between items, in no bracket, code or formula."""
    plain = text.plain
    return [
        hit.span()
        for hit in _COMMA.finditer(plain, 0, end)
        if not shapes.is_in_bracket(plain, hit.start())
        and not text.is_inside(hit.start(), *VERBATIM)
    ]


def _items(text: Text, start: int, end: int, cuts: list[tuple[int, int]]) -> Iterator[Text]:
    """The pieces between the cuts; the last may be two: "A, B와 C"."""
    at = start
    for first, last in cuts:
        if first > at:
            yield text.cut(at, first)
            at = last
    tail = text.plain[at:end]
    pair = [hit for hit in _AND.finditer(tail) if _joins(tail[: hit.start()], hit["particle"])]
    if pair:
        yield text.cut(at, at + pair[-1].start())
        at += pair[-1].end()
    yield text.cut(at, end)


def _joins(before: str, particle: str) -> bool:
    word = before.rstrip().rpartition(" ")[2]
    depth = before.count("(") - before.count(")")
    return (
        bool(word)
        and not depth
        and takes(word, particle)
        and word + particle not in words.NOT_PAIRED
    )


def _is_item(item: Text) -> bool:
    plain = item.plain
    named = shapes.is_name(plain) and not _WITH_CASE.search(plain)
    return 0 < len(plain) <= LONGEST_ITEM and named and not endings.CLAUSE.search(plain)
