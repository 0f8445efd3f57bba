"""The word lists, each with what it is for. All are general words of Korean study notes."""

from __future__ import annotations

from deckbuilder.korean.lists import as_list as _list
from deckbuilder.korean.lists import as_set as _set

# --- labels that name a set: "… 특징", "… 장점", "… 종류 5가지" ---------------------------------

# Sorts of a thing: where each is described, they are worth comparing.
KINDS = _set("종류 유형 분류 타입 갈래 types kinds")
RELATIVE_KINDS = _set("방식 방법 기법 형태 구성 구분 모델")
# What speaks for a thing, or against it: a word of praise, and no thing by itself.
FOR_OR_AGAINST = _set("""
    장점 단점 장단점 이점 한계 한계점 문제점 강점 약점 pros cons advantages disadvantages
    advantage disadvantage strengths weaknesses strength weakness limitations limitation drawbacks
    drawback
    """)
# What marks a thing, too.
TRAITS = FOR_OR_AGAINST | _set("특징 특성 성질 증상 features characteristics")
# Parts.
PARTS = _set("구성요소 요소 항목 성분 components elements")
# What has to hold, and why.
GROUNDS = _set("""
    조건 요건 원칙 목적 목표 필요성 대책 방지책 예방책 해결책 해결법 해결방법 해결방안
    requirements conditions principles
    """)
# What to mind.
CAUTIONS = _set("고려사항 주의사항 주의점 유의사항 유의점")
# Why something is so.
CAUSES = _set("이유 원인 요인 causes reasons")
# What happens one after the other: such a list is ordered.
STEPS = _set("단계 순서 절차 과정 흐름 플로우 steps stages phases procedure workflow")
# Of these, the ones whose parts follow each other; the 단계 of a game may be 승리, 패배, 무승부.
IN_TURN = STEPS - {"단계"}
# Of these, a number tells how many there are, and not which comes first.
SIDE_BY_SIDE = KINDS | TRAITS | PARTS | GROUNDS | CAUTIONS | CAUSES
SETS = SIDE_BY_SIDE | STEPS
# They end as one of these does, and are none.
NO_SETS = _set("필요조건 충분조건 오버플로우 언더플로우 텐서플로우 에어플로우 프로토타입 직립원인")
# One syllable that makes a compound with a set's noun: 주원인 is a set, and 중단점 is none.
BEFORE_A_SET = _set("주 총 전 대 각 제")
# Sets whose items say something of the whole: "성능" below "장점" tells of an advantage, and not
# what 성능 is.
POINTS = _set("""
    특징 특성 장점 단점 이점 한계 한계점 문제점 강점 약점 조건 요건 원칙 목적 목표 이유 원인 요인
    고려사항 주의사항 주의점 유의사항 유의점
    """)

# Of these, what is aimed at: what stands beneath "목표" is seldom called one.
AIMS = _set("목적 목표")

# What is told of a thing, and says nothing without its name: "크기", "시간 복잡도".
ATTRIBUTES = _set("""
    공통점 직경 지름 두께 무게 크기 길이 높이 깊이 개수 갯수 위치 색깔 모양 성능 복잡도
    시간복잡도 공간복잡도 가격 용량 수명 기간 시기 시대 저자 작가 사용법 사용처 사용방법 용법
    문법 구문 반환값 리턴값 치료 치료법 진단 예후 합병증 부작용 금기 적응증 유병률 빈도 해결
    저서 대표작 출판사 옮긴이 역자 출생 인구 계산식 공식 계산법 기전 병태생리 원인균 잠복기
    감염경로 전파경로 간호 간호중재 반응식 화학식 학명 서식지 급원 결핍증 과잉증 권장량 형식
    어조 운율 시점 면적 해상도 주제 성격 색 맛 원산지 제철 발견자 발견연도 발명자 화자 갈래
    """)
# They name a set where they stand alone ("방법", "주요 기능"), and a thing where they do not
# ("대칭키 방식", "질서의 원리").
WEAK_SETS = ATTRIBUTES | _set("""
    방식 방법 기법 수법 방안 전략 형태 모델 모형 체계 구분 구성 구조 부분 부품 단위 속성 기능 역할
    용도 쓰임 활용 업무 작업 프로세스 사이클 주기 효과 영향 의의 현상 문제 결과 배경 근거 기준 원리
    규칙 법칙 핵심 예 예시 역사 연혁 전개 경과 발단 여파 차별점 기대효과 시사점 메커니즘 전망
    """)

