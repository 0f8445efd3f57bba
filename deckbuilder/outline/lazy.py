"""Lines that Markdown takes for the end of a list item, and that name what stands below them.

They stand at the margin right behind a list, as the line right above it does:

    (1) 우림
    - 비가 많이 온다.
    (2) 사바나
    - 건기와 우기가 있다.

CommonMark calls it a lazy continuation: "(2) 사바나" would be the text of the item above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from deckbuilder.korean import classes, pairs, shapes
from deckbuilder.model import Document, Kind, Node, Text
from deckbuilder.outline import markers

# A longer line, its marks included, is no name.
LONGEST = 2 * shapes.LONGEST_NAME


@dataclass(frozen=True)
class _Above:
    """The line right above a list, without a blank line between; how it names what it heads."""

    line: Text | None

    @cached_property
    def style(self) -> re.Pattern[str] | None:
        """The mark that it begins with."""
        return markers.style(self.line) if self.line else None

    @cached_property
    def is_bold(self) -> bool:
        """Whether it is bold alone."""
        return self.line is not None and shapes.is_bold_line(self.line)

    @cached_property
    def names_a_list(self) -> bool:
        """Whether it is a name without any mark."""
        marked = self.style or self.is_bold
        return self.line is not None and not marked and _names_a_list(self.line)


def parted(blocks: tuple[Node, ...], document: Document) -> tuple[Node, ...]:
    """Sibling blocks, their lists ending where a line at the margin names something.

    Args:
        blocks: what stands directly below a block, in order.
        document: the note.
    """
    out: list[Node] = []
    for block in blocks:
        if block.is_list:
            out += _parted(block, _above(out, block), document)
        else:
            out.append(block)
    return tuple(out)


def _above(before: list[Node], block: Node) -> _Above:
    """What heads a list. A mark below others is no heading's: "② …" behind "(1) …" and "① …"."""
    last = before[-1] if before else None
    if last is None or last.kind != Kind.PARAGRAPH or last.span.last + 1 != block.span.first:
        return _Above(None)
    styles = {style for style in map(markers.style, last.text) if style}
    return _Above(last.text[-1] if last.text and len(styles) < 2 else None)


def _parted(block: Node, above: _Above, document: Document) -> Iterator[Node]:
    items: list[Node] = []
    for number, item in enumerate(block.children):
        follows = block.kind == Kind.BULLET_LIST and number + 1 < len(block.children)
        at = _margin(item, above, document, follows=follows)
        if not at:
            items.append(item)
            continue
        paragraph, *rest = item.children
        said, behind = paragraph.text[:at], paragraph.text[at:]
        kept = replace(paragraph, text=said, span=said[0].span.to(said[-1].span))
        items.append(Node(Kind.ITEM, item.span.to(kept.span), children=(kept,)))
        yield _list(block, items)
        yield replace(paragraph, text=behind, span=behind[0].span.to(behind[-1].span))
        yield from rest
        items, above = [], _Above(behind[-1])
    if items:
        yield block if len(items) == len(block.children) else _list(block, items)


def _list(block: Node, items: list[Node]) -> Node:
    last = items[-1]
    span = items[0].span.to(last.children[-1].span if last.children else last.span)
    return Node(block.kind, span, start=block.start).beneath(*items)


def _margin(item: Node, above: _Above, document: Document, *, follows: bool) -> int:
    """Which line of an item's first paragraph stands at the margin and names something, or 0.

    It names as the line above the list does, an item of its own behind it (`follows`) if that has
    no mark; or it is a pair as the item itself is.
    """
    first = item.children[0] if item.children else None
    if first is None or first.kind != Kind.PARAGRAPH:
        return 0
    margin = _indent(document, item.span.first)
    for at, line in enumerate(first.text[1:], start=1):
        within = line.span.first == first.text[at - 1].span.last  # parted by `<br>`
        if within or _indent(document, line.span.first) > margin:
            continue
        marked = above.style and markers.style(line) is above.style
        bold = above.is_bold and shapes.is_bold_line(line)
        named = follows and above.names_a_list and _names_a_list(line)
        if marked or bold or named or (pairs.split(line) and pairs.split(first.text[0])):
            return at
    return 0


def _indent(document: Document, line: int) -> int:
    raw = document.lines[line - 1]
    return len(raw) - len(raw.lstrip(" \t>"))


def _names_a_list(line: Text) -> bool:
    return len(line.plain) <= LONGEST and classes.names_a_list(line.plain)
