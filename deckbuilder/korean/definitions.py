"""Which sentences define a term, and how plainly they say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from deckbuilder.korean import particles, predicates, words
from deckbuilder.korean.predicates import ADNOMINAL, Form
from deckbuilder.korean.sentences import IN_CONTRAST, WHEREAS, turn
from deckbuilder.korean.shapes import compact
from deckbuilder.korean.topics import OPENING, topic
from deckbuilder.model import Run, Text


class Defined(NamedTuple):
    """The term that a sentence defines, and how it does so."""

    term: str
    form: Form


# "X란 …": says by itself that it defines.
THAT_IS = re.compile(
    r"^(?P<term>[^,.;:!?]{1,40}?)(?P<particle>이란|란|이라는 것은|라는 것은|이라 함은|라 함은),?\s"
    r"(?!자체|무엇|뭔|없|이름[이으]|(?:말|단어|용어)(?:[이을은]|에서)|(?:직업|제목|표현)[이은])(?P<body>.{6,})$"
)
# "… 를 X라고 한다", "… 를 X라는 이름으로 부른다": the term stands last.
IS_CALLED = re.compile(
    r"^(?P<body>.{6,}|이|그|이것|그것)(?:을|를)\s(?P<term>[^,;!?]{1,40}?)\s?"
    r"(?:이라고도|라고도|이라고|(?<!해\s달)라고|이라|(?<!따)라|이?라는\s(?:이름|약어|말|용어)(?:으로|로))\s?"
    r"(?:(?:한다|합니다|함|하기도\s한다|부른다|부릅니다|부름|부르기도\s한다|말한다|일컫는다|불린다"
    r"|칭한다|칭합니다|칭함|지칭한다)\.?|(?:하|부르)(?:며|고|는데),?.*)$"
)
# "… 인 그릇은 X라고 불린다", "… 은 물을 담고, X라고 불린다": what is called so is told, and is
# more than another name ("…", in a word).
IS_KNOWN_AS = re.compile(
    r"(?P<body>.*[고며서],?\s)?(?:(?:보통|흔히|일반적으로)\s)?(?P<term>[^,;!?]{1,40}?)\s?"
    r"(?:이라고|라고)\s(?:불린다|불립니다|불림)\.?$"
)
_POINTS = re.compile(rf"(?:{'|'.join(words.POINTING)})(?:\s|$)")
# "X의 정의는 …", "X의 사전적인 의미는 …".
MEANS_BY = re.compile(
    r"^(?P<term>[^,;!?]{1,40}?)의\s(?:\S*[^\s의]\s)?(?:정의|의미|뜻)(?:는|은)\s(?P<body>.{6,})$"
)
# "… 하는 것이 바로 X이다": so does it here.
IS_THE = re.compile(
    r"^(?P<body>.{6,}(?:는|한|된|인) 것이)\s(?:바로\s)?(?P<term>[^,;!?]{1,30}?)(?:이다|입니다)\.?$"
)
# What names its term by itself, and the marks of which one stands in all that is so.
NAMING = (
    (THAT_IS, ("란", "라는 것은", "라 함은")),
    (IS_CALLED, ("라",)),
    (MEANS_BY, ("의",)),
)


@lru_cache(maxsize=1 << 16)  # for speed only: several rules ask for each sentence
def definition(sentence: Text) -> Defined | None:
    """The term that a sentence defines, and how, or None when it defines none."""
    marked = emphasised(sentence)
    said = _defined(sentence.plain)
    if marked and (said is None or said.form != Form.NAMED):
        return Defined(marked, Form.NAMED)
    return said


def defined(sentence: str) -> str | None:
    """The term that a sentence defines, or None when it defines none."""
    said = _defined(sentence)
    return said.term if said else None


@lru_cache(maxsize=1 << 16)  # likewise
def _defined(sentence: str) -> Defined | None:
    plain = OPENING.sub("", sentence.strip())
    if turned := IN_CONTRAST.match(plain):
        plain = plain[turned.end() :]  # "이에 비해 X는 …"
    for form, marks in NAMING:
        found = form.match(plain) if any(mark in plain for mark in marks) else None
        if found and _may_be(form, found) and (term := topic(_EACH.sub("", found["term"]))):
            return Defined(term, Form.NAMED)
    found = IS_THE.match(plain) if "것이" in plain else None
    if found and (term := topic(found["term"])):
        return Defined(term, Form.LOOSE)
    return next(_topics(plain), None)


@lru_cache(maxsize=1 << 16)  # likewise
def tells_what(name: str, sentence: str) -> bool:
    """Whether a sentence tells what a name stands for, in whatever form of a definition."""
    plain = sentence.strip()
    term = compact(defined(plain) or "")
    named = bool(term) and (term in compact(name) or compact(name) in term)
    return named or says_what(plain) or predicates.tells(plain) or predicates.is_of_a_sort(plain)


def says_what(sentence: str) -> bool:
    """Whether a sentence says what something is, in the form of a definition."""
    if "라" in sentence and IS_CALLED.match(sentence):
        return True
    return predicates.form(sentence) is not None or bool(THAT_IS.match(sentence))


# Behind a term that the writer marked: "**X**는 …", "… **X**라고 한다".
MARKED_TOPIC = re.compile(r"(?P<gloss>\s?\([^()]*\))?\s?(?:이란|란|은|는),?\s.{10,}")
MARKED_NAME = re.compile(
    r"(?P<gloss>\s?\([^()]*\))?\s?(?:이라고|라고|이라|라)도?\s(?:한다|하|합|함|부르|부른|부릅|불린|불리|칭)"
)

# In front of one that stands last, "… 하는 기술이 **X**(이다)", and behind it.
MARKED_LAST = re.compile(rf".*(?:{ADNOMINAL})\s(?:\S+\s)?\S+[이가]\s(?:바로\s)?")
LAST = re.compile(r"(?P<gloss>\s?\([^()]*\))?(?:이다|다|입니다|임)?\.?")


def _is_marked(run: Run) -> bool:
    """Whether a run is set off as a term: bold, or Korean as code."""
    return run.has("strong") or (run.has("code") and bool(re.search(r"[가-힣]", run.text)))


def emphasised(sentence: Text) -> str | None:
    """The term that a sentence marks in bold or as code and says something of, or None.

    Writers who mark a topic define it, whatever verb they end with.
    """
    if not any(map(_is_marked, sentence.runs)):
        return None  # as most say nothing in bold
    plain, at = sentence.plain, 0
    opening = OPENING.match(plain)
    start = opening.end() if opening else 0
    for run in sentence.runs:
        behind = at + len(run.text)
        if _is_marked(run):
            topical = MARKED_TOPIC.match(plain, behind) if at <= start else None
            last = LAST.fullmatch(plain, behind)
            if last and not MARKED_LAST.fullmatch(plain, 0, at):
                last = None
            found = topical or MARKED_NAME.match(plain, behind) or last
            if found and (term := topic(run.text)):
                return f"{term}{found['gloss'] or ''}"
        at = behind
    return None


def _may_be(form: re.Pattern[str], found: re.Match[str]) -> bool:
    if form is not THAT_IS:
        untold = form is MEANS_BY and _VARIES.search(found["body"])
        return not untold and not _NEGATED.search(found["body"])
    if _MUSED.search(found["body"]) or _AMOUNT.fullmatch(found["term"]):
        return False
    last = f"{found['term']}{found['particle']}".split()[-1]
    return last not in words.ENDING_IN_RAN and particles.takes(found["term"], found["particle"])


def _topics(plain: str) -> Iterator[Defined]:
    for before, behind in particles.topics(plain):
        if named := _known_as(before, behind):
            yield Defined(named, Form.GENUS)
            return
        term = topic(before)
        if not term:
            continue
        form = predicates.form(behind)
        if form and not any(refuses(behind) for refuses in _NO_ANSWER) and not turn(plain):
            yield Defined(term, form)
        return


def _known_as(before: str, behind: str) -> str | None:
    """The name that a sentence gives to what it tells of in front of its topic's particle."""
    found = IS_KNOWN_AS.fullmatch(behind) if "라고" in behind else None
    told = found and (found["body"] or len(before.split()) > 1) and not _POINTS.match(before)
    return topic(found["term"]) if found and told else None


