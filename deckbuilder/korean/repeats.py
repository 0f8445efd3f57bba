"""Whether a line only says a name again: "수문을 제어하는 방법" of "수문 제어", 펀드 of Fund."""

from __future__ import annotations

import re

from deckbuilder.korean import lists, loanwords
from deckbuilder.korean.shapes import HANGUL
from deckbuilder.korean.standing_in import PARTICLE

# A longer line says more than a name.
LONGEST = 40
_WORD = re.compile(r"[가-힣A-Za-z\d]+")
_FORMULA = re.compile(r"[=^∑√→⋅×{}]")
# Behind a noun: its particle, or the verb that it is made.
_BEHIND = re.compile(
    rf"(?<=[가-힣A-Za-z\d])(?:하는|한다|합니다|하기|함|할|되는|된다|됩니다|됨|시키는|{PARTICLE})$"
)
# They say nothing of their own.
_EMPTY = lists.as_set("""
    것 것이다 방법 방식 기법 수단 과정 절차 작업 활동 행위 현상 기능 역할 개념 종류 일종 위한 위해
    대한 관한 사용 뜻 의미 그 및 등
    """)


def only_repeats(name: str, line: str) -> bool:
    """Whether every word of a line is one of a name, or says of what sort things are.

    Args:
        name: of a thing.
        line: all that is said of it.
    """
    if len(line) > LONGEST or not HANGUL.search(line) or _FORMULA.search(line):
        return False
    said = "".join(_WORD.findall(name)).lower()
    bare = [_BEHIND.sub("", _BEHIND.sub("", word)) for word in _WORD.findall(line)]
    own = [word for word in bare if len(word) > 1 and word.lower() in said]
    alike = [word for word in bare if word not in own and loanwords.read_alike(name, word)]
    again = {*own, *alike}
    return bool(again) and all(word in again or word in _EMPTY for word in bare)