# Behind 의 they say what of a thing is told, and name none themselves: "물길의 역할".
OF_THE_WHOLE = _set("""
    기능 역할 용도 쓰임 활용 이용 업무 작업 구조 구성 영향 의의 결과 배경 근거 핵심 역사 연혁 전개
    경과 여파 공통점 차별점 기대효과 시사점 전망 부작용 비판 구분 이해 문제 본질
    """)

# Behind what is so, in few words: "짐을 나르기에 적합", "값 낮음". No thing could hold that.
STATES = _set("""
    가능 불가능 불가 필요 불필요 적합 부적합 용이 우수 유리 불리 높음 낮음 좋음 나쁨 많음 적음 없음
    있음 빠름 느림 쉬움 어려움 작음 강함 약함
    """)

# Behind a clause they name a set ("관계를 끊어야 할 때", "피해야 하는 행동"), alone they do not.
OCCASIONS = _set("때 경우 상황 행동 습관")

# Behind a clause they name a set where there are several: "자주 쓰는 낱말들". Of other nouns such a
# line may tell what something is: "값을 나타내는 기호들".
WORDS = _set("말 낱말 단어 용어 표현 명령 명령어 함수 메서드 메소드 도구 문법 키워드 개념 정보")

# Of those, what a thing is made of.
MAKEUP = _set("구성 구조 부분 부품")

# They describe the noun behind them, and are no name without it: "법적 의미", "다른 정의".
BEFORE_A_NOUN = _list("""
    다른 같은 새로운 위한 관한 대한 의한 통한 필요한 중요한 간단한 다양한 유명한 법적 심적 물적
    질적 양적 동적 영적
""")
# In front of a set's noun they add no name of their own: "주요 특징", "동작 과정".
MODIFIERS = _set("""
    주요 기본 핵심 대표 대표적인 일반적인 일반 공통 주된 추가 세부 전체 그 그외 기타 동작 작동 작업
    실행 처리 진행 발생 발현 형성 성립 충족 등장 전개 변화 변천 발달 발전 구현 적용 사용 활용 이용
    도입 제공 선택 설계 구성 운영 관리 방어 대응 해결 보완 개선 예방 방지 관련 필요 시간 공간 평균
    최악 최선 좁은 넓은 사전적 사전적인
    """)

# "결과", "효과": what ends like the particle of "A와 B" is the word's own.
NOT_PAIRED = _set("""
    결과 성과 통과 경과 학과 일과 효과 교과 사과 초과 부과 외과 내과 전과 투과 여과 인과 안과
    공과 백과 정신과 소아과 치과 산과 피부과 의과 도쿠가와 오키나와 가나가와 기와
    """)

# "회의", "정의": what looks like the particle 의 is the word's own.
ENDING_IN_UI = _set("""
    주의 회의 정의 강의 동의 합의 협의 논의 심의 문의 결의 질의 명의 고의 예의 의의 함의 편의 사의
    """)

# --- labels that ask for their parent's definition -------------------------------------------

ASPECTS = _set("개념 정의 의미 뜻 설명 요약 내용 소개 개요 용어정의 개념정리 definition concept")

# Headings at the end of a note that tell once more what it told: "핵심 키워드 요약".
SUMMARIES = _set("""
    요약 정리 핵심 요점 총정리 핵심정리 핵심요약 요점정리 요약정리 내용정리 개념정리 용어정리
    키워드정리 핵심키워드 핵심용어 핵심개념 핵심내용 핵심포인트 주요키워드 주요용어 주요개념 키워드
    한눈에보기 한눈에정리 시험포인트 암기포인트 summary keywords recap
    """)

# What is measured of a thing; values of it are none of its kinds.
MEASURES = _set("""
    주기 규모 시기 세기 값 크기 정도 수준 횟수 속도 온도 농도 압력 밀도 무게 높이 깊이 너비 길이
    거리 넓이 부피 양 수 비율 기간 시간 나이 등급
    """)

# Below "도입의 효과" a name is one of them; below "활용" something is told of it.
ONE_OF = _set("효과 기대효과 리스크 위험 가정 트렌드 동향 이슈 쟁점 사례")
TOLD_OF = _set("""
    활용 응용 적용 분야 전망 현황 영향 해석 시사점 변화 비교 차이 차이점 정리 평가 연결 배경 대응
    대응방안 case cases
    """)

# --- sentences ---------------------------------------------------------------------------------

