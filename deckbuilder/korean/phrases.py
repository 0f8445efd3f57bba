"""How a card asks: "세마포어란 무엇인가요?", "TCP와 UDP의 차이는 무엇인가요?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from deckbuilder.korean import labels, sentences, series, shapes, words
from deckbuilder.korean.josa import with_particle
from deckbuilder.korean.particles import without_of
from deckbuilder.korean.shapes import compact
from deckbuilder.model import LabelKind

COUNTED = re.compile(
    r"(?<!\d)\d+\s?(?:가지|개|단계|종류|종|유형|대\s)"
    r"|(?:두|세|네|다섯|여섯|일곱|여덟|여러)\s?(?:가지|개|단계|종류|유형)"
    r"|들$"
)
# Topics that ask for the difference by themselves.
DIFFERENCE = re.compile(r"(?:차이|차이점|다른 점|공통점)$")
# What closes a line and belongs to no name: "특징:", "세마포어."; but not "n!".
CLOSING = re.compile(r"(?:[:：]|(?<=[가-힣)\]])[.,;!])+$")
# A question in the note's own words, whatever it asks for.
QUESTION = re.compile(
    r"[?？]$|무엇인(?:가|가요|지)$|(?:^|\s)(?:왜|어떻게|무엇\S*|어떤|어느|언제|어디\S*|누가|얼마나)"
    r"\s.*(?:가|나|까|지|요)$"
)
ANNOUNCED = re.compile(r"(?:다음|아래)(?:[와과] 같|의\s|\s\S+가지)")
# "… 방법은 두 가지가 있다": the noun in front of it is asked for.
COUNTS = re.compile(
    r"(?<=\S)(?:은|는|에는|으로는|로는)\s(?:다음\s|아래\s|크게\s)?(?:\d|두|세|네|다섯|여섯)\s?가지(?:가|로|이다|다|입니다)?"
    r"(?:\s(?:있다|있습니다|있음|나뉜다|나눈다|나눌 수 있다|나누어 볼 수 있다|구분된다))?\.?$"
)
# "캐시를 쓰는 까닭": a noun that only its clause tells.
BOUND = re.compile(r"\s(?:까닭|것|점|때|일|경우)들?$|\d\s?(?:단계|국면|기)$")
# What a thing has; but "보존의 법칙", "정의의 원칙" are things themselves.
TRAITS = (words.WEAK_SETS | {"상태"}) - frozenset(
    "법칙 원리 규칙 공식 모델 모형 기법 수법 체계 현상 효과 주기 사이클 프로세스 방식 방법".split()
)
# "기원전 108년", "1919년 3월": what has happened then is asked for.
YEAR = re.compile(r"(?:기원전|서기|약)?\s?\d{1,4}년(?:대|\s?\d{1,2}월(?:\s?\d{1,2}일)?)?")
# "포트 연결", "새 이름 만들기": how it is done is asked for, where the note tells that.
DEED = re.compile(rf"(?:{'|'.join(sorted(words.DEEDS))}|[가-힣](?:하|들|쓰|보|우|리|기)기)$")
# "O(n)", "평균 O(1), 최악 O(n)": how long something takes.
ORDER = re.compile(
    r"(?:(?:평균|최악|최선)?\s?[:은]?\s?[OΘΩ]\([^()]*(?:\([^()]*\)[^()]*)?\)[,/\s]*){1,3}"
)
# "물이 넘치는 경우": what to do then is asked for.
OCCASION = re.compile(r"(?:는|은|을|할|될)\s(?:때|경우)$")
HOLDS = "에는 무엇이 있나요?"
FEW = 3  # so many names can be read in one question


class Phrase(NamedTuple):
    """What is asked for, and what makes a question of it."""

    name: str
    tail: str


def what_is(name: str, aliases: Sequence[str] = (), above: str = "", said: str = "") -> Phrase:
    """The question for a definition.

    Below the label `above` of a set a name is one of its points: "성능은 어떤 장점인가요?".
    The first of its other names tells how one is read that does not (光合成, 광합성). A thing's
    name takes 이란/란; a part or a trait of it (클라우드의 특징) takes 은/는. Where the first
    sentence `said` of the answer, or its items, do not say what it is, no such thing is asked for.
    """
    name = CLOSING.sub("", name)
    _, of, last = name.rpartition("의 ")
    trait = bool(of and last in TRAITS) or bool(BOUND.search(name))
    term = labels.classify(name) == LabelKind.TERM and not trait
    gloss = f"({aliases[0]})" if aliases else ""
    noun = labels.set_noun(above)
    if noun in words.POINTS and _is_point(name):
        return Phrase(name, ". 왜 그런가요?")
    if not term:
        return _asked(name, "은/는", "무엇인가요?", gloss)
    if noun in words.POINTS:
        return _asked(name, "은/는", f"어떤 {noun}인가요?", gloss)
    particle, question = _fitting(name, said)
    return _asked(name, particle, question, gloss)


def _fitting(name: str, said: str) -> tuple[str, str]:
    """The particle and the question about a thing that the first sentence of a note answers."""
    if YEAR.fullmatch(name):
        return "", "에는 무슨 일이 있었나요?"
    if not said or sentences.tells_what(name, said):
        return WHAT
    if is_deed(name) and not ORDER.fullmatch(said):
        return "은/는", "어떻게 하나요?"
    return next((question for told, question in TOLD if told(said)), WHAT)


WHAT = ("이란/란", "무엇인가요?")
# What a note tells of a thing, where it does not say what that is: the first that holds.
TOLD: tuple[tuple[Callable[[str], object], tuple[str, str]], ...] = (
    (ORDER.fullmatch, ("", "의 시간 복잡도는 무엇인가요?")),
    (series.are_names, ("", HOLDS)),
    (sentences.has_verb, ("", "에 대해 설명해 보세요.")),
)


def is_deed(name: str) -> bool:
    """Whether a name says that something is done: "포트 연결"; how is asked for, and not what."""
    return bool(DEED.search(name))


def _is_point(name: str) -> bool:
    """Whether a point is made by a sentence: "검색이 빠름", "협업이 쉬워진다"."""
    said = len(name.split()) > 1 and bool(shapes.CASE.search(name))
    return said and sentences.has_verb(name)


def which_are(topic: str, *, ordered: bool = False, told: bool = False) -> Phrase:
    """The question for a list.

    What a set is made of has its noun (클라우드의 특징은); a thing holds it (HTTP 메서드에는). What
    is done in turn is asked for as a deed (물길 연결은 어떻게 하나요?). What is told of a thing, in
    sentences, is none of what it holds.
    """
    topic = CLOSING.sub("", topic)
    phrase = _asked(topic, "은/는", "무엇인가요?")
    if phrase.tail and ordered and OCCASION.search(topic):
        return Phrase(topic, " 어떻게 하나요?")
    if phrase.tail and DEED.search(topic) and (ordered or topic.endswith("기")):
        return _asked(topic, "은/는", "어떻게 하나요?")
    holds = labels.classify(topic) == LabelKind.TERM and not (
        BOUND.search(topic) or COUNTED.search(topic) or topic.endswith("기")
    )
    if holds and phrase.tail:
        told = told and not topic.endswith((*words.WEAK_SETS, "법"))  # "우물의 쓰임", "여는 법"
        return Phrase(topic, "에 대해 설명해 보세요." if told else HOLDS)
    return phrase


def how_many(count: int, *, ordered: bool) -> str:
    """How many items a list has, and whether their order counts."""
    return f"차례대로 {count}가지" if ordered else f"{count}가지"


def one_of(count: int) -> str:
    """The question for one item of a list, between its neighbours."""
    return f"{count}가지 중 빈칸에 들어갈 것은?"


def which_of(at: int, count: int) -> str:
    """Which of several is asked for (from 1), where one question asks for all of them."""
    return f"({count}개 중 {at}번째)"


def difference(topic: str, members: Sequence[str]) -> Phrase:
    """The question for a comparison.

    Args:
        topic: what the note calls it: "A와 B의 차이", "A vs B", "… 종류", "A · B".
        members: the names of what is compared.
    """
    topic = CLOSING.sub("", topic)
    if topic == " · ".join(members):
        return _between(members)
    if QUESTION.search(topic):
        return Phrase(topic, "")
    if _is_said(topic):
        return Phrase(topic, ". 어떻게 다른가요?")
    bare = without_of(labels.CONTRAST.sub("", topic).strip())
    if bare != topic:
        return _contrast(topic, bare, members)
    return _set(topic, members)


def _contrast(topic: str, bare: str, members: Sequence[str]) -> Phrase:
    """The question for "A와 B 비교", "비교", "컴퓨팅 기술 비교"."""
    if not bare and len(members) <= FEW:
        return _between(members)
    if bare and DIFFERENCE.search(topic):
        asked = topic[len(bare) :].strip() if _sides(bare) else ""  # "A와 B 차이": of A and B
        whole = f"{bare}의 {asked}" if asked and not asked.startswith("의 ") else topic
        return _made(whole, "은/는", "무엇인가요?")
    if named := _sides(bare) or (members if _lists(bare, members) else ()):
        return _between(named)
    if bare and _names_all(bare, members):  # "스택과 큐의 속도 비교"
        return _made(bare, "은/는", "어떻게 다른가요?")
    if len(members) <= FEW:  # "문법 비교": of what tell the members alone
        return _made(f"{topic}: {_joined(members)}", "은/는", "어떻게 다른가요?")
    return Phrase(topic, f", {len(members)}가지는 어떻게 다른가요?")


def _names_all(bare: str, members: Sequence[str]) -> bool:
    """Whether a topic names each member, and what of them is compared."""
    return all(compact(name) in compact(bare) for name in members)


def _lists(bare: str, members: Sequence[str]) -> bool:
    """Whether a topic is nothing but the members' names: "스택/큐", "스택, 큐, 덱"."""
    left = compact(bare)
    for name in sorted(map(compact, members), key=len, reverse=True):
        if name not in left:
            return False
        left = left.replace(name, "", 1)
    return not re.sub(r"[\W와과및]+", "", left)


