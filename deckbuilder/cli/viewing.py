"""What `preview`, `cards` and `watch` look at."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from deckbuilder import api, cache, history, lock
from deckbuilder.cache import Cache
from deckbuilder.cli.project import choices_of, is_part, lock_of, options
from deckbuilder.config import DEFAULT_SOURCES, ConfigError, load
from deckbuilder.history import HistoryError
from deckbuilder.language import _
from deckbuilder.lock import LockError
from deckbuilder.model import Held, Lock


@dataclass(frozen=True, slots=True)
class View:
    """Notes to look at, with the settings as they are at each look."""

    sources: tuple[Path, ...]
    """Those that were named; empty for those of the settings."""
    config_file: Path | None
    since: str | None = None
    """The revision to compare with; None for the last, if there is any."""
    jobs: int = 1
    """How many processes may read notes at once."""

    def look(
        self, opened: ExitStack, held: Held | None = None, *, choosing: bool = False
    ) -> api.Look:
        """Read the notes.

        Args:
            opened: closes what is opened for that.
            held: what is held of the last look, for the next one; None where there is none.
            choosing: say what the author may choose, too.

        Raises:
            errors.DeckbuilderError: a file is not sound, or there is no project to choose in.
        """
        config = load(self.config_file, Path())
        lock_file, file = lock_of(config), choices_of(config) if choosing else None
        if choosing and file is None:
            raise ConfigError(_("there is no deckbuilder.toml here any more; put it back"))
        with cache.opened(held=held) as memory:
            return api.look(
                self.sources or config.sources or DEFAULT_SOURCES,
                options(config, part=is_part(self.sources, config)),
                opened,
                lock=_last(lock_file, memory) if lock_file else None,
                then=self._then(lock_file, memory),
                choices=file,
                cache=memory,
                jobs=self.jobs,
            )

    def _then(self, lock_file: Path | None, memory: Cache) -> Lock | None:
        if lock_file is None:
            return None
        revision = self.since or "HEAD"
        try:
            text = history.at(lock_file, revision)
            return _loaded(text, f"{revision}:{lock_file.name}", memory)
        except (HistoryError, LockError):
            if self.since:
                raise
            return None

    @property
    def choices(self) -> Path | None:
        """Where the author's choices are kept; None where there is no project."""
        return choices_of(load(self.config_file, Path()))

    @property
    def watched(self) -> Sequence[Path]:
        """What the cards are made from: the notes, the settings, the choices."""
        config = load(self.config_file, Path())
        files = [file for file in (config.file, choices_of(config)) if file]
        return (*(self.sources or config.sources or DEFAULT_SOURCES), *files)


def _last(lock_file: Path, memory: Cache) -> Lock | None:
    """What the last release was; None where there was none."""
    text = lock.text(lock_file)
    return None if text is None else _loaded(text, str(lock_file), memory)


def _loaded(text: str, name: str, memory: Cache) -> Lock:
    """A lock of this text, which is seldom another one than at the last look."""
    return memory.of(("lock", text), partial(lock.loads, text, name))
