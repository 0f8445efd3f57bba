"""How `explain` prints a block."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.cli.printing import Strong
from deckbuilder.explain import Explanation, Fate
from deckbuilder.language import N_, _
from deckbuilder.model import Span, Tier, Unit
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.reasons import REASONS, REJECTIONS

WIDTH = 60
TIERS = {Tier.SURE: N_("sure"), Tier.LIKELY: N_("likely"), Tier.MAYBE: N_("maybe")}


def explained(block: Explanation) -> Iterator[tuple[str, ...]]:
    """The lines for a block: what it was taken for, what became of it, and what speaks for that."""
    kind = f"{_(block.label.kind)} " if block.label else ""
    text = block.text if len(block.text) <= WIDTH else f"{block.text[:WIDTH]}…"
    called = _(block.block)
    yield f"{_numbers(block.span):>9}  {'  ' * block.depth}{called} ", Strong(kind), text
    indent = " " * 11 + "  " * block.depth
    for fate in block.asks:
        yield (f"{indent}→ {_made(fate, block)}",)
    for unit in () if block.asks else block.answers:
        said = _("answers “{front}” [{rule}]").format(front=unit.front, rule=unit.rule)
        yield (f"{indent}· {said}",)
    for fate in block.offers:
        only = _("{unit} with take = many only")
        said = only if fate.unit.tier == Tier.MAYBE else _("{unit} with take = usual or many")
        said = said.format(unit=_named(fate.unit))
        yield (f"{indent}? {said}",)
        for what, hint in fate.against:
            yield (f"{indent}    {what}; {hint}",)
    for fate in block.rejects:
        yield (f"{indent}× {_named(fate.unit)} {_rejected(fate)}",)
    if block.reason:
        said = _("left out: {reason}").format(reason=block.reason)
        yield (f"{indent}✗ {said}",)
    for left in block.rest:
        said = _("left out: {reason}").format(reason=_(REASONS[left.reason]))
        yield (f"{indent}✗ {_numbers(left.span)} {said}",)


def _made(fate: Fate, block: Explanation) -> str:
    tier = _(TIERS[fate.unit.tier])
    known = fate.habit.with_caveats(what for what, _hint in fate.caveats)
    why = _("chosen by its author") if fate.unit.chosen else f"{tier}: {known}"
    if not fate.unit.also:
        return f"{_named(fate.unit)}, {why}"
    more = _("with line {lines}").format(lines=_elsewhere(fate.unit, block))
    return f"{_named(fate.unit)} {more}, {why}"


def _rejected(fate: Fate) -> str:
    """Why a unit is neither made nor offered."""
    if fate.by is None or fate.by == fate.unit:
        return _(REJECTIONS[fate.reason])
    if fate.reason == "author":
        return _("is asked, as its author chose, as {other}").format(other=_named(fate.by))
    said = _(REJECTIONS[fate.reason]).format(other=_named(fate.by))
    line = _("on line {line}").format(line=fate.by.span.first)
    return f"{said} {line}"


def _numbers(span: Span) -> str:
    return f"{span.first}" if span.first == span.last else f"{span.first}-{span.last}"


def _named(unit: Unit) -> str:
    return f"{_(NOTE_TYPES[unit.kind].called)} “{unit.front}” [{unit.rule}]"


def _elsewhere(unit: Unit, block: Explanation) -> str:
    """The other lines on which a unit is asked for."""
    asked = sorted(span.first for span in (unit.span, *unit.also))
    return ", ".join(str(line) for line in asked if line not in block.span.lines)
