"""Sentences: where they end, and which of them define a term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuilder.korean import particles, words
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.shapes import CLAUSE, GLOSS
from deckbuilder.model import Run, Text

# A sentence ends at 다./요./까? or a closing 음./함. and a blank; "3.5" and "e.g." go on.
END = re.compile(r"(?<=[가-힣)\]”\"'’][.!?。])\s+(?=\S)")
# A clause ends where the next one defines a term of its own: "X란 …이며 Y란 …".
NEXT_DEFINITION = re.compile(r"(?<=[하이]며|[하이]고),?\s+(?=[^\s,]+(?:\s[^\s,]+)?(?:이란|란)\s)")


def join(lines: Sequence[Text]) -> tuple[Text, ...]:
    """Lines of a paragraph, those put together that are one sentence broken over lines."""
    joined: list[Text] = []
    for line in lines:
        if joined and CLAUSE.search(joined[-1].plain):
            before = joined[-1]
            runs = (*before.runs, Run(" "), *line.runs)
            joined[-1] = Text(runs, before.span.to(line.span))
        else:
            joined.append(line)
    return tuple(joined)


def split(text: Text) -> tuple[Text, ...]:
    """The sentences of a line; each keeps its marks and the line's span."""
    plain, at, out = text.plain, 0, []
    ends = sorted((*END.finditer(plain), *NEXT_DEFINITION.finditer(plain)), key=_start)
    for end in ends:
        if plain.count("(", at, end.start()) <= plain.count(")", at, end.start()):
            out.append(text.cut(at, end.start()))
            at = end.end()
    return tuple(piece for piece in (*out, text.cut(at)) if piece)


def _start(hit: re.Match[str]) -> int:
    return hit.start()


# --- definitions --------------------------------------------------------------------------------

_MEANS = "|".join(words.MEANS)
_GENUS = "|".join(words.GENERA)
# "X란 …": says by itself that it defines.
THAT_IS = re.compile(
    r"^(?P<term>[^,.;:!?]{1,40}?)(?P<particle>이란|란|이라는 것은|라는 것은|이라 함은|라 함은),?\s"
    r"(?P<body>.{6,})$"
)
# "… 를 X라고 한다": the term stands last.
IS_CALLED = re.compile(
    r"^(?P<body>.{6,})(?:을|를)\s(?P<term>[^,;!?]{1,40}?)\s?(?:이라고도|라고도|이라고|라고|이라|라)\s"
    r"(?:한다|하며.*|합니다|함|부른다|부릅니다|부름|말한다|일컫는다|불린다|칭한다)\.?$"
)
# What a sentence "X는 …" says when it tells what X is.
SAYS_WHAT = (
    re.compile(r".{14,}것(?:이다|입니다|임)\.?$"),
    re.compile(rf".{{4,}}(?:{_MEANS})\.?$"),
    re.compile(
        rf".{{4,}}(?:{_GENUS})(?:이다|다|입니다|임|이며,?\s.*|(?:으로|로)서?,\s.*"
        r"|이라고 할 수 있다|라고 할 수 있다|라 할 수 있다)\.?$"
    ),
    # A bare noun behind an adnominal: "… 하는 기술", "… 위한 것".
    re.compile(r".{4,}(?:는|은|한|된|인|던|할|적|있는|위한)\s[가-힣A-Za-z]{1,8}(?:\([^)]*\))?\.?$"),
)


def defined(sentence: str) -> str | None:
    """The term that a sentence defines, or None when it defines none."""
    plain = _OPENING.sub("", sentence.strip())
    for form in (THAT_IS, IS_CALLED):
        found = form.match(plain)
        if found and _may_be(form, found) and (term := topic(found["term"])):
            return term
    return next(_topics(plain), None)


# Behind a term that the writer marked: "**X**는 …", "… **X**라고 한다".
MARKED_TOPIC = re.compile(r"\s?(?:이란|란|은|는),?\s.{10,}")
MARKED_NAME = re.compile(
    r"\s?(?:이라고|라고|이라|라)도?\s(?:한다|하|합|함|부르|부른|부릅|불린|불리|칭)"
)


def emphasised(sentence: Text) -> str | None:
    """The term that a sentence marks in bold or as code and says something of, or None.

    Writers who mark a topic define it, whatever verb they end with.
    """
    plain, at = sentence.plain, 0
    opening = _OPENING.match(plain)
    start = opening.end() if opening else 0
    for run in sentence.runs:
        behind = at + len(run.text)
        if run.has("strong"):
            topical = at <= start and MARKED_TOPIC.match(plain, behind)
            if (topical or MARKED_NAME.match(plain, behind)) and (term := topic(run.text)):
                return term
        at = behind
    return None


