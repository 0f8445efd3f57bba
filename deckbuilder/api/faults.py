"""Faults of our own while one note is read: said of that note, and the others go on."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TypeVar

from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.errors import DeckbuilderError
from deckbuilder.model import Span

Found = TypeVar("Found")
# So much of what an exception says is told without `--debug`.
MOST_TOLD = 200
# So many rows of a traceback are shown of its beginning, and of its end.
MOST_ROWS = 40


class StepError(DeckbuilderError):
    """A step raised what no step raises; the cause is that exception, the message the step."""


@contextmanager
def step(name: str) -> Iterator[None]:
    """A step of the reading of one note.

    Raises:
        StepError: anything was raised within.
    """
    try:
        yield
    except Exception as error:
        raise StepError(name) from error


def one_note(
    path: str, act: Callable[[], tuple[Found, tuple[Diagnostic, ...]]]
) -> tuple[Found | None, tuple[Diagnostic, ...]]:
    """Do something with one note, step by step.

    Args:
        path: the note's, as it can be printed.
        act: what to do; each part of it within a `step`.

    Returns:
        what that returns; where one of its steps fails, None and the diagnostic that says so.
    """
    try:
        return act()
    except StepError as fault:
        return None, (_said(fault, path),)


def _said(fault: StepError, path: str) -> Diagnostic:
    cause = fault.__cause__
    told = " ".join(f"{type(cause).__name__}: {cause}".split())
    said = diagnose("fault", Span(path, 0, 0), step=str(fault), why=told[:MOST_TOLD])
    rows = "".join(traceback.format_exception(cause)).splitlines(keepends=True)
    if len(rows) > 2 * MOST_ROWS:  # a recursion
        rows[MOST_ROWS:-MOST_ROWS] = ["  …\n"]
    return replace(said, trace="".join(rows))
