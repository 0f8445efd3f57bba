"""Footnotes: `[^1]` in the text, `[^1]: …` for what it says; `^[…]` for both.

`[^abc]: …` also tells of a regular expression: a label that is no number is a footnote's only where
the note refers to it. So does `^[가-힣]+$`: in `^[…]` stands a word of two letters at least.
"""

from __future__ import annotations

import re
from collections.abc import MutableMapping
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

from deckbuilder.regular import expression

WITHIN = expression(
    r"\^\[(?P<said>(?:[^\[\]]|(?<!\^)\[[^\[\]]*\](?:\([^()\s]*\))?)+)\](?![+*?{$])", re.ASCII
)
WORD = expression(r"[가-힣]{2}|[A-Za-z]{2}")
DEFINITION = expression(r"\[\^([^\]\s]+)\]:")


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The plugin's own rule, for labels that are referred to."""
    found = DEFINITION.match(state.src, state.bMarks[start] + state.tShift[start])
    if not found or not (found[1].isdigit() or _is_referred_to(state.src, found[1])):
        return False
    return footnote_def(state, start, end, silent)


def _is_referred_to(source: str, label: str) -> bool:
    return bool(re.search(rf"{re.escape(f'[^{label}]')}(?!:)", source))


def within(state: StateInline, silent: bool) -> bool:
    """Make a `footnote_ref` of `^[…]`, with a label of its own; its children are what it says."""
    found = WITHIN.match(state.src, state.pos, state.posMax)
    if not found or not WORD.search(found["said"]):
        return False
    if not silent:
        token = state.push("footnote_ref", "", 0)
        token.meta = {"label": _next_label(state.env)}
        token.content, token.children = found["said"], []
        state.md.inline.parse(token.content, state.md, state.env, token.children)
    state.pos = found.end()
    return True


def _next_label(env: MutableMapping[str, Any]) -> str:
    """A label that is shown as `*`: with a number, another footnote would change many cards."""
    env["footnotes_within"] = env.get("footnotes_within", 0) + 1
    return f"*{env['footnotes_within']}"


def plugin(md: MarkdownIt) -> None:
    """Read footnotes; the definitions stay where they are."""
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.inline.ruler.before("link", "footnote_within", within)
    md.block.ruler.at("footnote_def", definition, {"alt": ["paragraph", "reference"]})
