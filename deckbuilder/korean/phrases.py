"""How a card asks what something is: "세마포어란 무엇인가요?", "클라우드의 특징은 무엇인가요?"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from deckbuilder.korean import (
    classes,
    contrasts,
    counted,
    definitions,
    endings,
    figures,
    foreign,
    interrogative,
    names,
    predicates,
    series,
    sets,
    shapes,
    words,
)
from deckbuilder.korean.aloud import ending
from deckbuilder.korean.aloud.sounds import Ending
from deckbuilder.korean.columns import STAGES, of_column, of_columns
from deckbuilder.korean.counts import SO_MANY
from deckbuilder.korean.fitting import (
    BECOMES,
    DEED,
    DONE_TO,
    FOLLOWS,
    HOLDS,
    IN_CASE,
    MEANS,
    ORDER,
    TELL,
    TELL_DEED,
    TRAITS,
    WHAT,
    WHAT_IS,
    Question,
    Told,
    figure,
    fitting,
    is_side,
    side,
)
from deckbuilder.korean.josa import with_particle
from deckbuilder.korean.particles import takes
from deckbuilder.korean.shapes import HANGUL
from deckbuilder.model import LabelKind
from deckbuilder.regular import any_of, expression

COUNTED = any_of(
    {
        "둑 3종류": r"(?<!\d)\d+\s?(?:가지|개|단계|종류|종|유형|대\s)",
        "여러 가지 둑": rf"(?:{SO_MANY}|여러)\s?(?:가지|개|단계|종류|유형)",
        "둑들": r"들$",
    }
)
# What closes a line and belongs to no name: "특징:", "세마포어."; but not "n!".
CLOSING = expression(r"(?<![:：])(?:[:：]|(?<=[가-힣)\]])[.,;!])++$")
_CLOSING = tuple(":：.,;!")
# "스택에 대해": so of what is spoken.
ABOUT = expression(r"(?<=\S)에\s(?:대해|대하여|대한|관해|관하여|관한)서?$")
_ABOUT = tuple("해여한관서")
# A question in the note's own words, whatever it asks for.
QUESTION = any_of(
    {
        "둑이란?": r"[?？][\"'”’]?$",
        "둑은 무엇인가": r"무엇인(?:가|가요|지)$",
        # Atomic: what does not follow the first word that asks, follows no later one.
        "둑은 왜 무너지는가": r"^(?>(?:.*?\s)??"
        r"(?:왜|어떻게|무엇\S*|어떤|어느|언제|어디\S*|누가|얼마나)\s).*(?:가|나|까|지|요)$",
    }
)
_ENDS_OF_QUESTIONS = frozenset("?？\"'”’가지요나까")
ANNOUNCED = expression(r"(?:다음|아래)(?:[와과] 같|의\s|\s\S+가지)")
# "캐시를 쓰는 까닭": a noun that only its clause tells.
BOUND = expression(r"\s(?:까닭|것|점|때|일|경우)들?$|\d\s?(?:단계|국면|기)$")
_LAST_OF_BOUND = frozenset("닭것점때일우들계면기")
# "수의 다른 정의": so is an aspect that goes with its clause.
_OF_ASPECT = expression(rf"\s(?:{'|'.join(sorted(words.ASPECTS))})$")


def asks(name: str) -> bool:
    """Whether a name is a question in the note's own words."""
    return name[-1:] in _ENDS_OF_QUESTIONS and bool(QUESTION.search(name))


def is_bound(name: str) -> bool:
    """Whether a name ends in a noun that only its clause tells: "캐시를 쓰는 까닭"."""
    return name[-1:] in _LAST_OF_BOUND and bool(BOUND.search(name))


class Phrase(NamedTuple):
    """What is asked for, and what makes a question of it."""

    name: str
    tail: str


