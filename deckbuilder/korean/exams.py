"""What an exam offers to choose from: the question, its choices, the line that gives the answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.korean import lists
from deckbuilder.regular import any_of, expression

_RIGHT_OR_WRONG = lists.as_list("옳은 맞는 알맞은 틀린 바른 적절한 적합한 타당한 잘못된 아닌")
# Behind what is right, or wrong.
_OFFERED = r"\s(?:\S{1,4}\s)?(?:것|설명|보기)(?:[은는을를]|\s?[?？]|$)"
# "어떻게 여는가?" has steps below it.
_TO_CHOOSE = any_of(
    {
        "물을 막는 것?": r"(?:것|곳|사람|보기)(?:은\s?[?？]?|\s?[?？])$",
        "다음 중 물을 막는 둑": r"(?:다음|보기)(?:의\s\S+)?\s(?:중|가운데)(?:에서?는?)?(?![가-힣])",
        "둑을 골라 쓰시오": r"(?<![가-힣])골라(?:라|\s?(?:보|적|쓰)(?:라|시오|세요|자|아라))?\.?$",
        "둑을 고르면?": r"고르(?:시오|세요|십시오|라(?![가-힣])|면\s?[?？])",
        "옳은 설명을": rf"(?:{lists.either(_RIGHT_OR_WRONG)}){_OFFERED}",
        "옳지 않은 것을": r"(?:옳|맞|알맞|바르|적절하|적합하|타당하)지\s?(?:않은|못한)" + _OFFERED,
        "잘못 이은 것을": rf"(?:잘못|옳게|맞게|바르게)\s\S{{1,6}}{_OFFERED}",
        "Which of these": r"\bwhich of\s",
    },
    re.IGNORECASE,
)
# "Is it the dam?": so an English question begins, "Do while" and "Is a relation" too.
_IN_ENGLISH = expression(r"(?:^|,\s)(?:can|is|are|do|does|which)\s", re.IGNORECASE)
# "c. 물을 가둔다", "D) lambda": steps have such letters, too, and "E. coli" is a name.
_CHOICE = expression(r"[a-eA-E](?:\)\s?|\.\s)\S")
# "정답: a", "답은 ③", "정답 b) 흙"; in "정답 1 부" it is counted.
_ANSWER = expression(
    r"\W*(?:정답|해답|답|answer)(?:\s?[:：=)은]|\s?[-=]>|\s?→|\s)\s*"
    r"[(\[]?(?:[a-e]|[①-⑤]|[1-5]번?)(?:[)\]].*|\s?(?:이다|입니다))?\.?",
    re.IGNORECASE,
)
# "정답: ②" tells it even below no question, where "답: 2" is a number.
_BY_SIGN = expression(r"[:：]\s*[(\[]?(?:[①-⑤]|[a-e](?![a-z]))", re.IGNORECASE)


def asks_to_choose(question: str) -> bool:
    """Whether a question asks which of those that it offers is right: "다음 중 옳은 것은?"."""
    english = question.rstrip().endswith(("?", "？")) and _IN_ENGLISH.search(question)
    return bool(english or _TO_CHOOSE.search(question))


def offers_choices(question: str, said: Sequence[str], items: int = 0) -> bool:
    """Whether what stands below a question, or a name, are choices.

    Not points that have letters and tell of it: nobody asks to choose one, and no line says which
    one is right.

    Args:
        question: what heads them.
        said: the lines below it, one by one.
        items: how many of them are items of a list, whose letters and numbers are gone.
    """
    choices = [bool(_CHOICE.match(line.strip())) for line in said]
    if len(said) < 2 or not (any(choices) or items):
        return False  # as most have none
    right = next((line for line in said if _ANSWER.fullmatch(line.strip())), "")
    asked = any(choices) or question.rstrip().endswith(("?", "？", "가", "까"))
    if len(said) > 2 and right and (asked or _BY_SIGN.search(right)):
        return True
    if 2 * sum(choices) < len(said):
        return False
    at = choices.index(True)
    return any(map(asks_to_choose, (question, *said[max(0, at - 1) : at])))
