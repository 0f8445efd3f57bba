"""Titles of notes that hold nothing to learn by heart: of days, contests, projects."""

from __future__ import annotations

import re

from deckbuilder.korean import lists, no_terms
from deckbuilder.regular import any_of, expression

# Where problems are solved one by one, by a note's name.
_JUDGES = lists.as_list("""
    leetcode 리트코드 baekjoon 백준 programmers 프로그래머스 swea codeforces hackerrank
    """)
SOLVED = any_of(
    {
        "LeetCode 7": lists.either(_JUDGES),
        "BOJ 7": r"(?<![a-z])boj(?![a-z])",
        "코딩 테스트 문제": r"코딩\s?테스트\s?문제",
    },
    re.IGNORECASE,
)
# What is told of a day or a journey, and what somebody means to do.
_TALES = "|".join(
    lists.as_list("""
    후기 회고 회고록 일기 여행기 회의록 이슈_정리 할_일 changelog roadmap diary retrospective
    transcript transcripts minutes pull_request code_review
    """)
)
_WHOLE = r"(?!(?-i:[가-힣])|[a-z])"
_TOLD = any_of(
    {
        "나루 여행기": rf"(?:{_TALES}){_WHOLE}",
        "작업 일지": rf"(?:개발|작업|업무)\s?일지{_WHOLE}",
        "코드 리뷰": rf"코드\s?리뷰{_WHOLE}",
        "To-dos": rf"(?<![a-z])to-?dos?{_WHOLE}",
        "[기록] 나루": r"\[(?:기록|plan)\]",
        "주간 증시": r"주간\s(?:주식|증시|시황|시장|뉴스|이슈|동향)",
        "취업 특강": r"(?:커리어|진로|취업|이직)\s?(?:강의|강연|특강|세미나|멘토링|조언|토크)",
        "읽을 책 추천": r"(?:책|도서|영화|강의|맛집|앱|장비|제품)\s?추천\)?$",
        "2019년 목표 설정": r"^(?:19|20)\d\d년?[\s_-](?:새해\s)?"
        r"(?:(?:목표|계획)(?:\s?(?:설정|정리|모음))*|goals)$",
        "2020 4분기 스터디 규칙": r"\d\s?분기\s스터디(?:\s(?:목표|계획|규칙))?$",
    },
    re.I,
)
# "2024-03-11", "TIL on May 4th, 2023", "3월 11일 공부 기록": a day, and nothing that was learnt.
_OF_A_DAY = (
    r"(?:til|today i learned|study|오늘(?:\s배운\s것)?|(?:공부|학습|일일)(?:\s기록)?|일지|정리)"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_DATE = any_of(
    {
        "2024-03-11": r"(?:19|20)?\d\d\s?[-./_년]\s?\d\d?\s?[-./_월]\s?\d\d?일?",
        "3월 11일": r"\d\d?월\s?\d\d?일",
        "3/11/2024": r"\d\d?[-./]\d\d?[-./](?:19|20)\d\d",
        "20240311": r"(?:19|20)\d\d[01]\d[0-3]\d",
        "May 4th, 2023": rf"(?:{'|'.join(no_terms.MONTHS)})[a-z]*\.?\s\d\d?(?:st|nd|rd|th)?"
        r"(?:,?\s(?:19|20)\d\d)?",
    },
    re.IGNORECASE,
).pattern
_DAY = expression(
    rf"(?:{_OF_A_DAY}(?:\son)?[\s_:|-]*)?(?:{_DATE})"
    rf"(?:\s?\(?(?:[월화수목금토일](?:요일)?|{_WEEKDAY})\)?)?(?:[\s_:|-]*{_OF_A_DAY})?",
    re.IGNORECASE,
)
# What is kept for work on a project, or for a course: announced once, or its rules. Security.md is
# of the field.
_OF_PROJECT = any_of(
    {
        "CLAUDE.md": rf"(?-i:{'|'.join(sorted(no_terms.OF_A_PROJECT))})(?:\.md)?",
        "결제 서버 Implementation Plan": r".*\b(?:implementation|study|project|test|release"
        r"|migration)[ _-]plan",
        "2024-03-11-알림-design": r"\d{4}-\d\d-\d\d-.*-(?:design|spec|plan)",
        "결제 서버 PRD": r"(?:.*\s)?(?:PRD|RFC)",
        "알림 — 설계": r".*\s[-–—]\s설계",
        "출석 및 지각 처리": r"(?:.*\s)?(?:(?:출석|지각)\s(?:및|과)\s\S+"
        r"|(?:결석|공결)(?:\s(?:및|과)\s\S+)?)"
        r"(?:\s감점)?\s(?:처리|규정|안내|기준|인정)",
        "[공지] 첫 수업": r"\[(?:공지|안내|공고|모집)\].*",
        "수강 신청 기간": r".*(?:성적|수강)\s?(?:정정|확인|변경|신청|철회)"
        r"(?:\s?(?:기간|안내|일정))?",
        "강의계획서": r".*(?:강의|수업)\s?계획(?:서|표)?",
        "Syllabus": r"syllabus",
        "과제 제출 방법": r".*과제\s?(?:목록|제출(?:\s?방법)?)",
        "제출 과제": r"제출\s?과제",
    },
    re.IGNORECASE,
)
# An essay. 예습과제 sums up what was read.
_HANDED_IN = any_of(
    {
        "화산 기말 과제": r"(?:.*(?:영상|뉴스|독서|글쓰기|주차|실습|개인|조별"
        r"|중간|기말)\s?)?과제(?:\s?\d+)?\)?",
        "독후감 2": r".*(?:감상[문글]|독후감|레포트|(?:기말|중간|최종)\s?보고서"
        r"|단상\s?페이퍼|제출용)(?:\s?\d+)?\)?",
    }
)


# Where something is written, or asked.
_WRITING = any_of(
    {
        "기말고사": r"(?:중간|기말|모의)\s?고사",
        "복습노트": r"\S*(?:노트|시험|강의|수업|교과서|교재|필기|유인물|기출)",
        "3주차": r"\d+\s?(?:주차|학기|단원|장|강)",
    }
).pattern
_WRITTEN_IN = expression(rf"(?:.*\s)?(?:{_WRITING})")


def is_written_in(title: str) -> bool:
    """Whether a name is that of a place of writing, and no thing's: a notebook, an exam, a week."""
    return bool(_WRITTEN_IN.fullmatch(title.strip()))


def is_solution(title: str) -> bool:
    """Whether a note's name says that it solves problems of a contest."""
    return bool(SOLVED.search(title))


def is_told(title: str) -> bool:
    """Whether a note's name says that it tells of somebody's days: 회고, 후기."""
    return bool(_TOLD.search(title))


def is_day(title: str) -> bool:
    """Whether a note is called by a day alone: "TIL 2024-03-11"."""
    return bool(_DAY.fullmatch(title.strip()))


def is_of_project(title: str) -> bool:
    """Whether a note's name is that of a project's own paper: CLAUDE.md, "Test Plan"."""
    return bool(_OF_PROJECT.fullmatch(title.strip()))


def is_handed_in(title: str) -> bool:
    """Whether a note's name is that of an essay written for a course: "지질학 기말 과제"."""
    return bool(_HANDED_IN.fullmatch(title.strip()))
