"""Names that tell where something stands: a date, a number, a paper's section, a figure."""

from __future__ import annotations

import re

from deckbuilder.korean import no_terms
from deckbuilder.korean.numbering import clean
from deckbuilder.regular import any_of, expression

_DATES = {
    "10월 17일": r"\d{1,2}\s?월\s?\d{1,2}\s?일",
    "7/16 (수)": r"\d{1,2}[/-]\d{1,2}(?:\s?\([월화수목금토일]\))?",
    "4.7 월": r"(?:\S+\s)?\d{1,2}\.\s?\d{1,2}\.?\s?\(?[월화수목금토일]\)?",
    "20190527": r"(?:19|20)?\d{2}[-./]?[01]\d[-./]?[0-3]\d(?:\D.*)?",
    "04.17의 물길": r"[01]\d\.[0-3]\d(?:의\s.+)?",
    "2019년 5월 27일 물길": r"(?:1[6-9]|20)\d\d년\s\d\d?월\s\d\d?일\s.+",
}
_IN_TURN = {
    "Week 3, Tue": r"(?:day|week|part|step|chapter|lesson|lecture|session|ex|example|experiment"
    r"|case|problem|question|q)\s?[_#.-]?\s?\d+(?:,?\s(?:mon|tue|wed|thu|fri|sat|sun)\w*)?",
    "third": r"first|second|third|fourth|fifth|finally",
    "3주차": r"\d{1,3}\s?(?:주차|일차|회차|교시|강|번|번째)(?:\s\S+)?",
    "첫 번째 접근": r"(?:첫|두|세|네|다섯)\s?(?:번째|째)(?:\s\S+)?",
    "부록 A": r"(?:부록|appendix)\s?[A-Z\d]{0,2}",
    "JS_01": r"[A-Za-z]+_\d+",
    "7": r"\d{1,3}",
    "tree.md": r"\S+\.(?:md|markdown|ipynb|pdf|pptx?|mp4)",
    "기말고사 범위": r"(?:중간|기말)\s?(?:고사|시험)(?:\s(?:일정|범위)(?:\s\S+)?)?",
}
_PARTS = "|".join(sorted(no_terms.NUMBERED_PARTS))
_NUMBERED = {
    "따름정리 3.1": rf"(?:(?-i:[가-힣]+)\s)?(?:(?:{_PARTS})\s?[\d.]+의\s)*(?:{_PARTS})"
    rf"(?:[-–](?:{_PARTS}))?"
    r"\s?#?(?:\d+(?:[-–~.]\d+)*|(?-i:[A-H]))",
    "물길의 참고": r".+의\s참고\s?\d{0,2}",
}
# In a film, in a book; where something was written, and what is read; an entry of a chronicle.
_ELSEWHERE = {
    "1:20:07": r"\d{1,2}(?::[0-5]\d){1,2}",
    "p.313~": r"p{1,2}\.?\s?\d{1,4}(?:\s?[~-])?",
    "62쪽": r"\d{1,4}쪽",
    "『어느 책』, 처음부터 2장": r".*[』」》],?\s"
    r"(?:처음부터.*|.*까지|(?:제?\s?\d+\s?[장절부권]|p{1,2}\.?\s?\d).*)",
    "1483:둑을 쌓음": r"\d{3,4}(?:/\d\d)?:\S.*",
    "그림 I-2-27": r"(?:그림|표|사진|도표|figure|fig\.?|table)\s?"
    r"(?-i:[IVX]+|[A-Z])(?:[-.]\d+)+",
    "144-145": r"(?:p{1,2}\.?\s?)?\d{1,4}\s?[-–~]\s?\d{1,4}(?:쪽|p\.?)?",
    "『어느 잡지』 6호, 1935년 10월": r"(?:.*[,』」》]\s?|.*\d[권호],?\s)(?:1[6-9]|20)\d\d"
    r"(?:\.\s?\d\d?\.?(?:\s?\d\d?\.?)?|년\s?\d\d?월.*)",
}
_PLACE = any_of(_DATES | _IN_TURN | _NUMBERED | _ELSEWHERE, re.IGNORECASE)
# What no name has that is no such place.
_MAY_BE_PLACE = expression(r"[\da-z째록고사험』」》]", re.I)
# "2단계", "물길 잇기의 2단계", "1894년".
_STAGE = expression(r"(?:.+의\s)?제?\s?\d{1,2}\s?단계|(?:1\d|20)\d\d년?")
_OF_PAPER = any_of(
    {
        "Experiments and Result 2": r"(?:.+의\s)?(?:additional\s)?(?:experiments?|experimental)"
        r"(?:\s\d[\d, ]*)?"
        r"(?:\s(?:(?:and|&)\s)?(?:results?|setups?|settings?|details?|environments?))?(?:\s\d+)?",
        "Results and Discussion": r"(?-i:R)esults?(?:\s(?:and|&)\s(?:discussions?|analysis))?"
        r"(?:\s\d+)?",
        "Prior research": r"(?:prior|previous|related|existing)\s"
        r"(?:research(?:es)?|works?|stud(?:y|ies)|literature)",
        "Training Details": r"(?:implementation|training)\sdetails?",
        "Acknowledgements": r"acknowledge?ments?",
        "Contributions": r"contributions?",
    },
    re.IGNORECASE,
)
# What a summary of papers asks of each: "무엇을 했나", "왜 눈여겨볼 만한가".
_OF_SUMMARY = expression(
    r"(?:무엇을|뭘)\s(?:했|발견했|제안했|밝혔|보였|알아냈)(?:나|는가|을까)\??"
    r"|왜\s(?:눈여겨볼|주목할|읽을|볼|읽어볼)\s?만(?:한가|할까|하나)\??"
)
# A study has its results ("연구 결과").
_OF_STUDY = any_of(
    {
        "선행 연구": r"(?:선행|관련|기존)\s?연구",
        "연구 배경": r"연구\s?(?:배경|목적|내용|의의|동기|설계)",
        "실험 환경": r"실험\s?(?:설정|환경|세팅|셋팅|개요|장비|장치)",
    }
)
# A study that a note calls by its name has such parts of its own: "거울 실험".
_STUDY = expression(r"\S\s?(?:실험|연구|조사)(?:\s?\(.*\))?$")
# "파란 박스", "노란색 글씨"; but "검은 사각형" of a painter, "녹색 선" of a wire.
_COLOUR = (
    r"(?:(?:파란|빨간|노란|초록|주황|보라|분홍|하늘|연두|붉은|푸른|검은|검정)(?:색|빛)?"
    r"|(?:남|갈|녹|청|적|흰|흑|백)색)"
)
_IN_FIGURE = expression(rf"{_COLOUR}\s?(?:글씨|글자|텍스트|네모칸|밑줄|형광펜|박스|부분)들?")


