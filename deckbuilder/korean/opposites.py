"""Names that a reader has to tell apart: 장기 기억 and 단기 기억, 흙 제방 and 돌 제방."""

from __future__ import annotations

import re
from itertools import takewhile

from deckbuilder.korean import no_terms, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.shapes import SAID, unglossed

# What a name has in one place, and its opposite has in the same one. Opposites of things alone:
# of deeds (삽입, 삭제) and of times (이전, 이후) a note tells one after the other.
PAIRS = tuple(
    (one, other)
    for pair in """
    가역-비가역 충전-방전 양극-음극 귀무-대립 단측-양측 흡수-방출 원인-결과 강한-약한 개방-폐쇄
    개인-집단 객관-주관 고급-저급 고수준-저수준 고정-가변 공공-사적 공법-사법 공적-사적
    교감-부교감 국내-국제 국내-해외 긍정-부정 긴-짧은 나쁜-좋은 남성-여성 내부-외부 내적-외적
    낙관-비관 높은-낮은 논리-물리 능동-수동 단기-장기 단수-복수 단일-다중 단-이중 대내-대외
    대칭-공개 대-소 동맥-정맥 동적-정적 미시-거시 명목-실질 명시-묵시 명시-암묵 명시-암시
    사용자-커널 산성-염기성 산화-환원 상대-절대 상위-하위 상-하 상행-하행 상향-하향 선천-후천
    선행-후행 수입-수출 수요-공급 수직-수평 실수-허수 아날로그-디지털 앞-뒤 양성-음성 양-음
    연속-이산 연역-귀납 왼-오른 원심-구심 유기-무기 유료-무료 유상-무상 유선-무선 유성-무성
    유한-무한 유형-무형 이화-동화 입력-출력 일차-이차 1차-2차 자동-수동 전방-후방 전위-후위
    전기-후기 정량-정성 정방향-역방향 순방향-역방향 좌-우 주-부 중앙집중-분산 직렬-병렬
    직접-간접 질적-양적 초기-말기 최고-최저 최대-최소 친수성-소수성 컴파일-런타임
    클라이언트-서버 큰-작은 필요-충분 하드웨어-소프트웨어 흡열-발열 고-저
    """.split()
    for one, other in (pair.split("-"), pair.split("-")[::-1])
)
# In front of a name they turn it round: 비동기, 불완전, 무조건, 미완료, 반정규화, 부도체.
NEGATIONS = ("비", "불", "무", "미", "반", "부")
# More than so many in a row are a list, and nothing to tell apart.
MOST = 4
# Letters that two names share at their end, and words that each of them has at most.
SHARED, MOST_WORDS = 2, 3
# What ends in these is no thing: a deed, an occasion, what is told of something, a part of a note.
_NO_THINGS = tuple(
    no_terms.DEEDS
    | no_terms.WORKS
    | words.OCCASIONS
    | words.WEAK_SETS
    | words.SETS
    | no_terms.EXAMPLES
    | words.TIMES
    | no_terms.NO_THINGS
)


def told_apart(first: str, second: str) -> bool:
    """Whether two names are opposites, or things of one sort by what they end in."""
    bare = [unglossed(name) for name in (first, second)]
    return bare[0] != bare[1] and (opposed(*bare) or ends_alike(first, second))


def opposed(first: str, second: str) -> bool:
    """Whether two names, written without blanks, are opposites, and alike in all the rest."""
    short, long = sorted((first, second), key=len)
    if len(short) >= SHARED and any(long == mark + short for mark in NEGATIONS):
        return True
    return any(_changed(first, one, other, second) for one, other in PAIRS if one in first)


def _changed(first: str, one: str, other: str, second: str) -> bool:
    """Whether a name is the second one with `other` in the place of `one`.

    A letter alone is in too many words: it has to stand in front of a word: 단모음, but no 상수.
    """
    if len(one) == 1 or len(other) == 1:
        rest = first.removeprefix(one)
        return len(rest) >= SHARED and rest != first and second == other + rest
    places = (hit.span() for hit in re.finditer(one, first))
    return any(f"{first[:start]}{other}{first[end:]}" == second for start, end in places)


def ends_alike(first: str, second: str) -> bool:
    """Whether two names are things of one sort, by what they end in: "실행 영역", "자료 영역"."""
    names = [GLOSS.sub("", name).strip() for name in (first, second)]
    if any(
        len(name.split()) > MOST_WORDS or SAID.search(name) or {*":："} & {*name} for name in names
    ):
        return False
    one, other = map(unglossed, names)
    end = _end(one, other)
    if not SHARED <= len(end) < min(len(one), len(other)) or not "가" <= end[0] <= "힣":
        return False
    if end in no_terms.FOREIGN_ENDS:
        return False
    return not any(last.endswith(_NO_THINGS) for last in (end, *(n.split()[-1] for n in names)))


def _end(one: str, other: str) -> str:
    """The letters that both of two words end in."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))[::-1]
