"""Ways that note-takers tell of several things in turn: 운항법 above 나룻배 and 거룻배."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.korean.lists import as_list, either
from deckbuilder.regular import expression

# Names that share but one letter at their end may be deeds (구현, 표현) where they are shorter.
LETTERS_OF_A_HEAD, SHORTEST_THAT_SHARE_ONE = 2, 3

# What laws are about.
_LAW_OF = as_list("""
    헌 국민 기준 기본 특별 특례 조치 소송 행정 안전 보건 노동 조세 국세 소득세 법인세 지방세
    가치세 상속세 임대차 보장 보상 보험 복지 연금 회생 파산 저작권 특허 상표 선거 경찰 공무원
    진흥 육성 처벌 금지
    """)
# So they are of a field (하천관리법); alone these are done: 관리법, 예방법.
_LAW_ON = as_list("관리 보호 교육 방지 예방 지원 촉진 규제 거래 집행 건축 의료 통신 환경 조직")
_NO_WAY = expression(
    rf"(?:\S*(?:{either(_LAW_OF)})|\S{{2,}}(?:{either(_LAW_ON)})|\S*[국영]문|\S*맞춤)법"
)
_WAY = expression(r"[가-힣]{2,}법")


def is_way(name: str) -> bool:
    """Whether a name is a way of doing (운항법), and no law (하천관리법)."""
    return bool(_WAY.fullmatch(name)) and not _NO_WAY.fullmatch(name)


def are_of_a_sort(names: Sequence[str]) -> bool:
    """Whether several names share the noun that they end in: 나룻배, 거룻배."""
    if len(names) < 2:
        return False
    shortest = min(map(len, names))
    needed = 1 if shortest >= SHORTEST_THAT_SHARE_ONE else LETTERS_OF_A_HEAD
    return needed <= shortest and len({name[-needed:] for name in names}) == 1
