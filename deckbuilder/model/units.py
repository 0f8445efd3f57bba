"""What a student should learn from a note."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple

from deckbuilder.model.once import reckoned_once
from deckbuilder.model.source import Span
from deckbuilder.model.text import Text
from deckbuilder.model.tiers import Tier
from deckbuilder.model.tree import Kind, Node
from deckbuilder.model.value import value


@value(frozen=True)
class Member:
    """One of the things that a list names or a comparison sets side by side."""

    name: Text
    body: tuple[Node, ...] = ()
    bare: str = ""
    """The name without its aliases, where it has any."""
    aliases: tuple[str, ...] = ()

    @property
    def named(self) -> Node:
        """The name as a block."""
        return Node(Kind.PARAGRAPH, self.name.span, (self.name,))


@value(frozen=True, kw_only=True)
class Unit:
    """What one note of the deck asks and answers; the subclasses are the kinds.

    A rule says what it found: what is asked, and what is shown for it. The engine fills in the
    rule and what stands above.
    """

    kind: ClassVar[str]
    """The kind's name in lower case: definition, enumeration, comparison, question."""

    front: str
    """What is asked for: a term, a topic, a question, as plain text."""
    span: Span
    """Where it is asked."""
    also: tuple[Span, ...] = ()
    """Where it is asked once more, and what is said there is shown, too."""
    context: tuple[str, ...] = ()
    """The names above it in the note, the outermost first."""
    headings: tuple[str, ...] = ()
    """The headings above it; they become tags."""
    rule: str = ""
    """The rule that found it."""
    tier: Tier = Tier.SURE
    """How sure it is that a student keeps it."""
    doubts: tuple[str, ...] = ()
    """What speaks against it (keys of `reasons.DOUBTS`)."""
    caveats: tuple[str, ...] = ()
    """What makes it less sure, and does not speak against it (keys of `reasons.CAVEATS`)."""
    pin: str = ""
    """The id that its author gave it by hand."""
    quotes: bool = False
    """Whether all that answers it is another note's text."""
    chosen: bool = False
    """Whether its author said that it is to be made, or that it is of this kind."""
    read_as: str = ""
    """What the note asks for, where its author chose another name; it stays known by this one."""

    @property
    def shown(self) -> tuple[Node, ...]:
        """The blocks that answer it, as its cards show them."""
        raise NotImplementedError

    @reckoned_once
    def answer(self) -> tuple[Span, ...]:
        """The lines that its cards show for an answer, a span each for neighbouring ones."""
        found: list[Span] = []
        for span in sorted(span for node in self.shown for span in node.shows):
            if found and span.first <= found[-1].last + 1:
                found[-1] = found[-1].to(span)
            else:
                found.append(span)
        return tuple(found)

    @property
    def lines(self) -> frozenset[int]:
        """The numbers of all lines that it asks or shows."""
        spans = (self.span, *self.also, *self.answer)
        return frozenset(line for span in spans for line in span.lines)


@value(frozen=True, kw_only=True)
class Definition(Unit):
    """A term and the text that says what it is."""

    kind = "definition"

    aliases: tuple[str, ...] = ()
    body: tuple[Node, ...]
    around: tuple[Node, ...] = ()
    """The rest of the paragraph that a defining sentence stands in."""
    heads: tuple[str, ...] = ()
    """Where it is a row of a table of two columns, their heads: 구성 요소, 하는 일."""

    @property
    def shown(self) -> tuple[Node, ...]:
        """What is said of the term, and what stands around it."""
        return (*self.body, *self.around)


@value(frozen=True, kw_only=True)
class Enumeration(Unit):
    """A topic and the items that belong to it; Anki's users say: a list."""

    kind = "enumeration"

    items: tuple[Member, ...]
    ordered: bool
    around: tuple[Node, ...] = ()
    """What stands behind the label on its line; pictures of the whole."""

    @property
    def shown(self) -> tuple[Node, ...]:
        """The items with what is said of them."""
        return (*_of(self.items), *self.around)


@value(frozen=True, kw_only=True)
class Comparison(Unit):
    """A topic and the members that a note sets side by side.

    `aspects` names the rows; it is empty, or as long as every member's `body`. `corner` says what
    the rows or the members are, where the note has a table and the front does not say so.
    """

    kind = "comparison"

    members: tuple[Member, ...]
    aspects: tuple[Text, ...] = ()
    corner: Text | None = None
    around: tuple[Node, ...] = ()
    """What stands behind the label on its line; pictures of the whole."""
    names_members: bool = True
    """Whether the front names the members; not where the topic does, or asks for them."""

    @property
    def shown(self) -> tuple[Node, ...]:
        """The heads of the rows, and the members with what is said of them."""
        heads = (head for head in (self.corner, *self.aspects) if head is not None)
        named = (Node(Kind.PARAGRAPH, head.span, (head,)) for head in heads)
        return (*named, *_of(self.members), *self.around)


@value(frozen=True, kw_only=True)
class Question(Unit):
    """A question that the note asks itself, and its answer."""

    kind = "question"

    body: tuple[Node, ...]

    @property
    def shown(self) -> tuple[Node, ...]:
        """The answer."""
        return self.body


def _of(members: Iterable[Member]) -> tuple[Node, ...]:
    return tuple(node for member in members for node in (member.named, *member.body))


class LeftOut(NamedTuple):
    """A block that became no unit, and why (a key of `reasons.REASONS`).

    Or a line of a unit, where no card shows all of it: `rest`.
    """

    span: Span
    reason: str


class Rejected(NamedTuple):
    """A unit that a rule found, and that another one keeps from being made.

    `reason` is a key of `reasons.REJECTIONS`.
    """

    unit: Unit
    by: Unit
    reason: str


class Pin(NamedTuple):
    """An id that an author gave by hand, where it stands, and whether it names a unit."""

    name: str
    span: Span
    used: bool
    sound: bool = True
    """Whether it is one word, as an id has to be."""
