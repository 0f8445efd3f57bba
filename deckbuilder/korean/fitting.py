"""The question that fits what a note tells of a thing: what it is, who, when, what it does.

It follows from the first sentence of the answer, the label above, or the last word of the name; in
a table from the head of the column (`columns`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from deckbuilder.korean import (
    definitions,
    endings,
    figures,
    names,
    no_terms,
    people,
    predicates,
    series,
    shapes,
    words,
)
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.josa import with_particle
from deckbuilder.korean.particles import OBJECT
from deckbuilder.korean.predicates import ADNOMINAL
from deckbuilder.regular import expression

WHO, WHEN, WHERE, WHAT = "누구인가요?", "언제인가요?", "어디인가요?", "무엇인가요?"


class Question(NamedTuple):
    """What follows a name: the pair of particles, if any, and the question."""

    particle: str
    text: str


WHAT_IS = Question("이란/란", WHAT)
HOW = Question("은/는", "어떻게 하나요?")
TELL = Question("", "에 대해 설명해 보세요.")
TELL_DEED = Question("", "하는 것에 대해 설명해 보세요.")
HOLDS = Question("", "에는 무엇이 있나요?")
BECOMES = Question("", "에는 어떻게 되나요?")
FOLLOWS = Question("", " 어떻게 되나요?")
IN_CASE = Question("", "일 때에는 어떻게 되나요?")
MEANS = Question("", "의 뜻은 무엇인가요?")
FORMULA = Question("", "의 식은 무엇인가요?")
HAPPENED = Question("", "에는 무슨 일이 있었나요?")
HOW_LONG = Question("", "의 시간 복잡도는 무엇인가요?")

# "포트 연결", "새 이름 만들기": how it is done is asked for, where the note tells that.
DEED = expression(rf"(?:{'|'.join(sorted(no_terms.DEEDS))}|[가-힣](?:하|들|쓰|보|우|리|기)기)$")
# What is done, and to what: "물을 막는다", "나무판을 들어 올리기"; not "흰 나무판 두 장".
ACTS = expression(rf"{OBJECT}\s+\S")
# "채권 비율을 산정": so is this, and needs its verb; "흙을 모두 논으로 이동": between stands how.
_HOW = rf"(?:\S+(?:으?로|에|에서|게|히)|{'|'.join(no_terms.HOW_DONE)})"
_BY = r"(?:[가-힣]으로|[A-Za-z\d]\s?로)"  # 경로 is a noun
DONE_TO = expression(
    rf"(?:{OBJECT}\s(?:{_HOW}\s){{0,2}}|{_BY}\s)(?:{'|'.join(sorted(no_terms.DONE_TO))})$"
)
# "O(n)", "평균 O(1), 최악 O(n)": how long something takes.
ORDER = expression(
    r"(?:(?:평균|최악|최선)?\s?[:은]?\s?[OΘΩ]\([^()]*(?:\([^()]*\)[^()]*)?\)[,/\s]*){1,3}"
)
# "모내기에 활용": where it is used, and not what it does ("물을 푸는 데 사용").
_IS_USED = expression(
    r"(?:(?![을를]\s).)*[가-힣](?:에|데|때|에서)\s(?:\S+\s)?(?:사용|이용|활용|적용)\.?"
)
_WHEN = expression(rf"\S\s\S*[{names.GOES_ON}는던한된]\s때\.?$")


class Told(NamedTuple):
    """What a note tells of a name."""

    name: str
    aliases: Sequence[str] = ()
    above: str = ""
    """The label that stands right above, or the head of the names' column."""
    said: str = ""
    """The first sentence of the answer, or its items."""
    alone: bool = True
    """Whether no more is said."""
    formula: bool = False
    """Whether nothing but formulas is said."""


def fitting(told: Told) -> Question:
    """The question about a thing that an answer fits."""
    name, said = told.name, told.said
    if figures.YEAR.fullmatch(name):
        return HAPPENED
    if asks := _of_each(told) or _by_figures(told):
        return asks
    among = people.are_people(told.above)
    if said and people.tells_who(name, told.aliases, said, among=among):
        return Question("은/는", WHO)
    if is_side(name, said):
        return side(name)
    if said and definitions.tells_what(name, said):
        return WHAT_IS
    return _untold(name, said, told.above)


