"""What a student should learn from a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from deckbuilder.model.source import Span
from deckbuilder.model.text import Text
from deckbuilder.model.tree import Node


@dataclass(frozen=True, slots=True)
class Member:
    """One of the things that a list names or a comparison sets side by side."""

    name: Text
    body: tuple[Node, ...] = ()
    bare: str = ""
    """The name without its aliases, where it has any."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one note of the deck asks and answers; the subclasses are the kinds."""

    front: str
    """What is asked for: a term, a topic, a question, as plain text."""
    context: tuple[str, ...]
    """The names above it in the note, the outermost first."""
    headings: tuple[str, ...]
    """The headings above it; they become tags."""
    span: Span
    """Where it is asked."""
    answer: tuple[Span, ...]
    """Where it is answered."""
    rule: str
    """The rule that found it."""
    pin: str = ""
    """The id that its author gave it by hand."""

    @property
    def kind(self) -> str:
        """The kind's name in lower case: definition, enumeration, comparison, question."""
        return type(self).__name__.lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition(Unit):
    """A term and the text that says what it is."""

    aliases: tuple[str, ...] = ()
    body: tuple[Node, ...]
    around: tuple[Node, ...] = ()
    """The rest of the paragraph that a defining sentence stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enumeration(Unit):
    """A topic and the items that belong to it; Anki's users say: a list."""

    items: tuple[Member, ...]
    ordered: bool
    around: tuple[Node, ...] = ()
    """Pictures of the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Unit):
    """A topic and the members that a note sets side by side.

    `aspects` names the rows; it is empty, or as long as every member's `body`.
    """

    members: tuple[Member, ...]
    aspects: tuple[Text, ...] = ()
    around: tuple[Node, ...] = ()
    """Pictures of the whole."""
    names_members: bool = True
    """Whether the front names the members; not where the topic does, or asks for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Unit):
    """A question that the note asks itself, and its answer."""

    body: tuple[Node, ...]


class LeftOut(NamedTuple):
    """A block that became no unit, and why (a key of `diagnostics.REASONS`)."""

    span: Span
    reason: str


class Pin(NamedTuple):
    """An id that an author gave by hand, where it stands, and whether it names a unit."""

    name: str
    span: Span
    used: bool
    sound: bool = True
    """Whether it is one word, as an id has to be."""
