"""The values that the steps hand to each other; all frozen, none knows a step.

A note file becomes a `Document`; its Markdown a tree of `Node`; what a student should learn
from it a sequence of `Unit`; a unit with its identity a `Note`, ready to be packed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self


class Span(NamedTuple):
    """Lines of a note file: `first` to `last`, 1-based and inclusive."""

    path: str
    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.path}:{self.first}"

    def to(self, other: Span) -> Span:
        """The span from the beginning of this one to the end of the other."""
        return Span(self.path, min(self.first, other.first), max(self.last, other.last))

    @property
    def lines(self) -> range:
        """The line numbers, 1-based."""
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Document:
    """A note file, read: LF line ends, NFC, front matter taken out (its lines left blank)."""

    path: str
    """As messages name it, relative to where the command runs."""
    file: Path
    place: tuple[str, ...]
    """Folders below the source root and the file's stem: stable, part of every card's identity."""
    source: str
    title: str | None = None
    deck: str | None = None
    tags: tuple[str, ...] = ()
    front_matter: Span | None = None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the source; line n is `lines[n - 1]`."""
        return tuple(self.source.split("\n"))

    def span(self, first: int, last: int) -> Span:
        """Lines `first` to `last` (1-based, inclusive) of this document."""
        return Span(self.path, first, last)


# --- inline content -------------------------------------------------------------------------


class Mark(NamedTuple):
    """What a run of text is marked as.

    `strong`, `em`, `s`, `mark`, `code`, `math`, `link`, `wikilink`, `image` with its `alt`, `html`.
    """

    kind: str
    value: str = ""
    """The address of a link or an image, a formula's delimiter, the source of raw HTML."""


class Run(NamedTuple):
    """Characters that share their marks, the outermost mark first."""

    text: str
    marks: tuple[Mark, ...] = ()

    def has(self, *kinds: str) -> bool:
        """Whether any mark is of one of these kinds."""
        return any(mark.kind in kinds for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Text:
    """One line of inline content: flat runs, so that a piece of it keeps its marks."""

    runs: tuple[Run, ...]
    span: Span

    @property
    def plain(self) -> str:
        """The characters alone."""
        return "".join(run.text for run in self.runs)

    def __bool__(self) -> bool:
        return bool(self.plain.strip())

    def cut(self, start: int, end: int | None = None) -> Text:
        """The characters from `start` to `end` (offsets in `plain`), without outer blanks."""
        plain = self.plain
        end = len(plain) if end is None else end
        piece = plain[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        return replace(self, runs=tuple(self._between(start, end)))

    def _between(self, start: int, end: int) -> Iterator[Run]:
        at = 0
        for run in self.runs:
            piece = run.text[max(0, start - at) : max(0, end - at)]
            inside = start <= at <= end and not run.text
            if piece or inside:
                yield run._replace(text=piece)
            at += len(run.text)

    def lead(self, *kinds: str) -> int:
        """Length in characters of the leading runs that carry one of these marks."""
        length = 0
        for run in self.runs:
            if not run.has(*kinds) and (length or run.text.strip()):
                break
            length += len(run.text)
        return length if self.plain[:length].strip() else 0

    def without(self, *kinds: str) -> Text:
        """The same text with these marks taken off."""
        runs = (
            run._replace(marks=tuple(m for m in run.marks if m.kind not in kinds))
            for run in self.runs
        )
        return replace(self, runs=tuple(runs))


# --- the tree of a note ---------------------------------------------------------------------


class LabelKind(StrEnum):
    """What a label asks for; the columns of the extraction table hang on it."""

    TERM = "term"
    ASPECT = "aspect"
    SET = "set"
    CONTRAST = "contrast"
    QUESTION = "question"
    STATEMENT = "statement"
    EXAMPLE = "example"
    CHAPTER = "chapter"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Label:
    """The name that a note gives to what it says beneath or behind it."""

    text: Text
    """As written, without numbering, emoji and closing marks."""
    name: str
    """What a card asks for: without brackets, quotes and the like."""
    kind: LabelKind
    aliases: tuple[str, ...] = ()
    relative: bool = False
    """Whether it says nothing without its parent's name (특징, 장점, 개념)."""
    defines: str = ""
    """The term of a label that is itself a sentence defining one."""


class Kind(StrEnum):
    """CommonMark's block types, and `section`: a heading (or its like) with all below it."""

    DOCUMENT = "document"
    SECTION = "section"
    PARAGRAPH = "paragraph"
    BULLET_LIST = "bullet list"
    ORDERED_LIST = "ordered list"
    ITEM = "item"
    TABLE = "table"
    ROW = "row"
    CODE = "code"
    HTML = "html"
    COMMENT = "comment"
    BREAK = "thematic break"


@dataclass(frozen=True, slots=True)
class Node:
    """A block of a note: perhaps labelled, with text of its own and blocks beneath it.

    `text` holds the lines of a paragraph or an item without the label, the cells of a row, the
    lines of a code block. A table's first row is its header. `span` covers the label, the text
    and the children.
    """

    kind: Kind
    span: Span
    text: tuple[Text, ...] = ()
    children: tuple[Node, ...] = ()
    label: Label | None = None
    level: int = 0
    """A section's heading level; the number at which an ordered list starts."""
    info: str = ""
    """The language of a code block."""

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the note."""
        yield self
        for child in self.children:
            yield from child.walk()

    def beneath(self, *children: Node) -> Self:
        """This node with `children` put below the ones it has; the span grows with them."""
        span = self.span
        for child in children:
            span = span.to(child.span)
        return replace(self, children=(*self.children, *children), span=span)

    @property
    def lines(self) -> tuple[Text, ...]:
        """The label as written, if there is one, and the lines of the text."""
        return (self.label.text, *self.text) if self.label else self.text

    @property
    def own_span(self) -> Span | None:
        """The lines of the block itself; None where it only holds others."""
        if self.kind != Kind.CODE and self.lines:  # the fences of code are its own, too
            return self.lines[0].span.to(self.lines[-1].span)
        return None if self.children else self.span

    @property
    def is_list(self) -> bool:
        """Whether this is a bullet or an ordered list."""
        return self.kind in (Kind.BULLET_LIST, Kind.ORDERED_LIST)

    @property
    def plain(self) -> str:
        """All characters of the node, the label's included, a line each."""
        return "\n".join(
            [line.plain for line in self.lines] + [child.plain for child in self.children]
        )


# --- what a student should learn ------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Unit):
    """A topic and the members that a note sets side by side.

    `aspects` names the rows; it is empty, or as long as every member's `body`.
    """

    members: tuple[Member, ...]
    aspects: tuple[Text, ...] = ()
    as_rows: bool = False
    """Whether the members are the rows of the table, as the note has them."""
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


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the deck as Anki knows it; the fields are HTML, named by the note type."""

    guid: str
    note_type: str
    fields: tuple[str, ...]
    deck: str
    tags: tuple[str, ...]
    span: Span
