"""What `preview`, `cards` and `watch` look at."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from deckbuilder import api, history, lock
from deckbuilder.cli.project import lock_of, options
from deckbuilder.config import DEFAULT_SOURCES, load
from deckbuilder.history import HistoryError
from deckbuilder.model import Lock


@dataclass(frozen=True, slots=True)
class View:
    """Notes to look at, with the settings as they are at each look."""

    sources: tuple[Path, ...]
    """Those that were named; empty for those of the settings."""
    config_file: Path | None
    since: str | None = None
    """The revision to compare with; None for the last, if there is any."""

    def look(self, opened: ExitStack) -> api.Look:
        """Read the notes; what is opened for that is closed by `opened`.

        Raises:
            config.ConfigError, lock.LockError, history.HistoryError: as they say.
        """
        config = load(self.config_file, Path())
        lock_file = lock_of(config)
        return api.look(
            self.sources or config.sources or DEFAULT_SOURCES,
            options(config),
            opened,
            lock=lock.load(lock_file) if lock_file else None,
            then=self._then(lock_file),
        )

    def _then(self, lock_file: Path | None) -> Lock | None:
        if lock_file is None:
            return None
        revision = self.since or "HEAD"
        try:
            return lock.loads(history.at(lock_file, revision), f"{revision}:{lock_file.name}")
        except HistoryError:
            if self.since:
                raise
            return None

    @property
    def watched(self) -> Sequence[Path]:
        """What the cards are made from: the notes, the settings."""
        config = load(self.config_file, Path())
        files = (config.file,) if config.file else ()
        return (*(self.sources or config.sources or DEFAULT_SOURCES), *files)
