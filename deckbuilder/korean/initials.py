"""Whether one text has an abbreviation and the other what it is short for: JWT, JSON Web Token."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuilder.regular import expression

# Most abbreviations leave their letters out: "Department of Energy".
_SMALL = frozenset("a an and by for in of on or the to with".split())
_WORD = expression(r"[A-Za-z]+")
_WORDS = expression(r"(?<![A-Za-z])[A-Za-z]+(?:[ -][A-Za-z]+)+")
_SHORT = expression(r"(?<![A-Za-z])[A-Za-z]{2,8}(?![A-Za-z])")
# "Redis" is none by its look; so many capitals of "REmote DIctionary Server" show that it is one.
_FEWEST_CAPITALS = 3


def spelt_out(name: str, other: str) -> bool:
    """Whether words of one of two texts are what a word of the other is short for.

    Args:
        name: a name, of either kind.
        other: another name, or what is said.
    """
    if not (_WORD.search(name) and _WORD.search(other)):
        return False  # as most names and texts are Korean
    return _spells(name, other) or _spells(other, name)


def _spells(short: str, long: str) -> bool:
    words = [hit[0] for hit in _WORDS.finditer(long)]
    found = _SHORT.findall(short) if words else []
    initials = {one for one in found if one.isupper()}
    capitals = {one.upper() for one in found if len(one) >= _FEWEST_CAPITALS}
    return any(
        not initials.isdisjoint(_initials(run)) or _capitals(run) in capitals
        for piece in words
        for run in _runs(_WORD.findall(piece), max(map(len, found), default=0))
    )


def _runs(words: Sequence[str], most: int) -> Iterator[Sequence[str]]:
    """Words that follow each other, two or more; of the small ones as many again."""
    for at in range(len(words)):
        for end in range(at + 2, min(at + 2 * most, len(words)) + 1):
            yield words[at:end]


def _initials(words: Sequence[str]) -> set[str]:
    great = [word for word in words if word.lower() not in _SMALL]
    return {"".join(word[0] for word in of).upper() for of in (words, great)}


def _capitals(words: Sequence[str]) -> str:
    return "".join(letter for word in words for letter in word if letter.isupper())
