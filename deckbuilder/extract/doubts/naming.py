"""What speaks against a unit by what it, its parts and what it stands beneath are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from deckbuilder.extract.doubts.weighed import Weighed, is_procedure, names_of_parts
from deckbuilder.korean import (
    definitions,
    exams,
    figures,
    fragments,
    index,
    lines,
    names,
    phrases,
    pointing,
    sections,
    sentences,
    shapes,
)
from deckbuilder.model import Comparison, Definition, Enumeration, Kind, Member
from deckbuilder.regular import any_of, expression

FORMULA = any_of(
    {
        r"\(a\)": r"\\\((?:(?!\\\().)*?\\\)",
        "$a$": r"\$[^$]*\$",
        r"\alpha": r"\\[a-z]+",
    }
)
# What letters of formulas have: an index, a power, a command, a typeface of their own.
LETTER, WORD = expression(r"[_^{\\]|[\U0001D400-\U0001D7FF]"), expression("[가-힣]|[A-Za-z]{3}")
# "H_2SO_4", "\ce{H2O}": what chemistry calls a thing.
COMPOUND = expression(r"\\ce\{|^\W*(?:[A-Z][a-z]?(?:_\{?\d+\}?)?){2,}\W*$")
# With a letter behind they name none of them: RAID 5 and 비타민 D do.
LETTERED = frozenset({"등급", "유형", "사례", "구역", "시장", "그룹", "안"})
# "5.0": the number of a section.
SECTION = expression(r"\d{1,2}\.0")
# "i \in S": something is said, and nothing named; "r < 0" is a case of its own.
RELATION = expression(r"\\(?:in|sim|subset\w*|to|rightarrow)(?![a-z])|[∈⊂∼]")
# As most are called: no sign, no letter of a formula is among them.
SYLLABLES = expression(r"[가-힣][가-힣 ]*")
# "둑의 정의", "Definition-둑": the same thing once more.
DEFINED = expression(
    r"^(?:definition|정의|개념)\s?[-:]\s?|(?:의|\s)\s?(?:정의|개념|definition)$", re.IGNORECASE
)
# "최악의 경우", "Best case".
CASE = expression(
    r"(?:최[선악적]|평균|best|worst|average)(?:의|적인)?\s?(?:경우|case)?", re.IGNORECASE
)
# So many words are a phrase.
PHRASE = 3
# Operators, keys and letters, where a name should be.
SIGNS = any_of(
    {
        "a && b": r"&&",
        "a || b": r"\|\|",
        "a != b": r"[!=]==?",
        "'a': 3": r"^['\"].*['\"]\s?:",
        "a, b": r"^[A-Za-z](?:,\s?[A-Za-z])+$",
    }
)


def is_how_to(one: Weighed) -> bool:
    """Whether a deed is told step by step: what is typed, clicked, installed."""
    return names.is_deed(one.unit.front) and is_procedure(one)


def is_phrase(one: Weighed) -> bool:
    """Whether a term is called by three words or more, and has no other name.

    Not where it stands on one line with what is said of it, nor where that tells what it is.
    """
    unit = one.unit
    if not isinstance(unit, Definition) or unit.aliases or len(unit.front.split()) < PHRASE:
        return False
    return not (_is_on_one_line(one) or definitions.tells_what(unit.front, _said_first(one)))


def _is_on_one_line(one: Weighed) -> bool:
    """Whether a unit's name stands in front of what is said of it: "용어: 정의"."""
    return one.unit.shown[0].span.first == one.unit.span.last


def _said_first(one: Weighed) -> str:
    return sentences.split(one.lines[0])[0].plain if one.lines else ""


def is_place(one: Weighed) -> bool:
    """Whether it is called by its place in the note: a date, a number, the sort of a theorem.

    What 보조정리 is, a glossary tells in words.
    """
    front = one.unit.front
    return sections.is_place_in_note(front) or (sections.is_of_textbook(front) and one.has_formula)


