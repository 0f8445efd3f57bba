"""Which note of the deck a unit is: a GUID from what it asks, never from its answer."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from deckbuilder.model import Document, Unit


def guids(found: Iterable[tuple[Document, Unit]]) -> Iterator[str]:
    """A GUID for each unit, in their order.

    The key is the kind, what is asked, and the place: the note's path below its source root and
    the names above the unit. Units that share all of these are numbered in their order.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for document, unit in found:
        key = (unit.kind, unit.front, *document.place, *unit.context)
        seen[key] += 1
        yield _digest((*key, str(seen[key])))


def _digest(key: Iterable[str]) -> str:
    digest = hashlib.sha256("\x1f".join(key).encode()).digest()
    return base64.urlsafe_b64encode(digest[:12]).decode()
