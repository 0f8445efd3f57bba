"""Files that cards show or play."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# Endings of the files that a card can show or play.
IMAGES = frozenset("png jpg jpeg gif svg webp avif bmp ico tif tiff".split())
SOUNDS = frozenset("mp3 ogg oga wav m4a flac opus aac".split())
FILMS = frozenset("mp4 webm mov mkv".split())


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the notes, under the name that it has in the deck."""

    name: str
    """ASCII, from a digest of the content: a changed picture has another name."""
    file: Path