def _set(topic: str, members: Sequence[str]) -> Phrase:
    """The question for "물의 상태", "A vs B", "장점과 단점"."""
    if DIFFERENCE.search(topic) or all(map(_is_trait, members)):
        return _made(topic, "은/는", "무엇인가요?")
    if sides := _sides(topic):
        return _between(sides)
    counted = topic if COUNTED.search(topic) or _is_trait(topic) else f"{topic} {len(members)}가지"
    return _made(counted, "은/는", "어떻게 다른가요?")


def _is_trait(name: str) -> bool:
    return labels.set_noun(name) in words.TRAITS


def _sides(topic: str) -> Sequence[str]:
    """The names that a topic sets against each other; none where it calls them by one name."""
    sides = [side.strip() for side in labels.VERSUS.split(topic)]
    if len(sides) > 1 and all(sides):
        return sides
    return labels.members_of(topic) or ()


def _between(names: Sequence[str]) -> Phrase:
    return _made(f"{_joined(names)}의 차이", "은/는", "무엇인가요?")


def _joined(names: Sequence[str]) -> str:
    """Names as one: "A와 B", "A, B, C"."""
    if len(names) != 2:
        return ", ".join(names)
    return f"{with_particle(names[0], '과/와')} {names[1]}"


def _asked(name: str, particle: str, question: str, gloss: str = "") -> Phrase:
    if QUESTION.search(name) or labels.classify(name) == LabelKind.QUESTION:
        return Phrase(name, "")  # the note asks it in its own words
    if counts := COUNTS.search(name):
        return _made(name[: counts.start()], particle or "은/는", question)
    if _is_said(name):
        return Phrase(name, f". {question}" if ANNOUNCED.search(name) else "")
    return _made(name, particle, question, gloss)


def _made(name: str, particle: str, question: str, gloss: str = "") -> Phrase:
    read = f"{name}{gloss}"
    if not particle:
        return Phrase(name, question)
    return Phrase(name, f"{with_particle(read, particle)[len(read) :]} {question}")


def _is_said(name: str) -> bool:
    """Whether a name is a sentence, as no question can be made of."""
    if BOUND.search(name):
        return False
    if len(name.split()) == 1:  # 바다
        return shapes.is_sentence(name)
    return shapes.is_ended(name) or labels.classify(name) == LabelKind.STATEMENT
