"""What stands around a label and leaves it: numbering, emoji, closing marks, quotes."""

from __future__ import annotations

import re
from functools import lru_cache

from deckbuilder.model import Run, Text
from deckbuilder.regular import any_of, expression

# A number that measures something, "10-15 분", or that a law is known by, "68-95-99.7 규칙".
_MEASURE = (
    r"(?:[초분월일년배회명개도원]|[mk]?g|[mkc]?m|[mdμ]?L|시간|개월|년생|차원|퍼센트)(?!(?-i:[가-힣])|[a-z])"
    r"|(?:법칙|규칙)"
)
# The day that an event is called by: "6.25 전쟁", "5.18 민주화 운동".
_EVENT = (
    r"(?:(?:민주화?|만세|군사|학생|독립)\s?)?"
    r"(?:운동|혁명|전쟁|사변|사태|정변|쿠데타|항쟁|사건|선언|의거|시위|후퇴|참변|참사|조치)(?!(?-i:[가-힣]))"
)
# Numbering in front of a label; tried in turn until none fits ("1. (2) …").
NUMBERING = tuple(
    expression(shape, re.I)
    for shape in (
        r"\d{1,3}\s*[.)]\s+",  # 1.   1)
        r"\d{1,2}(?:[._-]\d{1,2})+\s*[.)]\s+",  # 1.2.3)   1_1.
        rf"[1-9]\d?(?:[._-][1-9]\d?)+\s+(?!{_MEASURE}|{_EVENT})(?=[^\W\d])",  # 1-1   1.2
        r"\d{1,2}(?:(?:\.\d{1,2})+-?|-)\(\d{1,2}\)\s*(?=[^\W\d])",  # 2.1-(1)
        r"\d{2}\s-\s\d{2}\s+(?=\S)",  # 07 - 04
        r"\d{2}_(?=[^\W\d_])",  # 07_용어
        r"\d{1,2}[.)](?=[^\d\s.])",  # 13.용어, without the space
        r"[(\[]\s*(?:\d{1,2}|[a-z]|[가나다라마바사아자차카타파하])\s*[)\]]\s*",  # (1)  [1]  (가)
        r"[①-⑳⑴-⒇⓪❶-❿➀-➉㉠-㉻㈀-㈜Ⅰ-Ⅻⅰ-ⅻ⒜-⒵ⓐ-ⓩ][.)]?\s*",
        r"[#*]?\d\N{VARIATION SELECTOR-16}?\N{COMBINING ENCLOSING KEYCAP}\s*",  # 1️⃣
        r"[IVX]{1,4}[.)]\s+",  # IV.
        r"[가나다라마바사아자차카타파하ㄱ-ㅎ][.)]\s*(?=\S)",  # 가.
        r"(?!(?-i:[A-Z]\.\s[a-z]{3,}))[a-zA-Z][.)]\s+",  # a.   B)   "E. coli" is a name
        r"(?:step|part|chapter|ch|unit|week|day|lesson|section)\.?\s*\d+(?:-\d+)*\s*[.:)\-]*\s+",
        r"제?\s?\d{1,2}\s?[장절편부](?=[\s.:)])[.:)\-]*\s*",  # 제1장, 2절.
        r"#{2,6}\s*(?=\S)",  # "###용어", a heading without its space
        r"제?\s?\d{1,2}\s?(?:강|주차|차시)\s?[.:)]\s*",  # 5강.
        r"Q\d*\s*[.:)]\s*",  # Q1.
        r"[\[(<]\s*(?:step|단계|phase)\.?\s*\d{1,2}\s*[\])>]\s*",  # [STEP 1]
        r"§\s?\d{1,3}(?:[.-]\d{1,3})*\.?\s+(?=\S)",  # §4-2.
        r"[A-Z]{1,3}\d{1,2}\.\s+(?=\S)",  # DB3.
        r"(?:첫|둘|셋|넷|다섯|여섯)째\s*[,:.]\s*",  # 첫째,
    )
)
_EMOJI = (  # (to make ranges of either case takes Python long)
    r"(?-i:[\U0001F000-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF\u2300-\u23FF\u25A0-\u25FF\u203B"
    r"\u2190-\u21FF\u2022\u00B7\u2043*]|\uFE0F|\u200D)"
)
_REMARKS = "참고|주의|추가|중요|핵심|심화|보충|복습|필수|선택|번외|부록"
_IN_FRONT = any_of(
    {
        "⭐": _EMOJI,
        "[중요]": rf"\[(?:{_REMARKS})\]",
        ">용어": r">(?![=a-z])",
        "-> ": r"[-=]>\s",
        "- ": r"[-–—－]+\s",
        " ": r"\s",
    },
    re.I,
)
FRONT = expression(rf"(?:{_IN_FRONT.pattern})+", re.I)
# The star of "A*" is the name's; that of "용어*" marks a remark.
_OF_NAME = r"(?<=(?<![A-Za-z])[A-Z])\*"
BACK = expression(rf"(?!{_OF_NAME})(?:{_EMOJI}|[:：]|->|=>|[-–—=]|[.,;](?!\w)|\s)++", re.I)
# What ends a word ends no such signs.
_ENDS = expression("[가-힣A-Za-z0-9]")
_LAST_WORD = expression(rf".*{_ENDS.pattern}", re.DOTALL)
# A tag of HTML is in no quotes: `<a>`.
QUOTED = expression(
    r"""^(?!</?[A-Za-z][\w /-]*>$)(["'“‘「『<\[【《])(.+)(["'”’」』>\]】》])$""", re.ASCII
)


