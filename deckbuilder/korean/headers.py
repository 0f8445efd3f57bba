"""The word lists of tables: what heads a column, and what a row is called; as in `words`."""

from __future__ import annotations

from deckbuilder.korean.lists import as_list as _list
from deckbuilder.korean.lists import as_set as _set

# Heads of a column that says what the term of the row means.
MEANINGS = _set("""
    설명 정의 뜻 의미 풀이 해설 개념 내용 특징 특성 기능 역할 동작 하는일 용도 쓰임 쓰임새 목적 예
    예시 비고 핵심 핵심포인트 핵심내용 핵심요약 요점 포인트 요약 한줄요약 keypoint summary
    description meaning definition
    """)
# Heads of the column that holds the names.
NAMES = _set("""
    용어 이름 명칭 단어 표현 키워드 기호 약어 개념 항목 구분 종류 유형 분류 계층 단계 요소 구성요소
    속성 방식 방법 기법 역할 도구 명령어 명령 필드 옵션 함수 term name keyword word
    """)
# Heads that end in them, with the 명 of 도구명, head no names: 기능설명.
NOT_NAMED = _list("설명 발명 문명 증명 생명 운명 혁명 조명 변명 해명 규명 투명 수명")
# But these, and what ends in them, do: the name of a 함수, of a 시설.
NAMED = _list("""
    함수명 변수명 상수명 교수명 선수명 가수명 시설명 소설명 학설명 가설명 건설명 개발명 논문명
    질문명 부문명 주문명 인증명 학생명 구조명 제조명
    """)
# Those that head nothing else, wherever their column stands.
NAMES_ALONE = _set("용어 이름 명칭 단어 표현 키워드 약어 명령어 term name keyword word")
# Heads of the column that holds the aspects of a comparison.
CORNERS = _set("구분 항목 비교 분류 기준 비교항목 비교기준 특징 관점 차이점 요소")
# The two ends of one thing, and no two things: what goes in, and what comes out.
ENDS = _set("입력 출력 input output")
# Rows in which a table of one thing tells of it: 정치, 경제 of an age.
RESPECTS = _set("""
    정치 경제 사회 문화 외교 군사 종교 사상 예술 교육 신분 토지 제도 속도 비용 안전성 안정성 확장성
    정확도 난이도 장소 재료 생성물 반응물 산물 대상 주체 범위 예외 내용 효력 적용 예 전제 결과 효과
    상태 입력 출력 input output function
    """)
