"""Whether a line only says a name again: "수문을 제어하는 방법" of "수문 제어", 펀드 of Fund."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.korean import lists, loanwords
from deckbuilder.korean.shapes import HANGUL, singular
from deckbuilder.korean.standing_in import PARTICLE

# A longer line says more than a name.
LONGEST = 40
_WORD = re.compile(r"[가-힣A-Za-z\d]+")
_FORMULA = re.compile(r"[=^∑√→⋅×{}]")
# Behind a noun: its particle, or the verb that it is made.
_BEHIND = re.compile(
    rf"(?<=[가-힣A-Za-z\d])(?:하는|한다|합니다|하기|한|함|할|되는|된|된다|됩니다|됨|시키는|{PARTICLE})$"
)
# They say nothing of their own.
_EMPTY = lists.as_set("""
    것 것이다 방법 방식 기법 수단 과정 절차 작업 활동 행위 현상 기능 역할 개념 종류 일종 위한 위해
    대한 관한 사용 뜻 의미 그 및 등
    """)


def only_repeats(name: str, line: str) -> bool:
    """Whether a line has all words of a name, and no others but such as 방법.

    Args:
        name: of a thing.
        line: all that is said of it.
    """
    if len(line) > LONGEST or not HANGUL.search(line) or _FORMULA.search(line):
        return False
    named = _WORD.findall(singular(name))
    said = [_BEHIND.sub("", _BEHIND.sub("", word)) for word in _WORD.findall(line)]
    says_more = any(word not in _EMPTY and not _is_among(word, named) for word in said)
    return not says_more and all(_is_among(word, said) for word in named)


def _is_among(word: str, others: Sequence[str]) -> bool:
    """Whether a word is one of others, or is read as one: 거버넌스, Governance."""
    return any(
        word.lower() == other.lower() or loanwords.read_alike(word, other) for other in others
    )
