"""A unit that is weighed, and what several doubts ask of it."""

from __future__ import annotations

from deckbuilder.korean import lines
from deckbuilder.model import Comparison, Enumeration, Kind, Node, Unit
from deckbuilder.regular import expression

HANGUL = expression("[가-힣]+")


class Weighed:
    """A unit that is weighed, and what it shows: most doubts ask for that."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.blocks = [part for node in unit.shown for part in node.walk()]
        self.code = [node for node in self.blocks if has_code(node)]
        self.lines = [line for node in self.blocks for line in node.lines if line]
        """What it shows, code among it."""
        self.said = [line.plain for line in self.lines]
        self.first = self.said[0] if self.said else ""
        """The first of these lines, if there is one."""
        self.only_line = self.first if len(self.said) == 1 else ""
        """All that is said, where that is one line, or an empty string."""

    @property
    def has_formula(self) -> bool:
        """Whether a formula stands in what it shows."""
        return any(run.has("math") for line in self.lines for run in line.runs)


def is_procedure(one: Weighed) -> bool:
    """Whether it tells what to type, to click, to install."""
    return bool(one.code) or any(lines.DOING.search(node.plain) for node in one.blocks)


def has_code(node: Node) -> bool:
    """Whether a block is code."""
    return node.kind == Kind.CODE


def hangul(plain: str) -> int:
    """How many syllables of Hangul a text has."""
    return sum(map(len, HANGUL.findall(plain)))


def names_of_parts(unit: Unit) -> list[str]:
    """The names of a comparison's members, or of a list's items."""
    match unit:
        case Comparison(members=members) | Enumeration(items=members):
            return [member.bare or member.name.plain for member in members]
    return []
