"""A list: which are the items? And one by one, where there are many steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckbuilder import tagless
from deckbuilder.cards.folding import MOST, letters
from deckbuilder.cards.page import Page
from deckbuilder.korean import figures, listings, phrases, predicates, sections, shapes, words
from deckbuilder.korean.fitting import ACTS
from deckbuilder.model import Draft, Enumeration, Member, Part

# For what begins, ends or splits a cloze, the same for a reader and not for Anki. Single braces,
# too: one at the end of an item would pair with those that close the cloze.
CLOZE_MARKS = {"{": "&#123;", "}": "&#125;", "::": ":&#58;"}
# A longer list is not shown whole behind each of its items: the deck would grow with its square.
MOST_SHOWN = 200
MORE = '<li class="more">⋯</li>'
# Letters; a step that is told at greater length nobody fills in.
LONGEST = 80


def _question(unit: Enumeration) -> phrases.Phrase:
    items = [item.name.plain for item in unit.items]
    told = all(map(predicates.has_verb, items)) or any(map(_says, items))
    when = listings.tell_when(items)
    return listings.which_are(unit.front, ordered=unit.ordered, told=told, when=when)


# Fewer words may name something, though they end as a verb does: "황 포함".
FEWEST_SAID = 3


def _says(item: str) -> bool:
    """Whether an item is nothing that a thing could hold, but tells something of it."""
    *before, last = item.rstrip(".").split() or [""]
    said = predicates.has_verb(item) and len(before) + 1 >= FEWEST_SAID
    is_so = bool(before) and last in words.STATES
    return said or is_so or bool(ACTS.search(item) and not shapes.is_described(item))


def drafts(unit: Enumeration, page: Page) -> Iterator[Draft]:
    """The note of a list, and those of its items."""
    common = {**page.common(), "주제": page.name(unit.front)}
    items = [page.member(item) for item in unit.items]
    details = [page.detail(item.body) for item in unit.items]
    told = [page.fold(item.body) for item in unit.items] if _is_long(unit) else details
    whole = _listed(unit, [item + detail for item, detail in zip(items, told, strict=True)])
    yield Draft(
        "enumeration",
        {
            **common,
            "물음": page.question(_question(unit)),
            "개수": listings.how_many(unit.front, len(items), ordered=unit.ordered),
            "항목": whole
            + page.notes(item.named for item in unit.items)
            + page.blocks(unit.around),
        },
    )
    parts = tuple(_parts(unit, items, details)) if _one_by_one(unit, page) else ()
    if any(part.fields for part in parts):
        yield Draft(
            "cloze",
            {
                **common,
                "물음": page.question(phrases.Phrase(unit.front, "")),
                "개수": listings.one_of(len(items)),
                "전체": whole if len(items) <= MOST_SHOWN else "",
            },
            parts,
        )


def _is_long(unit: Enumeration) -> bool:
    """Whether all that is said of the items is too much to be seen beside their names."""
    return letters(*(node for item in unit.items for node in item.body)) > MOST


def _one_by_one(unit: Enumeration, page: Page) -> bool:
    """Whether the items are asked for one by one: there are many, each with a name to ask for."""
    asked = page.settings.items
    many = page.settings.items_over < len(unit.items)
    named = (any(map(str.isalnum, item.name.plain)) for item in unit.items)
    return bool(asked) and many and all(named) and (asked == "all" or _tells_by_order(unit))


def _tells_by_order(unit: Enumeration) -> bool:
    """Whether the neighbours of each item tell it: they are in order, each in few words."""
    called = [item.name.plain for item in unit.items]
    stages = all(sections.is_numbered(_name(item)) for item in unit.items)  # "1단계": asked is what
    steps = unit.ordered and (stages or not any(map(figures.mostly, called)))
    short = all(len(name) <= LONGEST for name in called)
    return steps and short and len({*called}) == len(called)


def _parts(unit: Enumeration, items: Sequence[str], details: Sequence[str]) -> Iterator[Part]:
    """The items, each between its neighbours."""
    lines = [_line(*one) for one in zip(unit.items, items, details, strict=True)]
    for item, detail, window in zip(items, details, _windows(unit, lines), strict=True):
        fields = {"빈칸 №": window} if window else {}
        yield Part(tagless.text(item), tagless.text(detail), fields)


class _Line(NamedTuple):
    """An item: what is always shown of it, and what its own card asks for."""

    shown: str
    asked: str


def _line(item: Member, name: str, detail: str) -> _Line:
    """The line of an item: what is asked for of "2단계" is what is done then."""
    return _Line(f"{name} ", detail) if sections.is_numbered(_name(item)) else _Line("", name)


def _name(item: Member) -> str:
    return item.bare or item.name.plain


def _listed(unit: Enumeration, items: Sequence[str], start: int = 1) -> str:
    tag = "ol" if unit.ordered else "ul"
    number = f' start="{start}"' if unit.ordered and start != 1 else ""
    rows = (item if item == MORE else f"<li>{item}</li>" for item in items)
    return f"<{tag}{number}>{''.join(rows)}</{tag}>"


def _windows(unit: Enumeration, lines: Sequence[_Line]) -> Iterator[str]:
    """Each item left blank between its neighbours, as a cloze; empty where it asks for nothing."""
    items = [guarded(f"{line.shown}{line.asked}") for line in lines]
    for at, line in enumerate(lines):
        if not line.asked:
            yield ""
            continue
        before, behind = items[max(0, at - 1) : at], items[at + 1 : at + 2]
        window = [*before, f"{guarded(line.shown)}{blanked(line.asked)}", *behind]
        first = at + 1 - len(before)
        if first > 1:  # what is left out before counts as one
            window, first = [MORE, *window], first - 1
        if at + 2 < len(items):
            window.append(MORE)
        yield _listed(unit, window, first)


def blanked(html: str, number: int | str = "№") -> str:
    """HTML as the cloze of this number, asked for by a card of its own."""
    return f"{{{{c{number}::{guarded(html)}}}}}"


def guarded(html: str) -> str:
    """HTML in which nothing ends a cloze or begins one."""
    for mark, same in CLOZE_MARKS.items():
        html = html.replace(mark, same)
    return html
