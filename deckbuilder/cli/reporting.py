"""How diagnostics are printed: many of one kind as one, unless all are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from deckbuilder.cli.parameters import debugging
from deckbuilder.cli.printing import say
from deckbuilder.diagnostics import Diagnostic, Severity
from deckbuilder.language import _

# So many of one code are printed one by one; of more, so many places.
FEW = 3
COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTICE: "cyan"}


def report(
    diagnostics: Sequence[Diagnostic], *, strict: bool = False, verbose: bool = True
) -> None:
    """Print what there is to say about the notes, and what to do.

    Args:
        diagnostics: in this order; many of one kind come where the first would.
        strict: whether warnings are errors.
        verbose: whether many of one kind are printed one by one, too.
    """
    kinds: dict[tuple[str, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        kinds.setdefault((diagnostic.code, diagnostic.hint), []).append(diagnostic)
    many = {} if verbose else {kind: same for kind, same in kinds.items() if len(same) > FEW}
    for diagnostic in diagnostics:
        same = many.get((diagnostic.code, diagnostic.hint), [diagnostic])
        if diagnostic is same[0]:
            _print(same, strict)
    if many:
        say(_("--verbose lists them all."), err=True)


def as_rows(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> list[dict[str, Any]]:
    """The same for JSON."""
    return [
        {
            "code": diagnostic.code,
            "severity": _severity(diagnostic, strict).value,
            "path": diagnostic.span.path,
            "line": diagnostic.span.first or None,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
        }
        for diagnostic in diagnostics
    ]


def _severity(diagnostic: Diagnostic, strict: bool) -> Severity:
    grave = strict and diagnostic.severity == Severity.WARNING
    return Severity.ERROR if grave else diagnostic.severity


def _print(same: Sequence[Diagnostic], strict: bool) -> None:
    """A diagnostic, or many of one code with one hint: their number and the first places."""
    first = same[0]
    severity = _severity(first, strict)
    said = str(first)
    if len(same) > 1:
        places = ", ".join(diagnostic.where for diagnostic in same[:FEW])
        alike = all(diagnostic.message == first.message for diagnostic in same)
        message = (
            first.message if alike else _("the first: {message}").format(message=first.message)
        )
        more = _("{places} and {number:,} more").format(places=places, number=len(same) - FEW)
        said = f"{more}: {message} [{len(same):,} × {first.code}]"
    say(f"{_(severity)}: {said}", colour=COLOURS[severity], err=True)
    say(f"    {first.hint}", err=True)
    if debugging():
        for diagnostic in same:
            for line in diagnostic.trace.splitlines():
                say(line, err=True)
