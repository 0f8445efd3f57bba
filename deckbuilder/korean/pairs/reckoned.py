"""A name, and how it is reckoned from others: `속력 = 거리 / 시간`."""

from __future__ import annotations

from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.pairs.naming import may_name, open_brackets
from deckbuilder.korean.shapes import HANGUL, LONGEST_TERM, compact, is_name, is_term
from deckbuilder.model import Text
from deckbuilder.regular import expression

_EQUALS = expression(r"(?<=[^\s=<>!+*/-])\s?=\s(?!=)")
_OPERATOR = expression(r"\s[-+*/x]\s|\s?[×÷]\s?")
_BRACKETS = expression(r"[()\[\]{}]")
_NUMBER = expression(r"\d[\d,.]*%?")
# A word in Hangul or an abbreviation is a name; what else there is in Latin may be a program's.
_WORDED = expression(r"[가-힣]{2}|^[A-Z]{2,}$")


def split_reckoned(text: Text) -> tuple[Text, Text] | None:
    """A line `이름 = 식`, whose name is no sum itself."""
    plain = text.plain
    equals = _EQUALS.search(plain) if plain.count("=") == 1 else None
    if equals is None or text.is_inside(equals.start(), "math"):
        return None
    label, behind = text.cut(0, equals.start()), text.cut(equals.end())
    named = _is_named(label.plain) and is_reckoned(label.plain, behind.plain)
    return (label, behind) if named else None


def _is_named(plain: str) -> bool:
    bare = GLOSS.sub("", plain).strip()
    worded = _WORDED.search(bare) or bare != plain.strip()
    return bool(worded) and ":" not in plain and is_term(plain) and may_name(plain)


def is_reckoned(name: str, plain: str) -> bool:
    """Whether a text is an expression of names and numbers alone, and none of them is this one."""
    every = [
        " ".join(_BRACKETS.sub(" ", one).split()) for one in _OPERATOR.split(plain.strip(" ."))
    ]
    if len(every) == 1 or open_brackets(plain):
        return False
    names = [one for one in every if not _NUMBER.fullmatch(one)]
    hangul = any(map(HANGUL.search, names))
    return hangul and all(map(_is_operand, names)) and compact(name) not in map(compact, names)


def _is_operand(plain: str) -> bool:
    return is_name(plain) and len(plain) <= LONGEST_TERM
