"""Names that look like terms and are none: deeds, occasions, exercises, files."""

from __future__ import annotations

import re

from deckbuilder.korean import lists, no_terms, nouns, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.particles import OPEN
from deckbuilder.regular import any_of, expression

# "설치하기", "댓글 개수 보여주기", "쉘에서 나가기": a deed as a noun, with what it is done to.
_DEED = expression(
    r"[가-힣]{2}(?:하|되|시키)기$"
    r"|\S\s[가-힣]*(?:보|주|오|가|내|우|치|들|넣|받|쓰|찾|열|꾸|짓|기|리|두|르|누|추|이)기$"
)
# "Docker 설치", "환경 설정": a noun of something that is done once.
_DONE_ONCE = tuple(sorted(no_terms.DONE_ONCE))
_DONE = expression(rf"\S\s?(?:{'|'.join(sorted(no_terms.DONE_ONCE))})$")
# "river.py 파일 수정": what is done with a file of a program.
_WITH_FILES = expression(r"\S\.[a-z]{1,5}\s(?:파일\s)?(?:수정|생성|작성|추가|편집|변경|삽입)$")
# "서버에 배포", "문서 작성": what is worked on.
_WORK = expression(rf"\S\s?(?:{'|'.join(sorted(no_terms.WORKS))})$")
# Syllables that end in ㄹ, as a verb does in front of 때: "물을 댈 때"; not "점심 때".
GOES_ON = "".join(chr(at) for at in range(ord("갈"), ord("힣") + 1, 28))
# "가물 시", "첫 서리 이후", "물이 넘치는 경우", "큰물의 경우".
_OCCASION = any_of(
    {
        "가물 시": r"\S\s(?:시|이후|이전|직후|직전|전|후)$",
        "물이 넘치는 경우": r"(?:[는은을의]|[한할된될인일난날친칠])\s(?:때|경우)$",
        "수문을 열 때": rf"\S\s\S*[{GOES_ON}]\s때$",
    }
)
_LAST_OF_OCCASION = frozenset("시후전때우")
# On what condition something is so; 표면, 지면 and "모래가 쌓인 층리면" are nouns.
_CONDITION = any_of(
    {
        "물이 얕으면": r"[가-힣](?:으|[아어여려해워커]지)면$",
        "붕괴되면": r"[가-힣]{2}(?:하|되|시키)면$",
        "수위가 낮다면": r"[가-힣](?:다|이라|거라)면$",
        "값을 낮추면": rf"(?:[을를이가에]|[으]?로)\s"
        rf"(?:\S+(?<!{lists.either(words.ADNOMINAL_ENDS)})\s)?"
        rf"(?!(?:{lists.either(words.NOUNS_BEFORE_IF)})면$|\S*보면$)"
        rf"[가-힣]{{0,4}}(?:{lists.either(words.STEMS_BEFORE_IF)})면$",
        "해가 길어질수록": rf"(?:{lists.either(words.BEFORE_THE_MORE)})수록$",
    }
)
# "물의 높이가 0"; in "놀이 1", "평가 1" and "추가 1" the noun itself ends so.
_CASE = expression(
    rf"(?<![가-힣])(?!(?:{lists.either(nouns.NOUNS_IN_GA + nouns.NOUNS_IN_GA_OR_CASE)}"
    rf"|[가-힣]*(?:{lists.either(nouns.NOUNS_IN_I + nouns.ENDS_IN_I_OR_CASE)}))\s)"
    rf"[가-힣]+(?:(?<={OPEN})가|(?<=[가-힣])(?<!{OPEN})이)\s"
    r"(?:0|1|양수|음수|홀수|짝수|참|거짓|공집합|(?i:null|true|false))$"
)
_ASPECT = expression(rf"\S의\s(?:{'|'.join(sorted(words.OF_THE_WHOLE | no_terms.OF_ABOVE))})$")
# What announces exercises.
_EXERCISES = any_of(
    {
        "연습문제": "|".join(sorted(no_terms.EXERCISES)),
        # Of a problem that a program has to solve.
        "문제 설명": r"문제\s설명",
        "제한 사항": r"제한\s사항",
        "입출력 예 설명": r"입출력\s예(?:시|제)?(?:\s설명)?",
        "예제 입력": r"(?:예제|샘플)\s?(?:입력|출력|입출력)",
        "출력 형식": r"(?:입력|출력|입출력)\s(?:예시?|예제|형식|설명)",
    },
    re.IGNORECASE,
)
# "정렬 연습문제 3 풀이", "예제 입력 1: 홀수".
_EXERCISE = expression(
    rf"(?:\S+[\s_-])?(?:{_EXERCISES.pattern})(?:[\s_#-]?\d+)?(?:\s(?:답|풀이)|\s?[:.]\s.*)?",
    re.IGNORECASE,
)
# "예시) 로그인", "[예제] 덧셈", "비유 — 우체부": an instance, and no thing.
_INSTANCE = expression(
    r"[\[(<【]?(?:예시?|예제|ex)\s?\d{0,2}\s?[).:\]>】]|비유(?:\s?[-–—:]|$)", re.IGNORECASE
)
# What is to be done or looked up: "배포 체크리스트", "더 알아볼 것".
_TO_DO = expression(
    rf"(?:{'|'.join(sorted(no_terms.TO_DO))}|[해아어]볼(?:것|점|내용|거리)들?)$", re.IGNORECASE
)
# "REST API 실습", "직접 만들어보기": what is tried out once.
_TRIED = expression(r"(?:실습|실습하기|예제|따라하기|[해아어여]\s?보기)$")
# "sayNick 메소드", "CART 테이블": a part of somebody's program, where a sentence speaks of it.
_OF_SOMEBODY = expression(
    r"(?:[a-z]\w*|[A-Z]+(?:_[A-Z]+)+)\s(?:메소드|메서드|함수|변수|필드|객체|인스턴스|테이블)",
    re.ASCII,
)
# "build.gradle", "Main.java": a file of a program.
_FILE = expression(
    r"[\w./-]+\.(?:ya?ml|gradle|json|jsx?|tsx?|java|kt|py|xml|properties|html?|css|sh|env|conf|toml"
    r"|c|cpp|h|go|rs|sql)"
)
# "토이 프로젝트": below it stands what somebody has built.
_PROJECTS = expression(
    r"(?:(?:미니|토이|사이드|개인|팀)\s?프로젝트|(?:mini|toy|side|personal)\s?projects?)(?:\s?목록)?",
    re.IGNORECASE,
)
# "정렬 함수의 출력": what a program prints.
_OUTPUT = expression(r"(?:^|\s)(?:출력|(?:출력|실행)\s?결과|output)$", re.IGNORECASE)
# "var server", "private final Service service": a line of a program; "private key" is none.
_CODE = expression(
    r"(?:var|let|const)\s[\w.$]+|(?:public|private|protected)\s(?:static|final|class|void)\s.*",
    re.ASCII,
)


