"""A definition: what is the term? And back, where the definition stands by itself: which term?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuilder.cards.backwards import (
    described,
    has_command,
    is_about_blank,
    left_of,
    stands_by_itself,
    without_code,
)
from deckbuilder.cards.blanks import alike, blank, names_of, owner_of, shows
from deckbuilder.cards.folding import MOST, letters
from deckbuilder.cards.page import Page
from deckbuilder.cards.recognised import in_front, is_known, is_of_example, is_recognisable
from deckbuilder.korean import (
    classes,
    definitions,
    names,
    no_terms,
    phrases,
    predicates,
    sections,
    sentences,
    series,
    sets,
    shapes,
    traits,
    words,
)
from deckbuilder.korean.columns import is_of_head
from deckbuilder.korean.fitting import ACTS, CLAUSE, DEED
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.particles import OBJECT
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Definition, Draft, Kind, LabelKind, Node
from deckbuilder.regular import any_of

# A year, or some; what is done, or how.
NO_TERM = any_of(
    {
        "기원전 3세기 초": r"^(?=.*\d)"
        r"(?:[\d\s년월일세기대·,~–-]|기원전|[초전중후]반|[중말]엽|[초말경])+$",
        "열매를 땀": rf"{OBJECT}\s",
        "그물의 사용법": r"(?:방법|사용법|하는 법)$",
    }
)
# What is so of other things, too.
TRUE_OF_OTHERS = (traits.tells_when, traits.is_praised, traits.is_likened, traits.is_talk)
# They may stand in front of what a sentence speaks of: "현재 저수지는 …".
BEFORE_TOPIC = words.TIMES.union(words.OPENINGS)
# Letters of a description that tells a thing by what it does, and not by what it is.
TELLING = 12


def drafts(unit: Definition, page: Page) -> Iterator[Draft]:
    """The note of a definition."""
    if unit.also:
        unit = _once(unit)
    said = _said(unit)
    answer = page.answer(unit.body)
    yield Draft(
        "definition",
        {
            **page.common(typed=True),
            "용어": page.name(unit.front),
            "물음": page.question(_question(unit, said)),
            "정의": answer + _around(unit, page),
            "다른 이름": page.name(", ".join(unit.aliases)),
            **(_reverse(unit, page, said, answer) if page.settings.reverse else {}),
        },
    )


def _around(unit: Definition, page: Page) -> str:
    """What stands around the definition, folded where that is too much beside it."""
    long = letters(*unit.body, *unit.around) > MOST
    return page.fold(unit.around) if long else page.detail(unit.around)


def _once(unit: Definition) -> Definition:
    """Of the blocks that say the same where the note asks again only the first."""
    first: dict[object, Node] = {}
    for node in (*unit.body, *unit.around):
        words = ((part.kind, *(line.runs for line in part.lines)) for part in node.walk())
        first.setdefault(tuple(words), node)
    ids = set(map(id, first.values()))
    body, around = (
        tuple(node for node in nodes if id(node) in ids) for nodes in (unit.body, unit.around)
    )
    return replace(unit, body=body, around=around)


def _question(unit: Definition, said: str) -> phrases.Phrase:
    lines = [line for node in unit.body for part in node.walk() for line in part.lines]
    all_said = " ".join(line.plain for line in lines)
    return phrases.what_is(
        unit.front,
        unit.aliases,
        _above(unit),
        said,
        alone=said.strip() == all_said.strip(),
        formula=all(run.has("math") for line in lines for run in line.runs if run.text.strip()),
        heads=unit.heads,
        told=_columns(unit),
    )


def _columns(unit: Definition) -> list[str]:
    """The heads of the columns that tell of a name in a table, where each cell has its own."""
    heads = [node.label.name for node in unit.body if node.label] if unit.heads else []
    return heads if len(heads) == len(unit.body) else []


def _above(unit: Definition) -> str:
    """The name of the label that stands right above."""
    return unit.context[-1] if unit.context else ""


def _said(unit: Definition) -> str:
    """The first sentence of the answer, if it has words; of a list its items in a line."""
    if len(unit.body) == 1 and unit.body[0].is_list:
        items = unit.body[0].children
        if not any(item.label or item.children for item in items):
            return ", ".join(line.plain for item in items for line in item.lines)
    lines = (
        line
        for block in unit.body
        for node in block.walk()
        if node.kind != Kind.CODE
        for line in node.lines
        if line
    )
    return next((sentences.split(line)[0].plain for line in lines), "")


def _reverse(unit: Definition, page: Page, said: str, answer: str) -> dict[str, str]:
    """The definition without its term; nothing where it would not tell the term, or tell it all."""
    if not _singles_out(unit, said) or not is_known(unit.front) or is_of_example(page.place):
        return {}
    hidden = names_of(unit.front, unit.aliases, unit.body)
    if not hidden or _speaks_of_another(said, hidden):
        return {}
    body = described(without_code(_without_parts(unit.body)), hidden)
    if body is not None and _tells_what(unit, said):
        body = in_front(body)
    if (
        body is None
        or _is_blank_for_owner(unit, hidden)
        or not stands_by_itself(body)
        or not is_recognisable(body)
        or not is_about_blank(body)
    ):
        return {}
    place = page.place_without((*hidden, *left_of(unit.front, body)))
    hiding = page.hiding(hidden)
    # What holds no blank, nor a footnote (`Page.hiding` gives the page itself then), is the answer
    # again: of what stands by itself nothing is folded.
    shown = answer if body == unit.body and hiding is page else hiding.blocks(body)
    return {"거꾸로": shown, "거꾸로 자리": place}


def _without_parts(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """An answer without the items that name something themselves: they have cards."""
    found = []
    for node in nodes:
        items = tuple(item for item in node.children if item.label is None)
        if not node.is_list or len(items) == len(node.children):
            found.append(node)
        elif items:
            found.append(replace(node, children=items))
    return tuple(found) or nodes


def _is_blank_for_owner(unit: Definition, hidden: Sequence[str]) -> bool:
    """Whether a blank would stand for a part of the name that is another thing's.

    "정보의 흐름": "정보를 …" is no mention of it.
    """
    owner = owner_of(unit.front)
    if not owner:
        return False
    body = blank(unit.body, [name for name in hidden if name != owner])
    return body is None or any(shows(node, (owner,)) for node in body)


def _speaks_of_another(said: str, hidden: Sequence[str]) -> bool:
    """Whether the answer begins with another thing: "저수지는 …" beneath "물을 아끼는 법"."""
    spoken_of = sentences.topic_of(said)
    in_front = said.partition(spoken_of)[0].split() if spoken_of else []
    if not spoken_of or not BEFORE_TOPIC.issuperset(in_front):
        return False
    return not any(alike(said, name) or alike(spoken_of, name) for name in hidden)


def _is_point(unit: Definition, *, told: bool) -> bool:
    """Whether it is one of the points of a thing: "가벼움" below "장점" is true of others, too.

    So is a row of a table of one thing. What the note gives another name, "탄력성(Elasticity)", is
    a term.
    """
    if unit.heads and is_of_head(unit.front, unit.heads[-1]):
        return True
    above = unit.context[-1] if unit.context and not unit.aliases else ""
    return not told and sets.set_noun(above) in words.FOR_OR_AGAINST


def _names_a_thing(front: str, said: str, *, told: bool) -> bool:
    """Whether it is a thing's name that is asked for; an aspect, an occasion, a number is none.

    Where the answer has told what it is, "보이지 않는 손" is a name as well, and "예외" where that
    is a sort of things.
    """
    if classes.classify(front) != LabelKind.TERM or NO_TERM.search(front):
        return False
    bare = GLOSS.sub("", front)
    described = len(bare.split()) > 2 and shapes.is_described(bare)  # "주로 쓰는 곳"
    if described and (not told or CLAUSE.search(bare)):
        return False
    if _is_aside(bare) and not predicates.tells_sort(said):
        return False
    no_thing = (
        phrases.asks,
        sections.is_numbered,
        names.is_occasion,
        names.is_condition,
        names.is_aspect,
    )
    return not any(holds(front) for holds in no_thing)


def _is_aside(name: str) -> bool:
    """Whether a name is that of a remark on what stands above: "예외", "핵심 주장"."""
    first, *more = name.split() or [""]
    last = more[-1] if more else ""
    said = last in no_terms.SAID_OF or (
        first in no_terms.ASIDE_HEADS and last in no_terms.ASIDE_ENDS
    )
    return said or compact(name) in no_terms.ASIDE


def _singles_out(unit: Definition, said: str) -> bool:
    """Whether the answer is true of this term alone: it says what that is, or what it does.

    Not how something is done or what it is like, nor points of which each is true of others too.
    """
    told = _tells_what(unit, said)
    named = _names_a_thing(unit.front, said, told=told) and not _is_point(unit, told=told)
    if not named or has_command(unit.body) or any(holds(said) for holds in TRUE_OF_OTHERS):
        return False
    if told:
        return True
    if DEED.search(unit.front):
        return False
    return predicates.is_clause(said) or _tells_what_it_does(unit, said)


def _tells_what(unit: Definition, said: str) -> bool:
    """Whether the answer's first sentence says what the term is."""
    return definitions.tells_what(unit.front, said) or predicates.is_some(said)


def _tells_what_it_does(unit: Definition, said: str) -> bool:
    """Whether a thing is told by what it does, in one piece; not what it is like."""
    if series.are_names(said) or not ACTS.search(said):
        return False
    if traits.is_like(said) or traits.leads_on(said):
        return False
    first, *more = unit.body
    one = not more and not (first.is_list and len(first.children) > 1)
    return one and len(compact(first.plain)) >= TELLING
