"""How much two names or two answers resemble each other (0 to 100), and in what they differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Hamming, Prefix

from deckbuilder.identity.near import Texts


@lru_cache(maxsize=1 << 16)
def letters(text: str) -> str:
    """The letters and digits of a text alone: blanks, marks and case tell nothing apart.

    A text without any is taken as it is.
    """
    return "".join(filter(str.isalnum, text)).casefold() or text


def names(one: str, other: str) -> float:
    """The likeness of two names.

    Compared letter by letter and not by syllables: 프래임 is a misspelt 프레임 (one letter in
    seven), where only two of its three syllables are the same.
    """
    return fuzz.ratio(spelt(one), spelt(other))


@lru_cache(maxsize=1 << 16)
def spelt(name: str) -> str:
    """The letters of a name, those of a syllable one by one."""
    return unicodedata.normalize("NFD", letters(name))


_NUMBER = re.compile(r"\d+")
# What sets siblings apart is no slip: 1종 and 2종, B2B and B2C.
_DIGITS_AND_CAPITALS = re.compile(r"\d|[A-Z](?![a-z])")


def is_misspelt(one: str, other: str) -> bool:
    """Whether a name is the other one but for a slip: one letter of one syllable.

    A likeness does not tell, as siblings are alike by their names (내부 단편화 and 외부 단편화).
    """
    same = _DIGITS_AND_CAPITALS.findall(one) == _DIGITS_AND_CAPITALS.findall(other)
    return same and _is_slip(letters(one), letters(other))


def _is_slip(one: str, other: str) -> bool:
    """A letter makes another word of one syllable: 닻 and 돛."""
    longer = min(len(one), len(other)) > 1
    return longer and OSA.distance(spelt(one), spelt(other), score_cutoff=1) <= 1


def other_numbers(one: str, other: str) -> bool:
    """Whether a text has another number where the other has one, and so speaks of another thing."""
    numbers, others = (set(_NUMBER.findall(text)) for text in (one, other))
    return bool(numbers - others and others - numbers)


def replaced(one: str, other: str) -> float:
    """The share of the shorter text's words (0 to 1) for which the other has another word.

    Who touches a text adds to it, leaves out of it, mends a word, its ending, its blanks; the
    texts of opposites and siblings are built alike, with other words in them. With other numbers
    all of it is another text.
    """
    if other_numbers(one, other):
        return 1.0
    ours, theirs = _words(one), _words(other)
    missing = min(_missing(ours, theirs), _missing(theirs, ours))
    return missing / max(1, min(len(ours), len(theirs)))


def _words(text: str) -> list[str]:
    return [word for word in map(letters, text.split()) if word]


def _missing(words: list[str], others: list[str]) -> int:
    """How many of the words are not among the others, however the blanks are set."""
    all_others = "".join(others)
    return sum(
        word not in all_others and not any(_is_one_word(word, other) for other in others)
        for word in words
    )


def _is_one_word(one: str, other: str) -> bool:
    """The same word but for its ending, for a slip, or for one syllable of three and more."""
    return (
        _is_slip(one, other)
        or 2 * Prefix.similarity(one, other) >= max(len(one), len(other))
        or (len(one) == len(other) >= 3 and Hamming.distance(one, other) <= 1)
    )


def answers(one: str, other: str) -> float:
    """The likeness of two answers, by their syllables."""
    return 100.0 if one == other else _answers(letters(one), letters(other))


# An answer that goes on where another one ends is as like as this to it, however long it is:
# enough for a term that is alike, and too little for another, as definitions quote each other.
GOES_ON = 60
# One of fewer letters stands in others by chance.
QUOTED = 8


def _answers(one: str, other: str) -> float:
    shorter, longer = sorted((one, other), key=len)
    quoted = len(shorter) >= QUOTED and shorter in longer
    return max(fuzz.ratio(one, other), GOES_ON if quoted else 0.0)


def likest(answer: str, others: Texts, least: int, margin: int) -> str | None:
    """The answer that another one is clearly most like, if there is one.

    What is merely quoted in another one counts for nothing.

    Args:
        answer: that other one, its `letters`.
        others: the `letters` of those that it may be like.
        least: how like it has to be,
        margin: and how much more than any other of them.
    """
    # Most often there are others beside it, and those that are less like need not be looked for.
    for lowest in (least, least - margin):
        found, likeness, next_best = _two_likest(answer, others, lowest)
        if likeness < max(least, next_best + margin):
            return None
        if likeness >= least + margin:
            break
    return found


NOTHING = ("", 0.0, 0)


def _two_likest(answer: str, others: Texts, least: int) -> tuple[str, float, float]:
    """What is most like, how like it is, and how like the next one, where they are as like."""
    near = others.sharing(answer, lambda length: ceil(least * (len(answer) + length) / 200))
    best = process.extract(answer, near, scorer=fuzz.ratio, score_cutoff=least, limit=2)
    (found, likeness, _), (_, next_best, _) = [*best, NOTHING, NOTHING][:2]
    return found, likeness, next_best


def slips(name: str, others: Texts) -> Iterator[str]:
    """Those names that are this one but for a slip, or are the same; all as they are `spelt`."""
    asked = spelt(name)
    near = others.sharing(asked, lambda length: max(len(asked), length, 1) - 1)
    for found, *_ in process.extract(asked, near, scorer=OSA.distance, score_cutoff=1, limit=None):
        yield found
