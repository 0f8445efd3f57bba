"""Word lists as they are written: words with blanks between them."""

from __future__ import annotations

import re
from collections.abc import Iterable


def as_set(words: str) -> frozenset[str]:
    """Words, whatever their order."""
    return frozenset(words.split())


def as_list(words: str) -> tuple[str, ...]:
    """Words in their order; a blank within one is written as `_`."""
    return tuple(word.replace("_", " ") for word in words.split())


def either(words: Iterable[str]) -> str:
    """A regular expression for any of these words."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in words)
