"""What the cards of a unit ask and answer, before it is known which note of the deck they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from deckbuilder.model.lock import REMEMBERED, SAYS


class Part(NamedTuple):
    """What a note asks for beside its whole, on a card of its own.

    `name` is plain text, as is `said`, what the note says of it. `№` in the names of its fields,
    and behind the `c` of a cloze, stands for the number of its card.
    """

    name: str
    said: str
    fields: Mapping[str, str]
    described: str = ""
    """What its card shows to ask for the name, HTML; empty where it shows something else."""

    @property
    def known_by(self) -> str:
        """What the next release knows it by."""
        return f"{self.name}{SAYS}{self.said}"[:REMEMBERED] if self.said else self.name

    def numbered(self, number: int) -> dict[str, str]:
        """The fields with this number."""
        return {
            name.replace("№", str(number)): value.replace("{{c№::", f"{{{{c{number}::")
            for name, value in self.fields.items()
        }


class Draft(NamedTuple):
    """A note to be: its note type, and the values of the fields that are not empty."""

    note_type: str
    fields: Mapping[str, str]
    """Those that its cards share; a `choice` in them stands for the part of that position."""
    parts: tuple[Part, ...] = ()

    def numbered(self, numbers: Mapping[int, int]) -> dict[str, str]:
        """All fields, those of its parts included.

        Args:
            numbers: the positions of the parts that have a number, and the number.
        """

        def item(found: re.Match[str]) -> str:
            number = numbers.get(int(found[1]))
            return f'<li class="no{number}">' if number else "<li>"

        values = {
            name: CHOICE.sub(item, value) if "№" in value else value
            for name, value in self.fields.items()
        }
        for at, number in numbers.items():
            values |= self.parts[at].numbered(number)
        return values


# No text of a note looks like it: "<" is written as an entity there.
CHOICE = re.compile(r'<li class="№(\d+)">')


def choice(at: int, html: str) -> str:
    """An item for the part of this position: its class will tell the number of the part's card."""
    return f'<li class="№{at}">{html}</li>'
