"""Which sentences define a term, and how plainly they say so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from deckbuilder.korean import counted, particles, patterns, predicates, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.marked import emphasised, is_marked
from deckbuilder.korean.predicates import Form
from deckbuilder.korean.sentences import IN_CONTRAST, WHEREAS, turn
from deckbuilder.korean.shapes import compact
from deckbuilder.korean.topics import GENUS, OPENING, topic
from deckbuilder.model import Text
from deckbuilder.regular import any_of, expression


class Defined(NamedTuple):
    """The term that a sentence defines, and how it does so."""

    term: str
    form: Form


# "X란 …": says by itself that it defines.
THAT_IS = expression(
    r"^(?P<term>[^,.;:!?]{1,40}?)(?P<particle>이란|란|이라는 것은|라는 것은|이라 함은|라 함은),?\s"
    r"(?!자체|무엇|뭔|없|이름[이으]|(?:말|단어|용어)(?:[이을은]|에서)|(?:직업|제목|표현)[이은])(?P<body>.{6,})$"
)
_OF_CLASS = rf"(?:이|이런|이러한|그런|그러한)\s(?:{'|'.join(patterns.CLASSES)})"
_NOT_ORDERED = rf"(?!(?:\S+\s){{0,3}}(?:{'|'.join(patterns.ORDERED)})라고\s[하한합함])"
# "… 를 X라고 한다", "… 를 X라는 이름으로 부른다": the term stands last.
IS_CALLED = expression(
    r"^(?P<body>.{6,}|이|그|이것|그것"
    rf"|{_OF_CLASS}(?=[을를]\s{_NOT_ORDERED}(?!.*말한다\.?$)))(?:을|를)\s"
    r"(?:[^\s,]+에서는\s|우리는\s)?(?P<term>[^,;!?]{1,40}?)\s?"
    rf"{patterns.GIVEN_AS}\s?(?:(?:{'|'.join(patterns.CALLED)})\.?|(?:하|부르)(?:며|고|는데),?.*)$"
)
# "… 인 그릇은 X라고 불린다", "… 은 물을 담고, X라고 불린다": what is called so is told, and is
# more than another name ("…", in a word).
IS_KNOWN_AS = expression(
    r"(?P<body>.*[고며서],?\s)?(?:(?:보통|흔히|일반적으로)\s)?(?P<term>[^,;!?]{1,40}?)\s?"
    r"(?:이라고|라고)\s(?:불린다|불립니다|불림)\.?$"
)
# "이것을 X라고 한다": said of what stands in front.
POINTS = expression(rf"(?:{'|'.join(words.POINTING)})(?:\s|$)")
# "X의 정의는 …", "X의 사전적인 의미는 …".
MEANS_BY = expression(
    r"^(?P<term>[^,;!?]{1,40}?)의\s(?:\S*[^\s의]\s)?(?:정의|의미|뜻)(?:는|은)\s(?P<body>.{6,})$"
)
# "… 하는 것이 바로 X이다": so does it here; not "… 하는 제도가 최선의 선택이다".
_SORT_IS = rf"(?:는|던)\s(?:{GENUS})[이가](?!\s(?:바로\s)?\S+의\s)"
IS_THE = expression(
    rf"^(?P<body>.{{6,}}(?:(?:는|한|된|인) 것이|{_SORT_IS}))\s(?:바로\s)?"
    r"(?P<term>[^,;!?]{1,30}?)(?:이다|입니다)\.?$"
)
# "… 하는 방식이 독립적이다", "… 하기 때문이다": how it is, and why.
_IS_SO = expression(r"(?:[가-힣]적|때문|(?:는|던)\s\S+)$")
# What names its term by itself, and the marks of which one stands in all that is so.
NAMING = (
    (THAT_IS, ("란", "라는 것은", "라 함은")),
    (IS_CALLED, ("라",)),
    (MEANS_BY, ("정의", "의미", "뜻")),
)
# Where a clause may end that defines a term, and another one begin: "… 하는 현상이며, Y는 …".
_AND = expression(r"(?P<verb>[이하되])[며고](?P<gap>,?\s+)")
_FINITE = {"이": "이다", "하": "한다", "되": "된다"}
# "… 하는 장치를 말한다", "… 하는 장치이며, …".
_MEANT = expression(rf"[을를]\s(?:{'|'.join(words.MEANS)})\.?$|이며,?\s.*$")
# 방식 in 전송방식; of a syllable they end other words, too.
_GENERA = tuple(
    sorted((noun for noun in words.GENERA if len(noun) > 1), key=lambda noun: (-len(noun), noun))
)
# So many ends of clauses are looked at in a sentence.
_MOST_CLAUSES = 8
# "… 의 대표적인 예는 X이다": of "물은 화합물이다" what goes on tells what 물 is.
_EXAMPLE = expression(r"(?:^|\s)대표적인\s\S+$|(?:^|\s)(?:예|예시|사례|특징)$")
# "… 의 대표적인 예는 X이다", "… 로 X가 있다": a name that the next sentence tells what it is.
_IS_NAMED = expression(r"(?:바로\s)?(?P<term>[^\d,;!?][^,;!?]{0,40}?)(?:이다|입니다)\.?$")
_THERE_IS = expression(
    r".*(?:로|에는|중에)\s(?P<term>[^\d\s,;!?][^,;!?]{0,40}?)[이가]\s(?:있다|있습니다)\.?$"
)
_IT_IS = expression(r"(?:이는|이것은|그것은|이란|이것이란)\s.{8,}")
# "서버는 … 보내 주고, … 하는 방식이다": the way is that of what stands above, and no 서버.
_WAY = expression(r"(?:방식|방법)(?:이다|입니다|임)?\.?$")
_DOES_AND = expression(r"(?!않)[가-힣]고,\s")
# What something is not tells no more: "X는 … 이 아니다"; nor does what has no end: "… 하기 좋고,".
_NEGATED = expression(r"(?:아니다|아닙니다|아님)\.?$|,$")
# "X란 …": what somebody thinks of it.
_MUSES = any_of(
    {
        "둑이 아니다": r"아니다|아닙니다|아닐까\S*",
        "둑인 것 같다": r"것\s?같(?:다|습니다|아요)",
        "막을 수 없을 것이다": r"(?:않|없)을\s것이다",
        "막히기 십상이다": r"십상이다|마련이다|모른다",
        "둑처럼 느껴진다": r"(?:처럼|듯|게)\s느껴진다|듯\s?하다",
    }
).pattern
_MUSED = expression(rf"(?:{_MUSES})[.!?]?$")
# "낱말의 의미는 … 에 따라 달라진다", "… 로 이루어진다": which one it is, it does not say.
_NO_MEANING = expression(
    r"(?:달라(?:진다|집니다)|다르다|다릅니다|변한다|변합니다|바뀐다|바뀝니다"
    r"|이루어(?:진다|집니다)|존재(?:한다|합니다)"
    r"|다르게\s(?:이해|해석|쓰|사용)\S*(?:,?\s.*)?)\.?$"
)
# "그 각각을 하나의 칸이라 한다"; "하나의 겨레란 …" is a name.
_EACH = expression(r"^하나의\s(?=\S+$)")
# "3년이란 시간": so long, and no name.
_AMOUNT = expression(r"\d+\s?(?:년|월|일|시간|분|초|개월|달|주|번|명|원)")


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


def defined_above(label: str) -> str | None:
    """The term that a label defines; none where its verb counts what stands beneath it.

    "둑은 두 가지 흙으로 쌓은 담이다" tells what it is, "둑은 두 가지 목적으로 쓴다" asks for two.
    """
    counts = counted.how_many(label) and predicates.has_verb(label)
    tells = predicates.MEANS.holds(label) or THAT_IS.match(label)
    return None if counts and not tells else defined(label)


@lru_cache(maxsize=1 << 16)  # likewise
def _defined(sentence: str) -> Defined | None:
    plain = OPENING.sub("", sentence.strip())
    if turned := IN_CONTRAST.match(plain):
        plain = plain[turned.end() :]  # "이에 비해 X는 …"
    for form, marks in NAMING:
        found = form.match(plain) if any(mark in plain for mark in marks) else None
        if found and _may_be(form, found) and (term := topic(_EACH.sub("", found["term"]))):
            return Defined(term, Form.NAMED)
    found = IS_THE.match(plain)
    term = topic(found["term"]) if found and not _IS_SO.search(found["term"]) else None
    if term:
        return Defined(term, Form.LOOSE)
    return next(_topics(plain), None)


@lru_cache(maxsize=1 << 16)  # likewise
def tells_what(name: str, sentence: str) -> bool:
    """Whether a sentence tells what a name stands for, in whatever form of a definition."""
    plain = sentence.strip()
    term = compact(defined(plain) or "")
    named = bool(term) and (term in compact(name) or compact(name) in term)
    return named or says_what(plain) or predicates.tells(plain) or predicates.is_of_a_sort(plain)


def defining(sentence: Text) -> tuple[tuple[Text, Defined | None], ...]:
    """A sentence with what it defines; its clauses where each defines a term of its own.

    "A는 … 하는 현상이며, B는 … 하는 현상이다": neither says anything of the other, as both are of
    one sort, or as their names tell.
    """
    plain, rest = sentence.plain, sentence
    clauses: list[tuple[Text, Defined | None]] = []
    start = 0
    for hit in islice(_AND.finditer(plain), _MOST_CLAUSES):
        first = _defined(plain[start : hit.start()] + _FINITE[hit["verb"]])
        second = _defined(plain[hit.end() :]) if first and first.form != Form.LOOSE else None
        if not first or not second or second.form == Form.LOOSE:
            continue
        alike = _last_noun(plain[start : hit.start()]) == _last_noun(plain[hit.end() :])
        if alike or _is_beside(first, second, sentence):
            end, behind = hit.span("gap")
            clauses.append((sentence.cut(start, end), first))
            start, rest = behind, sentence.cut(behind)
    return (*clauses, (rest, definition(rest)))


def _last_noun(clause: str) -> str:
    """The noun at the end of a clause, without its copula: 현상 of "… 하는 현상이다."."""
    words_of_it = re.sub(r"(?:이다|입니다|임|다)?\.?$", "", clause.rstrip()).split()
    return words_of_it[-1] if words_of_it else ""


def genus(sentence: str) -> str:
    """The noun that tells of what sort a sentence says a thing is: 장치, 방식; or nothing."""
    plain = OPENING.sub("", sentence.strip())
    called = IS_CALLED.match(plain) if "라" in plain else None
    last = _last_noun(called["body"] if called else _MEANT.sub("", plain))
    return "" if last in words.NO_GENERA else next(filter(last.endswith, _GENERA), last)


def _is_beside(first: Defined, second: Defined, sentence: Text) -> bool:
    """Whether the second of two terms is one of its own: "밀물은 …, 썰물은 …", or set off.

    Others are parts of the first, as a rule: "태양은 …, 표면은 …".
    """
    alike = first.term[-1] == second.term[-1]
    return first.term != second.term and (alike or _is_set_off(second.term, sentence))


def introduced(sentence: Text, behind: Text) -> Defined | None:
    """The term that a sentence only names, where the next one, "이는 …", says what it is."""
    if not _IT_IS.match(behind.plain) or not says_what(behind.plain):
        return None
    plain = sentence.plain.strip()
    before, told = next(iter(particles.topics(plain)), ("", ""))
    named = _IS_NAMED.match(told)
    if named and not (_EXAMPLE.search(before) or _is_set_off(named["term"], sentence)):
        return None
    found = named or _THERE_IS.match(plain)
    term = topic(found["term"]) if found else None
    return Defined(term, Form.GENUS) if term else None


def _is_set_off(term: str, sentence: Text) -> bool:
    """Whether a name stands in bold, or with its other name in brackets."""
    bold = any(is_marked(run) and run.text.strip() in term for run in sentence.runs)
    return bold or bool(GLOSS.search(term))


def says_what(sentence: str) -> bool:
    """Whether a sentence says what something is, in the form of a definition."""
    if "라" in sentence and IS_CALLED.match(sentence):
        return True
    return predicates.form(sentence) is not None or bool(THAT_IS.match(sentence))


def _may_be(form: re.Pattern[str], found: re.Match[str]) -> bool:
    if form is not THAT_IS:
        untold = form is MEANS_BY and _NO_MEANING.search(found["body"])
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
        if form and not _is_no_answer(behind) and not turn(plain):
            yield Defined(term, form)
        return


def _known_as(before: str, behind: str) -> str | None:
    """The name that a sentence gives to what it tells of in front of its topic's particle."""
    found = IS_KNOWN_AS.fullmatch(behind) if "라고" in behind else None
    told = found and (found["body"] or len(before.split()) > 1) and not POINTS.match(before)
    return topic(found["term"]) if found and told else None


def _is_no_answer(behind: str) -> bool:
    """Whether what is said of a topic does not tell what it is."""
    return _sets_apart(behind) or bool(_NEGATED.search(behind)) or _tells_a_way(behind)


def _sets_apart(behind: str) -> bool:
    """Whether what is said of a topic turns to another: it is no answer for the one of them."""
    found = WHEREAS.search(behind)
    after = particles.topics(behind[found.end() :]) if found else ()
    return any(topic(name) for name, _ in after)


def _tells_a_way(behind: str) -> bool:
    """Whether what is said ends in a way to do something, behind what else is done."""
    way = _WAY.search(behind)
    does = _DOES_AND.search(behind) if way else None
    return bool(way and does and does.end() <= way.start())
