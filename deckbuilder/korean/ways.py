"""Ways that note-takers tell of several things in turn: 운항법 above 나룻배 and 거룻배."""

from __future__ import annotations

from deckbuilder.korean.lists import as_list, either
from deckbuilder.regular import expression

# What laws are about, and sentences; "예방법" and "관리법" are ways.
_NO_WAY_OF = as_list("""
    헌 국민 기준 기본 특별 특례 소송 행정 안전 보건 노동 조세 국세 소득세 법인세 지방세 가치세
    상속세 임대차 보장 보상 보험 복지 연금 회생 파산 저작권 특허 상표 선거 경찰 공무원 진흥 육성
    처벌 금지 교통 병역 농지 위생 등기 자치 국회 은행 절차 국문 영문 맞춤
    """)
_NO_WAY = expression(rf"\S*(?:{either(_NO_WAY_OF)})법")
_WAY = expression(r"[가-힣]{2,}법")


def is_way(name: str) -> bool:
    """Whether a name is a way of doing (운항법), and no law (하천기본법)."""
    return bool(_WAY.fullmatch(name)) and not _NO_WAY.fullmatch(name)
