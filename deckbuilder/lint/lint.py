"""What a lint is, what it looks at, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from deckbuilder.diagnostics import Severity
from deckbuilder.model import SILENT, Kind, Node, Span, Text
from deckbuilder.notes import Reading

# What is not language, or is another's: no lint for words looks there.
UNSPOKEN = ("code", "math", "link", "wikilink", "html", "footnote", "image")
NOTHING: Mapping[str, str] = MappingProxyType({})


class Lying(NamedTuple):
    """A picture, sound or film in a folder of notes."""

    path: str
    """As messages name it."""
    size: int
    shown: tuple[Span, ...] = ()
    """Where notes show it."""


class Found(NamedTuple):
    """What a lint found."""

    span: Span
    word: str = ""
    """What is wrong on the first of these lines, as it stands there; "" for the line."""
    values: Mapping[str, str] = NOTHING
    """What the message and the hint of the lint are filled in with."""


@dataclass(frozen=True)
class Notes:
    """All that lints look at: notes as they were read, and the files beside them."""

    readings: tuple[Reading, ...]
    lying: tuple[Lying, ...] = ()

    @cached_property
    def spoken(self) -> tuple[Text, ...]:
        """The lines of all notes that are language, in their order, with the marks of their runs.

        Code, comments and the like are none; what is embedded stands in its own note.
        """
        return tuple(line for reading in self.readings for line in _spoken(reading.root))

    @cached_property
    def said(self) -> tuple[tuple[Text, str], ...]:
        """The same, each with its characters; a blank stands for code and the like."""
        return tuple((line, _said(line)) for line in self.spoken)

    @cached_property
    def labels(self) -> tuple[tuple[Node, Reading], ...]:
        """The blocks that have a label."""
        return tuple(
            (node, reading)
            for reading in self.readings
            for node in reading.root.walk()
            if node.label is not None
        )


Find = Callable[[Notes], Iterator[Found]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lint:
    """A lint: its code, what it says, and what finds it.

    `bad` and `good` are notes: the one has what the lint finds, the other does not.
    """

    code: str
    severity: Severity
    message: str
    """What is wrong; `{…}` is filled in with `Found.values`."""
    hint: str
    """What to do, likewise."""
    about: str
    """Why that is a fault, and what does not count as one."""
    bad: str
    good: str
    beside: Mapping[str, int] = field(default_factory=dict)
    """The files beside the two notes, and their sizes in bytes."""
    usual: bool = True
    """Whether it is looked for without `--all`."""
    find: Find


def _spoken(node: Node) -> Iterator[Text]:
    if node.kind == Kind.CODE or node.kind in SILENT:
        return
    yield from node.lines
    for child in node.children:
        yield from _spoken(child)


def _said(line: Text) -> str:
    return "".join(" " if run.has(*UNSPOKEN) else run.text for run in line.runs)
