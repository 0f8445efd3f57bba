"""How a word can end as it is read aloud; what is read is written in Hangul, which tells."""

from __future__ import annotations

from enum import StrEnum

from deckbuilder.korean.particles import batchim


class Ending(StrEnum):
    """How a word ends when it is read aloud."""

    CONSONANT = "consonant"
    RIEUL = "ㄹ"
    VOWEL = "vowel"
    UNKNOWN = "unknown"


def sound(hangul: str) -> Ending:
    """How a reading written in Hangul ends."""
    final = batchim(hangul)
    if final is None:
        return Ending.UNKNOWN
    # ㄼ, ㄺ and other clusters with ㄹ count as consonants: "여덟으로".
    return {"": Ending.VOWEL, "ᆯ": Ending.RIEUL}.get(final, Ending.CONSONANT)


def table(text: str) -> dict[str, str]:
    """What is written, and how it is read, in turn."""
    cells = text.split()
    return dict(zip(cells[::2], cells[1::2], strict=True))
