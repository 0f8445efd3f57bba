"""Subscripts and superscripts as Pandoc writes them: `H~2~O`, `x^2^`.

Korean notes are full of `~` for ranges (3~5개, 월~수~금, A~B~C등급) and of `^` in formulas written
by hand (x^2+y^2, a^b^c) and in faces (^^, ^_^). So both marks touch a Latin letter or a bracket in
front of them, and hold no more than a number or a few small letters.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from deckbuilder.regular import expression

_CONTENT = r"\d+[+-]?|[+-]\d+|[a-z]{1,3}"
SCRIPTS = {
    "~": ("sub", expression(rf"(?<=[A-Za-z)\]])~({_CONTENT})~(?![0-9a-z~])")),
    "^": ("sup", expression(rf"(?<=[A-Za-z0-9)\]~])\^({_CONTENT}|[+-])\^(?![A-Za-z0-9^])")),
}
# A sign alone stands behind an ion's last letter; elsewhere it is a face: "OK^-^".
ION = expression(r"(?:(?<![A-Za-z])(?:[A-Z][a-z]?|OH)|[0-9)\]~])$")
LONGEST_ION = 3


def tokenize(state: StateInline, silent: bool) -> bool:
    """Make `sub_open` or `sup_open` … `_close` around the content."""
    tag, form = SCRIPTS.get(state.src[state.pos], ("", None))
    found = form.match(state.src, state.pos, state.posMax) if form else None
    if not found:
        return False
    before = state.src[max(0, state.pos - LONGEST_ION) : state.pos]
    if found[1] in "+-" and not ION.search(before):
        return False
    if not silent:
        state.push(f"{tag}_open", tag, 1)
        state.push("text", "", 0).content = found[1]
        state.push(f"{tag}_close", tag, -1)
    state.pos = found.end()
    return True


def plugin(md: MarkdownIt) -> None:
    """Read scripts before `~~strikethrough~~`."""
    md.inline.ruler.before("strikethrough", "scripts", tokenize)
