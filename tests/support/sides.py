"""The sides of a deck's cards as Anki's reviewer puts them on its page.

Anki's library gives a card's HTML; `aqt`, its window, then makes inputs of `[[type:…]]` and buttons
of sounds. This does the same as Reviewer.typeAnsFilter and av_refs_to_play_icons there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from anki.collection import Collection
from anki.sound import AV_REF_RE

from tests.support.collection import opened

if TYPE_CHECKING:  # Anki's modules import each other: `collection` has to come first
    from anki.cards import Card

TYPE = re.compile(r"\[\[type:(.+?)\]\]")
INPUT = """
<center>
<input type=text id=typeans onkeypress="_typeAnsPress();"
   style="font-family: '{font}'; font-size: {size}px;">
</center>
"""
COMPARED = """
<div style="font-family: '{font}'; font-size: {size}px">{output}</div>"""
PLAY = r"""
<a class="replay-button soundLink" href=# onclick="pycmd('\1'); return false;" draggable="false">
    <svg class="playImage" viewBox="0 0 64 64" version="1.1">
        <circle cx="32" cy="32" r="29" />
        <path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z" />
    </svg>
</a>"""


@dataclass(frozen=True)
class Side:
    """A side of a card.

    Attributes:
        name: what the note asks for, its first field.
        note_type: the name of its note type.
        face: which side.
        ordinal: the position of the card's template in its note type.
        html: what Anki puts into its page, the style included.
        sounds: how many sounds Anki would play by itself or read aloud.
        fields: the fields of the note, HTML.
        tags: the tags of the note.
    """

    name: str
    note_type: str
    face: Literal["front", "back"]
    ordinal: int
    html: str
    sounds: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} ({self.note_type}, {self.face})"


@dataclass(frozen=True)
class Cards:
    """The sides of all cards of a deck, fronts before backs, and the folder of their media."""

    sides: tuple[Side, ...]
    media: Path


@contextmanager
def sides_of(*decks: Path) -> Iterator[Cards]:
    """The cards of these decks in an empty collection, in the order of new cards."""
    with opened(*decks) as anki:
        collection = anki.collection
        numbers = collection.find_cards("", order="c.due, c.id")
        cards = [collection.get_card(number) for number in numbers]
        sides = tuple(side for card in cards for side in _sides(collection, card))
        yield Cards(sides, Path(collection.media.dir()))


def _sides(collection: Collection, card: Card) -> Iterator[Side]:
    note, note_type = card.note(), card.note_type()["name"]
    faces: list[tuple[Literal["front", "back"], str, int]] = [
        ("front", _asked(card, card.question()), len(card.question_av_tags())),
        ("back", _compared(collection, card, card.answer()), len(card.answer_av_tags())),
    ]
    for face, html, sounds in faces:
        shown = AV_REF_RE.sub(PLAY, collection.media.escape_media_filenames(html))
        yield Side(
            name=note.fields[0],
            note_type=note_type,
            face=face,
            ordinal=card.ord,
            html=shown,
            sounds=sounds,
            fields=tuple(note.fields),
            tags=tuple(note.tags),
        )


def _asked(card: Card, html: str) -> str:
    """The front, with an input where its note type asks to type."""
    return TYPE.sub(lambda found: _input(card, found[1]), html)


def _input(card: Card, name: str) -> str:
    field = _field(card, name)
    return INPUT.format(font=field["font"], size=field["size"]) if field else name


def _compared(collection: Collection, card: Card, html: str) -> str:
    """The back, with what was typed (nothing) beside what was asked for."""
    return TYPE.sub(lambda found: _comparison(collection, card, found[1]), html)


def _comparison(collection: Collection, card: Card, name: str) -> str:
    field = _field(card, name)
    if not field:
        return ""
    output = collection.compare_answer(card.note()[field["name"]], "")
    return COMPARED.format(font=field["font"], size=field["size"], output=output)


def _field(card: Card, name: str) -> dict[str, str] | None:
    """The field that a `[[type:…]]` names; None if it is empty or there is none."""
    bare = name.rpartition(":")[2]
    fields: list[dict[str, str]] = card.note_type()["flds"]
    return next((one for one in fields if one["name"] == bare and card.note()[bare]), None)
