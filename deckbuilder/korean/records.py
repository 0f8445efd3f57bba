"""What notes keep of files and of work, as their headings tell: no knowledge."""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckbuilder.korean.lists import as_set as _set

# Heads of tables that list files, posts and the like.
RECORDS = _set(
    "작성일 작성일자 수정일 게시일 게시자 작성자 datemodified filesize owner author github"
)
# What a book says of itself on its first page.
IMPRINT = _set("""
    author authors translator publisher year published isbn 저자 지은이 글쓴이 옮긴이 역자 출판사
    출판일 출간일 발행일 발행처 쪽수 정가
    """)
# Three of these head the parts of what somebody tells an employer of his work.
PORTFOLIO = _set("""
    담당업무 담당역할 맡은업무 맡은역할 수행역할 사용기술 사용스택 기술스택 팀원소개 프로젝트기간
    프로젝트소개 기여도 시연영상 배포링크 배포주소 techstack
    """)
# So many headings of a portfolio make one; fewer may head the parts of any note.
FEWEST_OF_PROJECT = 3


def _squeezed(name: str) -> str:
    """A name as the lists above have it."""
    return re.sub(r"\s+", "", name).lower()


def keeps_records(heads: Iterable[str]) -> bool:
    """Whether the heads of a table are those of files and posts: 작성일, Owner."""
    return any(_squeezed(head) in RECORDS for head in heads)


def is_of_imprint(name: str) -> bool:
    """Whether a name is that of what a book says of itself: 저자, 출판사."""
    return _squeezed(name) in IMPRINT


def tells_of_project(headings: Iterable[str]) -> bool:
    """Whether a note's headings are those of a project in a portfolio: 담당 업무, 사용 기술."""
    return len(PORTFOLIO.intersection(map(_squeezed, headings))) >= FEWEST_OF_PROJECT
