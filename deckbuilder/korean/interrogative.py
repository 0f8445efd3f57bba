"""A statement that announces or counts what follows, turned into the question for it.

"금속은 두 가지 방법으로 녹인다" asks "금속은 어떤 두 가지 방법으로 녹이나요?".
"""

from __future__ import annotations

from deckbuilder.korean import counted, particles
from deckbuilder.korean.nouns import NOUNS_IN_M
from deckbuilder.korean.stems import ADJECTIVES, VERBS_IN_I, WITH_HADA
from deckbuilder.regular import expression

# "… 방법은 두 가지가 있다": the noun in front of it is asked for.
_COUNTS = expression(
    r"(?<=\S)(?:은|는|에는|으로는|로는)\s(?:다음\s|아래\s|크게\s)?(?:\d|두|세|네|다섯|여섯)\s?가지(?:가|로|이다|다|입니다)?"
    r"(?:\s(?:있다|있습니다|있음|나뉜다|나눈다|나눌 수 있다|나누어 볼 수 있다|구분된다))?\.?$"
)
# "캐시에는 두 가지 특징이 있다": so is the noun behind it.
_THERE_ARE = expression(
    r"(?<=\S)(?:은|는|에는)\s(?:\S+\s)?(?P<noun>(?:\d|두|세|네|다섯|여섯)\s?가지(?:의)?\s\S+)[이가]\s있(?:다|습니다|음)\.?$"
)
_LIKE_THESE = expression(
    r"(?:다음|아래)[와과]\s?같은(?=\s)|(?P<all>다음|아래)(?P<particle>[을를이가])(?=\s)"
)
# Behind other words they are an adverb: "배가 닿은 다음 짐을 …", "물 아래 흙은 …".
_LEADS = r"(?:^|(?<=[은는에게도,]\s)|(?<=려면\s)|(?<=할 때\s))(?:다음|아래)"
_THESE = expression(rf"{_LEADS}의?(?=\s)")
# Nouns that end as a verb does that is made one: "다음과 같은 이유로 도움".
_NOUN = expression(
    rf"(?:^|\s)(?:{'|'.join(sorted(NOUNS_IN_M))}|도움|싸움|다툼|느낌|모임|움직임|걸음|믿음)$"
    r"|[념험점담심범염금템램즘폼]$"
)
_PART = expression(r"[가-힣][을를이가에로]\s")
# In front of a number: "다음의 세 가지", "아래 두 조건".
_BEFORE_NUMBER = expression(rf"(?:(?:(?:다음|아래)(?:[와과]\s?같은|의)|{_LEADS})\s|(?<!\S)총\s)$")
# "물을 기준에 따라 두 가지로 구분", "세 가지 물길이 존재": notes leave out the verb.
_DONE = expression(r"(?:(?:으로|로)\s(?:구분|구성|분류|분리)|(?P<is>[이가]\s존재))$")
# "나루 구조 두 가지가 존재": so do they leave out the particle behind what has them.
_HAS = expression(r"\d?\s?가지(?:\s\S+)?[이가]\s존재$")
_OWNER = expression(
    r"(?:^|\s)(?:[가-힣]{2,}|[가-힣]*[A-Za-z]+)(?<![은는이가을를에서도로의고며인한된할던운른큰긴])"
    r"(?<!크게|흔히|모두|다음|보통|각각|현재|오직|항상|대개|주로|여기|거의|실제)(?<!이처럼|그처럼)\s$"
)
_IS_THERE = expression(r"\s존재$")
_DIVIDED = ("로 나누어짐", "로 나뉨", "로 이루어짐")
_PRONOUN = {"을": "무엇을", "를": "무엇을", "이": "무엇이", "가": "무엇이"}
# The finals of a syllable, in the order of Unicode: those of a verb before 다 and 니다.
_FINALS, _N, _L, _M, _B, _SS, _BS = 28, 4, 8, 16, 17, 20, 18
_FIRST = ord("가")


def counted_at(plain: str) -> tuple[str, str] | None:
    """What a line counts, and the noun that tells what of it, if any; None where it counts nothing.

    "둑에는 두 가지 쓰임이 있다" is of a dam, and of "의 두 가지 쓰임"; of "물을 막는 두 가지 방법이
    있다" the verb goes with the noun.
    """
    if "가지" not in plain:
        return None
    if counts := _COUNTS.search(plain):
        return plain[: counts.start()], ""
    there = _THERE_ARE.search(plain)
    if there is None:
        return None
    end = plain.index(" ", there.start())
    ended = plain[there.start() : end] == "에는" or particles.topics(f"{plain[:end]} ")
    if ended:
        return plain[: there.start()], f"의 {there['noun']}"
    return (plain[:end], f" {there['noun']}") if end + 1 == there.start("noun") else None


