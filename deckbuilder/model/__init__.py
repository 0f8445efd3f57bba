"""The values that the steps hand to each other; all frozen, none knows a step.

A note file becomes a `Document`; its Markdown a tree of `Node`; what a student should learn
from it a sequence of `Unit`; a unit with its identity a `Note`, ready to be packed.
"""

from __future__ import annotations

from deckbuilder.model.media import FILMS, FONTS, IMAGES, NAME, REMOTE, SOUNDS, Media
from deckbuilder.model.settings import CardSettings
from deckbuilder.model.source import Document, Span, composed
from deckbuilder.model.text import Mark, Run, Text
from deckbuilder.model.tree import DETAILS_LEVEL, Kind, Label, LabelKind, Node
from deckbuilder.model.units import (
    Comparison,
    Definition,
    Enumeration,
    LeftOut,
    Member,
    Note,
    Question,
    Unit,
)

__all__ = [
    "DETAILS_LEVEL",
    "FILMS",
    "FONTS",
    "IMAGES",
    "NAME",
    "REMOTE",
    "SOUNDS",
    "CardSettings",
    "Comparison",
    "Definition",
    "Document",
    "Enumeration",
    "Kind",
    "Label",
    "LabelKind",
    "LeftOut",
    "Mark",
    "Media",
    "Member",
    "Node",
    "Note",
    "Question",
    "Run",
    "Span",
    "Text",
    "Unit",
    "composed",
]
