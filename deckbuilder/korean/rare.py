"""Patterns that few lines fit, asked behind a cheap look for what is in all that do."""

from __future__ import annotations

import re
from typing import NamedTuple


class Rare(NamedTuple):
    """A pattern, and pieces of text of which one stands in all that it finds."""

    pieces: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, plain: str) -> re.Match[str] | None:
        """As that of the pattern."""
        for piece in self.pieces:
            if piece in plain:
                return self.pattern.search(plain)
        return None
