"""A name, and how it is reckoned from others: `속력 = 거리 / 시간`."""

from __future__ import annotations

from deckbuilder.korean import lists, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.pairs.naming import may_name, open_brackets
from deckbuilder.korean.shapes import HANGUL, LONGEST_TERM, compact, is_name, is_term
from deckbuilder.model import Text
from deckbuilder.regular import any_of, expression

_EQUALS = expression(r"(?<=[^\s=<>!+*/-])\s?=\s(?!=)")
_OPERATOR = expression(r"\s[-+*/x]\s|\s?[×÷]\s?")
_BRACKETS = expression(r"[()\[\]{}]")
_NUMBER = expression(r"\d[\d,.]*%?")
# A number of something: "9시", "과제 20점"; and what is said of a name: "물가에서 쉼".
_SAID = expression(r"\d\s?[가-힣]|[가-힣](?:에서|에게|에|을|를)\s")
# "교수 / 학생", "준비 + 연습" end as measures do, and are none.
_MEASURES = words.MEASURES - {"수", "양"} | lists.as_set("""
    가격 값 금리 매출 면적 물가 밑변 부채 비용 소득 소비 속력 손실 압력 에너지 원가 이익 이자 임금
    자본 자산 저축 저항 전류 전압 주가 지출 채권 투자 평균 힘
    """)
_MEASURE = any_of(
    {
        "물길의 수": r"(?<![가교국료선장필향호])수$",
        "질량비": r"(?<![나담신수장제준])비$",
        "유량": r"(?<![교기역차])량$",
        "효율": r"(?<![규운음자])율$",
        "확률": r"(?<!법)률$",
        "금액": r"(?<![수용점체타혈])액$",
        "속력": rf"(?:{lists.either(sorted(_MEASURES))})$",
    }
)
# A word in Hangul or an abbreviation is a name; what else there is in Latin may be a program's.
_WORDED = expression(r"[가-힣]{2}|^[A-Z]{2,}$")


def split_reckoned(text: Text) -> tuple[Text, Text] | None:
    """A line `이름 = 식`, whose name is no sum itself."""
    plain = text.plain
    equals = _EQUALS.search(plain) if plain.count("=") == 1 else None
    if equals is None or text.is_inside(equals.start(), "math"):
        return None
    label, behind = text.cut(0, equals.start()), text.cut(equals.end())
    named = _is_named(label.plain) and is_reckoned(label.plain, behind.plain)
    return (label, behind) if named else None


def _is_named(plain: str) -> bool:
    bare = GLOSS.sub("", plain).strip()
    worded = _WORDED.search(bare) or bare != plain.strip()
    return bool(worded) and ":" not in plain and is_term(plain) and may_name(plain)


def is_reckoned(name: str, plain: str) -> bool:
    """Whether a text is an expression of names and numbers alone, and none of them is this one.

    A dash, a stroke and a plus join other things, too: "서울 - 부산", "원고 / 피고", "연필 + 자".
    """
    every = [
        " ".join(_BRACKETS.sub(" ", one).split()) for one in _OPERATOR.split(plain.strip(" ."))
    ]
    if len(every) == 1 or open_brackets(plain):
        return False
    names = [one for one in every if not _NUMBER.fullmatch(one)]
    signs = {found.strip() for found in _OPERATOR.findall(plain)}
    sound = all(map(_is_operand, names)) and compact(name) not in map(compact, names)
    return sound and any(map(HANGUL.search, names)) and _is_of_measures(name, names, signs)


def _is_operand(plain: str) -> bool:
    return is_name(plain) and len(plain) <= LONGEST_TERM and not _SAID.search(f"{plain} ")


def _is_of_measures(name: str, names: list[str], signs: set[str]) -> bool:
    """Whether these signs reckon: those that only do so, or measures stand beside the others."""
    measured = [bool(_MEASURE.search(one)) for one in names]
    if signs & {"×", "÷", "*", "x"}:
        return True
    if "-" in signs:
        return all(measured)
    return any(measured) or (signs == {"+"} and bool(_MEASURE.search(GLOSS.sub("", name).strip())))
