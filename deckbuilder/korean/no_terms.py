"""The word lists of what names no term, each with what it is for; the same holds as of `words`."""

from __future__ import annotations

from deckbuilder.korean.lists import as_list as _list
from deckbuilder.korean.lists import as_set as _set

# --- labels that hold nothing themselves ------------------------------------------------------

# What is asked of a deed, one after the other; where such a word stands alone, nothing is.
ASKED_OF_A_DEED = _set("언제 누가 어디서 무엇을 어떻게 왜")
# The whole label, or its last word: a chapter.
CHAPTERS = ASKED_OF_A_DEED | _set("""
    서론 본론 결론 고찰 제언 소결 들어가며 들어가기 들어가기에앞서 들어가면서 시작하며 시작하기
    시작하기전에 시작하면서 마치며 마치면서 마무리 선수지식 사전지식 부록 기타 용어 용어정리
    요약정리 핵심 핵심정리 핵심요약 핵심포인트 포인트 요점 요점정리 중요 중요! 중요!!
    중요포인트 시험포인트 필수암기 필수암기사항 핵심암기 핵심암기사항 핵심암기포인트 암기사항 암기
    상세 권장 주의 팁 tip 참고사항
    메모 노트 공부 학습 강의 수업 복습 note notes memo overview introduction intro summary
    conclusion abstract discussion relatedwork limitations futurework etc misc others caution
    cautions warning warnings today til prerequisite
    prerequisites takehomemessage 키워드 핵심키워드 주요키워드 관련키워드 keyword keywords 토픽목록
    원문 원문전체 암기법 암기팁 암기포인트 두문자 두음 개념도 구성도 도식 다이어그램 마인드맵
    한줄요약 한줄정리 핵심한줄 한줄핵심 논의 기출지문 대안제시 basicconcept basicconcepts
    강의메모 수업메모 개인메모 참고메모 임상메모
    """)
# They make a theorem of 정리; "운영체제 정리" sums up.
THEOREMS = _set("""
    피타고라스 베이즈 나머지 인수 이항 차원 코시 테일러 페르마 오일러 가우스 롤 발산 사인 코사인
    중점 메넬라우스 체바 톨레미 중심극한 중간값 평균값 최대최소 대수학 산술 소수 CAP 극한 값 연결
    에너지
    """)
CHAPTER_ENDS = _set("""
    개요 정리 서론 결론 총정리 요약정리 정리본 요약본 요약집 정리노트 요약노트 overview
    introduction
    """)

# Last words of a note's title that tell of the note, and name nothing to learn.
TITLES_OF_NOTES = _set("""
    중간고사 기말고사 시험 대비 과제 문제 스터디 공부 복습 예습 필기 요약 노트 공책 자료 모음 모음집
    총정리 목록 기록 일지 일기 후기 회고 소개 계획 기초 기본 입문 심화 기타 잡담 study note notes
    memo log til readme index main home summary review list basic basics blog post posts draft test
    untitled 정리본 요약본 요약집 정리노트 요약노트
    """)

# Below these stand links and the names of other places; where more is said, they are chapters.
CONTENTS = _set("""
    목차 차례 색인 참고 참고자료 참고문헌 참고사이트 참고링크 참조 출처 레퍼런스 인용 링크 관련링크
    관련글 관련문서 관련학습 원문출처 더보기 더읽을거리 문서구성 문서목록 폴더구조 디렉토리구조
    디렉터리구조 함께보기 같이보기
    contents tableofcontents toc index reference
    references ref source sources bibliography link links seealso
    """)
# What is quoted from a book may be all that its reader learnt from it.
QUOTATIONS = _set("인용 인용문 인용구")
# Below these there is nothing to learn.
NOISE = CONTENTS | _set("""
    과제 숙제 할일 질문 주요질문 면접질문 예상질문 관련질문 꼬리질문 확인문제 의견 생각 내생각 소감
    감상 후기 좋았던점 별로였던점 아쉬웠던점 아쉬운점 어려웠던점 어려웠던부분 이해가어려웠던부분
    이해하기어려웠던부분 힘들었던점 배운점
    잘한점 개선할점 알게된점 오늘한일 주간회고 한주회고 오늘의회고 다음목표 이번주목표
    다음주목표 다음주계획 책소개 책정보 도서소개 도서정보 읽은책
    느낀점 궁금증 궁금한점 추천도서 관련문제 학습목표 강의목표
    수업목표 후원 후원하기 기여방법 기여하기 작성자 발표자 스터디원 참석자 일러두기 알림 강의구성
    함께읽기 같이읽기
    강의개요 강의소개 강의정보 강의계획 수업계획 강의명 강의리뷰 총평 한줄평 작성일 작성일시
    작성일자 수정일 최종수정일 생성일 공지 라이선스 라이센스 저작권 todo recommendation contributing
    photocredit contact email e-mail 연락처 precaution notice disclaimer license licence 시험정보
    시험개요 시험일정 시험안내 시험구성 시험범위 출제경향 출제빈도 학습계획 학습전략 학습로드맵
    학습순서 학습안내 학습범위 강의안내 수업안내 공부계획 공부전략 공부순서 강의계획서 이전시간
    지난시간 다음시간 이전시간안내 지난시간안내 다음시간안내
    """)

