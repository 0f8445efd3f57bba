"""The exit codes."""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.cli.printing import IN_THE_NOTES, WRONG_USAGE
from deckbuilder.diagnostics import Diagnostic

# Diagnostics about what was asked for, not about what stands in a note.
USAGE_CODES = frozenset({"missing-source", "empty-folder"})


def exit_code(errors: Sequence[Diagnostic]) -> int:
    """The exit code for these errors; there are none where warnings or the lock refuse a build."""
    return exit_code_of([found.code for found in errors])


def exit_code_of(errors: Sequence[str]) -> int:
    """The same for the codes of errors."""
    codes = set(errors)
    return WRONG_USAGE if codes and codes <= USAGE_CODES else IN_THE_NOTES
