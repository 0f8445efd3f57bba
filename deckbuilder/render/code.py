"""Code with its syntax marked up as classes; `notetypes/code.css` gives them colours."""

from __future__ import annotations

from functools import cache, lru_cache

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.util import ClassNotFound

PREFIX = "hl-"
"""Begins the classes' names, so that they meet none of ours."""


@lru_cache(maxsize=1 << 8)  # for speed only: several cards of a note show it
def code(source: str, language: str) -> str:
    """A code block as HTML.

    Args:
        source: the code.
        language: as the note calls it, or an empty string; an unknown one is shown plainly.
    """
    ended = f"{source}\n"  # a comment of C ends with its line
    return f"<pre><code>{highlight(ended, _lexer(language), _formatter()).rstrip()}</code></pre>"


@cache
def _formatter() -> HtmlFormatter[str]:
    return HtmlFormatter(nowrap=True, classprefix=PREFIX)


@cache
def _lexer(language: str) -> Lexer:
    try:
        return get_lexer_by_name(language.lower(), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return TextLexer(stripnl=False, ensurenl=False)
