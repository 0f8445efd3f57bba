"""How much two names or two answers resemble each other (0 to 100), and in what they differ."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, Hamming, Prefix


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
    return fuzz.ratio(_spelt(one), _spelt(other))


@lru_cache(maxsize=1 << 16)
def _spelt(name: str) -> str:
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
    return longer and OSA.distance(_spelt(one), _spelt(other), score_cutoff=1) <= 1


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
    return _answers(letters(one), letters(other))


# An answer that goes on where another one ends is as like as this to it, however long it is:
# enough for a term that is alike, and too little for another, as definitions quote each other.
GOES_ON = 60
# One of fewer letters stands in others by chance.
QUOTED = 8


def _answers(one: str, other: str) -> float:
    shorter, longer = sorted((one, other), key=len)
    quoted = len(shorter) >= QUOTED and shorter in longer
    return max(fuzz.ratio(one, other), GOES_ON if quoted else 0.0)


def like(answer: str, others: Mapping[str, str], least: float) -> Iterator[tuple[str, float]]:
    """The answers of at least this likeness, out of a table of their `letters`.

    Yields:
        their key in the table, and the likeness.
    """
    asked = letters(answer)
    near = process.extract(asked, others, scorer=fuzz.ratio, score_cutoff=least, limit=None)
    going_on = {key for key, other in others.items() if other in asked or asked in other}
    for key in sorted(going_on.union(key for *_, key in near)):
        if (likeness := _answers(asked, others[key])) >= least:
            yield key, likeness


def most(answer: str, others: Iterable[str]) -> float:
    """How like an answer is to that of others (their `letters`) which is most like it.

    What is merely quoted in another one counts for nothing.
    """
    said = letters(answer)
    return max((fuzz.ratio(said, other) for other in others), default=0.0)
