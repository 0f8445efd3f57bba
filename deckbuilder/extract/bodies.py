"""What is said beneath a label: the text of its own, the items, the members."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckbuilder.korean import shapes
from deckbuilder.model import Kind, LabelKind, Member, Node, Span, Text

# An answer in letters and digits, without blanks and marks: shorter says nothing, longer is not
# one card (Wozniak's minimum information; the longest answers of careful people are about this).
SHORTEST = 2
LONGEST = 700
# A table with more rows or columns, or with more in it, is none either.
MOST_ROWS, MOST_SAID = 20, 4 * LONGEST
# A front that holds this share of its answer asks for nothing.
MOSTLY = 0.6

# Labels that become cards of their own and so leave the body of what is above them.
OWN_CARD = (
    LabelKind.TERM,
    LabelKind.SET,
    LabelKind.CONTRAST,
    LabelKind.QUESTION,
    LabelKind.ASPECT,
    LabelKind.NOISE,
    LabelKind.CHAPTER,
)
SILENT = (Kind.HTML, Kind.COMMENT, Kind.BREAK)


def letters(nodes: Iterable[Node]) -> int:
    """How many letters and digits these nodes hold."""
    return sum(len(re.sub(r"[\W_]+", "", node.plain)) for node in nodes)


def fits(nodes: Iterable[Node]) -> bool:
    """Whether these nodes are an answer: neither empty nor too long for one card."""
    return SHORTEST <= letters(nodes) <= LONGEST


def is_card(rows: Sequence[Node]) -> bool:
    """Whether the rows of a table are not too much for one card."""
    sides = (len(rows), *(len(row.text) - 1 for row in rows))
    return max(sides) <= MOST_ROWS and letters(rows) <= MOST_SAID


def gives_away(front: str, body: Iterable[Node]) -> bool:
    """Whether a front holds most of its answer already, by pairs of letters."""
    asked = re.sub(r"[\W_]+", "", front).lower()
    told = re.sub(r"[\W_]+", "", "".join(node.plain for node in body)).lower()
    pairs = [told[at : at + 2] for at in range(len(told) - 1)]
    return sum(pair in asked for pair in pairs) >= MOSTLY * len(pairs) > 0


def own_text(node: Node) -> tuple[Node, ...]:
    """The node's own lines as a paragraph, if it has any."""
    if not node.text:
        return ()
    span = node.text[0].span.to(node.text[-1].span)
    return (Node(Kind.PARAGRAPH, span, node.text),)


def own(node: Node) -> tuple[Node, ...]:
    """The body of a definition: own lines, paragraphs and plain lists, no labelled parts.

    Behind labelled parts a paragraph speaks of them, and no more of the node.
    """
    plain = (*own_text(node), *_plain_children(node))
    return plain or _aspects(node)


def _aspects(node: Node) -> tuple[Node, ...]:
    """Short lines "장점: …", "단점: …", where nothing else is said of a node."""
    entries_ = entries(node)
    short = all(
        entry.label and entry.label.relative and entry.text and not entry.children
        for entry in entries_
    )
    return tuple(node.children) if len(entries_) > 1 and short else ()


def _plain_children(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.kind in SILENT:
            continue
        if child.kind == Kind.SECTION and has_own_card(child):
            return
        if child.is_list:
            items = tuple(_plain_items(child))
            if items:
                span = items[0].span.to(items[-1].span)
                yield replace(child, span=span, children=items)
            if 2 * len(items) < len(child.children):
                return
        elif child.kind in (Kind.SECTION, Kind.TABLE):
            continue
        elif not has_own_card(child) or _same_name(child, node):
            yield child


def _same_name(child: Node, node: Node) -> bool:
    """Whether a line says one more thing of the node itself: "속력 : 거리 / 시간" below "속력"."""
    return bool(child.label and node.label and child.label.name == node.label.name)


def _plain_items(node: Node) -> Iterator[Node]:
    """A list's items without labels; behind the first label only where labels are few."""
    labelled = sum(has_own_card(item) for item in node.children)
    if is_set(node):
        return
    for item in node.children:
        if not has_own_card(item):
            yield item
        elif 2 * labelled >= len(node.children):
            return


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


def is_set(node: Node) -> bool:
    """Whether a list names the parts of something, and describes some of them."""
    return (
        len(node.children) > 1
        and any(_is_described_term(item) for item in node.children)
        and all(item.label or is_name(item) for item in node.children)
        and not all(has_own_card(item) for item in node.children)
    )


def _is_described_term(node: Node) -> bool:
    label = node.label
    return label is not None and label.kind == LabelKind.TERM and described(node)


def has_own_card(node: Node) -> bool:
    """Whether a node is asked for by itself: a label with something said beneath it."""
    label = node.label
    return label is not None and (label.kind in OWN_CARD or bool(label.defines))


def spans(nodes: Iterable[Node]) -> tuple[Span, ...]:
    """The lines of these nodes, a span each for neighbouring lines."""
    found: list[Span] = []
    for span in (span for node in nodes for span in _spans(node)):
        if found and span.first <= found[-1].last + 1:
            found[-1] = found[-1].to(span)
        else:
            found.append(span)
    return tuple(found)


def _spans(node: Node) -> Iterator[Span]:
    if node.is_list:
        for item in node.children:
            yield from _spans(item)
    else:
        yield node.span


def beneath(node: Node) -> tuple[Node, ...]:
    """All that is said beneath a label: own lines and every child."""
    return (*own_text(node), *(child for child in node.children if child.kind not in SILENT))


def entries(node: Node) -> tuple[Node, ...]:
    """The items and sections directly beneath a node, the lists between them opened."""
    found: list[Node] = []
    for child in node.children:
        if child.is_list:
            found += (item for item in child.children if not is_picture(item))
        elif is_announcement(child):
            found += entries(child)
        elif child.kind == Kind.SECTION or child.label:
            found.append(child)
    return tuple(found)


def is_announcement(node: Node) -> bool:
    """Whether a node is nothing but "… 다음과 같다" above a list, which belongs to its parent."""
    label = node.label
    return (
        node.kind == Kind.SECTION
        and label is not None
        and label.kind == LabelKind.STATEMENT
        and not label.defines
        and not node.text
        and all(child.is_list or child.kind == Kind.TABLE for child in node.children)
        and shapes.announces(f"{label.text.plain}:")
    )


def is_name(node: Node) -> bool:
    """Whether an unlabelled item is nothing but a name."""
    return len(node.text) == 1 and not node.children and shapes.is_name(node.text[0].plain)


def described(node: Node) -> bool:
    """Whether a labelled node says something about its label."""
    return node.label is not None and letters(beneath(node)) >= SHORTEST


def member(node: Node) -> Member:
    """A node as a member of a list or a comparison: its label, or its first line, is the name."""
    if node.label:
        return Member(node.label.text, beneath(node), node.label.name, node.label.aliases)
    text = node.text[0] if node.text else Text((), node.span)
    rest = node.text[1:]
    more = (Node(Kind.PARAGRAPH, rest[0].span.to(rest[-1].span), rest),) if rest else ()
    return Member(text, (*more, *(c for c in node.children if c.kind not in SILENT)))
