"""Answers that are nothing but a date or a quantity: "1919년 3월 1일", "약 30만 km"."""

from __future__ import annotations

from deckbuilder.korean import lists
from deckbuilder.regular import any_of, expression

# "기원전 108년", "1919년 3월", "1990년대 말", "15세기": what has happened then is asked for.
YEAR = expression(
    r"(?:기원전|서기|약)?\s?(?:\d{1,4}년(?:대|\s?\d{1,2}월(?:\s?\d{1,2}일)?)?|\d{1,2}세기)"
    r"(?:\s?(?:초|초반|전반|중반|중엽|후반|말|말엽)|경)?"
)

# Heads of a column of years; below them "1894" is 1894년.
_OF_YEARS = frozenset("년 년도 연도 해 시기 연대".split())
_BARE_YEAR = expression(r"[12]?\d{3}")

# "5년" is a time that passes; a year has three digits, or its era, or a month.
_PART = r"(?:\s?(?:초|초반|전반|중반|후반|말))"
_YEAR = rf"(?:(?:기원전|서기|BC|AD)\s?\d{{1,4}}년?|\d{{3,4}}년?)대?{_PART}?"
_DAY = any_of(
    {
        "1919년 3월 1일": rf"(?:{_YEAR}\s?)?\d{{1,2}}월(?:\s?\d{{1,2}}일)?",
        "15세기 말": rf"\d{{1,2}}세기{_PART}?",
        "1919.3.1": r"\d{4}[.-]\s?\d{1,2}[.-]\s?\d{1,2}\.?",
    }
).pattern
_ONE = rf"(?:{_DAY}|{_YEAR})"
_TO = r"\s?(?:[~∼–-]|부터)\s?"
_DATE = expression(
    rf"(?:(?:약|매년|음력|양력)\s?)?{_ONE}(?:{_TO}(?:{_ONE}|\d{{1,4}}년?))?(?:경|께|쯤|부터|까지)?"
    r"(?:\s?\([^()]*\))?(?:이다|입니다)?\.?"
)
# Letters that stand for a measure; "4K", "3A" are names.
_LETTERS = r"(?:mHg|Hz|eV|cal|Pa|mol|bps|bits?|[mgLlsVWJNΩ]|(?<=\s)[BAKC]|(?<=[kKMGT])[Bb])"
_UNITS = lists.as_list("""
    %p % 퍼센트포인트 퍼센트 °C ℃ ℉ °F ° 도 명 개 배 원 달러 유로 초 분 시간 일 주 개월 달 년
    살 세 회 톤 리터 기압 헤르츠 비트 바이트 칼로리
    """)
_UNIT = any_of(
    {
        "개": lists.either(_UNITS),
        "킬로미터": r"(?:킬로|센티|밀리|나노)?미터",
        "밀리그램": r"(?:킬로|밀리)?그램",
        "cmH₂O": r"cmH[₂2]O",
        "mg/dL": rf"[kKMGTcmμnd]?{_LETTERS}(?:[/·](?:[kcmd]?[mgLlsCKh]|mol|min)[²³]?)?[²³]?",
    }
).pattern
_NUMBER = r"[-−+]?\d[\d,]*(?:\.\d+)?"
_POWER = r"(?:\s?[×x*]\s?10(?:\^\{?[-−]?\d+\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))"
_ABOUT = r"(?:(?:약|대략|최대|최소|초속|시속|섭씨|하루|평균)\s?){0,2}"
_MORE = r"(?:\s?(?:이상|이하|미만|초과|정도|내외|이내))?(?:이다|입니다)?\.?"
_OF_UNIT = (
    rf"{_ABOUT}{_NUMBER}(?:\s?[~∼–-]\s?{_NUMBER})?{_POWER}?\s?(?:[백천만억조]\s?)?"
    rf"(?:{_UNIT}){_MORE}"
)
# Without a unit, "8080" may be a name; what is about so much, or at most, is none.
_QUANTITY = any_of(
    {
        "약 30만 km": _OF_UNIT,
        "약 8080": rf"(?:약|대략)\s{_NUMBER}{_POWER}?{_MORE}",
        "6×10^23": rf"{_NUMBER}{_POWER}{_MORE}",
        "7.35~7.45": r"\d+\.\d+\s?[~∼–-]\s?\d+\.\d+",
        "1.5(비가 오면 2) 이상": r"\d[\d,]*(?:\.\d+)?(?:\s?\([^()]*\))?\s?"
        r"(?:이상|이하|미만|초과)",
    }
)
# "빗물의 99 % 이상", "1분에 2~4회": so much of something, or in some time.
_SHARE = expression(rf"(?:[가-힣A-Za-z]+(?:의|당|보다)|\d+\s?[가-힣]+에)\s{_OF_UNIT}")


# Without any of these, "100~200" are two numbers.
_OF_TIME = expression(r"[년월]|세기|기원전|BC|AD|\d{4}[.-]\s?\d{1,2}[.-]")
_DIGIT = expression(r"\d")
# For speed only: no date and no quantity is as long.
_LONGEST = 60


def is_year_of(head: str, name: str) -> bool:
    """Whether a name in a column with this head is a year, written without 년."""
    return head.strip() in _OF_YEARS and bool(_BARE_YEAR.fullmatch(name.strip()))


def is_date(said: str) -> bool:
    """Whether an answer is nothing but a date, or from one to another."""
    plain = said.strip()
    short = len(plain) <= _LONGEST and _DIGIT.search(plain) and _OF_TIME.search(plain)
    return bool(short and _DATE.fullmatch(plain))


def is_quantity(said: str) -> bool:
    """Whether an answer is nothing but a number and its unit."""
    plain = said.strip()
    short = len(plain) <= _LONGEST and _DIGIT.search(plain)
    return bool(short and _QUANTITY.fullmatch(plain))


def is_share(said: str) -> bool:
    """Whether an answer is nothing but how much of something, or how often in some time."""
    plain = said.strip()
    return len(plain) <= _LONGEST and bool(_SHARE.fullmatch(plain))


def mostly(text: str) -> bool:
    """Whether a text has more digits than letters: "0.47, 24 %", and nobody knows it by heart."""
    digits = sum(map(str.isdigit, text))
    return digits > 0 and digits > sum(map(str.isalpha, text))
