"""Names that tell where something stands: the sections of a paper, what a figure shows."""

from __future__ import annotations

import re

from deckbuilder.korean.numbering import clean

# "Experimental Setup", "Experiments and Result 2", "물길의 Experiment 3 result", "Prior research".
_OF_PAPER = re.compile(
    r"(?:.+의\s)?(?:additional\s)?(?:experiments?|experimental)(?:\s\d[\d, ]*)?"
    r"(?:\s(?:(?:and|&)\s)?(?:results?|setups?|settings?|details?|environments?))?(?:\s\d+)?"
    r"|(?-i:R)esults?(?:\s(?:and|&)\s(?:discussions?|analysis))?(?:\s\d+)?"
    r"|(?:prior|previous|related|existing)\s(?:research(?:es)?|works?|stud(?:y|ies)|literature)"
    r"|(?:implementation|training)\sdetails?|acknowledge?ments?"
    r"|contributions?",
    re.IGNORECASE,
)
# What a summary of papers asks of each: "무엇을 했나", "왜 눈여겨볼 만한가".
_OF_SUMMARY = re.compile(
    r"(?:무엇을|뭘)\s(?:했|발견했|제안했|밝혔|보였|알아냈)(?:나|는가|을까)\??"
    r"|왜\s(?:눈여겨볼|주목할|읽을|볼|읽어볼)\s?만(?:한가|할까|하나)\??"
)
# "연구 결과", "실험 환경", "선행 연구".
_OF_STUDY = re.compile(
    r"(?:선행|관련|기존)\s?연구|연구\s?(?:결과|배경|목적|내용|의의|동기|설계)"
    r"|실험\s?(?:결과|설정|환경|세팅|셋팅|개요|장비|장치)"
)
# A study that a note calls by its name has results of its own: "거울 실험".
_STUDY = re.compile(r"\S\s?(?:실험|연구|조사)(?:\s?\(.*\))?$")
# "파란 박스", "노란색 글씨", "그림 I-2-27"; but "검은 상자", "적선".
_COLOUR = (
    r"(?:(?:파란|빨간|노란|초록|주황|보라|분홍|하늘|연두|붉은|푸른|검은|검정)(?:색|빛)?"
    r"|(?:남|갈|녹|청|적|흰|흑|백)색)"
)
_IN_FIGURE = re.compile(
    rf"{_COLOUR}\s?(?:글씨|글자|텍스트|박스|네모|네모칸|사각형|화살표|동그라미|밑줄|형광펜|부분|표시|선"
    r"|막대|곡선|그래프)들?"
    r"|(?:그림|표|사진|도표|figure|fig\.?|table)\s?(?-i:[IVX]+|[A-Z])(?:[-.]\d+)+",
    re.IGNORECASE,
)


def is_of_paper(name: str, above: str = "") -> bool:
    """Whether a name is that of a paper's section, and not what a named study (`above`) found."""
    bare = clean(name)
    told = _STUDY.search(clean(above)) and not _OF_STUDY.fullmatch(clean(above))
    found = _OF_PAPER.fullmatch(bare) or _OF_SUMMARY.fullmatch(bare)
    return bool(found or (_OF_STUDY.fullmatch(bare) and not told))


def is_in_figure(name: str) -> bool:
    """Whether a name points at what a figure, or the note itself, shows in a colour."""
    return bool(_IN_FIGURE.fullmatch(clean(name)))
