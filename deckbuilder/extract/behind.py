"""What stands right behind a paragraph and belongs to it."""

from __future__ import annotations

from itertools import islice

from deckbuilder.extract import bodies
from deckbuilder.extract.place import Place
from deckbuilder.korean import lines
from deckbuilder.model import Kind, Node


def led_to(place: Place) -> tuple[Node, ...]:
    """The formula, the list or the table that stands right behind a paragraph."""
    below = next(place.behind, None)
    shows = below is not None and (below.is_list or below.kind == Kind.TABLE or _is_formula(below))
    return (below,) if below is not None and shows and bodies.fits([place.node, below]) else ()


def formula(place: Place) -> Node | None:
    """The formula that stands right behind a paragraph: it says the same in signs.

    Of another sentence, "$$…$$ 이므로 …", it is the beginning.
    """
    if place.node.kind != Kind.PARAGRAPH:
        return None
    below, after = (*islice(place.behind, 2), None, None)[:2]
    if below is None or not _is_formula(below) or not bodies.fits([place.node, below]):
        return None
    return None if after and lines.begins_within(after.plain) else below


def _is_formula(block: Node) -> bool:
    runs = [run for line in block.lines for run in line.runs if run.text.strip()]
    return bool(runs) and all(run.has("math") for run in runs)
