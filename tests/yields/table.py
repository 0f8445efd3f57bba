"""The yields in RULES, held against what was measured, and written anew."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from deckbuilder.extract import rules
from deckbuilder.extract.rules import Rule
from deckbuilder.model import Yield

FILE = Path(sys.modules[rules.__name__].__file__ or "")
YIELD = r"(?:Yield\([^()]*\)|UNMEASURED)"
# By so much a share may be off, and by such a part the number of units: rules change daily, and
# what a card more or less does to a yield is no news.
OFF, OFF_IN_NUMBER = 0.01, 0.1


def wrong(table: Sequence[Rule], found: Mapping[str, Yield]) -> Iterator[str]:
    """Say which rows tell another yield than was measured, a line each."""
    for rule in table:
        was, now = rule.measured, found.get(rule.name, Yield(0))
        off = round(abs(was.share - now.share), 6)  # 0.81 - 0.8 is more than 0.01
        if off > OFF or abs(was.made - now.made) > OFF_IN_NUMBER * was.made:
            yield f"{rule.name}: the table says {told(was)}, and it is {told(now)}"


def told(one: Yield) -> str:
    """A yield as it stands in the table."""
    return f"Yield({one.made}, {one.core}, {one.optional})"


def written(source: str, found: Mapping[str, Yield]) -> str:
    """The source of the table, with these yields in its rows; a row may have none as yet."""
    for name, one in found.items():
        row = rf'(Rule\(\s*"{re.escape(name)}",\s[^,]*,\s*\w+)(?:,(\s*){YIELD})?'
        source = re.sub(row, rf"\g<1>,\g<2>{told(one)}", source).replace(",Yield", ", Yield")
    return source
