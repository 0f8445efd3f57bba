"""Obsidian's `[[page]]`, `[[page|shown]]`, `[[page#heading]]` and `![[picture.png]]`."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

WIKILINK = re.compile(r"(!?)\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")


def tokenize(state: StateInline, silent: bool) -> bool:
    """Make a `wikilink` or `embed` token; its content is what a reader sees."""
    found = WIKILINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        embed, page, shown = found.groups()
        token = state.push("embed" if embed else "wikilink", "", 0)
        token.content = (shown or page.lstrip("#").replace("#", " › ")).strip()
        token.meta = {"page": page.strip()}
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read wiki links before Markdown's own links."""
    md.inline.ruler.before("link", "wikilink", tokenize)
