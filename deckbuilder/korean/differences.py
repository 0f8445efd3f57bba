"""How a card asks what sets things apart: "TCP와 UDP의 차이는 무엇인가요?"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.korean import contrasts, loanwords, people, sets, translations, words
from deckbuilder.korean.columns import is_told, of_column
from deckbuilder.korean.fitting import is_of_each
from deckbuilder.korean.josa import with_particle
from deckbuilder.korean.particles import without_of
from deckbuilder.korean.phrases import COUNTED, QUESTION, Phrase, is_said, made, without_lead
from deckbuilder.korean.shapes import compact
from deckbuilder.regular import expression

# Topics that ask for the difference by themselves.
DIFFERENCE = expression(r"(?:차이|차이점|다른 점|공통점)$")
# "물의 상태 3가지": a word for sorts of a thing, or for what it has.
SORTS = words.WEAK_SETS | {"상태"}
# So many names can be read in one question, and more of them where they are short.
FEW, SHORT = 3, 40


def difference(
    topic: str,
    members: Sequence[str],
    *,
    shown: bool = False,
    rows: Sequence[str] = (),
    paired: bool = False,
) -> Phrase:
    """The question for a comparison.

    Args:
        topic: what the note calls it: "A와 B의 차이", "A vs B", "… 종류", "A · B".
        members: the names of what is compared.
        shown: whether the card shows these names, and does not ask for them.
        rows: the names of the aspects, if it has any.
        paired: whether they are the two columns of a table, that tells of a thing in each row.
    """
    topic = without_lead(topic)
    if topic == " · ".join(members):
        return _between(members)
    if QUESTION.search(topic):
        return Phrase(topic, "")
    if asked := _of_table(topic, members, rows, paired=paired):
        return asked
    if is_said(topic):
        return Phrase(topic, ". 어떻게 다른가요?")
    bare = without_of(contrasts.CONTRAST.sub("", topic).strip())
    if bare != topic:
        return _contrast(topic, bare, members)
    return _set(topic, members, shown=shown)


def _of_table(
    topic: str, members: Sequence[str], rows: Sequence[str], *, paired: bool
) -> Phrase | None:
    """The question for columns that tell of the things in the rows: "각 작품의 작가는 …?"."""
    if not tells_of_rows(members, rows=rows, paired=paired):
        return None
    if rows:
        things = _joined(rows) if _are_readable(rows) else f"{topic}: 각각"
        return made(f"{things}의 {_joined(members)}", "은/는", "무엇인가요?")
    things, *_, told = members
    asks = of_column(things, told)
    lead = "" if compact(topic) == compact(things) else f"{topic}: "
    return made(f"{lead}각 {things}", *asks) if asks else None


def tells_of_rows(members: Sequence[str], *, rows: Sequence[str], paired: bool) -> bool:
    """Whether what is told is told of the rows, and the members are nothing but heads of columns.

    Args:
        members: the names of what is compared, at first sight.
        rows: the names of the rows, if they have any.
        paired: see `difference`.
    """
    things, *told = members
    if rows:
        of_things = not any(map(is_told, rows))  # 설명 is told of a method, and no method of 설명
        return of_things and all(map(is_told, members)) and not all(map(_is_trait, members))
    apart = paired and is_told(told[-1]) and not things.endswith(told[-1].split()[-1])
    return apart and of_column(things, told[-1]) is not None


def _contrast(topic: str, bare: str, members: Sequence[str]) -> Phrase:
    """The question for "A와 B 비교", "비교", "컴퓨팅 기술 비교"."""
    if not bare:
        return _between(members)
    if DIFFERENCE.search(topic):
        asked = topic[len(bare) :].strip() if _sides(bare) else ""  # "A와 B 차이": of A and B
        whole = f"{bare}의 {asked}" if asked and not asked.startswith("의 ") else topic
        return made(whole, "은/는", "무엇인가요?")
    if named := _sides(bare) or (members if _lists(bare, members) else ()):
        return _between(named)
    if _names_all(bare, members):  # "스택과 큐의 속도 비교"
        return made(bare, "은/는", "어떻게 다른가요?")
    return made(f"{topic}: {_joined(members)}", "은/는", "어떻게 다른가요?")


def _are_readable(names: Sequence[str]) -> bool:
    """Whether names can be read in one question."""
    return len(names) <= FEW or len(_joined(names)) <= SHORT


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


def _set(topic: str, members: Sequence[str], *, shown: bool) -> Phrase:
    """The question for "물의 상태", "A vs B", "장점과 단점"."""
    traits = all(map(_is_trait, members))
    if DIFFERENCE.search(topic) or traits:
        named = not traits or _is_trait(topic) or _names_all(topic, members)
        whole = topic if named else f"{topic}의 {_joined(members)}"
        return made(whole, "은/는", "무엇인가요?")
    if sides := _sides(topic):
        return _of_sides(topic, sides, members)
    pieces = topic.split(", ")  # "현재, 과거, 미래", whatever they are called below
    if _lists(topic, members) or (len(pieces) == len(members) and "의 " not in pieces[-1]):
        return _between(members)
    if COUNTED.search(topic) or _is_trait(topic):
        return made(topic, "은/는", "어떻게 다른가요?")
    return _among_members(topic, members) or _kinds(topic, members, shown=shown)


def _among_members(topic: str, members: Sequence[str]) -> Phrase | None:
    """The question for a topic that is one of its members, or tells the same of each: "무게"."""
    kinds = " " in topic and not topic.endswith(("여부", "유무"))  # "유동성 비율" has some
    if is_of_each(topic) and not kinds and _are_readable(members):
        return made(f"{_joined(members)}의 {topic}", "은/는", "어떻게 다른가요?")
    return _between(members) if compact(topic) in map(compact, members) else None


def _kinds(topic: str, members: Sequence[str], *, shown: bool) -> Phrase:
    """The question for what stands beneath a name: "물의 상태", "사상가", "탄수화물"."""
    count = len(members)
    if sets.is_set(topic) or SORTS.intersection(topic.split()[-1:]):
        return made(f"{topic} {count}가지", "은/는", "어떻게 다른가요?")
    if shown and count <= FEW:
        names = _joined(members)
        lead = "" if compact(topic) in compact(names) else f"{topic}: "
        return made(f"{lead}{names}의 차이", "은/는", "무엇인가요?")
    if people.are_people(topic):
        asked = "어떻게 다른가요?" if shown else "누구이고, 서로 어떻게 다른가요?"
        return made(f"{topic} {count}명", "은/는", asked)
    if shown:
        return made(f"{topic} {count}가지", "은/는", "어떻게 다른가요?")
    return Phrase(topic, f"에는 어떤 {count}가지가 있고, 서로 어떻게 다른가요?")


def _of_sides(topic: str, sides: Sequence[str], members: Sequence[str]) -> Phrase:
    """The question for a topic "A와 B", be it what is compared or what a chapter is about."""
    *others, last = sides
    bare, _, aspect = last.rpartition(" ")
    names = [*others, bare if bare and aspect in words.ASPECTS else last]  # 팬아웃 of "팬아웃 개념"
    if _are_meant(topic, names, members):
        return _between(names if compact(names[-1]) in map(compact, members) else sides)
    if not _are_readable(members):
        return made(f"{topic}: {len(members)}가지", "은/는", "어떻게 다른가요?")
    return made(f"{topic}: {_joined(members)}의 차이", "은/는", "무엇인가요?")


def _are_meant(topic: str, sides: Sequence[str], members: Sequence[str]) -> bool:
    """Whether a topic "A와 B" names what is compared, and not what a chapter is about."""
    named = all(any(_is_same(side, name) for name in members) for side in sides)
    return named or bool(contrasts.VERSUS.search(topic))


def _is_same(side: str, name: str) -> bool:
    """Whether a side and a member are one thing: 큐 and Queue, "TCP" and "TCP (연결)"."""
    one, other = compact(side), compact(name)
    read = loanwords.read_alike(name, side) or loanwords.read_alike(side, name)
    return one in other or other in one or read or translations.translated(name, side)


def _is_trait(name: str) -> bool:
    return sets.set_noun(name) in words.TRAITS


def _sides(topic: str) -> Sequence[str]:
    """The names that a topic sets against each other; none where it calls them by one name."""
    sides = [side.strip() for side in contrasts.VERSUS.split(topic)]
    if len(sides) > 1 and all(sides):
        return sides
    return contrasts.members_of(topic) or ()


def _between(names: Sequence[str]) -> Phrase:
    return made(f"{_joined(names)}의 차이", "은/는", "무엇인가요?")


def _joined(names: Sequence[str]) -> str:
    """Names as one: "A와 B", "A, B, C"; of names that join others themselves "A와 B, C와 D"."""
    if len(names) != 2 or any(map(contrasts.members_of, names)):
        return ", ".join(names)
    return f"{with_particle(names[0], '과/와')} {names[1]}"
