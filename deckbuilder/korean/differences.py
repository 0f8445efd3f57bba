"""How a card asks what sets things apart: "TCP와 UDP의 차이는 무엇인가요?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.korean import labels, words
from deckbuilder.korean.josa import with_particle
from deckbuilder.korean.particles import without_of
from deckbuilder.korean.phrases import CLOSING, COUNTED, QUESTION, Phrase, is_said, made
from deckbuilder.korean.shapes import compact

# Topics that ask for the difference by themselves.
DIFFERENCE = re.compile(r"(?:차이|차이점|다른 점|공통점)$")
FEW = 3  # so many names can be read in one question


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
    if is_said(topic):
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
        return made(whole, "은/는", "무엇인가요?")
    if named := _sides(bare) or (members if _lists(bare, members) else ()):
        return _between(named)
    if bare and _names_all(bare, members):  # "스택과 큐의 속도 비교"
        return made(bare, "은/는", "어떻게 다른가요?")
    if len(members) <= FEW:  # "문법 비교": of what tell the members alone
        return made(f"{topic}: {_joined(members)}", "은/는", "어떻게 다른가요?")
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
        return made(topic, "은/는", "무엇인가요?")
    if sides := _sides(topic):
        return _between(sides)
    counted = topic if COUNTED.search(topic) or _is_trait(topic) else f"{topic} {len(members)}가지"
    return made(counted, "은/는", "어떻게 다른가요?")


def _is_trait(name: str) -> bool:
    return labels.set_noun(name) in words.TRAITS


def _sides(topic: str) -> Sequence[str]:
    """The names that a topic sets against each other; none where it calls them by one name."""
    sides = [side.strip() for side in labels.VERSUS.split(topic)]
    if len(sides) > 1 and all(sides):
        return sides
    return labels.members_of(topic) or ()


def _between(names: Sequence[str]) -> Phrase:
    return made(f"{_joined(names)}의 차이", "은/는", "무엇인가요?")


def _joined(names: Sequence[str]) -> str:
    """Names as one: "A와 B", "A, B, C"."""
    if len(names) != 2:
        return ", ".join(names)
    return f"{with_particle(names[0], '과/와')} {names[1]}"
