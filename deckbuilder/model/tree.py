"""The tree of a note: blocks with their labels and what stands beneath them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from operator import is_
from typing import Self

from deckbuilder.language import N_
from deckbuilder.model.labels import Label
from deckbuilder.model.once import reckoned_once
from deckbuilder.model.source import Span
from deckbuilder.model.text import Text
from deckbuilder.model.value import value

# Markdown has six levels of headings; bold lines and the like come below them.
LAST_HEADING = 6
# The level of toggles (`<details>`) and of callouts with a title: below every heading and line.
DETAILS_LEVEL = 9


class Kind(StrEnum):
    """CommonMark's block types, and `section`: a heading (or its like) with all below it."""

    DOCUMENT = "document"
    SECTION = N_("section")
    PARAGRAPH = N_("paragraph")
    BULLET_LIST = "bullet list"
    ORDERED_LIST = "ordered list"
    ITEM = N_("item")
    TABLE = N_("table")
    ROW = N_("row")
    CODE = N_("code")
    HTML = N_("html")
    COMMENT = N_("comment")
    BREAK = N_("thematic break")

    __hash__ = str.__hash__  # what an enumeration does by itself is a function in Python


# What no card shows.
SILENT = (Kind.HTML, Kind.COMMENT, Kind.BREAK)
# Whose text is sentences.
SPOKEN = (Kind.PARAGRAPH, Kind.ITEM, Kind.SECTION)
LISTS = (Kind.BULLET_LIST, Kind.ORDERED_LIST)


def _same(ones: Sequence[object], others: Sequence[object]) -> bool:
    """Whether these are the very same values, one by one."""
    return all(map(is_, ones, others))


@value(frozen=True)
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
    """A section's heading level: 1 to 6, more for other lines that head what follows, and
    `DETAILS_LEVEL`."""
    start: int = 1
    """The number at which an ordered list starts."""
    parted: bool = False
    """Whether a list is a part of one: so it stays a list where it has one item."""
    language: str = ""
    """That of a code block, as its fence names it."""
    callout: str = ""
    """The type of the callout that a section is or a block stands in ("note")."""
    alignments: str = ""
    """How a table's columns are aligned, a letter each: `l`, `c`, `r`, `-` for none; the letter of
    its column (none: empty) on what stands in a table's cell."""

    def __hash__(self) -> int:
        """By where it stands, how it begins and how it ends.

        All of it would take as long as to look at it; but notes by the thousand begin alike, and
        what of them has one hash is compared from its first letter to its last.
        """
        end = self
        while end.children:
            end = end.children[-1]
        first = self.label.text.plain if self.label else self.text[0].plain if self.text else ""
        last = end.text[-1].plain if end.text else end.label.text.plain if end.label else ""
        return hash((self.span, first, last, len(self.text), len(self.children)))

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the note."""
        return self._walk() if self.children else iter((self,))

    def _walk(self) -> Iterator[Node]:
        left = [self]
        while left:  # no generator for each level: it is walked all the time
            node = left.pop()
            yield node
            if node.children:
                left += node.children[::-1]

    def beneath(self, *children: Node) -> Self:
        """This node with `children` put below the ones it has; the span grows with them."""
        if not children:
            return self
        span = self.span
        for child in children:
            span = span.to(child.span)
        return replace(self, children=(*self.children, *children), span=span)

    def rewritten(self, rewrite: Callable[[Text], Text]) -> Self:
        """This node with each line as `rewrite` gives it, its label's and those below too."""
        label, text = self.label, tuple(map(rewrite, self.text))
        if label and (named := rewrite(label.text)) is not label.text:
            label = replace(label, text=named)
        children = tuple([child.rewritten(rewrite) for child in self.children])
        if label is self.label and _same(text, self.text) and _same(children, self.children):
            return self  # as most are: nothing is made anew
        return replace(self, label=label, text=text, children=children)

    @reckoned_once
    def lines(self) -> tuple[Text, ...]:
        """The label as written, if there is one, and the lines of the text."""
        return (self.label.text, *self.text) if self.label else self.text

    @reckoned_once
    def letters(self) -> int:
        """How many letters and digits the node holds, the label's included."""
        own = sum([line.letters for line in self.lines])
        return own + sum([child.letters for child in self.children]) if self.children else own

    @property
    def own_span(self) -> Span | None:
        """The lines of the block itself; None where it only holds others."""
        if self.kind != Kind.CODE and self.lines:  # the fences of code are its own, too
            return self.lines[0].span.to(self.lines[-1].span)
        return None if self.children else self.span

    @property
    def shows(self) -> list[Span]:
        """The lines that a card shows which shows this node."""
        spans: list[Span] = []
        for part in self.walk():
            if part.kind == Kind.CODE:
                spans.append(part.span)  # with its fences
            elif part.kind not in SILENT:
                spans += [line.span for line in part.lines]
        return spans

    @property
    def is_list(self) -> bool:
        """Whether this is a bullet or an ordered list."""
        return self.kind in LISTS

    @property
    def plain(self) -> str:
        """All characters of the node, the label's included, a line each."""
        lines = self.lines
        if len(lines) == 1 and not self.children:
            return lines[0].plain  # as most are
        said = [line.plain for line in lines]
        said += [child.plain for child in self.children]
        return "\n".join(said)
