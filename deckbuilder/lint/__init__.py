"""What could be better about notes: readings and diagnostics to findings, without a deck."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from deckbuilder.diagnostics import Diagnostic, Severity
from deckbuilder.lint.codes import KNOWN, Code, meant
from deckbuilder.lint.finding import Finding, lines_of, of_build, of_lint
from deckbuilder.lint.lint import Lint, Lying, Notes
from deckbuilder.lint.table import LINTS
from deckbuilder.model import CheckSettings

__all__ = ["KNOWN", "LINTS", "Code", "Finding", "Lint", "Lying", "Notes", "findings", "meant"]

IGNORE = "ignore"


def findings(
    notes: Notes,
    diagnostics: Sequence[Diagnostic],
    settings: CheckSettings,
    everything: bool = False,
) -> tuple[Finding, ...]:
    """What is wrong with notes.

    Args:
        notes: as they were read, and the files beside them.
        diagnostics: what the build says of them.
        settings: what their maintainer wants to be told.
        everything: whether to look for what is not usual, too.

    Returns:
        the findings by their places, those left out that the settings or the notes want left out.
    """
    lines = {reading.document.path: lines_of(reading.document) for reading in notes.readings}
    ignored = _ignored(notes)
    quoted = _quoted(notes)
    found = [of_build(one, lines.get(one.span.path, {})) for one in diagnostics]
    for lint in _wanted(settings, everything):
        found += [
            of_lint(one, lint, lines.get(one.span.path, {}))
            for one in lint.find(notes)
            if one.span[:2] not in quoted
        ]
    unsaid = (one for one in dict.fromkeys(found) if one.code not in settings.ignore)
    kept = (one for one in unsaid if (one.span.path, one.span.first, one.code) not in ignored)
    return tuple(sorted((_weighed(one, settings) for one in kept), key=_order))


def _wanted(settings: CheckSettings, everything: bool) -> Iterator[Lint]:
    for lint in LINTS:
        if (lint.usual or everything or lint.code in settings.severity) and (
            lint.code not in settings.ignore
        ):
            yield lint


def _quoted(notes: Notes) -> Collection[tuple[str, int]]:
    """The lines that are the text of other notes, where there is something to say of them."""
    return {
        (document.path, document.rows[line - 1] if document.rows else line)
        for document in (reading.document for reading in notes.readings)
        for line in document.embedded
    }


def _ignored(notes: Notes) -> Collection[tuple[str, int, str]]:
    """The lines at which the authors' comments leave codes out."""
    return {
        (said.lines.path, line, said.value)
        for reading in notes.readings
        for said in reading.directives
        if said.word == IGNORE and said.lines
        for line in said.lines.lines
    }


def _weighed(finding: Finding, settings: CheckSettings) -> Finding:
    severity = settings.severity.get(finding.code)
    return replace(finding, severity=Severity(severity)) if severity else finding


def _order(finding: Finding) -> tuple[str, int, int, str, str]:
    return finding.span.path, finding.span.first, finding.column, finding.code, finding.message
