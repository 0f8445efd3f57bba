"""Contents and sources, judged by what stands beneath their label.

Links and the names of the note's own headings are contents; what teaches is none:

    # 목차
    - 가열
    ## 가열
    온도를 높이는 일이다.

There the chapters rise beside the contents; contents without a label stand below a note's title.
Where the text itself stands right below the label (`## 링크`, 두 점을 잇는 통로이다.), the label is
a term's, or a chapter's; so it is above what a reader quotes (`- 인용`). Other words of a note are
terms where their text says what they are:

    - 후기: 16세기부터 나라가 망할 때까지의 시기
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from deckbuilder.korean import classes, definitions, endings, labels, sentences, shapes
from deckbuilder.korean.numbering import clean
from deckbuilder.model import Kind, Label, LabelKind, Node, Text
from deckbuilder.outline.nesting import BOLD_LEVEL
from deckbuilder.regular import expression

# What these hold is left out, or no answer.
HOLDS_NOTHING = (LabelKind.NOISE, LabelKind.CHAPTER, LabelKind.EXAMPLE)
# Of the lines that teach, at least one in so many is a sentence; names and links are none.
LINES_A_SENTENCE = 3
ADDRESS = expression(r"https?://|www\.", re.I)
# A list of at least so many names is the note's contents where each heads a part of its text.
FEWEST_NAMES = 4


def judge(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The nodes of a note, its contents holding nothing that teaches."""
    headings = frozenset(
        shapes.compact(node.label.name)
        for top in nodes
        for node in top.walk()
        if node.kind == Kind.SECTION and node.label
    )
    return tuple(_judged(_without_label(nodes, headings), headings))


def _without_label(nodes: tuple[Node, ...], headings: frozenset[str]) -> Iterator[Node]:
    """The nodes of a note, its contents below its title being no set of things."""
    for node in nodes:
        if node.kind == Kind.SECTION and node.level == 1 and not _names_a_set(node):
            yield replace(node, children=tuple(_without_label(node.children, headings)))
        elif node.kind == Kind.BULLET_LIST and _heads_the_note(node, headings):
            yield replace(node, label=Label(Text((), node.span), "", LabelKind.NOISE))
        else:
            yield node


def _names_a_set(node: Node) -> bool:
    return node.label is not None and node.label.kind == LabelKind.SET


def _heads_the_note(node: Node, headings: frozenset[str]) -> bool:
    """Whether each line of a list is the name of a heading of the note."""
    names = [line for part in node.walk() for line in part.lines]
    told = all(shapes.compact(labels.read(line).name) in headings for line in names)
    return told and len(names) >= FEWEST_NAMES


def _judged(nodes: Iterable[Node], headings: frozenset[str]) -> Iterator[Node]:
    for node in nodes:
        children = tuple(_judged(node.children, headings))
        judged = node if children == node.children else replace(node, children=children)
        if node.label and _is_term(node, node.label):
            yield replace(judged, label=replace(node.label, kind=LabelKind.TERM))
        elif node.label and _is_contents(node, node.label):
            yield from _apart(judged, node.label, headings)
        else:
            yield judged


def _is_term(node: Node, label: Label) -> bool:
    """Whether a label that may be a term's stands at a text that says what it is."""
    if label.kind not in HOLDS_NOTHING or not classes.may_be_term(label.name):
        return False
    said = next((line for part in node.walk() for line in part.text if line), None)
    first = sentences.split(said)[0].plain if said else ""
    if classes.is_quoted(label.name) and not node.text:
        return definitions.defined(first) == label.name  # what is quoted may define something else
    return definitions.tells_what(label.name, first)


def _is_contents(node: Node, label: Label) -> bool:
    heading = node.kind == Kind.SECTION and node.level <= BOLD_LEVEL
    quoted = node.kind == Kind.ITEM and classes.is_quoted(label.name)
    return (heading or quoted) and label.kind == LabelKind.NOISE and classes.is_contents(label.name)


def _apart(node: Node, label: Label, headings: frozenset[str]) -> Iterator[Node]:
    """Contents without what teaches, and behind them what does."""
    teaching = (at for at, child in enumerate(node.children) if _teaches(child, headings))
    first = next(teaching, None)
    if first is None:
        yield node
    elif node.children[first].kind == Kind.SECTION:
        kept = node.children[:first]
        yield replace(node, span=label.text.span, children=()).beneath(*kept)
        yield from node.children[first:]
    else:
        term = classes.may_be_term(label.name) and not classes.is_quoted(label.name)
        kind = LabelKind.TERM if term else LabelKind.CHAPTER
        yield replace(node, label=replace(label, kind=kind))


def _teaches(node: Node, headings: frozenset[str]) -> bool:
    """Whether enough lines of a block are sentences, and no links or names of headings."""
    lines = [line for part in node.walk() if part.kind != Kind.CODE for line in part.lines]
    kept = [line for line in lines if not _leads(line, headings)]
    said = [line for line in kept if _says(line)]
    return LINES_A_SENTENCE * len(said) >= len(lines) > 0 and bool(said)


def _leads(line: Text, headings: frozenset[str]) -> bool:
    """Whether a line leads elsewhere: it holds a link, or is the name of a heading."""
    linked = any(run.has("link", "wikilink") for run in line.runs)
    name = shapes.compact(clean(line.plain))
    return linked or bool(ADDRESS.search(line.plain)) or name in headings


def _says(line: Text) -> bool:
    plain = line.plain
    return endings.is_ended(plain) or shapes.is_sentence(plain) or shapes.is_described(plain)