# Some words of a note, its contents and its chapters are terms, too: where a text says what it is,
# it is asked for.
ALSO_TERMS = _set("""
    참조 색인 링크 인용 저작권 라이선스 라이센스 후기 학습 강의 기타 노트 메모 코드 예제 사례
    핵심 reference index link license licence note memo code
    증명 proof
    """)
# Alone above what is told of a thing they are no names that a student could recall.
ASIDE = _set("""
    예외 예외사항 가정 전제 명령어 명령 대상 범위 시점 주체 상황 좌변 우변 결과 효과 영향 변경점
    주요내용 주요아이디어 핵심아이디어 아이디어 현황 사용법 활용 적용 필요성 중요성 해석 분석 평가
    동작 정도 한줄 요지 취지 판단기준
    """)
# Nor are names that end in one of these, "도입 현황", or in one of the others behind 핵심 or 주요:
# "주요 결과"; "문리 해석" and "핵심 역량" are names.
SAID_OF = _set("내용 현황 동향 포인트 주장 메시지 이야기 아이디어 시사점")
ASIDE_HEADS = _set("주요 핵심 추가 관련 최근")
ASIDE_ENDS = _set("관점 결과 활용 기준 해석 의의")
# What Notion, Obsidian and blogs keep of a page itself, at its top.
PROPERTIES = _set("""
    생성일 생성일시 작성일 작성일시 작성일자 작성자 글쓴이 수정일 최종수정일 최종편집일시
    최종편집자 날짜 일시 주차 태그 카테고리 분류 상태 진행상태 완료 복습 복습일 강의일 과목 교수
    담당교수 링크 선택 다중선택 created createdtime createdat createdby lasteditedtime
    lasteditedby updated updatedat reviewed date published tag tags category categories status
    priority type course lecture week author url link permalink property layout aliases cssclass
    slug version draft toc comments
    """)

# What callouts are called by their kinds: it says nothing of what stands in them.
CALLOUTS = _set("""
    팁 꿀팁 주의 주의사항 참고 참고사항 정보 경고 위험 노트 메모 중요 알림 유의 유의사항 안내
    note tip info information warning caution danger important hint
    """)

# A label that ends in one of these is of that sort, whatever stands before it.
NOISE_ENDS = _set("reference references recommendation recommendations links 참고자료 참고문헌")

# Below these stands no knowledge of its own; it may help to explain what is above.
EXAMPLES = _set("""
    예 예시 예제 사례 사용예 사용예시 사용예제 코드 예시코드 예제코드 코드예시 실습 연습문제
    예상문제 기출문제 문제풀이 풀이 증명 proof pf example examples code ex eg
    """)

# Of these, the ones that say so of whatever they stand above.
FOR_EXAMPLE = _set("예 예시 예제 예문 사용예시 증명 proof pf example examples ex")

EXAMPLE_ENDS = _set("예시 예제 예")
# "정렬 예제 코드": so do these two words at its end.
EXAMPLES_OF_CODE = _list("예제_코드 예시_코드 샘플_코드")

# In front of a colon: an example or a remark, no term.
REMARKS = _set("""
    예 예시 예제 예컨대 ex eg e.g cf 참고 참조 출처 주의 비고 note ps tip 팁 즉 단 또 또한 결론
    결과 답 정답 문제 질문 q a 링크 그림 사진 표 참또는거짓 참/거짓 o/x ox true/false
    """)
REMARK_HEADS = _list("예 예시 예제 ex e.g cf 참고 참조 출처 주의 ※")

# Who speaks in a dialogue.
SPEAKERS = _list("면접관 지원자 학생 사람 남 여 남자 여자 선생님 교수 손님 직원 갑 을 병 나 너")

# They join a question to the one before it.
THEN = _list("그럼 그러면 그렇다면 그런데 근데 하지만 그래서 그러나")

