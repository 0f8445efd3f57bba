"""A definition: what is the term? And back, where the definition stands by itself: which term?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckbuilder import render
from deckbuilder.cards.blanks import BLANK, blank, names_of
from deckbuilder.cards.page import Draft, Page
from deckbuilder.korean import labels, phrases, sentences, words
from deckbuilder.model import Definition, Kind, LabelKind, Node

# Letters that have to be left of a definition, so that there is something to recognise the term
# by, and the most that can be taken in at a glance.
FEWEST, MOST = 8, 250
POINTS_AWAY = re.compile(
    rf"(?:{BLANK}(?:\(이\)란|은\(는\)|이\(가\))?,?\s+)?(?:{BLANK})?(?:{'|'.join(words.POINTING)})(?=[\s,])"
)


def drafts(unit: Definition, page: Page) -> Iterator[Draft]:
    """The note of a definition."""
    yield Draft(
        "definition",
        {
            **page.common(typed=True),
            "용어": page.name(unit.front),
            "물음": page.question(
                phrases.what_is(unit.front, unit.aliases, _above(unit), _said(unit))
            ),
            "정의": page.blocks(unit.body) + page.detail(unit.around),
            "다른 이름": render.plain(", ".join(unit.aliases)),
            **(_reverse(unit, page) if page.settings.reverse else {}),
        },
    )


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


def _reverse(unit: Definition, page: Page) -> dict[str, str]:
    """The definition without its term; nothing where it would not tell the term, or tell it all."""
    names = names_of(unit.front, unit.aliases, unit.body)
    if not names or labels.classify(unit.front) != LabelKind.TERM:
        return {}
    body = blank(unit.body, names)
    if body is None or not stands_by_itself(body):
        return {}
    return {"거꾸로": page.hiding(names).blocks(body), "거꾸로 자리": page.place_without(names)}


def stands_by_itself(body: Sequence[Node]) -> bool:
    """Whether blocks say enough, in words, and do not point at what stands before them."""
    words_ = [part for node in body for part in node.walk() if part.kind != Kind.CODE]
    said = " ".join(line.plain for part in words_ for line in part.lines)
    left = len(re.sub(r"[\W_]+", "", said))
    return FEWEST <= left <= MOST and not POINTS_AWAY.match(said.lstrip())
