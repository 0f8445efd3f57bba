"""Where names stand in a text, whatever its blanks and case.

Found by letters: a pattern for each term would take longer to compile than all else about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from deckbuilder.korean import standing_in
from deckbuilder.regular import expression

# As they are, where case is ignored.
HANGUL, LATIN = "(?-i:[가-힣])", "(?-i:[A-Za-z0-9])"
# A name is no part of a longer word: 동기 is not in 비동기, nor in 동기화.
IN_A_WORD = rf"(?<={LATIN}){LATIN}"
BEFORE = expression(rf"(?!(?<={HANGUL}){HANGUL}|{IN_A_WORD})", re.I)
BEHIND = expression(rf"(?!{IN_A_WORD})(?:(?<!{HANGUL})|{standing_in.BEHIND})", re.I)
# Other names in brackets behind a name, and what stands between them.
OPENED = expression(r"\s*[(\[（]")
BETWEEN = expression(r"[\s,/=:;·]+")
CLOSED = expression(r"[)\]）]")
ANYTHING = expression("")


class Mention(NamedTuple):
    """A name in a text, or it with other names in brackets."""

    start: int
    end: int
    behind: re.Match[str]
    """What was to stand behind it."""


class Names:
    """Names to look for, the longest first."""

    def __init__(self, names: Sequence[str]) -> None:
        spelt = sorted(filter(None, names), key=len, reverse=True)
        self.letters = tuple(dict.fromkeys(_folded("".join(name.split())) for name in spelt))

    def mentions(
        self,
        text: str,
        *,
        glossed: bool = False,
        before: re.Pattern[str] = ANYTHING,
        behind: re.Pattern[str] = ANYTHING,
    ) -> Iterator[Mention]:
        """Where one of the names stands, from left to right, none within another.

        Args:
            text: any text.
            glossed: take other names in brackets for a part of it, "캐시(Cache)".
            before: what has to stand before a name, as it looks behind.
            behind: what has to stand behind it.
        """
        found = self._found(text)
        last = 0
        for start, ends in sorted(found.items()):
            if start < last or not before.match(text, start):
                continue
            hit = next((hit for end in ends if (hit := behind.match(text, end))), None)
            if hit is None:
                continue
            last = _gloss(text, hit.start(), found) if glossed else hit.start()
            yield Mention(start, last, hit)
            last = max(last, hit.end())

    def replaced(self, text: str, by: str, *, glossed: bool = False) -> str:
        """The text with something else in the place of each mention."""
        for mention in reversed(list(self.mentions(text, glossed=glossed))):
            text = text[: mention.start] + by + text[mention.end :]
        return text

    def _found(self, text: str) -> dict[int, list[int]]:
        """Where names begin, and where each of those ends that begins there, the longest first."""
        at = [offset for offset, letter in enumerate(text) if not letter.isspace()]
        shown = _folded("".join(text.split()))
        found: dict[int, list[int]] = {}
        for name in self.letters:
            hit = shown.find(name)
            while hit >= 0:
                start, end = at[hit], at[hit + len(name) - 1] + 1
                if BEFORE.match(text, start) and BEHIND.match(text, end):
                    found.setdefault(start, []).append(end)
                hit = shown.find(name, hit + 1)
        return found


def _gloss(text: str, end: int, found: dict[int, list[int]]) -> int:
    """Where the brackets end that stand behind a name and hold nothing but names; else its end."""
    opened = OPENED.match(text, end)
    if opened is None:
        return end
    ends = [opened.end()]  # where what was read may end, the nearest last
    met = set[int]()
    while ends:
        at = ends.pop()
        if at in met:
            continue
        met.add(at)
        if at > opened.end() and (closed := CLOSED.match(text, at)):
            return closed.end()
        if between := BETWEEN.match(text, at):
            ends.append(between.end())
        ends += reversed(found.get(at, ()))
    return end


def _folded(text: str) -> str:
    """A text in lower case, of as many letters."""
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(one if len(one := letter.lower()) == 1 else letter for letter in text)
    return lower.replace("ς", "σ")
