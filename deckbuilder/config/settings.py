"""What a project sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from deckbuilder.model import CardSettings, CheckSettings, Language


@dataclass(frozen=True)
class Config:
    """What a project sets; paths are relative to the file that says so.

    Attributes:
        title: name of the top deck; without it the only source's name.
        sources: note files and folders.
        output: the .apkg to write; without it `dist/TITLE.apkg`.
        languages: of the notes to read; those in others are left out.
        exclude: what is left out of the folders, by gitignore's rules, seen from the outermost one.
        fonts: font files to pack; cards use them before the system's.
        repository: the web address of the repository that the file lies in; cards link to it.
        links: the program that cards link to where there is no repository, in which their notes
            are kept.
        cards: which cards to make.
        check: what `deckbuilder check` tells.
        habits: whether each habit of note-takers (`extract.rules`) is on; those that are not named
            are.
        tag_retired: ship notes that are gone once more, with a tag that says so.
        file: the file that says so; None where there is none, and so no project.
    """

    title: str | None = None
    sources: tuple[Path, ...] = ()
    output: Path | None = None
    languages: tuple[Language, ...] = ("ko",)
    exclude: tuple[str, ...] = ()
    fonts: tuple[Path, ...] = ()
    repository: str | None = None
    links: Literal["obsidian"] | None = None
    cards: CardSettings = field(default_factory=CardSettings)
    check: CheckSettings = field(default_factory=CheckSettings)
    habits: Mapping[str, bool] = field(default_factory=dict)
    tag_retired: bool = False
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """Where the file lies; the working folder where there is none."""
        return self.file.parent if self.file else Path()

    def of(self, file: Path) -> Config:
        """The same settings as a file says them: its paths are relative to it."""
        folder = file.parent
        return replace(
            self,
            sources=tuple(folder / path for path in self.sources),
            fonts=tuple(folder / path for path in self.fonts),
            output=folder / self.output if self.output else None,
            file=file,
        )
