"""The properties of a page, as Notion exports them right below its title: no terms of the note.

    # 잎
    생성일: 2024년 3월 4일 오후 2:15
    Status: Done
    담당: 하나

A name that is none of Notion's own goes with those that are: the lines stand in one block, and each
has a date, an address, or a word or two for its value.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from deckbuilder.korean import classes
from deckbuilder.model import SILENT, Kind, LabelKind, Node
from deckbuilder.regular import any_of, expression

# When a page was made or changed, as Notion writes it; or what it keeps of nearly every page.
WRITTEN = any_of(
    {
        "2024년 3월 4일": r"\d{4}년 \d",
        "2024-03-04": r"\d{4}[-./]\d",
        "March 4, 2024": r"[A-Z][a-z]+ \d{1,2}, \d{4}",
        "3/4/2024": r"\d{1,2}/\d{1,2}/\d{4}",
    }
)
ALWAYS = frozenset(
    {"태그", "상태", "tags", "status", "생성일", "created", "작성일시", "최종편집일시"}
)
ADDRESS = expression(r"https?://")
MOST_WORDS = 2  # of what is chosen from a list


def judge(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The blocks of a note, the properties at its top named as such."""
    found: list[Node] = []
    for at, node in enumerate(nodes):
        if node.kind in SILENT:
            found.append(node)
        elif node.kind == Kind.SECTION and node.level == 1:
            return (*found, replace(node, children=judge(node.children)), *nodes[at + 1 :])
        else:
            block = list(_block(nodes[at:]))
            return (*found, *_named(block), *nodes[at + len(block) :])
    return tuple(found)


def _block(nodes: Sequence[Node]) -> Iterator[Node]:
    """The labelled lines that follow each other without a blank line."""
    last = nodes[0].span.first - 1
    for node in nodes:
        if node.kind != Kind.PARAGRAPH or not node.label or node.span.first != last + 1:
            return
        yield node
        last = node.span.last


def _named(block: Sequence[Node]) -> Iterator[Node]:
    """The properties of a block named as such: from its first line on, or all of it."""
    together = any(map(_is_page, block)) and all(
        _is_known(node) or _is_short(node) for node in block
    )
    going = True
    for node in block:
        going = going and (together or _is_known(node))
        label = node.label
        if going and label:
            yield replace(node, label=replace(label, kind=LabelKind.NOISE))
        else:
            yield node


def _is_known(node: Node) -> bool:
    return node.label is not None and classes.is_property(node.label.name)


def _is_page(node: Node) -> bool:
    """Whether a property tells of a page, and of nothing that a note may be about."""
    name = node.label.name.lower() if node.label else ""
    value = " ".join(line.plain for line in node.text)
    return _is_known(node) and (name in ALWAYS or bool(WRITTEN.search(value)))


def _is_short(node: Node) -> bool:
    value = " ".join(line.plain for line in node.text)
    if WRITTEN.search(value) or ADDRESS.match(value):
        return True
    return all(len(chosen.split()) <= MOST_WORDS for chosen in value.split(","))
