"""Which card of a note asks for which part: the items of a list, the members of a comparison."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Container, Iterator, Mapping, Sequence

from deckbuilder.identity import likeness
from deckbuilder.identity.likeness import letters
from deckbuilder.identity.passes import SAME_MEANING
from deckbuilder.model import SAYS

# A part of which nothing is said and whose name is as like as this is the same, corrected: a
# syllable in a name of five makes 80; letters that two Korean words share by chance about 40.
SAME_NAME = 80
# It is so much more alike than either is to any other part: members of a list are often built alike
# (버스 토폴로지, 스타 토폴로지).
MARGIN = 10
# One of which as much the same is said, in at least so many letters and with as few other words,
# has been renamed.
SAME_SAID, TELLING, REPLACED = 75, 8, 0.15
# The first goes before the second, whatever the likeness (of 100 at most).
BY_LIKE_NAME, BY_SAID = 100.0, 0.0
# Where more than so many pairs could be like each other, another list has come, and all is new.
MOST_PAIRS = 100_000


def slots(
    parts: Sequence[str], known: Sequence[str], in_use: Container[int]
) -> tuple[list[int], tuple[str, ...]]:
    """Give each part its number; parts that were there keep theirs, wherever they stand now.

    Args:
        parts: those of today, in order, as in `Key.parts`.
        known: those that there have been, by number.
        in_use: the numbers of those that were there in the last release; what was gone already
            comes back under its own name alone.

    Returns:
        a number (from 0) for each part of today, and the parts by number; new ones have got the
        numbers behind all others.
    """
    if not known:
        return list(range(len(parts))), tuple(parts)
    found: dict[int, int] = {}
    _same(found, [_read(part) for part in parts], [_read(part) for part in known])
    _same(found, [_read(part)[:1] for part in parts], [_read(part)[:1] for part in known])
    taken = set(found.values())
    pairs = sorted(_pairs(parts, known, in_use, found), key=lambda pair: (-pair[0], pair[1:]))
    for _, at, number in pairs:
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


def _read(part: str) -> tuple[str, str]:
    """The letters of a part's name, and of what is said of it."""
    name, _, said = part.partition(SAYS)
    return letters(name), letters(said)


def _same(found: dict[int, int], parts: Sequence[object], known: Sequence[object]) -> None:
    """Pair what is the same, the first with the first: no need to look at every pair."""
    taken = set(found.values())
    numbers: dict[object, deque[int]] = defaultdict(deque)
    for number, other in enumerate(known):
        if number not in taken:
            numbers[other].append(number)
    for at, part in enumerate(parts):
        if at not in found and numbers[part]:
            found[at] = numbers[part].popleft()


def _pairs(
    parts: Sequence[str], known: Sequence[str], in_use: Container[int], found: Mapping[int, int]
) -> Iterator[tuple[float, int, int]]:
    """Which of the other parts may be which, and how good a pair is."""
    taken = set(found.values())
    left = [number for number in range(len(known)) if number in in_use and number not in taken]
    new = [at for at in range(len(parts)) if at not in found]
    if len(left) * len(new) > MOST_PAIRS:
        return
    for at in new:
        for number in left:
            score = _score(parts[at], known[number])
            if score is None:
                others = (*parts[:at], *parts[at + 1 :]), (*known[:number], *known[number + 1 :])
                score = _by_bare_name(parts[at], known[number], *others)
            if score is not None:
                yield score, at, number


def _score(part: str, other: str) -> float | None:
    name, _, said = part.partition(SAYS)
    old_name, _, old_said = other.partition(SAYS)
    same = likeness.answers(said, old_said)
    another = said and old_said and same < SAME_MEANING
    if likeness.is_misspelt(name, old_name) and not another:
        return BY_LIKE_NAME + likeness.names(name, old_name)
    telling = min(len(letters(said)), len(letters(old_said))) >= TELLING
    is_same = same >= SAME_SAID and likeness.replaced(said, old_said) <= REPLACED
    return BY_SAID + same if telling and is_same else None


def _by_bare_name(
    part: str, other: str, today: Sequence[str], known: Sequence[str]
) -> float | None:
    """How good a pair is of which only the names tell; `today` and `known` are the other parts.

    A member of which something else is said is another one, however like its name.
    """
    if SAYS in part and SAYS in other:
        return None
    name, old_name = (text.partition(SAYS)[0] for text in (part, other))
    alike = likeness.names(name, old_name)
    if alike < SAME_NAME or likeness.other_numbers(name, old_name):
        return None
    rivals = [likeness.names(name, text.partition(SAYS)[0]) for text in known]
    rivals += [likeness.names(old_name, text.partition(SAYS)[0]) for text in today]
    return BY_LIKE_NAME + alike if alike >= max(rivals, default=0) + MARGIN else None
