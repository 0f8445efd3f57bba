"""Names that look like terms and are none: deeds, occasions, exercises, fragments."""

from __future__ import annotations

import re

from deckbuilder.korean import lists, no_terms, nouns, patterns, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.particles import OBJECT, OPEN, led_by, topics
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
# "가물 시", "첫 서리 이후", "물이 넘치는 경우", "큰물의 경우".
_OCCASION = expression(
    r"\S\s(?:시|이후|이전|직후|직전|전|후)$|(?:[는은을의]|[한할된될인일난날친칠])\s(?:때|경우)$"
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
# "제한 사항", "입출력 예 설명", "예제 입력 1": of a problem that a program has to solve.
_OF_PROBLEM = (
    r"문제\s설명|제한\s사항|입출력\s예(?:시|제)?(?:\s설명)?|(?:예제|샘플)\s?(?:입력|출력|입출력)"
    r"|(?:입력|출력|입출력)\s(?:예시?|예제|형식|설명)"
)
_EXERCISE = expression(
    rf"(?:\S+[\s_-])?(?:{'|'.join(sorted(no_terms.EXERCISES))}|{_OF_PROBLEM})(?:[\s_#-]?\d+)?(?:\s(?:답|풀이)|\s?[:.]\s.*)?",
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
# "이를 막기 위해", "… 에 속하며", "정리하자면": a sentence that is not over, in front of a list.
_UNENDED = expression(
    r"^(?:이를|이러한|따라서|만약|만일|하지만|그렇다면)(?:\s|$)"
    r"|[가-힣](?:며|\s위해|\s위해선|\s위해서는?|므로|지만|는데)$|(?:하|되|자)면$"
    rf"|{OBJECT}\s\S{{1,4}}면$"
    r"|(?:이후|이전|다음|처음|나중)에$|^그리고\s|[가-힣]{2}에서$"
    r"|^다음\s.*다$|^(?:아래|위)(?:의|에)?\s"
    # "또 다른 보기로", "물길이 막히더라도", "간추려 말하자면, 논", "지도를 보면"
    r"|더라도$|자면,\s|^그러면$|[가-힣]\s?보면$|[가-힣](?:다|이라)면$|^(?:또\s)?다른\s\S+[로들]$|는\s?듯$"
)
# A question in the middle of what is told; one word is none by itself: "실패?", "그럼 왜 그럴까?".
_ASKS_ON = expression(
    rf"^(?:{lists.either(no_terms.THEN)}),?\s(?:\S+[^은는]\s)?\S+$"
    rf"|^(?:{lists.either(no_terms.THEN)}),?\s(?:이|그|이런|그런|이러한|그러한|이것\S*|그것\S*)\s"
    # "반면 하류는 어떤가?", "둑을 쌓으면 낫지 않을까?"
    r"|^반면에?\s|^(?!.*(?:왜|어떻게|무엇|어떤|누가|언제|어디)).*(?:지\s?않을까|보면\s어떨까)요?\s?\??$"
    r"|^(?:아니면|여기서|그\s?후|그다음)[\s,]|^\S{1,6}(?<![란은는까나요가지])\?$|(?<![가-힣])(?:이|그)\s(?:둘|때|중)|식\s?\(\d"
    # "왜일까?", "왜 그럴까?", "왜 안 될까?": what of, stands before it
    r"|^왜(?:일까|지|죠|인가|\s?(?:그럴까|그런가|그렇지|안\s?(?:돼|될까|되지)))요?\s?\?*$"
)
_PRONOUN = (
    r"(?:이것|그것|이걸|그걸|이게|그게|이들|그들)[가-힣]{0,2}\s|여기(?:서|에서?)[는도]?\s"
    r"|(?:이는|이를|이렇게|그렇게)\s"
)
# A noun ends here: 함수 does not in 함수족.
_ENDED = r"들?(?:[은는이가을를의도와과]|에서|에|로)?(?![가-힣])"
_SHOWN = rf"(?:{lists.either(no_terms.SHOWN_AROUND)}){_ENDED}"
# "이 실험의 의의는?", "그런데 왜 그것이 필요한가?", "위의 코드는 …?"; but "이 세상은 …?",
# "이 닦기는 …?", "그 많던 …?".
_POINTS_OUT = expression(
    rf"^(?:(?:{lists.either(no_terms.ASKING_FIRST)}),?\s){{0,2}}"
    rf"(?:(?:이|그|{lists.either(no_terms.SUCH)})\s(?!세상|자체|외에|많|닦|빠진)|{_PRONOUN}"
    rf"|(?:위|(?:위의|앞의|아래|아래의|다음|다음의)(?:\s\S+)?)\s{_SHOWN})"
)
# The same in a name, where 이 may be a tooth, 여기 an excitation and 위 the stomach.
_NAMED_BY_PLACE = expression(
    rf"^(?:(?:이|그)\s(?:(?:{lists.either(no_terms.POINTED_AT)}){_ENDED}|{_SHOWN})"
    rf"|(?:{lists.either(no_terms.SUCH)})\s|{_PRONOUN}|(?:위의|앞의|아래의|다음의)\s{_SHOWN}"
    r"|(?:이|그|위|위의)\s(?:[2-9]|두|세|네|다섯|여섯)\s?가지)"
)
# "즉 …", "이런 이유로 …", "다음 에러로 이동". (Ranges of Hangul of either case take Python long.)
_FRAGMENT = expression(
    rf"^(?!{lists.either(no_terms.NO_FRAGMENTS)})"
    rf"(?i:{lists.either(no_terms.FRAGMENT_HEADS)})(?:[\s,]|(?<=[가-힣])$)|^{patterns.SHOWN}{_ENDED}"
    r"|^(?i:참고|주의|비고|note|tip|cf)\.?\s?[:：]\s?\S"
    rf"|{OBJECT}\s(?:\S+\s)?(?:{'|'.join(sorted(no_terms.DEEDS))})$"
    # "Outside 가 도착지", "X-Ray로 agent", "겹쳐서"; "@사공 오늘은": who speaks in a chat
    r"|^[A-Za-z\d]+\s(?:가|이|은|는)\s|^[A-Za-z-]+로\s[A-Za-z]+$|^\S+[해쳐져춰돼]서$|^@[가-힣]+\s"
    # "그게 되네.. 물길이란", "다른 문제들", "뱃삯 관련"
    r"|[가-힣]\.{2,}\s?\S|^(?:또\s)?다른\s\S+들$|\S\s관련$"
)
# "안될 시", "60분법 이용시", "… 되어야 함".
_FRAGMENT_END = expression(rf"(?:{'|'.join(patterns.FRAGMENT_ENDS)})$")

# Words that name nothing where they stand alone: 당시, 먼저.
_ALONE = words.TIMES.union(words.OPENINGS, words.GOING_ON, no_terms.ASKED_OF_A_DEED)


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


def is_fragment(name: str) -> bool:
    """Whether a name is a piece of a sentence, or only a time."""
    bare = clean(name)
    bracket = bare.startswith("(") and re.fullmatch(r"\([^()]*\)", bare)
    led = bare.endswith(("은", "는")) and (bare[:-1] in words.NO_TOPIC or led_by(bare))
    ended = bare[-1:] in patterns.LAST_OF_FRAGMENTS and _FRAGMENT_END.search(bare)
    torn = bool(led or bracket or ended or _FRAGMENT.search(bare)) or bare.count('"') % 2 == 1
    formula = "\\" in bare and bare.count("$") % 2 == 1  # half of one: "$ Cov\bigg"
    return torn or formula or bare in _ALONE or _has_topic(bare)


def _has_topic(name: str) -> bool:
    """Whether a name says something of a topic: "기본 용량은 10"; 사는 alone is a verb."""
    before, _ = next(iter(topics(name)), ("", ""))
    return len(before.split()[-1]) > 1 if before.strip() else False


def asks_on(question: str) -> bool:
    """Whether a question goes on from what stands before it: "그럼 왜 이 둘을 …?"."""
    return bool(_ASKS_ON.search(clean(question)))


def points_out(name: str, above: str = "", *, asked: bool = False) -> bool:
    """Whether what stands around a name tells what it is about: "이 실험의 의의".

    Not where the name right above says which one: below "거울 실험". Of a question (`asked`) more
    is taken for pointing than of a name: "이 교정" is of teeth.
    """
    bare = clean(name)
    hit = (_POINTS_OUT if asked else _NAMED_BY_PLACE).match(bare)
    if hit is None:
        return False
    first, *_ = bare[hit.end() :].split() or [""]
    return not any(above.endswith(first[:end]) for end in range(2, len(first) + 1))


# "옳은 것은?" asks to choose; "이런 일은 왜 생길까?" about what stands around it.
_CHOOSES = expression(r"(?:것|곳|사람|보기)은\s?[?？]?$")
_AROUND = expression(
    rf"(?<!\S)(?:{lists.either(no_terms.ASKED_AROUND)})(?:[은는이가을를의]|에서|에|중에서)?[\s,]"
)


def asks_alone(question: str) -> bool:
    """Whether a question can be asked without what stands around it."""
    bare = clean(question)
    return not (_CHOOSES.search(bare) or _AROUND.search(bare) or asks_on(bare))


def is_unended(name: str) -> bool:
    """Whether a name is a sentence that goes on: "정리하자면"."""
    return bool(_UNENDED.search(clean(name)))


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
