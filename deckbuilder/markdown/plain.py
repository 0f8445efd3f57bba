"""Lines without a character that markdown-it stops at: all of such a line is its text.

More than half of a note's are so, and take markdown-it as long as others do.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token


def inline(state: StateCore) -> None:
    """markdown-it's own rule, which reads the lines of all blocks, without reading those."""
    parser = state.md.inline
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        if parser.terminator_re.search(token.content):
            parser.parse(token.content, state.md, state.env, token.children)
        elif token.content:
            token.children.append(Token("text", "", 0, content=token.content))


def plugin(md: MarkdownIt) -> None:
    """Put the rule in the place of markdown-it's own."""
    md.core.ruler.at("inline", inline)
