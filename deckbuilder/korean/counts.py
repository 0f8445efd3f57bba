"""Number words: how many there are (두 가지), and which of them one is (둘째)."""

from __future__ import annotations

COUNTS = {
    word: number for number, word in enumerate("두 세 네 다섯 여섯 일곱 여덟".split(), start=2)
}
"""The words in front of 가지, and their numbers."""
ORDINALS = tuple("첫 둘 셋 넷 다섯 여섯 일곱 여덟 아홉 열".split())
"""The words in front of 째, from the first on."""
SO_MANY, WHICH = "|".join(COUNTS), "|".join(ORDINALS)
"""Pieces of regular expressions: any of these words."""
