"""Regular expressions that are compiled when they are first asked something.

There are hundreds, few notes ask all of them, and to compile them takes a tenth of a second.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

__all__ = ["pattern"]


class _Pattern:
    """What `re.compile` would give, as soon as it is needed."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        """A method of the compiled expression; it stands here itself from now on."""
        if name.startswith("__"):
            raise AttributeError(name)  # as `copy` and `pickle` ask before anything is there
        found = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, found)
        return found


if TYPE_CHECKING:
    from re import compile as pattern
else:
    pattern = _Pattern
