"""Embeds of notes, `![[노트#절]]`, `![절](노트.md#절)`: the text that they mean in their place.

It is text of the answer that they stand in: what it asks for itself is asked in the other note, so
its lines are told (`Embedded.lines`). Lines in code stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import unquote

from deckbuilder.diagnostics import Diagnostic, diagnose
from deckbuilder.errors import DeckbuilderError
from deckbuilder.language import _
from deckbuilder.model import FILMS, IMAGES, SOUNDS, Span
from deckbuilder.regular import any_of, expression
from deckbuilder.sources.sections import Sections
from deckbuilder.sources.source import Entry

EMBED = any_of(
    {
        "![[물길#둑|흙 둑]]": r"!\[\[(?P<page>[^\[\]|#\n]*)(?P<parts>#[^\[\]|\n]*)?"
        r"(?P<shown>\|[^\[\]\n]*)?\]\]",
        "![둑](물길.md#둑)": r"!\[[^\[\]\n]*\]\((?P<path>[^()\s#]+\.md)(?P<anchor>#[^()\s]*)?\)",
    }
)
FENCE = expression(r"[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*(?P<fence>`{3,}|~{3,})(?P<info>.*)")
# What stands in front of a block: indentation, quotes, the marks of items.
BEFORE = expression(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[.\][ \t]+)?)*")
# A line that is no part of a paragraph.
APART = expression(r"[ \t]*(?:$|[-*+>|#<]|\d+[.)][ \t]|`{3}|~{3}|\$\$|:::)")
FILES = IMAGES | SOUNDS | FILMS | {"pdf"}
DRAWING = ".excalidraw"
# They show what is written elsewhere, as queries do.
VIEWS = (".canvas", ".base")
# More is no answer; and with many embeds a note gets no longer than a chapter.
LONGEST, MOST = 3_000, 30_000
DEEPEST = 4
MARKS = 100  # an embed counts for so many characters more than its text has


class Notes(Protocol):
    """Where the notes are that embeds mean."""

    def note(self, name: str, entry: Entry) -> Entry | None:
        """The note of a name, as another one calls it."""

    def sections(self, entry: Entry) -> Sections | None:
        """The text of a note; None where it cannot be read."""

    def picture(self, name: str, entry: Entry) -> str | None:
        """The name of the picture that a drawing was exported to."""


class Embedded(NamedTuple):
    """A text with what it embeds."""

    text: str
    rows: tuple[int, ...]
    """For each line the line that it comes from, or that embeds it, 1-based."""
    lines: frozenset[int]
    """Those that are another note's, 1-based."""
    said: tuple[Diagnostic, ...]


class Line(NamedTuple):
    """A line, and whether it is another note's."""

    text: str
    other: bool = False


class NoEmbedError(DeckbuilderError):
    """An embed stays as its name: a code of `diagnostics.CODES`, why, and what to do."""

    def __init__(self, code: str, why: str, hint: str = "") -> None:
        super().__init__(why)
        self.code, self.hint = code, hint


def put_in(text: str, entry: Entry, notes: Notes, head: int = 0) -> Embedded:
    """Put in what a note embeds.

    Args:
        text: the note.
        entry: which one it is.
        notes: those that it may embed.
        head: so many lines at its beginning are no text.
    """
    putting = _Putting(notes)
    lines = text.split("\n")
    found: list[Line] = [Line(line) for line in lines[:head]]
    rows = list(range(1, head + 1))
    for row, line, is_code in _coded(lines, head):
        at = Span(entry.path, row, row)
        made = [Line(line)] if is_code else list(putting.line(line, entry, (), at))
        found += made
        rows += [row] * len(made)
    others = frozenset(number for number, line in enumerate(found, start=1) if line.other)
    whole = "\n".join(line.text for line in found)
    return Embedded(whole, tuple(rows), others, tuple(putting.said))


def _coded(lines: Sequence[str], head: int) -> Iterator[tuple[int, str, bool]]:
    """The lines behind the head, each with its number and whether it is code, or has no embed."""
    fence = ""
    for row, line in enumerate(lines[head:], start=head + 1):
        mark = FENCE.match(line)
        if fence:
            closes = mark and not mark["info"].strip() and mark["fence"].startswith(fence)
            fence = "" if closes else fence
            yield row, line, True
        else:
            fence = mark["fence"] if mark else ""
            yield row, line, bool(mark) or "![" not in line


# Text of a line, or the lines of another note.
Piece = str | list[Line]
# The parts of notes that stand around an embed, the outermost first.
Above = tuple[tuple[Path, tuple[str, ...]], ...]


