"""The stems of adjectives, and of verbs that look like a copula."""

from __future__ import annotations

# Adjectives, with the form in front of a noun; of two with one form the first has the plain one.
ADJECTIVES = dict(
    pair.split("/")
    for pair in """
    다르/다른 같/같은 높/높은 낮/낮은 크/큰 작/작은 많/많은 적/적은 좋/좋은 나쁘/나쁜 깊/깊은
    얕/얕은 넓/넓은 좁/좁은 밝/밝은 굵/굵은 얇/얇은 짧/짧은 길/긴 멀/먼 빠르/빠른 느리/느린
    쉽/쉬운 쉬우/쉬운 어렵/어려운 어려우/어려운 가깝/가까운 어둡/어두운 무겁/무거운 가볍/가벼운
    두껍/두꺼운 뜨겁/뜨거운 차갑/차가운 뛰어나/뛰어난
    """.split()
)
# What 하다 makes an adjective of: 중요하다; of other words it makes verbs, as a rule.
WITH_HADA = tuple(
    """
    필요 중요 가능 다양 유용 적합 적절 적당 간단 단순 복잡 편리 불편 유리 불리 동일 유사 비슷
    상이 강력 안전 위험 충분 부족 특별 특이 독특 뚜렷 분명 명확 확실 풍부 활발 유명 우수 불가능
    간편 견고 고유 균일 느슨 단단 동등 미미 민감 빈번 선명 엄격 완만 완전 불완전 용이 우월 유연
    일정 저렴 정확 취약 평평 희박
    """.split()
)
# Verbs whose stems end in 이, as the copula does, by what is in front of it: 쌓임, but "두 종류임".
VERBS_IN_I = frozenset(
    """
    쌓 붙 모 보 쓰 먹 끓 줄 높 섞 녹 놓 죽 속 숙 기울 움직 깎 꺾 덮 엮 묶 들 벌 꼬 매 파 트
    """.split()
)
