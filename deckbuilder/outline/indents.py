"""Prose that CommonMark takes for code, as it stands four blanks or more to the right.

It takes:

    ## 밥

        뜸 : 불을 끈 뒤 그대로 두는 일
        누룽지 : 바닥에 눌어붙은 밥

Every line keeps its place.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.markdown import SyntaxTreeNode, every
from deckbuilder.outline import fences
from deckbuilder.regular import expression

# What makes a line code, behind the marks of quotes; a block in a block may stand this many times
# as far to the right.
INDENTED = expression(r"(?P<quotes>(?: {0,3}> ?)*)(?: {4}|\t)?(?P<said>.*)")
DEEPEST = 6


def moved(source: str, tree: SyntaxTreeNode) -> str:
    """A note's source, the prose in its indented code blocks one indent further to the left.

    Args:
        source: the note's text.
        tree: its syntax tree.
    """
    if "    " not in source and "\t" not in source:
        return source  # nothing is indented so far
    lines = source.split("\n")
    for node in every(tree):
        if node.type == "code_block" and node.map:
            block = slice(*node.map)
            if fences.is_prose(lines[block]):
                lines[block] = _less(lines[block])
    return "\n".join(lines)


def _less(lines: Sequence[str]) -> list[str]:
    """Lines of code as Markdown, without one indent each."""
    found = [hit for line in lines if (hit := INDENTED.fullmatch(line))]
    said = fences.read([hit["said"] for hit in found], fences.DEEPEST)
    return [hit["quotes"] + line for hit, line in zip(found, said, strict=True)]
