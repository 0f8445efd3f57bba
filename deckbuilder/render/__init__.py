"""What a note says, as HTML for a field of Anki: marked text, blocks, tables; sanitised."""

from __future__ import annotations

from deckbuilder.render.blocks import blocks, footnotes, is_folded
from deckbuilder.render.inline import inline, plain
from deckbuilder.render.names import BETWEEN, Line, line, name
from deckbuilder.render.sanitise import sanitise, sanitise_source
from deckbuilder.render.tables import described, table

__all__ = [
    "BETWEEN",
    "Line",
    "blocks",
    "described",
    "footnotes",
    "inline",
    "is_folded",
    "line",
    "name",
    "plain",
    "sanitise",
    "sanitise_source",
    "table",
]
