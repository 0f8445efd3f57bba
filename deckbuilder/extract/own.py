"""What a note says of a thing itself, and not of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import islice, takewhile

from deckbuilder.extract import bodies, parts
from deckbuilder.korean import classes, definitions, labels, sentences, sets, several, shapes, words
from deckbuilder.korean.predicates import Form
from deckbuilder.korean.shapes import compact, singular
from deckbuilder.model import Kind, LabelKind, Member, Node, Text

# A paragraph of at most so many letters is shown around its defining sentence.
LONGEST_AROUND = 500
# Fewer parts are none that a sentence leads to.
FEWEST_PARTS = 2


@lru_cache(maxsize=1 << 16)  # for speed only: many rules ask
def own(node: Node) -> tuple[Node, ...]:
    """The body of a definition: own lines, paragraphs and plain lists, no labelled parts.

    Behind labelled parts a paragraph speaks of them, and no more of the node.
    """
    plain = (*bodies.own_text(node), *_plain_children(node))
    return plain or _aspects(node)


def leads_to_parts(node: Node) -> bool:
    """Whether all that is said in front of a node's parts is that there are several.

    Of "… 의 해결", or of what the sentence calls as the label does: "… 다양한 반응이 나타난다".
    """
    last = node.label.name.split()[-1:] if node.label else []
    if not last or len(parts.entries(node)) < FEWEST_PARTS:
        return False
    every = [
        sentence for part in own(node) for line in part.lines for sentence in sentences.split(line)
    ]
    if len(every) != 1 or not several.only_tells(every[0].plain):
        return False
    told = last[0] not in words.MEASURES and several.is_told(last[0], every[0].plain)
    return last[0] in words.WEAK_SETS or told


@lru_cache(maxsize=1 << 16)  # likewise
def said(node: Node) -> tuple[Text, ...]:
    """The sentences of a node's own lines, one that is broken over lines as one."""
    return tuple(
        sentence for line in sentences.join(node.text) for sentence in sentences.split(line)
    )


