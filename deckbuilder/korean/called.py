"""Sentences that give a name to what they tell, the name standing last: "… 를 X라고 한다"."""

from __future__ import annotations

import re
from typing import NamedTuple

from deckbuilder.korean import patterns, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.topics import topic
from deckbuilder.regular import any_of, expression

# A name, a bracket in it counting as one character; two that mean the same: "X 또는 Y".
_TERM = r"(?P<term>(?:[^,;!?()]|\([^()]{1,80}\)){1,40}?)"
_BRACKETS = expression(r"\s?[()]")
# "그 각각을 하나의 칸이라 한다", "등호를 빼면 X라 한다".
_NO_PART = expression(rf"^(?:하나의\s(?=\S+$)|\S*(?:{'|'.join(patterns.ADVERBIALS_BEHIND)})\s)")
_OR = expression(r"\s(?:또는|혹은)\s")
# "… 를 X라고 한다", "… 를 X라는 이름으로 부른다".
_CALLED = expression(
    r"(?P<told>.+)(?:을|를|(?<=[이그런는한된])\s?걸)\s"
    rf"(?:(?:[^\s,]+에서는|우리는|다른\s말로)\s)?{_TERM}\s?"
    rf"(?P<given>{patterns.GIVEN_AS})\s?(?:(?:{'|'.join(patterns.CALLED)})\.?|(?:하|부르)(?:며|고|는데),?.*)$"
)
# "… 인 그릇은 X라고 불린다", "… 하면 X라고 부른다": what is called so is told in front; "…라고도"
# is but another name.
_KNOWN_AS = expression(
    r"(?P<told>.*(?:[고며면때]|기\s때문에|므로|로서|[가-힣]로(?=,)|(?<!에)서),?\s)?"
    r"(?:(?:보통|흔히|일반적으로|다른\s말로)\s)?"
    rf"{_TERM}\s?(?:이라고|라고|이라|(?<!따)라)\s?(?P<verb>{'|'.join(patterns.CALLED)}"
    r"|(?:하|부르)[며고],?)\.?$"
)
_NAMES = expression("|".join((*patterns.NAMES, "부르[며고],?")))
# "이것을 X라고 한다": said of what stands in front.
POINTS = expression(rf"(?:{'|'.join(words.POINTING)})(?:\s|$)")
# "공식에서는", "기준으로는": no topic.
_WHERE = expression(r"[가-힣](?:에서|로)$")
_IT = expression(r"(?:이|그|이것|그것|이런|그런)$")
_OF_CLASS = expression(rf"(?:이|이런|이러한|그런|그러한)\s(?:{'|'.join(patterns.CLASSES)})$")
# "이 값을 바꾸라고 한다": somebody is told to do it.
_ORDERED = expression(rf"(?:\S+\s){{0,3}}(?:{'|'.join(patterns.ORDERED)})$")
_SAID = expression(r"말한다\.?$")
# So short a piece in front of a name tells but what one thinks of it: "그 책을 고전이라 한다".
LEAST_TOLD = 6
# What a writer sets off as a name: by quotes, in Latin letters, with its other name in brackets.
_SET_OFF = any_of({"'물길'": r"^[\"'“‘`<「『]\S", "canal": r"^[A-Za-z][\w .'-]+$"})


class Called(NamedTuple):
    """What a sentence tells, and the name that it gives to that."""

    told: str
    term: str


def called(plain: str) -> Called | None:
    """What a sentence gives a name to, in front of it, as what something is done to."""
    found = _CALLED.match(plain) if "라" in plain else None
    told = found and (len(found["told"]) >= LEAST_TOLD or _points(found, plain))
    return Called(found["told"], found["term"]) if found and told else None


def known_as(before: str, behind: str) -> str | None:
    """The name that a sentence gives to its topic, in front of the particle, by what is behind.

    Of what has no topic (`before` is empty), to what a clause tells.
    """
    found = _KNOWN_AS.fullmatch(behind) if "라" in behind else None
    if found is None or POINTS.match(before) or _WHERE.search(before):
        return None
    told = found["told"] or ""
    if len(told) < LEAST_TOLD if not before else not told and len(before.split()) == 1:
        return None
    names = _NAMES.fullmatch(found["verb"]) or is_set_off(found["term"])
    return name(found["term"]) if names else None


def name(term: str) -> str | None:
    """The name that is given, with its other ones in brackets, if it is one."""
    first, *others = _OR.split(_NO_PART.sub("", term))
    if not all(map(topic, others)):
        return None
    named = topic(first)
    also = (_BRACKETS.sub(", ", one).strip(", ") for one in others)
    return named and named + "".join(f"({one})" for one in also)


def is_set_off(term: str) -> bool:
    """Whether a writer shows of a name that it is one."""
    return bool(_SET_OFF.search(term.strip()) or GLOSS.search(term))


def _points(found: re.Match[str], plain: str) -> bool:
    """Whether a few words point to what is called so, or the name shows that it is one."""
    told, term = found["told"], found["term"]
    if _IT.fullmatch(told):
        return True
    if _OF_CLASS.fullmatch(told) and not _ORDERED.match(term) and not _SAID.search(plain):
        return True
    *pointing, last = told.split()
    shown = is_set_off(term) or (pointing and term.endswith(last))
    return bool(shown) and not found["given"].endswith("도")
