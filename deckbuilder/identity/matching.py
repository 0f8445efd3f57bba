"""Which note of the last release each note of today is.

    pin -> key -> birth -> term -> moved -> content -> likeness

`PASSES` are asked in this order; each names pairs of a note of today and a record of the lock that
may be the same, and how good a pair is. The best pairs of a pass are made first, whatever the order
of the notes; nothing is paired twice; and what one pass has paired no later one sees. Pairs are of
one note type: Anki cannot turn a note of one type into another.

The figures were measured on pairs of different notes of one file, 22,824 in forty annotated notes;
`tests/test_likeness.py` measures them anew, and on notes that none was chosen by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from deckbuilder.identity.pairing import Open, Pair
from deckbuilder.identity.passes import by_birth, by_content, by_key, by_moved_term, by_pin, by_term
from deckbuilder.identity.rewording import by_likeness
from deckbuilder.identity.telling import Told
from deckbuilder.model import Key, Record

PASSES: tuple[Callable[[Open, Told], Iterator[Pair]], ...] = (
    by_pin,
    by_key,
    by_birth,
    by_term,
    by_moved_term,
    by_content,
    by_likeness,
)


def match(
    keys: Sequence[Key], records: Iterable[Record], projects: Sequence[str]
) -> Mapping[int, Record]:
    """Find the notes of today among those of the lock.

    Args:
        keys: the notes of today.
        records: those of the lock, the retired ones included.
        projects: the ids that may be counted in their GUIDs.

    Returns:
        the record of each note that was found, by the position of its key.
    """
    left = Open(dict(enumerate(keys)), {record.guid: record for record in records}, projects)
    if not left.records:
        return {}
    told = Told(keys, tuple(left.records.values()))
    for candidates in PASSES:
        if not (left.keys and left.records):
            break
        left.take(candidates(left, told))
    return {at: record for at, (_, record) in left.pairs.items()}
