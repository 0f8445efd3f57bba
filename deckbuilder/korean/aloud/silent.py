"""What of a text is not read aloud: what stands behind its last word, and most brackets."""

from __future__ import annotations

import re
import unicodedata

from deckbuilder.korean.aloud.signs import SIGNS
from deckbuilder.regular import expression

CLOSING = {")": "(", "]": "[", "}": "{", "〕": "〔", "】": "【"}
# By Unicode's categories: punctuation, blanks, control, combining marks, modifiers, emoji.
_UNREAD = ("P", "Z", "C", "M", "Sk", "So")
_UNREAD_SIGNS = frozenset("<>=~|→←↔×")
_FUNCTION = expression(r"(?:^|[^A-Za-z])(?:[A-Za-z]|log|exp|sin|cos|tan)$")
_LONGEST_FUNCTION = 4  # with what stands in front of it
# Possessive: a long argument that is none must not be tried in every way.
_ARGUMENT = expression(r"(?:[A-Za-z]?lo?g[A-Za-z]?|제곱|[A-Za-z](?![A-Za-z])|[\d\s+\-*/|,])++")


def without_unread(text: str) -> str:
    """A text without what stands behind its last word and is not read, save closing brackets."""
    end = len(text)
    while end and _is_unread(text[end - 1]):
        end -= 1
    return text[:end]


def _is_unread(char: str) -> bool:
    if char in SIGNS or char in CLOSING or char == "@":
        return False
    return unicodedata.category(char).startswith(_UNREAD) or char in _UNREAD_SIGNS


def around_bracket(text: str) -> list[str]:
    """What may decide in a text that ends in a bracket: the last is asked first."""
    if CLOSING[text[-1]] not in text:
        return [text.rstrip(text[-1])]  # nor opens any other in front of it
    opening = _opening(text)
    if opening < 0:
        return [text[:-1]]
    before, inside = without_unread(text[:opening]), text[opening + 1 : -1]
    if not before:
        return [inside]
    if text[opening] == "(" and _is_function(before) and _ARGUMENT.fullmatch(inside):
        return [inside]  # "O(n)", "f(x)"
    if re.search("[가-힣]", inside):
        return [inside, before]
    return [before]


def _is_function(before: str) -> bool:
    # Asked of each bracket of a text: it looks at its end alone.
    return _FUNCTION.search(before, max(0, len(before) - _LONGEST_FUNCTION)) is not None


def _opening(text: str) -> int:
    """Where the bracket opens that the text's last character closes; -1 if nowhere."""
    closing, depth = text[-1], 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] == closing) - (text[at] == CLOSING[closing])
        if not depth:
            return at
    return -1