# What is said of one in the place of its name.
_NO_NAMES = "증명|계속|중요|생략|참고|필수|암기|복습|보충|심화|예제|연습"
# "정리 3 (단조 수렴)", "Definition 2.1 (유계수열)": what textbooks count, with its name.
NAMED_THEOREM = expression(
    r"(?:(?:보조|따름)?정리|명제|정의|공리|성질"
    r"|Theorem|Lemma|Definition|Proposition|Corollary|Axiom)\s?\d{1,3}(?:\.\d{1,3})*\.?\s*"
    rf"\((?P<name>(?!{_NO_NAMES})[^()]{{2,40}}(?:\([^()]{{1,30}}\))?)\)"
)

_LETTER = expression(r"\w")
# Any of them, in one go.
_ANY = expression("|".join(f"(?:{one.pattern})" for one in (FRONT, *NUMBERING)), re.I)
# In front of a label stand so many numbers at most; a line of nothing else takes long to read.
MOST_NUMBERS = 16


@lru_cache(maxsize=1 << 16)  # for speed only: each label is asked a dozen times
def behind_numbering(plain: str) -> int:
    """Where a label begins behind its numbering and emoji (an offset in `plain`)."""
    at = 0
    for _ in range(MOST_NUMBERS):
        rest = plain[at:]
        if not _ANY.match(rest):
            return at  # as most labels begin with a word
        hits = [FRONT.match(rest), *(one.match(rest) for one in NUMBERING)]
        step = max((hit.end() for hit in hits if hit), default=0)
        if not step or at + step >= len(plain):
            return at
        at += step
    return at


def without_numbering(text: Text) -> Text:
    """A line without the numbering and the emoji in front of it."""
    if text.runs and is_sign(text.runs[0]):
        return text
    return text.cut(behind_numbering(text.plain))


def trim(text: Text) -> Text:
    """A label without numbering, emoji, closing punctuation and bold marks."""
    text = without_numbering(text)
    end = closing(text.plain)
    if end and not text.runs[-1].has("code"):  # `cd ..` and `ls *` end so
        text = text.cut(0, end)
    if theorem := NAMED_THEOREM.fullmatch(text.plain):
        text = text.cut(*theorem.span("name"))
    return text.without("strong", "mark")


def is_sign(run: Run) -> bool:
    """Whether a run is nothing but signs, written as code: the name of `*` is no bullet's."""
    return run.has("code") and not _LETTER.search(run.text)


def closing(plain: str) -> int:
    """Where emoji and closing punctuation begin behind a label; its length where there is none.

    Asking for the end of the line within the pattern would try each place of a long run anew.
    """
    if _ENDS.match(plain[-1:]):
        return len(plain)  # as most labels end with a word
    last = _LAST_WORD.match(plain)
    behind = last.end() if last else 0
    starts = (run.start() for run in BACK.finditer(plain, behind) if run.end() == len(plain))
    return next(starts, len(plain))


@lru_cache(maxsize=1 << 16)  # likewise
def clean(plain: str) -> str:
    """A name without numbering, emoji, quotes and closing punctuation."""
    plain = plain[behind_numbering(plain) :]
    plain = plain[: closing(plain)] or plain
    quoted = QUOTED.match(plain)
    if quoted and quoted[1] not in quoted[2]:
        plain = quoted[2]
    return plain.strip()