def is_section(one: Weighed) -> bool:
    """Whether it is called by a paper's section, or by what a figure shows in a colour.

    Not where it is told what that is, nor a section on one line with what is said of it: "Result :
    성공하면 값을 담는다".
    """
    front, (*_, above) = one.unit.front, ("", *one.unit.context)
    paper = sections.is_of_paper(front, above)
    if not (paper or sections.is_in_figure(front) or SECTION.fullmatch(front)):
        return False
    if one.unit.kind != "definition":
        return True
    pair = paper and _is_on_one_line(one)
    return not (pair or definitions.tells_what(front, _said_first(one)))


def is_exercise(one: Weighed) -> bool:
    """Whether a problem is set, or one is solved."""
    if any(map(_names_exercise, (one.unit.front, *one.unit.context))):
        return True
    items = len(names_of_parts(one.unit)) or sum(node.kind == Kind.ITEM for node in one.blocks)
    if exams.offers_choices(one.unit.front, one.said, items):
        return True
    if isinstance(one.unit, Comparison | Enumeration):
        return any(map(lines.is_problem, names_of_parts(one.unit)))
    if one.unit.kind == "question":
        return lines.sets_task(one.only_line)  # "(세 글자로 쓰시오)"
    solved = any(map(lines.is_problem, one.said[:1]))
    return solved or any(map(lines.sets_task, one.said))


@lru_cache(maxsize=1 << 16)  # for speed only: names stand above many units
def _names_exercise(name: str) -> bool:
    return names.is_exercise(name) or lines.is_problem(name)


def is_fragment(one: Weighed) -> bool:
    """Whether its name is a piece of a sentence."""
    front, (*_, above) = one.unit.front, ("", *one.unit.context)
    asked = one.unit.kind == "question"
    if one.unit.kind != "comparison" and pointing.points_out(front, above, asked=asked):
        told = one.unit.kind == "definition" and definitions.tells_what(front, one.first)
        if not told:
            return True
    torn = {"question": pointing.asks_on, "enumeration": fragments.is_unended}
    return torn.get(one.unit.kind, fragments.is_fragment)(front)


def is_sentence(one: Weighed) -> bool:
    """Whether its name is a sentence, of which a card can ask nothing: "물이 넘치기 쉽다"."""
    front, (*_, above) = one.unit.front, ("", *one.unit.context)
    return phrases.is_unasked(front, above)


def is_of_project(one: Weighed) -> bool:
    """Whether it is a list of what somebody has built, or stands in one: below "토이 프로젝트".

    Not where it is told what something is: "JWT : 서명이 붙은 토큰".
    """
    if not any(map(_lists_projects, (one.unit.front, *one.unit.context))):
        return False
    return one.unit.kind != "definition" or not definitions.tells_what(one.unit.front, one.first)


@lru_cache(maxsize=1 << 16)  # likewise
def _lists_projects(name: str) -> bool:
    return names.lists_projects(name)


def is_sign(one: Weighed) -> bool:
    """Whether the front has no word, but signs and formulas: `$Q$`, `x && y`, "i, j".

    Of a letter like `x_i` only a line of its own tells ("x_i : 물의 높이"); a sentence that names
    it on the way reads a formula: "여기서 x_i는 …".
    """
    if SYLLABLES.fullmatch(one.unit.front) or COMPOUND.search(one.unit.front):
        return False
    bare = FORMULA.sub("", one.unit.front)
    wordless = not re.search(r"[^\W_]", bare) or bool(SIGNS.search(bare))
    on_the_way = one.unit.rule in ("genus", "sentence", "loose")
    letter = on_the_way and LETTER.search(one.unit.front) and not WORD.search(bare)
    said = RELATION.search(one.unit.front) and not WORD.search(bare)
    said = said and not definitions.tells_what(one.unit.front, one.first)
    return wordless or bool(letter or said) or names.is_line_of_code(one.unit.front)


