"""How a line ends that tells what something is, and how plainly; what ends with a verb instead."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from deckbuilder.korean import nouns, patterns, words
from deckbuilder.korean.endings import CASE
from deckbuilder.korean.particles import OBJECT
from deckbuilder.korean.topics import GENUS
from deckbuilder.regular import expression

_MEANS = "|".join((*words.MEANS, patterns.SHORT_FOR))
_DOES = "|".join(patterns.DOES)
# "나루는 마을에 중요한 역할을 한다" does not say which.
_OF_WHAT = "(?<!중요한)(?<!적인)(?<!큰)"
ADNOMINAL = "|".join(words.ADNOMINAL_ENDS)
_NO_GENUS = rf"(?!(?:{'|'.join(words.NO_GENERA)})(?:이|다|입|임))"
_COPULA = r"(?:이다|다|입니다|임|이며,?\s.*|(?:으로|로)서?,\s.*|이?라고 할 수 있다|라 할 수 있다)"
_OBJECT = rf"{OBJECT}\s(?!용도|목적)"  # not 막을 of "물을 막을 목적으로"
_IS_FOR_A_USE = rf"{_OBJECT}(?:\S+\s){{0,3}}\S*{patterns.FOR_A_USE}{patterns.IS_USED}"
# "수문은 물을 막는 데 쓴다"; of "마을은 돌을 둑을 쌓는 데 쓴다" the other thing is used.
_ONE_USES_FOR = (
    rf"^(?!(?:.*{_OBJECT}){{2}}).*{_OBJECT}(?!{patterns.DONE_TO_NOTHING})"
    rf"\S*?(?:{patterns.FOR_WHICH}|{patterns.FOR_A_USE}){patterns.ONE_USES}"
)


class Form(IntEnum):
    """How plainly a sentence says that it defines, the plainest first."""

    NAMED = 1
    """"X란 …", "… 를 X라고 한다", a marked topic."""
    GENUS = 2
    """"X는 … 하는 장치이다", "X는 … 를 말한다"."""
    LOOSE = 3
    """"X는 … 하는 것이다", "X는 … 하는 빛", "… 하는 것이 X이다"."""


class Says(NamedTuple):
    """How a sentence ends that tells what something is, and how plainly that says so."""

    form: Form
    behind: int
    """So many characters stand in front at least."""
    end: re.Pattern[str]
    last: frozenset[str] = frozenset()
    """The letters of which one is the last of all lines that end so; none for any."""
    marks: tuple[str, ...] = ()
    """Or one of these stands in it: what ends so may go on."""
    words: int = 0
    """Only this many last words are searched (0: the whole line), unless one of `marks` stands in
    it."""
    first: Says | None = None
    """A cheaper test that holds of every line that this one holds of; asked before it."""

    def holds(self, plain: str) -> bool:
        """Whether a line ends so."""
        ends = not self.last or plain.rstrip(".\n")[-1:] in self.last
        if not ends and not self._goes_on(plain):
            return False
        if self.first and not self.first.holds(plain):
            return False
        few = self.words and not self._goes_on(plain)
        behind = len(plain.rsplit(None, self.words)[0]) - 1 if few else 0
        return bool(self.end.search(plain, max(self.behind, behind)))

    def _goes_on(self, plain: str) -> bool:
        return any(mark in plain for mark in self.marks)


_LAST_OF_VERB, _LAST_OF_COPULA = frozenset("다함임킴"), frozenset("다임")
_LAST_OF_GENUS = frozenset(noun[-1] for noun in words.GENERA)
# Within what goes on behind the copula: "… 장치이며, …".
_GOING_ON = ("이며", "로,", "서,")
_BY_GENUS = Says(
    Form.LOOSE,
    4,
    expression(rf"(?:{GENUS}){_COPULA}\.?$"),
    last=_LAST_OF_COPULA,
    marks=_GOING_ON,
    words=4,  # "… 장치라고 할 수 있다"
)
# "… 를 말한다", "… 를 뜻한다".
MEANS = Says(
    Form.GENUS,
    4,
    expression(rf"(?<!다고\s)(?<!자고\s)(?:{_MEANS})\.?$"),  # "… 필요하다고 말한다": somebody
    last=_LAST_OF_VERB,
    marks=("약자", "약어", "줄임말", "준말"),
)
# What a sentence "X는 …" says when it tells what X is.
SAYS_WHAT = (
    MEANS,
    Says(
        Form.GENUS,
        4,
        expression(rf"{patterns.FOR_WHICH}{patterns.IS_USED}\.?$"),
        last=_LAST_OF_VERB,
    ),
    Says(
        Form.GENUS,
        0,
        expression(rf"(?:{_IS_FOR_A_USE}|{_ONE_USES_FOR})\.?$"),
        last=_LAST_OF_VERB,
    ),
    Says(
        Form.GENUS,
        4,
        expression(rf"(?:{ADNOMINAL}){_OF_WHAT}\s(?:\S+\s)?(?:{_DOES})\.?$"),
        last=_LAST_OF_VERB,
    ),
    # "… 하는 빛이다"; with a genus that is known, words between: "… 하는 자료 구조이며, …".
    Says(
        Form.GENUS,
        4,
        expression(
            rf"(?:{ADNOMINAL})\s{_NO_GENUS}"
            r"\S{1,8}(?:\([^)]*\))?(?:이다|입니다|임|이며,?\s.*)\.?$"
        ),
        last=_LAST_OF_COPULA,
        marks=_GOING_ON,
    ),
    Says(
        Form.GENUS,
        4,
        expression(rf"(?:{ADNOMINAL})\s{_NO_GENUS}(?:.{{0,30}}\s)?\S*(?:{GENUS}){_COPULA}\.?$"),
        last=_LAST_OF_COPULA,
        marks=_GOING_ON,
        first=_BY_GENUS,
    ),
    # A note's short style: "… 하는 구성 방식", with a genus that is known and no copula.
    Says(
        Form.GENUS,
        4,
        expression(rf"(?:{ADNOMINAL})\s(?:\S+\s){{0,2}}\S*(?:{GENUS})\.?$"),
        last=_LAST_OF_GENUS,
        words=3,
    ),
    Says(Form.LOOSE, 14, expression(r"것(?:이다|입니다|임)\.?$"), last=_LAST_OF_COPULA),
    _BY_GENUS,
    # A bare noun behind an adnominal: "… 하는 기술", "… 위한 것".
    Says(
        Form.LOOSE,
        4,
        expression(rf"(?:{ADNOMINAL})\s(?!\S*[다요]\.?$)[가-힣A-Za-z]{{1,8}}(?:\([^)]*\))?\.?$"),
    ),
)


# "… 하는 정보 입니다": the copula apart from its noun, as many write it; it is at most so long.
_APART = expression(r"(?<=[가-힣A-Za-z)])\s(?=(?:이다|입니다|임)\.?$)")
_LONGEST_APART = 6


def form(plain: str) -> Form | None:
    """How plainly a line tells what something is, by its end; None where it does not."""
    apart = _APART.search(plain, max(0, len(plain) - _LONGEST_APART))
    joined = plain[: apart.start()] + plain[apart.end() :] if apart else plain
    return next((says.form for says in SAYS_WHAT if says.holds(joined)), None)


# "직선이 만나서 생기는 점": what a thing is, in a note's short style.
_TOLD = "|".join(sorted(words.TOLD_AS))
_TELLS = Says(
    Form.LOOSE,
    8,
    expression(rf"(?:{ADNOMINAL})\s(?:\S+\s){{0,2}}\S*(?:{_TOLD})\.?$"),
    last=frozenset(noun[-1] for noun in words.TOLD_AS),
    words=3,
)


def tells(plain: str) -> bool:
    """Whether a line without a verb tells what something is, and is the name of nothing."""
    return _TELLS.holds(plain)


# "… 제공하는 반제품 형태의 소프트웨어 시스템": a thing, however much stands in front of its name.
_OF_A_SORT = Says(
    Form.LOOSE,
    4,
    expression(rf"(?:{ADNOMINAL})\s(?:.{{0,60}}\s)?\S*(?:{GENUS})\.?$"),
    last=_LAST_OF_GENUS,
)


def is_of_a_sort(plain: str) -> bool:
    """Whether a line describes something, and ends in a noun that tells what sort it is."""
    return _OF_A_SORT.holds(plain)


def tells_sort(plain: str) -> bool:
    """Whether a line plainly tells of what sort a thing is: "… 하는 장치이다", "… 하는 현상"."""
    return form(plain) == Form.GENUS or tells(plain) or is_of_a_sort(plain)


# What ends with a verb, and not with the copula.
_VERB = expression(r"(?:(?!이)[가-힣]다|[가-힣]요|[가-힣]죠|[함됨])[.!]?$")
_BY_COPULA = expression(r"(?:입니다|이에요|예요)[.!]?$")
FINAL_M = 16  # of the 28 finals of a syllable in Unicode, the one of 음


def has_verb(sentence: str) -> bool:
    """Whether a sentence says what something does, or how it is: it ends with a verb."""
    plain = sentence.strip()
    if plain in nouns.NOUNS_IN_DA:
        return False
    made = _is_made_noun(plain.rstrip(".!")) and CASE.search(plain)  # "물이 넘침"
    return bool(made) or (bool(_VERB.search(plain)) and not _BY_COPULA.search(plain))


def _is_made_noun(plain: str) -> bool:
    """Whether a line ends as a verb does that is made a noun: with ㅁ below its last syllable."""
    final = "가" <= plain[-1:] <= "힣" and (ord(plain[-1]) - ord("가")) % 28
    return final == FINAL_M and not plain.endswith(tuple(nouns.NOUNS_IN_M))


# "단위 부피의 질량이다", "누구나 고치는 문서이며 …": what it is, whatever the noun.
_IS_SOME = expression(r".{6,}[가-힣)](?:이다|입니다|이며,?\s.+)\.?$")


def is_some(plain: str) -> bool:
    """Whether a sentence says by its verb "to be" what something is."""
    return bool(_IS_SOME.match(plain))


# Atomic: where what follows the first of these does not fit, it fits no later one.
_CLAUSE = expression(rf"(?>.*?(?:{OBJECT}|[가-힣]에|에서)\s).*(?:{ADNOMINAL})\s\S+$")


def is_clause(plain: str) -> bool:
    """Whether a line is a noun with a clause that tells what it is: "물을 막으려고 쌓은 둑"."""
    return bool(_CLAUSE.match(plain)) and not has_verb(plain)
