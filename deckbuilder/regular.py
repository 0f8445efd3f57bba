"""Regular expressions that are compiled when they are first asked.

Those that read notes are many: to compile them takes as long as to read a hundred cards, and what
one note asks is half of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any, cast

__all__ = ["any_of", "expression", "nameless"]


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` makes of a pattern, but at the first question: a faulty one raises then.

    It answers all that a `re.Pattern` does, and yet `isinstance` says that it is none, and the
    functions of `re` do not take it: `WORD.search(text)`, not `re.search(WORD, text)`.
    """
    return cast("re.Pattern[str]", _Expression(pattern, flags))


def any_of(ways: Mapping[str, str], flags: int = 0) -> re.Pattern[str]:
    """An `expression` of several ways to write something, each behind a text that it alone finds.

    So a table tells what each way is for, and the tests try it. Of two that find a text at the same
    place the first is taken, as in any alternation.
    """
    return expression("|".join(ways.values()), flags)


def nameless(pattern: str) -> str:
    """A pattern without the names of its groups, so that it can stand in another more than once."""
    first, *named = pattern.split("?P<")
    return "?:".join((first, *(piece.partition(">")[2] for piece in named)))


class _Expression:
    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._given = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._given)

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._compiled, name)
        setattr(self, name, asked)  # asked but once: what reads notes calls it a million times
        return asked
