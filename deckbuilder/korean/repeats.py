"""Whether a line only says a name again: "수문을 제어하는 방법" of "수문 제어", 펀드 of Fund."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.korean import lists, loanwords
from deckbuilder.korean.endings import CASE
from deckbuilder.korean.shapes import HANGUL, compact, singular
from deckbuilder.korean.standing_in import PARTICLE
from deckbuilder.regular import expression

# A longer line says more than a name.
LONGEST = 40
# A shorter name stands within others; so many letters more hardly tell what it names.
LEAST_NAME, FEW_MORE = 2, 3
# A gloss; what is said in brackets at greater length may tell what it is.
_BRACKET = expression(r"\s\((?:[^()가-힣]*|[가-힣]+)\)")
_WORD = expression(r"[가-힣A-Za-z\d]+")
_FORMULA = expression(r"[=^∑√→⋅×{}]")
# Behind a noun: its particle, or the verb that it is made.
_BEHIND = expression(
    rf"(?<=[가-힣A-Za-z\d])(?:하는|한다|합니다|하기|한|함|할|되는|된|된다|됩니다|됨|시키는|{PARTICLE})$"
)
# They say nothing of their own.
_EMPTY = lists.as_set("""
    것 것이다 방법 방식 기법 수단 과정 절차 작업 활동 행위 현상 기능 역할 개념 종류 일종 위한 위해
    대한 관한 사용 뜻 의미 그 및 등
    """)


def only_repeats(name: str, line: str) -> bool:
    """Whether a line has all words of a name, and no others but such as 방법, or one before them.

    Args:
        name: of a thing.
        line: all that is said of it.
    """
    return _is_name_again(name, line) or _has_its_words(name, line)


def _is_name_again(name: str, line: str) -> bool:
    """Whether a line ends with a name, behind a word at most: "물레의 수문"."""
    bare = " ".join(name.lower().split())
    shown = _BRACKET.sub("", line) if "(" in line else line
    said = " ".join(shown.lower().strip(" .").split())
    before, found, behind = f" {said}".rpartition(f" {bare}")
    if not found or behind or len(bare) < LEAST_NAME:
        return False  # as most lines end otherwise
    if _FORMULA.search(line) or CASE.search(f"{before} "):
        return False  # "논을 두른 낮은 둑" tells which ones are called so
    more = compact(before)
    return len(more) <= FEW_MORE and all(map(HANGUL.match, more or bare[:1]))


def _has_its_words(name: str, line: str) -> bool:
    if len(line) > LONGEST or not HANGUL.search(line) or _FORMULA.search(line):
        return False
    named, said = _WORD.findall(singular(name)), _WORD.findall(line)
    if any(word not in _EMPTY and not _is_among(word, named) for word in map(_bare, said)):
        return False  # as most lines do, by their first word
    bare = list(map(_bare, said))
    return all(_is_among(word, bare) for word in named)


def _bare(word: str) -> str:
    return _BEHIND.sub("", _BEHIND.sub("", word))


def _is_among(word: str, others: Sequence[str]) -> bool:
    """Whether a word is one of others, or is read as one: 거버넌스, Governance."""
    return any(
        word.lower() == other.lower() or loanwords.read_alike(word, other) for other in others
    )
