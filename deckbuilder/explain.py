"""How a note was read: each block, what it was taken for, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from deckbuilder.language import N_, _
from deckbuilder.model import Label, LeftOut, Node, Rejected, Span, Text, Tier, Unit, Yield
from deckbuilder.reasons import CAVEATS, DOUBTS, REASONS

# How to say what a rule that often errs has found so that a surer one finds it.
SURER = N_("`용어 : 정의` or a heading above it is surer")


class Habit(NamedTuple):
    """What is known of the rule that found a unit: its tier, its yield, why these disagree."""

    tier: Tier
    measured: Yield
    despite: str = ""

    def __str__(self) -> str:
        return self.with_caveats(())

    def with_caveats(self, caveats: Iterable[str]) -> str:
        """What is known of it, and what makes it less sure; so do the caveats about a unit."""
        one = self.measured
        worth = _("{share:.0%} of what this rule finds is worth a card").format(share=one.share)
        known = worth if one.tier else _("too little of what this rule finds is measured")
        less = (*([_(self.despite)] if self.despite else []), *caveats)
        but = ", ".join(less)
        return _("{known}, but {despite}").format(known=known, despite=but) if but else known


class Fate(NamedTuple):
    """A unit that a rule found, and what speaks for and against it.

    `by` is the unit that keeps it from being made, `reason` says how (a key of
    `reasons.REJECTIONS`); None and empty for one that is made, or offered.
    """

    unit: Unit
    habit: Habit
    by: Unit | None = None
    reason: str = ""

    @property
    def against(self) -> tuple[tuple[str, str], ...]:
        """What keeps an offered unit from being made, and what to do about it."""
        doubts = _told(DOUBTS, self.unit.doubts)
        unsure = self.habit.tier == Tier.MAYBE or (self.unit.tier == Tier.MAYBE and not doubts)
        less = (*doubts, *self.caveats)
        return (*less, (str(self.habit), _(SURER))) if unsure else less

    @property
    def caveats(self) -> tuple[tuple[str, str], ...]:
        """What makes it less sure, and what to do about it."""
        return _told(CAVEATS, self.unit.caveats)

    def as_dict(self) -> dict[str, object]:
        """The same for JSON."""
        measured = self.habit.measured
        found = {
            **_unit(self.unit),
            "tier": self.unit.tier.name.lower(),
            "yield": {
                "made": measured.made,
                "core": measured.core,
                "optional": measured.optional,
                "despite": self.habit.despite,
            },
            "caveats": [{"what": what, "hint": hint} for what, hint in self.caveats],
            "against": [{"what": what, "hint": hint} for what, hint in self.against],
        }
        return found | {"reason": self.reason, "by": _unit(self.by)} if self.by else found


def _told(
    words: Mapping[str, tuple[str, str]], names: Iterable[str]
) -> tuple[tuple[str, str], ...]:
    return tuple((_(what), _(hint)) for what, hint in map(words.__getitem__, names))


# The reason of lines that have no words, such as a tag on a line of its own.
MARKS = "markup"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A block of a note.

    `asks` are the units that this block asks for, `answers` those that it is part of the answer
    of. `offers` are those that it could ask for besides, and does not, as their tier is not taken;
    `rejects` those that another unit keeps from being made. `reason` says why its lines are in
    none, for those that are not; `rest` are the lines of a block that asks or answers which are on
    no card all the same.
    """

    span: Span
    depth: int
    block: str
    text: str
    label: Label | None = None
    asks: tuple[Fate, ...] = ()
    answers: tuple[Unit, ...] = ()
    reason: str | None = None
    offers: tuple[Fate, ...] = ()
    rejects: tuple[Fate, ...] = ()
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
            "asks": [fate.as_dict() for fate in self.asks],
            "answers": [_unit(unit) for unit in self.answers],
            "offers": [fate.as_dict() for fate in self.offers],
            "rejects": [fate.as_dict() for fate in self.rejects],
            "left_out": self.reason,
            "rest": [
                {
                    "first": left.span.first,
                    "last": left.span.last,
                    "left_out": _(REASONS[left.reason]),
                }
                for left in self.rest
            ],
        }


def _unit(unit: Unit) -> dict[str, object]:
    return {
        "kind": unit.kind,
        "front": unit.front,
        "rule": unit.rule,
        "chosen": unit.chosen,
        "asked": [span.first for span in (unit.span, *unit.also)],
        "lines": [[span.first, span.last] for span in unit.answer],
    }


