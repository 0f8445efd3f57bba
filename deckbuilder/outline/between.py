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
from dataclasses import replace
from itertools import takewhile

from deckbuilder.korean import classes, shapes
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
    first, items, end, most = blocks[at], list(blocks[at].children), at + 1, 0
    while items and (gap := _gap(blocks, end)):
        after = blocks[end + len(gap)] if end + len(gap) < len(blocks) else None
        if after is None or not _goes_on(first, items, gap, after):
            break
        items[-1], end, most = items[-1].beneath(*gap), end + len(gap) + 1, max(most, len(gap))
        items += after.children
    if not most:
        return first, end
    # Behind the last item stands no more than behind the others.
    if last := _gap(blocks, end)[:most] if is_bare(items[-1]) else _code(_gap(blocks, end)):
        items[-1], end = items[-1].beneath(*last), end + len(last)
    return replace(first, children=()).beneath(*items), end


def _gap(blocks: Sequence[Node], at: int) -> tuple[Node, ...]:
    """What may be an item's, from here on; not a line that heads the list behind it."""
    within = (blocks[number] for number in range(at, len(blocks)))
    gap = tuple(takewhile(_is_of_item, within))
    behind = blocks[at + len(gap)] if at + len(gap) < len(blocks) else None
    heads = bool(gap) and behind is not None and behind.is_list and _announces(gap[-1])
    return gap[:-1] if heads else gap


def _announces(block: Node) -> bool:
    return bool(block.text) and shapes.announces(block.text[-1].plain)


def _code(gap: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(takewhile(lambda block: block.kind == Kind.CODE, gap))


def _is_of_item(block: Node) -> bool:
    """Whether a block may stand between items: no list, no section, no line that heads others."""
    first = block.text[0] if block.text else None
    heads = first is not None and (shapes.is_bold_line(first) or markers.style(first) is not None)
    return block.kind in BETWEEN and not heads


def _goes_on(first: Node, items: Sequence[Node], gap: tuple[Node, ...], after: Node) -> bool:
    """Whether a list is the one that begins with `first` and has these items before the gap."""
    if (first.kind, first.callout) != (after.kind, after.callout) or not after.children:
        return False
    if first.kind == Kind.ORDERED_LIST:
        return after.start == first.start + len(items)
    if _code(gap) == gap:
        return True
    alone = len(first.children) == len(after.children) == 1
    return alone and is_bare(items[-1]) and is_bare(after.children[0])


def is_bare(item: Node) -> bool:
    """Whether an item is a name with nothing beneath it."""
    parts = item.children
    return (
        len(parts) == 1 and len(parts[0].text) == 1 and classes.names_a_list(parts[0].text[0].plain)
    )
