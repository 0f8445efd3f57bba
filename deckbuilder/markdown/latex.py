r"""Formulas between LaTeX's own marks, shielded from emphasis and escapes.

It takes:

    \(x_1\)는 변수이다.        \[ E = mc^2 \]

    \[
    a + b
    \]
    \begin{align} a &= b \\ c &= d \end{align}

For Markdown `\(` and `\[` are escaped brackets, and many programs write them so: "\[참고\]",
"\(1\) 첫째", "a\[i\]". A pair around words, or behind a letter, stays text; so does the other
name of the word in front of it, as GitBook escapes it: "신경망\(RNN\)", "Neural Network \(RNN\)".
"""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from deckbuilder.regular import any_of, expression

_INNER = r"(?:[^\\]|\\[^()\[\]])+"
INLINE = any_of(
    {
        r"\(x_1\)": rf"(?<![A-Za-z0-9])\\\((?P<inline>{_INNER})\\\)",
        r"\[x_1\]": rf"(?<![A-Za-z0-9])\\\[(?P<shown>{_INNER})\\\](?!\()",
    }
)
# Only formulas hold them.
SIGNS = any_of(
    {
        r"\pi": r"\\[A-Za-z]",
        "a = b": r"[=^]",
        "ab_{12}": r"_\{",
        "2x_1": r"(?<![A-Za-z])[A-Za-z]_[A-Za-z0-9]",
    }
)
# Formulas hold them, but so do names: C++, user_id.
OPERATORS = expression(r"[_+*/<>]")
WORDS = expression(r"[가-힣]|[A-Za-z]{4}")
GLOSS = expression(r"[A-Za-z0-9][\w .,&/-]*[A-Za-z0-9]")
GLOSSED = expression(r"[가-힣]$|[A-Za-z]{2} $")


def _is_formula(content: str, *, shown: bool, first: bool) -> bool:
    """Whether a pair of marks holds a formula; `first` says that it begins a line."""
    if SIGNS.search(content):
        return True
    if not content.strip() or WORDS.search(content):
        return False
    if shown:
        spaced = content[0].isspace() and content[-1].isspace()
        return spaced or bool(OPERATORS.search(content))
    return not (first and content.isdigit())


def inline(state: StateInline, silent: bool) -> bool:
    r"""Make `math_inline` of `\(…\)` and `math_inline_double` of `\[…\]`."""
    found = INLINE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    shown = found["inline"] is None
    content = found["shown"] if shown else found["inline"]
    before = state.src[max(0, state.pos - 3) : state.pos]
    if not _is_formula(content, shown=shown, first=before[-1:] in ("", "\n")):
        return False
    if not shown and GLOSS.fullmatch(content) and GLOSSED.search(before):
        return False
    if not silent:
        token = state.push("math_inline_double" if shown else "math_inline", "math", 0)
        token.content = " ".join(content.split())
        token.markup = "$$" if shown else "$"
    state.pos = found.end()
    return True


ENVIRONMENTS = (
    "equation multline gather align alignat flalign eqnarray split aligned gathered cases array "
    "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix"
).split()
OPENING = expression(rf"\\\[|\\begin\{{(?P<name>(?:{'|'.join(ENVIRONMENTS)})\*?)\}}")


def block(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    r"""Make a `math_block` of `\[…\]` and of environments that stand on lines of their own."""
    if state.is_code_block(start):
        return False
    opening = OPENING.match(state.src, state.bMarks[start] + state.tShift[start])
    if not opening:
        return False
    name = opening["name"]
    closing = rf"\end{{{name}}}" if name else r"\]"
    last = _last_line(state, start, end, opening[0], closing)
    if last is None:
        return False
    content = state.getLines(start, last + 1, state.blkIndent, False).strip(" \t\n.,")
    if not name:
        content = content.removeprefix(r"\[").removesuffix(r"\]")
        if not _is_formula(content, shown=True, first=True):
            return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.block = True
        token.content = content
        token.markup = "$$"
        token.map = [start, last + 1]
        state.line = last + 1
    return True


def _last_line(state: StateBlock, start: int, end: int, opening: str, closing: str) -> int | None:
    """The line that ends in the closing mark; no blank line and no other opening before it."""
    for line in range(start, end):
        if line > start and (state.isEmpty(line) or state.sCount[line] < state.blkIndent):
            return None
        text = state.src[state.bMarks[line] : state.eMarks[line]]
        if closing in text:
            return line if text.rstrip(" \t.,").endswith(closing) else None
        if line > start and opening in text:
            return None
    return None


def plugin(md: MarkdownIt) -> None:
    """Read formulas before Markdown's escapes, and blocks of them before fences."""
    md.inline.ruler.before("escape", "latex_inline", inline)
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", "latex_block", block, {"alt": interrupts})
