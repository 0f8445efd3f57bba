"""Obsidian's `[[page]]`, `[[page|shown]]`, `[[page#heading]]` and `![[picture.png|300]]`.

`![[page]]` puts another note here; what a reader is told of it is its name.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline.state_inline import StateInline

from deckbuilder.model.media import FILMS, IMAGES, SOUNDS
from deckbuilder.regular import expression

# That of a block, which nobody reads.
ADDRESS = expression(r"#?\^[\w-]+\s*$")
WIKILINK = expression(r"(!?)\[\[([^\[\]|\n]+)(?:\|([^\[\]\n]+))?\]\]")


def tokenize(state: StateInline, silent: bool) -> bool:
    """Make a `wikilink` token, its content what a reader sees; or an `embed` with what is said."""
    found = WIKILINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        mark, page, shown = found.groups()
        embed = mark and _is_media(page)
        token = state.push("embed" if embed else "wikilink", "", 0)
        name = "" if embed else ADDRESS.sub("", page).lstrip("#").replace("#", " › ")
        token.content = (shown or name).strip()
        token.meta = {"page": page.strip()}
    state.pos = found.end()
    return True


def _is_media(page: str) -> bool:
    """Whether the name ends as those of pictures, sounds and films do."""
    extension = page.partition("#")[0].rpartition(".")[2].strip().lower()
    return extension in IMAGES | SOUNDS | FILMS


def plugin(md: MarkdownIt) -> None:
    """Read wiki links before Markdown's own links."""
    md.inline.ruler.before("link", "wikilink", tokenize)
