"""What a note tells of each of several things in turn is no thing, but part of their text.

It turns

    - 참새
        - 크기 : 손바닥만 하다.
        - 먹이 : 씨앗과 벌레
    - 까치
        - 크기 : 팔뚝만 하다.
        - 먹이 : 무엇이나

into two things with two plain lines each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from deckbuilder.korean import classes
from deckbuilder.model import Kind, LabelKind, Node, Run, Text

# So many names have to be shared; one alone may be a term that is said twice, unless it is known
# to name an attribute, and so many things are told of it.
FEWEST, OFTEN = 2, 3


def fold(root: Node) -> Node:
    """The tree with the attributes that several things share as plain lines."""
    shared = frozenset(name for node in root.walk() for name in _shared(node))
    return _folded(root, shared) if shared else root


def _shared(node: Node) -> Iterator[str]:
    """The names that things beneath a node are told of: enough names, or of enough things."""
    if not node.children:
        return
    every = [name for thing in _blocks(node) for name in set(_told(thing))]
    if len(every) < 2:
        return  # as most blocks tell nothing in turn
    told = Counter(every)
    names = [name for name, count in told.items() if count > 1]
    if len(names) >= FEWEST or any(
        told[name] >= OFTEN and classes.is_attribute(name) for name in names
    ):
        yield from names


def _blocks(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield from child.children if child.is_list else (child,)


def _told(thing: Node) -> tuple[str, ...]:
    """The names in which one line each says something, right beneath a thing."""
    if thing.label is None or not thing.label.kind.implies.lends:
        return ()
    return tuple(block.label.name for block in _blocks(thing) if block.label and _is_line(block))


def _is_line(node: Node) -> bool:
    """Whether a block is a term with its text on one line, and nothing else."""
    return (
        node.kind in (Kind.ITEM, Kind.PARAGRAPH)
        and node.label is not None
        and (node.label.kind == LabelKind.TERM or classes.is_attribute(node.label.name))
        and len(node.text) == 1
        and not node.children
    )


def _folded(node: Node, shared: frozenset[str], names: frozenset[str] = frozenset()) -> Node:
    """The node with its attributes as lines; `names` are those of the labelled node above."""
    if not node.children:
        return node
    if node.label:
        names = frozenset(_told(node)) & shared
    children = tuple(
        _plain(child)
        if child.label and child.label.name in names and _is_line(child)
        else _folded(child, shared, names if child.is_list else frozenset())
        for child in node.children
    )
    return node if children == node.children else replace(node, children=children)


def _plain(node: Node) -> Node:
    """The label and the text as one line."""
    name, text = node.lines
    line = Text((*name.runs, Run(": "), *text.runs), name.span.to(text.span))
    return replace(node, label=None, text=(line,))
