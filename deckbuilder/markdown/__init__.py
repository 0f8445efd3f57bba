"""The one markdown-it-py set-up of the project: CommonMark, tables, and what Korean notes need."""

from __future__ import annotations

from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from deckbuilder.markdown import (
    address,
    beginnings,
    boxes,
    comments,
    components,
    depth,
    emphasis,
    footnote,
    highlight,
    html,
    kramdown,
    latex,
    math,
    plain,
    scripts,
    shortcode,
    templates,
    vault,
    wikilink,
)
from deckbuilder.markdown.tree import SyntaxTreeNode, every, tree

__all__ = ["SyntaxTreeNode", "every", "parse"]

PLUGINS = (
    deflist_plugin,
    plain.plugin,
    html.plugin,
    beginnings.plugin,
    boxes.plugin,
    comments.plugin,
    templates.plugin,
    components.plugin,
    kramdown.plugin,
    vault.plugin,
    math.plugin,
    latex.plugin,
    scripts.plugin,
    emphasis.plugin,
    highlight.plugin,
    shortcode.plugin,
    wikilink.plugin,
    address.plugin,
    footnote.plugin,
    depth.plugin,  # behind all that pair marks
)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    for plugin in PLUGINS:
        parser.use(plugin)
    return parser


def parse(source: str) -> tuple[SyntaxTreeNode, list[tuple[int, int]]]:
    """Parse Markdown.

    Args:
        source: the note's text, LF line ends.

    Returns:
        the syntax tree, and the lines (0-based, end exclusive) of the link reference
        definitions, which CommonMark takes out of the tree.
    """
    env: dict[str, Any] = {}
    # markdown-it-py 4.3 reads past the end of some notes that do not end in a line end
    tokens = _parser().parse(source + "\n", env)
    known = [*env.get("references", {}).values(), *env.get("duplicate_refs", [])]
    return tree(tokens), [(ref["map"][0], ref["map"][1]) for ref in known]
