"""Formulas between dollar signs: `$x$`, `$$x$$`; shielded from emphasis.

An opening `$` touches its formula and no digit stands around it, so prices stay text.
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_inline_dollar


def plugin(md: MarkdownIt) -> None:
    """Add the rules `math_inline`, `math_inline_double` and `math_block`."""
    md.use(dollarmath_plugin, allow_space=False, allow_digits=False, double_inline=True)
    rule = math_inline_dollar(allow_space=False, allow_digits=False, allow_double=True)

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

    md.inline.ruler.at("math_inline", at_line_start)
