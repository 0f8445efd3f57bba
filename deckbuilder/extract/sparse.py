"""What stands alone in a long text: one that names a thing here and there is no study note.

Of 693 cards of strangers' notes that readers judged, a quarter of those that stand so were worth
keeping, and 68 % of the others; of 26 in texts that tell what was, or of their writer, one.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from deckbuilder.korean import voices
from deckbuilder.model import Comparison, Enumeration, Kind, Node, Tier, Unit

# A note of so many letters is long; of one that is, so many in front and behind are looked at.
SHORTEST, AROUND = 3000, 1500
# So many of them at most are on no card, for each thing to learn; each item of a list is one.
MOST_FOR_EACH = 300
# A text that tells has fewer things to learn than one for so many letters, within so many on either
# side; and so many letters. Of its lines this share is in the past, or speaks of whoever writes.
LETTERS_OF_EACH, FAR, SHORTEST_TOLD = 300, 3000, 600
LEAST_PAST, LEAST_SELF = 0.1, 0.03


def doubted(units: Sequence[Unit], root: Node) -> list[Unit]:
    """The units of a note, those that stand alone in a long text with a doubt.

    Args:
        units: what its rules found, in any order; what has a doubt already counts for nothing.
        root: the note's tree.
    """
    tells = root.letters >= SHORTEST_TOLD and _tells(root)
    if root.letters < SHORTEST and not tells:
        return list(units)
    text = _Text(root, [unit for unit in units if _is_made(unit)])
    return [
        _alone(unit) if _is_made(unit) and _is_alone(text, unit, tells=tells) else unit
        for unit in units
    ]


def _tells(root: Node) -> bool:
    """Whether a text tells what was, or of whoever writes it."""
    blocks = (node for node in root.walk() if node.kind != Kind.CODE)
    said = [line.plain for node in blocks for line in node.lines if line]
    past = sum(voices.pasts(line) > 0 for line in said)
    if past > LEAST_PAST * len(said):
        return True
    return sum(map(_is_of_self, said)) > LEAST_SELF * len(said)


def _is_of_self(line: str) -> bool:
    return voices.has_mood(line) or voices.has_writer(line)


def _is_alone(text: _Text, unit: Unit, *, tells: bool) -> bool:
    if text.letters >= SHORTEST and text.leaves_alone(unit):
        return True
    return tells and text.holds_few(unit)


class _Text:
    """A note's letters, those that are on no card, and the things to learn among them."""

    def __init__(self, root: Node, units: Sequence[Unit]) -> None:
        letters = [0] * (root.span.last + 1)
        for node in root.walk():
            for line in node.lines:
                letters[line.span.first - 1] += line.letters
        shown = {
            line for unit in units for span in (unit.span, *unit.answer) for line in span.lines
        }
        self.loose = [0 if at in shown else said for at, said in enumerate(letters, start=1)]
        self.begins = [0, *accumulate(letters)]
        self.loose_before = [0, *accumulate(self.loose)]
        found = sorted((self._place(unit), _things(unit)) for unit in units)
        self.places = [place for place, _ in found]
        self.things = [0, *accumulate(count for _, count in found)]

    @property
    def letters(self) -> int:
        """Those of the note."""
        return self.begins[-1]

    def leaves_alone(self, unit: Unit) -> bool:
        """Whether around a unit so much is on no card that it stands alone there."""
        first, last = self._around(unit, AROUND)
        loose = self._loose_until(last) - self._loose_until(first)
        return self._things(first, last) * MOST_FOR_EACH < loose

    def holds_few(self, unit: Unit) -> bool:
        """Whether far around a unit there are few things to learn, with all that is said there."""
        first, last = self._around(unit, FAR)
        return self._things(first, last) * LETTERS_OF_EACH < last - first

    def _around(self, unit: Unit, letters: int) -> tuple[int, int]:
        place = self._place(unit)
        return max(0, place - letters), min(self.letters, place + letters)

    def _things(self, first: int, last: int) -> int:
        return (
            self.things[bisect_right(self.places, last)]
            - self.things[bisect_left(self.places, first)]
        )

    def _place(self, unit: Unit) -> int:
        return self.begins[unit.span.first - 1]

    def _loose_until(self, place: int) -> int:
        """How many letters in front of a place are on no card."""
        line = min(bisect_right(self.begins, place), len(self.loose)) - 1
        return self.loose_before[line] + min(self.loose[line], place - self.begins[line])


def _is_made(unit: Unit) -> bool:
    return unit.tier < Tier.MAYBE


def _things(unit: Unit) -> int:
    match unit:
        case Comparison(members=parts) | Enumeration(items=parts):
            return len(parts)
    return 1


def _alone(unit: Unit) -> Unit:
    return replace(unit, doubts=(*unit.doubts, "alone"), tier=Tier.MAYBE)
