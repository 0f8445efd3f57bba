"""Formulas between dollar signs: `$x$`, `$$x$$`; shielded from emphasis.

An opening `$` touches its formula and no digit stands around it, so prices stay text. MathJax, by
which sites show formulas, takes `$ x $`, too: so does this, of what is a formula by its signs.
"""

from __future__ import annotations

import re
from itertools import accumulate

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_inline_dollar

from deckbuilder.regular import any_of, expression

# Blanks within the dollar signs; "$a $b" are two variables of a program.
SPACED = expression(r"(?<![\\$])\$(?=[ ]|[^$\n]*[ ]\$)([^$\n가-힣]+)\$(?![A-Za-z\d$])")
# What a formula has, or is.
SIGNS = any_of(
    {
        r" \pi ": r"\\[A-Za-z]",
        " 2x_1 ": r"(?<![A-Za-z]{2})[\^_](?:\{|\w(?!\w))",
        " f(x, y) = 0.5 ": r"^\s+[A-Za-z](?:\([A-Za-z](?:[|,]\s?[A-Za-z])*\))?"
        r"(?:\s?[=<>+-]\s?[\w.]+)?\s+$",
    }
)


def plugin(md: MarkdownIt) -> None:
    """Add the rules `math_inline`, `math_inline_double` and `math_block`."""
    md.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    rule = math_inline_dollar(allow_space=False, allow_digits=False, allow_double=True)

    def formula(state: StateInline, silent: bool) -> bool:
        start = state.pos
        if not at_line_start(state, silent=True):
            return _is_spaced(state, silent)
        torn = _is_torn(state.src[start : state.pos])
        if torn or not silent:
            state.pos = start
        return not torn and (silent or at_line_start(state, silent=False))

    def at_line_start(state: StateInline, silent: bool) -> bool:
        if state.pos > 0:
            return rule(state, silent)
        # mdit-py-plugins 0.7 takes the line's last character for the one before its first
        source = state.src
        state.src = source + " "
        try:
            return rule(state, silent)
        finally:
            state.src = source

    md.inline.ruler.at("math_inline", formula)


def _is_spaced(state: StateInline, silent: bool) -> bool:
    found = SPACED.match(state.src, state.pos, state.posMax)
    if found is None or not SIGNS.search(found[1]):
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content, token.markup = found[1].strip(), "$"
    state.pos = found.end()
    return True


def _is_torn(content: str) -> bool:
    """Whether words stand between two dollar signs, and a bracket closes before it opens.

    "스택 포인터($sp), 프레임 포인터($fp)" names two registers, and has no formula.
    """
    if not re.search(r"[가-힣]", content):
        return False
    depths = accumulate((char == "(") - (char == ")") for char in content)
    return min(depths, default=0) < 0
