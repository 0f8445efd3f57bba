"""Which language a note is written in, as far as its script tells."""

from __future__ import annotations

import re

from deckbuilder.model import Language
from deckbuilder.regular import expression

# The script of each language, the one that tells most first: Japanese has Chinese signs, too, and
# what teaches any of the others in Korean is Korean.
SCRIPTS: tuple[tuple[Language, re.Pattern[str]], ...] = (
    ("ko", expression("[가-힣ᄀ-ᇿㄱ-ㆎ]")),
    ("ja", expression("[ぁ-ヿ]")),
    ("zh", expression("[㐀-鿿]")),
    ("en", expression(r"[^\W\d_]")),
)


def language(text: str) -> Language:
    """The language of a text; Korean where it has no letters.

    All that is written in other letters counts as English.
    """
    return next((name for name, script in SCRIPTS if script.search(text)), "ko")
