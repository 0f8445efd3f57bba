"""What is chosen of a deck."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from deckbuilder.model import CardSettings, Choice, Decision, Language
from deckbuilder.notes import Origin

NO_DECISIONS: Mapping[int, Decision] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Options:
    """What a maintainer chooses of a deck."""

    title: str | None = None
    """The top deck's name; None for the name of the first source."""
    cards: CardSettings = field(default_factory=CardSettings)
    origin: Origin | None = None
    """Where students find the notes; cards link to it."""
    fonts: tuple[Path, ...] = ()
    """Font files to pack; cards use them before the system's."""
    folders: tuple[Path, ...] = ()
    """The project's sources; a note in one of them may show any picture in it."""
    exclude: tuple[str, ...] = ()
    """What is left out of the folders, by gitignore's rules."""
    languages: tuple[Language, ...] = ("ko",)
    """Of the notes to read."""
    strict: bool = False
    """Whether warnings keep the deck from being written, as errors do."""
    tag_retired: bool = False
    """Whether notes that are gone are shipped once more, with a tag that says so."""
    off: frozenset[str] = frozenset()
    """The habits of note-takers (`extract.rules`) that are switched off."""
    choices: tuple[Choice, ...] = ()
    """What was chosen of what is proposed."""
    part: bool = False
    """Whether only a part of the project is asked for: what is not found may stand elsewhere."""
