"""What stands at the margin between the items of a list, and belongs to the item above it.

    1. 우림

    비가 많이 온다.

    2. 사바나

    건기와 우기가 있다.

Markdown sees two lists and a paragraph between them; the numbers go on, or the items are names
that have nothing beneath them. Code that stands so between bullets is an item's example.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from deckbuilder.korean import labels, shapes
from deckbuilder.model import Kind, Node
from deckbuilder.outline import markers

BETWEEN = frozenset({Kind.PARAGRAPH, Kind.CODE, Kind.TABLE, Kind.HTML})


def adopt_between(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """Put what stands between the items of a list beneath them, the items in one list."""
    out: list[Node] = []
    at = 0
    while at < len(blocks):
        block, end = _whole(blocks, at) if blocks[at].is_list else (blocks[at], at + 1)
        out.append(block)
        at = end
    return tuple(out)


def _whole(blocks: Sequence[Node], at: int) -> tuple[Node, int]:
    """The list that begins here with all that belongs to it, and where that ends."""
    first, items, end, code = blocks[at], list(blocks[at].children), at + 1, True
    while items and (gap := tuple(takewhile(_is_of_item, islice(blocks, end, None)))):
        after = blocks[end + len(gap)] if end + len(gap) < len(blocks) else None
        code = code and _is_code(gap)
        goes_on = after is not None and _goes_on(first, items, gap, after)
        if not goes_on and (end == at + 1 or not (code or is_bare(items[-1]))):
            break
        items[-1], end = items[-1].beneath(*gap), end + len(gap)
        if after is None or not goes_on:
            break
        items += after.children
        end += 1
    if end == at + 1:
        return first, end
    return Node(first.kind, first.span, start=first.start).beneath(*items), end


def _is_of_item(block: Node) -> bool:
    """Whether a block may stand between items: no list, no section, no line that heads others."""
    first = block.text[0] if block.text else None
    heads = first is not None and (shapes.is_bold_line(first) or markers.style(first) is not None)
    return block.kind in BETWEEN and not heads


def _goes_on(first: Node, items: Sequence[Node], gap: Sequence[Node], after: Node) -> bool:
    """Whether a list is the one that begins with `first` and has these items before the gap."""
    if first.kind != after.kind or not after.children:
        return False
    if first.kind == Kind.ORDERED_LIST:
        return after.start == first.start + len(items)
    return _is_code(gap) or (is_bare(items[-1]) and is_bare(after.children[0]))


def _is_code(gap: Sequence[Node]) -> bool:
    return all(block.kind == Kind.CODE for block in gap)


def is_bare(item: Node) -> bool:
    """Whether an item is a name with nothing beneath it."""
    parts = item.children
    return (
        len(parts) == 1 and len(parts[0].text) == 1 and labels.names_a_list(parts[0].text[0].plain)
    )
