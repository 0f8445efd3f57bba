"""Labels: every way in which a note names a thing and says something about it.

The forms are tried in the order in which they stand in `label_item` and `label_paragraph`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckbuilder.korean import classes, labels, pairs, predicates, sets, shapes
from deckbuilder.korean.numbering import behind_numbering, clean
from deckbuilder.model import Kind, LabelKind, Node, Run, Text
from deckbuilder.outline import asking, bars, items
from deckbuilder.outline.blocks import LINE_LEVEL
from deckbuilder.regular import expression

# In front of an instance: "ex) …", "예) …".
INSTANCE = expression(r"(?:ex|e\.g|예|예시)\s?[).:]", re.I)


def label_all(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Label these nodes and all below them."""
    out: list[Node] = []
    for node in nodes:
        match node.kind:
            case Kind.SECTION:
                out.append(_said_first(_label_section(node)))
            case Kind.ITEM:
                out.append(_said_first(_label_item(node)))
            case Kind.PARAGRAPH:
                out.extend(_label_paragraph(node))
            case Kind.BULLET_LIST | Kind.ORDERED_LIST:
                out.append(replace(node, children=items.labelled(label_all(node.children))))
            case _ if node.children:
                out.append(replace(node, children=label_all(node.children)))
            case _:
                out.append(node)
    return tuple(out)


def _label_section(node: Node) -> Node:
    """`# 용어` with all below it, or `# 용어 : 정의`."""
    if node.label or not node.text:
        return replace(node, children=label_all(node.children))
    heading = Text.joined(node.text)
    pair = pairs.split(heading)
    if pair and _is_subtitle(heading, pair[1], node):
        heading, pair = _one_name(heading, *pair), None
    label = labels.read(pair[0] if pair else heading)
    first, *rest = node.children or (None,)
    if label.kind == LabelKind.TERM and first is not None and first.kind == Kind.PARAGRAPH:
        # Right below a term, a bare noun is its definition and not one more term.
        children = (*_label_paragraph(first, below_term=True), *label_all(rest))
    else:
        children = label_all(node.children)
    return replace(node, label=label, text=(pair[1],) if pair else (), children=children)


def _is_subtitle(heading: Text, behind: Text, node: Node) -> bool:
    """Whether a heading is one name in two parts: "설계 - 되쓰기", "둘째 마당: 물길" above text."""
    mark = heading.plain.removesuffix(behind.plain).rstrip()[-1:]
    names = shapes.is_term(behind.plain) or sets.is_set(behind.plain)
    return mark in "-–—" or bool(node.children and names)


def _one_name(heading: Text, first: Text, second: Text) -> Text:
    """The name in a heading of two parts: "물길 - 특징" is "물길의 특징", "정의: 물길" is 물길."""
    if classes.classify(clean(first.plain)) in (LabelKind.ASPECT, LabelKind.CHAPTER):
        return second if shapes.is_name(second.plain) else first
    last = labels.read(second)
    if last.kind == LabelKind.SET and last.relative:
        return Text((*first.runs, Run("의 "), *second.runs), heading.span)
    return heading


def _said_first(node: Node) -> Node:
    """A term's node, the first line beneath it being no name where it tells what the term is.

    It stands above a list, as names do:

        - 삼투
            - 물이 막을 지나 옮겨 가는 현상
                - 진한 쪽으로 간다.
    """
    first, *rest = node.children or (None,)
    if node.label is None or node.label.kind != LabelKind.TERM or node.text or first is None:
        return node
    if first.is_list:
        item, *items = first.children
        return replace(node, children=(replace(first, children=(_unnamed(item), *items)), *rest))
    if first.kind != Kind.SECTION or first.level != LINE_LEVEL or first.label is None:
        return node
    if _tells(first) or _describes(first, node.label.name):
        said = Node(Kind.PARAGRAPH, first.label.text.span, (first.label.text,))
        return replace(node, children=(said, *first.children, *rest))
    return node


def _tells(node: Node) -> bool:
    kinds = (LabelKind.TERM, LabelKind.SET, LabelKind.STATEMENT)
    label = node.label
    return label is not None and label.kind in kinds and predicates.tells(label.text.plain)


def _describes(line: Node, name: str) -> bool:
    """Whether a line between a term and a list tells what the term is, and names no set.

    "빛으로 양분을 만드는 과정" right below "광합성", above what else is said of it: no number, no
    announcement, not the term itself ("광합성이 일어나는 과정"), no names of what it would hold.
    """
    plain = line.label.text.plain if line.label else ""
    items = [item for part in line.children for item in part.children]
    said = [item.plain for item in items if item.label is None]
    return (
        predicates.is_of_a_sort(plain)
        and not sets.NUMBERED_SET.search(plain)
        and not shapes.announces(plain)
        and shapes.compact(name) not in shapes.compact(plain)
        and len(said) == len(items)
        and not all(map(shapes.is_name, said))
    )


def _unnamed(item: Node) -> Node:
    """An item with its label as its first line, if that tells what something is."""
    label = item.label
    if label is None or item.text:
        return item
    if not _tells(item) and not (label.kind == LabelKind.TERM and predicates.is_clause(label.name)):
        return item
    return replace(item, label=None, text=(label.text,))


