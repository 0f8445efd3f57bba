"""How `explain` prints a block."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.cli.printing import Strong
from deckbuilder.diagnostics import DOUBTS, REASONS
from deckbuilder.explain import Explanation
from deckbuilder.model import Span

# What is printed of a kind that is not called as in `model`.
KIND_NAMES = {"enumeration": "list", "cloze": "list items"}
WIDTH = 60


def explained(block: Explanation) -> Iterator[tuple[str, ...]]:
    """The lines for a block: what it was taken for, and what it asks, answers, or why neither."""
    kind = f"{block.label.kind} " if block.label else ""
    text = block.text if len(block.text) <= WIDTH else f"{block.text[:WIDTH]}…"
    yield f"{_numbers(block.span):>9}  {'  ' * block.depth}{block.block} ", Strong(kind), text
    indent = " " * 11 + "  " * block.depth
    for unit in block.asks:
        yield (f"{indent}→ {KIND_NAMES.get(unit.kind, unit.kind)} “{unit.front}” [{unit.rule}]",)
    for unit in () if block.asks else block.answers:
        yield (f"{indent}· answers “{unit.front}” [{unit.rule}]",)
    for unit in block.offers:
        kind = KIND_NAMES.get(unit.kind, unit.kind)
        why = "; ".join(DOUBTS[doubt] for doubt in unit.doubts) or "a habit that often misleads"
        yield (f"{indent}? {kind} “{unit.front}” [{unit.rule}] with take = many only: {why}",)
    if block.reason:
        yield (f"{indent}✗ left out: {block.reason}",)
    for left in block.rest:
        yield (f"{indent}✗ {_numbers(left.span)} left out: {REASONS[left.reason]}",)


def _numbers(span: Span) -> str:
    return f"{span.first}" if span.first == span.last else f"{span.first}-{span.last}"
