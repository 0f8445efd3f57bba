"""Imported before what reads notes, it has all expressions compiled as they are made.

Whatever is forked from such a process finds them compiled. Each command that is forked would else
compile those that it asks, which takes it three times as long as all the rest.
"""

from __future__ import annotations

import re

from deckbuilder import regular

_made = regular.expression


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The same expression, asked already."""
    made = _made(pattern, flags)
    made.flags  # noqa: B018 - the first question compiles it
    return made


regular.expression = expression
