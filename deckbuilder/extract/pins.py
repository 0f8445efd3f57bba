"""Identities that authors pin by hand: `<!-- id: 세마포어 -->` at a block or a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuilder.model import Document, Kind, Node, Pin, Unit

PIN = re.compile(r"<!--\s*id\s*:(?P<name>[^<>]*)-->(?P<last>[ \t]*$)?")
WORD = re.compile(r"[^\s<>]+")
HEADING = re.compile(r"\s{0,3}#{1,6}\s")


def pinned(
    units: Sequence[Unit], root: Node, document: Document
) -> tuple[tuple[Unit, ...], tuple[Pin, ...]]:
    """Give units the ids that stand beside them.

    An id stands at the end of the line that asks, on a line of its own above that, or on one below
    a heading. Of several units of one kind on that line it is the first one's. Those in code, or in
    the text of another note, are none.

    Returns:
        the units, and the ids in the order of the note, with those that are none or stand where
        they name nothing.
    """
    code = {line for node in root.walk() if node.kind == Kind.CODE for line in node.span.lines}
    others = code | document.embedded
    pins: list[Pin] = []
    named: dict[int, str] = {}  # by the unit's position
    for number, line in enumerate(document.lines, start=1):
        for hit in PIN.finditer(line) if number not in others else ():
            here = document.span(number, number)
            name = hit["name"].strip()
            sound = bool(WORD.fullmatch(name))
            if not sound or hit["last"] is None:
                if not _in_code(line, hit.start()):
                    pins.append(Pin(name, here, used=False, sound=sound))
                continue
            alone = not line[: hit.start()].strip(" \t>-*+")
            beside = _beside(document, number) if alone else [number]
            found = list(_asked(units, beside))
            named |= dict.fromkeys(found, name)
            pins.append(Pin(name, here, bool(found)))
    given = (replace(unit, pin=named.get(at, "")) for at, unit in enumerate(units))
    return tuple(given), tuple(pins)


def _in_code(line: str, at: int) -> bool:
    """Whether a place in a line is within `code`, as in a note about ids."""
    return line.count("`", 0, at) % 2 == 1


def _beside(document: Document, number: int) -> list[int]:
    """The lines that an id on a line of its own may belong to, the likeliest first."""
    filled = [n for n, line in enumerate(document.lines, start=1) if line.strip()]
    at = filled.index(number)
    above, below = filled[:at][-1:], filled[at + 1 :][:1]
    of_heading = bool(HEADING.match(document.lines[number - 2])) if number > 1 else False
    return [*above, *below] if of_heading else [*below, *above]


def _asked(units: Sequence[Unit], lines: Sequence[int]) -> Iterator[int]:
    """The positions of what is asked on the first of these lines that asks anything."""
    for line in lines:
        here = [at for at, unit in enumerate(units) if unit.span.first == line]
        if here:
            yield from {units[at].kind: at for at in reversed(here)}.values()
            return