def what_is(
    name: str,
    aliases: Sequence[str] = (),
    above: str = "",
    said: str = "",
    *,
    alone: bool = True,
    formula: bool = False,
    heads: Sequence[str] = (),
    told: Sequence[str] = (),
) -> Phrase:
    """The question for a definition.

    Below the label of a set a name is one of its points: "성능은 어떤 장점인가요?". A thing's
    name takes 이란/란; a part or a trait of it (클라우드의 특징) takes 은/는. Where the note does
    not say what a thing is, no such thing is asked for.

    Args:
        name: what is defined.
        aliases: its other names; the first in Hangul tells how one is read that does not
            (光合成, 광합성).
        above: the label that stands above.
        said: the first sentence of the answer, or its items.
        alone: whether no more is said.
        formula: whether nothing but formulas is said.
        heads: of a table that defines, the heads of the names' column and of the other.
        told: the heads of its other columns, where there are several.
    """
    name = _apart(without_lead(name))
    if heads and figures.is_year_of(heads[0], name):
        name += "년"
    _, of, last = name.rpartition("의 ")
    trait = bool(of and last in TRAITS) or is_bound(name) or bool(_OF_ASPECT.search(name))
    term = classes.classify(name) == LabelKind.TERM and not trait
    read_as = next(filter(HANGUL.search, aliases), aliases[0] if aliases else "")
    gloss = f"({read_as})" if read_as else ""
    noun = sets.set_noun(above)
    if heads and (asks := _of_table(name, heads, told, term=term)):
        return asked(name, *asks, gloss)
    if asks := of_no_thing(name, lambda: _is_told_when(name, said)):
        return asked(name, *asks)
    if noun in words.POINTS and _is_point(name):
        return Phrase(name, ". 왜 그런가요?")
    if not term:
        asks = figure(said) if alone else None
        return asked(name, *(asks or _of_a_side(name, said)), gloss)
    if noun in words.POINTS and not _is_defined(name, said) and not ORDER.fullmatch(said):
        vague = noun in words.AIMS or DEED.search(name)
        return asked(name, *(TELL if vague else Question("은/는", f"어떤 {noun}인가요?")), gloss)
    among = heads[0] if heads else above
    asks = fitting(Told(name, aliases, among, said, alone=alone, formula=formula))
    return asked(name, *_of_unread(name, gloss, said, asks), gloss)


def _of_unread(name: str, gloss: str, said: str, asks: Question) -> Question:
    """That question; one for a meaning where no Hangul tells how its name is read."""
    if asks not in (WHAT_IS, TELL) or HANGUL.search(f"{name}{gloss}"):
        return asks
    if foreign.is_in_script(name):
        unread = foreign.is_translated(name, said)
    else:
        unread = ending(f"{name}{gloss}") == Ending.UNKNOWN
    word = asks == WHAT_IS or foreign.is_verb(said)
    return MEANS if foreign.is_sentence(name, said) or (unread and word) else asks


def _of_table(
    name: str, heads: Sequence[str], told: Sequence[str], *, term: bool
) -> Question | None:
    """The question that a table's heads make of a name; see `what_is`."""
    names, column = heads[0], heads[-1]
    if column and (term or names.endswith(STAGES)):  # "1단계" is no term
        return of_column(name, column, names)
    return of_columns(told) if told and term and not figures.YEAR.fullmatch(name) else None


# "최악의 경우: 물이 둑을 넘는 경우", "… 하는 경우이다"; of a time only such an end tells when.
_TELLS_OCCASION = expression(r"\s(?:때|경우|시기|시점)(?![가-힣])|[가-힣](?:이다|입니다)\.?$")
_TELLS_TIME = expression(r"\s(?:때|경우|시기|시점)(?:이다|입니다|임)?\.?$")
# "A와 B 비교": what sets them apart is asked for.
_COMPARED = expression(r"(?:비교|구별|비교\s?(?:분석|정리))$")


def _apart(name: str) -> str:
    sides = contrasts.members_of(name) if _COMPARED.search(name) else None
    return f"{with_particle(sides[0], '과/와')} {sides[1]}의 차이" if sides else name


def _is_told_when(name: str, said: str) -> bool:
    """Whether an answer tells when an occasion is, or how much; not what is done then."""
    tells = _TELLS_TIME if name.endswith("때") else _TELLS_OCCASION
    return bool(tells.search(said) or figure(said))


