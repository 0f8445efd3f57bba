"""How a card asks for what a list holds: "클라우드의 특징은 무엇인가요?", "HTTP 메서드에는 …?"."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.korean import classes, names, people, phrases, words
from deckbuilder.korean.fitting import DEED, HOLDS, HOW, TELL, WHAT, WHEN, Question
from deckbuilder.model import LabelKind
from deckbuilder.regular import expression

# "물이 얕은 경우이다": so does an item tell when something is so.
_IS_OCCASION = expression(r"\S\s(?:때|경우)(?:\s?\([^()]*\)|이다|입니다|임)?\.?$")


def tell_when(items: Sequence[str]) -> bool:
    """Whether the items of a list are occasions, most of them."""
    return 2 * sum(bool(_IS_OCCASION.search(item)) for item in items) > len(items)


def which_are(
    topic: str, *, ordered: bool = False, told: bool = False, when: bool = False
) -> phrases.Phrase:
    """The question for a list.

    What a set is made of has its noun (클라우드의 특징은); a thing holds it (HTTP 메서드에는). What
    is done in turn is asked for as a deed (물길 연결은 어떻게 하나요?). What is told of a thing, in
    sentences (`told`), is none of what it holds; occasions (`when`) tell when something is so.
    """
    topic = phrases.without_lead(topic)
    phrase = phrases.asked(topic, "은/는", WHAT)
    occasion = names.is_occasion(topic) and topic.endswith(("때", "경우"))
    if phrase.tail and ordered and occasion:
        return phrases.Phrase(topic, " 어떻게 하나요?")
    if when and occasion:
        asks: Question | None = Question("은/는", WHEN)
    else:
        cases = phrases.is_bound(topic) and not told and not topic.endswith("때")
        asks = phrases.of_no_thing(topic, lambda: cases)
    if phrase.tail and asks:
        return phrases.asked(topic, *asks)
    if phrase.tail and DEED.search(topic) and (ordered or topic.endswith("기")):
        return phrases.asked(topic, *HOW)
    holds = classes.classify(topic) == LabelKind.TERM and not (
        phrases.is_bound(topic) or phrases.COUNTED.search(topic) or topic.endswith("기")
    )
    if holds and phrase.tail:
        told = told and not topic.endswith((*words.WEAK_SETS, "법"))  # "우물의 쓰임", "여는 법"
        if people.are_people(topic):
            return phrases.Phrase(topic, "에는 누가 있나요?")
        return phrases.Phrase(topic, (TELL if told else HOLDS).text)
    return phrase


def how_many(topic: str, count: int, *, ordered: bool) -> str:
    """How many items a list has, and whether their order counts."""
    counted = f"{count}명" if people.are_people(topic) else f"{count}가지"
    return f"차례대로 {counted}" if ordered else counted


def one_of(count: int) -> str:
    """The question for one item of a list, between its neighbours."""
    return f"{count}가지 중 빈칸에 들어갈 것은?"
