"""Lines that ask, as heads of the paragraphs that answer.

    뮤텍스는 왜 쓸까?

    두 스레드가 같은 값을 한꺼번에 바꾸지 못하게 하려고 쓴다.

becomes a section, as if its question were a heading.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckbuilder.korean import classes, endings, labels, pointing, questions, sentences, shapes
from deckbuilder.korean.numbering import clean
from deckbuilder.model import Kind, LabelKind, Node, Text
from deckbuilder.outline.blocks import LINE_LEVEL
from deckbuilder.regular import expression

# Letters of a question that heads paragraphs; a longer one is prose.
LONGEST = 60
# "교착 상태란?", "교착 상태는 무엇인가?"; but "정말?" asks for nothing.
OF_TERM = expression(r"\S(?:란|은|는)\s?(?:(?:무엇|뭐|뭔|뭘)\S*)?$")


def is_question(line: Text) -> bool:
    """Whether a line asks for something that it names, and says nothing else: "…는 왜 쓸까?"."""
    plain = clean(line.plain)
    if not questions.asks(plain) or len(plain) > LONGEST or len(sentences.split(line)) > 1:
        return False
    bare = plain.rstrip("?？. ")
    match classes.classify(plain):
        case LabelKind.TERM:
            named = bool(OF_TERM.search(bare)) and shapes.is_name(labels.read(line).name)
        case LabelKind.QUESTION:
            named = bool(endings.CASE.search(f"{bare} "))  # "왜 그럴까?" names nothing
        case kind:
            named = kind in (LabelKind.SET, LabelKind.CONTRAST)
    return named and pointing.asks_alone(plain)


def headed(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """Paragraphs that are a question as sections, with all up to the next one beneath them."""
    out: list[Node] = []
    at = 0
    while at < len(blocks):
        end = _end(blocks, at)
        out.append(_section(blocks[at], blocks[at + 1 : end]) if end > at + 1 else blocks[at])
        at = end
    return tuple(out)


def _section(question: Node, answer: Sequence[Node]) -> Node:
    (line,) = question.text
    head = Node(Kind.SECTION, line.span, (line,), level=LINE_LEVEL, callout=question.callout)
    return head.beneath(*answer)


def _end(blocks: Sequence[Node], at: int) -> int:
    """Where a block ends with what answers it, if it is a paragraph of nothing but a question."""
    asked = blocks[at]
    end = at + 1
    if asked.kind != Kind.PARAGRAPH or len(asked.text) != 1 or not _asks(asked):
        return end
    while end < len(blocks) and _may_answer(blocks[end]):
        end += 1
    return end


def _asks(block: Node) -> bool:
    """Whether a block that is no heading begins with a question."""
    line = block.kind == Kind.PARAGRAPH or block.level == LINE_LEVEL
    return line and bool(block.text) and is_question(block.text[0])


def _may_answer(block: Node) -> bool:
    said = block.kind in (Kind.PARAGRAPH, Kind.CODE, Kind.TABLE) or block.is_list
    return said and not _asks(block)
