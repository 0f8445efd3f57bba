"""Formulas as MathML, which browsers set by themselves.

Anki sets them by MathJax, of two megabytes; the shapes differ a little, what is said does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape, unescape
from xml.etree.ElementTree import Element

from latex2mathml.converter import convert_to_element

# MathML Core (w3.org/TR/mathml-core), without what holds HTML or leads anywhere.
ELEMENTS = frozenset(
    """
    math menclose merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow
    ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none
    """.split()
)
ATTRIBUTES = frozenset(
    """
    accent accentunder columnalign columnlines columnspacing columnspan depth display displaystyle
    fence form height largeop linethickness lspace mathcolor mathsize mathvariant maxsize minsize
    movablelimits notation rowlines rowspacing rowspan rspace scriptlevel separator stretchy
    symmetric voffset width
    """.split()
)


@lru_cache(maxsize=1 << 12)  # a formula is on both sides of a card
def mathml(source: str, *, block: bool) -> str | None:
    """A formula as MathML.

    Args:
        source: the formula in LaTeX, as plain text.
        block: whether it stands by itself.

    Returns:
        HTML; None for what the library cannot read.
    """
    try:
        found = convert_to_element(source, display="block" if block else "inline")
        return "".join(_written(found))
    except Exception:  # its errors have no common base, and it may nest too deeply
        return None


def _written(element: Element) -> Iterator[str]:
    """An element as HTML has it: the library's text holds entities, and may hold anything."""
    name = element.tag if element.tag in ELEMENTS else "mrow"
    kept = (
        f' {key}="{escape(unescape(value))}"'
        for key, value in element.attrib.items()
        if key in ATTRIBUTES
    )
    yield f"<{name}{''.join(kept)}>{escape(unescape(element.text or ''))}"
    for child in element:
        yield from _written(child)
        yield escape(unescape(child.tail or ""))
    yield f"</{name}>"
