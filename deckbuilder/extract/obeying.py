"""What an author says in comments of how blocks are asked: `<!-- deckbuilder: kind=list -->`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from deckbuilder.extract.author import Blocks, Found, forced
from deckbuilder.model import ASKED_AS, NONE, Directive, LabelKind, Node, Span
from deckbuilder.model.say import KIND

# The label that makes a block one of this kind.
LABELS = {
    "definition": LabelKind.TERM,
    "list": LabelKind.SET,
    "comparison": LabelKind.CONTRAST,
    "question": LabelKind.QUESTION,
}


def relabelled(node: Node, told: Sequence[Directive]) -> Node:
    """The tree in which what is to be asked as another kind is labelled so."""
    wanted = {one.asked: one.value for one in told if _is_kind(one) and one.value != NONE}
    return _relabelled(node, wanted) if wanted else node


def _relabelled(node: Node, wanted: Mapping[Span | None, str]) -> Node:
    value = wanted.get(node.own_span) if node.own_span else None
    label = node.label
    if label and value and not (value == "definition" and label.kind.implies.defined):
        label = replace(label, kind=LABELS[value])
    return replace(
        node,
        label=label,
        children=tuple(_relabelled(child, wanted) for child in node.children),
    )


def _is_kind(one: Directive) -> bool:
    return one.word == KIND and not one.wrong


def obeyed(
    found: Found, told: Sequence[Directive], blocks: Blocks
) -> tuple[Found, tuple[Directive, ...]]:
    """What is made where the note says of which kind it is, and the directives, the vain ones told.

    Args:
        found: what the rules found.
        told: what the note's author says.
        blocks: those of the note.
    """
    heard = []
    for one in told:
        if _is_kind(one) and one.asked:
            found, done = _obey(found, one.asked, one.value, blocks)
            heard.append(one if done else one._replace(wrong="reading"))
        else:
            heard.append(one)
    return found, tuple(heard)


def _obey(found: Found, asked: Span, value: str, blocks: Blocks) -> tuple[Found, bool]:
    here = [one for one in found.every if one.span.first in asked.lines] or [
        one for one in found.every if all(span.first in asked.lines for span in one.answer)
    ]
    kind = ASKED_AS.get(value, "")
    kept = [one for one in found.made if one in here and one.kind == kind]
    if value != NONE and not kept:
        first = next((one for one in here if one.kind == kind), None) or forced(blocks, asked, kind)
        if first is None:
            return found, False
        kept = [replace(first, chosen=True)]
        found = found.with_(kept[0], first)
    for one in here:
        if one in (*found.made, *found.offered) and one not in kept:
            found = found.without(one, kept[0] if kept else None)
    return found, True
