"""What notes keep of files, of work, of meetings and weeks, as their labels tell: no knowledge."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckbuilder.korean.lists import as_set as _set

# Heads of tables that list files, posts and the like.
RECORDS = _set(
    "작성일 작성일자 수정일 게시일 게시자 작성자 datemodified filesize owner author github"
)
# Two of these head the parts of what somebody tells an employer of his work.
PORTFOLIO = _set("""
    담당업무 담당역할 맡은업무 맡은역할 수행역할 사용기술 사용스택 기술스택 팀구성 팀원구성
    팀원소개 개발인원 개발기간 개발목적 개발동기 진행기간 프로젝트기간 프로젝트소개 기여도
    시연영상 배포링크 배포주소 techstack
    """)
# Or of what was said when some people met.
MINUTES = _set("""
    참석자 참석인원 불참 불참자 안건 회의안건 회의일시 회의내용 회의결과 논의사항 결정사항
    액션아이템 actionitems 다음회의
    """)
# Or of how a week of study went, looked back on.
RETROSPECT = _set("회고 주간회고 한주회고 목표달성률 다음목표 이번주목표 다음주목표 다음주계획")
# So many labels of a record make one; a single one may head a part of any note.
FEWEST_OF_RECORD = 2


def keeps_records(heads: Iterable[str]) -> bool:
    """Whether the heads of a table are those of files and posts: 작성일, Owner."""
    return any(re.sub(r"\s+", "", head).lower() in RECORDS for head in heads)


def tells_of_project(labels: Iterable[str]) -> bool:
    """Whether a note's labels are those of a project in a portfolio: 담당 업무, 사용 기술."""
    return _are_of(PORTFOLIO, labels)


def tells_of_meeting(labels: Iterable[str]) -> bool:
    """Whether a note's labels are those of the minutes of a meeting: 참석자, 안건."""
    return _are_of(MINUTES, labels)


def looks_back(labels: Iterable[str]) -> bool:
    """Whether a note's labels are those of a look back at a week: 회고, 다음 목표."""
    return _are_of(RETROSPECT, labels)


def _are_of(record: frozenset[str], labels: Iterable[str]) -> bool:
    found = {re.sub(r"\s+", "", label).lower() for label in labels}
    return len(found & record) >= FEWEST_OF_RECORD
