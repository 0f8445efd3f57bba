"""How `explain` prints a block."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.cli.printing import Strong
from deckbuilder.diagnostics import REASONS, REJECTIONS
from deckbuilder.explain import Explanation
from deckbuilder.model import Span, Unit
from deckbuilder.notetypes import NOTE_TYPES

WIDTH = 60


def explained(block: Explanation) -> Iterator[tuple[str, ...]]:
    """The lines for a block: what it was taken for, what became of it, and what speaks for that."""
    kind = f"{block.label.kind} " if block.label else ""
    text = block.text if len(block.text) <= WIDTH else f"{block.text[:WIDTH]}…"
    yield f"{_numbers(block.span):>9}  {'  ' * block.depth}{block.block} ", Strong(kind), text
    indent = " " * 11 + "  " * block.depth
    for fate in block.asks:
        more = f" with line {_elsewhere(fate.unit, block)}" if fate.unit.also else ""
        tier = fate.unit.tier.name.lower()
        yield (f"{indent}→ {_named(fate.unit)}{more}, {tier}: {fate.habit}",)
    for unit in () if block.asks else block.answers:
        yield (f"{indent}· answers “{unit.front}” [{unit.rule}]",)
    for fate in block.offers:
        yield (f"{indent}? {_named(fate.unit)} with take = many only",)
        for what, hint in fate.against:
            yield (f"{indent}    {what}; {hint}",)
    for fate in block.rejects:
        if fate.by:
            where = f"{REJECTIONS[fate.reason]} {_named(fate.by)} on line {fate.by.span.first}"
            yield (f"{indent}× {_named(fate.unit)} {where}",)
    if block.reason:
        yield (f"{indent}✗ left out: {block.reason}",)
    for left in block.rest:
        yield (f"{indent}✗ {_numbers(left.span)} left out: {REASONS[left.reason]}",)


def _numbers(span: Span) -> str:
    return f"{span.first}" if span.first == span.last else f"{span.first}-{span.last}"


def _named(unit: Unit) -> str:
    return f"{NOTE_TYPES[unit.kind].called} “{unit.front}” [{unit.rule}]"


def _elsewhere(unit: Unit, block: Explanation) -> str:
    """The other lines on which a unit is asked for."""
    asked = (span.first for span in (unit.span, *unit.also))
    return ", ".join(str(line) for line in asked if line not in block.span.lines)
