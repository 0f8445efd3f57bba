"""Pairs of a note of today and a record of the last release, and what is not paired yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from deckbuilder.model import Key, Record


class Pair(NamedTuple):
    """A note of today (its position) that may be a record of the lock, and how likely it is."""

    score: float
    at: int
    record: Record


@dataclass(slots=True)
class Open:
    """What is not paired yet, and what is."""

    keys: dict[int, Key]
    records: dict[str, Record]
    projects: Sequence[str]
    pairs: dict[int, tuple[Key, Record]] = field(default_factory=dict)

    def together(self, trait: Callable[[Key], object]) -> Iterator[tuple[int, Key, Record]]:
        """Pairs of one note type that share a trait; a trait that is empty is none."""
        having = [(at, key, found) for at, key in self.keys.items() if (found := trait(key))]
        groups: dict[object, list[Record]] = defaultdict(list)
        for record in self.records.values() if having else ():
            groups[record.key.note_type, trait(record.key)].append(record)
        for at, key, found in having:
            for record in groups[key.note_type, found]:
                yield at, key, record

    def take(self, pairs: Iterable[Pair]) -> None:
        """Make pairs, the best first: those of notes that were there until now before others."""
        for pair in sorted(pairs, key=lambda p: (p.record.retired, -p.score, p.at, p.record.guid)):
            if pair.at in self.keys and pair.record.guid in self.records:
                key = self.keys.pop(pair.at)
                self.pairs[pair.at] = key, self.records.pop(pair.record.guid)


def may_be(key: Key, record: Record) -> bool:
    """A note that its author named is none that was named otherwise."""
    return not (key.pin and record.key.pin)


def nearness(key: Key, other: Key) -> float:
    """Of two pairs that are as good, the one that stayed nearer to where it was."""
    return 20.0 * (key.file == other.file) + 10.0 * (key.section == other.section)
