"""Case files: Markdown in, and what has to become of it.

A case file is Markdown itself: `# title`, then for each case a heading with its title, a fenced
block `markdown` with a note and another fenced block, named after what it tells: `units` and what
is left out of them, or `cards`. A line of `units`:

    definition 세마포어 (Semaphore) @2-3 [term]
    list 클라우드의 특징: 탄력성 | 확장성 @4-5 [set]
    comparison 사과와 배의 차이: 사과 | 배 @2-3 [contrast]
    question 왜 쓸까? @2 [question]
    ? definition 사리 @4 [loose]
    - 1 heading

(`?`: offered, and not made by default)

and of `cards`: see `tests/support/asked.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from deckbuilder import api, sources
from deckbuilder.model import (
    Comparison,
    Definition,
    Document,
    Enumeration,
    LeftOut,
    Span,
    Unit,
)
from deckbuilder.notes import Reading

FENCE = "````"
KINDS = {"enumeration": "list"}


class CaseError(Exception):
    """A case file cannot be read; the message names the line and what to do."""


@dataclass(frozen=True)
class Case:
    """A note and what has to become of it; `line` is that of the title in the file."""

    file: Path
    line: int
    title: str
    note: str
    tells: str
    expected: tuple[str, ...]

    def rules(self) -> set[str]:
        """The rules that the expected units come from."""
        return set(re.findall(r"\[([a-z]+)\]$", "\n".join(self.expected), re.M))


def reading(note: str) -> Reading:
    """A note, read as a file of its own."""
    if not note.startswith("---\n"):
        return api.read(Document("note.md", Path("note.md"), ("note",), note))
    with TemporaryDirectory() as folder:
        file = Path(folder, "note.md")
        file.write_text(note, encoding="utf-8")
        ((entry,), _) = sources.find([file])
        document, _ = sources.read(replace(entry, path="note.md"))
    assert document is not None
    return api.read(document)


def told(found: Reading) -> Iterator[str]:
    """The units of a note and what is left out of it, a line each."""
    for unit in found.units:
        yield f"{KINDS.get(unit.kind, unit.kind)} {unit.front}{_more(unit)}"
    for unit in found.offered:
        yield f"? {KINDS.get(unit.kind, unit.kind)} {unit.front}{_more(unit)}"
    for left in found.left_out:
        yield _left(left)


def _more(unit: Unit) -> str:
    names = ""
    if isinstance(unit, Definition) and unit.aliases:
        names = f" ({', '.join(unit.aliases)})"
    elif isinstance(unit, Enumeration):
        names = ": " + " | ".join(item.name.plain for item in unit.items)
    elif isinstance(unit, Comparison):
        names = ": " + " | ".join(member.name.plain for member in unit.members)
    lines = ",".join(_range(span) for span in unit.answer)
    return f"{names} @{lines} [{unit.rule}]"


def _left(left: LeftOut) -> str:
    return f"- {_range(left.span)} {left.reason}"


def _range(span: Span) -> str:
    return f"{span.first}" if span.first == span.last else f"{span.first}-{span.last}"


def load(file: Path, tells: str = "units") -> list[Case]:
    """Read a case file.

    Args:
        file: the file.
        tells: the name of the blocks with what is expected.

    Raises:
        CaseError: a case has no block `markdown` or no block of that name, a title is used twice,
            or there is text that belongs to no case.
    """
    cases: list[Case] = []
    lines = file.read_text(encoding="utf-8").split("\n")
    at = next((n for n, line in enumerate(lines) if line.startswith("## ")), len(lines))
    while at < len(lines):
        start, title = at, lines[at].removeprefix("## ").strip()
        if any(case.title == title for case in cases):
            raise CaseError(f"{file}:{at + 1}: the title “{title}” is used twice; choose another")
        at, note = _block(file, lines, at + 1, "markdown")
        at, expected = _block(file, lines, at, tells)
        cases.append(Case(file, start + 1, title, "\n".join(note), tells, tuple(expected)))
        while at < len(lines) and not lines[at].startswith("## "):
            if lines[at].strip():
                raise CaseError(f"{file}:{at + 1}: text outside a case; begin it with '## title'")
            at += 1
    return cases


def _block(file: Path, lines: list[str], at: int, name: str) -> tuple[int, list[str]]:
    while at < len(lines) and not lines[at].strip():
        at += 1
    if at == len(lines) or lines[at] != FENCE + name:
        raise CaseError(f"{file}:{min(at + 1, len(lines))}: expected a block {FENCE}{name} here")
    end = next((n for n in range(at + 1, len(lines)) if lines[n] == FENCE), None)
    if end is None:
        raise CaseError(f"{file}:{at + 1}: the block is never closed; close it with {FENCE}")
    return end + 1, lines[at + 1 : end]


def accept(case: Case, result: Sequence[str]) -> None:
    """Write what becomes of a case's note into its file, as what is expected."""
    lines = case.file.read_text(encoding="utf-8").split("\n")
    title = lines.index(f"## {case.title}")  # earlier cases may have moved it
    at, _ = _block(case.file, lines, title + 1, "markdown")
    end, _ = _block(case.file, lines, at, case.tells)
    start = next(n for n in range(at, end) if lines[n] == f"{FENCE}{case.tells}")
    lines[start + 1 : end - 1] = result
    case.file.write_text("\n".join(lines), encoding="utf-8")
