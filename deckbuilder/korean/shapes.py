"""The shapes of lines: a name, a sentence, an announcement, a remark, a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from deckbuilder.korean import announcements, lists, no_terms, patterns
from deckbuilder.korean.endings import CASE, is_ended
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import behind_numbering, clean
from deckbuilder.korean.particles import topics
from deckbuilder.model import Text
from deckbuilder.regular import any_of, expression

# A name is at most this long, in characters and in words; a bare term even shorter.
LONGEST_NAME, MOST_WORDS = 45, 7
LONGEST_TERM, MOST_TERM_WORDS = 20, 4
HANGUL = expression("[가-힣]")
# Marks whose text is taken as it stands: no sign in it takes a line apart.
VERBATIM = ("code", "math", "link")

# Between the items of a line, as a pattern; "1,000" is one number.
COMMA = r"(?:(?<!\d),|,(?!\d)|[，、])"


def is_in_bracket(plain: str, at: int) -> bool:
    """Whether a bracket is open at this offset."""
    return plain.count("(", 0, at) > plain.count(")", 0, at)


# --- sentences ----------------------------------------------------------------------------------

MANY_CASES, WORDS_OF_A_SENTENCE = 2, 5


@lru_cache(maxsize=1 << 16)  # for speed only: each is asked several times
def is_sentence(plain: str) -> bool:
    """Whether a line says something rather than naming it."""
    plain = plain.strip()
    count = len(plain.split())
    if count < 2:
        return bool(
            re.search(r"(?:습니|입니|합니|된|한|있|없|않|이)다\.?$|에서는?$|에게는?$", plain)
        )
    return is_ended(plain) or is_crowded(plain)


# Endings that join clauses within a sentence.
JOINED = expression(r"[가-힣](?:며|면서|지만|므로|어서|아서|해서)\s")


def is_crowded(plain: str) -> bool:
    """Whether a line has as many subjects and objects as only a sentence has."""
    if is_described(plain):
        return False
    cases = len(CASE.findall(plain))
    if cases and JOINED.search(plain):
        return True
    return cases >= MANY_CASES or (cases == 1 and len(plain.split()) > WORDS_OF_A_SENTENCE)


# A noun behind a verb or an adjective, one word without a particle between them: "격리하는 자원",
# "바탕이 되는 리눅스 기능".
_NO_PARTICLE = r"\S*[^\s을를이가은는에로의와과도]"
_ADNOMINAL = expression(
    rf"(?:는|은|(?<=\S)한|할|된|될|던|을|인|위한)\s(?:{_NO_PARTICLE}\s)?(?!(?:경우|때|것|점|수)$)[^\s]+$"
)


def is_described(plain: str) -> bool:
    """Whether a line is a noun with a clause that describes it, and no sentence."""
    short = len(plain.split()) <= MOST_WORDS
    return short and bool(_ADNOMINAL.search(plain)) and not topics(plain)


_PLURAL = expression(r"(?<=[a-z]{2}[a-hj-rtv-z])s$")


def singular(name: str) -> str:
    """An English name of several things as that of one: Lock for Locks; Process and AWS as is."""
    return _PLURAL.sub("", name) if name.endswith("s") else name


# --- names --------------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)  # likewise
def is_name(plain: str) -> bool:
    """Whether a line may be the name of something: short, no sentence."""
    bare = GLOSS.sub("", clean(plain))
    return (
        0 < len(bare) <= LONGEST_NAME
        and len(bare.split()) <= MOST_WORDS
        and bool(re.search(r"\w", bare))
        and not is_sentence(bare)
        and not re.search(r"[.!。]\s|[,、]\s*$", bare)
    )


def is_term(plain: str) -> bool:
    """Whether a line is a bare term: a few words without particles."""
    bare = GLOSS.sub("", clean(plain)).strip()
    return (
        0 < len(bare) <= LONGEST_TERM
        and len(bare.split()) <= MOST_TERM_WORDS
        and not is_sentence(bare)
        and not CASE.search(f"{bare} ")
        and not any(mark in bare for mark in ",.!?→>=+|")
        and not bare.startswith("~")
    )


# Between bold words that share one text: "**굽힘**, **폄** 관절의 운동".
BETWEEN_BOLD = expression(r"\s*[,·•/&]\s*$|\s*(?:와|과|및)\s$")


def bold_end(text: Text) -> int:
    """Where the leading bold words end, those joined by commas and the like included."""
    end = at = 0
    for run in text.runs:
        at += len(run.text)
        if run.has("strong"):
            end = at
        elif run.text.strip() and not (end and BETWEEN_BOLD.match(run.text)):
            break
    return end if text.plain[:end].strip() else 0


def is_bold_line(text: Text) -> bool:
    """Whether a line is bold from its beginning to its end, numbering and marks aside."""
    body = text.cut(behind_numbering(text.plain))
    end = bold_end(body)
    behind = GLOSS.sub("", body.plain[end:].removesuffix("등"), count=1)  # "**이름**(1592년)"
    return bool(end) and not re.search(r"\w", behind)


# --- announcements, remarks, placeholders ---------------------------------------------------------


def unannounced(plain: str) -> str:
    """The name of a list without what announces it: "물의 상태" of "물의 상태는 다음과 같다"."""
    return announcements.ANNOUNCEMENT.sub("", plain) if "같" in plain else plain


_REMARK = expression(rf"(?:{lists.either(no_terms.REMARK_HEADS)})\s*[).:]", re.I)
# A word alone that is drawn out ("나중에~"), and letters that make no syllable, too.
_CHATTER = any_of(
    {
        "지난 글에서는 둑을 보았다": r"^(?:이|이번|지난|저번|다음|앞선)\s?"
        r"(?:글|포스팅|포스트|게시글|시간|편|강의)(?:에서|에는|에)는?,?\s",
        "물길을 따라가 보자!": rf"(?:(?<![후제])보자|{lists.either(no_terms.CHATTER_ENDS)})"
        r"[.!~ㅎㅋ^\s]*$",
        "나중에~": r"^[가-힣]{1,8}[~ㅎㅋㅠㅜ]+$",
        "ㄱㄱ": r"^[ㄱ-ㅎㅏ-ㅣ]+$",
    }
)


# A phrase with a particle says something of a thing, and names none: "불규칙한 모양의 연골".
SAID = expression(r"[가-힣](?:의|한|된|는|은|에|에서|로|을|를|이|가)\s")


def unglossed(name: str) -> str:
    """A name without its gloss and blanks, as the names of kinds are compared."""
    return GLOSS.sub("", name).replace(" ", "")


@lru_cache(maxsize=1 << 16)  # likewise
def compact(name: str) -> str:
    """A name as names are compared: without blanks, in lower case."""
    return "".join(name.split()).lower()


@lru_cache(maxsize=1 << 16)  # likewise
def announces(plain: str) -> bool:
    """Whether a line says that a list or a table follows."""
    plain = plain.strip()
    may = plain.endswith((":", "：")) or announcements.ANNOUNCING.search(plain)
    return bool(may and announcements.ANNOUNCE.search(plain))


def points_below(plain: str) -> bool:
    """Whether a sentence says that something stands below: "다음 낱말 중 하나가 쓰인다"."""
    return ("다음" in plain or "아래" in plain) and bool(announcements.BELOW.search(plain))


def names_parts(plain: str) -> bool:
    """Whether a line that may announce the parts of something names them, too."""
    return bool(announcements.NAMES_PARTS.match(plain.strip()))


def is_remark(plain: str) -> bool:
    """Whether a piece before a colon is no name: "예", "참고", "ex"."""
    bare = clean(plain).lower().rstrip(").").replace(" ", "")
    return bare in no_terms.REMARKS or bool(_REMARK.match(plain))


@lru_cache(maxsize=1 << 16)  # likewise
def is_chatter(plain: str) -> bool:
    """Whether a line only talks about the note: "아래에서 알아보자"."""
    return bool(_CHATTER.search(plain.strip()))


_OF_NOTE = any_of(patterns.OF_NOTES)


def is_of_note(plain: str) -> bool:
    """Whether a sentence says what the note itself is: "…를 읽고 쓴 글입니다"."""
    return bool(_OF_NOTE.search(plain.strip()))


def tells_of_link(plain: str) -> bool:
    """Whether a line says what a note holds that a link leads to: "… 를 정리한다"."""
    return is_of_note(plain) or bool(re.search(patterns.OF_LINKED, plain.strip()))


# What stands below or above a picture.
_CAPTION = any_of(
    {
        "그림 1": r"[\[(<〈]?(?:그림|사진|도판|figure|fig\.?)\s?\d+(?:[-.]\d+)*(?!\d|\S*의\s)",
        "(그림. 둑의 단면)": r"[\[(<〈](?:그림|사진|도판|figure|fig)[.:]\s",
        "caption: 둑의 단면": r"caption\s?:",
    },
    re.I,
)


def is_caption(plain: str) -> bool:
    """Whether a line tells what a picture shows."""
    return bool(_CAPTION.match(plain.strip()))


def is_placeholder(lines: Iterable[str]) -> bool:
    """Whether all that stands here says that something is still to come."""
    bare = [line for line in map(_letters, lines) if line]
    return bool(bare) and no_terms.PLACEHOLDERS.issuperset(bare)


def may_be_thing(plain: str) -> bool:
    """Whether a placeholder is a thing's name as well: 그림, 사진."""
    return _letters(plain) in no_terms.PLACEHOLDERS_AND_THINGS


@lru_cache(maxsize=1 << 16)  # likewise
def _letters(line: str) -> str:
    return "".join(filter(str.isalnum, line)).lower()
