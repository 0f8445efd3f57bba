"""Names to HTML: plain text, but for the formulas and the scripts that the note has in them.

A name is text without marks, cut out of a line (its numbering, brackets and particles left away),
perhaps with that of another line in front: "군 G의 부분". Which of its characters are a formula is
told by where they stand in the line: in "Group $G$" it is the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import eq, or_
from typing import NamedTuple

from deckbuilder.model import Mark, Run, Text
from deckbuilder.regular import expression
from deckbuilder.render.inline import html, plain

BETWEEN = " › "
"""Between the names of a place."""

# The marks that a name keeps: without them it would say something else.
KEPT = ("math", "sub", "sup")
# A formula stands at no place within a word.
LATIN = expression(r"[A-Za-z0-9]")
# A longer name is cut out in one piece; in others each place would be looked at for each formula.
LONGEST = 200
# So many characters around a place tell it from others.
WIDTH = 20

# Runs with their offsets.
Placed = Sequence[tuple[int, Run]]
# What stands in front of a run, backwards, and behind it.
Sides = tuple[str, str]


class Line(NamedTuple):
    """A line that names are read from: its characters, and the runs of it that a name keeps."""

    plain: str
    kept: Placed


def line(text: Text) -> Line:
    """A line of a note as one that names are read from."""
    if not any(run.marks for run in text.runs):
        return Line(text.plain, ())  # as most lines are
    kept = []
    at = 0
    for run in text.runs:
        if run.has(*KEPT) and run.text.strip():
            kept.append((at, run))
        at += len(run.text)
    return Line(text.plain, tuple(kept))


def name(shown: str, lines: Sequence[Line]) -> str:
    """A name as HTML.

    Args:
        shown: the name, or several with `BETWEEN` between them; formulas in it are their LaTeX.
        lines: where it may have been read from, the likeliest line first.

    Returns:
        HTML; set are the formulas and scripts of these lines, where they stand in the name.
    """
    if not any(one.kept for one in lines):  # as in most notes
        return plain(shown)
    return plain(BETWEEN).join(html(_runs(part, lines)) for part in shown.split(BETWEEN))


def _runs(part: str, lines: Iterable[Line]) -> Iterator[Run]:
    done = 0
    for start, run in _found(part, lines):
        if start >= done:
            yield Run(part[done:start])
            yield run._replace(marks=tuple(filter(None, map(_kept, run.marks))))
            done = start + len(run.text)
    yield Run(part[done:])


def _kept(mark: Mark) -> Mark | None:
    """A mark as a name has it: a formula that is shown by itself is one among words there."""
    return mark._replace(value=mark.value[:1]) if mark.kind in KEPT else None


def _found(part: str, lines: Iterable[Line]) -> Placed:
    """What is to be set in a name, by where it stands there."""
    pieces: list[tuple[int, Run]] = []
    for one in lines:
        whole = _whole(part, one)
        if whole is not None:
            return whole
        if len(part) <= LONGEST:
            pieces += _pieces(part, one)
    return sorted(pieces, key=lambda piece: piece[0])


def _whole(part: str, one: Line) -> Placed | None:
    """What is to be set where a line has all of a name; None where it has not."""
    places = (slice(at, at + len(part)) for at in _places(part, one.plain))
    free = [place for place in places if _is_free(one.plain, place)]
    first: Placed | None = None
    for found in _within(free, one.kept):
        if found:  # of several places the one that has a formula
            return found
        first = found
    return first


def _within(places: Iterable[slice], kept: Placed) -> Iterator[Placed]:
    """The runs in each of these places, which follow each other; offsets are those in the place."""
    at = 0
    for place in places:
        while at < len(kept) and kept[at][0] < place.start:
            at += 1
        first = at
        while at < len(kept) and kept[at][0] + len(kept[at][1].text) <= place.stop:
            at += 1
        yield [(start - place.start, run) for start, run in kept[first:at]]


def _pieces(part: str, one: Line) -> Iterator[tuple[int, Run]]:
    """What is to be set where a name has pieces of a line: in its order, between like words."""
    done = 0
    absent: set[str] = set()
    for first, run in one.kept:
        if run.text in absent:
            continue
        there = _unglossed(_around(one.plain, first, run))
        around = {at: _around(part, at, run) for at in _places(run.text, part, done)}
        fitting = [at for at, here in around.items() if _fits(here, there, run)]
        if fitting:
            at = max(fitting, key=lambda place: sum(_shared(around[place], there)))
            yield at, run
            done = at + len(run.text)
        else:
            absent.add(run.text)


def _places(piece: str, text: str, start: int = 0) -> Iterator[int]:
    at = text.find(piece, start)
    while piece and at >= 0:
        yield at
        at = text.find(piece, at + len(piece))


def _is_free(text: str, place: slice) -> bool:
    """Whether a piece of a text begins and ends where no word goes on."""
    before, behind = text[max(0, place.start - 1) : place.start], text[place.stop : place.stop + 1]
    return not (_join(before, text[place.start]) or _join(text[place.stop - 1], behind))


def _join(first: str, second: str) -> bool:
    """Whether two neighbours, the first characters of these, are of one word."""
    return bool(LATIN.match(first) and LATIN.match(second))


def _around(text: str, at: int, run: Run) -> Sides:
    end = at + len(run.text)
    return text[max(0, at - WIDTH) : at][::-1], text[end : end + WIDTH]


def _unglossed(sides: Sides) -> Sides:
    """What stands around a run up to the brackets, which no name has."""
    before, behind = sides
    return re.split(r"[)\]）]", before)[0], re.split(r"\s*[(\[（]", behind)[0]


def _fits(here: Sides, there: Sides, run: Run) -> bool:
    """Whether a run may stand here in a name: on one side it goes on, or ends, as in its line.

    On the other the name has gone on by itself, but not the word.
    """
    ends = (run.text[0], run.text[-1])
    like = [count > 0 for count in _shared(here, there)]
    free = (not _join(side, own) for side, own in zip(here, ends, strict=True))
    return any(like) and all(map(or_, like, free))


def _shared(here: Sides, there: Sides) -> tuple[int, int]:
    """How many characters on each side of two places are the same, their ends among them."""
    first, second = (
        sum(1 for _ in takewhile(bool, map(eq, f"{side}\n", f"{other}\n")))
        for side, other in zip(here, there, strict=True)
    )
    return first, second