# What a question may begin with in front of what it is about.
ASKING_FIRST = THEN + _list(
    "왜 어째서 만약 만일 혹시 도대체 과연 정말 애초에 어떻게 예를_들어 예를_들어서"
)
# In front of what is asked about they point out of the question, as 이 and 그 do.
SUCH = _list("이런 그런 이러한 그러한 이와_같은 그와_같은 해당")
# A question with one of these is about what stands around it: "다음에서 …", "이런 일은 왜 …?".
ASKED_AROUND = (
    *THEN,
    *_list("""
        다음 아래 위 보기 밑줄 이 그 저 이것 그것 이런 그런 이러한 그러한 이렇게 그렇게 여기
        아니면 만약 우리 나 내
    """),
)
# Behind 이 and 그 they are pointed at, and 이 is no tooth: "이 실험의 의의".
POINTED_AT = _list("때 밖 외 실험 방법 방식 단계 부분 식 값 이론 글 책 시기 시대 사건 현상 개념")
# What stands above or below, and is no part of the body.
SHOWN_AROUND = _list("""
    코드 문제 예제 예시 그림 수식 결과 과정 내용 설명 질문 물음 함수 사례 경우 상황 조건 시나리오
    둘 셋 넷
    """)

# Ends of sentences that only talk about the note.
CHATTER_ENDS = _list("""
    봅시다 보겠다 보겠습니다 정리하겠습니다 정리했습니다 정리하였습니다 다루겠습니다 첨부합니다
    설명하겠습니다 소개하겠습니다
    참고하자 참고하세요 참고하면 참고해주세요 참고바랍니다 공부하자 기억하자 넘어가자 하도록_하자
    하도록_하겠습니다 다루자 확인하세요 클릭하세요 자료_참고
    내용을_정리합니다 내용을_정리했다 정리해_보았다 정리해_보았습니다 볼게요 볼께요 드릴게요
    할게요 해드렸습니다 해_드렸습니다 해드리겠습니다 해_드리겠습니다 알아본다 살펴본다 알아보려_한다
    """)

# Stands where something is still to be written.
PLACEHOLDERS_AND_THINGS = _set("그림 사진 이미지 없음 생략")
PLACEHOLDERS = PLACEHOLDERS_AND_THINGS | _set("""
    미정 내용없음 준비중 추후작성 추후작성예정 추후정리 추후추가 작성예정
    작성중 정리예정 정리중 추가예정 추가필요 추가중 곧추가
    내용추가예정 학습내용추가예정 내용작성예정 내용정리예정 todo tbd wip
    """)
LONGEST_PLACEHOLDER = max(map(len, PLACEHOLDERS))

# --- names that are no terms ----------------------------------------------------------------------

# Behind a name: something that is done once, and no thing to know.
DONE_ONCE = _set(
    "설치 세팅 셋업 다운로드 업데이트 로그인 회원가입 설치법 설정하기 환경설정 환경구축"
)
# Behind a name: work on something, of which the parts are no kinds of a thing.
WORKS = _set("추가 작성 설치 실행 등록 연동 배포 실습")
# Behind a name: what somebody or something does. How is asked for, where a note tells no more.
DEEDS = _set("""
    설치 생성 삭제 제거 추가 수정 변경 갱신 조회 검색 확인 등록 실행 취소 설정 적용 접속 종료 선언
    호출 변환 저장 삽입 이동 복사 계산 구현 배포 관리 제어 처리 복구 해결 방지 격리 전송 대응 해제
    조정 분리 공유 매핑 연결 작성 초기화 시작 중지 재시작 커밋 지정
    """)
# Behind "무엇을": what somebody does with it, as a note writes it without its verb: "비율을 산정".
DONE_TO = DEEDS | _set("""
    산정 사용 이용 활용 구분 수립 생략 표현 선택 고려 분석 측정 평가 예측 비교 결정 정의 제공 유지
    보장 보호 확보 조절 통제 감시 점검 정리 기록 보관 도입 개발 설계 추출 분류 정렬 출력 입력 전달
    요청 암호화 표준화 최적화 자동화 시각화 추상화 정규화 활성화 비활성화 반영 체크 담당 해소 발견
    파악 개선 간주 채택 수행 배정 배치 할당 인정 회피 도출 완화 극복 달성 촉진 억제 유도 차단 허용
    보유 노출 통보 명시 전가 위임
    미분 적분 학습 재학습 검증 검사 탐지 감지 인식 조합 결합 통합 교체 대체 발급 발행 부여 지급 징수
    지원 재활용 재사용 제한 고정 강조 유발 초래 방해 축소 확대 강화 약화 절약 절감 단축 보완 보충
    포함 제외 반환 참조 상속 은닉 추적 예방 치료 진단 배출 흡수 분비 전환 선별 판단 판별 증명 수집
    전파 교환 수용 거부 금지
    """)
