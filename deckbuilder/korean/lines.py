"""What a line says that is nothing to know: an order, an assumption, a line of a program."""

from __future__ import annotations

import re

from deckbuilder.korean import lists, names, patterns, titles, voices, words
from deckbuilder.korean.rare import Rare
from deckbuilder.regular import any_of, expression

# Who tells of himself says so at least so often, and speaks of the past once in so many syllables.
# (Notes of history speak of the past, and not of their writer.)
FEWEST_MENTIONS, PAST_IN = 3, 250
# What is typed, clicked, installed.
DOING = expression(r"입력|클릭|설치|명령어|커[맨멘]드|버튼|다운로드|터미널")
# What tells a reason.
WHY = expression(r"(?:때문|이유)(?:이다|입니다|임|에)?\.?$")
_DIFFERS = lists.as_list(
    "다르다 달라지다 결정되다 다릅니다 다름 달라진다 달라집니다 달라짐 결정된다 결정됩니다"
)
# "cmd의 값에 따라 달라진다": tells nothing of it.
_DEPENDS = Rare(
    ("에 따라",),
    expression(
        r"^.{1,30}에 따라서? "
        rf"(?:{lists.either(_DIFFERS)})\.?\Z"
    ),
)
_PROBLEM = expression(rf"(?:{titles.SOLVED.pattern})(?:\.kr/|\s?[#(]?)\d", re.IGNORECASE)
# "다음 결과를 쓰시오", "… 을 서술하시오.": an examiner's order.
_TASK = Rare(("시오",), expression(r"(?:쓰|구하|고르|적으|계산하|서술하|작성하)시오(?:$|[\s.)])"))
# "… 는 다음과 같이 나뉜다": what it says stands below.
_BELOW = Rare(
    ("같", "다음이"),
    expression(
        r"(?:다음|아래)[과와]\s?같(?:다|습니다|음|(?:이|은)(?:\s\S+){1,3}?)[.:]?$"
        r"|다음이\s(?:성립|만족)(?:한다|합니다|함)[.:]?$"
    ),
)
_ADVICE = expression(r"시험에\s|외우|외운|암기|헷갈리")
# "다음과 같이 정의된 집합", "아래의 두 식": what stands below is a part of it.
_WITH_BELOW = expression(r"(?:다음|아래)(?:[과와]\s?같[이은]|의)\s")
# "예를 들어 …".
_EXAMPLE = expression(r"예(?:를\s?들|컨대)")
# "… 가 존재한다고 가정한다": said of an example.
_ASSUMED = expression(r"가정(?:한다|합니다|하자|해\s?보자|함)\.?$")
# A line of a program.
_PROGRAM = any_of(
    {
        "int depth = 0;": r"[;{}]$",
        "// 다음 줄": r"^//",
        "import water": r"^(?:import|package|create table)\s",
    },
    re.IGNORECASE,
)
# "str, default 5", "optional, List[str]": the type of a parameter, and nothing that it means.
_TYPE = expression(
    r"[(<]?(?:(?:optional|Optional|str|int|float|bool|Callable|Any)(?=\W|$)|(?:List|Dict|Tuple)\[)"
    r"[^가-힣]*"
)
# "화면 그리기 (진행 중)", "설계 - 완료": how far somebody is.
_STATUS = Rare(
    ("완료", "진행", "예정", "보류", "미완"),
    expression(
        r"[(\[]\s?(?:완료|진행\s?중|예정|보류|미완)\s?[)\]]|[-:]\s(?:완료|진행\s?중|예정|보류)$"
    ),
)
_WRITING = r"(?:작성|정리|추가|보충)"
# There is none, or nobody has written it yet.
_NONE = any_of(
    {
        "없음": r"없음|없다|미정|미상|생략|N/?A|TBD|TODO",
        "해당 사항 없음": r"해당\s?(?:사항\s?)?없음",
        "...": r"[-–—?.…]++",
        "추후 작성 예정": rf"(?:추후|나중에)\s?{_WRITING}(?:\s?예정)?",
        "정리 중": rf"{_WRITING}\s?(?:예정|중)",
        # Which ones, it does not say.
        "둑은 다양한 기능을 제공한다": r"(?:\S+[은는]\s)?"
        r"(?:다양한|여러(?:\s?가지)?|많은)\s(?:고급\s)?"
        r"(?:기능|서비스|방법|옵션|도구|라이브러리)[을를]\s(?:제공|지원)(?:한다|합니다|함)\.?",
    },
    re.IGNORECASE,
)
# "(없음)", "정리 중…".
_NOTHING = expression(rf"\s*(?:[(\[]\s*)?(?:{_NONE.pattern})\s*[)\]]?\s*[.…]*", re.IGNORECASE)
_PAGE = expression(r"[(\[]?(?:p{1,2}\.\s?\d[\d\s,~–-]*|\d+(?:쪽|페이지)\s?(?:참고|참조)[.]?)[)\]]?")
# It goes on from what stands before, or speaks of the note.
_GOING_ON = any_of(
    {
        "하지만 둑은": rf"(?:{lists.either(words.GOING_ON)})[\s,]",
        "이번 글에서는 둑을": patterns.ELSEWHERE,
        "위 그림의 둑은": rf"{patterns.SHOWN}(?:에|의|[을를은는])",
        "위와 같은 둑": r"위와\s(?:마찬가지|같|동일)",
        "이번에도 둑은": r"이번에도\s",
    }
)
# "이므로 …": the sentence began with a formula that stands elsewhere.
_WITHIN = expression(r"(?:이?므로|이라서|인데|이지만|이고|이며)\s")
# "위의 보기에서는 …", "아래 코드에서 …": said of what the note shows, and not of the term alone.
_OF_SHOWN = expression(
    r"(?:위|아래|앞)의?\s(?:코드|예제|예시|보기|그림|사진|도표|그래프|표|식|수식|결과)"
    r"(?:에서는?|처럼|에|의|[을를은는])[\s,]"
)
# What stands in front is the beginning of the sentence.
_END_OF_ANOTHER = any_of(
    {
        example: rf"{way}\s(?!\W)"
        for example, way in {
            "라는 말에서 시작한다": r"이?라[는고]",
            "과 같은 둑": r"[과와]\s같은",
            "하는 의문이 든다": r"하는\s(?:생각|의문|물음|질문)\S*",
            "에 대한 답": r"에\s(?:대한|대해|관한)",
            "을 막는다": r"[을를]",
        }.items()
    }
)
# What somebody does with a program's window.
_CLICKED = Rare(
    ("클릭", "다운로드", "버튼", "단추", "박스", "아이콘", "메뉴", "탭"),
    any_of(
        {
            "물길 > 새로 만들기 클릭": r"클릭\s?(?:$|->|→|>)",
            "그림을 클릭한다.": r"클릭(?:한다|합니다|하세요)[.!]?$",
            "그림을 클릭 후 닫는다": r"클릭\s?후",
            "그림을 다운로드 받는다": r"다운로드\s?(?:합니다|한다|받는다)[.!]?$",
            "단추를 눌러 연다": r"(?:버튼|단추|체크\s?박스|아이콘|메뉴|탭)[을를]"
            r"\s(?:누르고|눌러|누른다|누릅|(?:선택|클릭)(?:한다|합니다|하고|해))",
        }
    ),
)
# "(셈, 저울 따위를 만드는 일 등)", "(그림 참고)": an aside to what stands before it.
_ASIDE = expression(r"\([^()]*(?:등|참고|제외|포함|[많있]음)\s?\)")
# "(3): 여기서 …": on a numbered line of code that stands elsewhere.
_ON_A_LINE = expression(r"\([2-9]\)\s?:\s")
# "물이 준다 →": a chain that goes on elsewhere.
_BROKEN_OFF = Rare(("→",), expression(r"[가-힣)]\s?→$"))
# It is cut there.
_CUT = any_of(
    {
        "물을 가두기 위해서는": r"[가-힣]\s(?:위해서는|위하여는|왜냐하면)$",
        "물이 찼을 때,": r"[가-힣]\s(?:때|경우)(?:에는|는)?,$",
        "물을 가두고,": r"[가-힣](?:고|며|면|는데),$",
        "둑 (": r"[가-힣]\s?[(\[{]$",
    }
)
_ENDS_OF_CUT = ("는", "면", ",", "(", "[", "{")
# "물을 담는 그릇...": more was to come. "… 담는다..." is said, "둑, 보 ..." means others.
_TRAILING = Rare(
    ("..", "…"), expression(r"\A[^,/·.…]*[가-힣A-Za-z](?<![다요음임함됨등까죠])\s?(?:\.{2,}|…+)$")
)
# "[3, 1, 2]", "1.00", "3 / 5".
_VALUE = expression(r"[\[({'\"][^가-힣]*|-?\d[\d., /]*")
# Who writes, of himself.
_WRITER = expression(
    r"(?<![가-힣])(?:저는|제가|저희[는가도]|저도|필자[는가]|우리\s[팀조][은이])(?![가-힣])"
)


