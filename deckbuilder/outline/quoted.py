"""A quote at the margin right below a name, in which the name is told.

    - 돛대
    > 돛을 달려고 세운 기둥

    - 키(방향을 잡는 판)
    > 배가 가는 쪽을 바꾼다.

Markdown sees a list of one item, and a quote behind it.
"""

from __future__ import annotations

from dataclasses import replace

from deckbuilder.korean import pairs, shapes
from deckbuilder.model import Document, Kind, Node
from deckbuilder.regular import expression

MARGIN = expression(r"[\s>]*")


def adopted(blocks: tuple[Node, ...], document: Document) -> tuple[Node, ...]:
    """Sibling blocks, each quote that tells what the item right above it names beneath that.

    Args:
        blocks: what stands directly below a block, in order.
        document: the note.
    """
    out: list[Node] = []
    telling = False
    for block in blocks:
        above = out[-1] if out else None
        telling = (
            above is not None
            and (telling or _is_name(above))
            and block.kind != Kind.SECTION
            and _is_quoted_below(above, block, document)
        )
        if above and telling:
            (item,) = above.children
            out[-1] = replace(above, children=()).beneath(item.beneath(block))
        else:
            out.append(block)
    return tuple(out)


def _is_name(block: Node) -> bool:
    """Whether a block is a list of nothing but a name."""
    match block.children:
        case (Node(children=(Node(Kind.PARAGRAPH, text=(line,)),)),) if block.is_list:
            announced = shapes.announces(line.plain) or pairs.split(line)
            return shapes.is_name(line.plain) and not announced
    return False


def _is_quoted_below(above: Node, block: Node, document: Document) -> bool:
    """Whether a block stands in a quote that begins right below another one."""
    depth = _depth(above.span.first, document)
    between = range(above.span.last + 1, block.span.first + 1)
    return bool(between) and all(_depth(line, document) > depth for line in between)


def _depth(line: int, document: Document) -> int:
    """How many quotes a line of the note stands in."""
    begins = MARGIN.match(document.lines[line - 1])
    return begins[0].count(">") if begins else 0
