"""The progress bar."""

from __future__ import annotations

import sys
import time
from contextlib import AbstractContextManager
from types import TracebackType
from typing import Any, Self

import click

from deckbuilder.language import _


class Progress(AbstractContextManager["Progress"]):
    """A progress bar on a terminal, for work of more than a second."""

    def __init__(self, quiet: bool) -> None:
        self.shown = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self.started = time.monotonic()
        self.bar: Any = None

    def update(self, done: int, total: int) -> None:
        """Show that so many are done."""
        if not self.shown:
            return
        if self.bar is None and time.monotonic() - self.started > 1:
            self.bar = click.progressbar(length=total, label=_("reading"), file=sys.stderr)
        if self.bar is not None:
            self.bar.update(done - self.bar.pos)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.bar is not None:
            self.bar.render_finish()
