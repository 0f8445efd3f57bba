"""A toggle that holds the answer to what stands in front of it.

    광합성이란 무엇인지 설명하시오.

    <details><summary>정답</summary>빛으로 양분을 만드는 일</details>

becomes one block: the question, with the answer beneath it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from deckbuilder.korean import classes, labels, questions
from deckbuilder.korean.numbering import clean
from deckbuilder.model import DETAILS_LEVEL, Kind, Label, LabelKind, Node, Text

# Letters of a question with what it asks about; a longer one is an exercise.
LONGEST = 400


def joined(blocks: Sequence[Node]) -> tuple[Node, ...]:
    """Blocks of a note, those that ask together with the toggle that answers."""
    found: list[Node] = []
    for block in blocks:
        asking = _asking(found) if _answers(block) else 0
        if not asking:
            found.append(block)
            continue
        asked = found[-asking:]
        del found[-asking:]
        found.append(_question(asked, block))
    return tuple(found)


def _answers(block: Node) -> bool:
    """Whether a block is a toggle named 정답, 답, 풀이."""
    toggle = block.kind == Kind.SECTION and block.level == DETAILS_LEVEL and not block.callout
    return toggle and len(block.text) == 1 and classes.is_answer(clean(block.text[0].plain))


def _asking(found: Sequence[Node]) -> int:
    """How many of the last blocks ask: paragraphs and lists, the first of them with a question."""
    for count, block in enumerate(reversed(found), start=1):
        if block.kind != Kind.PARAGRAPH and not block.is_list:
            break
        if block.kind == Kind.PARAGRAPH and questions.asks(clean(_said(block))):
            return count if sum(len(_said(one)) for one in found[-count:]) <= LONGEST else 0
    return 0


def _said(block: Node) -> str:
    return " ".join(line.plain for part in block.walk() for line in part.lines)


def _question(asked: Sequence[Node], answer: Node) -> Node:
    """The toggle with the question for its label."""
    lines = [line for block in asked for part in block.walk() for line in part.lines]
    title = Text.joined(lines)
    label = labels.read(title)
    if len(lines) > 1:  # with what it asks about
        label = Label(title, clean(title.plain), LabelKind.QUESTION)
    return replace(answer, text=(), label=label, span=asked[0].span.to(answer.span))
