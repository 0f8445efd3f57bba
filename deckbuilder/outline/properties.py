"""The properties of a page, as Notion exports them right below its title: no terms of the note.

# 잎
생성일: 2024년 3월 4일 오후 2:15
Status: Done
"""

from __future__ import annotations

from dataclasses import replace

from deckbuilder.korean import labels
from deckbuilder.model import SILENT, Kind, LabelKind, Node


def judge(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """The blocks of a note, the properties at its top named as such."""
    found: list[Node] = []
    for at, node in enumerate(nodes):
        if node.kind in SILENT:
            found.append(node)
        elif node.kind == Kind.SECTION and node.level == 1:
            return (*found, replace(node, children=judge(node.children)), *nodes[at + 1 :])
        elif node.kind == Kind.PARAGRAPH and node.label and labels.is_property(node.label.name):
            found.append(replace(node, label=replace(node.label, kind=LabelKind.NOISE)))
        else:
            return (*found, *nodes[at:])
    return tuple(found)
