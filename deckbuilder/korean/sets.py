"""Labels that name a set: 특징, 장점 5가지, "… 방지하는 방법"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from deckbuilder.korean import endings, shapes, words
from deckbuilder.korean.counts import SO_MANY
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.particles import topics
from deckbuilder.regular import any_of, expression

COUNT = expression(
    r"(?<!\s)\s*\(?(?<!\d)\d+\s?(?:가지|개|단계|대)(?:의)?\)?\s*"
    rf"|(?<!\s)\s*(?:{SO_MANY}|여러)\s?가지(?:의)?\s*"
)
# "… 4가지 경우": a number says that a set follows, whatever its noun.
# "… 방지하는 방법": what a verb describes is a set, though the noun alone may be a thing's name.
_NOUNS = "|".join(sorted(words.WEAK_SETS))
DESCRIBED_SET = expression(rf"(?:는|은|한|할|된|될|을|위한)\s(?:[가-힣]+적인\s)?(?:{_NOUNS})들?$")
# "자주 쓰는 낱말들", "실을 잇는 법": so do words and the like, if there are several, and 법.
_WORDS = "|".join(sorted(words.WORDS))
SEVERAL = expression(rf"[가-힣](?:는|은|한|할|된|될|을|위한)\s(?:{_WORDS})들$|[가-힣]는\s?법$")
# "관계를 끊어야 할 때": a set, if several stand beneath it.
_OCCASIONS = "|".join(sorted(words.OCCASIONS))
OCCASION = expression(rf"(?:는|은|한|할|된|될|을)\s(?:{_OCCASIONS})들?$")
# What is got wrong about what stands above.
_MISTAKEN = any_of(
    {
        "자주 하는": r"(?:자주|흔히|많이)\s(?:하는|범하는|저지르는|틀리는|헷갈리는|혼동하는)",
        "흔한": r"흔한|헷갈리는",
        "헷갈리기 쉬운": r"(?:헷갈리기|틀리기|혼동하기|실수하기|오해하기)\s쉬운",
    }
).pattern
MISTAKES = expression(
    rf"(?:^|(?<=에서\s))(?:{_MISTAKEN})\s(?:실수|오해|오류|착각|것|점|부분|개념|함정)들?$"
)
# Not "조선의 3대 왕": the third.
NUMBERED_SET = any_of(
    {
        "3가지": rf"(?:(?<!\d)\d+|{SO_MANY})\s?가지",
        "3대 하천": r"(?<!\d)[2-9]대\s(?!\S*(?:왕|대통령|황제|총리|회장|국왕)$)[가-힣]+$",
        "두 물길": r"(?:^|\s)(?:두|세|네|다섯|여섯)\s[가-힣]+$",
    }
)
# "먼저 물길의 네 가지 법칙에 대해 알아보자."
LOOKED_AT = expression(
    r"(?:(?:먼저|우선|이제|그럼|그러면|다음으로),?\s)*"
    r"(?P<name>\S.{0,43}?\S)(?:[을를]|에\s?(?:대|관)(?:해|하여)서?)\s"
)
# "다음은 물길의 장점이다.", "아래는 자주 쓰는 물길들이다:"
POINTED_AT = expression(
    r"(?:다음|아래)[은는]\s(?P<name>\S.{0,43}?\S)(?:들)?(?:이다|입니다|이에요|예요)\s?[:.]?$"
)
# "둑을 지키기 위한 방법을 내놓았다": what somebody does to a set.
_OBJECT = expression(r"(?P<name>\S.{2,38}?\S)[을를]\s\S+[다요음함됨]\.?$")
_DIGIT = expression(r"\d")


def uncounted(plain: str) -> str:
    """A label without the number of what it names: "특징 3가지"; a blank stands there."""
    counts = "가지" in plain or _DIGIT.search(plain)
    return COUNT.sub(" ", plain) if counts else plain


def is_set(plain: str) -> bool:
    """Whether a label names a set: by its last word, a number and 들 aside."""
    return bool(
        set_noun(plain)
        or is_bare_set(plain)
        or MISTAKES.search(plain)
        or NUMBERED_SET.search(plain)
        or (_is_described(GLOSS.sub("", plain)) and not topics(plain))
    )


def is_mistakes(name: str) -> bool:
    """Whether a name gathers what is got wrong about what stands above: "자주 하는 실수"."""
    return bool(MISTAKES.match(name))


def points_at(plain: str) -> bool:
    """Whether a line says of what stands below it what it is: "다음은 … 이다"."""
    return bool(POINTED_AT.match(plain))


def looked_at(plain: str) -> tuple[int, int]:
    """Where the name of the set stands that a line is going to tell of; nowhere: (0, 0)."""
    found = POINTED_AT.match(plain) or (
        LOOKED_AT.match(plain) if shapes.is_chatter(plain) else None
    )
    if found is None:
        return (0, 0)
    several = plain[found.end("name") :].startswith("들")
    return found.span("name") if several or is_set(found["name"]) else (0, 0)


def object_of(plain: str) -> tuple[int, int]:
    """Where the name of a set stands that a sentence is about by its object; else (0, 0)."""
    start = max((len(plain) - len(behind) for _, behind in topics(plain)), default=0)
    found = _OBJECT.match(plain, start)
    if found is None:
        return (0, 0)
    name = found["name"]
    return found.span("name") if set_noun(name) or _is_described(name) else (0, 0)


def _is_described(plain: str) -> bool:
    return bool(DESCRIBED_SET.search(plain) or SEVERAL.search(plain))


# "위에서부터 본 세 층", "OSI 7계층": what it names follows each other.
FROM = expression(r"부터\s|차례|순서|\d\s?계층$")
_WORKS = expression(r"(?:동작|작동|처리|실행|진행)\s?(?:방식|원리)$|알고리즘$")


def is_in_turn(name: str, items: Sequence[str], *, numbered: bool) -> bool:
    """Whether the items of a list follow each other, and are asked for in that order.

    Args:
        name: the list's label: 절차 says so whatever stands below it.
        items: what is listed; of what is done one thing comes after the other.
        numbered: whether the note counts them; of 특징 that tells how many there are.
    """
    noun = set_noun(name)
    if noun in words.IN_TURN or not numbered:
        return noun in words.IN_TURN
    bare = GLOSS.sub("", name).strip()
    if noun in words.STEPS or FROM.search(bare) or _WORKS.search(bare):
        return True
    return noun not in words.SIDE_BY_SIDE and 2 * sum(map(_is_deed, items)) > len(items)


def _is_deed(item: str) -> bool:
    """Whether an item says what is done: "물을 끓인다", "배추 절이기"."""
    return shapes.is_sentence(item) or bool(" " in item and endings.NOMINAL.search(item))


LONGEST_NOUN = max(map(len, words.SETS))


def ends_in_set(plain: str) -> bool:
    """Whether the last word of a line may name a set, or what several things are called."""
    last = (plain.split() or [""])[-1].removesuffix("들")
    return last in _SETS or last in words.WORDS


@lru_cache(maxsize=1 << 16)  # for speed only: each label is asked several times
def set_noun(plain: str) -> str:
    """The noun of `words.SETS` in which a label ends, or an empty string."""
    parts = uncounted(GLOSS.sub("", plain)).split()
    last = parts[-1].removesuffix("들").lower() if parts else ""
    if len(parts) > 1 and parts[-2] + last in words.SETS:
        return parts[-2] + last
    if last in words.NO_SETS:
        return ""
    ends = (last[-letters:] for letters in range(min(LONGEST_NOUN, len(last)), 0, -1))
    return next((noun for noun in ends if noun in words.SETS and _is_compound(last, noun)), "")


def _is_compound(word: str, noun: str) -> bool:
    """Whether a word is this noun, or a compound with it: not 특이점, of which 특 is no word."""
    before = word.removesuffix(noun)
    if noun.isascii():
        return not before  # "types", but no "prototypes"
    return len(before) != 1 or not "가" <= before <= "힣" or before in words.BEFORE_A_SET


# For speed only: no compound of these words is as long, and a longer one takes long to cut.
LONGEST_COMPOUND = 20
_SETS = words.SETS | words.WEAK_SETS


_OF, _AND = expression(r"(?<=\S)의\s"), expression(r"[\s,/&·]+|(?<=[가-힣])[와과]\s|및")


def is_bare_set(name: str) -> bool:
    """Whether a label has nothing but words for sets and what may stand before them."""
    *owner, tail = _OF.split(name) if "의" in name else (name,)  # "쿠버네티스의 주요 기능"
    parts = _AND.split(uncounted(tail).strip().lower())
    last = next(filter(None, reversed(parts)), "")
    if _pieces(last)[-1] not in _SETS:
        return False  # as most labels end
    bare = [piece for part in parts if part for piece in _pieces(part)]
    # "질량 보존의 법칙" is a thing
    sets = words.SETS if owner and len(bare) == 1 else _SETS
    said = (piece in sets or piece in words.MODIFIERS for piece in bare)
    return bool(bare) and bare[-1] in sets and all(said)


def _pieces(word: str) -> tuple[str, ...]:
    """A word of a label without 들 and 의, a compound (변천과정, 주요업무) in two."""
    for bare in (word, word.removesuffix("들"), word.removesuffix("의")):
        if bare in _SETS or bare in words.MODIFIERS:
            return (bare,)
    if len(word) > LONGEST_COMPOUND or word in words.NO_SETS:
        return (word,)
    cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return next((cut for cut in cuts if cut[0] in words.MODIFIERS and cut[1] in _SETS), (word,))
