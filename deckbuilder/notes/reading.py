"""A note file as it was read, ready to become notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from deckbuilder.model import Directive, Document, Kind, LeftOut, Media, Node, Pin, Rejected, Unit
from deckbuilder.notes.subject import subject


@dataclass(frozen=True)
class Reading:
    """A note file with its tree, what was found in it and what was left out."""

    document: Document
    root: Node
    units: tuple[Unit, ...]
    left_out: tuple[LeftOut, ...]
    footnotes: Mapping[str, tuple[Node, ...]] = field(default_factory=dict)
    """What each footnote says, by its label."""
    media: Mapping[str, Media] = field(default_factory=dict)
    """The files that its cards show, by their addresses in the note."""
    pins: tuple[Pin, ...] = ()
    """The ids that its author gave by hand."""
    offered: tuple[Unit, ...] = ()
    """What could be asked as well, and is not, as its tier is not taken."""
    rejected: tuple[Rejected, ...] = ()
    """What was found and is neither, each with the unit that stands in its way."""
    directives: tuple[Directive, ...] = ()
    """What its author says of how it is read, in its comments."""
    vain: frozenset[int] = frozenset()
    """The decisions (their positions) that name a kind that cannot be."""
    kinds: tuple[tuple[str, ...], ...] = ()
    """Of each proposal the other kinds that it can be asked as, where that was asked for."""

    @property
    def proposals(self) -> tuple[Unit, ...]:
        """All that was found: made, offered, neither; a decision names one by its position."""
        return (*self.units, *self.offered, *(one.unit for one in self.rejected))

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
