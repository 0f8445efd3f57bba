"""A statement that announces or counts what follows, turned into the question for it.

"금속은 두 가지 방법으로 녹인다" asks "금속은 어떤 두 가지 방법으로 녹이나요?".
"""

from __future__ import annotations

from deckbuilder.korean import counted
from deckbuilder.regular import expression

_ANNOUNCED = expression(
    r"(?:다음|아래)(?:[와과]\s?같은|의)?(?=\s)|(?P<all>다음|아래)(?P<particle>[을를이가])(?=\s)"
)
# In front of a number: "다음의 세 가지", "아래 두 조건".
_BELOW = expression(r"(?:다음|아래)(?:[와과]\s?같은|의)?\s$")
_PRONOUN = {"을": "무엇을", "를": "무엇을", "이": "무엇이", "가": "무엇이"}
# The finals of a syllable, in the order of Unicode: those of a verb before 다 and 니다.
_FINALS, _N, _M, _B, _SS, _BS = 28, 4, 16, 17, 20, 18
_FIRST = ord("가")


def question(plain: str) -> str:
    """The question that such a statement asks; empty where none is made of it."""
    said, asked = plain.rstrip(" ."), ""
    found = _ANNOUNCED.search(said)
    if found:
        what = _PRONOUN[found["particle"]] if found["all"] else "어떤"
        asked = f"{said[: found.start()]}{what}{said[found.end() :]}"
    elif (at := counted.first(said)) is not None:
        asked = f"{_BELOW.sub('', said[:at])}어떤 {said[at:]}"
    if asked.endswith("하다"):  # an adjective, as of a verb it would be 한다: 필요하다
        return f"{asked.removesuffix('하다')}한가요?"
    stem = _stem(asked) if asked else ""
    return f"{stem}나요?" if stem else ""


def _stem(said: str) -> str:
    """A statement without the ending of its verb; empty where it ends with none."""
    if said.endswith(("입니다", "이다")):
        return ""
    if said.endswith(("습니다", "는다")):
        return said.removesuffix("습니다").removesuffix("는다")
    if said.endswith("니다"):
        return _without(said.removesuffix("니다"), _B)
    if said.endswith("음") and _final(said[-2:-1]) in (_SS, _BS):
        return said.removesuffix("음")
    if said.endswith("다"):
        stem = said.removesuffix("다")
        return stem if _final(stem[-1:]) in (_SS, _BS) else _without(stem, _N)
    return _without(said, _M)


def _without(stem: str, final: int) -> str:
    """A stem whose last syllable ends in this final, without it."""
    return stem[:-1] + chr(ord(stem[-1]) - final) if _final(stem[-1:]) == final else ""


def _final(syllable: str) -> int:
    return (ord(syllable) - _FIRST) % _FINALS if "가" <= syllable <= "힣" else 0
