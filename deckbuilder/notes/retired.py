"""Notes that are gone, shipped once more with a tag and a line that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckbuilder import render
from deckbuilder.cards import blanked
from deckbuilder.identity import stamps
from deckbuilder.model import SAYS, Note, Record
from deckbuilder.notetypes import NOTE_TYPES, RETIRED

TAG = "deckbuilder::은퇴"
ASKS, BACK = "물음", "거꾸로"
LINE = f"필기에서 빠진 카드입니다. 지우려면 탐색 창에서 tag:{TAG} 를 찾으세요."


def retired(records: Iterable[Record], deck: str, now: int) -> Iterator[Note]:
    """The notes of the last release that are gone.

    Their pictures and marks are gone with them: they say what the lock remembers, in plain text, on
    the cards that they had.

    Args:
        records: what is remembered of them.
        deck: where they go in a collection that does not have them.
        now: seconds since 1970.
    """
    for record in records:
        fields = NOTE_TYPES[record.key.note_type].fill(_fields(record))
        stamp = stamps.stamp(stamps.shows(fields, (TAG,)), record.stamp, now)
        yield Note(replace(record, stamp=stamp, retired=True), fields, deck, (TAG,))


def _fields(record: Record) -> dict[str, str]:
    key = record.key
    note_type = NOTE_TYPES[key.note_type]
    term, answer = render.plain(key.term), render.plain(key.answer)
    fields = {
        note_type.fields[0]: term,
        note_type.answer: answer,
        RETIRED: render.plain(LINE),
    }
    if ASKS in note_type.fields:
        fields[ASKS] = f'<span class="term">{term}</span>'
    for asks in record.cards:
        name, _, number = asks.partition(" ")
        if name == BACK:
            fields[BACK] = answer
        elif number.isdecimal():
            part = dict(enumerate(key.parts, start=1)).get(int(number), "")
            fields |= _part(asks, int(number), part)
    return fields


def _part(asks: str, number: int, part: str) -> dict[str, str]:
    """The fields of the card that asks for a part."""
    name, _, said = map(render.plain, part.partition(SAYS))
    if asks.startswith("빈칸"):
        return {asks: blanked(name, number)}
    return {f"이름 {number}": name, asks: said or name}
