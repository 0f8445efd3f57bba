"""A comparison: how do the members differ? And for each: which of them is described?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from deckbuilder import render, tagless
from deckbuilder.cards.backwards import (
    FEWEST,
    described,
    is_in_another,
    is_read_but_for_its_end,
    stands_by_itself,
    without_code,
)
from deckbuilder.cards.blanks import names_of, shows
from deckbuilder.cards.page import Page
from deckbuilder.korean import differences, loanwords, translations
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Comparison, Draft, Kind, Member, Node, Part, Text
from deckbuilder.model.drafts import choice
from deckbuilder.notetypes import MOST_MEMBERS
from deckbuilder.regular import expression

# Where the next word begins of those that are written as one.
BETWEEN = expression(r"[\s\[\]{}]+")
HUMP = expression(r"(?<=[a-z])(?=[A-Z][a-z])")


def drafts(unit: Comparison, page: Page) -> Iterator[Draft]:
    """The note of a comparison, its members' cards included."""
    page = page.reading(member.name for member in unit.members)
    names = [name_of(member) for member in unit.members]
    paired = _are_columns(unit)
    rows = [aspect.plain.strip() for aspect in unit.aspects]
    of_rows = differences.tells_of_rows(names, rows=rows, paired=paired)
    asked = differences.difference(
        unit.front, names, shown=unit.names_members, rows=rows, paired=paired
    )
    asks_back = page.settings.contrast and not of_rows  # a head is told by any cell below it
    contrasts, fields = _contrast(unit, page) if asks_back else ((), {})
    yield Draft(
        "comparison",
        {
            **page.common(typed=True),
            "주제": page.name(unit.front),
            "물음": page.question(asked),
            "대상": _named(unit, page, asked.name),
            "비교": _table(unit, page) + page.blocks(unit.around),
            **fields,
        },
        contrasts,
    )


def _are_columns(unit: Comparison) -> bool:
    """Whether the members are the two columns of a table, each row of which tells one thing."""
    rows = [[cell.span for cell in member.body] for member in unit.members]
    return len(rows) == 2 and not unit.aspects and rows[0] == rows[1]


def name_of(member: Member) -> str:
    """What a card calls a member."""
    return member.bare or member.name.plain.strip()


def _named(unit: Comparison, page: Page, asked: str) -> str:
    """The members' names, where the question says neither them nor how many there are."""
    told = all(compact(name_of(member)) in compact(asked) for member in unit.members)
    if told or not unit.names_members:
        return ""
    return " · ".join(page.member(member) for member in unit.members)


def _table(unit: Comparison, page: Page) -> str:
    """The members with what is said of each; the rows are the aspects where the note has any."""
    names = [page.member(member) for member in unit.members]
    notes = page.notes(member.named for member in unit.members)
    if not unit.aspects:
        bodies = (page.blocks(member.body) for member in unit.members)
        return render.described(zip(names, bodies, strict=True)) + notes
    rows = [
        [_said(member.body[at], page) for member in unit.members] for at in range(len(unit.aspects))
    ]
    corner = "" if unit.corner is None else page.line(unit.corner)
    table = render.table(
        [corner, *names],
        rows,
        [page.line(aspect) for aspect in unit.aspects],
        "-" + "".join(map(_aligned, unit.members)),
    )
    return table + notes + page.notes(cell for member in unit.members for cell in member.body)


def _aligned(member: Member) -> str:
    """How a column is aligned: as all of its cells are in the note, of which a row may be it."""
    letters = {cell.alignments for cell in member.body}
    return letters.pop() or "-" if len(letters) == 1 else "-"


def _said(node: Node, page: Page) -> str:
    return "<br>".join(page.line(line) for line in node.text)


def _contrast(unit: Comparison, page: Page) -> tuple[tuple[Part, ...], dict[str, str]]:
    """A card a member, and what all of them show.

    None where names or descriptions do not tell the members apart.
    """
    members = unit.members
    names = [names_of(name_of(member), member.aliases, member.body) for member in members]
    if len(members) > MOST_MEMBERS or not all(names):
        return (), {}
    if all(all(run.has("math") for run in member.name.runs) for member in members):
        return (), {}  # formulas are nobody's names
    if len({compact(own[0]) for own in names}) < len(names):
        return (), {}  # of two choices that read the same one would be wrong
    bodies = [_telling(unit, at, [own[0] for own in names], own) for at, own in enumerate(names)]
    told = [_letters(body) for body in bodies if body is not None]
    if len(set(told)) < len(told):
        return (), {}
    parts = []
    for member, body, own in zip(members, bodies, names, strict=True):
        name = page.name(name_of(member), member.name)
        shown = _described(unit, body, page.hiding(own)) if body is not None else ""
        # One without a card has its number all the same, and keeps it for when it gets one; so it
        # is known by what the note says of it, whatever a card shows of that.
        fields = {"이름 №": name, "설명 №": shown} if shown else {}
        enough = len(_letters(member.body)) >= FEWEST
        said = tagless.text(_described(unit, member.body, page)) if enough else ""
        parts.append(Part(tagless.text(name), said, fields, shown))
    if not any(part.fields for part in parts):
        return (), {}
    choices = "".join(
        choice(at, page.name(name_of(member), member.name)) for at, member in enumerate(members)
    )
    place = page.place_without(name for own in names for name in own)
    return tuple(parts), {"보기": f"<ul>{choices}</ul>", "거꾸로 자리": place}


