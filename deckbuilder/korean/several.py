"""Sentences that only say that there are several: "여러 방법으로 막을 수 있다"."""

from __future__ import annotations

from deckbuilder.regular import expression

# "다양한 때에 쓸 수 있다", "여러 가지가 있다".
_SEVERAL = expression(r"(?:^|\s)(?:다양한|다양하게|여러|여러가지|몇)(?:\s|$)")
# Behind such a word the noun is among so many: "여러 가지 생리적 반응".
NEAR = 3
_MAY_BE = expression(
    r"(?:(?:수\s있|[이가]\s있|나뉜|나눌)(?:다|습니다|음|어요)?|[이가]\s(?:나타난|생긴|존재한|일어난)다)\.?$"
)


def only_tells(plain: str) -> bool:
    """Whether a sentence only says that there are several: "여러 방법으로 막을 수 있다"."""
    return bool(_SEVERAL.search(plain) and _MAY_BE.search(plain.strip()))


def is_told(noun: str, plain: str) -> bool:
    """Whether a sentence says that there are several of this: "여러 가지 반응이 나타난다"."""
    called = {f"{noun}{several}{particle}" for several in ("", "들") for particle in "이가"}
    behind = (plain[hit.end() :].split()[:NEAR] for hit in _SEVERAL.finditer(plain))
    return any(not called.isdisjoint(near) for near in behind)
