"""Hard-wrapped text: lines of a paragraph that are broken at a fixed width, in mid-sentence.

    삼투는 농도가 다른 두 용액 사이에서 용매가 반투막을
    지나 농도가 높은 쪽으로 옮겨 가는 현상이다.

Such lines are one; lines that are items, or sentences of their own, stay.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from deckbuilder.korean import endings, pairs, shapes
from deckbuilder.model import Text
from deckbuilder.regular import expression

# In columns, of which Hangul takes two, or in characters: nobody wraps closer.
NARROWEST = 40
# A line ends here in mid-sentence: with a particle or an ending that waits for more.
OPEN = expression(r"[가-힣][는은을를이가의에와과로한할된될고며서게지,]$")


def unwrapped(lines: Sequence[Text]) -> tuple[Text, ...]:
    """The lines of a paragraph, those joined that are one sentence broken at a fixed width."""
    if not _is_wrapped(lines):
        return tuple(lines)
    joined = [lines[0]]
    for line in lines[1:]:
        before = joined[-1]
        if _ends(before.plain):
            joined.append(line)
        else:
            joined[-1] = Text.joined((before, line))
    return tuple(joined)


def collapsed(lines: Sequence[Text]) -> tuple[Text, ...]:
    """The lines of HTML, where a line end is but a blank: those joined that end in mid-sentence."""
    broken: list[list[Text]] = []
    for line in unwrapped(lines):
        if broken and _goes_on(broken[-1][-1].plain.rstrip()):
            broken[-1].append(line)
        else:
            broken.append([line])
    return tuple(map(Text.joined, broken))


def _goes_on(line: str) -> bool:
    return 2 * _width(line) >= NARROWEST and bool(OPEN.search(line)) and not _ends(line)


def _is_wrapped(lines: Sequence[Text]) -> bool:
    """Whether no line but the last had room for the next one's first word, and one goes on.

    Terminals count columns, other editors characters.
    """
    plain = [line.plain.rstrip() for line in lines]
    return (
        any(OPEN.search(line) for line in plain[:-1])
        and _ends(plain[-1])
        and (_are_full(plain, _width) or _are_full(plain, len))
        and not any(shapes.is_bold_line(line) or pairs.split(line) for line in lines[1:])
        and not shapes.is_bold_line(lines[0])
    )


def _are_full(plain: Sequence[str], measure: Callable[[str], int]) -> bool:
    width = max(map(measure, plain), default=0)
    words = (next(iter(after.split()), "") for after in plain[1:])
    full = (measure(f"{line} {word}") > width for line, word in zip(plain, words, strict=False))
    return width >= NARROWEST and all(full)


def _width(plain: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in plain)


def _ends(plain: str) -> bool:
    return bool(endings.FINITE.search(plain) or plain.endswith((".", "!", "?", ":")))