def tells_of_its_writer(plain: str) -> bool:
    """Whether a text tells what its writer did: he speaks of himself, and of what has been."""
    if len(_WRITER.findall(plain)) < FEWEST_MENTIONS:
        return False
    return voices.pasts(plain) * PAST_IN >= len(re.findall(r"[가-힣]", plain))


def only_depends(line: str) -> bool:
    """Whether a line only tells what something depends on: "… 에 따라 다르다"."""
    return bool(_DEPENDS.search(line))


def is_problem(line: str) -> bool:
    """Whether a line begins with a problem of a contest: "백준 1234번", "boj.kr/1234"."""
    return bool(_PROBLEM.match(line.strip()))


def leads_below(line: str) -> bool:
    """Whether a sentence only leads to what stands below it: "… 는 다음과 같이 나뉜다"."""
    return bool(_BELOW.search(line.strip()))


def is_advice(line: str) -> bool:
    """Whether a line is what its writer tells a learner: "시험에 나왔으니 꼭 외운다"."""
    return bool(_ADVICE.search(line))


def takes_below(line: str) -> bool:
    """Whether what stands below a sentence is a part of it: "다음과 같이 정의된 집합을 …"."""
    return bool(_WITH_BELOW.search(line))


def gives_example(line: str) -> bool:
    """Whether a line gives an example: "예를 들어 …", "ex) …"."""
    return names.is_instance(line) or bool(_EXAMPLE.match(line.strip()))


