"""A note file as it was read, ready to become notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from deckbuilder.model import Document, Extraction, Kind, Media, Node
from deckbuilder.notes.subject import subject


@dataclass(frozen=True, kw_only=True)
class Reading(Extraction):
    """A note file with its tree, what was found in it and what was left out."""

    document: Document
    root: Node
    footnotes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """What each footnote says, by its label."""
    media: Mapping[str, Media] = field(default_factory=dict)
    """The files that its cards show, by their addresses in the note."""

    @cached_property
    def title(self) -> str:
        """What its front matter says, else its only heading of level 1, else the file's name.

        Empty where that is the name of the folder that all notes are in.
        """
        return self.document.title or self._heading or self.document.called

    @cached_property
    def subject(self) -> str:
        """What its cards say that it is about."""
        return subject(self.document, self._heading)

    @cached_property
    def _heading(self) -> str:
        """Its only heading of level 1."""
        tops = [node for node in self.root.children if node.kind == Kind.SECTION]
        first = [node.label.name for node in tops if node.level == 1 and node.label]
        return first[0] if len(first) == 1 else ""
