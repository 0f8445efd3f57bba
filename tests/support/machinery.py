"""What programs leave in notes and no student may see: on no card, in no deck, place or tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from tests.support.collection import Stored, notes_in, shown

UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
PATTERNS = (
    r"[0-9a-f]{32}",  # Notion's ids
    UUID,  # Logseq's
    r":::",
    r"\{%|%\}|\{\{|\}\}|\{:",  # Liquid, Hugo, Logseq, kramdown
    r"\{/\*|<%|`= ",  # MDX, Templater, Dataview
    r"\S:: |\S::$",  # properties
    r"%%",
    r"\^[\w-]+$",  # ids of blocks
    r"\(\(|\)\)",  # references to them
    r"</?[a-zA-Z]\w*[ />]",
    r"\+\+\+",
    r"#\+|:LOGBOOK:|:END:|SCHEDULED:|\[#[ABC]\]",
    r"base64,|data:image",
    r"\b(?:pages|journals|_posts|static|docs|content)\b",
)
MACHINERY = re.compile("|".join(PATTERNS), re.M)


def traces(notes: Iterable[Stored]) -> Iterator[str]:
    """What of these notes shows some of it."""
    for note in notes:
        for card in note.cards:
            said = (shown(card.front), shown(card.back), *card.deck.split("::"), *note.tags)
            yield from filter(MACHINERY.search, said)


class Told(NamedTuple):
    """All that a student gets of a note, to be compared with its plain twin's."""

    guid: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[tuple[str, str, str], ...]
    """Their fronts, backs and decks."""


def told(deck: Path) -> list[Told]:
    """What a student gets of a deck."""
    return [
        Told(
            note.guid,
            note.fields,
            note.tags,
            tuple((card.front, card.back, card.deck) for card in note.cards),
        )
        for note in notes_in(deck)
    ]