# "서버는 … 보내 주고, … 하는 방식이다": the way is that of what stands above, and no 서버.
_OF_A_WAY = re.compile(r"[가-힣]고,\s.*(?:방식|방법)(?:이다|입니다|임)?\.?$")

# What something is not tells no more: "X는 … 이 아니다"; nor does what has no end: "… 하기 좋고,".
_NEGATED = re.compile(r"(?:아니다|아닙니다|아님)\.?$|,$")
# "X란 … 인 것 같다", "… 이 아니다": what somebody thinks of it.
_MUSED = re.compile(
    r"(?:아니다|아닙니다|아닐까\S*|것\s?같(?:다|습니다|아요)|(?:않|없)을\s것이다|십상이다|마련이다"
    r"|(?:처럼|듯|게)\s느껴진다|듯\s?하다|모른다)[.!?]?$"
)
# "낱말의 의미는 … 에 따라 달라진다": which one it is, it does not say.
_VARIES = re.compile(
    r"(?:달라(?:진다|집니다)|다르다|다릅니다|변한다|변합니다|바뀐다|바뀝니다"
    r"|다르게\s(?:이해|해석|쓰|사용)\S*(?:,?\s.*)?)\.?$"
)
# "그 각각을 하나의 칸이라 한다"; "하나의 겨레란 …" is a name.
_EACH = re.compile(r"^하나의\s(?=\S+$)")
# "3년이란 시간": so long, and no name.
_AMOUNT = re.compile(r"\d+\s?(?:년|월|일|시간|분|초|개월|달|주|번|명|원)")


def _sets_apart(behind: str) -> bool:
    """Whether what is said of a topic turns to another: it is no answer for the one of them."""
    found = WHEREAS.search(behind)
    after = particles.topics(behind[found.end() :]) if found else ()
    return any(topic(name) for name, _ in after)


_NO_ANSWER = (_sets_apart, _NEGATED.search, _OF_A_WAY.search)
