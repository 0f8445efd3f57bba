"""Toggles put together: what stands between the beginning of one and its end, below its title.

<details><summary>제목</summary> … </details>, and boxes of a site, which are always open.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuilder.model import DETAILS_LEVEL, Kind, Node
from deckbuilder.outline import html

Blocks = Iterator["Node | html.Piece"]
Nodes = tuple[Node, ...]


def closed(blocks: Blocks) -> Nodes:
    """Put what stands between `<details>` and `</details>` below its summary."""
    found: list[Node] = []
    for block in blocks:
        if isinstance(block, html.Piece) and block.kind == "open":
            found += _opened(block, blocks)
        elif node := _node(block):
            found.append(node)
    return tuple(found)


# Deeper toggles than anybody nests are read as one.
MOST_NESTED = 40


def _opened(opening: html.Piece, blocks: Blocks, depth: int = 1) -> Nodes:
    """A toggle; or what stands in it, where it has no title to be opened by."""
    toggle = _toggle(opening, blocks, depth)
    return (toggle,) if toggle.text else toggle.children


def _toggle(opening: html.Piece, blocks: Blocks, depth: int) -> Node:
    """A toggle with all up to its end; one that is never closed ends with its container."""
    section = Node(Kind.SECTION, opening.span, level=DETAILS_LEVEL)
    for block in blocks:
        match block:
            case html.Piece("open") if depth < MOST_NESTED:
                section = section.beneath(*_opened(block, blocks, depth + 1))
            case html.Piece("close", span):
                return replace(section, span=section.span.to(span))
            case html.Piece("summary", span, text) if text and not section.text:
                section = replace(section, text=(text,), span=section.span.to(span))
            case _:
                node = _node(block)
                section = section.beneath(node) if node else section
    return section


def _node(block: Node | html.Piece) -> Node | None:
    """A block that is no toggle as a node."""
    match block:
        case Node():
            return block
        case html.Piece("comment", span):
            return Node(Kind.COMMENT, span)
        case html.Piece(_, span, text) if text is not None:
            return Node(Kind.PARAGRAPH, span, (text,))
        case _:
            return None