def _may_be(form: re.Pattern[str], found: re.Match[str]) -> bool:
    return form is not THAT_IS or particles.takes(found["term"], found["particle"])


def _topics(plain: str) -> Iterator[str]:
    for before, behind in particles.topics(plain):
        term = topic(before)
        if term and any(form.match(behind) for form in SAYS_WHAT):
            yield term
        if term:
            return


# In front of a sentence, they belong to no term: "우선", "여기서", "말 그대로".
_OPENING = re.compile(rf"^(?:(?:{'|'.join(words.OPENINGS)}),?\s+)+")
# Between a phrase and the term that it leads to: "클라우드에서 컨테이너는" is about the container.
_ADVERBIAL = re.compile(rf"^.*(?:{'|'.join(words.ADVERBIALS)})\s")
_POINTING = re.compile(rf"(?:{'|'.join(words.POINTERS)})\s")
# A verb's adnominal in front of a bound noun is no topic: "사용하는 것".
_BOUND = re.compile(r"(?:는|은|을|한|던|할|된)\s(?:것|점|경우|때|수|이유|방법|사람)$")
LONGEST, MOST_WORDS = 30, 5


def topic(phrase: str) -> str | None:
    """The name in a topic phrase, or None: a pronoun, a clause, a bound noun."""
    name = _ADVERBIAL.sub("", clean(phrase)).strip()
    bare = GLOSS.sub("", name).strip() or name
    refused = (
        not re.search(r"[^\W\d]", bare)
        or len(bare) > LONGEST
        or len(bare.split()) > MOST_WORDS
        or bare.split()[0] in words.NO_TOPIC
        or bare.split()[-1] in words.NO_TOPIC
        or _POINTING.match(bare)
        or _BOUND.search(bare)
        or re.search(r"(?:에|에서|에게|으로|부터|까지|면서)$", bare)
        or bare.count("(") != bare.count(")")
        or re.search(r"[가-힣](?:을|를|은|는|이|가|로|에서|에게|부터|까지)\s", bare)
        or (len(bare) == 1 and not bare.isalpha())
    )
    return None if refused else name


# "기계 코드(machine code)라고도 한다": one more name, of up to three words. But "…로도 쓴다" tells
# of a use. A word of more than forty letters is none, and is not looked through from each of them.
_ALSO = re.compile(
    r"(?<![^\s,.(\"'“‘「])(?P<name>(?:[^\s,.()]{1,40}\s){0,2}[^\s,.()]{1,40}?(?:\s?\([^()]*\))?)[\"'”’」]?\s?"
    r"(?:이?라고도\s(?:하|한|함|합|부르|부른|부름|부릅|불|칭|말(?!할)|쓰|쓴|씀|표기|알려|일컫)"
    r"|(?:으로도|로도)\s(?:부르|부른|부름|부릅|불|칭|표기|알려|일컫)"
    r"|이?라고?\s(?:부르|불리|하|칭하|쓰)기도|으?로\s(?:부르|불리|칭하)기도"
    r"|이?라고\s줄여)"
)
_SHORT = re.compile(
    r"줄여서?\s(?P<name>[^\s,.()]+?)(?:이?라고?)\s(?:하|한|함|합|부르|부른|부릅|쓴)"
)
_BEFORE_NAME = re.compile(
    r"^(?:(?:\S*[을를은는이가]|\S*(?:[이하되으]며|[이하되]고)|\S*(?:말로|어로)|보통|흔히|또는|혹은|때로|간단히|줄여서?|일명|이른바"
    r"|다른|다르게)\s)+"
)
_OR = re.compile(r"이나\s|\s(?:또는|혹은|및)\s")
_QUOTES = "\"'“”‘’「」"


def other_names(plain: str) -> Iterator[str]:
    """The names that a sentence gives to its topic besides: "… 라고도 한다", "… 로도 불린다"."""
    for hit in (*_ALSO.finditer(plain), *_SHORT.finditer(plain)):
        said, gloss = GLOSS.sub("", hit["name"]).strip(), GLOSS.search(hit["name"])
        for part in _OR.split(_BEFORE_NAME.sub("", said)):
            name = _BEFORE_NAME.sub("", part).strip(_QUOTES)
            first, *rest = name.split() or [""]  # nothing but quotes: "신호기," 라고도 한다
            if first:
                yield name
            if len(rest) > 1:  # the first word may lead to the name, and be none of it
                yield " ".join(rest[-2:])
        if gloss:
            yield gloss[1]