# Ends of a clause that goes on: connectives and particles that wait for a verb.
CLAUSE_ENDS = _list("""
    하여 하고 하며 하면 하면서 되어 되며 되면 따라 위해 위하여 때문에 통해 지만 는데 므로 으로써
    에서 에게 부터 까지 보다 라도 려면 으며 이며 이고 거나 도록 으면 으로 없이 에 따른
    """)
# What stands in front of the -요 of a sentence; in 수요 and 개요 it is the noun's.
BEFORE_YO = "아어여해와워봐돼줘져춰쳐켜겨네데세에예군거게지래려시까나"
# What a line without a verb ends in that tells what something is ("… 옮겨 가는 현상").
TOLD_AS = _set("""
    것 일 곳 현상 상태 경향 증상 행위 활동 능력 성질 특성 장치 도구 시스템 프로그램 소프트웨어
    하드웨어 서비스 플랫폼 물질 기관 조직 학문 이론 제도 사상 관계 비율 지표 질병 질환 기술 개념
    속성 영역 집합 단위 프로토콜 알고리즘 언어 세포 호르몬 효소 단백질 약물 부위 권리 의무 세금 법률
    사람 나라
    """)

# Stems in front of -는 that are a verb's; behind a noun 는 is the particle.
VERB_STEMS = _list("""
    하 되 시키 어지 아지 여지 워지 해지 가지 이어지 보내지 만드 나타내 나타나 드러나 일어나 늘어나
    벗어나 보내 이루 나누 바꾸 다루 갖추 이르 따르 부르 흐르 모으 쓰이 보이 놓이 쌓이 높이 줄이
    붙이 움직이 받아들이 속하 나오 나가 들어가 들어오 돌아가 가져오 올리 내리 걸리 알리 열리 풀리
    불리 늘리 돌리 버리 가리키 일으키 지키 이끄 거치 미치 마치 끼치 느끼 옮기 남기 맡기 생기 넘기
    숨기 이기 주고받 없애 해내 끝내 빼내 기다리 버티 견디 드나드 알아보 앞서 띄우 떠나 만나 끝나
    태어나 깨어나 살아나 오르 고르 기르 나르 누르 머무르 싸우 세우 태우 채우 피우 지우 치우 치우치
    키우 외우 즐기 섬기 챙기 당기 살펴보 바라보 들여다보 찾아보 지켜보 돌보 다가가 다가오 돌아오
    내려오 날아가 살아가 나아가 넘어가 흘러가 들어서 일어서 맞서 가르치 헤엄치 깨우치 그치 바치
    펼치 넘치 부딪치 놓치 겹치 스치 찌르 구르 문지르 거스르 서두르 건너 담그 잠그 흔들리 끌리
    매달리 때리 두드리 흘리 다스리 거느리 어울리 헷갈리 헤아리 늦추 낮추 감추 멈추 춤추 비추 가꾸
    꿈꾸 비우 씌우
    끼우 메우 돋우 다투 가두 거두 튀기 튕기 쫓기 뜯기 씻기 벗기 담기 잠기 부추기 빼앗기 쪼개 꿰매
    헤매 드러내 꺼내 던지 만지 무너지 부서지 깨지 꺼지 미끄러지 쓰러지 섞이 녹이 속이 기울이
    빨아들이 꼬이 묶이 깎이 꺾이 뽑히 잡히 막히 먹히 읽히 밝히 넓히 굳히 묻히 닫히 갇히 맺히 부딪히
    찍히 적히 뒤집히 익히 식히 사고파 갈라지
    """)
# Stems in front of -은: adjectives, and verbs in the past.
ADJECTIVE_STEMS = _list("""
    같 높 낮 많 좋 깊 얕 넓 좁 짧 얇 굵 짙 옳 젊 늙 밝 맑 붉 늦 잦 굳 싶 알맞 걸맞 없 있 않
    받 얻 찾 맞 넣 묶 쌓 읽 먹 앉 섞 넘 묻 믿 꺾 닮 낳 놓 뽑 닫 씻 붙 젖 맺
    낡 싫 옅 묽 떫 괜찮 귀찮 점잖 뜯 볶 닦 깎 씹 잃 끊 뚫 긁 밟 갚 덮 엎 꽂 찢 잊 맡 뱉 쫓 엮 겪 꼽
    얹 흩 훑 앓
    """)
# They end as a verb's stem does: 는 behind them is the particle, but where an object stands before.
NOUNS_LIKE_STEMS = _list("""
    은하 운하 빙하 지하 부하 신하 저하 전하 낙하 강하 투하 인하 비하 남하 상하 영하 이하 폐하
    각하 귀하 산하 휘하 높이 강아지 송아지 망아지 나뭇가지
    """)
