"""Lines that say how many things follow: "금속은 두 가지 방법으로 녹인다"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckbuilder.korean import words
from deckbuilder.korean.counts import COUNTS, SO_MANY
from deckbuilder.regular import expression

# Of these a number in front says how many there are.
_NOUNS = "|".join(
    sorted({"가지", "부분", "범주", "계층", *words.SETS, *words.WEAK_SETS}, key=len, reverse=True)
)
_COUNT = expression(
    rf"(?<!\S)(?:(?P<number>\d{{1,2}})|(?P<word>{SO_MANY}))\s?(?:개의\s|대\s)?(?P<noun>{_NOUNS})"
    r"(?=들|으로|[이가은는을를의에로다와과]|입|[^\w가-힣]|$)"
    r"(?=.{0,40}$)"  # further in front it counts what is spoken of
)
_MAY = expression(rf"(?:^|\s)(?:\d|{SO_MANY})")  # for speed only: few lines have it
# "이 두 가지 방법은 …": those that stand above. "1, 2, 3 조건", "제 2 단계": which they are.
_BACK = expression(
    r"(?:이|그|저|이런|그런|이러한|그러한|위|위의|앞의|앞서|각|해당|다른|나머지|제|第|.*\d,)"
)
_WORDS = expression(r"[\s(]")
# "3단계에서 무너졌다", "3단계에 든다": which one it is. "3단계에 걸쳐", "3가지에서": how many.
_AT = expression(r"에(?:서|는|도|\s(?!걸쳐|따라))")


@lru_cache(maxsize=1 << 16)  # for speed only: several rules ask for each line
def how_many(plain: str) -> frozenset[int]:
    """How many there are of something, as a line says; several where it counts several things."""
    return frozenset(int(hit["number"] or COUNTS[hit["word"]]) for hit in _counts(plain))


def first(plain: str) -> int | None:
    """Where the first number of such a line stands."""
    starts = (max(hit.start("number"), hit.start("word")) for hit in _counts(plain))
    return next(starts, None)


def _counts(plain: str) -> Iterator[re.Match[str]]:
    if _MAY.search(plain):
        yield from (hit for hit in _COUNT.finditer(plain) if not _says_which(hit))


def _says_which(hit: re.Match[str]) -> bool:
    """Whether a number does not count, but says which ones of several it speaks of."""
    before = _WORDS.split(hit.string[: hit.start()].rstrip())[-1]
    at = hit["number"] and hit["noun"] != "가지" and _AT.match(hit.string, hit.end())
    return bool(at or _BACK.fullmatch(before))
