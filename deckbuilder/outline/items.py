"""Labels that items of a list have by what stands beside them: `용어 (설명)`, names said twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from deckbuilder.korean import labels, pairs, shapes
from deckbuilder.model import LabelKind, Node, Run, Text

# So many items `용어 (설명)` make a habit.
FEWEST_BRACKETS = 2
# So many items tell by the last word of their names of what sort all are.
FEWEST_KIN = 2


def labelled(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """A list's items, with the labels that they have by what stands beside them."""
    return _name_kin(_join_names(_label_brackets(items)))


def _name_kin(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """Beside "바람 방식" and "물 방식" a "기본 방식" is one more of them, and asks for no set."""
    last = Counter(
        item.label.name.split()[-1]
        for item in items
        if item.label and item.label.kind == LabelKind.TERM and " " in item.label.name
    )
    return tuple(
        replace(item, label=replace(item.label, kind=LabelKind.TERM, relative=False))
        if item.label
        and item.label.kind == LabelKind.SET
        and " " in item.label.name
        and last[item.label.name.split()[-1]] >= FEWEST_KIN
        else item
        for item in items
    )


def _join_names(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """`날개 — 앞` and `날개 — 뒤` above text of their own are two names, and no `날개` twice."""
    count = Counter(item.label.name for item in items if item.label)
    return tuple(
        _joined_name(item) if item.label and count[item.label.name] > 1 else item for item in items
    )


def _joined_name(item: Node) -> Node:
    label, (second, *more) = item.label, item.text or (None,)
    if label is None or second is None or more or not item.children:
        return item
    if not shapes.is_term(second.plain):
        return item
    name = Text((*label.text.runs, Run(" — "), *second.runs), label.text.span)
    return replace(item, label=labels.read(name), text=())


def _label_brackets(items: tuple[Node, ...]) -> tuple[Node, ...]:
    """`용어 (설명)`, where at least half of a list's items are of that form."""
    found = [
        pairs.split_bracket(item.text[0])
        if len(item.text) == 1 and not item.label and not item.children
        else None
        for item in items
    ]
    if 2 * sum(map(bool, found)) < max(len(items), FEWEST_BRACKETS * 2):
        return items
    return tuple(
        replace(item, label=labels.read(pair[0]), text=(pair[1],)) if pair else item
        for item, pair in zip(items, found, strict=True)
    )
