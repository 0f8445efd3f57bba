"""A comparison: how do the members differ? And for each: which of them is described?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuilder import render
from deckbuilder.cards.blanks import blank, names_of
from deckbuilder.cards.definitions import stands_by_itself
from deckbuilder.cards.page import Draft, Page, Part
from deckbuilder.korean import phrases
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Comparison, Kind, Member, Node
from deckbuilder.notetypes import MOST_MEMBERS


def drafts(unit: Comparison, page: Page) -> Iterator[Draft]:
    """The note of a comparison, its members' cards included."""
    asked = phrases.difference(unit.front, [name_of(member) for member in unit.members])
    contrasts, fields = _contrast(unit, page) if page.settings.contrast else ((), {})
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
    """The members side by side; the rows are the aspects where the note has any."""
    names = [page.member(member) for member in unit.members]
    notes = page.notes(member.named for member in unit.members)
    if not unit.aspects:
        return render.table(names, [[page.blocks(member.body) for member in unit.members]]) + notes
    rows = [
        [_cell(member.body[at], page) for member in unit.members] for at in range(len(unit.aspects))
    ]
    corner = "" if unit.corner is None else page.line(unit.corner)
    table = render.table([corner, *names], rows, [page.line(aspect) for aspect in unit.aspects])
    return table + notes + page.notes(cell for member in unit.members for cell in member.body)


def _cell(node: Node, page: Page) -> str:
    """A cell, aligned as its column in the note."""
    return render.aligned(_said(node, page), node.alignments)


def _said(node: Node, page: Page) -> str:
    return "<br>".join(page.line(line) for line in node.text)


def _contrast(unit: Comparison, page: Page) -> tuple[tuple[Part, ...], dict[str, str]]:
    """A card a member, and what all of them show.

    None where the descriptions do not tell the members apart.
    """
    members = unit.members
    names = [
        names_of(name_of(member), (*member.aliases, *_own_words(member, members)), member.body)
        for member in members
    ]
    if len(members) > MOST_MEMBERS or not all(names):
        return (), {}
    bodies = [blank(member.body, own) for member, own in zip(members, names, strict=True)]
    said = [_letters(body) for body in bodies if body is not None]
    if len(set(said)) < len(said):
        return (), {}
    parts = []
    for member, body, own in zip(members, bodies, names, strict=True):
        name = page.name(name_of(member), member.name)
        described = ""
        if body is not None and _says_enough(unit, body):
            described = _described(unit, body, page.hiding(own))
        # One without a card has its number all the same, and keeps it for when it gets one.
        fields = {"이름 №": name, "설명 №": described} if described else {}
        parts.append(Part(render.text(name), render.text(described), fields))
    if not any(part.fields for part in parts):
        return (), {}
    choices = "".join(f"<li>{page.name(name_of(member), member.name)}</li>" for member in members)
    place = page.place_without(name for own in names for name in own)
    return tuple(parts), {"보기": f"<ul>{choices}</ul>", "거꾸로 자리": place}


def _says_enough(unit: Comparison, body: Sequence[Node]) -> bool:
    """Whether a description tells its member; "가능" does with what it is that can be done."""
    rows = zip(unit.aspects, body, strict=bool(unit.aspects))
    heads = [Node(Kind.PARAGRAPH, head.span, (head,)) for head, cell in rows if cell.plain.strip()]
    return stands_by_itself(body) or stands_by_itself([*heads, *body])


def _own_words(member: Member, members: Sequence[Member]) -> tuple[str, ...]:
    """The words that tell a member from the others: 트리 in "트리 토폴로지"."""
    words = {id(other): set(name_of(other).split()) for other in members}
    others = set().union(*(found for key, found in words.items() if key != id(member)))
    return tuple(word for word in sorted(words[id(member)] - others) if len(word) > 1)


def _letters(body: Sequence[Node]) -> str:
    return re.sub(r"[\W_]+", "", "".join(node.plain for node in body)).lower()


def _described(unit: Comparison, body: Sequence[Node], page: Page) -> str:
    if not unit.aspects:
        return page.blocks(body)
    rows = (
        f"<li><strong>{page.line(aspect)}</strong>: {_said(node, page)}</li>"
        for aspect, node in zip(unit.aspects, body, strict=True)
        if node.plain.strip()
    )
    return f"<ul>{''.join(rows)}</ul>"