# Between what is done and to what: how.
HOW_DONE = _list("최대한 최소한 직접 모두 전부 다시 함께 같이 미리 먼저 서로 각각 계속 항상 그대로")
# Some who are spoken of, and nobody by name.
ANYBODY = _set("사용자 독자 참가자 아이")
# Behind a name: what is told of something, or a part of a note, and no thing.
NO_THINGS = _set("관련 정보 기초 문서 부족 쉬움 부정")
# Foreign words end in them that have nothing in common: 리스트 and 테스트.
FOREIGN_ENDS = _set(
    "스트 이스 라인 이션 이트 이드 이터 이터베이스 레이션 리티 에이션 지션 미터 이저 인드"
)
# What an interviewer asks for: "… 에 대해 설명해 주세요".
TOLD_ON_DEMAND = _list("설명 말 말씀 서술 기술 비교 나열 소개 이야기 얘기 정의")
# Names of what hides an answer.
ANSWERS = _set("""
    정답 답 답안 해답 해설 풀이 답변 모범답안 예시답안 정답보기 답보기 정답확인 정답및해설
    정답과해설 answer answers solution
    """)
# With a number behind them they tell a place, or a part that has no name.
NUMBERED_PARTS = _set("""
    예 예시 예제 조건 특징 장점 단점 문제 풀이 답 방법 경우 케이스 시도 단계 그림 표 수식 식 참고
    형식 로그 옵션 레이어 시나리오 방안 사례 상황 패턴 해결 해결책 해결법 해결방법 해결방안
    체크리스트 교훈 이유 질문 항목 option phase pattern solution method 정의 정리 명제 보조정리
    보조명제 따름정리 따름명제 공리 증명 주장 관찰 definition theorem proposition lemma corollary
    axiom proof claim remark table figure fig equation eq
    """)
# Sorts of theorems, below which a textbook writes one that has no name.
KINDS_OF_THEOREM = _set(
    "명제 정리 보조정리 보조명제 따름정리 따름명제 theorem proposition lemma corollary claim"
)
# They announce what is to be done, or to be looked up one day.
TO_DO = _set("체크리스트 할일 todo todos 진행현황 로드맵 커리큘럼 checklist roadmap")
# The months, as far as they are always written.
MONTHS = _list("jan feb mar apr may jun jul aug sep oct nov dec")
# They announce exercises; what stands there is solved once.
EXERCISES = _set("""
    exercise exercises homework assignment quiz 입출력예 입출력예시 제한사항 과제 숙제 연습문제
    실습문제 기출문제 solution 풀이 문제풀이
    """)
# The files that a repository keeps for those who work on it, and plans of such work.
OF_A_PROJECT = _set("""
    CLAUDE AGENTS CONTRIBUTING CHANGELOG CODE_OF_CONDUCT SECURITY LICENSE PULL_REQUEST_TEMPLATE
    ISSUE_TEMPLATE
    """)
# A piece of a sentence begins so.
FRAGMENT_HEADS = (
    *THEN,
    *SUCH,
    *_list("""
        이렇게 그렇게 위의 아래 다음 항상 만약 만일 즉 그리고 특히 따라서 기본적으로 일반적으로
        결론적으로 둘 둘의 매우 아주 오히려 결국 요약하자면 일단 다만 그냥 어쨌든 만약에
        then note_that
        """),
)
# Names that begin as a piece of a sentence does.
NO_FRAGMENTS = _list("일단_정지 일단_멈춤")

# Right below a thing's name a card asks for them with it: "둑의 대상"; else they may be things.
OF_A_THING = _set("대상 입력 출력 연산 선언 제약 범위 룰")
# Alone they name neither a thing nor a set: what is done with a thing, or said of it. (가정, 유도,
# 수정 name a family, a sport, a germ, too.)
OF_ABOVE = _set("""
    해석 상황 현황 구현 호출 비판 반론 표기 표기법 삽입 삭제 탐색 검색 조회 갱신
    생애 업적 동작 작동 구동 계산 등장 활동 응용 적용 특이사항 유래 어원 줄거리
    implementation proof notation motivation intuition derivation assumption assumptions complexity
    usage structure architecture evaluation objective objectives purpose
    """)
