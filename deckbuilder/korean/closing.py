"""A clause that another one follows, "… 밝히는 반면 …", as a sentence of its own: "… 밝힌다".

Only where its end tells what its last word is: 하고 may stand behind what is so (중요하고) or is
done (처리하고), and what somebody has done looks like what something is like (정한, 편한).
"""

from __future__ import annotations

from functools import lru_cache

from deckbuilder.model import Run, Text
from deckbuilder.regular import expression

# What a thing is like: behind these stems stands 하다.
_LIKE = (
    "가능 불가능 간단 간편 강 강력 견고 고유 균일 느슨 다양 단단 단순 동등 동일 명확 미미 민감 "
    "복잡 부족 불리 비슷 빈번 상이 선명 안전 약 엄격 완만 완전 불완전 용이 우수 우월 유리 유사 "
    "유연 유용 일정 저렴 적당 적합 정확 중요 충분 취약 편리 평평 풍부 필요 확실 활발 희박"
)
# What stands in front of a noun, and the stem of its own.
_QUALITIES = dict(
    pair.split("/")
    for pair in (
        "많은/많 적은/적 높은/높 낮은/낮 좋은/좋 나쁜/나쁘 큰/크 작은/작 빠른/빠르 느린/느리 "
        "같은/같 다른/다르 쉬운/쉽 어려운/어렵 가까운/가깝 먼/멀 긴/길 짧은/짧 넓은/넓 좁은/좁 "
        "밝은/밝 어두운/어둡 무거운/무겁 가벼운/가볍 깊은/깊 얕은/얕 두꺼운/두껍 얇은/얇 "
        "뜨거운/뜨겁 차가운/차갑 굵은/굵"
    ).split()
)
_STEMS = frozenset(_QUALITIES.values())
_AND = r"(?:으?[며나]|고|지만)"
_LAST = expression(r"(?P<word>\S+?)[,\s]*$")
_GOES_ON = expression(rf"(?P<stem>.+?){_AND}")
_ADNOMINAL = expression(r"(?P<stem>.+)는")
_PAST = expression(r"(?P<stem>.+)던")
# 덮이고 and 줄이고 have no copula: these syllables stand in front of a verb's own 이.
_VERBS = "깎꺾꼬기끓녹놓높덮들먹모묶벌보붙섞속숙쌓쓰울죽줄직트파"
_COPULA = expression(rf"(?P<noun>.*[^{_VERBS}])(?:이{_AND}|인)")
_LIKE_IT = expression(rf"(?P<stem>{'|'.join(_LIKE.split())})(?:한|하{_AND})")
# A deed has an object, or gives a name.
_DOES = expression(rf"(?P<stem>\S*)하{_AND}")
_DONE = expression(rf"(?:라고|[을를])\s(?:\S+\s)?{_DOES.pattern}[,\s]*$")
# Finals, by their number in a syllable: none; ㄴ; those of 없 and of 있, 했, 겠.
_SYLLABLES, _FINALS, _NONE, _N, _SO = 0xAC00, 28, 0, 4, (18, 20)


def closed(clause: Text) -> Text:
    """A clause as a sentence; as it is where its end tells too little."""
    last = _LAST.search(clause.plain)
    if last is None:
        return clause
    word = last["word"]
    plain = _deed(word) if _DONE.search(clause.plain) else _closed(word)
    span = last.start(), len(clause.plain)
    return clause.replaced([(*span, Run(f"{plain}."))]) if plain else clause


def forms(word: str) -> tuple[str, ...]:
    """What the last word of a clause may be in a sentence of its own."""
    return tuple(filter(None, (_closed(word), _deed(word))))


def _deed(word: str) -> str:
    found = _DOES.fullmatch(word)
    return f"{found['stem']}한다" if found else ""


@lru_cache(maxsize=1 << 12)  # for speed only: what is shown is compared with what was written
def _closed(word: str) -> str:
    """The last word of a clause as that of a sentence: 밝힌다 for 밝히는, 이다 for 이고."""
    if word in _QUALITIES:
        return f"{_QUALITIES[word]}다"
    if found := _LIKE_IT.fullmatch(word):
        return f"{found['stem']}하다"
    if found := _COPULA.fullmatch(word):
        return f"{found['noun']}이다"
    if found := _ADNOMINAL.fullmatch(word):
        return _present(found["stem"])
    found = _GOES_ON.fullmatch(word) or _PAST.fullmatch(word)
    stem = found["stem"] if found else ""
    if stem in _STEMS or (stem and _final(stem) in _SO):
        return f"{stem}다"
    return f"{stem[:-1]}된다" if stem.endswith("되") else ""


def _present(stem: str) -> str:
    """What is done now: 준다 of 주-, 얻는다 of 얻-, 있다 of 있-; nothing of what is no Hangul."""
    last = _final(stem)
    if last in _SO:
        return f"{stem}다"
    if last == _NONE:
        return f"{stem[:-1]}{chr(ord(stem[-1]) + _N)}다"
    return f"{stem}는다" if last > _NONE else ""


def _final(stem: str) -> int:
    """The final of the last syllable, by its number; -1 where that is none of Hangul."""
    return (ord(stem[-1]) - _SYLLABLES) % _FINALS if "가" <= stem[-1] <= "힣" else -1
