"""What a note type is: its fields, what they are for, and how its cards are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from deckbuilder.notetypes import beside

# Where a card comes from: the names above it, the note file.
PLACE, SOURCE = "자리", "출처"


@dataclass(frozen=True, slots=True)
class Template:
    """A card of a note type; its HTML lies in the folder of the note type, `STEM.front.html`."""

    name: str
    stem: str
    asks: str
    """The field without which there is no card; `№` stands for the number."""
    counted: tuple[str, str]
    """What one such card is called, and many."""
    number: int = 0
    """The number that stands in for `№` in the HTML; 0 for none."""


@dataclass(frozen=True, slots=True)
class NameCard:
    """The fields of a card that asks for a name; `№` stands for the number of a part."""

    asks: str
    """What is said of the name."""
    name: str = ""
    """The name; empty where `asks` hides it, as a cloze."""
    aliases: str = ""
    """Its other names."""
    choices: str = ""
    """The names to choose from."""
    place: str = ""
    """The place, without what would tell the name."""

    def numbered(self, number: int) -> NameCard:
        """The fields of the card for the part of this number."""
        asks, name = (field.replace("№", str(number)) for field in (self.asks, self.name))
        return replace(self, asks=asks, name=name)


@dataclass(frozen=True)
class NoteType:
    """A note type; `fields` are the Korean names, the sort field (the name or the topic) first."""

    key: str
    id: int
    name: str
    called: str
    """What a note of it is called."""
    fields: tuple[str, ...]
    templates: tuple[Template, ...]
    question: str
    """The field that asks for the whole of it."""
    answer: str
    """The field that answers for the whole of it."""
    beside: tuple[str, ...] = ()
    """What it shows beside the question and the place."""
    reverse: NameCard | None = None
    """The card that asks for the name of the whole."""
    part: NameCard | None = None
    """The cards that ask for its parts one by one."""
    parts: int = 0
    """So many parts of it can have a card each in one note."""
    cloze: bool = False
    continues: str = ""
    """The key of the note type whose parts its notes ask for; empty for none."""

    @cached_property
    def where(self) -> frozenset[str]:
        """The fields that say where a card comes from; it asks and answers the same elsewhere."""
        backs = (self.reverse, self.part)
        return frozenset({PLACE, SOURCE, *(back.place for back in backs if back)})

    def field_id(self, at: int) -> int:
        """The id of the field at this position (0-based)."""
        return self.id * 100 + at

    def template_id(self, at: int) -> int:
        """The id of the template at this position (0-based)."""
        return self.id * 100 + 80 + at

    def front(self, template: Template) -> str:
        """The template's front, HTML."""
        return self._side(template, "front")

    def back(self, template: Template) -> str:
        """The template's back, HTML."""
        return self._side(template, "back")

    def _side(self, template: Template, side: str) -> str:
        text = beside.read(f"{self.key}/{template.stem}.{side}.html")
        return text.replace("№", str(template.number))

    def cards(self, fields: Sequence[str]) -> Iterator[tuple[Template, str]]:
        """A note's cards: the template, and the field that asks, of those that are not empty."""
        for template, places in self._asking:
            for at in places:
                if fields[at]:
                    yield template, self.fields[at]

    @cached_property
    def _asking(self) -> tuple[tuple[Template, tuple[int, ...]], ...]:
        """Each template with the positions of the fields that ask, each for a card of it."""
        found = []
        for template in self.templates:
            asks = template.asks.replace("№", str(template.number))
            names = [
                name
                for name in self.fields
                if name == asks or (self.cloze and name.startswith(asks))
            ]
            found.append((template, tuple(map(self.fields.index, names))))
        return tuple(found)

    @cached_property
    def asking(self) -> frozenset[str]:
        """The fields that ask: where one of them is not empty, there is a card."""
        return frozenset(self.fields[at] for _, places in self._asking for at in places)

    def value(self, fields: Sequence[str], name: str) -> str:
        """The value of the field of this name."""
        return fields[self.fields.index(name)]

    def shows(self) -> Iterator[str]:
        """All that a release may change of it: the names, and the HTML of the templates."""
        yield from (self.name, *self.fields)
        for template in self.templates:
            yield from (template.name, self.front(template), self.back(template))

    def fill(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """The values of a note's fields in their order; those that are not given are empty.

        Raises:
            KeyError: there is no field of such a name.
        """
        unknown = values.keys() - self._names
        if unknown:
            raise KeyError(
                "{name} has no field {listed}".format(
                    name=self.name, listed=", ".join(sorted(unknown))
                )
            )
        return tuple([values.get(field, "") for field in self.fields])

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self.fields)

    @cached_property
    def tells(self) -> tuple[str, ...]:
        """The fields that ask and answer: all but those of `where`."""
        return tuple(name for name in self.fields if name not in self.where)
