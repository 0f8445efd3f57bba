"""What a note says of a thing itself, and not of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckbuilder.extract import bodies, parts
from deckbuilder.model import Kind, Member, Node


def own(node: Node) -> tuple[Node, ...]:
    """The body of a definition: own lines, paragraphs and plain lists, no labelled parts.

    Behind labelled parts a paragraph speaks of them, and no more of the node.
    """
    plain = (*bodies.own_text(node), *_plain_children(node))
    return plain or _aspects(node)


def compared(node: Node) -> Member:
    """A node as a member of a comparison: what its parts say is asked there."""
    return replace(parts.member(node), body=own(node) or bodies.beneath(node))


def _aspects(node: Node) -> tuple[Node, ...]:
    """Short lines "장점: …", "단점: …", where nothing else is said of a node."""
    entries = parts.entries(node)
    short = all(
        entry.label and entry.label.relative and entry.text and not entry.children
        for entry in entries
    )
    return tuple(node.children) if len(entries) > 1 and short else ()


def _plain_children(node: Node) -> Iterator[Node]:
    for child in bodies.children(node):
        if child.kind == Kind.SECTION and parts.is_asked(child):
            return
        if child.is_list:
            items = tuple(_plain_items(child))
            if items:
                span = items[0].span.to(items[-1].span)
                yield replace(child, span=span, children=items)
            if 2 * len(items) < len(child.children):
                return
        elif child.kind in (Kind.SECTION, Kind.TABLE):
            continue
        elif not parts.is_asked(child) or _same_name(child, node):
            yield child


def _same_name(child: Node, node: Node) -> bool:
    """Whether a line says one more thing of the node itself: "속력 : 거리 / 시간" below "속력"."""
    return bool(child.label and node.label and child.label.name == node.label.name)


def _plain_items(node: Node) -> Iterator[Node]:
    """A list's items without labels; behind the first label only where labels are few."""
    labelled = sum(parts.is_asked(item) for item in node.children)
    if parts.is_set(node):
        return
    for item in node.children:
        if not parts.is_asked(item):
            yield item
        elif 2 * labelled >= len(node.children):
            return
