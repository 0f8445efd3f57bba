"""Labels that set two things side by side: A와 B의 차이, A vs B."""

from __future__ import annotations

import re

from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.particles import joins, without_of
from deckbuilder.korean.sets import is_set
from deckbuilder.regular import any_of, expression

VERSUS = any_of(
    {"논 vs 밭": r"\b(?:vs|versus)\b\.?", "논 v. 밭": r"\sv\.\s", "논 대 밭": r"\s대\s"}, re.I
)
CONTRAST = expression(
    r"(?:\s개념)?(?:\s?및)?\s?(?:비교|차이|차이점|다른 점|구별|공통점과 차이점)"
    r"(?:\s?(?:표|분석|정리))?\??$|[와과]\s?다름$"
)
PAIR = expression(
    r"^(?P<first>.{1,25}?)(?:(?P<particle>와|과)\s|\s(?:및|&|or|또는)\s|\s?&\s?)(?P<second>.{1,25})$",
    re.I,
)
MOST_WORDS_OF_A_SIDE = 3
# One of them stands between two sides, and in what says that they differ.
_BETWEEN = expression("[와과및&대vVoO또]")
_DIFFERING = expression("비교|차이|다른|구별|다름")


def members_of(plain: str) -> tuple[str, str] | None:
    """The two things that a label `A와 B`, `A & B`, `A vs B` sets side by side."""
    if not _BETWEEN.search(plain):
        return None  # as most labels
    sides = [side.strip() for side in VERSUS.split(plain)]
    if len(sides) == 2 and all(sides):
        return sides[0], sides[1]
    found = PAIR.match(without_of(CONTRAST.sub("", plain).strip()))
    if not found:
        return None
    first, second, particle = found["first"].strip(), found["second"].strip(), found["particle"]
    if particle and not joins(first, particle):
        return None
    return None if "의 " in second and "의 " not in first else (first, second)


def is_contrast(plain: str) -> bool:
    """Whether a label sets things side by side."""
    bare = GLOSS.sub("", plain).strip()
    if asks_what_differs(plain):
        return True
    pair = members_of(bare)
    return pair is not None and (
        not is_set(bare) and all(len(side.split()) <= MOST_WORDS_OF_A_SIDE for side in pair)
    )


def asks_what_differs(plain: str) -> bool:
    """Whether a label says by itself that things differ: "A와 B의 차이", "A vs B"."""
    bare = GLOSS.sub("", plain).strip()
    if _DIFFERING.search(bare) and CONTRAST.search(bare):
        return True
    return bool(_BETWEEN.search(bare) and VERSUS.search(bare) and members_of(bare))
