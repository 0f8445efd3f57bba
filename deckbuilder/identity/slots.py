"""Which card of a note asks for which part: the items of a list, the members of a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuilder.identity import likeness
from deckbuilder.identity.likeness import letters
from deckbuilder.model import SAYS

# A part whose name is as like as this to one that is gone is the same, corrected; letters that two
# unrelated Korean words share by chance make about 40.
SAME_NAME = 65
# One of which as much the same is said, in at least so many letters, has been renamed.
SAME_SAID, TELLING = 75, 8
# Each of these goes before the next, whatever the likeness (of 100 at most).
BY_NAME_AND_SAID, BY_NAME, BY_LIKE_NAME, BY_SAID = 400.0, 300.0, 100.0, 0.0


def slots(parts: Sequence[str], known: Sequence[str]) -> tuple[list[int], tuple[str, ...]]:
    """Give each part its number; parts that were there keep theirs, wherever they stand now.

    Args:
        parts: those of today, in order, as in `Key.parts`.
        known: those of the last release by number, the ones that are gone included.

    Returns:
        a number (from 0) for each part of today, and the parts by number; new ones have got the
        numbers behind all others.
    """
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, number in sorted(_pairs(parts, known), key=lambda pair: (-pair[0], pair[1:])):
        if at not in found and number not in taken:
            found[at] = number
            taken.add(number)
    by_number = list(known)
    for at, part in enumerate(parts):
        if at in found:
            by_number[found[at]] = part
        else:
            found[at] = len(by_number)
            by_number.append(part)
    return [found[at] for at in range(len(parts))], tuple(by_number)


def _pairs(parts: Sequence[str], known: Sequence[str]) -> Iterator[tuple[float, int, int]]:
    """Which part may be which, and how good a pair is."""
    for at, part in enumerate(parts):
        for number, other in enumerate(known):
            score = _score(part, other)
            if score is not None:
                yield score, at, number


def _score(part: str, other: str) -> float | None:
    name, _, said = part.partition(SAYS)
    old_name, _, old_said = other.partition(SAYS)
    if letters(name) == letters(old_name):
        return BY_NAME_AND_SAID if letters(said) == letters(old_said) else BY_NAME
    alike = likeness.names(name, old_name)
    if alike >= SAME_NAME:
        return BY_LIKE_NAME + alike
    same = likeness.answers(said, old_said)
    telling = min(len(letters(said)), len(letters(old_said))) >= TELLING
    return BY_SAID + same if telling and same >= SAME_SAID else None
