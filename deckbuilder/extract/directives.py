"""What an author says of how a note is read: `<!-- deckbuilder: … -->`.

It takes, several behind each other too:

    <!-- deckbuilder: skip -->              nothing in the block becomes a card
    <!-- deckbuilder: kind=list -->         it is asked as this kind; with `none`, not at all
    <!-- deckbuilder: ignore long-list -->  what the linter says of it is as it should be
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from deckbuilder.extract.comments import Comment, comments
from deckbuilder.model import SILENT, Directive, Document, Kind, Node
from deckbuilder.model.say import IGNORE, KIND, KINDS, SKIP, WORDS


def directives(root: Node, document: Document) -> tuple[Directive, ...]:
    """What the author of a note says of its reading, in the order of the note.

    Args:
        root: the note's tree.
        document: the note.
    """
    found = [one for one in comments(root, document) if one.name == "deckbuilder"]
    if not found:
        return ()
    blocks = _Blocks(root)
    return tuple(
        directive
        for comment in found
        for directive in _of(comment, blocks.beside(comment), document)
    )


def _of(comment: Comment, block: Node | None, document: Document) -> Iterator[Directive]:
    here = document.span(comment.number, comment.number)
    lines = block.span if block else None
    asked = block.own_span or block.span if block else None
    for word, value in _said(comment.said):
        if word == KIND and value not in KINDS:
            yield Directive(word, value, here, lines, asked, "kind")
        elif word == IGNORE and not value:
            yield Directive(word, value, here, lines, asked, "code")
        elif word not in WORDS or (word == SKIP and value):
            yield Directive(word, value, here, lines, asked, "word")
        else:
            yield Directive(word, value, here, lines, asked, "" if lines else "place")


def _said(said: str) -> Iterator[tuple[str, str]]:
    """The words of a comment, each with its value: skip; kind=list; ignore A, B."""
    ignoring = codes = False
    for piece in re.sub(r"\s*=\s*", "=", said.lower()).replace(",", " ").split():
        word, equals, value = piece.partition("=")
        if ignoring and not equals and word not in WORDS:
            codes = True
            yield IGNORE, word
            continue
        if ignoring and not codes:
            yield IGNORE, ""
        ignoring, codes = word == IGNORE and not equals, False
        if not ignoring:
            yield word, value
    if (ignoring and not codes) or not said:
        yield (IGNORE if ignoring else ""), ""


class _Blocks:
    """The blocks of a note by their lines."""

    def __init__(self, root: Node) -> None:
        self.begun: dict[int, Node] = {}
        """By its first line the whole of what begins there, as a list or a table."""
        self.own: dict[int, Node] = {}
        """By each of its own lines the innermost block; by those of a table's head the table."""
        self.listed: set[int] = set()
        """The lines of lists."""
        for node in root.walk():
            if node.kind in (Kind.DOCUMENT, Kind.COMMENT):
                continue
            self.begun.setdefault(node.span.first, node)
            self.listed.update(node.span.lines if node.is_list and node.children else ())
            for line in node.own_span.lines if node.own_span else ():
                if node.kind not in SILENT or line not in self.own:
                    self.own[line] = node
        for table in root.walk():
            if table.kind == Kind.TABLE and table.children:
                self.own |= dict.fromkeys(table.children[0].span.lines, table)

    def beside(self, comment: Comment) -> Node | None:
        """The block that a comment speaks of.

        At the end of a line it is the line's: an item, a row, a paragraph, a heading with all that
        stands below it.
        """
        line, *_ = comment.beside or (0,)
        if not comment.alone:
            return self.own.get(line)
        if line < comment.number and not comment.headed:
            return None
        begun = self.begun.get(line) or self.own.get(line)
        if begun and begun.is_list and comment.number - 1 in self.listed:
            return begun.children[0]  # between two items it is the next one's
        return begun


def skipped(found: tuple[Directive, ...]) -> frozenset[int]:
    """The lines of what is to be skipped."""
    spans = (one.lines for one in found if one.word == SKIP and not one.wrong)
    return frozenset(line for span in spans if span for line in span.lines)


def without(node: Node, lines: frozenset[int]) -> Node:
    """The tree without the blocks on these lines."""
    if not lines:
        return node
    kept = tuple(
        without(child, lines) for child in node.children if not lines.issuperset(child.span.lines)
    )
    return node if kept == node.children else replace(node, children=kept)
