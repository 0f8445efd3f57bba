"""What is said beneath a label, and how much that is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from operator import add

from deckbuilder.korean.pairs.reckoned import is_reckoned
from deckbuilder.model import SILENT, Kind, Node

# An answer in letters and digits, without blanks and marks: shorter says nothing, and of longer
# nothing is even offered (Wozniak's minimum information; the longest answers of careful people are
# about this).
SHORTEST = 2
LONGEST = 700
# What is learnt in one go, as those say who judge cards: of 20 longer definitions they kept two. So
# longer ones are shown in part (`begin`), else only offered (`is_essay` in `doubts`), and of a
# longer table each row is a card.
LONGEST_LEARNT = 450
# What is told of the members of a comparison, where no table makes that easier to learn.
MOST_COMPARED = 350
# A table with more rows or columns is no card either.
MOST_ROWS = 20
# A front that holds this share of its answer asks for nothing.
MOSTLY = 0.6


# --- how much is said -----------------------------------------------------------------------------


def letters(nodes: Iterable[Node]) -> int:
    """How many letters and digits these nodes hold."""
    return sum([node.letters for node in nodes])


def fits(nodes: Iterable[Node]) -> bool:
    """Whether these nodes are an answer: neither empty nor too long for one card."""
    return SHORTEST <= letters(nodes) <= LONGEST


def begin(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Of more than can be learnt in one go the blocks in front that can; at least the first."""
    said = accumulate(node.letters for node in nodes)
    few = sum(total <= LONGEST_LEARNT for total in said)
    return nodes[: max(few, 1)]


def is_card(rows: Sequence[Node]) -> bool:
    """Whether the rows of a table are not too much for one card."""
    sides = (len(rows), *(len(row.text) - 1 for row in rows))
    return max(sides) <= MOST_ROWS and letters(rows) <= LONGEST_LEARNT


def _joined(plain: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, plain))


def gives_away(front: str, body: Iterable[Node]) -> bool:
    """Whether a front holds most of its answer already, by pairs of letters.

    "매출 이익률" does not say how it is reckoned: "매출 이익 / 매출".
    """
    said = [node.plain for node in body]
    asked, told = _joined(front).lower(), "".join(map(_joined, said)).lower()
    pairs = list(map(add, told, told[1:]))
    mostly = sum(map(asked.__contains__, pairs)) >= MOSTLY * len(pairs) > 0
    return mostly and not (len(said) == 1 and is_reckoned(front, said[0]))


# --- what is said ---------------------------------------------------------------------------------


def children(node: Node) -> tuple[Node, ...]:
    """The blocks beneath a node that say something."""
    return tuple(child for child in node.children if child.kind not in SILENT)


def own_text(node: Node) -> tuple[Node, ...]:
    """The node's own lines as a paragraph, if it has any."""
    if not node.text:
        return ()
    span = node.text[0].span.to(node.text[-1].span)
    return (Node(Kind.PARAGRAPH, span, node.text),)


def beneath(node: Node) -> tuple[Node, ...]:
    """All that is said beneath a label: own lines and every child."""
    return (*own_text(node), *children(node))


# --- what illustrates it --------------------------------------------------------------------------


def is_picture(node: Node) -> bool:
    """Whether a block is nothing but pictures or sounds: it illustrates, and says nothing."""
    return (
        node.kind in (Kind.PARAGRAPH, Kind.ITEM)
        and bool(node.lines)
        and not node.children
        and all(not line and any(run.has("image") for run in line.runs) for line in node.lines)
    )


def pictures(node: Node) -> tuple[Node, ...]:
    """The pictures that stand by themselves beneath a label, those between list items included."""
    items = (item for child in node.children if child.is_list for item in child.children)
    found = (part for part in (*node.children, *items) if is_picture(part))
    return tuple(replace(part, kind=Kind.PARAGRAPH) for part in found)
