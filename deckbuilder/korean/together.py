"""Names that a text names side by side: "물길은 윗물길과 아랫물길로 나뉜다"."""

from __future__ import annotations

from collections.abc import Iterable

from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.shapes import compact
from deckbuilder.regular import any_of

Together = tuple[frozenset[str], ...]
"""Names that stand side by side, group by group."""

# What stands between two of them, in a text without blanks.
_BETWEEN = any_of(
    {
        "논과 밭": r"[과와]",
        "논, 밭": r",(?:그리고|및)?",
        "논·밭": r"[·/&]",
        "논 및 밭": r"및|또는|혹은|그리고",
        "논 vs 밭": r"vs\.?",
    }
)
_MARKS = str.maketrans("", "", "\"'“”‘’`")
# A letter alone stands in too many words.
_SHORTEST = 2


def named_together(names: Iterable[str], texts: Iterable[str]) -> Together:
    """The groups of names that the texts name side by side."""
    bare = {name: _bare(name) for name in names}
    known = {name: one for name, one in bare.items() if len(one) >= _SHORTEST}
    return tuple(group for text in texts for group in _groups(known, _bare(text)) if len(group) > 1)


def _groups(known: dict[str, str], said: str) -> Iterable[frozenset[str]]:
    """The names as they stand in a text, those that nothing else stands between as one group."""
    places = sorted((said.find(one), len(one), name) for name, one in known.items() if one in said)
    group: set[str] = set()
    end = 0
    for start, length, name in places:
        if group and not _BETWEEN.fullmatch(said, end, start):
            yield frozenset(group)
            group = set()
        group.add(name)
        end = start + length
    yield frozenset(group)


def _bare(plain: str) -> str:
    return compact(GLOSS.sub("", plain)).translate(_MARKS)
