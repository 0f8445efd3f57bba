"""Many texts, of which those that may be near to another are found without a look at each.

Texts that are near have most letters in common, wherever these stand, and who has counted them can
leave out the rest unseen; what is near is never left out:

- The likeness of two texts of n and m letters is 2 x s / (n + m), with s the length of their
  longest common subsequence. Each letter of it is one that they have in common, so that they have
  as many in common as a likeness asks for, or more.
- Of two texts that are d edits apart the longer one has at most d letters that the other has not
  (the "bag distance": Bartolini, Ciaccia, Patella, String Matching with Metric Trees Using an
  Approximate Distance, 2002). Letters that change places are in common none the less.

Letters are counted in all texts at once: for each letter there is a column of bits, one a text, and
columns are added as an adder adds, bit by bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

# Texts of about one length lie in one block, as their length says how many letters are enough. With
# more blocks fewer texts are left, and more columns are added: no more than so many, and none for
# fewer texts than pay off.
BLOCKS, WORTH_A_BLOCK = 8, 500
# Until so many questions were asked, a look at each text costs less than to make the columns.
PATIENCE = 64

Letter = tuple[str, int]
"""A letter, and the how many-th of its kind it is in a text."""


class Texts:
    """Texts to compare others with, no two the same."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = list(texts)
        self._asked = 0

    def sharing(self, text: str, least: Callable[[int], int]) -> list[str]:
        """Those that have enough letters in common with a text; others may be among them.

        Args:
            text: any text.
            least: how many letters are enough for a text of this length: as many or more for a
                longer one.
        """
        self._asked += 1
        if self._asked <= PATIENCE:
            return self.texts
        letters = list(_numbered(text))
        return [found for block in self._blocks for found in block.sharing(letters, least)]

    @cached_property
    def _blocks(self) -> list[_Block]:
        texts = sorted(self.texts, key=len)
        size = max(WORTH_A_BLOCK, -(-len(texts) // BLOCKS))
        return [_Block(texts[first : first + size]) for first in range(0, len(texts), size)]


class _Block:
    """Texts of about one length, and which of them have a letter: a bit each."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.lengths = sorted(set(map(len, texts)))
        self.columns: dict[Letter, int] = {}
        for at, text in enumerate(texts):
            for letter in _numbered(text):
                self.columns[letter] = self.columns.get(letter, 0) | 1 << at

    def sharing(self, letters: Sequence[Letter], least: Callable[[int], int]) -> Iterable[str]:
        """As in `Texts`, of a text with these letters."""
        may_have = (n for n in self.lengths if least(n) <= min(n, len(letters)))
        shortest = next(may_have, None)
        if shortest is None:
            return ()
        columns = [column for column in map(self.columns.get, letters) if column]
        found = _at_least(least(shortest), _added(columns), (1 << len(self.texts)) - 1)
        # To pick most of them takes longer than a look at the rest.
        return self.texts if 2 * found.bit_count() > len(self.texts) else self._of(found)

    def _of(self, bits: int) -> Iterator[str]:
        while bits:
            lowest = bits & -bits
            yield self.texts[lowest.bit_length() - 1]
            bits ^= lowest


def _numbered(text: str) -> Iterator[Letter]:
    count: dict[str, int] = {}
    for letter in text:
        count[letter] = nth = count.get(letter, 0) + 1
        yield letter, nth


def _added(columns: list[int]) -> list[int]:
    """How many columns have each bit: the digits of all sums, the lowest first."""
    digits = []
    while columns:
        carried = []
        while len(columns) > 1:
            one, two, three = columns.pop(), columns.pop(), columns.pop() if columns else 0
            odd = one ^ two
            columns.append(odd ^ three)
            carried.append(one & two | odd & three)
        digits += columns
        columns = carried
    return digits


def _at_least(least: int, digits: Sequence[int], every: int) -> int:
    """The bits of all those whose sum is as large; `every` has the bits of all."""
    if least.bit_length() > len(digits):
        return 0
    more, same = 0, every
    for place in reversed(range(len(digits))):
        if least >> place & 1:
            same &= digits[place]
        else:
            more |= same & digits[place]
            same &= ~digits[place]
    return more | same
