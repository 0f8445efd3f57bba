"""How a note was read: each block, what it was taken for, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from deckbuilder.diagnostics import DOUBTS, REASONS
from deckbuilder.model import Label, LeftOut, Node, Span, Text, Unit

# The reason of lines that have no words, such as a tag on a line of its own.
MARKS = "markup"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A block of a note.

    `asks` are the units that this block asks for, `answers` those that it is part of the answer
    of. `offers` are those that it could ask for besides, and does not, as their tier is not taken.
    `reason` says why its lines are in none, for those that are not; `rest` are the lines of a block
    that asks or answers which are on no card all the same.
    """

    span: Span
    depth: int
    block: str
    text: str
    label: Label | None
    asks: tuple[Unit, ...]
    answers: tuple[Unit, ...]
    reason: str | None
    offers: tuple[Unit, ...] = ()
    rest: tuple[LeftOut, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The same for JSON: strings, numbers, lists and dictionaries."""
        label = self.label and {
            "name": self.label.name,
            "asks_for": self.label.kind.value,
            "aliases": list(self.label.aliases),
            "relative": self.label.relative,
        }
        return {
            "path": self.span.path,
            "first": self.span.first,
            "last": self.span.last,
            "depth": self.depth,
            "block": self.block,
            "text": self.text,
            "label": label,
            "asks": [_unit(unit) for unit in self.asks],
            "answers": [_unit(unit) for unit in self.answers],
            "offers": [_unit(unit) for unit in self.offers],
            "left_out": self.reason,
            "rest": [
                {"first": left.span.first, "last": left.span.last, "left_out": REASONS[left.reason]}
                for left in self.rest
            ],
        }


def _unit(unit: Unit) -> dict[str, object]:
    return {
        "kind": unit.kind,
        "front": unit.front,
        "rule": unit.rule,
        "tier": unit.tier.name.lower(),
        "doubts": [DOUBTS[doubt] for doubt in unit.doubts],
        "lines": [[span.first, span.last] for span in unit.answer],
    }


def explain(
    root: Node,
    units: Iterable[Unit],
    left_out: Iterable[LeftOut],
    offered: Iterable[Unit] = (),
) -> tuple[Explanation, ...]:
    """Explain every block of a note.

    Args:
        root: the note's tree.
        units: what was found in it.
        left_out: what became no part of a unit.
        offered: the units that could be asked as well.

    Returns:
        the blocks in the order of the note, the ones that only hold others (lists, the document)
        left away; behind them what stands in no block (front matter, link definitions).
    """
    units, left_out, offered = tuple(units), tuple(left_out), tuple(offered)
    blocks = [
        _block(node, own, depth, units, left_out, offered)
        for node, depth in _walk(root)
        if (own := node.own_span) is not None
    ]
    covered = {line for block in blocks for line in block.span.lines}
    beside = [
        Explanation(left.span, 0, "lines", "", None, (), (), REASONS[left.reason])
        for left in left_out
        if covered.isdisjoint(left.span.lines)
    ]
    return tuple(sorted([*blocks, *beside], key=lambda block: (block.span.first, block.depth)))


def _walk(node: Node, depth: int = 0) -> Iterator[tuple[Node, int]]:
    yield node, depth
    below = depth + (node.label is not None or bool(node.text))
    for child in node.children:
        yield from _walk(child, below)


def _line(text: Text) -> str:
    """A line as it can be printed; the address of a picture where there is nothing else."""
    marks = (mark for run in text.runs for mark in run.marks)
    return text.plain or next((mark.value for mark in marks if mark.kind == "image"), "")


def _block(
    node: Node,
    own: Span,
    depth: int,
    units: tuple[Unit, ...],
    left_out: tuple[LeftOut, ...],
    offered: tuple[Unit, ...],
) -> Explanation:
    lines = set(own.lines)
    asks = tuple(unit for unit in units if lines.intersection(unit.span.lines))
    answers = tuple(unit for unit in units if unit not in asks and not lines.isdisjoint(unit.lines))
    left = tuple(_within(own, left_out))
    text = node.label.text.plain if node.label else next((_line(t) for t in node.text), "")
    behind = " ".join(t.plain for t in node.text) if node.label else ""
    return Explanation(
        span=own,
        depth=depth,
        block=node.kind.value,
        text=f"{text} — {behind}" if behind else text,
        label=node.label,
        asks=asks,
        answers=answers,
        reason=REASONS[left[0].reason] if left and not asks and not answers else None,
        offers=tuple(unit for unit in offered if lines.intersection(unit.span.lines)),
        rest=tuple(one for one in left if one.reason != MARKS) if asks or answers else (),
    )


def _within(own: Span, left_out: Iterable[LeftOut]) -> Iterator[LeftOut]:
    """What is left out of a block."""
    for one in left_out:
        first, last = max(own.first, one.span.first), min(own.last, one.span.last)
        if first <= last:
            yield one._replace(span=own._replace(first=first, last=last))