def is_deed(name: str) -> bool:
    """Whether a name says what somebody does once, and no thing: "패키지 설치하기"."""
    bare = GLOSS.sub("", clean(name)).strip()
    if bare.endswith("기") and _DEED.search(bare):
        return True
    return bool(_WITH_FILES.search(bare)) or (
        bare.endswith(_DONE_ONCE) and bool(_DONE.search(bare))
    )


def is_work(name: str) -> bool:
    """Whether a name says what is worked on, and names no thing: "문서 작성"."""
    return bool(_WORK.search(GLOSS.sub("", clean(name)).strip()))


def is_occasion(name: str) -> bool:
    """Whether a name tells when something is so: "가물 시", "물이 넘치는 경우"."""
    bare = clean(name)
    return bare[-1:] in _LAST_OF_OCCASION and bool(_OCCASION.search(bare))


def is_condition(name: str) -> bool:
    """Whether a name tells on what condition something is so: "물이 얕으면"."""
    return name.endswith(("면", "수록")) and bool(_CONDITION.search(clean(name)))


def is_case(name: str) -> bool:
    """Whether a name says what is so in a case: "물의 높이가 0", "기울기가 양수"."""
    return bool(_CASE.search(name))


def is_aspect(name: str) -> bool:
    """Whether a name says what of a thing is told, and names none: "물길의 역할"."""
    return bool(_ASPECT.search(clean(name)))


def is_exercise(name: str) -> bool:
    """Whether a name announces exercises or their solutions."""
    return bool(_EXERCISE.fullmatch(clean(name)))


def announces_examples(name: str) -> bool:
    """Whether what stands beneath a name are examples, and nothing to be known by itself."""
    bare = clean(name)
    return bare.replace(" ", "").lower() in no_terms.FOR_EXAMPLE or is_instance(bare)


def is_to_be_done(name: str) -> bool:
    """Whether a name announces what is to be done or to be looked up: "배포 체크리스트"."""
    return bool(_TO_DO.search(clean(name).replace(" ", "")))


def is_tried(name: str) -> bool:
    """Whether a name announces what is tried out once: "직접 만들어보기"."""
    return bool(_TRIED.search(clean(name)))


def is_of_somebody(name: str) -> bool:
    """Whether a name is that of a part of some program: "sayNick 메소드"."""
    return bool(_OF_SOMEBODY.fullmatch(clean(name)))


def is_file(name: str) -> bool:
    """Whether a name is that of a program's file: "build.gradle"."""
    return bool(_FILE.fullmatch(clean(name)))


def lists_projects(name: str) -> bool:
    """Whether a name announces what somebody has built: "토이 프로젝트"."""
    return bool(_PROJECTS.fullmatch(clean(name)))


def is_instance(name: str) -> bool:
    """Whether a name announces an example: "예시) 로그인"."""
    return bool(_INSTANCE.match(name.strip()))


def is_line_of_code(name: str) -> bool:
    """Whether a name declares something in a program: "var server"."""
    return bool(_CODE.fullmatch(name.strip()))


def is_output(name: str) -> bool:
    """Whether a name is that of what a program prints: "정렬의 출력"."""
    return bool(_OUTPUT.search(clean(name)))
