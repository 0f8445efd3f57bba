"""How far apart two words are, in the letters of Hangul that they are written with."""

from __future__ import annotations

from typing import NamedTuple

FIRST, LAST = 0xAC00, 0xD7A3
VOWELS, FINALS = 21, 28


class Syllable(NamedTuple):
    """A syllable of Hangul: the numbers of its initial, its vowel and its final (0 for none)."""

    initial: int
    vowel: int
    final: int


def syllable(letter: str) -> Syllable:
    """What a composed syllable is made of."""
    rest, final = divmod(ord(letter) - FIRST, FINALS)
    return Syllable(*divmod(rest, VOWELS), final)


# Initials and finals that are said in one place of the mouth; each row is lax, tense, aspirated.
PLACES = tuple("ㄱㄲㅋ ㄷㄸㅌ ㅂㅃㅍ ㅈㅉㅊ ㅅㅆ".split())
INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
SAME_PLACE, VOWEL, CONSONANT = "same place", "vowel", "consonant"
VOWEL_LETTERS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
# Vowels in the place of each other as loanwords have them: 메시지 and 메세지, 콘텐츠 and 컨텐츠.
VARIANT = "variant"
VARIANTS = tuple(map(frozenset, "ㅔㅐ ㅓㅗ ㅏㅓ ㅜㅡ ㅔㅣ ㅏㅐ ㅗㅜ ㅓㅐ ㅏㅗ ㅣㅡ".split()))


def apart(one: str, other: str) -> str:
    """How two syllables differ that differ in one letter alone.

    Returns:
        `SAME_PLACE` where their initials are said in one place (ㄱ, ㅋ), `VARIANT` where loanwords
        have one vowel or the other, `VOWEL` or `CONSONANT` for any other; "" where they are the
        same, or differ in more.
    """
    pair = tuple(zip(syllable(one), syllable(other), strict=True))
    differ = [at for at, (a, b) in enumerate(pair) if a != b]
    if len(differ) != 1:
        return ""
    (part,) = differ
    if part == 1:
        return VARIANT if {VOWEL_LETTERS[number] for number in pair[1]} in VARIANTS else VOWEL
    initials = {INITIALS[number] for number in pair[0]}
    near = part == 0 and any(initials <= set(place) for place in PLACES)
    return SAME_PLACE if near else CONSONANT
