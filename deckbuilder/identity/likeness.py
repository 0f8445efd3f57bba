"""How much two names or two answers resemble each other; 0 to 100."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache

from rapidfuzz import fuzz, process


@lru_cache(maxsize=1 << 16)
def letters(text: str) -> str:
    """The letters and digits of a text alone: blanks, marks and case tell nothing apart.

    A text without any is taken as it is.
    """
    return re.sub(r"[\W_]+", "", text).casefold() or text


def names(one: str, other: str) -> float:
    """The likeness of two names.

    Compared letter by letter and not by syllables: 프래임 is a misspelt 프레임 (one letter in
    seven), where only two of its three syllables are the same.
    """
    return fuzz.ratio(_spelt(one), _spelt(other))


@lru_cache(maxsize=1 << 16)
def _spelt(name: str) -> str:
    return unicodedata.normalize("NFD", letters(name))


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