def _label_item(node: Node) -> Node:
    """A list item: a pair, a line above its own text, or a line above nested blocks."""
    if not node.children or node.children[0].kind != Kind.PARAGRAPH:
        return _hoist(replace(node, children=label_all(node.children)))
    paragraph, *rest = node.children
    below = label_all(rest)
    first, *more = paragraph.text or (None,)
    if first is None:
        return replace(node, children=below)
    pair = pairs.split(first)
    if pair and any(pairs.split(line) for line in more):
        (label, text), *others = _entries(paragraph.text)
        paragraphs = tuple(_paragraph(*entry) for entry in others)
        return replace(
            node,
            label=labels.read(label) if label else None,
            text=text,
            children=(*paragraphs, *below),
        )
    if pair:
        return replace(node, label=labels.read(pair[0]), text=(pair[1], *more), children=below)
    said = [line for line in more if line]  # a picture below a name says nothing
    heads = _heads_item(first, said) if said else not all(map(_is_instance, below))
    if heads:
        entries = _entries(more)
        if any(label for label, _ in entries):
            below, more = (*(_paragraph(*entry) for entry in entries), *below), []
        return replace(node, label=labels.read(first), text=tuple(more), children=below)
    first = first.cut(behind_numbering(first.plain))  # "- ㉠ …": the list numbers it already
    return replace(node, text=(first, *more), children=below)


def _is_instance(block: Node) -> bool:
    """Whether a block is but an example of what stands above it, or several: "ex) …"."""
    if block.is_list:
        return all(map(_begins_instance, block.children))
    return block.kind == Kind.PARAGRAPH and _begins_instance(block)


def _begins_instance(block: Node) -> bool:
    lines = next((part.lines for part in block.walk() if part.lines), ())
    return bool(lines) and bool(INSTANCE.match(lines[0].plain))


def _hoist(node: Node) -> Node:
    """An item that holds nothing but a heading or a list of one item (`- 1. 용어`) is that."""
    first, *rest = node.children or (None,)
    if first is not None and first.is_list and len(first.children) == 1 and not rest:
        first = first.children[0]
    if first is None or first.kind not in (Kind.SECTION, Kind.ITEM):
        return node
    if first.label is None and first.kind == Kind.SECTION:
        return node
    return replace(node, label=first.label, text=first.text, children=(*first.children, *rest))


def _label_paragraph(node: Node, *, below_term: bool = False) -> Iterator[Node]:
    """A paragraph: a term above its text, pairs a line each, or plain lines."""
    first, *more = node.text or (None,)
    if first is None:
        yield node
    elif more and (rows := bars.rows(node.text)):
        *earlier, last = (_paragraph(*row, node.callout) for row in rows)
        yield from earlier
        yield last.beneath(*label_all(node.children))
    elif more and not pairs.split(first) and _heads(first, more, below_term=below_term):
        yield from _under_line(first, more, label_all(node.children), node.callout)
    else:
        *earlier, last = (_paragraph(*entry, node.callout) for entry in _entries(node.text))
        yield from earlier
        yield last.beneath(*label_all(node.children))


def _under_line(
    first: Text, more: Sequence[Text], below: tuple[Node, ...], callout: str
) -> Iterator[Node]:
    """A line with the lines that it heads beneath it; `below` is beneath the last of them."""
    *earlier, last = (_paragraph(*entry, callout) for entry in _entries(more))
    children = (*earlier, last.beneath(*below))
    if all(child.label is None for child in children):
        yield _paragraph(first, tuple(more), callout).beneath(*below)
    else:
        label = labels.read(first)
        section = Node(Kind.SECTION, first.span, label=label, level=LINE_LEVEL, callout=callout)
        yield section.beneath(*children)


def _paragraph(label: Text | None, text: tuple[Text, ...], callout: str = "") -> Node:
    lines = (label, *text) if label else text
    span = lines[0].span.to(lines[-1].span)
    named = labels.read(label) if label else None
    return Node(Kind.PARAGRAPH, span, text, label=named, callout=callout)


def _heads(first: Text, more: Sequence[Text], *, below_term: bool) -> bool:
    """Whether a line names what the lines right below it say."""
    if shapes.is_bold_line(first):
        return True
    if asking.is_question(first):
        return not asking.is_question(more[0])
    kind = classes.classify(clean(first.plain))
    if not shapes.is_name(first.plain) or kind == LabelKind.NOISE or predicates.tells(first.plain):
        return False
    if kind in classes.HEADS:
        return True
    told = predicates.tells(more[0].plain) or not shapes.is_term(more[0].plain)
    return not below_term and shapes.is_term(first.plain) and told


def _heads_item(first: Text, more: Sequence[Text]) -> bool:
    """In an item a line may head the next ones, too, when it is a short name above a long text."""
    if _heads(first, more, below_term=False):
        return True
    long = len(more[0].plain) > 2 * len(first.plain)
    return long and shapes.is_name(first.plain) and shapes.is_sentence(more[0].plain)


def _entries(lines: Sequence[Text]) -> list[tuple[Text | None, tuple[Text, ...]]]:
    """Lines to labelled entries; a line without a label belongs to the entry before it."""
    found: list[tuple[Text | None, list[Text]]] = []
    for line in lines:
        pair = pairs.split(line)
        if pair:
            found.append((pair[0], [pair[1]]))
        elif found:
            found[-1][1].append(line)
        else:
            found.append((None, [line]))
    return [(label, tuple(text)) for label, text in found]
