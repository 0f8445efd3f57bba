"""Files that cards show or play."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the notes, under the name that it has in the deck."""

    name: str
    """ASCII, from a digest of the content: a changed picture has another name."""
    file: Path
