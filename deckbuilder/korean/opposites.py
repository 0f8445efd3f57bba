"""Names that a reader has to tell apart: 장기 기억 and 단기 기억, 흙 제방 and 돌 제방."""

from __future__ import annotations

import re
from itertools import groupby, takewhile

from deckbuilder.korean import no_terms, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.shapes import SAID, unglossed
from deckbuilder.regular import expression

# What a name has in one place, and its opposite has in the same one. Opposites of things alone:
# of deeds (삽입, 삭제) and of times (이전, 이후) a note tells one after the other.
PAIRS = tuple(
    (one, other)
    for pair in """
    1차-2차 가법-감법 가산-감산 가역-비가역 강자성-반자성 강한-약한 강행-임의 개방-폐쇄 개인-집단
    객관-주관 겉씨-속씨 결합-해리 고-저 고급-저급 고기압-저기압 고수준-저수준 고유-외래 고의-과실
    고전-조작 고정-가변 공개-비밀 공공-사적 공법-사법 공용-사설 공인-사설 공적-사적 교감-부교감
    구석기-신석기 구체-추상 국내-국제 국내-해외 귀무-대립 급성-만성 긍정-부정 기본-파생 기수-미수
    긴-짧은 나쁜-좋은 낙관-비관 난류-한류 남성-여성 내부-외부 내분비-외분비 내생-외생 내적-외적
    내포-외연 내항-외항 너비-깊이 논리-물리 높은-낮은 느린-빠른 능동-수동 단-이중 단기-장기
    단독-공동 단수-복수 단식-복식 단일-다중 단측-양측 대-소 대내-대외 대등-종속 대칭-공개
    독립-종속 동맥-정맥 동적-정적 동형-이형 등비-등차 매도-매수 매출-매입 명령-선언 명목-실질
    명시-묵시 명시-암묵 명시-암시 모음-자음 무산소-유산소 미분-적분 미시-거시 밀물-썰물 발산-수렴
    배타-공유 변온-정온 변온-항온 보편-특수 볼록-오목 불문-성문 블랙박스-화이트박스 비용-수익
    사동-피동 사용자-커널 사전-사후 산성-알칼리 산성-염기성 산화-환원 상-하 상대-절대 상류-하류
    상위-하위 상행-하행 상향-하향 상현-하현 생산자-소비자 선천-후천 선택-필수 선행-후행 소극-적극
    수요-공급 수입-수출 수직-수평 수축-이완 수축-팽창 순방향-역방향 순열-조합 실수-허수 실체-절차
    실험-통제 심층-표층 아날로그-디지털 암호-복호 앞-뒤 양-음 양극-음극 양성-음성 얕은-깊은
    어근-접사 업로드-다운로드 업스트림-다운스트림 연속-이산 연역-귀납 열성-우성 오름-내림
    오프라인-온라인 온난-한랭 외떡잎-쌍떡잎 외향-내향 왼-오른 용매-용질 용언-체언 원고-피고
    원심-구심 원인-결과 원핵-진핵 유-무 유기-무기 유료-무료 유상-무상 유선-무선 유성-무성
    유한-무한 유형-무형 육풍-해풍 이화-동화 인바운드-아웃바운드 인코더-디코더 인코딩-디코딩
    일차-이차 임대-임차 입력-출력 자동-수동 자립-의존 자산-부채 작위-부작위 전기-후기 전반-후반
    전방-후방 전역-지역 전위-후위 접두-접미 정량-정성 정방향-역방향 정적-부적 종단-횡단 좌-우
    주-부 주간-야간 중앙집중-분산 직렬-병렬 직류-교류 직접-간접 질적-양적 짝수-홀수 차변-대변
    채권-채무 처치-통제 초기-말기 초성-종성 최고-최저 최대-최소 충전-방전 친수성-소수성 침식-퇴적
    컴파일-런타임 큰-작은 클라이언트-서버 타율-자율 퍼블릭-프라이빗 평문-암호문 포워드-리버스
    포지티브-네거티브 표본-모 프론트엔드-백엔드 필요-충분 하드웨어-소프트웨어 합성-분해 현재-과거
    현재-미래 상승-하강 형상-질료 형식-실질 호기-혐기 홑-겹 흡수-방출 흡열-발열
    """.split()
    for one, other in (pair.split("-"), pair.split("-")[::-1])
)
# In front of a name they turn it round: 비동기, 불완전, 무조건, 미완료, 반정규화, 부도체, 역변환.
NEGATIONS = ("비", "불", "무", "미", "반", "부", "역")
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
_LATIN = expression(r"[A-Za-z -]+")
_WORDS = expression(r"[\s-]+")
# Letters of such a word, but for what ends a verb: "turn off".
SHORTEST_LATIN = 3
_NOT = ("non", "not", "anti")
_PARTICLES = frozenset("off out for the down over away back with from into".split())
_WHOLE = frozenset(PAIRS)


