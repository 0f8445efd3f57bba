"""The shapes of lines: a name, a sentence, an announcement, a remark, a placeholder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from deckbuilder.korean import lists, no_terms, patterns, words
from deckbuilder.korean.endings import CASE, is_ended
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import behind_numbering, clean
from deckbuilder.korean.particles import topics
from deckbuilder.model import Text
from deckbuilder.regular import expression

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

_DIVIDED = (
    "나뉜다|나눈다|나뉨|구분된다|구분한다|구분됨|분류된다|분류한다|분류됨|구성된다|이루어진다"
)
# What follows, as a noun calls it: "아래의 세부 규칙을 지킨다".
_TOLD = lists.either(
    sorted(words.SETS | words.WEAK_SETS - {"예", "예시", "문제", "부분", "구조"} | {"사항"})
)
# Behind "다음" alone it may be the next one that is spoken of: "다음 단계로 간다".
_NEXT = words.STEPS - {"순서", "절차"} | {"요소", "항목", "구성요소", "부분", "구조"}
_TOLD_NEXT = lists.either(sorted(words.SETS - _NEXT | {"사항"}))
# It opens its sentence, or stands behind the topic: "표피 아래의 조직", "물이 흐르는 아래의 …" lie
# beneath something.
_OPENS = r"(?:^|[.!?]\s)(?:(?:[^.]{1,40}려면|(?:(?!\S*[을를이가]\s)\S+\s){0,3}\S+[은는])\s)?"
# What is done with all of them: "… 를 따른다", "… 를 갖추어야 한다".
_FOLLOWED = (
    r"(?:따른다|따릅니다|따름|지킨다|지킵니다|지킴|갖춘다|갖춥니다|갖춤|거친다|거칩니다|거침|가진다|가집니다|가짐"
    r"|지닌다|지닙니다|지님|채운다|채웁니다|채움"
    r"|(?:만족|충족|포함|제공|지원|고려|사용|수행|요구|구성|진행)(?:한다|합니다|함|된다|됩니다|됨)"
    r"|(?:따라|지켜|갖춰|갖추어|거쳐|가져|채워|(?:만족|충족|고려|수행)(?:해|하여|시켜))야\s?(?:한다|합니다|함|된다))"
)
_THERE = r"(?:있다|있습니다|있음|필요하다|필요합니다|필요함)"
# Ways to say that a list or a table follows.
ANNOUNCE = expression(
    r"(?:(?:다음|아래|이)[와과] 같(?:다|습니다|음|은)(?:고 (?:말|이야기)?할 수 있(?:다|습니다|음))?"
    r"|(?:다음|아래)[와과] 같은 .{1,60}"
    rf"|{_OPENS}(?:(?:다음의|아래의?)\s(?:\S+\s)?(?:{_TOLD})|다음\s(?:{_TOLD_NEXT}))들?"
    rf"(?:(?:[을를에]|으로|로|에서)\s(?:\S+\s){{0,3}}{_FOLLOWED}|[이가]\s(?:\S+\s)?{_THERE})"
    r"|(?:다음|아래)[을를]\s(?:모두\s)?(?:포함|만족|충족|제공|지원|의미|고려|수행|확인|필요)\S{1,4}"
    r"|(?:다음|아래)[이가는]\s(?:모두\s)?(?:성립|동치|필요|가능)\S{1,4}"
    r"|(?:다음|아래)의?\s?\S{1,5}가지(?:이다|다|입니다|가 있다|로 .{1,10})"
    r"|(?:다음|아래)의? \S{1,3}\s?가지.{0,30}"
    rf"|로 (?:{_DIVIDED})"
    r"|(?:종류|방법|것|가지|유형|단계)[가이] 있(?:다|습니다|음)"
    r"|(?:(?<!\d)\d+|두|세|네|다섯|여섯)\s?가지 [가-힣]{1,6}[가이] 있(?:다|습니다|음)"
    r")[.:]?$|[:：]$"
)
# One of them stands in whatever does so without a colon.
_ANNOUNCING = expression("같|가지|있|로 [나구분이]|다음|아래")
# "수소와 산소로 이루어진다" names the parts itself; "다음으로 나뉜다", "두 가지로 나뉜다" do not.
_NAMES_PARTS = expression(
    r"^(?!.*(?:다음|아래|가지|여러|다양|단계))"
    rf".*\S로 (?:{_DIVIDED})\.?$"
)
# "이 칸에는 다음 낱말 중 하나가 쓰인다".
_BELOW = expression(r"(?<![가-힣])다음(?:에서|\s\S{2,6}\s중)\s|^아래(?:에서|[와의])\s")
# What an announcement adds to the name of its list.
ANNOUNCEMENT = expression(
    r"(?:(?:을|를)\s.{0,100}(?:하면|보면)|은|는|에는|으로는|로는)?,?(?:(?<!\s)\s+)?(?:크게\s*)?"
    r"(?:다음|아래|이)[와과]\s*같(?:다|습니다|음|은.*)"
    r"(?:고 (?:말|이야기)?할 수 있(?:다|습니다|음))?[.:]?$"
)


def unannounced(plain: str) -> str:
    """The name of a list without what announces it: "물의 상태" of "물의 상태는 다음과 같다"."""
    return ANNOUNCEMENT.sub("", plain) if "같" in plain else plain


_REMARK = expression(rf"(?:{lists.either(no_terms.REMARK_HEADS)})\s*[).:]", re.I)
# "… 알아보자!", a word alone that is drawn out: "나중에~", and letters that make no syllable.
_CHATTER = expression(
    r"^(?:이|이번|지난|저번|다음|앞선)\s?(?:글|포스팅|포스트|게시글|시간|편|강의)(?:에서|에는|에)는?,?\s|"
    rf"(?:(?<![후제])보자|{lists.either(no_terms.CHATTER_ENDS)})[.!~ㅎㅋ^\s]*$|^[가-힣]{{1,8}}[~ㅎㅋㅠㅜ]+$|^[ㄱ-ㅎㅏ-ㅣ]+$"
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
    may = plain.endswith((":", "：")) or _ANNOUNCING.search(plain)
    return bool(may and ANNOUNCE.search(plain))


def points_below(plain: str) -> bool:
    """Whether a sentence says that something stands below: "다음 낱말 중 하나가 쓰인다"."""
    return ("다음" in plain or "아래" in plain) and bool(_BELOW.search(plain))


def names_parts(plain: str) -> bool:
    """Whether a line that may announce the parts of something names them, too."""
    return bool(_NAMES_PARTS.match(plain.strip()))


def is_remark(plain: str) -> bool:
    """Whether a piece before a colon is no name: "예", "참고", "ex"."""
    bare = clean(plain).lower().rstrip(").").replace(" ", "")
    return bare in no_terms.REMARKS or bool(_REMARK.match(plain))


@lru_cache(maxsize=1 << 16)  # likewise
def is_chatter(plain: str) -> bool:
    """Whether a line only talks about the note: "아래에서 알아보자"."""
    return bool(_CHATTER.search(plain.strip()))


_OF_NOTE = expression("|".join(patterns.OF_NOTES))


def is_of_note(plain: str) -> bool:
    """Whether a sentence says what the note itself is: "…를 읽고 쓴 글입니다"."""
    return bool(_OF_NOTE.search(plain.strip()))


def tells_of_link(plain: str) -> bool:
    """Whether a line says what a note holds that a link leads to: "… 를 정리한다"."""
    return is_of_note(plain) or bool(re.search(patterns.OF_LINKED, plain.strip()))


# "그림 1. 물의 순환", "[Figure 2]", "(그림. 둑의 단면)": what stands below or above a picture.
_CAPTION = expression(
    r"[\[(<〈]?(?:그림|사진|도판|figure|fig\.?)\s?\d+(?:[-.]\d+)*(?!\d|\S*의\s)"
    r"|[\[(<〈](?:그림|사진|도판|figure|fig)[.:]\s|caption\s?:",
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