# A verb in front of a noun, "가는 눈", "오는 비", and no syllable that names anything.
STEMS_ALONE = _set("가 오 사 되 크 트 푸 끄 뜨 치 튀 뛰 꾸 켜 펴 두")
# They stand where a topic stands, and name nothing.
NO_TOPIC = _set("""
    이 그 저 이것 그것 저것 이들 그들 이는 그는 이것들 것 것들 여기 거기 여기까지 우리 나 너 저희
    너희 당신 그녀 본인 위 아래 앞 다음 사이 오른쪽 왼쪽 전자 후자 나머지 각각 모두 전체 일부 부분
    대부분 여러 모든 어떤 다른 같은 가장 아닌 하나 둘 셋 첫째 둘째 셋째 첫번째 두번째 이번 지난번
    이때 그때 때 오늘 지금 현재 최근 과거 이전 이후 전 중 후 또 또는 혹은 그리고 그러나 그래도
    그래서 따라서 하지만 즉 반면 반면에 다만 단 물론 보통 일반적 실제 사실 결국 경우 정답 요점 필자
    글쓴이 실제로 내일 어제 그쪽 이쪽 저쪽 데 좁게 넓게 크게 작게
    한국어로 영어로 우리말로 한글로 한자로
    """)
# They do so alone, or as the last word; as the first one they are a name's: "상태 천이도".
NO_TOPIC_ALONE = _set("""
    점 예 방법 이유 문제 결과 과정 상태 특징 목적 의미 뜻 말 이름 내용 개념 정의 차이 차이점 장점
    단점 결론 핵심 존재 사람 사람들 저자 작가
    """)
# They end as "X란" does: what describes the noun behind it ("커다란 배"), and nouns.
ENDING_IN_RAN = _set("""
    커다란 기다란 굵다란 높다란 좁다란 널따란 파란 노란 놀란 자란 모자란
    거란 모란 토란 대란 왜란 임진왜란 정유재란 삼포왜란 호란 병자호란 정묘호란 교란 소란 요란 피란
    내란 계란 배란 포란
    """)
# Words that point to something said before, in front of a noun.
POINTERS = _list("""
    이 그 저 본 해당 이런 그런 이러한 그러한 이와 그와 이때의 그때의 여기서 위 위의 아래 아래의 앞의
    앞서 다음 두 세 네 모든 각 각각의 어떤 여러 다른 많은 수많은 대다수의 대부분의 일부
    """)
# Words that open a definition which says nothing without what stands before it.
POINTING = _list("""
    이 이는 이것은 이것이 이것을 이를 이에 이로 이와 이런 이러한 이때 그 그는 그가 그의 그녀는
    그것은 그와 그런 그러한 위 위의 위에서 앞 앞의 앞서 앞에서 여기서 나머지 그래서 그러나 그리고
    따라서 하지만 또 또한 역시 반면 반면에 반대로 한편 즉 마찬가지로 다음은 아래는 다음_코드는
    아래_코드는
    """)
# Words that open a text which goes on from what stands before it.
GOING_ON = _list("하지만 그러나 그런데 그리고 그러므로 그래서 따라서 또한 왜냐하면 반면 반면에")
# A time in what is told, and the name of nothing.
TIMES = _set("이전 이후 초기 중기 말기 최근 현재 과거 당시")
# In front of a sentence; they belong to no term.
OPENINGS = _list("""
    우선 먼저 즉 그리고 하지만 그러나 따라서 그래서 때문에 여기서 이때 또한 또 반면 반면에
    말_그대로 사실 특히 보통 일반적으로 다시_말해 결국 다만 단 물론 예를_들어 이처럼 이렇듯
    결과적으로 마지막으로 나아가 더_나아가 요컨대 더불어 가령 그동안 이로써
    이와_같이 이렇게 그런데 한편 참고로 흔히 예컨대 이제 쉽게_말해
    """)
# Ends of a phrase that leads to the topic and is no part of it.
ADVERBIALS = _list("""
    에서 에서의 에서는 다음에 하여 해서 되어 라서 지만 으며 하며 하고 하는 되는 라는 으로
    하면 되면 으면
    """)
# They do so behind another word; alone they are a name's: 대한 in "대한 제국".
ADVERBIALS_BEHIND = _list("""
    때문에 위해 통해 따라 대해 위한 통한 의한 따른 대한 관한 있는 생긴 나타난 등장한 말한 언급한
    설명한 소개한 살펴본 경우 때 덕분에 덕택에
    """)