# "반환값 여부", "무게": what a label tells of each thing beneath it, and no such thing is one.
_WHETHER = expression(r"(?:여부|유무)$")
_MEASURED = (words.MEASURES - {"값", "수", "양", "시기", "정도", "등급"}) | frozenset(
    "용량 복잡도 시간복잡도 공간복잡도 비용 가격 요금 수명 개수 갯수 길이 두께 지름".split()
)
_MOST_OF_EACH = 2


def is_of_each(label: str) -> bool:
    """Whether a label asks of each thing beneath it how much, or whether: "무게", "반환값 여부"."""
    *before, last = label.split() or [""]
    asks = last in _MEASURED or _WHETHER.search(last)
    return bool(asks) and len(before) < _MOST_OF_EACH and "의 " not in label


def _of_each(told: Told) -> Question | None:
    """The question for what the label above asks of each thing: "둑의 높이는 얼마인가요?"."""
    above = GLOSS.sub("", told.above).strip()
    if not is_of_each(above):
        return None
    *_, last = above.split()
    if shapes.compact(last) in shapes.compact(told.name) or told.name.endswith(tuple(_MEASURED)):
        return None
    asked = f"의 {with_particle(above, '은/는')}"
    if _WHETHER.search(above) and _IS_THERE.match(told.said):
        return Question("", f"{asked} 어떻게 되나요?")
    measured = figures.is_quantity(told.said) or ORDER.fullmatch(told.said)
    return Question("", f"{asked} 얼마인가요?") if measured else None


def _by_figures(told: Told) -> Question | None:
    """The question for an answer that is nothing but a figure or formulas."""
    if told.alone and (asks := figure(told.said)):
        return asks
    if told.formula and "=" in told.said and not endings.CASE.search(f"{told.name} "):
        return side(told.name) if told.name.endswith("식") else FORMULA
    return None


def _untold(name: str, said: str, above: str) -> Question:
    """The question where a note does not say what a name stands for."""
    if any(hit.fullmatch(name) for _, hit in ASKS):
        return side(name)  # "장소" below "산업 혁명"
    if DEED.search(name) and said and not ORDER.fullmatch(said):
        told = (
            predicates.has_verb(said) or ACTS.search(said) or not shapes.HANGUL.search(said)
        )  # "ctrl + h"
        if told:
            return HOW
        return HOLDS if series.are_names(said) else TELL
    last = name.split()[-1:]
    of_trait = said and (TRAITS | {"방법"}).issuperset(last)
    otherwise = side(name) if of_trait else _below(above)
    return (said and _by_what_is_told(said)) or otherwise


def _by_what_is_told(said: str) -> Question | None:
    """The question that what is told of a thing fits, where it does not say what that is."""
    if ORDER.fullmatch(said):
        return HOW_LONG
    if series.are_names(said):
        return HOLDS
    told = predicates.has_verb(said) or _IS_USED.fullmatch(said) or _WHEN.search(said)
    return TELL if told or _is_state(said) or _is_saying(said) else None


# "있음, 물을 가둔다": so is a thing; but "가능 수심의 범위" tells what it is.
_IS_THERE = expression(r"(?:있음|없음|가능|불가능|필요|불필요)(?:[.,;]|\s?[(\[→]|\s[-–—]\s|$)")
_IN_PIECES = expression(r"[,;]\s")  # "둑에 쓰는 흙, 쉽게 마름 가능" tells what it is
_QUOTED = expression(r"(?:\"([^\"]+)\"|“([^”]+)”|'([^']+)'|‘([^’]+)’)\.?")


def _is_state(said: str) -> bool:
    """Whether an answer tells what is so of a thing: "무거운 짐에 적합", "없음"."""
    *before, last = said.rstrip(".").split() or [""]
    alone = bool(before) and not _IN_PIECES.search(said)
    return bool(_IS_THERE.match(said)) or (alone and last in words.STATES)