def _telling(
    unit: Comparison, at: int, names: list[str], own: Sequence[str]
) -> tuple[Node, ...] | None:
    """What is said of the member at this position, as a card shows it that asks which one it is.

    Cells that say the same of all members are empty. None where it says too little, has a word
    that only this one's name has, in either language, or names all the others.
    """
    member = unit.members[at]
    body = described(_different(unit, member.body), own)
    if body is None or not _says_enough(unit, body) or is_in_another(body):
        return None
    if _is_told(names, at, body) or _is_head(unit, body, own):
        return None
    others = [name for name in names if name != names[at]]
    held = [name for name in others if compact(name) in compact(names[at])]
    if any(shows(node, held) for node in body):  # "마운트의 반대" tells 언마운트
        return None
    if all(any(shows(node, (name,)) for node in body) for name in others):
        return None
    return body


def _is_told(names: list[str], at: int, body: Sequence[Node]) -> bool:
    """Whether a description has a word that only this one of the names has, in either language.

    "열전도도" tells "열전도형 검출기".
    """
    own = _own_words(names, at)
    if any(shows(node, own) for node in body):
        return True
    begun = any(is_read_but_for_its_end(word, body) for word in own)
    return begun or _is_read(_own_parts(names, at), " ".join(node.plain for node in body))


def _is_head(unit: Comparison, body: Sequence[Node], own: Sequence[str]) -> bool:
    """Whether the head of a row that is told says the name: of a table of each with each."""
    heads = [compact(aspect.plain) for aspect, _ in _rows(unit, body)] if unit.aspects else []
    return any(compact(name) in head for name in own for head in heads)


def _different(unit: Comparison, body: Sequence[Node]) -> tuple[Node, ...]:
    """A member's cells, those empty that say of each member the same; else its words, no code."""
    if not unit.aspects:
        return without_code(body)
    rows = zip(*(member.body for member in unit.members), strict=True)
    return tuple(
        cell
        if len({_letters([other]) for other in row}) > 1
        else replace(cell, text=(), children=())
        for cell, row in zip(body, rows, strict=True)
    )


def _says_enough(unit: Comparison, body: Sequence[Node]) -> bool:
    """Whether a description tells its member; "가능" does with what it is that can be done."""
    rows = _rows(unit, body) if unit.aspects else ()
    heads = [Node(Kind.PARAGRAPH, aspect.span, (aspect,)) for aspect, _ in rows]
    return stands_by_itself(body) or stands_by_itself([*heads, *body])


def _own_words(names: list[str], at: int) -> tuple[str, ...]:
    """What tells a name from the others: 트리 in "트리 토폴로지"."""
    others = {word for name in names[:at] + names[at + 1 :] for word in _pieces(name)}
    own = _pieces(names[at])
    if len(own) == 1:
        return _own_part(names, at)
    return tuple(word for word in own if len(word) > 1 and word not in others)


def _own_parts(names: Sequence[str], at: int) -> tuple[str, ...]:
    """The Latin words that only one of the names has: linked of LinkedList, beside ArrayList."""
    others = {part for name in (*names[:at], *names[at + 1 :]) for part in translations.parts(name)}
    return tuple(part for part in translations.parts(names[at]) if part not in others)


def _is_read(parts: Sequence[str], said: str) -> bool:
    """Whether Korean says the words of a name, or one of them as it is read."""
    read = any(loanwords.read_alike(part, said) for part in parts)
    return read or translations.translated(" ".join(parts), said)


def _pieces(name: str) -> list[str]:
    """The words of a name, a gloss in brackets among them; those written as one: LinkedList."""
    return [piece for word in BETWEEN.split(name) if word for piece in HUMP.split(word)]


def _own_part(names: Sequence[str], at: int) -> tuple[str, ...]:
    """What is left of a name without the end that all share: 시장 of 시장경제, beside 계획경제."""
    ends = zip(*(reversed(name) for name in names), strict=False)
    shared = sum(1 for _ in takewhile(lambda letters: len({*letters}) == 1, ends))
    part = names[at][:-shared] if shared else ""
    return (part,) if len(part) > 1 else ()


def _letters(body: Sequence[Node]) -> str:
    return "".join(filter(str.isalnum, "".join(node.plain for node in body))).lower()


def _described(unit: Comparison, body: Sequence[Node], page: Page) -> str:
    if not unit.aspects:
        return page.blocks(body)
    told = [(page.line(aspect), _said(cell, page)) for aspect, cell in _rows(unit, body)]
    rows = (f"<strong>{head}</strong>: {said}" if head else said for head, said in told)
    return f"<ul>{''.join(f'<li>{row}</li>' for row in rows)}</ul>"


def _rows(unit: Comparison, body: Sequence[Node]) -> Iterator[tuple[Text, Node]]:
    """The cells of a member that are not empty, and the aspects that they tell of."""
    rows = zip(unit.aspects, body, strict=True)
    return ((aspect, cell) for aspect, cell in rows if cell.plain.strip())
