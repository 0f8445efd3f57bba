"""Brackets behind a name: what names or explains it, and what is of the name itself.

"캐시(Cache)", "RAM (Random Access Memory)", "rm(remove)": a gloss. "O(n log n)", "char(9)",
"malloc(size)", "open(path, mode)", "print()", "arr[i]": a call or the like, one name; so is that of
a firm, "(주) 나루".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuilder.regular import any_of, expression

# Brackets that are a name's own.
_OF_NAME = any_of(
    {
        "(주)가람": r"(?<!\S)\(주\)(?=\s?[^\W\d_])",
        "f(x, y)": r"(?<=\b[A-Za-z])\((?:[A-Za-z\d]{1,3}(?![A-Za-z\d])|[\s+*/^,|.²-])+\)",
        "sum()": r"(?<=[A-Za-z])\(\)",
        "ls(1)": r"(?<=[a-z])\(\d{1,2}\)",
        "a[i+1]": r"(?<=[A-Za-z\d\]])\[(?:\d+|[a-z](?:[+-]\d)?|-\d|\d*:\d*)\]",
    }
).pattern
_BRACKET = expression(
    rf"(?:(?<!\s)\s+)?(?!{_OF_NAME})" r"[(\[（]([^()\[\]（）]*(?:\([^()]*\)[^()\[\]（）]*)*)[)\]）]"
)
# What is called begins with a small letter, or is part of something: malloc, Math.max. A word that
# stands in brackets behind "Cache" or "LAN" is its other name.
_CALLED = expression(r"(?<![\w.])(?:[a-z_][\w.]*|[A-Za-z]\w*(?:\.\w+)+)\Z", re.ASCII)
_VALUE = r"""(?:[a-z_][\w.]*(?:\([^()]*\))?|\d[\w.]*|"[^"]*"|'[^']*')"""
_GIVEN = rf"(?:\*{{0,2}}{_VALUE}(?:\s?=\s?(?:[A-Z]\w*|{_VALUE}))?)"
_VALUES = expression(rf"{_GIVEN}(?:,\s?{_GIVEN})*", re.ASCII)
LONGEST_CALLED = 40


def _may_hold(text: str) -> bool:
    return "(" in text or "[" in text or "（" in text


class _Gloss:
    """The glosses of a text, found as a pattern finds them; group 1 is what the brackets hold."""

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        if not _may_hold(text):
            return iter(())  # as in most lines; the pattern looks at each blank
        return (hit for hit in _BRACKET.finditer(text) if not _is_call(text, hit))

    def search(self, text: str) -> re.Match[str] | None:
        return next(self.finditer(text), None)

    def match(self, text: str, at: int = 0) -> re.Match[str] | None:
        hit = _BRACKET.match(text, at)
        return None if hit and _is_call(text, hit) else hit

    def sub(self, put: str, text: str, count: int = 0) -> str:
        if not _may_hold(text):
            return text
        return _BRACKET.sub(lambda hit: hit[0] if _is_call(text, hit) else put, text, count)


GLOSS = _Gloss()


def _is_call(text: str, hit: re.Match[str]) -> bool:
    """Whether a bracket holds what is given to the name in front: no blank between, no words."""
    if not hit[0].startswith("(") or not _VALUES.fullmatch(hit[1]):
        return False
    called = _CALLED.search(text[max(0, hit.start() - LONGEST_CALLED) : hit.start()])
    return called is not None and not _is_short_for(called[0], hit[1])


def _is_short_for(name: str, word: str) -> bool:
    """Whether a name is made of letters of a word, in their order: rm of remove."""
    letters = iter(word)
    return (
        word.isalpha()
        and len(name) < len(word)
        and all(letter in letters for letter in name if not letter.isdigit())
    )
