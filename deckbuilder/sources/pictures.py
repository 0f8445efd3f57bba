"""The pictures that a document holds, as the note that it is shows them."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from deckbuilder.model import Status


@dataclass(frozen=True, slots=True)
class Held:
    """A picture that a document holds, by what it is."""

    path: Path = field(compare=False)
    content: bytes
    inside: bool = True

    def status(self) -> Status:
        """A file of so many bytes."""
        return Status("file", len(self.content))

    def open(self) -> io.BytesIO:
        """What it is."""
        return io.BytesIO(self.content)


@dataclass(frozen=True, slots=True)
class Pictures:
    """All that a document holds, by the paths that its text has for them."""

    held: Mapping[str, bytes]
    name: str = "document"

    def find(self, spellings: Sequence[str]) -> Held | None:
        """The picture of that path; a document shows no other file."""
        path = next((spelling for spelling in spellings if spelling in self.held), None)
        return Held(Path(path), self.held[path]) if path else None
