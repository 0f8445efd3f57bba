"""What a note tells of a term in more than one place.

A page has a section on 정규화, sums it up in a table, and says two paragraphs on what "정규화는"
does: whoever studies wants one card of it. But what stands under one name below two headings side
by side (`삭제` of an array, and of a list) are two things.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from deckbuilder.extract import bodies
from deckbuilder.korean import remarks, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Definition, Unit

# Rules that find what a sentence says in passing: a term that stands above its text is enough.
IN_PASSING = frozenset({"genus", "loose", "topic"})
# Those for which a sentence names the term itself, so that it needs no heading to be understood.
IN_A_SENTENCE = IN_PASSING | {"sentence", "abreast", "prose"}
# What is said of a term in passing, and shown beside what tells it plainly: so often at most.
MOST_REMARKS = 2


def says_plainly(unit: Unit) -> bool:
    """Whether a unit is a definition that is more than a remark."""
    return isinstance(unit, Definition) and unit.rule not in IN_PASSING


def sums_up(unit: Unit) -> bool:
    """Whether a unit stands below a heading that says that it is told once more: "핵심 정리"."""
    return bool(unit.context) and compact(unit.context[-1]) in words.SUMMARIES


def is_told_again(one: Unit, other: Unit) -> bool:
    """Whether two units, in two places of a note, tell plainly of the same thing.

    They have one name; one stands in the section of the other, or within one chapter a sentence
    names it.
    """
    alike = compact(one.front) == compact(other.front)
    if not (alike and says_plainly(one) and says_plainly(other)):
        return False
    above, beneath = sorted((one.context, other.context), key=len)
    if above == beneath:
        return False  # whether that is one answer is for `merge` to say
    if beneath[: len(above)] == above and (above or _is_within(one.front, beneath)):
        return True
    spoken = one.rule in IN_A_SENTENCE or other.rule in IN_A_SENTENCE
    beside = above[:-1] == beneath[:-1] or _are_parallel(above, beneath)
    return spoken and above[:1] == beneath[:1] and not beside


def _is_within(name: str, context: Sequence[str]) -> bool:
    return compact(name) in map(compact, context)


def _are_parallel(above: Sequence[str], beneath: Sequence[str]) -> bool:
    """Whether one thing is told below each of two others: 배열 › 연산, 리스트 › 연산."""
    return len(above) == len(beneath) and above[-1:] == beneath[-1:]


def names(unit: Unit) -> frozenset[str]:
    """What a unit asks for; of "TCP(전송 제어 프로토콜)" what stands in front, too."""
    aliases = unit.aliases if isinstance(unit, Definition) else ()
    return frozenset(map(compact, (unit.front, GLOSS.sub("", unit.front), *aliases)))


def beside(one: Definition, other: Definition) -> Definition:
    """A definition, and beside it what the note tells of the same thing in another place."""
    return replace(
        one,
        aliases=tuple(dict.fromkeys((*one.aliases, *other.aliases))),
        around=(*one.around, *other.body, *other.around),
        also=(*one.also, other.span, *other.also),
    )


def with_remarks(
    units: Sequence[Unit], others: Iterable[Unit]
) -> tuple[tuple[Unit, ...], frozenset[int]]:
    """Definitions with what the note says of their terms in passing.

    Args:
        units: what is made, in the order of the note.
        others: what was found besides, and is not made.

    Returns:
        the same units, each with `MOST_REMARKS` remarks of its chapter that nothing speaks against,
        under a name that no other has, if all of it can be learnt in one go; and the `id` of each
        remark that became a part of them.
    """
    said: dict[str, list[Definition]] = defaultdict(list)
    for remark in others:
        if isinstance(remark, Definition) and remark.rule in IN_PASSING and _stands_alone(remark):
            for name in names(remark):
                said[name].append(remark)
    named = Counter(name for unit in units if isinstance(unit, Definition) for name in names(unit))
    taken = set[int]()
    found = list(units)
    for at, unit in enumerate(units):
        if isinstance(unit, Definition):
            alone = (name for name in names(unit) if named[name] == 1)
            every = (one for name in alone for one in said.get(name, ()))
            spoken = {id(one): one for one in every if _is_of_chapter(one, unit)}
            told = sorted(spoken.values(), key=lambda one: (one.span, one.front))
            found[at], added = _with(unit, told)
            taken.update(map(id, added))
    return tuple(found), frozenset(taken)


def _is_of_chapter(remark: Definition, unit: Definition) -> bool:
    """Whether a remark stands in the chapter of a unit, or that is a chapter itself."""
    return not unit.context or remark.context[:1] == unit.context[:1]


def _stands_alone(remark: Definition) -> bool:
    """Whether nothing speaks against a remark: it tells of its term, whoever reads it, anywhere.

    Nothing else stands in its line, which would have to be shown, too.
    """
    said = [line.plain for node in remark.body for line in node.lines]
    return not (remark.doubts or remark.around or any(map(remarks.is_by_the_way, said)))


def _with(unit: Definition, said: Iterable[Definition]) -> tuple[Definition, list[Definition]]:
    added: list[Definition] = []
    for remark in said:
        if len(added) < MOST_REMARKS and unit.lines.isdisjoint(_answer(remark)):
            both = beside(unit, remark)
            if bodies.letters(both.shown) <= bodies.LONGEST_LEARNT:
                unit = both
                added.append(remark)
    return unit, added


def _answer(unit: Definition) -> frozenset[int]:
    return frozenset(line for span in unit.answer for line in span.lines)
