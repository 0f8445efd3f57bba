"""Notes that are gone, shipped once more with a tag and a line that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckbuilder import render
from deckbuilder.cards import blanked
from deckbuilder.identity import stamps
from deckbuilder.model import SAYS, Note, Record
from deckbuilder.notetypes import NOTE_TYPES, RETIRED, NameCard

TAG = "deckbuilder::은퇴"
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
        note_type.question: f'<span class="term">{term}</span>',
        note_type.fields[0]: term,
        note_type.answer: answer,
        RETIRED: render.plain(LINE),
    }
    if note_type.reverse and note_type.reverse.asks in record.cards:
        fields[note_type.reverse.asks] = answer
    if note_type.part:
        parts = dict(enumerate(key.parts, start=1))
        for number in record.numbers:
            fields |= _part(note_type.part.numbered(number), number, parts.get(number, ""))
    return fields


def _part(card: NameCard, number: int, part: str) -> dict[str, str]:
    """The fields of the card that asks for a part."""
    name, _, said = map(render.plain, part.partition(SAYS))
    if not card.name:
        return {card.asks: blanked(name, number)}
    return {card.name: name, card.asks: said or name}
