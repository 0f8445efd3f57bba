"""Files that cards show or play."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

# What Anki shows and plays on all its platforms, by the end of the file's name.
IMAGES = frozenset("png jpg jpeg gif svg webp avif bmp ico tif tiff".split())
SOUNDS = frozenset("mp3 ogg oga wav m4a flac opus aac".split())
FILMS = frozenset("mp4 webm mov mkv".split())

# The end of an address that is played, and not looked at.
PLAYED = re.compile(rf"\.(?:{'|'.join(sorted(SOUNDS | FILMS))})$", re.I)

# Those that a style sheet can name.
FONTS = frozenset("woff2 woff ttf otf".split())

# An address on the web; its file is not in the deck.
REMOTE = re.compile(r"(?:https?:)?//[^/]", re.I)

# The names of files in the deck.
NAME = re.compile(r"deckbuilder-[0-9a-f]{16}\.[0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Media:
    """A file of the notes, under the name that it has in the deck."""

    name: str
    """ASCII, from a digest of the content: a changed picture has another name."""
    content: Path | bytes
    """The file; or the bytes themselves, where the note holds them (a `data:` address)."""
    digest: str
    """SHA-256 of the content, in hex."""
