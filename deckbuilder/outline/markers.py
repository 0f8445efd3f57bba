r"""Lists made by hand: lines of a paragraph that begin with a mark of their own.

They look like this, and with blank lines between what is counted:

    분석 방법
    \- 기술 통계 : 자료를 요약한다.
    ① 회귀 분석
    • 상관 분석
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuilder.korean import shapes
from deckbuilder.korean.counts import ORDINALS, WHICH
from deckbuilder.model import Kind, Node, Text
from deckbuilder.regular import any_of, expression

# Marks that count, a style each: a style that comes later nests below those that came before it.
NUMBERS = tuple(
    expression(style)
    for style in (
        r"[Ⅰ-Ⅻ]\s*",
        r"\d{1,2}\.\s+(?!\d)",
        r"\d{1,2}\)\s*",
        r"\(\d{1,2}\)\s*",
        r"[①-⑳❶-❿➀-➉]\s*",
        r"[⑴-⒇]\s*",
        r"[㉠-㉻]\s*",
        r"[가나다라마바사아자차카타파하][.)]\s+",
        r"[ㄱ-ㅎ][.)]\s+",
        rf"(?:{WHICH})째,\s+",
    )
)
# What counts by letters or words, from the first on.
LETTERS = (ORDINALS, tuple("가나다라마바사아자차카타파하"), tuple("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"))
# What a mark counts with.
COUNTER = expression(rf"\d+|(?:{WHICH})(?=째)|[^\s(]")
# "① 농도 ② 온도": several on a line; "①과 ②의 합" speaks of them.
CIRCLED = expression(r"[①-⑳](?=\s?[^\s과와은는이가을를의에])")
# "첫째, … 둘째, …": so do sentences, where a line begins with the first.
ORDINAL = expression(rf"(?:^|(?<=[.다요]\s))(?P<number>{WHICH})째,\s")
# Below all of them, but where it is one of a heading's and stands first.
HEADING = expression(r"[■□●○▶▷◆◇]")
# "-었-" is an ending of grammar.
BULLET = any_of(
    {
        "- 물길": r"[-–•·▪▫■□●○◦▶▷◆◇*+ㆍ]\s+",
        "•물길": r"[•·ㆍ▪■□●○◦▶▷◆◇]",
        "-물길 : 물이 흐르는 길": r"-(?=[가-힣]+(?![가-힣-]))",
    }
)
MARKS = (*NUMBERS, BULLET)
# Any of them, in one go.
_ANY = expression("|".join(f"(?:{mark.pattern})" for mark in MARKS))


def style(line: Text) -> re.Pattern[str] | None:
    """The mark of its own that a line begins with, as one of `MARKS`."""
    if not _ANY.match(line.plain):
        return None  # as most lines begin with a word
    return next((mark for mark in MARKS if mark.match(line.plain)), None)


def _ranks(lines: Sequence[Text]) -> list[int | None]:
    """How deep each line's mark stands, from 0; None for a line without one."""
    marks = [style(line) for line in lines]
    numbers = [mark for mark in dict.fromkeys(marks) if mark and mark is not BULLET]
    above = marks[:1] == [BULLET] and HEADING.match(lines[0].plain)
    order = [BULLET, *numbers] if above else [*numbers, BULLET]
    return [mark and order.index(mark) for mark in marks]