# These are no openings: they are the first word of a name.
NAMES_LIKE_OPENINGS = _list("""
    보통_선거 보통_예금 보통_명사 보통_교육 현재_가치 사실_관계 사실_확인 사실_판단 사실_명제
    """)
# Whole words that stand in front of a name and are no part of it: "통틀어 가전이라 부른다".
NAME_LEADS = _list("""
    중 가운데 통틀어 묶어 묶어서 합쳐 합쳐서 합하여 모아 모아서 더해 줄여 줄여서 일컬어 가리켜
    이른바 일명 흔히 주로 바로 간단히 쉽게 정확히 특별히 각각 따로 함께 다시
    """)
# Behind a noun and its 은 or 는 they make no topic of it: "값은 물론", "시간과는 상관없이".
NO_TOPIC_BEFORE = _list("물론 커녕 고사하고 달리 상관없 무관하 별개 제외하 말할")
# Behind a name with 과는 or 와는: it is what something is told apart from, and no topic.
APART_FROM = _list("""
    다른 다르 달리 달라 전혀_다른 전혀_다르 구별 구분되 구분된 무관 별개
""")
# Ends of what 은 or 는 follows and is no name: "비슷하게는", "대해서는", "트리와는".
NO_NAME_ENDS = _list("""
    에 에서 에게 으로 로서 로써 부터 까지 와 보다 처럼 만큼 마다 이외 밖에 뿐 면서 다른점
    """)
# Verbs that say what a term means.
MEANS = _list("""
    말한다 말합니다 말함 뜻한다 뜻합니다 뜻함 뜻이다 의미한다 의미합니다 의미함 의미이다
    가리킨다 가리킵니다 가리킴 일컫는다 지칭한다 정의된다 정의한다
    """)
# Ends of a verb or an adjective in front of the noun that it describes.
ADNOMINAL_ENDS = _list("""
    는 은 한 된 인 던 할 될 을 진 킨 든 긴 친 운 룬 쓴 준 낸 큰 힌 린 둔 온 본 른 난 뀐 싼 적
    """)
# Last syllables of stems in front of 면: "값을 낮추면".
STEMS_BEFORE_IF = _list("""
    하 되 지 크 르 리 이 기 치 추 우 쓰 보 나 오 내 주 두 시 키 들 늘 줄 길 질 얼 달 멀 알 살 풀 열
    팔
    """)
# Of these, the ones with which 면 makes a noun: 지면, 이면, 내면.
NOUNS_BEFORE_IF = _list("지 이 내 가 두 하 수")
# Last syllables of verbs in front of 수록: "해가 길어질수록".
BEFORE_THE_MORE = _list("을 할 될 갈 날 질 들 클 일 칠 릴 볼 줄 늘 길 멀 쓸 둘 올 낼 킬")
# Nouns that end a sentence and say nothing of what its topic is.
NO_GENERA = _list("""
    것 거 바 줄 터 셈 편 점 뿐 만큼 듯 법 모양 참 경우 상황 순간 정도 중 이유 까닭 탓 덕분 사실
    자체 문제 결과 특징 장점 단점 차이 사례 예 예시
    """)
# Nouns in which a definition by copula ends.
GENERA = _list("""
    기술 방식 방법 기법 수단 과정 절차 작업 활동 행위 개념 용어 말 이름 종류 일종 구조 형태 모델
    단위 요소 부분 집합 계층 도구 장치 매체 기능 역할 능력 성질 특성 속성 상태 현상 관계 비율 값
    수치 지표 척도 기준 조건 원리 이론 법칙 규칙 규약 학문 분야 사상 제도 조직 기관 기업 사람
    공간 영역 환경 물질 메커니즘 시스템 정보 데이터 신호 코드 주소 키 파일 표 문서 언어 프로그램
    소프트웨어 하드웨어 서비스 플랫폼 프로토콜 알고리즘 타입 함수 변수 명령어 명령 관리자 오류
    공격 객체 라이브러리 프레임워크 컴포넌트 컨트롤러 인터페이스 클래스 메서드 메소드 모듈 엔진
    데이터베이스 저장소 서버 네트워크 패턴 아키텍처 쿼리 토큰 연산자 컨테이너 표준 컴파일러 수
    개수 거리 합 양 크기 문자 철학자 학자 소설 작품 국가 왕조 전쟁 운동 혁명 조약 정책 법률 기구
    관직 종교 권리 의무 재화 질환 질병 증후군 세포 호르몬 효소 단백질 화합물 원소 화음 음계
    """)
