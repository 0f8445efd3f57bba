"""The word lists of nouns that end as a verb, a particle or an ending does; as in `words`."""

from __future__ import annotations

from deckbuilder.korean.lists import as_list as _list
from deckbuilder.korean.lists import as_set as _set

# Nouns that end as a verb or a particle does; those in 다, 가 and 로 are whole words.
NOUNS_IN_DA = _list("바다 람다 판다 소다 붓다 캐나다 르완다 우간다 베란다 아젠다 프라다 프로파간다")
NOUNS_IN_GA = _list("""
    주가 시가 유가 추가 부가 여가 휴가 대가 고가 저가 지가 화가 원가 허가 요가 호가 처가 외가 폐가
    메가 오메가
    """)
NOUNS_IN_I = _list("""
    높이 깊이 길이 넓이 놀이 풀이 먹이 종이 원숭이 어린이 고양이 호랑이 곰팡이 덩이 지팡이
    방망이 지렁이 구렁이 거북이 하루살이 젊은이 늙은이
    """)
# In front of a number these have no particle for sure; elsewhere 역사가 is of 역사, too, and 기둥이
# ends as 쌍둥이 does.
NOUNS_IN_GA_OR_CASE = _list("기가 정치가 투자가 연주가 역사가 원자가")
ENDS_IN_I_OR_CASE = _list("굽이 걸이 잡이 받이 맞이 닫이 돋이 볶이 쟁이 둥이 챙이 맹이 팽이")
# In front of 란: "나이란" asks for 나이. In 종이란 and 길이란 the shorter name is as likely.
NAMES_IN_I = _set("나이 아이 차이 오이 깊이 넓이 높이 먹이 고양이 호랑이 원숭이 어린이 곰팡이")
NOUNS_IN_RO = _list(
    "도로 수로 회로 진로 미로 선로 경로 통로 항로 고속도로 전자회로 집적회로 논리회로"
)
NOUNS_IN_A_PARTICLE = _list("""
    전라도 콜로라도 알로에 오보에 비만 대만 분만 낭만 불만 자만 오만 교만 태만 산만 충만 원만
    """)
NOUNS_IN_GI = _list("""
    주기 시기 크기 세기 전기 공기 용기 초기 후기 중기 말기 분기 기기 자기 줄기 고기 무기 위기 대기
    호기
    """)
# They end as a verb does that is made a noun, and are none: "시스템", "그림".
NOUNS_IN_M = _set("""
    시스템 프로그램 알고리즘 메커니즘 플랫폼 프레임 스트림 컬럼 칼럼 타임 게임 모임 그림 이름 사람
    점 팀 힘 몸 꿈 폼 처음 마음 다음 구름 소금 요금 모음 자음 웃음 울음 얼음 흐름 중심 관심 양심
    """)
