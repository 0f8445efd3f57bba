"""What an archive may be, and the error where it is not."""

from __future__ import annotations

from dataclasses import dataclass

from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import N_

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Bounds:
    """What an archive may be. Whoever has a larger one unpacks it, and builds the folder.

    Each is beyond what exports and vaults are, and within what takes a second and little memory.
    """

    members: int = 50_000
    """Entries of its directory, those of inner archives among them: a large vault has 20,000."""
    directory: int = 16 * MIB
    """Bytes of one directory, which is read at once: 300 an entry, as long Korean paths need."""
    path: int = 4096
    """Bytes of a path, as on Linux."""
    member: int = 100 * MIB
    """Bytes of a file that is read; Anki takes no larger ones, either."""
    total: int = 8192 * MIB
    """Bytes of all files in it, unpacked. What nobody asks for, films mostly, is not read."""
    ratio: int = 50
    """How many times its own size that may be: of text 10 times, of a bomb 1000 times."""
    grace: int = 64 * MIB
    """Bytes that it may always be: a small archive may well hold one large drawing."""
    depth: int = 2
    """Archives within archives: Notion's parts, and these zipped once more."""
    parts: int = 100
    """Archives within it, in all; each is held open."""


BOUNDS = Bounds()


class ArchiveError(DeckbuilderError):
    """The archive, or a member, is not read. `why` says what is wrong, `hint` what to do."""

    def __init__(self, why: str, hint: str) -> None:
        super().__init__(f"{why}; {hint}")
        self.why = why
        self.hint = hint


UNPACK = N_("unpack it, and build the folder")
TRUSTED = N_("if you trust it, unpack it, and build the folder")
ANEW = N_("download or export it once more")