def until_another(node: Node, body: tuple[Node, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """A term's body in front of the first sentence that defines another term, and the rest.

    There is no rest where no sentence before that one defines the term itself. "X는 … 이다" may
    say something of the term's own parts: it is about another where it begins a paragraph.
    """
    told = False
    every = [said(part) if part.kind == Kind.PARAGRAPH else () for part in body]
    if sum(map(len, every)) < 2:
        return body, ()  # as most say no more than what the term is
    for at, pieces in enumerate(every):
        for number, sentence in enumerate(pieces):
            found = definitions.definition(sentence)
            least = Form.NAMED if number else Form.GENUS
            if found is None or found.form > least:
                continue
            if told and not is_named(node, found.term):
                parted = tuple(map(paragraph, pieces))
                return (*body[:at], *parted[:number]), (*parted[number:], *body[at + 1 :])
            told = told or is_named(node, found.term)
    return body, ()


def is_named(node: Node, term: str) -> bool:
    """Whether a node's label is a term, and one of its names is this one."""
    label = node.label
    if label is None or label.kind != LabelKind.TERM:
        return False
    name, others = labels.names(term)
    told = {compact(singular(one)) for one in (label.name, *label.aliases)}
    return not told.isdisjoint(compact(singular(one)) for one in (name, *others))


def paragraph(sentence: Text) -> Node:
    """A sentence as a paragraph of its own."""
    return Node(Kind.PARAGRAPH, sentence.span, (sentence,))


def compared(node: Node) -> Member:
    """A node as a member of a comparison: what its parts say is asked there.

    What speaks for it and against it (장점, 단점) tells it from the others.
    """
    traits = any(map(parts.is_trait, parts.entries(node)))
    short = traits and bodies.letters(node.children) <= bodies.LONGEST_LEARNT
    said = bodies.beneath(node) if short else own(node)
    return replace(parts.member(node), body=said or bodies.beneath(node))


def _aspects(node: Node) -> tuple[Node, ...]:
    """Lines "장점: …", "위치: …" that tell of a node, where nothing else is said of it.

    Without sections, and few enough to be learnt in one go, they may stand among lines on its
    parts.
    """
    entries = parts.entries(node)
    if len(entries) < 2:
        return ()
    short = all(
        entry.label and entry.label.relative and entry.text and not entry.children
        for entry in entries
    )
    sections = any(child.kind == Kind.SECTION for child in node.children)
    told = 2 * sum(map(_is_attribute, entries)) >= len(entries) and not sections
    few = told and bodies.letters(node.children) <= bodies.LONGEST_LEARNT
    return tuple(node.children) if short or few else ()


def _is_attribute(entry: Node) -> bool:
    label = entry.label
    return label is not None and (label.relative or classes.is_attribute(label.name))


def _plain_children(node: Node) -> Iterator[Node]:
    said = any(node.text)
    for child in bodies.children(node):
        if child.kind == Kind.SECTION and parts.is_asked(child):
            return
        if child.is_list:
            items = tuple(_plain_items(child, node, said=said))
            if items:
                span = items[0].span.to(items[-1].span)
                yield replace(child, span=span, children=items)
            if 2 * len(items) < len(child.children):
                return
        elif child.kind in (Kind.SECTION, Kind.TABLE):
            continue
        elif not _is_apart(child, node):
            said = said or _tells(child, node)
            yield child


def _is_apart(child: Node, node: Node) -> bool:
    """Whether what stands beneath a node is asked for by itself."""
    return parts.is_asked(child) and not _same_name(child, node)


def _tells(child: Node, node: Node) -> bool:
    """Whether what stands beneath a node says something of it in words."""
    shows = child.kind == Kind.CODE or bodies.is_picture(child)
    return not shows and not _is_apart(child, node)


def _same_name(child: Node, node: Node) -> bool:
    """Whether a line says one more thing of the node itself: "속력 : 거리 / 시간" below "속력"."""
    return bool(child.label and node.label and child.label.name == node.label.name)


def _plain_items(node: Node, above: Node, *, said: bool) -> Iterator[Node]:
    """A list's items without labels; behind the first label only where labels are few.

    Or where all of them are told of the whole, as what stands beside them is: "시간복잡도: O(n)".
    All items where the list, or what is said in front of it, begins with what the thing is, and all
    of that can be learnt in one go; but where each of several is asked, they have a card.
    """
    if parts.is_set(node):
        if not all(map(parts.is_thing, node.children)):
            yield from node.children  # together they tell of the whole
        return
    asked = [item for item in node.children if _is_apart(item, above)]
    begun = said or any(_tells(item, above) for item in node.children[:1])
    several = len(asked) == len(node.children) and (len(asked) > 1 or _has_lists(above))
    if begun and not several and bodies.letters(bodies.beneath(above)) <= bodies.LONGEST_LEARNT:
        for item in node.children:
            yield from _once(item, above)
        return
    few = 2 * len(asked) < len(node.children)
    told = all(map(_is_told, asked))
    in_front = tuple(takewhile(lambda item: not _is_apart(item, above), node.children))
    for item in in_front:
        yield from _once(item, above)
    for item in node.children[len(in_front) :]:
        if not _is_apart(item, above) and (few or (told and _says(item))):
            yield from _once(item, above)


def _has_lists(node: Node) -> bool:
    """Whether more than one list stands beneath a node."""
    return len(list(islice((child for child in node.children if child.is_list), 2))) > 1


def _once(item: Node, above: Node) -> Iterator[Node]:
    """An item without the name that it stands beneath: what stands behind that, or below it.

    It keeps that where it has another name with it.
    """
    if not _same_name(item, above) or _adds_names(item, above):
        yield item
    elif item.text:
        yield replace(item, label=None)
    else:
        for child in item.children:
            yield from _plain_items(child, above, said=True) if child.is_list else (child,)


def _adds_names(item: Node, above: Node) -> bool:
    first, second = (set(node.label.aliases if node.label else ()) for node in (item, above))
    return not first <= second


def _is_told(item: Node) -> bool:
    """Whether a line says by its label that it is about what stands above: 시간복잡도, 용도.

    "장점: …" may go on in the lines behind it.
    """
    label = item.label
    if label is None or not item.text or sets.set_noun(label.name) in words.POINTS:
        return False
    return _is_attribute(item)


def _says(item: Node) -> bool:
    """Whether an item says something by itself: no example, no remark ("결과 : …")."""
    head = re.match(r"(?P<name>[^:：]{1,10}?)\s*[:：]", item.text[0].plain) if item.text else None
    return item.label is None and bool(item.text) and not (head and shapes.is_remark(head["name"]))