def _is_saying(said: str) -> bool:
    """Whether an answer is what somebody says: "“물은 위로 흐르지 않는다”"; not "“깊은 물”"."""
    quoted = _QUOTED.fullmatch(said)
    return quoted is not None and predicates.has_verb(quoted[quoted.lastindex or 0])


# "도입의", "얻을 수 있는"; not 시스템적.
_DESCRIBES = expression(rf"(?:의|{ADNOMINAL})(?<!적)$")


def _below(above: str) -> Question:
    """The question about a name below a label, where nothing else says which one fits."""
    *owner, last = GLOSS.sub("", above).lower().split() or [""]
    if owner and not (_DESCRIBES.search(owner[-1]) or ACTS.search(above)):
        return WHAT_IS  # "광전 효과" is a term
    if last in words.ONE_OF:
        return Question("은/는", f"어떤 {last}인가요?")
    return TELL if last in words.TOLD_OF else WHAT_IS


def figure(said: str) -> Question | None:
    """The question for an answer that is nothing but a date or a quantity."""
    if figures.is_date(said):
        return Question("은/는", WHEN)
    if figures.is_share(said):
        return Question("은/는", "어느 정도인가요?")
    return Question("은/는", "얼마인가요?") if figures.is_quantity(said) else None


# --- names that say which side of a thing is told -------------------------------------------------

# Behind a noun they say so, and name no thing: "구심력 공식". (Of 구조, 관계 the answer decides.)
SIDES = frozenset(
    """
    공식 계산식 관계식 반응식 화학식 값 위치 시기 연도 년도 날짜 기간 결과 배경 목적 원인 순서 과정
    """.split()
)
# What a thing has; but "보존의 법칙", "정의의 원칙" are things themselves.
TRAITS = (words.WEAK_SETS | no_terms.OF_ABOVE | no_terms.OF_A_THING | {"상태"}) - frozenset(
    "법칙 원리 규칙 모델 모형 기법 수법 체계 현상 효과 주기 사이클 프로세스 방식 방법 선언".split()
)
COPULA = expression(r"(?:이다|다|입니다|임)?\.?$")
# What asks for a side, by the end of its noun.
ASKS = (
    (WHO, expression(r"(?:저자|작가|지은이|글쓴이|발견자|발명자|창시자|설립자|주인공|사람|인물)$")),
    (WHEN, expression(r"(?:시기|연도|년도|날짜|일시|때)$")),
    (WHERE, expression(r"(?:위치|장소|소재지|원산지|서식지|발생지|수도|곳)$")),
)


# "만든 사람", "나는 곳": a noun that a clause describes.
_OF_CLAUSE = ("일", "것", "역할", "사람", "곳", "때", "이유", "까닭")
CLAUSE = expression(rf"(?<!\S)(?P<verb>\S*(?:{ADNOMINAL}))\s(?P<noun>{'|'.join(_OF_CLAUSE)})$")


# "조선의 수도: 한양", "가장 긴 강: 나일강", "기본 포트 번호: 80": one word that is the one meant.
_NAMED = expression(r"[^\s.,]{1,20}\.?")
_ONLY = frozenset("가장 최초의 기본 초대".split())


def is_side(name: str, said: str) -> bool:
    """Whether a name says which side of a thing is told: "구심력 공식", "조선의 수도".

    Not where the answer says that it is such a thing itself: "결정적 시기: … 하는 시기이다".
    """
    *owner, last = name.split() or [""]
    if not owner:
        return False
    of = owner[-1].endswith("의")
    asks = any(hit.search(last) for _, hit in ASKS)
    named = _NAMED.fullmatch(said) and not predicates.has_verb(said)
    one = named and (asks or any(word.endswith("의") or word in _ONLY for word in owner))
    told = one or (asks and of) or (last in _OF_CLAUSE and CLAUSE.search(name))
    if last not in SIDES and not told:
        return False
    return f" {last}" not in said or not COPULA.sub("", said).endswith(f" {last}")


def side(name: str) -> Question:
    """The question for the side of a thing that a name speaks of."""
    *_, last = name.split() or [""]
    who = WHO if people.are_people(last) else WHAT  # "조선의 제4대 왕"
    return Question("은/는", next((asks for asks, hit in ASKS if hit.search(last)), who))
