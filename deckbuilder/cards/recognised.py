"""Whether a description brings one to a name: such names as are known, told in such words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuilder.cards.blanks import BLANK, GENERAL
from deckbuilder.korean import sentences
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.shapes import HANGUL
from deckbuilder.model import Kind, Node, Text
from deckbuilder.regular import any_of, expression

# The most letters that can be taken in before the name comes to mind.
MOST_LETTERS = 110
# "규칙 4", "방법2": one of a series that is numbered in this note alone.
NUMBERED = expression(
    r"(?:(?:.*[\s의])?(?:방법|규칙|단계|예제|사례|경우|문제|[Rr]ule)\s?)\d{1,3}(?:[,:.)]\s.*)?"
)
# Names have fewer Korean words, but for those of a sort, 이론 or 모델; so many are a phrase.
FEWEST_OF_PHRASE = 4
# Cut out of a sentence.
CUT = any_of(
    {
        "댐에서 물": r"[가-힣](?:에서|에게|에 대한|에 따른|대로)\s",
        "물을 갖는다": r"[가-힣](?:[는한된]다|적인|대로|으로)$",
    }
)
# A name from there is one of a program that nobody else has.
EXAMPLE = expression(r"(?:예제|예시|샘플)(?:\s?(?:프로그램|코드|소스))?(?:\s?\d+)?$")
# Of what stands elsewhere.
ELSEWHERE = any_of(
    {
        "이를 막는 둑": r"^\W*(?:이[는를]|예[시제]를|첫\s?번째[는로])\s",
        "물이 넘치면, 이를 막는 둑": r"[가-힣]면,\s이를\s",
        "논과 아래 표에 있는 둑": r"(?<![가-힣])아래의?\s",
        "논과 이전 글인 둑": r"(?<![가-힣])이전\s(?:게시글|글|장|절)인?\s",
    }
)
# What one should do is told of much. "이것이라고 하자" gives a name, and "숨은 하자" is a fault.
ADVICE = any_of(
    {
        "가급적 낮은 둑": r"(?<![가-힣])가급적\s",
        "큰물에 대비해야 한다": r"해야\s?(?:한다|합니다|해요)[.!]?$",
        "큰물에 대비하라.": r"(?<!\s)(?:하|으)[라자][.!]?$",
    }
)
# A saying; a single word may be quoted, or the name itself: "'이것'은 …".
QUOTED = expression(rf"[\"“‘'](?!{BLANK})[^\"”’']{{12,}}")
# Between two blanks in one clause nothing is told: "단어에 관한 이것은 언어 이것의 부분이다".
CLAUSE_BETWEEN = expression(r"[,;:.]|[가-힣](?:며|지만|는데)\s")


def is_known(name: str) -> bool:
    """Whether a name can come to mind: no number of a series, and no phrase of a text."""
    bare = GLOSS.sub("", name).strip()
    if NUMBERED.fullmatch(bare) or CUT.search(bare):
        return False
    korean = list(filter(HANGUL.search, bare.split()))
    return len(korean) < FEWEST_OF_PHRASE or korean[-1] in GENERAL


def is_of_example(place: Sequence[str]) -> bool:
    """Whether a place is an example's: "예제 프로그램"."""
    return any(EXAMPLE.search(part) for part in place)


def is_recognisable(body: Sequence[Node]) -> bool:
    """Whether a description without its name is short, and told in words that need no others.

    Its first sentence is no advice and no quotation, and has neither two blanks in a clause nor a
    formula beside one, whose letters the note has introduced.
    """
    lines = list(_lines(body))
    if sum([line.letters for line in lines]) > MOST_LETTERS:
        return False
    first = next((sentences.split(line)[0] for line in lines if line), None)
    return first is None or _tells(first)


def in_front(body: Sequence[Node], most: int = MOST_LETTERS) -> tuple[Node, ...]:
    """The blocks in front that can be taken in at a glance, of a list its items in front."""
    shown: list[Node] = []
    for node in body:
        if node.letters <= most:
            shown.append(node)
            most -= node.letters
            continue
        items = in_front(node.children, most) if node.is_list else ()
        return (*shown, *([replace(node, children=items)] if items else []))
    return tuple(shown)


def _tells(first: Text) -> bool:
    said = first.plain.strip()
    if ELSEWHERE.search(said) or ADVICE.search(said) or QUOTED.match(said):
        return False
    if BLANK in said and any(run.has("math") for run in first.runs):
        return False
    between = said.split(BLANK)[1:-1]
    return all(CLAUSE_BETWEEN.search(words) for words in between)


def _lines(body: Sequence[Node]) -> Iterator[Text]:
    parts = (part for node in body for part in node.walk() if part.kind != Kind.CODE)
    return (line for part in parts for line in part.lines)
