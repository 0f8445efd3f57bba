"""The syntax tree: what the tokens open and hold, a node each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token


class SyntaxTreeNode:
    """A block, or a piece of a line.

    markdown-it's own takes four times as long to make: it goes through the tokens once for each
    level, and asks two of them whenever it is asked what it is. No node knows what it is beneath:
    that would be a cycle, which only the garbage collector finds.
    """

    __slots__ = ("attrs", "children", "content", "info", "map", "markup", "meta", "tag", "type")

    def __init__(self, token: Token) -> None:
        """A node of what a token opens or is, without what it holds."""
        self.type = token.type.removesuffix("_open") if token.nesting else token.type
        self.tag = token.tag
        self.attrs = token.attrs
        self.map = token.map
        self.content = token.content
        self.info = token.info
        self.markup = token.markup
        self.meta = token.meta
        self.children: list[SyntaxTreeNode] = []

    def hold(self, tokens: Sequence[Token]) -> None:
        """Put what tokens stand for below this node."""
        open_ = [self]
        for token in tokens:
            if token.nesting < 0:
                open_.pop()
                continue
            node = SyntaxTreeNode(token)
            open_[-1].children.append(node)
            if token.nesting:
                open_.append(node)
            elif token.children:
                node.hold(token.children)


def tree(tokens: Sequence[Token]) -> SyntaxTreeNode:
    """The tree of a note, its root a node of no kind that Markdown knows."""
    root = SyntaxTreeNode(Token("root", "", 0))
    root.hold(tokens)
    return root


def every(tree: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    """A node and all below it, in the order of the note."""
    left = [tree]
    while left:  # no generator for each level
        node = left.pop()
        yield node
        left += reversed(node.children)
