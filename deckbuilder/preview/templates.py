"""Anki's templates: what its library makes of them, so that a card can be seen without Anki.

Of Anki's language this knows what the templates in `notetypes/` use: fields, what is shown if a
field is filled, or empty, and the filters `cloze`, `type` and `tts`. `tests/test_preview_sides.py`
holds it to what Anki itself makes of every note type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from deckbuilder.notetypes import NOTE_TYPES, NoteType, Template

TAG = re.compile(r"\{\{([#^/]?)([^{}]+)\}\}")
# What Anki takes for nothing in a field.
EMPTY = re.compile(r"(?:\s|</?(?:br|div) ?/?>)*")
CLOZE = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.S)


class Sides(NamedTuple):
    """A card's front and back, HTML; the back holds the front, where its template says so."""

    front: str
    back: str


class Card(NamedTuple):
    """A card of a note: the template, the field that asks, and its number among those of it."""

    template: Template
    asks: str
    number: int


def cards(note_type: NoteType, fields: Sequence[str]) -> Iterator[Card]:
    """The cards that a note has.

    Args:
        note_type: the note's.
        fields: their values, in the note type's order.
    """
    for template, asks in note_type.cards(fields):
        number = int(asks.removeprefix(template.asks)) if note_type.cloze else template.number
        yield Card(template, asks, number)


def ordinal(note_type: NoteType, card: Card) -> int:
    """The number of a card's template, from 1 on, as Anki writes it into the class of the page."""
    return card.number if note_type.cloze else note_type.templates.index(card.template) + 1


def sides(key: str, card: Card, fields: Sequence[str]) -> Sides:
    """Both sides of a card, as Anki's library has them.

    Args:
        key: the note type's.
        card: one of those that the note has.
        fields: the note's values.

    Returns:
        the HTML without the style, and without the answer that Anki keeps beside a blank. Where
        the answer is typed, `[[type:FIELD]]` stands in it; where it is read aloud,
        `[anki:tts lang=…]…[/anki:tts]`: Anki's window does the rest.
    """
    note_type = NOTE_TYPES[key]
    values = dict(zip(note_type.fields, fields, strict=True))
    number = card.number if note_type.cloze else 0
    front = _side(note_type.front(card.template), values, number, answered=False)
    shown = {**values, "FrontSide": front}
    return Sides(front, _side(note_type.back(card.template), shown, number, answered=True))


def _side(template: str, values: Mapping[str, str], number: int, *, answered: bool) -> str:
    filters: dict[str, Callable[[str, str], str]] = {
        "": lambda _, value: value,
        "cloze": lambda _, value: _cloze(value, number, answered=answered),
        "type": lambda name, _: f"[[type:{name}]]",
        "tts": lambda _, value: f"[anki:tts lang=ko_KR]{value}[/anki:tts]",
    }
    shown: list[str] = []
    hidden: list[str] = []  # the conditions around, innermost last, that do not hold
    at = 0
    for tag in TAG.finditer(template):
        mark, name = tag[1], tag[2].strip()
        if not hidden:
            shown.append(template[at : tag.start()])
        at = tag.end()
        if mark == "/":
            if hidden and hidden[-1] == name:
                hidden.pop()
        elif mark:
            empty = EMPTY.fullmatch(values[name]) is not None
            if hidden or empty == (mark == "#"):
                hidden.append(name)
        elif not hidden:
            kind, _, field = name.rpartition(":")
            shown.append(filters[kind.split(" ")[0]](field, values[field]))
    return "".join((*shown, template[at:]))


def _cloze(value: str, number: int, *, answered: bool) -> str:
    """A field of clozes: empty unless it has the one that is asked for."""
    if not any(int(found[1]) == number for found in CLOZE.finditer(value)):
        return ""

    def shown(found: re.Match[str]) -> str:
        at, said, hint = int(found[1]), found[2], found[3]
        if at != number:
            return f'<span class="cloze-inactive" data-ordinal="{at}">{said}</span>'
        if answered:
            return f'<span class="cloze" data-ordinal="{at}">{said}</span>'
        return f'<span class="cloze" data-ordinal="{at}">[{hint or "..."}]</span>'

    return CLOZE.sub(shown, value)