@dataclass
class _Putting:
    """What is put into one note, within bounds."""

    notes: Notes
    left: int = MOST
    said: list[Diagnostic] = field(default_factory=list)

    def line(self, line: str, entry: Entry, above: Above, at: Span) -> Iterator[Line]:
        """A line with what it embeds: as lines of their own, in a table within the line."""
        before = BEFORE.match(line)
        front = before[0] if before else ""
        pieces = list(self._pieces(line, len(front), entry, above, at))
        in_table = line.startswith("|", len(front))
        if in_table or all(isinstance(piece, str) for piece in pieces):
            yield Line(front + "".join(map(_within, pieces)))
        else:
            yield from _stacked(front, pieces)

    def _pieces(
        self, line: str, start: int, entry: Entry, above: Above, at: Span
    ) -> Iterator[Piece]:
        """What stands in a line, from a place on: its own text, and what is embedded."""
        in_table, ticks = line.startswith("|", start), 0
        for hit in EMBED.finditer(line, start):
            yield line[start : hit.start()]
            ticks += line.count("`", start, hit.start())
            put = None if ticks % 2 else self._put(hit, entry, above, at)
            no_cell = isinstance(put, list) and in_table and not _is_said(put)
            yield hit[0] if put is None else _as_name(hit) if no_cell else put
            start = hit.end()
        yield line[start:]

    def _put(self, hit: re.Match[str], entry: Entry, above: Above, at: Span) -> Piece | None:
        """What an embed puts in; None where it stays as it is."""
        page, parts = _target(hit)
        if page.rpartition(".")[2].lower() in FILES or not (page or parts):
            return None
        if page.removesuffix(".md").endswith(DRAWING):
            return self._drawing(page.removesuffix(".md"), hit["shown"] or "", entry, above, at)
        if page.endswith(VIEWS):
            return ""
        try:
            return self._lines(page, parts, entry, above, at)
        except NoEmbedError as no:
            self._say(
                no.code, page + "".join(f"#{one}" for one in parts), str(no), no.hint, above, at
            )
            return _as_name(hit)

    def _lines(
        self, page: str, parts: tuple[str, ...], entry: Entry, above: Above, at: Span
    ) -> list[Line]:
        """The lines of a part of another note, with what they embed.

        Raises:
            NoEmbedError: there is no such part, or it is too much.
        """
        if self.left < 0 or len(above) >= DEEPEST:
            raise NoEmbedError("embed-long", "")
        target = self.notes.note(page, entry) if page else entry
        if target is None:
            raise NoEmbedError(
                "embed", _("there is no such note"), _("mend its name, or take it out")
            )
        sections = self.notes.sections(target)
        if sections is None:
            raise NoEmbedError("embed", _("that note cannot be read"), _("save it as UTF-8"))
        here = (target.file, parts)
        if here in above or (not parts and target.file == entry.file):
            raise NoEmbedError("embed", _("it would embed itself"), _("take one of the two out"))
        found = sections.find(parts)
        if found is None:
            hint = _("mend what stands behind '#'")
            raise NoEmbedError("embed", _("that note has no such heading or block"), hint)
        size = sum(map(len, found))
        fits = size <= LONGEST
        self.left -= MARKS + size * fits
        if not fits or self.left < 0:
            raise NoEmbedError("embed-long", "")
        deeper: list[Line] = []
        for _at, line, is_code in _coded(found, 0):
            below = (*above, here)
            deeper += [Line(line)] if is_code else self.line(line, target, below, at)
        return deeper

    def _drawing(self, page: str, shown: str, entry: Entry, above: Above, at: Span) -> str:
        """The picture that a drawing was exported to."""
        picture = self.notes.picture(page, entry)
        if picture is None:
            hint = _("let the plugin export it: Auto-export SVG in its settings")
            self._say(
                "embed", page, _("it is a drawing of Excalidraw, and no picture"), hint, above, at
            )
            return ""
        return f"![[{picture}{shown}]]"

    def _say(self, code: str, name: str, why: str, hint: str, above: Above, at: Span) -> None:
        """Say something of this note's own embeds; of others it is said when these are read."""
        if not above:
            self.said.append(diagnose(code, at, name=name, why=why, hint=hint))


def _as_name(hit: re.Match[str]) -> str:
    """An embed that only names its note: a picture's address would lead to none."""
    return hit[0].removeprefix("!") if hit["path"] else hit[0]


def _target(hit: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    """The note that an embed names, and what stands behind each `#`."""
    if hit["path"]:
        page, behind = unquote(hit["path"]), unquote(hit["anchor"] or "")
    else:
        page, behind = hit["page"].strip().rstrip("\\").strip(), (hit["parts"] or "").rstrip("\\")
    parts = (part.strip() for part in behind.split("#"))
    return page, tuple(part for part in parts if part)


def _within(piece: Piece) -> str:
    """A piece within a line: of a table there is no other place for it."""
    if isinstance(piece, str):
        return piece
    return " ".join(line.text.strip() for line in piece).replace("|", "\\|")


def _stacked(front: str, pieces: Iterable[Piece]) -> Iterator[Line]:
    """Pieces one below the other, the first behind what stands in front of the line."""
    blocks = [
        _block(own, found) for own, found in groupby(pieces, lambda one: isinstance(one, str))
    ]
    blocks = [block for block in blocks if block]
    inner = re.sub(r"[^ \t>]", " ", front)
    if not blocks:
        yield Line(front.rstrip())
    begin = front
    for number, block in enumerate(blocks):
        alone = not all(map(_is_said, blocks[max(0, number - 1) : number + 1]))
        if number and alone:
            yield Line(inner.rstrip(), other=True)
        for line in block:
            yield Line((begin + line.text).rstrip(), line.other)
            begin = inner
    if blocks and not _is_said(blocks[-1]):  # what comes below is no part of it
        yield Line(inner.rstrip(), other=True)


def _block(own: bool, pieces: Iterable[Piece]) -> list[Line]:
    """What stands in a line without an embed between, or an embed."""
    if own:
        text = "".join(map(_within, pieces)).strip()
        return [Line(text)] if text else []
    return [
        Line(line.text, other=True)
        for piece in pieces
        if not isinstance(piece, str)
        for line in piece
    ]


def _is_said(block: Sequence[Line]) -> bool:
    """Whether lines are those of one paragraph."""
    return not any(APART.match(line.text) for line in block)
