"""How findings are printed: with the line and a caret, as JSON, for GitHub, as SARIF."""

from __future__ import annotations

import importlib.metadata
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from deckbuilder.cli.parameters import debugging
from deckbuilder.cli.printing import say
from deckbuilder.cli.reporting import COLOURS
from deckbuilder.diagnostics import Severity
from deckbuilder.language import _, ngettext
from deckbuilder.lint import KNOWN, Finding

# What SARIF and GitHub call a notice.
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# A line is shown around the place, and so wide.
WIDTH, AHEAD = 100, 30


def text(findings: Sequence[Finding], notes: int) -> None:
    """Print findings for people: where, what, the line with a caret, what to do."""
    for finding in findings:
        severity = _(finding.severity.value)
        said = f"{finding.where}: {severity}: {finding.message} [{finding.code}]"
        say(said, colour=COLOURS[finding.severity])
        for line in _shown(finding):
            say(line)
        say(f"    {finding.hint}")
        if debugging():
            for line in finding.trace.splitlines():
                say(line)
    say(_tally(findings, notes))


def _shown(finding: Finding) -> Iterator[str]:
    """The line, cut around the place where it is long, and carets below the place."""
    if not finding.line.strip():
        return
    line = finding.line.replace("\t", " ")
    first = max(0, finding.column - 1 - AHEAD) if len(line) > WIDTH else 0
    shown = line[first : first + WIDTH]
    before = "…" if first else ""
    behind = "…" if first + WIDTH < len(line) else ""
    start, end = finding.column - 1 - first, min(finding.end - 1 - first, len(shown))
    yield f"    {before}{shown}{behind}"
    blanks = " " * (len(before) + _columns(shown[:start]))
    yield f"    {blanks}{'^' * max(1, _columns(shown[start:end]))}"


def _columns(text: str) -> int:
    """How wide a text is on a terminal."""
    return sum(_width(character) for character in text)


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _tally(findings: Sequence[Finding], notes: int) -> str:
    of = ngettext("{n} note", "{n} notes", notes).format(n=f"{notes:,}")
    if not findings:
        return _("{notes} checked, nothing found").format(notes=of)
    counted = Counter(finding.severity for finding in findings)
    said = {
        Severity.ERROR: ngettext("{n} error", "{n} errors", counted[Severity.ERROR]),
        Severity.WARNING: ngettext("{n} warning", "{n} warnings", counted[Severity.WARNING]),
        Severity.NOTICE: ngettext("{n} notice", "{n} notices", counted[Severity.NOTICE]),
    }
    found = ", ".join(
        said[severity].format(n=f"{counted[severity]:,}")
        for severity in Severity
        if counted[severity]
    )
    return _("{notes} checked: {found}").format(notes=of, found=found)


def as_rows(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """The same for JSON; columns count characters, from 1 on."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "path": finding.span.path,
            "line": finding.span.first or None,
            "column": finding.column or None,
            "end_line": finding.span.last or None,
            "end_column": finding.end or None,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in findings
    ]


def github(findings: Sequence[Finding]) -> Iterator[str]:
    """Workflow commands, by which GitHub shows findings beside the lines of a change.

    Source: "Workflow commands for GitHub Actions", Setting a notice/warning/error message.
    """
    for finding in findings:
        place = {"file": finding.span.path}
        if finding.span.first:
            place |= {"line": str(finding.span.first), "col": str(finding.column)}
            place |= {"endColumn": str(finding.end)}
        values = ",".join(
            f"{name}={_property(value)}" for name, value in {**place, "title": finding.code}.items()
        )
        said = _escaped(f"{finding.message}\n{finding.hint}")
        yield f"::{finding.severity.value} {values}::{said}"


def _escaped(said: str) -> str:
    return said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")


def sarif(findings: Sequence[Finding]) -> dict[str, Any]:
    """A log of SARIF 2.1.0 (OASIS), as code scanning and editors take it."""
    rules = sorted({finding.code for finding in findings})
    driver = {
        "name": "deckbuilder",
        "version": importlib.metadata.version("deckbuilder-ko"),
        "rules": [_rule(code) for code in rules],
    }
    results = [_result(finding, rules.index(finding.code)) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(name: str) -> dict[str, Any]:
    code = KNOWN[name]
    return {
        "id": name,
        "shortDescription": {"text": code.said},
        "fullDescription": {"text": _(code.about)},
        "help": {"text": code.advised},
        "defaultConfiguration": {"level": LEVELS[code.severity]},
    }


def _result(finding: Finding, rule: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": quote(Path(finding.span.path).as_posix())}}
    if finding.span.first:
        place["region"] = {
            "startLine": finding.span.first,
            "startColumn": finding.column,
            "endLine": finding.span.first,
            "endColumn": finding.end,
        }
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": LEVELS[finding.severity],
        "message": {"text": f"{finding.message}\n{finding.hint}"},
        "locations": [{"physicalLocation": place}],
    }
