"""A note's Markdown to ONE kind of thing: blocks with a label and what is said beneath it.

Markdown ──blocks──> flat blocks ──nesting──> nested blocks ──entries──> labelled nodes
"""

from __future__ import annotations

from deckbuilder.markdown import parse
from deckbuilder.model import Document, Kind, Node
from deckbuilder.outline import blocks, entries, nesting

__all__ = ["outline"]


def outline(document: Document) -> tuple[Node, tuple[tuple[int, int], ...]]:
    """Read a note as a tree of labelled nodes.

    Args:
        document: the note.

    Returns:
        the node of the whole document, and the lines (1-based, inclusive) of link reference
        definitions, which stand in no node.
    """
    tree, references = parse(document.source)
    nested = nesting.nest(blocks.read(tree, document))
    whole = document.span(1, len(document.lines))
    root = Node(Kind.DOCUMENT, whole, children=entries.label_all(nested))
    return root, tuple((first + 1, end) for first, end in references)
