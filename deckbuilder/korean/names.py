"""Names that look like terms and are none: deeds, places in a note, exercises, fragments."""

from __future__ import annotations

import re

from deckbuilder.korean import patterns, words
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.shapes import GLOSS

# "설치하기", "댓글 개수 보여주기", "쉘에서 나가기": a deed as a noun, with what it is done to.
_DEED = re.compile(
    r"[가-힣]{2}(?:하|되|시키)기$"
    r"|\S\s[가-힣]*(?:보|주|오|가|내|우|치|들|넣|받|쓰|찾|열|꾸|짓|기|리|두|르|누|추|이)기$"
)
# "Docker 설치", "환경 설정": a noun of something that is done once.
_DONE = re.compile(rf"\S\s?(?:{'|'.join(sorted(words.DONE_ONCE))})$")
# What is typed, clicked, installed.
DOING = re.compile(r"입력|클릭|설치|명령어|커[맨멘]드|버튼|다운로드|터미널")
# What tells a reason.
WHY = re.compile(r"(?:때문|이유)(?:이다|입니다|임|에)?\.?$")
# "10월 17일", "20190527", "Day 2", "3주차", "4번 시도", "첫 번째 접근", "예시 #1", "JS_01".
_PLACE = re.compile(
    r"\d{1,2}\s?월\s?\d{1,2}\s?일"
    r"|(?:19|20)?\d{2}[-./]?[01]\d[-./]?[0-3]\d(?:\D.*)?"
    r"|(?:day|week|part|step|chapter|lesson|ex|example|case|problem|question|q)\s?[_#.-]?\s?\d+"
    r"|\d{1,3}\s?(?:주차|일차|회차|교시|강|번|번째)(?:\s\S+)?"
    r"|(?:첫|두|세|네|다섯)\s?(?:번째|째)(?:\s\S+)?"
    r"|[A-Za-z]+_\d+|\d{1,3}"
    rf"|(?:{'|'.join(sorted(words.NUMBERED_PARTS))})\s?#?\d+",
    re.IGNORECASE,
)
# Where problems are solved one by one, and what is told of a day or a journey, by a note's name.
_SOLVED = re.compile(
    r"leetcode|리트코드|baekjoon|백준|(?<![a-z])boj(?![a-z])|programmers|프로그래머스|swea|codeforces"
    r"|hackerrank|코딩\s?테스트\s?문제",
    re.IGNORECASE,
)
_TOLD = re.compile(r"(?:후기|회고|회고록|일기|여행기|diary|retrospective)(?![가-힣a-z])", re.I)
_EXERCISE = re.compile(
    rf"(?:\S+[\s_-])?(?:{'|'.join(sorted(words.EXERCISES))})(?:[\s_#-]?\d+)?(?:\s(?:답|풀이))?",
    re.IGNORECASE,
)
# "즉 …", "이런 이유로 …", "다음 에러로 이동"; "안될 시", "60분법 이용시", "… 되어야 함".
_FRAGMENT = re.compile(
    rf"^(?:{words.either(words.FRAGMENT_HEADS)})(?:[\s,]|(?<=[가-힣])$)|(?:{'|'.join(patterns.FRAGMENT_ENDS)})$",
    re.IGNORECASE,
)


def is_deed(name: str) -> bool:
    """Whether a name says what somebody does once, and no thing: "패키지 설치하기"."""
    bare = GLOSS.sub("", clean(name)).strip()
    return bool(_DEED.search(bare) or _DONE.search(bare))


def is_place_in_note(name: str) -> bool:
    """Whether a name only tells where something stands: a date, "3주차", "예시 #1"."""
    return bool(_PLACE.fullmatch(clean(name)))


def is_exercise(name: str) -> bool:
    """Whether a name announces exercises or their solutions."""
    return bool(_EXERCISE.fullmatch(clean(name)))


def is_solution(title: str) -> bool:
    """Whether a note's name says that it solves problems of a contest."""
    return bool(_SOLVED.search(title))


def is_told(title: str) -> bool:
    """Whether a note's name says that it tells of somebody's days: 회고, 후기."""
    return bool(_TOLD.search(title))


def is_fragment(name: str) -> bool:
    """Whether a name is a piece of a sentence."""
    return bool(_FRAGMENT.search(clean(name)))
