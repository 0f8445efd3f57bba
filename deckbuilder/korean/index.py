"""The letters under which a dictionary or an index has its words."""

from __future__ import annotations

# The initials of Hangul's syllables in Unicode's order; a doubled one has no letter of its own.
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
# So many syllables begin with each: 21 vowels, 28 finals or none.
_SYLLABLES = 21 * 28


def letter(word: str) -> str:
    """The letter that a word stands under, ㄱ, K; an empty string for no word."""
    at = ord(word[:1] or " ") - ord("가")
    if 0 <= at <= ord("힣") - ord("가"):
        return _INITIALS[at // _SYLLABLES]
    return word[:1].upper()