def is_noted(plain: str) -> bool:
    """Whether a line counts what is so, without its verb: "물길은 두 가지로 구분"."""
    done = _DONE.search(plain) or plain.endswith(_DIVIDED)
    return bool(done) and counted.first(plain) is not None


def question(plain: str) -> str:
    """The question that such a statement asks; empty where none is made of it."""
    said = plain.rstrip(" .")
    at = counted.first(said)
    if like := _LIKE_THESE.search(said):
        what = _PRONOUN[like["particle"]] if like["all"] else "어떤"
        start, rest = like.start(), f"{what}{said[like.end() :]}"
    elif at is not None:
        bare, rest = _BEFORE_NUMBER.sub("", said[:at]), f"어떤 {said[at:]}"
        if _HAS.search(said, at) and _OWNER.search(bare):
            return f"{bare.rstrip()}에는 {_IS_THERE.sub('', rest)} 있나요?"
        start = len(bare)
    elif these := _THESE.search(said):
        start, rest = these.start(), f"어떤{said[these.end() :]}"
    else:
        return ""
    asked = f"{said[:start]}{rest}"
    if done := _DONE.search(asked):
        return f"{asked}{'하' if done['is'] else '되'}나요?"
    if not said.endswith("다") and not _is_told(rest):
        return ""
    if asked.endswith(("을 포함", "를 포함")):
        return f"{asked}하나요?"
    return _asked(asked)


def _asked(said: str) -> str:
    """A statement with the ending of a question; empty where it ends in no verb or adjective."""
    stem = _stem(said)
    word = stem[stem.rfind(" ") + 1 :]
    if word in ADJECTIVES:
        return f"{stem.removesuffix(word)}{ADJECTIVES[word]}가요?"
    # "…하다" is an adjective whatever it is, as of a verb it would be 한다
    if word.endswith("하") and (said.endswith("하다") or word[:-1].endswith(WITH_HADA)):
        return f"{stem[:-1]}한가요?"
    return f"{stem}나요?" if stem else ""


def _is_told(rest: str) -> bool:
    """Whether what is asked for ends in a verb made a noun: "두 가지 방법으로 녹임"; not 흐름."""
    return bool(_PART.search(rest)) and not _NOUN.search(rest)


def _stem(said: str) -> str:
    """A statement without the ending of its verb or adjective; empty for the copula and others."""
    if said.endswith(("입니다", "이다")):
        return ""
    if said.endswith(("습니다", "는다")):
        return said.removesuffix("습니다").removesuffix("는다")
    if said.endswith("니다"):
        return _without(said.removesuffix("니다"), _B)
    if said.endswith("다"):
        return _plain(said.removesuffix("다"))
    return _noted(said)


def _noted(said: str) -> str:
    """The stem of what ends in -음 or -ㅁ: "배가 있음", "흙이 쌓임"; empty where none is known."""
    if said.endswith("임"):
        return f"{said[:-1]}이" if said[said.rfind(" ") + 1 : -1] in VERBS_IN_I else ""
    if said.endswith("음"):  # 지음 and 들음 are of other stems, 짓 and 듣
        return said[:-1] if _final(said[-2:-1]) not in (0, _L) else ""
    return _without(said, _M)


def _plain(stem: str) -> str:
    """The stem of what ends in -다: of a verb without its -ㄴ-; empty for a verb that has none."""
    if _final(stem[-1:]) == _N:
        return _without(stem, _N)
    is_so = stem.endswith("하") or stem[stem.rfind(" ") + 1 :] in ADJECTIVES
    return stem if is_so or _final(stem[-1:]) in (_SS, _BS) else ""


def _without(stem: str, final: int) -> str:
    """A stem whose last syllable ends in this final, without it."""
    return stem[:-1] + chr(ord(stem[-1]) - final) if _final(stem[-1:]) == final else ""


def _final(syllable: str) -> int:
    return (ord(syllable) - _FIRST) % _FINALS if "가" <= syllable <= "힣" else 0
