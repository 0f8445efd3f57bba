"""What a label asks for: a term, a set, nothing; the classes that labels are told by."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from deckbuilder.korean import endings, lists, no_terms, questions, shapes, words
from deckbuilder.korean.contrasts import is_contrast
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.particles import without_of
from deckbuilder.korean.sets import is_set, uncounted
from deckbuilder.model import LabelKind
from deckbuilder.regular import expression

# "각각의 설명은", "하지만 다음과 같은 질문들을 다룬다": an announcement that says nothing of what.
NAMELESS = expression(
    rf"(?:(?:{lists.either(words.OPENINGS)}),?\s)?"
    r"(?:각각|각|이들|그들|이것|그것|다음|아래|이|그)(?:의|은|는|에|과|와)?(?:\s\S+){1,3}$"
)
_OPENINGS = frozenset(words.OPENINGS)


def kind_of(plain: str, written: str) -> LabelKind:
    """What a label asks for, given without and with what announces that a list follows."""
    if is_nameless(plain, written):
        return LabelKind.STATEMENT  # "각각의 설명은 다음과 같다" names nothing
    if shapes.unannounced(plain) != plain:
        return LabelKind.STATEMENT  # "나루는 다음과 같은 이유로 붐빈다"
    kind = classify(plain)
    if kind == LabelKind.TERM and shapes.unannounced(written) != written:
        return LabelKind.SET  # "물의 상태는 다음과 같다"
    return kind


def is_nameless(plain: str, written: str) -> bool:
    """Whether a line announces a list, and does not name it: "그 내용은 …", "하지만 …".

    Both are given as to `kind_of`.
    """
    named = plain or written
    return shapes.announces(written) and (bool(NAMELESS.match(named)) or named in _OPENINGS)


@lru_cache(maxsize=1 << 16)  # for speed only: several rules ask for each label
def classify(plain: str) -> LabelKind:
    """What a label asks for; the order of `CLASSES` is the order of precedence."""
    classes = _UNLISTED if _is_unlisted(plain) else CLASSES
    return next((one.kind for one in classes if one.holds(plain)), LabelKind.TERM)


# Of these kinds a line may head the lines or the list right below it.
HEADS = (LabelKind.SET, LabelKind.CONTRAST, LabelKind.QUESTION)


def names_a_list(plain: str) -> bool:
    """Whether a line right above a list names what the list holds."""
    named = classify(clean(plain)) in (*HEADS, LabelKind.NOISE) and not endings.is_ended(plain)
    return shapes.is_term(plain) or named


# --- how each is told ---------------------------------------------------------------------------

_BETWEEN_LETTERS = expression(r"[\s·,/&()\[\]*:.]+")


@lru_cache(maxsize=1 << 16)  # likewise, for several lists
def _compact(plain: str) -> str:
    return _BETWEEN_LETTERS.sub("", plain).lower()


def is_noise(plain: str) -> bool:
    """Whether a label says that nothing to learn stands beneath it: 출처, 다음 시간."""
    *before, last = plain.lower().split() or [""]
    modified = last in no_terms.NOISE and words.MODIFIERS.issuperset(before)  # "추가 의견"
    return modified or _compact(plain) in no_terms.NOISE or last in no_terms.NOISE_ENDS


def is_property(name: str) -> bool:
    """Whether this is what an export calls a property of a page: 생성일, Status."""
    return _compact(name) in no_terms.PROPERTIES


def names_callout(title: str) -> bool:
    """Whether a callout's title only says of which kind it is: 팁, 주의, Note."""
    return _compact(clean(title).strip("!:. ")) in no_terms.CALLOUTS


def is_contents(plain: str) -> bool:
    """Whether a label says that only links and names of other places stand beneath it."""
    last = plain.lower().split()[-1:]
    return _compact(plain) in no_terms.CONTENTS or not no_terms.NOISE_ENDS.isdisjoint(last)


def is_quoted(plain: str) -> bool:
    """Whether a label says that what stands beneath is quoted: 인용."""
    return _compact(plain) in no_terms.QUOTATIONS


def may_be_term(plain: str) -> bool:
    """Whether a label of a note's contents or chapters may be a term: 참조, 코드, CAP 정리."""
    *before, last = plain.split() or [""]
    theorem = last == "정리" and before and before[-1] in no_terms.THEOREMS
    return bool(theorem) or _compact(plain) in no_terms.ALSO_TERMS


# "[예시] 논에 물을 대는 길"
_MARKED_EXAMPLE = expression(
    rf"[\[【<]\s*(?:{'|'.join(sorted(no_terms.FOR_EXAMPLE))})\s*[\]】>]", re.I
)


# "예제 (한강)", "예시2 (물레 둘)": an example, and of what; "예(禮)" and "예 (禮)" are a name.
_EXAMPLE_OF = expression(
    rf"(?:{'|'.join(sorted(no_terms.FOR_EXAMPLE))})(?:\s?\d{{1,2}}\s?|\s)[(（](?!(?-i:[一-龥]+)[)）])[^()（）]+[)）]",
    re.I,
)