def _letter(pair: tuple[str, str]) -> str:
    """The first letter of a pair."""
    return pair[0][0]


_BY_LETTER = {
    letter: tuple(pairs) for letter, pairs in groupby(sorted(PAIRS, key=_letter), _letter)
}


def told_apart(first: str, second: str) -> bool:
    """Whether two names are opposites, or things of one sort by what they end in."""
    bare = [unglossed(name) for name in (first, second)]
    return bare[0] != bare[1] and (opposed(*bare) or ends_alike(first, second))


def are_opposites(first: str, second: str) -> bool:
    """Whether two names are opposites, as a note writes them."""
    return opposed(unglossed(first), unglossed(second))


def are_paired(first: str, second: str) -> bool:
    """Whether two names are opposites by a pair of words, and not by what one has in front."""
    one, other = unglossed(first), unglossed(second)
    return opposed(one, other) and not any(
        one == mark + other or other == mark + one for mark in NEGATIONS
    )


def opposed(first: str, second: str) -> bool:
    """Whether two names, written without blanks, are opposites, and alike in all the rest."""
    short, long = sorted((first, second), key=len)
    if len(short) >= SHARED and any(long == mark + short for mark in NEGATIONS):
        return True
    if first[:1] != second[:1] and first[-1:] != second[-1:]:  # as most: all of them would change
        return len(short) > 1 and (first, second) in _WHOLE
    begun = (pair for letter in {*first} for pair in _BY_LETTER.get(letter, ()))
    return any(_changed(first, one, other, second) for one, other in begun if one in first)


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
    one, other = map(unglossed, names)
    if one[-SHARED:] != other[-SHARED:]:
        return False  # as most do
    if any(
        len(name.split()) > MOST_WORDS or SAID.search(name) or {*":："} & {*name} for name in names
    ):
        return False
    if _LATIN.fullmatch(" ".join(names)):
        return _end_in_a_word(*names)
    end = _end(one, other)
    if not SHARED <= len(end) < min(len(one), len(other)) or not "가" <= end[0] <= "힣":
        return False
    if end in no_terms.FOREIGN_ENDS:
        return False
    return not any(last.endswith(_NO_THINGS) for last in (end, *(n.split()[-1] for n in names)))


def _end_in_a_word(one: str, other: str) -> bool:
    """Whether two English names end in one word: Hard Link, Soft Link; Read-end, Write-end.

    Of "Function" and "Log Function" one is a case of the other; words for several head chapters.
    """
    short, long = sorted((_WORDS.split(name.lower()) for name in (one, other)), key=len)
    end = short[-1]
    if len(short) < 2 or end != long[-1] or len(end) < SHORTEST_LATIN or end in _PARTICLES:
        return False
    within = long[-len(short) :] == short and long[0] not in _NOT
    return not within and not end.endswith("s") and not end.endswith(_NO_THINGS)


def _end(one: str, other: str) -> str:
    """The letters that both of two words end in."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return "".join(a for a, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))[::-1]
