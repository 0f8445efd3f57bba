"""What all notes answer, then and now; whether an answer tells one of them from the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from deckbuilder.identity import likeness
from deckbuilder.identity.likeness import letters
from deckbuilder.identity.near import Texts
from deckbuilder.model import Key, Record


class Said:
    """What notes of one type answer, its `letters`."""

    def __init__(self) -> None:
        self.often = Counter[str]()

    @cached_property
    def texts(self) -> Texts:
        """Each answer once."""
        return Texts(self.often)


class Told:
    """What all notes answer, then and now: what several answer tells none of them."""

    def __init__(self, keys: Sequence[Key], records: Sequence[Record]) -> None:
        self._keys, self._records = keys, records

    # Reckoned where it is asked for: most notes are known by their keys.

    @cached_property
    def now(self) -> dict[str, Said]:
        """What is answered today, by note type."""
        return _said(self._keys)

    @cached_property
    def then(self) -> dict[str, Said]:
        """The same in the last release."""
        return _said(record.key for record in self._records if not record.retired)

    def once(self, key: Key) -> bool:
        """Whether no two notes of its type say what this one says."""
        answer = letters(key.answer)
        return all(said[key.note_type].often[answer] <= 1 for said in (self.now, self.then))

    def apart(self, key: Key, other: Key, least: int, margin: int) -> bool:
        """Whether two answers are as like, and by a margin more than either is to any other.

        Args:
            key: a note of today.
            other: one of the last release.
            least: how alike the two have to be,
            margin: and how much more than others.
        """
        said, before = letters(key.answer), letters(other.answer)
        now, then = self.now[key.note_type], self.then[key.note_type]
        return (
            now.often[said] == then.often[before] == 1
            and likeness.likest(said, then.texts, least, margin) == before
            and likeness.likest(before, now.texts, least, margin) == said
        )


def _said(keys: Iterable[Key]) -> dict[str, Said]:
    said: dict[str, Said] = defaultdict(Said)
    for key in keys:
        said[key.note_type].often[letters(key.answer)] += 1
    return said