def _is_defined(name: str, said: str) -> bool:
    """Whether a sentence names what it defines: "세마포어는 … 하는 변수이다"."""
    return shapes.compact(definitions.defined(said) or "") == shapes.compact(name)


def of_no_thing(name: str, known: Callable[[], bool]) -> Question | None:
    """The question for a name that is a deed with its object, or tells when or if something is so.

    Not where it is `known` that just this is told: when, or how much. Few names ask for that.
    """
    if DONE_TO.search(name):
        return TELL_DEED
    if names.is_condition(name):
        return FOLLOWS
    if names.is_case(name):
        return IN_CASE
    return BECOMES if names.is_occasion(name) and not known() else None


def without_lead(name: str) -> str:
    """A name without what closes its line or leads to what is said of it."""
    name = CLOSING.sub("", name) if name.endswith(_CLOSING) else name
    name = ABOUT.sub("", name) if name.endswith(_ABOUT) else name
    topic = name[:-1]
    led = name.endswith(("은", "는")) and sets.set_noun(topic) and takes(topic, name[-1])
    return topic if led else name


def _of_a_side(name: str, said: str) -> Question:
    if is_side(name, said):
        return side(name)
    two = classes.classify(name) == LabelKind.CONTRAST and not contrasts.CONTRAST.search(name)
    if two and not is_said(name) and not definitions.tells_what(name, said):
        return HOLDS if series.are_names(said) else TELL  # "밀물과 썰물": what is told of them
    return Question("은/는", WHAT)


def _is_point(name: str) -> bool:
    """Whether a point is made by a sentence: "검색이 빠름", "협업이 쉬워진다"."""
    said = len(name.split()) > 1 and bool(endings.CASE.search(name))
    return said and predicates.has_verb(name)


def asked(name: str, particle: str, question: str, gloss: str = "") -> Phrase:
    """A question; the note's own where the name is one, or tells what is asked for."""
    if asks(name) or classes.classify(name) == LabelKind.QUESTION:
        return Phrase(name, "")  # the note asks it in its own words
    if counted_at := interrogative.counted_at(name):
        bare, noun = counted_at
        if noun:
            return Phrase(bare, f"{with_particle(noun, '은/는')} {WHAT}")
        return made(bare, particle or "은/는", question)
    said = is_said(name)
    asks_how_many = said or predicates.has_verb(name) or interrogative.is_noted(name)
    if asks_how_many and (turned := interrogative.question(name)):
        return Phrase(turned, "")
    if said:
        leads = ANNOUNCED.search(name) or counted.how_many(name)
        return Phrase(name, f". {question}" if leads else "")
    return made(name, particle, question, gloss)


def made(name: str, particle: str, question: str, gloss: str = "") -> Phrase:
    """A question with the right one of two particles, if any, between a name and what is asked."""
    read = f"{name}{gloss}"
    if not particle:
        return Phrase(name, question)
    joined = with_particle(read, particle)[len(read) :]
    return Phrase(name, f"{joined} {question}")


# "봄에 물이 넘치지 않게 막으려고 쌓은 둑의 높이": a name, however long its owner's is.
_OF_OWNER = expression(r"\S의\s((?:\S+\s)?\S+)$")


def is_unasked(name: str, above: str) -> bool:
    """Whether no question is made of a name below this label: it is a sentence, and no point."""
    name = without_lead(name)
    if asks(name) or classes.classify(name) == LabelKind.QUESTION or ANNOUNCED.search(name):
        return False
    return is_said(name) and not (sets.set_noun(above) in words.POINTS and _is_point(name))


def is_said(name: str) -> bool:
    """Whether a name is a sentence, of which no question can be made."""
    if is_bound(name) or names.is_condition(name):
        return False
    told = _OF_OWNER.search(name)
    if told and not shapes.is_sentence(told[1]):
        return False
    if len(name.split()) == 1:  # 바다
        return shapes.is_sentence(name)
    return endings.is_ended(name) or classes.classify(name) == LabelKind.STATEMENT
