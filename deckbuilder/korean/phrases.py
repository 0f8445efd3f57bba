"""How a card asks: "세마포어란 무엇인가요?", "TCP와 UDP의 차이는 무엇인가요?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from deckbuilder.korean import labels, shapes
from deckbuilder.korean.josa import with_particle
from deckbuilder.model import LabelKind

COUNTED = re.compile(r"\d+\s?(?:가지|개|단계)|(?:두|세|네|다섯|여섯|일곱|여덟)\s?가지")
# Topics that ask for the difference by themselves.
DIFFERENCE = re.compile(r"(?:차이|차이점|다른 점)$")


class Phrase(NamedTuple):
    """What is asked for, and what makes a question of it."""

    name: str
    tail: str


def what_is(name: str) -> Phrase:
    """The question for a definition.

    A thing's name takes 이란/란; a part or a trait of it (클라우드의 특징) takes 은/는.
    """
    term = labels.classify(name) == LabelKind.TERM
    return _asked(name, "이란/란" if term else "은/는", "무엇인가요?")


def which_are(topic: str) -> Phrase:
    """The question for a list."""
    return _asked(topic, "은/는", "무엇인가요?")


def how_many(count: int, *, ordered: bool) -> str:
    """How many items a list has, and whether their order counts."""
    return f"차례대로 {count}가지" if ordered else f"{count}가지"


def one_of(count: int, *, ordered: bool) -> str:
    """The question for one item of a list, between its neighbours."""
    return f"{how_many(count, ordered=ordered)} 중 빈칸에 들어갈 것은 무엇인가요?"


def difference(topic: str, members: Sequence[str]) -> Phrase:
    """The question for a comparison.

    Args:
        topic: what the note calls it: "A와 B의 차이", "A vs B", "… 종류", "A · B".
        members: the names of what is compared.
    """
    bare = labels.CONTRAST.sub("", topic).strip()
    pair = labels.members_of(bare)
    if topic == " · ".join(members):
        return _asked(f"{_joined(members)}의 차이", "은/는", "무엇인가요?")
    if pair:
        return _asked(f"{_joined(pair)}의 차이", "은/는", "무엇인가요?")
    if DIFFERENCE.search(topic):
        return _asked(topic, "은/는", "무엇인가요?")
    if bare != topic:  # "컴퓨팅 기술 비교"
        return Phrase(topic, f", {len(members)}가지는 어떻게 다른가요?")
    counted = topic if COUNTED.search(topic) else f"{topic} {len(members)}가지"
    return _asked(counted, "은/는", "어떻게 다른가요?")


def _joined(names: Sequence[str]) -> str:
    """Names as one: "A와 B", "A, B, C"."""
    if len(names) != 2:
        return ", ".join(names)
    return f"{with_particle(names[0], '과/와')} {names[1]}"


def _asked(name: str, particle: str, question: str) -> Phrase:
    if shapes.is_sentence(name) or labels.classify(name) == LabelKind.QUESTION:
        return Phrase(name, "")  # the note asks, or says, it in its own words
    return Phrase(name, f"{with_particle(name, particle)[len(name) :]} {question}")