def is_assumed(line: str) -> bool:
    """Whether a line says what an example assumes: "… 가 있다고 가정한다"."""
    return bool(_ASSUMED.search(line))


def is_of_program(line: str) -> bool:
    """Whether a line is one of a program: "count = 0;"."""
    return bool(_PROGRAM.search(line.strip()))


def is_type(line: str) -> bool:
    """Whether a line gives a parameter's type, and says no more: "str, default 5"."""
    return bool(_TYPE.fullmatch(line.strip()))


def is_status(line: str) -> bool:
    """Whether a line says how far somebody's work is: "설계 (완료)"."""
    return bool(_STATUS.search(line))


def sets_task(line: str) -> bool:
    """Whether a line is an examiner's order: "… 결과를 쓰시오."."""
    return bool(_TASK.search(line))


def tells_nothing(line: str) -> bool:
    """Whether a line only says that there is nothing to say, or not yet, or where: 없음, p. 31."""
    return bool(_NOTHING.fullmatch(line) or _PAGE.fullmatch(line.strip()))


def ends_another(line: str) -> bool:
    """Whether a line goes on within a sentence that has begun before it: "라는 의문이 든다"."""
    return bool(_END_OF_ANOTHER.match(line.strip()))


def is_of_shown(line: str) -> bool:
    """Whether a line speaks of a figure or an example that the note shows: "위 그림에서 …"."""
    return bool(_OF_SHOWN.match(line.strip()))


def goes_on(line: str) -> bool:
    """Whether a line goes on from one before it, or speaks of the note: "하지만 …"."""
    said = line.strip()
    return bool(_GOING_ON.match(said) or _ON_A_LINE.match(said))


def begins_within(line: str) -> bool:
    """Whether a line begins in the middle of a sentence: "이므로 …"."""
    return bool(_WITHIN.match(line.strip()))


def is_clicked(line: str) -> bool:
    """Whether a line tells what to do with a program's window: "버튼을 눌러 …"."""
    return bool(_CLICKED.search(line.strip()))


def is_aside(line: str) -> bool:
    """Whether a line is but an aside to what stands before it: "(그림 참고)"."""
    return bool(_ASIDE.fullmatch(line.strip()))


def breaks_off(line: str) -> bool:
    """Whether a line leads to what stands elsewhere: "물이 준다 →"."""
    return bool(_BROKEN_OFF.search(line.strip()))


def is_cut(line: str) -> bool:
    """Whether a line is the beginning of a sentence: "물을 가두기 위해서는", "담는 그릇..."."""
    said = line.strip()
    cut = said.endswith(_ENDS_OF_CUT) and bool(_CUT.search(said))
    return cut or bool(_TRAILING.search(said))


def is_value(line: str) -> bool:
    """Whether a line is nothing but a value that a program prints: "[3, 1, 2]"."""
    return bool(_VALUE.fullmatch(line.strip()))