def is_place_in_note(name: str) -> bool:
    """Whether a name only tells where something stands: a date, "3주차", "예시 #1"."""
    bare = clean(name)
    return bool(_MAY_BE_PLACE.search(bare) and _PLACE.fullmatch(bare))


def is_of_textbook(name: str) -> bool:
    """Whether a name is but the sort of a theorem: 보조정리, Corollary."""
    return clean(name).replace(" ", "").lower() in no_terms.KINDS_OF_THEOREM


def is_numbered(name: str) -> bool:
    """Whether a name says nothing but which of several something is: "2단계", "사례 3"."""
    return bool(_STAGE.fullmatch(clean(name))) or is_place_in_note(name)


def is_of_paper(name: str, above: str = "") -> bool:
    """Whether a name is that of a paper's section, and not a part of a named study (`above`)."""
    bare = clean(name)
    if not _OF_STUDY.fullmatch(bare):
        return bool(_OF_PAPER.fullmatch(bare) or _OF_SUMMARY.fullmatch(bare))
    study = clean(above)
    return not _STUDY.search(study) or bool(_OF_STUDY.fullmatch(study))


def is_in_figure(name: str) -> bool:
    """Whether a name points at what a figure, or the note itself, shows in a colour."""
    return bool(_IN_FIGURE.fullmatch(clean(name)))
