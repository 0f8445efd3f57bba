"""Identities that authors pin by hand: `<!-- id: 세마포어 -->` at a block or a heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuilder.extract.comments import comments
from deckbuilder.model import Document, Node, Pin, Unit
from deckbuilder.regular import expression

WORD = expression(r"[^\s<>]+")


def pinned(
    units: Sequence[Unit], root: Node, document: Document, skip: frozenset[int] = frozenset()
) -> tuple[tuple[Unit, ...], tuple[Pin, ...]]:
    """Give units the ids that stand beside them.

    An id stands at the end of the line that asks, on a line of its own above that, or on one below
    a heading. Of several units of one kind on that line it is the first one's. Those in code, or in
    the text of another note, are none; nor are those of what is to be skipped (its lines).

    Returns:
        the units, and the ids in the order of the note, with those that are none or stand where
        they name nothing.
    """
    pins: list[Pin] = []
    named: dict[int, str] = {}  # by the unit's position
    for comment in comments(root, document):
        if comment.name != "id" or not skip.isdisjoint((comment.number, *comment.beside[:1])):
            continue
        here = document.span(comment.number, comment.number)
        sound = bool(WORD.fullmatch(comment.said))
        found = list(_asked(units, comment.beside)) if sound and comment.last else []
        named |= dict.fromkeys(found, comment.said)
        pins.append(Pin(comment.said, here, bool(found), sound))
    given = (_named(unit, named.get(at, "")) for at, unit in enumerate(units))
    return tuple(given), tuple(pins)


def _named(unit: Unit, pin: str) -> Unit:
    return unit if unit.pin == pin else replace(unit, pin=pin)


def _asked(units: Sequence[Unit], lines: Sequence[int]) -> Iterator[int]:
    """The positions of what is asked on the first of these lines that asks anything."""
    for line in lines:
        here = [at for at, unit in enumerate(units) if unit.span.first == line]
        if here:
            yield from {units[at].kind: at for at in reversed(here)}.values()
            return
