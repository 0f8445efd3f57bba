"""What the command line makes of a project's settings; what is wrong with them ends a command."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from deckbuilder import api, choices, lock
from deckbuilder.cli.printing import say
from deckbuilder.config import DEFAULT_SOURCES, FILE, PYPROJECT, Config, ConfigError, unknown
from deckbuilder.model import Choice
from deckbuilder.notes import App, Origin, Repository
from deckbuilder.turns import Patience


def options(
    config: Config, title: str | None = None, strict: bool = False, part: bool = False
) -> api.Options:
    """What a build is asked for; a title of the command line goes before that of the settings.

    Raises:
        ConfigError: the settings name a habit that is none.
        ChoicesError: the file of choices is not sound.
    """
    return replace(undecided(config, title, strict, part), choices=_choices(config))


def undecided(
    config: Config, title: str | None = None, strict: bool = False, part: bool = False
) -> api.Options:
    """The same without the author's choices, whether these are sound or not.

    Raises:
        ConfigError: the settings name a habit that is none.
    """
    return api.Options(
        title=title or config.title,
        cards=config.cards,
        origin=_origin(config),
        fonts=config.fonts,
        folders=config.sources,
        exclude=config.exclude,
        languages=config.languages,
        strict=strict,
        tag_retired=config.tag_retired,
        off=_off(config),
        part=part,
    )


def _choices(config: Config) -> tuple[Choice, ...]:
    chosen = choices_of(config)
    return choices.load(chosen) if chosen else ()


def _off(config: Config) -> frozenset[str]:
    """The habits that the settings switch off."""
    for name in config.habits:
        if name not in api.HABITS:
            why = unknown(f"habits.{name}", name, api.HABITS)
            raise ConfigError(f"{config.file}: {why}")
    return frozenset(name for name, on in config.habits.items() if not on)


def _origin(config: Config) -> Origin | None:
    """Where cards link to: the repository comes first, as it is there for all students."""
    if config.repository:
        return Repository(config.repository, config.folder)
    return App() if config.links else None


def lock_of(config: Config) -> Path | None:
    """The lock of a project, beside its settings; None where there is none."""
    if config.file is None:
        return None
    named = config.file.name not in (FILE, PYPROJECT)  # one of several decks in a folder
    return config.file.with_suffix(".lock") if named else config.folder / lock.FILE


def choices_of(config: Config) -> Path | None:
    """What was chosen of a project's proposals, beside its lock; None where there is none."""
    beside = lock_of(config)
    return beside.with_suffix(Path(choices.FILE).suffix) if beside else None


def is_part(sources: tuple[Path, ...], config: Config) -> bool:
    """Whether less is asked for than the project names: that is to try, and no release."""
    unsaid = [config.folder / source for source in DEFAULT_SOURCES]
    asked = [Path(os.path.realpath(source)) for source in sources]
    named = [
        Path(os.path.realpath(source))
        for source in config.sources or unsaid
        if config.sources or source.exists()
    ]
    return bool(asked) and not all(any(n.is_relative_to(a) for a in asked) for n in named)


def patience(wait: int, quiet: bool = False) -> Patience:
    """How long to wait for another process; `quiet` waits in silence."""
    return Patience(wait, lambda said: None if quiet else say(said, err=True))
