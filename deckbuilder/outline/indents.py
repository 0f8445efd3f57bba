"""Prose that CommonMark takes for code, as it stands four blanks or more to the right.

It takes:

    ## 밥

        뜸 : 불을 끈 뒤 그대로 두는 일
        누룽지 : 바닥에 눌어붙은 밥

Every line keeps its place.
"""

from __future__ import annotations

import re

from deckbuilder.markdown import SyntaxTreeNode
from deckbuilder.outline import fences

# What makes a line code; a block in a block may stand this many times as far to the right.
INDENT = re.compile(r" {4}|\t")
DEEPEST = 6


def moved(source: str, tree: SyntaxTreeNode) -> str:
    """A note's source, the prose in its indented code blocks one indent further to the left.

    Args:
        source: the note's text.
        tree: its syntax tree.
    """
    lines = source.split("\n")
    for node in tree.walk():
        if node.type == "code_block" and node.map:
            first, end = node.map
            if fences.is_prose(lines[first:end]):
                less = [
                    line[hit.end() :] if (hit := INDENT.match(line)) else line
                    for line in lines[first:end]
                ]
                lines[first:end] = fences.read(less, fences.DEEPEST)
    return "\n".join(lines)
