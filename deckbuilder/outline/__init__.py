"""A note's Markdown to ONE kind of thing: blocks with a label and what is said beneath it.

Markdown ──blocks──> flat blocks ──nesting──> nested blocks ──entries──> labelled nodes

Before, `fences` opens a note that stands in code fences, and `indents` moves prose to the left
that would be indented code; at the end, `properties` names those of a page, and `contents` lets
nothing that teaches stand beneath sources and contents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from deckbuilder.markdown import SyntaxTreeNode, every, parse
from deckbuilder.model import Document, Kind, Node
from deckbuilder.outline import blocks, contents, entries, fences, indents, nesting, properties
from deckbuilder.regular import expression

__all__ = ["Outline", "outline", "prepared"]

Lines = tuple[tuple[int, int], ...]


class Outline(NamedTuple):
    """A note as a tree of labelled nodes, and what stands in no node of it.

    Lines are 1-based and inclusive.
    """

    root: Node
    """The node of the whole document."""
    references: Lines
    """The lines of link reference definitions."""
    footnotes: Mapping[str, tuple[Node, ...]]
    """What each footnote says, by its label."""
    footnote_lines: Lines
    tags: tuple[str, ...] = ()
    """Those in its text, each once, `::` between their levels."""


def outline(document: Document) -> Outline:
    """Read a note as a tree of labelled nodes."""
    source, tree, references = prepared(document.source)
    document = replace(document, source=source)
    whole = document.span(1, len(document.lines))
    labelled = contents.judge(properties.judge(_labelled(blocks.read(tree, document))))
    root = Node(Kind.DOCUMENT, whole, children=labelled)
    found = tuple(blocks.footnotes(tree, document))
    footnotes: dict[str, tuple[Node, ...]] = {}
    for label, _, said in found:  # whoever uses a label twice means both
        footnotes[label] = (*footnotes.get(label, ()), *_labelled(said))
    if "^[" in source:  # as in few notes; the whole tree is looked through
        footnotes |= blocks.footnotes_within(tree, document)
    return Outline(
        root,
        tuple((first + 1, end) for first, end in references),
        footnotes,
        tuple((span.first, span.last) for _, span, _ in found),
        tuple(dict.fromkeys(_tags(tree))) if HAS_TAG.search(source) else (),
    )


HAS_TAG = expression(r"#[^#\s]")  # no heading's mark


def _tags(tree: SyntaxTreeNode) -> Iterator[str]:
    return (node.meta["name"].replace("/", "::") for node in every(tree) if node.type == "tag")


def prepared(source: str) -> tuple[str, SyntaxTreeNode, list[tuple[int, int]]]:
    """A note's source, its prose moved out of code, and what Markdown makes of it.

    Returns:
        the source, its syntax tree, and the lines of its link reference definitions.
    """
    source = fences.opened(source)
    tree, references = parse(source)
    for _ in range(indents.DEEPEST):
        moved = indents.moved(source, tree)
        if moved == source:
            break
        source = moved
        tree, references = parse(source)
    return source, tree, references


def _labelled(flat: tuple[Node, ...]) -> tuple[Node, ...]:
    return entries.label_all(nesting.nest(flat))