def explain(
    root: Node,
    units: Iterable[Unit],
    left_out: Iterable[LeftOut],
    offered: Iterable[Unit] = (),
    rejected: Iterable[Rejected] = (),
    habits: Mapping[str, Habit] = MappingProxyType({}),
) -> tuple[Explanation, ...]:
    """Explain every block of a note.

    Args:
        root: the note's tree.
        units: what was found in it.
        left_out: what became no part of a unit.
        offered: the units that could be asked as well.
        rejected: those that other units keep from being made.
        habits: what is known of each rule, by its name.

    Returns:
        the blocks in the order of the note, the ones that only hold others (lists, the document)
        left away; behind them what stands in no block (front matter, link definitions).
    """
    left_out = tuple(left_out)

    def fate(unit: Unit, by: Unit | None = None, reason: str = "") -> Fate:
        habit = habits.get(unit.rule, Habit(unit.tier, Yield(0)))
        return Fate(unit, habit, by, reason)

    account = _Account(
        tuple(map(fate, units)),
        tuple(map(fate, offered)),
        tuple(fate(*one) for one in rejected),
        left_out,
    )
    blocks = [
        _block(node, own, depth, account)
        for node, depth in _walk(root)
        if (own := node.own_span) is not None
    ]
    covered = {line for block in blocks for line in block.span.lines}
    beside = [
        Explanation(left.span, 0, N_("lines"), "", reason=_(REASONS[left.reason]))
        for left in left_out
        if covered.isdisjoint(left.span.lines)
    ]
    return tuple(sorted([*blocks, *beside], key=lambda block: (block.span.first, block.depth)))


Found = TypeVar("Found")


class _ByLine(Generic[Found]):
    """Things, found by the lines that they are about; a note has as many of both."""

    def __init__(self, found: Sequence[Found], lines: Callable[[Found], Iterable[int]]) -> None:
        self._found = found
        self._at: dict[int, list[int]] = {}
        for number, one in enumerate(found):
            for line in lines(one):
                self._at.setdefault(line, []).append(number)

    def on(self, lines: Iterable[int]) -> tuple[Found, ...]:
        """Those that are about any of these lines, in their order."""
        numbers = {number for line in lines for number in self._at.get(line, ())}
        return tuple(self._found[number] for number in sorted(numbers))


class _Account:
    """What became of a note, line by line."""

    def __init__(
        self,
        made: Sequence[Fate],
        offered: Sequence[Fate],
        rejected: Sequence[Fate],
        left_out: Sequence[LeftOut],
    ) -> None:
        self.made = _ByLine(made, _asked)
        self.offered = _ByLine(offered, _asked)
        self.rejected = _ByLine(rejected, _asked)
        self.answers = _ByLine(made, lambda fate: fate.unit.lines)
        self.left_out = _ByLine(left_out, lambda left: left.span.lines)


def _asked(fate: Fate) -> Iterator[int]:
    """The lines that ask for a unit."""
    for span in (fate.unit.span, *fate.unit.also):
        yield from span.lines


def _walk(node: Node, depth: int = 0) -> Iterator[tuple[Node, int]]:
    yield node, depth
    below = depth + (node.label is not None or bool(node.text))
    for child in node.children:
        yield from _walk(child, below)


def _line(text: Text) -> str:
    """A line as it can be printed; the address of a picture where there is nothing else."""
    marks = (mark for run in text.runs for mark in run.marks)
    return text.plain or next((mark.value for mark in marks if mark.kind == "image"), "")


def _block(node: Node, own: Span, depth: int, account: _Account) -> Explanation:
    made, offers = account.made.on(own.lines), account.offered.on(own.lines)
    asked = {id(fate) for fate in made}
    answers = tuple(fate.unit for fate in account.answers.on(own.lines) if id(fate) not in asked)
    left = tuple(_within(own, account.left_out.on(own.lines)))
    text = node.label.text.plain if node.label else next((_line(t) for t in node.text), "")
    behind = " ".join(t.plain for t in node.text) if node.label else ""
    return Explanation(
        span=own,
        depth=depth,
        block=node.kind.value,
        text=f"{text} — {behind}" if behind else text,
        label=node.label,
        asks=made,
        answers=answers,
        reason=_(REASONS[left[0].reason]) if left and not made and not answers else None,
        offers=offers,
        rejects=account.rejected.on(own.lines),
        rest=tuple(one for one in left if one.reason != MARKS) if made or answers else (),
    )


def _within(own: Span, left_out: Iterable[LeftOut]) -> Iterator[LeftOut]:
    """What is left out of a block."""
    for one in left_out:
        first, last = max(own.first, one.span.first), min(own.last, one.span.last)
        if first <= last:
            yield one._replace(span=own._replace(first=first, last=last))
