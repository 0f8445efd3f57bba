"""How far apart two syllables are, in the letters of Hangul that they are written with."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

FIRST = 0xAC00
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
# Said in one place of the mouth, one with more breath than the other.
BREATHED = frozenset(map(frozenset, "ㄱㅋ ㄷㅌ ㅂㅍ ㅈㅊ".split()))
# The rows of the keyboard (두벌식); a key touches the one beside it and two of the row below.
KEYS = ("ㅂㅈㄷㄱㅅ", "ㅁㄴㅇㄹㅎ", "ㅋㅌㅊㅍ")
# Vowels that are said alike, or lie side by side on the keyboard and are no variants of one word.
VOWEL_SLIPS = frozenset(map(frozenset, "ㅐㅔ ㅒㅖ ㅙㅚ ㅙㅞ ㅚㅞ ㅏㅣ ㅕㅛ".split()))


def _touching() -> frozenset[frozenset[str]]:
    beside = {frozenset(row[at : at + 2]) for row in KEYS for at in range(len(row) - 1)}
    below = {
        frozenset((upper[at], lower[under]))
        for upper, lower in pairwise(KEYS)
        for at in range(len(upper))
        for under in (at - 1, at)
        if 0 <= under < len(lower)
    }
    return frozenset(beside | below)


NEAR = _touching() | BREATHED | VOWEL_SLIPS


class Syllable(NamedTuple):
    """A syllable of Hangul; the final is a blank where there is none."""

    initial: str
    vowel: str
    final: str


def syllable(letter: str) -> Syllable:
    """What a composed syllable is made of."""
    rest, final = divmod(ord(letter) - FIRST, len(FINALS))
    initial, vowel = divmod(rest, len(VOWELS))
    return Syllable(INITIALS[initial], VOWELS[vowel], FINALS[final])


class Difference(NamedTuple):
    """The one letter in which two syllables differ."""

    at: int
    """0 for the initial, 1 for the vowel, 2 for the final."""
    letters: frozenset[str]

    @property
    def is_near(self) -> bool:
        """Whether a finger or an ear takes the one for the other."""
        return self.letters in NEAR

    @property
    def is_breath(self) -> bool:
        """Whether they are initials, one with more breath than the other: 단, 탄."""
        return self.at == 0 and self.letters in BREATHED

    @property
    def is_missing(self) -> bool:
        """Whether one of them has a final, and the other has none."""
        return self.at == 2 and " " in self.letters


def difference(one: str, other: str) -> Difference | None:
    """In what two syllables differ; None where that is nothing, or more than one letter."""
    pairs = zip(syllable(one), syllable(other), strict=True)
    differ = [(at, frozenset(pair)) for at, pair in enumerate(pairs) if len(set(pair)) == 2]
    return Difference(*differ[0]) if len(differ) == 1 else None
