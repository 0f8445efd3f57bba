"""How a word ends when it is read aloud.

The tables here say how things are read, in Hangul; `sounds` alone tells how Hangul ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from deckbuilder.korean.aloud import latin, numbers, signs
from deckbuilder.korean.aloud.silent import CLOSING, around_bracket, without_unread
from deckbuilder.korean.aloud.sounds import Ending, sound
from deckbuilder.korean.aloud.spelling import spelt
from deckbuilder.regular import expression


def ending(word: str) -> Ending:
    """How a word ends when it is read aloud.

    Args:
        word: any text. Quotes, closing punctuation, emoji and a gloss in brackets are not read;
            the gloss is, where it stands alone, or in Hangul behind what has no known reading:
            "論語(논어)".

    Returns:
        the sound that chooses the particle.
    """
    if "가" <= word[-1:] <= "힣" and "\\" not in word:
        return sound(word)  # as most words end
    return _reckoned(word)


def _reckoned(word: str) -> Ending:
    parts = [spelt(word)]
    while parts:
        text = without_unread(parts.pop())
        if text[-1:] in CLOSING:
            parts += around_bracket(text)
        elif (found := _read(text)) is not Ending.UNKNOWN:
            return found
    return Ending.UNKNOWN


def _jamo(hit: re.Match[str]) -> Ending:
    """A letter of Hangul by its name: 기역, 리을, 아 (한글 맞춤법 제4항)."""
    if "ᅡ" <= hit[0] < "ᆨ":
        return Ending.VOWEL
    return Ending.RIEUL if hit[0] in "ᄅᆯ" else Ending.CONSONANT


def _kana(hit: re.Match[str]) -> Ending:
    return Ending.CONSONANT if hit[0] in "んン" else Ending.VOWEL


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Ending]], ...] = tuple(
    (expression(f"(?:{shape})$"), reader)
    for shape, reader in (
        (r"[가-힣]", lambda hit: sound(hit[0])),
        (r"[ᄀ-ᇿ]", _jamo),
        (r"[ぁ-ゖァ-ヺー]", _kana),
        (r"[$€£]\s?[0-9][0-9,.]*", lambda _: sound("달러")),  # 유로 and 파운드 end in a vowel, too
        (r"[₩¥]\s?[0-9][0-9,.]*", lambda _: sound("원")),
        (r"(?<![A-Za-z0-9./])(?P<above>[0-9]+)[/⁄][0-9]+", numbers.fraction),
        (r"(?P<latin>[A-Za-z][-/]?)?(?P<number>[0-9][0-9,]*(?:\.[0-9]+)*)", numbers.number),
        (r"(?<=[0-9])\s*(?P<unit>[kM]?Ω)", lambda hit: sound(signs.SMALL_UNITS[hit["unit"]])),
        (r"(?<![Ͱ-Ͽ])[Ͱ-Ͽ]", lambda hit: sound(signs.GREEK.get(hit[0].lower(), ""))),
        (r"(?<=[\s가-힣])(?:II|III|IV|VI{1,3}|IX|XI{1,2})", lambda hit: sound(signs.ROMAN[hit[0]])),
        # The letter of a standard is no unit: "802.11g".
        (r"(?P<number>(?<!802\.1)[0-9μ]\s*)?(?P<run>[A-Za-zÀ-ÖØ-öø-ɏ]+)", latin.read),
        (r".", lambda hit: sound(signs.SIGNS.get(hit[0], ""))),
    )
)


# What is read last in TeX stands behind one of these: "\\sin x", "\\frac{1}{2}mv".
_TEX_PARTS = expression(r"[\s=+*/<>|-]|(?<=[}])(?=[A-Za-z0-9])")
_ACCENT = expression(r"\\(?:bar|hat|vec|dot|tilde)\s\w$")  # read behind its letter
_LONGEST = 200  # characters, for speed only: no word or number that is read aloud is longer


def _read(text: str) -> Ending:
    """How a text ends that has nothing unread behind it."""
    end = text[-_LONGEST:]
    if "\\" in end:
        if _ACCENT.search(end):
            return Ending.UNKNOWN
        *_, end = _TEX_PARTS.split(end)
        if "\\" in end or "{" in end:
            return Ending.UNKNOWN
    for ends, reader in _READERS:
        if hit := ends.search(end):
            return reader(hit)
    return Ending.UNKNOWN
