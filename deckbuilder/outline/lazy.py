"""Lines that Markdown takes for the end of a list item, and that name what stands below them.

They stand at the margin right behind a list, as the line right above it does:

    (1) 우림
    - 비가 많이 온다.
    (2) 사바나
    - 건기와 우기가 있다.

CommonMark calls it a lazy continuation: "(2) 사바나" would be the text of the item above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from deckbuilder.korean import labels, pairs, shapes
from deckbuilder.korean.numbering import clean
from deckbuilder.model import Document, Kind, LabelKind, Node, Text
from deckbuilder.outline import markers

NAMES_A_LIST = (LabelKind.SET, LabelKind.CONTRAST, LabelKind.QUESTION)


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


def _above(before: list[Node], block: Node) -> Text | None:
    """The line of a paragraph right above a list, without a blank line between.

    A mark below others is no heading's: "② …" behind "(1) …" and "① …".
    """
    last = before[-1] if before else None
    if last is None or last.kind != Kind.PARAGRAPH or last.span.last + 1 != block.span.first:
        return None
    styles = [style for style in map(markers.style, last.text) if style]
    return last.text[-1] if last.text and len(set(styles)) < 2 else None


def _parted(block: Node, above: Text | None, document: Document) -> Iterator[Node]:
    items: list[Node] = []
    for number, item in enumerate(block.children):
        follows = number + 1 < len(block.children)
        at = _margin(item, document, _named_alike(block, above, item, follows=follows))
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
        items, above = [], behind[-1]
    if items:
        yield block if len(items) == len(block.children) else _list(block, items)


def _list(block: Node, items: list[Node]) -> Node:
    span = items[0].span.to(items[-1].children[-1].span if items[-1].children else items[-1].span)
    return Node(block.kind, span, start=block.start).beneath(*items)


def _margin(item: Node, document: Document, names: Callable[[Text], bool]) -> int:
    """Which line of an item's first paragraph stands at the margin and names something, or 0."""
    first = item.children[0] if item.children else None
    if first is None or first.kind != Kind.PARAGRAPH or len(first.text) < 2:
        return 0
    margin = _indent(document, item.span.first)
    found = (
        at
        for at, line in enumerate(first.text)
        if at and _indent(document, line.span.first) <= margin and names(line)
    )
    return next(found, 0)


def _indent(document: Document, line: int) -> int:
    raw = document.lines[line - 1]
    return len(raw) - len(raw.lstrip(" \t>"))


def _named_alike(
    block: Node, above: Text | None, item: Node, *, follows: bool
) -> Callable[[Text], bool]:
    """Whether a line names as the line above the list, or the item itself, does."""
    first = next((line for child in item.children for line in child.lines), None)
    paired = first is not None and pairs.split(first) is not None
    style = markers.style(above) if above else None
    bold = above is not None and shapes.is_bold_line(above)
    plain = above is not None and not style and not bold and _names_a_list(above)
    bullets = block.kind == Kind.BULLET_LIST and follows

    def holds(line: Text) -> bool:
        if style and markers.style(line) is style:
            return True
        if bold and shapes.is_bold_line(line):
            return True
        if plain and bullets and _names_a_list(line):
            return True
        return paired and pairs.split(line) is not None

    return holds


def _names_a_list(line: Text) -> bool:
    plain = line.plain
    kind = labels.classify(clean(plain))
    return shapes.is_term(plain) or (kind in NAMES_A_LIST and not shapes.is_ended(plain))
