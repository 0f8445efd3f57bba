"""The values that the steps hand to each other; all frozen, none knows a step.

A note file becomes a `Document`; its Markdown a tree of `Node`; what a student should learn
from it a sequence of `Unit`; a unit with its identity a `Note`, ready to be packed. What the next
release knows a note by is its `Record` in the `Lock`.
"""

from __future__ import annotations

from deckbuilder.characters import UNSEEN, fault, readable, seen, visible
from deckbuilder.model.drafts import Draft, Part
from deckbuilder.model.extraction import Extraction
from deckbuilder.model.held import Held, Same
from deckbuilder.model.labels import Label, LabelKind
from deckbuilder.model.lock import (
    PROJECT_ID,
    PROJECT_KEY,
    REMEMBERED,
    SAYS,
    Key,
    Lock,
    Record,
    Stamp,
)
from deckbuilder.model.media import (
    FILMS,
    FONTS,
    IMAGES,
    NAME,
    NO_FILES,
    PLAYED,
    REMOTE,
    SOUNDS,
    File,
    Files,
    Media,
    Status,
)
from deckbuilder.model.notes import Note
from deckbuilder.model.once import reckoned_once
from deckbuilder.model.say import ASKED_AS, CALLED, NONE, AskedAs, Choice, Decision, Directive
from deckbuilder.model.settings import TAKES, CardSettings, CheckSettings, Take
from deckbuilder.model.source import Document, Language, Span, composed
from deckbuilder.model.text import Mark, Run, Text
from deckbuilder.model.tiers import ENOUGH, LEAST, Tier, Yield
from deckbuilder.model.tree import DETAILS_LEVEL, LAST_HEADING, LISTS, SILENT, SPOKEN, Kind, Node
from deckbuilder.model.units import (
    Comparison,
    Definition,
    Enumeration,
    LeftOut,
    Member,
    Pin,
    Question,
    Rejected,
    Unit,
)
from deckbuilder.model.value import value

__all__ = [
    "ASKED_AS",
    "CALLED",
    "DETAILS_LEVEL",
    "ENOUGH",
    "FILMS",
    "FONTS",
    "IMAGES",
    "LAST_HEADING",
    "LEAST",
    "LISTS",
    "NAME",
    "NONE",
    "NO_FILES",
    "PLAYED",
    "PROJECT_ID",
    "PROJECT_KEY",
    "REMEMBERED",
    "REMOTE",
    "SAYS",
    "SILENT",
    "SOUNDS",
    "SPOKEN",
    "TAKES",
    "UNSEEN",
    "AskedAs",
    "CardSettings",
    "CheckSettings",
    "Choice",
    "Comparison",
    "Decision",
    "Definition",
    "Directive",
    "Document",
    "Draft",
    "Enumeration",
    "Extraction",
    "File",
    "Files",
    "Held",
    "Key",
    "Kind",
    "Label",
    "LabelKind",
    "Language",
    "LeftOut",
    "Lock",
    "Mark",
    "Media",
    "Member",
    "Node",
    "Note",
    "Part",
    "Pin",
    "Question",
    "Record",
    "Rejected",
    "Run",
    "Same",
    "Span",
    "Stamp",
    "Status",
    "Take",
    "Text",
    "Tier",
    "Unit",
    "Yield",
    "composed",
    "fault",
    "readable",
    "reckoned_once",
    "seen",
    "value",
    "visible",
]
