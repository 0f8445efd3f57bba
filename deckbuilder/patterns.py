"""`re`, whose patterns are compiled when they are first asked.

Those that read notes are many: to compile them takes as long as to read a hundred cards, and what
one note asks is half of them.
"""

from __future__ import annotations

import re as regular
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

__all__ = ["re"]

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn", "scanner")
VALUES = ("flags", "groups", "groupindex")


class Pattern:
    """A pattern of `re`; its methods stand in slots, as they are asked for all the time."""

    __slots__ = ("_flags", "pattern", *METHODS, *VALUES)

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # of a slot that is empty
        if name not in METHODS and name not in VALUES:
            raise AttributeError(name)
        compiled = regular.compile(self.pattern, self._flags)
        for each in (*METHODS, *VALUES):
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)


if TYPE_CHECKING:
    import re
else:
    re = SimpleNamespace(**vars(regular) | {"compile": Pattern})
