"""What a line wants of whoever reads it: an answer, a deed."""

from __future__ import annotations

from deckbuilder.korean import lists, no_terms
from deckbuilder.korean.rare import Rare
from deckbuilder.regular import expression

# An interviewer's question to a reader.
_ASKS_READER = Rare(("요", "오"), expression(r"(?:[까나]요|인가요|주세요|보세요|하시오)[?.]?$"))
# "… 은 왜 일어났는가", "어떤 곳이었나?": what a note, or a talk, is going to answer.
# Atomic: where the first such word does not fit, no later one does.
_ASKED = expression(
    r"^(?>.*?(?:왜|어떻게|어떤|무엇|누가|언제|어디))\S*\s.*(?:[는은인한을를]가|[었았였했]나|까)$|[?？]$"
)
# "면접관: … 의 차이를 설명해 주세요": what somebody is asked for.
_REQUEST = Rare(
    ("세요",),
    expression(rf"(?:{lists.either(no_terms.TOLD_ON_DEMAND)})(?:해|씀해)?\s?(?:주|보)세요[.?]?$"),
)
_LET_US = lists.as_list("보자 보라 보시죠 보겠습니다 보겠다 봅시다 봐요 봐라 봐")
_TO_THINK = lists.as_list("생각 고민 상상 의논 토론 설명 대답 답 적어 써 알려 찾아 말 이야기")
# "… 을 적어 봅시다", "… 알려 주십시오": behind a question no answer to it; "다시 끓이세요" is one.
_WANTED = expression(
    rf"(?:{lists.either(_TO_THINK)})(?:해|씀해)?\s?"
    rf"(?:(?:하|주|보)(?:세요|십시오|시오|기\s바랍니다)|{lists.either(_LET_US)})[.!~?]*$"
)
# "… 를 준비하세요", "… 을 참조하십시오": said to a reader; "… 누르세요" may be what is done.
_TO_READER = Rare(
    ("세요", "십시오"),
    expression(
        r"(?:참조|참고|준비|확인|설치|실행|입력|이동|선택|작성)\s?(?:하|해\s?주)(?:세요|십시오)[.!]?$"
    ),
)
_LAST_ASKED = frozenset("가나까?？")


def asks_reader(line: str) -> bool:
    """Whether a line is a question to whoever reads it: "… 설명해 주세요."."""
    return bool(_ASKS_READER.search(line.strip()))


def is_request(line: str) -> bool:
    """Whether a line asks to be told something: "… 의 차이를 설명해 주세요."."""
    return bool(_REQUEST.search(line.strip()))


def only_wants(sentence: str) -> bool:
    """Whether a sentence asks, or wants its reader to do something, and tells nothing."""
    return asks(sentence) or bool(_WANTED.search(sentence.strip()))


def tells_reader(line: str) -> bool:
    """Whether a line tells whoever reads it what to do: "… 를 준비하세요."."""
    return bool(_TO_READER.search(line.strip()))


def asks(line: str) -> bool:
    """Whether a line is a question: "… 은 왜 일어났는가", "…?"."""
    said = line.strip()
    return said[-1:] in _LAST_ASKED and bool(_ASKED.search(said))
