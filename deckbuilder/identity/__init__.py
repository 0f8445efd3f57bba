"""Which note of the deck a unit is: the one that it was in the last release, if it was there.

matching    which note of the lock: the table of passes
passes      those that ask for the same id, term or answer
rewording   the one that asks for a term or an answer that was touched
pairing     what the passes pair, and what they leave
telling     which answers tell one note from the others
likeness    how much two names, two answers resemble each other
near        many texts, of which those that may be near to one are found without a look at each
slots       which card of a note asks for which part of it
guids       the GUID of a note that is new
stamps      when a note last changed
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from deckbuilder.identity.guids import Guids
from deckbuilder.identity.matching import match
from deckbuilder.identity.slots import slots
from deckbuilder.model import Key, Lock, Record, value

__all__ = ["Identity", "identify"]


@value(frozen=True, slots=True)
class Identity:
    """Which note one is; a part's number (from 1) is that of its card."""

    guid: str
    key: Key
    """Its parts are in the order of their numbers, those that are gone included."""
    numbers: Mapping[int, int] = field(default_factory=dict)
    """The part's position among the parts of today, and its number."""
    after: str = ""
    """The GUID of the note that this one continues."""


def identify(
    units: Sequence[Sequence[Key]], lock: Lock, most: Mapping[str, int], title: str
) -> list[list[list[Identity]]]:
    """Say which notes ask for each unit.

    Args:
        units: for each unit the key of its note, and that of the notes for its parts, if any.
        lock: what is known of the last release; empty for none.
        most: how many parts one note of a type has numbers for.
        title: the deck's; it stands for the id of a project that has none.

    Returns:
        for each key its notes: one; for a key with parts that continues another as many as they
        take.
    """
    following = {record.after: record for record in lock.notes.values() if record.after}
    heads = [record for record in lock.notes.values() if not record.after]
    # What the deck's notes may have been born under: before it had an id, or before ids were.
    projects = tuple(dict.fromkeys((lock.project or title, title, "")))
    known = match([keys[0] for keys in units], heads, projects)
    guids = Guids(lock.notes, projects[0])
    result = []
    for at, (head, *rest) in enumerate(units):
        record = known.get(at)
        whole = _head(head, record, guids, most.get(head.note_type, 0))
        continued = [
            list(_following(whole.guid, key, following, guids, most[key.note_type])) for key in rest
        ]
        result.append([[whole], *continued])
    return result


def _head(key: Key, record: Record | None, guids: Guids, most: int) -> Identity:
    guid = record.guid if record else guids.new(key)
    if record is None or record.key.parts == key.parts:  # the same parts have the same numbers
        numbers, names = slots(key.parts, (), ())
    else:
        numbers, names = slots(key.parts, record.key.parts, _in_use([record], most))
    given = {at: number + 1 for at, number in enumerate(numbers) if number < most}
    kept = key if key.parts == names[:most] else replace(key, parts=names[:most])
    return Identity(guid, kept, given)


def _following(
    before: str, key: Key, following: Mapping[str, Record], guids: Guids, most: int
) -> Iterator[Identity]:
    """The notes that ask for the parts of another, so many to a note."""
    chain: list[Record] = []
    while record := following.get(chain[-1].guid if chain else before):
        chain.append(record)
    known = [part for record in chain for part in record.key.parts]
    numbers, names = slots(key.parts, known, _in_use(chain, most))
    for nth, first in enumerate(range(0, len(names), most)):
        guid = chain[nth].guid if nth < len(chain) else guids.new(key)
        given = {at: n - first + 1 for at, n in enumerate(numbers) if first <= n < first + most}
        yield Identity(guid, replace(key, parts=names[first : first + most]), given, before)
        before = guid


def _in_use(chain: Sequence[Record], most: int) -> set[int]:
    """The numbers (from 0) of the parts that had a card, over notes of so many each."""
    return {nth * most + n - 1 for nth, record in enumerate(chain) for n in record.numbers}
