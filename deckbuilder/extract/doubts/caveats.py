"""What makes a unit less sure, and is no reason to leave it out.

Of 2,164 cards of 128 repositories of strangers that readers judged (November 2026) they kept 72 %
where nothing of this is true of a card, 51 % where one of it is, 38 % where two are.
"""

from __future__ import annotations

from collections.abc import Callable

from deckbuilder.extract.doubts.weighed import Weighed, hangul
from deckbuilder.korean import voices
from deckbuilder.model import Definition

# A name of so many words says something, most often.
LONG_NAME = 4
# Syllables of Hangul in an answer: more tell of several things.
MOST_SYLLABLES = 160
# Of so many formulas one follows from the other.
FORMULAS = 3


def _is_told(one: Weighed) -> bool:
    said = "\n".join(one.said)
    return voices.has_mood(said) or voices.has_writer(said) or voices.pasts(said) > 0


def _is_long_name(one: Weighed) -> bool:
    return isinstance(one.unit, Definition) and len(one.unit.front.split()) >= LONG_NAME


def _is_long(one: Weighed) -> bool:
    return sum(map(hangul, one.said)) > MOST_SYLLABLES


def _has_no_korean(one: Weighed) -> bool:
    return not any(map(hangul, one.said))


def _has_formulas(one: Weighed) -> bool:
    return sum(run.has("math") for line in one.lines for run in line.runs) >= FORMULAS


def _asks(one: Weighed) -> bool:
    return any("?" in line for line in one.said)


CAVEATS: tuple[tuple[str, Callable[[Weighed], bool]], ...] = (
    ("told", _is_told),
    ("long-name", _is_long_name),
    ("long", _is_long),
    ("no-korean", _has_no_korean),
    ("formulas", _has_formulas),
    ("asks", _asks),
)