def raise_marked_lines(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """Paragraphs with marked lines become a paragraph of what stands before, and a list."""
    out: list[Node] = []
    for block in _joined(blocks):
        out += _split(_in_lines(block)) if block.kind == Kind.PARAGRAPH else [block]
    return tuple(out)


def _joined(blocks: Iterable[Node]) -> list[Node]:
    """The blocks, paragraphs that count on from one to the next being one: "(1) …", "(2) …"."""
    runs: list[list[Node]] = []
    last = None
    for block in blocks:
        at = _count(block)
        if at and last and at == (last[0], last[1] + 1):
            runs[-1].append(block)
        else:
            runs.append([block])
        last = at
    return [_one(run) if len(run) > 1 else run[0] for run in runs]


def _one(run: Sequence[Node]) -> Node:
    text = tuple(line for block in run for line in block.text)
    return replace(run[0], span=run[0].span.to(run[-1].span), text=text)


def _count(block: Node) -> tuple[re.Pattern[str], int] | None:
    """How a paragraph is counted: its mark, and which one it is; not a bold line, which heads."""
    if block.kind != Kind.PARAGRAPH or not block.text or block.children:
        return None
    first = block.text[0]
    mark = style(first)
    if mark is None or mark is BULLET or shapes.is_bold_line(first):
        return None
    (number,) = COUNTER.findall(first.plain)[:1]
    letters = next((row for row in LETTERS if number in row), ())
    if number.isascii():
        return mark, int(number)
    return mark, letters.index(number) if letters else ord(number)


def _in_lines(paragraph: Node) -> Node:
    """A paragraph in which each number that counts from ① on begins a line of its own."""
    lines = tuple(piece for line in paragraph.text for piece in _at_numbers(line))
    return replace(paragraph, text=lines) if len(lines) > len(paragraph.text) else paragraph


def _at_numbers(line: Text) -> tuple[Text, ...]:
    hits = list(CIRCLED.finditer(line.plain))
    numbers = [ord(hit[0]) - ord("①") for hit in hits]
    if ORDINAL.match(line.plain):
        hits = list(ORDINAL.finditer(line.plain))
        numbers = [ORDINALS.index(hit["number"]) for hit in hits]
    if len(hits) < 2 or numbers != list(range(len(hits))):
        return (line,)
    starts = [0, *(hit.start() for hit in hits), len(line.plain)]
    return tuple(piece for piece in line.cuts(pairwise(starts)) if piece)


def _split(paragraph: Node) -> list[Node]:
    ranks = _ranks(paragraph.text)
    first = next((at for at, rank in enumerate(ranks) if rank is not None), None)
    alone = len(ranks) == 1 and not BULLET.match(paragraph.text[0].plain)
    if first is None or alone:  # "① 제목" alone is a label
        return [paragraph]
    lines = list(zip(paragraph.text, ranks, strict=True))
    before = paragraph.text[:first]
    span = paragraph.span._replace(first=paragraph.text[first].span.first)
    marked = replace(_list(lines[first:]), span=span, callout=paragraph.callout)
    if not before:
        return [marked]
    head = before[0].span.to(before[-1].span)
    return [replace(paragraph, span=head, text=before), marked]


def _list(lines: list[tuple[Text, int | None]]) -> Node:
    """The lines as a list; those of a later rank, and those without a mark, go below."""
    top = min(rank for _, rank in lines if rank is not None)
    groups: list[list[tuple[Text, int | None]]] = []
    for line, rank in lines:
        if rank == top or not groups:
            groups.append([(line, rank)])
        else:
            groups[-1].append((line, rank))
    items = tuple(_item(group) for group in groups)
    kind = Kind.BULLET_LIST if style(lines[0][0]) is BULLET else Kind.ORDERED_LIST
    return Node(kind, items[0].span.to(items[-1].span), children=items)


def _item(lines: list[tuple[Text, int | None]]) -> Node:
    below = next((at for at, (_, rank) in enumerate(lines) if at and rank is not None), len(lines))
    own = tuple(_bare(line) for line, _ in lines[:below])
    paragraph = Node(Kind.PARAGRAPH, own[0].span.to(own[-1].span), own)
    children = (paragraph, *([_list(lines[below:])] if lines[below:] else []))
    return Node(Kind.ITEM, lines[0][0].span.to(lines[-1][0].span), children=children)


def _bare(line: Text) -> Text:
    mark = style(line)
    found = mark and mark.match(line.plain)
    return line.cut(found.end()) if found else line
