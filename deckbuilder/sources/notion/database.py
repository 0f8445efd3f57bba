"""A database of Notion, exported as CSV, as the table that it shows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from deckbuilder.language import _, theirs
from deckbuilder.model import IMAGES
from deckbuilder.regular import any_of, expression
from deckbuilder.sources.source import Markdown, NotTextError, text

NOTHING = Markdown("---\nskip: true\n---\n")
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# What stands in front of a day that Notion tells.
_ON = r"@?(?:Last )?"
# What a column of nothing else tells is nothing to learn.
DATA = any_of(
    {
        "March 4, 2024": rf"{_ON}{MONTH} \d{{1,2}}, \d{{4}}.*",
        "2024년 3월 4일 오후 2:15": rf"{_ON}\d{{4}}년 \d{{1,2}}월 \d{{1,2}}일.*",
        "2024-03-04": rf"{_ON}\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}.*",
        "3/4/2024": rf"{_ON}\d{{1,2}}/\d{{1,2}}/\d{{4}}.*",
        "Last Friday": rf"{_ON}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day.*",
        "@Today": rf"{_ON}(?:Today|Yesterday|Tomorrow|오늘|어제|내일).*",
        "Yes": r"Yes|No|예|아니요",
        "https://example.org/물길": r"https?://\S+",
        "water@example.org": r"[^\s@]+@[^\s@]+",
        "": r"",
    },
    re.S,
)
PICTURE = rf"[^\s,]+\.(?:{'|'.join(sorted(IMAGES))})"
PICTURES = expression(rf"{PICTURE}(?:, {PICTURE})*", re.I)
# "세포 (https://www.notion.so/0123…)", "세포 (../세포%200123….md)": a page to which it leads.
RELATED = expression(r" \((?:https?://www\.notion\.so/|[^()\s]*[0-9a-f]{32})[^()\s]*\)")
SPECIAL = expression(r"([\\`*_<>\[\]|$~])")
ROW = Sequence[str]


def markdown(data: bytes) -> Markdown:
    """A database as a note: its table, without what is no knowledge; a note to skip if none is.

    Raises:
        NotTextError: it is no text, or no CSV.
    """
    rows, numbers = _read(data)
    if len(rows) < 2:
        return NOTHING
    told = table([[cell(value) for value in row] for row in rows], rows)
    if not told:
        return NOTHING
    return Markdown("\n".join(told), (numbers[0], *numbers))


def columns(data: bytes) -> tuple[str, ...]:
    """The names of its columns, which are the properties of its pages; none if it is no CSV."""
    try:
        rows, _ = _read(data)
    except NotTextError:
        return ()
    return tuple(rows[0]) if rows else ()


def table(shown: Sequence[ROW], said: Sequence[ROW]) -> list[str]:
    """A table as lines of Markdown; none where it holds no knowledge.

    Args:
        shown: the cells as Markdown of one line, those of the head first.
        said: what they say, as plain text.
    """
    from deckbuilder.korean.classes import is_property  # noqa: PLC0415 - few sources are of Notion

    width = len(said[0])
    values = [[row[at].strip() for row in said[1:]] for at in range(width)]
    kept = [
        at
        for at in range(width)
        if not (at and is_property(said[0][at])) and not all(map(DATA.fullmatch, values[at]))
    ]
    if len(kept) < 2 or kept[0] != 0:
        return []
    head, *rows = ([row[at] for at in kept] for row in shown)
    return [_line(head), _line(["---"] * len(kept)), *map(_line, rows)]


def cell(value: str) -> str:
    """What stands in a cell as Markdown of one line."""
    value = RELATED.sub("", value.strip())
    if PICTURES.fullmatch(value):
        return " ".join(f"![]({address})" for address in value.split(", "))
    return escaped(value).replace("\n", "<br>")


def escaped(plain: str) -> str:
    """A text that Markdown takes for nothing else."""
    return SPECIAL.sub(r"\\\1", plain)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _read(data: bytes) -> tuple[list[list[str]], list[int]]:
    """The rows, all as long as the head, and the line of the file on which each begins."""
    reader = csv.reader(io.StringIO(text(data).text, newline=""))
    try:
        found = list(_numbered(reader))
    except csv.Error as error:
        raise NotTextError(_("it is no CSV: {error}").format(error=theirs(str(error)))) from error
    filled = [(row, end) for row, end in found if any(value.strip() for value in row)]
    ends = [0, *(end for _, end in found)]
    begins = {end: before + 1 for before, end in pairwise(ends)}
    width = len(filled[0][0]) if filled else 0
    rows = [[*row[:width], *[""] * (width - len(row))] for row, _ in filled]
    return rows, [begins[end] for _, end in filled]


def _numbered(reader: Iterator[list[str]]) -> Iterator[tuple[list[str], int]]:
    for row in reader:
        yield row, reader.line_num  # type: ignore[attr-defined]
