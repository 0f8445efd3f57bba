"""Which note of the deck a unit is: a GUID from what it asks, never from its answer."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from deckbuilder.model import Document, Unit


def guids(found: Iterable[tuple[str, Document, Unit]]) -> Iterator[str]:
    """A GUID for each note, in their order.

    Args:
        found: the note's type, and the unit that it asks for.

    The key is the note type, what is asked, and the place: the note file's path below its source
    root and the names above the unit. Notes that share all of these are numbered in their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for note_type, document, unit in found:
        key = (note_type, unit.front, *document.place, *unit.context)
        seen[key] += 1
        yield _digest((*key, str(seen[key])))


def _digest(key: Iterable[str]) -> str:
    digest = hashlib.sha256("\x1f".join(key).encode()).digest()
    return base64.urlsafe_b64encode(digest[:12]).decode()
