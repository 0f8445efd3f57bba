"""A finding: what is wrong, at which characters of which line, and how grave that is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckbuilder.diagnostics import Diagnostic, Severity
from deckbuilder.language import _
from deckbuilder.lint.lint import Found, Lint
from deckbuilder.model import Document, Span
from deckbuilder.regular import expression

# A name that a message of the build quotes.
QUOTED = expression(r"'([^']+)'")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong with the notes."""

    code: str
    severity: Severity
    span: Span
    """The lines; line 0 for the file as a whole."""
    message: str
    hint: str
    column: int = 0
    """Where it begins on the first line, in characters, 1-based; 0 for the file as a whole."""
    end: int = 0
    """The column behind its end."""
    line: str = ""
    """The first line, as the note has it."""
    trace: str = ""
    """As `Diagnostic.trace`."""

    @property
    def where(self) -> str:
        """The place: `path`, or `path:line:column`."""
        return f"{self.span}:{self.column}" if self.span.first else self.span.path


def of_lint(found: Found, lint: Lint, lines: dict[int, str]) -> Finding:
    """The finding of a lint.

    Args:
        found: what it found.
        lint: the lint.
        lines: those of the file that it stands in, by their numbers.
    """
    return _placed(
        Finding(
            lint.code,
            lint.severity,
            found.span,
            _(lint.message).format(**found.values),
            _(lint.hint).format(**found.values),
        ),
        found.word,
        lines,
    )


def of_build(said: Diagnostic, lines: dict[int, str]) -> Finding:
    """What a build says of a note, as a finding; `lines` as for `of_lint`."""
    line = lines.get(said.span.first, "")
    word = next((name for name in QUOTED.findall(said.message) if name in line), "")
    found = Finding(said.code, said.severity, said.span, said.message, said.hint, trace=said.trace)
    return _placed(found, word, lines)


def lines_of(document: Document) -> dict[int, str]:
    """The lines of a note by their numbers in its file."""
    numbers = document.rows or range(1, len(document.lines) + 1)
    found: dict[int, str] = {}
    for number, line in zip(numbers, document.lines, strict=False):
        found.setdefault(number, line)
    return found


def _placed(found: Finding, word: str, lines: dict[int, str]) -> Finding:
    """A finding with the columns of a word, or of all that stands on the line."""
    line = lines.get(found.span.first, "") if found.span.first else ""
    at = line.find(word) if word else -1
    first = at if at >= 0 else len(line) - len(line.lstrip())
    last = at + len(word) if at >= 0 else len(line.rstrip())
    column, end = (first + 1, max(last, first) + 1) if found.span.first else (0, 0)
    return replace(found, column=column, end=end, line=line)