def _is_example(plain: str) -> bool:
    if _MARKED_EXAMPLE.match(plain) or _EXAMPLE_OF.fullmatch(plain):
        return True
    last = plain.split()[-1:] or [""]
    named = _compact(uncounted(plain)) in no_terms.EXAMPLES or is_answer(plain)
    return named or last[0] in no_terms.EXAMPLE_ENDS or plain.endswith(no_terms.EXAMPLES_OF_CODE)


# "24.8.25 2교시", "p.133 1권": a day, a page, and what stands there.
DAY_OR_PAGE = expression(
    r"(?:\d{2}(?:\d{2})?\.\s?\d{1,2}\.\s?\d{1,2}\.?|pp?\.\s?\d+)"
    r"(?:[\s~,-]+(?:\d+\s?(?:쪽|교시|권|장|문단|단락|번)?|[가-힣]+째\s단락))*"
)


_DIGIT = expression(r"\d")
_NUMBERED_CHAPTER = expression(
    r"제?\s?\d+\s?(?:장|절|강|부|과|단원|과목|주차?|차시)|(?:챕터|chapter)\.?\s?\d+", re.I
)


def _is_chapter(plain: str) -> bool:
    *before, last = plain.lower().split() or [""]
    theorem = last == "정리" and before and before[-1].endswith("의")  # "피타고라스의 정리"
    numbered = _DIGIT.search(plain) and (
        _NUMBERED_CHAPTER.fullmatch(plain) or DAY_OR_PAGE.fullmatch(plain)
    )
    return bool(
        numbered
        or _compact(plain) in no_terms.CHAPTERS
        or _compact(GLOSS.sub("", plain)) in no_terms.CHAPTERS  # "핵심 포인트 (실수)"
        or (last in no_terms.CHAPTER_ENDS and not theorem)
    )


_BEFORE_ASPECT = words.MODIFIERS | words.ASPECTS
BETWEEN_WORDS = expression(r"[\s/·,]+")


def _is_aspect(plain: str) -> bool:
    *before, last = BETWEEN_WORDS.split(questions.asked(plain).strip())
    # "핵심 개념", "개념 정의", "정의/개념"
    modified = last in words.ASPECTS and _BEFORE_ASPECT.issuperset(before)
    return modified or _compact(questions.asked(plain)) in words.ASPECTS


def is_answer(name: str) -> bool:
    """Whether a name says that an answer follows: 정답, 풀이."""
    return _compact(name) in no_terms.ANSWERS


# One of several, by its number.
STAGE = expression(r"제?\s?\d{1,2}\s?(?:단계|국면|기)")


def is_attribute(name: str) -> bool:
    """Whether a name says what is told of a thing: "크기", "시간 복잡도", "2단계"."""
    return _compact(name) in words.ATTRIBUTES or bool(STAGE.fullmatch(name))


def is_stage(name: str) -> bool:
    """Whether a name is one stage of several: 1단계, "준비 단계"; "만드는 단계" names them all."""
    *before, last = name.split() or [""]
    one = len(before) == 1 and last == "단계" and not before[0].endswith("는")
    return bool(STAGE.fullmatch(name)) or (one and without_of(before[0]) == before[0])


_CHAIN = expression(r"\s(?:=|→|->|=>)\s")


def _is_statement(plain: str) -> bool:
    plain = questions.asked(plain)
    bare = GLOSS.sub("", plain)
    if len(bare) > shapes.LONGEST_NAME or _CHAIN.search(bare):
        return True
    return shapes.is_sentence(plain)


# --- the classes ---------------------------------------------------------------------------------


class Class(NamedTuple):
    """Labels that ask for one thing, and how they are told."""

    kind: LabelKind
    holds: Callable[[str], bool]
    listed: bool = False
    """Whether a label of words alone is of it only where a list has that label, or its end."""


CLASSES = (
    Class(LabelKind.NOISE, is_noise, listed=True),
    Class(LabelKind.EXAMPLE, _is_example, listed=True),
    Class(LabelKind.ASPECT, _is_aspect, listed=True),
    Class(LabelKind.CHAPTER, _is_chapter, listed=True),
    Class(LabelKind.QUESTION, questions.is_question),
    Class(LabelKind.CONTRAST, is_contrast),
    Class(LabelKind.SET, lambda plain: is_set(plain) and not endings.is_ended(plain)),
    Class(LabelKind.STATEMENT, _is_statement),
)
_UNLISTED = tuple(one for one in CLASSES if not one.listed)

# What a label of words alone is, or ends in, if lists tell its class.
_WHOLE = no_terms.NOISE.union(no_terms.EXAMPLES, no_terms.ANSWERS, words.ASPECTS, no_terms.CHAPTERS)
_LAST = no_terms.NOISE.union(
    no_terms.NOISE_ENDS,
    no_terms.EXAMPLE_ENDS,
    (two.split()[-1] for two in no_terms.EXAMPLES_OF_CODE),
    words.ASPECTS,
    no_terms.CHAPTER_ENDS,
)
_WORDS = expression("[가-힣 ]+")


def _is_unlisted(plain: str) -> bool:
    """Whether a label is of none of the classes that lists tell: one look for four, as most are."""
    if not _WORDS.fullmatch(plain) or "가지" in plain or questions.asked(plain) != plain:
        return False
    parts = plain.split()
    return bool(parts) and parts[-1] not in _LAST and "".join(parts) not in _WHOLE
