"""When a note last changed: what Anki calls `mod`, and goes by when a deck is imported again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from deckbuilder.model import Stamp


def shows(*texts: Iterable[str]) -> str:
    """A digest of texts, 16 hexadecimal digits."""
    joined = "\x1e".join("\x1f".join(group) for group in texts)
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


def stamp(digest: str, known: Stamp | None, now: int) -> Stamp:
    """The time of the last change.

    Args:
        digest: of what is shown today.
        known: what was shown in the last release, if it was there.
        now: seconds since 1970.

    Returns:
        the old time where nothing has changed. Else now; a second after the old time where the
        clock has not got past that (it was set back, or this is the same second): Anki takes no
        change that is not newer.
    """
    if known and known.shows == digest:
        return known
    return Stamp(digest, max(now, known.changed + 1) if known else now)