def lists_signs(one: Weighed) -> bool:
    """Whether what is listed are numbers and signs: "(2013-33)"."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    wordless = [not re.search(r"[^\W\d_]", item.name.plain) for item in items]
    return 2 * sum(wordless) > len(wordless) or _are_letters(items)


def _are_letters(items: Sequence[Member]) -> bool:
    """Whether items are but one name with a letter or a number each: "등급 A", "등급 B"."""
    names = ["".join(item.name.plain.split()) for item in items]
    alone = len(names) > 1 and not any(item.body for item in items)
    same = re.sub(r"[A-Za-z\d]$", "", names[0]) if alone else ""
    return same in LETTERED and all(
        re.fullmatch(rf"{re.escape(same)}[A-Za-z\d]", name) for name in names
    )


def compares_figures(one: Weighed) -> bool:
    """Whether a table holds more digits than letters, or signs alone: nobody knows it by heart."""
    if not isinstance(one.unit, Comparison) or not one.unit.aspects:
        return False
    shown = [node for member in one.unit.members for node in (member.named, *member.body)]
    runs = [run for node in shown for line in node.lines for run in line.runs if run.text.strip()]
    if runs and all(run.has("math") for run in runs):
        return True
    cells = "".join(cell.plain for member in one.unit.members for cell in member.body)
    return figures.mostly(cells)


def is_instance(one: Weighed) -> bool:
    """Whether it is called an example itself: "예시) 로그인"."""
    return names.is_instance(one.unit.front)


def is_example(one: Weighed) -> bool:
    """Whether it stands beneath a label that announces examples: 예시, 실습."""
    return any(map(_names_examples, one.unit.context))


@lru_cache(maxsize=1 << 16)  # likewise
def _names_examples(name: str) -> bool:
    return names.announces_examples(name) or names.is_instance(name) or names.is_tried(name)


def names_deeds(one: Weighed) -> bool:
    """Whether what is compared are things to do, all, or most of them told step by step."""
    members = names_of_parts(one.unit) if isinstance(one.unit, Comparison) else []
    deeds = sum(map(names.is_deed, members))
    every = deeds == len(members) > 0
    return every or (2 * deeds > len(members) > 0 and is_procedure(one))


def compares_code(one: Weighed) -> bool:
    """Whether half of what is compared are lines of a program: "var server"."""
    members = names_of_parts(one.unit)
    return 2 * sum(map(names.is_line_of_code, members)) >= len(members)


def parts_of_work(one: Weighed) -> bool:
    """Whether the parts of some work are taken for the kinds of a thing."""
    return one.unit.rule == "kinds" and names.is_work(one.unit.front)


def counts_itself(one: Weighed) -> bool:
    """Whether a thing stands among its own kinds, or beside its own definition.

    "저수지: 저수지, 물막이 둑"; "둑과 둑의 정의".
    """
    named = set(names_of_parts(one.unit))
    if len({"".join(DEFINED.sub("", name).split()) for name in named}) < len(named):
        return True
    match one.unit:
        case Comparison(members=members, names_members=False) | Enumeration(items=members):
            front = shapes.compact(one.unit.front)
            called = [(it.name.plain, it.bare, *it.aliases) for it in members]
            return any(front == shapes.compact(name) for each in called for name in each)
    return False


def is_index(one: Weighed) -> bool:
    """Whether a list holds the words that begin with its letter: "ㄱ: 가람, 개울"."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    letter = one.unit.front.strip()
    if len(letter) != 1 or any(item.body for item in items):
        return False
    return all(index.letter(item.name.plain.strip(" [")) == letter.upper() for item in items)


def only_cases(one: Weighed) -> bool:
    """Whether a list names the cases that a measure has, and no measure: 최선, 최악, 평균."""
    items = one.unit.items if isinstance(one.unit, Enumeration) else ()
    return not any(item.body for item in items) and all(
        CASE.fullmatch(item.name.plain.strip()) for item in items
    )


def names_places(one: Weighed) -> bool:
    """Whether what is listed or compared are parts of the note: numbered, or sorts of theorems."""
    names_of_all = names_of_parts(one.unit)
    found = list(map(sections.is_place_in_note, names_of_all))
    return 2 * sum(found) > len(found) or all(map(sections.is_of_textbook, names_of_all))
