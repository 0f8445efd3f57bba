"""The notes of a deck, as Anki knows them."""

from __future__ import annotations

from deckbuilder.model.lock import Record
from deckbuilder.model.source import Span
from deckbuilder.model.value import value


@value(frozen=True, slots=True)
class Note:
    """A note of the deck; the fields are HTML, named by the note type."""

    record: Record
    """What the next release will know it by."""
    fields: tuple[str, ...]
    deck: str
    tags: tuple[str, ...]
    span: Span | None = None
    """Where it is asked; None for one that is gone from the notes."""

    @property
    def guid(self) -> str:
        """What Anki knows it by."""
        return self.record.guid

    @property
    def note_type(self) -> str:
        """The key of its note type."""
        return self.record.key.note_type

    @property
    def mod(self) -> int:
        """When it last changed, in seconds since 1970."""
        return self.record.stamp.changed
