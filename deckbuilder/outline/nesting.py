"""Which block stands beneath which: headings, bold lines, lines that introduce a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuilder.korean import (
    classes,
    counting,
    definitions,
    pairs,
    particles,
    sentences,
    sets,
    shapes,
)
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean
from deckbuilder.model import Kind, LabelKind, Node, Text
from deckbuilder.outline import asking
from deckbuilder.outline.between import adopt_between, is_bare
from deckbuilder.outline.blocks import LINE_LEVEL
from deckbuilder.outline.markers import raise_marked_lines

# After the six of Markdown's headings.
BOLD_LEVEL = 7


def nest(blocks: Iterable[Node]) -> tuple[Node, ...]:
    """Put each block beneath the one that introduces it; see `PASSES`."""
    nested = tuple(map(_nested, blocks))
    for step in PASSES:
        nested = step(nested)
    return nested


def _nested(block: Node) -> Node:
    if not block.children:
        return block
    children = _below(block)
    return block if children == block.children else replace(block, children=children)


def _below(block: Node) -> tuple[Node, ...]:
    if block.kind == Kind.ITEM and block.children[0].kind == Kind.PARAGRAPH:
        first, *rest = raise_marked_lines(block.children)
        return (first, *nest(rest))  # an item's first paragraph is its own line, no heading
    return nest(block.children)


def adopt_lists(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """A list right behind a list of the other sort belongs to the last item of the first.

    `1. 용어` followed by `- 설명` at the same margin (or too little indented for CommonMark):
    people nest by eye. Blank lines between are allowed where the numbering goes on afterwards.
    """
    out: list[Node] = []
    for at, block in enumerate(blocks):
        before = out[-1] if out else None
        if before and _adopts(before, block, blocks[at + 1] if at + 1 < len(blocks) else None):
            *items, last = before.children
            out[-1] = replace(
                before,
                children=(*items, last.beneath(block)),
                span=before.span.to(block.span),
            )
        elif before and _continues(before, block):
            out[-1] = before.beneath(*block.children)
        else:
            out.append(block)
    return tuple(out)


def _adopts(before: Node, block: Node, after: Node | None) -> bool:
    if not (before.is_list and block.is_list and before.children):
        return False
    touching = block.span.first == before.span.last + 1
    if before.kind == block.kind:  # a list in a quote, or with another mark
        return touching and is_bare(before.children[-1])
    if before.kind == Kind.BULLET_LIST:
        return (touching or _names_set(before)) and block.start == 1
    resumed = after is not None and after.kind == before.kind and _follows(before, after)
    usual = any(part.is_list for item in before.children[:-1] for part in item.children)
    return touching or resumed or usual


def _names_set(bullets: Node) -> bool:
    """Whether a list is but the name of a set, "- 물길의 종류", which the next list holds."""
    (item, *more) = bullets.children
    name = item.children[0].plain if is_bare(item) else ""
    return not more and classes.classify(clean(name)) == LabelKind.SET


def _continues(before: Node, block: Node) -> bool:
    """Whether `block` resumes the numbering that an adopted list has interrupted."""
    return (
        before.kind == block.kind == Kind.ORDERED_LIST
        and block.span.first > before.span.last
        and _follows(before, block)
    )


def _follows(before: Node, block: Node) -> bool:
    return block.start == before.start + len(before.children)


def raise_bold_lines(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """A paragraph whose first line is bold alone heads what follows it."""
    out: list[Node] = []
    for block in (part for whole in blocks for part in _at_bold_lines(whole)):
        first, *rest = block.text or (None,)
        if block.kind != Kind.PARAGRAPH or first is None or not _is_bold_heading(first):
            out.append(block)
            continue
        out.append(
            Node(Kind.SECTION, first.span, (first,), level=BOLD_LEVEL, callout=block.callout)
        )
        if rest:
            span = rest[0].span.to(block.span)
            out.append(replace(block, span=span, text=tuple(rest)))
    return tuple(out)


def _at_bold_lines(block: Node) -> tuple[Node, ...]:
    """A paragraph in pieces, from one line that is bold alone to the next.

    What `<br>` parts stays one line of the note.
    """
    ends = (0, *(line.span.last for line in block.text))
    starts = [
        at
        for at, (line, end) in enumerate(zip(block.text, ends, strict=False))
        if not at or (line.span.first > end and _is_bold_heading(line))
    ]
    if block.kind != Kind.PARAGRAPH or len(starts) < 2 or block.children:
        return (block,)
    pieces = (block.text[at:end] for at, end in pairwise((*starts, len(block.text))))
    return tuple(
        replace(block, text=piece, span=piece[0].span.to(piece[-1].span)) for piece in pieces
    )


def _is_bold_heading(line: Text) -> bool:
    return shapes.is_bold_line(line) and not shapes.is_caption(line.plain)


def adopt_introduced(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """A line that announces a list or a table takes it beneath it.

    "… 다음과 같다", "특징:", "원인은", "흔히 쓰는 말", "종류를 알아보자" right above a list.
    """
    out: list[Node] = []
    for block in blocks:
        before = out[-1] if out else None
        if before is not None and _goes_on(before, block):
            out[-1] = before.beneath(block)
            continue
        above = out[-2] if len(out) > 1 else None
        if before is None or not _introduces(before, block, above):
            out.append(block)
            continue
        *rest, line = before.text
        *said, line = sentences.split(line)
        name = _named_before(said, line) or _name(line)
        out.pop()
        if rest or said:
            lines = (*rest, Text.joined(said)) if said else tuple(rest)
            span = before.span._replace(last=lines[-1].span.last)
            out.append(replace(before, text=lines, span=span))
        intro = Node(Kind.SECTION, line.span, (name,), level=LINE_LEVEL, callout=before.callout)
        out.append(intro.beneath(block))
    return tuple(out)


def _goes_on(before: Node, block: Node) -> bool:
    """Whether a list right below a definition ("용어 - 정의", "X란 …") says more of it."""
    if before.kind != Kind.PARAGRAPH or not before.text or not block.is_list:
        return False
    touching = block.span.first == before.span.last + 1
    last = before.text[-1]
    pair = pairs.split(last)
    # a bold name heads a list behind a blank line, too: "**혀의 높이** : …" and its kinds
    headed = pair is not None and shapes.bold_end(last) >= len(pair[0].plain)
    defines = pair or definitions.defined(last.plain)
    return (touching or headed) and bool(defines) and not shapes.announces(last.plain)


def _introduces(before: Node, block: Node, above: Node | None) -> bool:
    """Whether a paragraph, with what stands `above` it, leads to what stands behind it."""
    if before.kind != Kind.PARAGRAPH or not before.text or before.children:
        return False
    touching = block.span.first == before.span.last + 1
    if before.text[-1].lead("link"):
        return False
    line = before.text[-1].plain
    if block.is_list:
        alone = touching or (len(before.text) == 1 and shapes.is_term(line))
        announced = shapes.announces(line) and (touching or not shapes.names_parts(line))
        named = classes.names_a_list(particles.topic_alone(line) or line)
        described = len(before.text) == 1 and shapes.is_name(line) and _is_described(line)
        # right below a heading a noun with its clause may say what that is; elsewhere it names the
        # list, where its last word is a set's
        follows = above is not None and above.kind != Kind.SECTION
        names = described and (touching or (follows and sets.ends_in_set(line)))
        looked_at = any(sets.looked_at(line)) and (touching or sets.points_at(line))
        counts = not _heads_set(above) and len(block.children) in counting.below(before.text)
        return announced or (alone and named) or names or looked_at or counts
    return block.kind == Kind.TABLE and shapes.announces(line)


def _heads_set(above: Node | None) -> bool:
    """Whether a heading names a set: a sentence below it that counts only says how many it has."""
    if above is None or above.kind != Kind.SECTION or above.children or not above.text:
        return False
    return classes.classify(clean(above.text[0].plain)) == LabelKind.SET


def _named_before(said: Sequence[Text], line: Text) -> Text | None:
    """The set that the sentence in front of "그 핵심은 다음과 같다" names; None for none."""
    if not said or not classes.is_nameless(line.plain, line.plain):
        return None
    start, end = sets.object_of(said[-1].plain)
    return said[-1].cut(start, end) if end else None


def _name(line: Text) -> Text:
    """What a line above a list names, without the words that lead to it."""
    start, end = sets.looked_at(line.plain)
    end = end or len(particles.topic_alone(line.plain))
    return line.cut(start, end) if end else line


def _is_described(line: str) -> bool:
    """Whether a line is a noun that a clause or an adjective describes: "흔히 쓰는 말(입말)"."""
    return shapes.is_described(GLOSS.sub("", line).strip())


def fill_sections(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """Put everything behind a heading beneath it, up to the next of its level or above."""
    open_: list[tuple[Node, list[Node]]] = []
    found: list[Node] = []

    def close() -> None:
        section, children = open_.pop()
        (open_[-1][1] if open_ else found).append(section.beneath(*children))

    for block in blocks:
        if block.kind == Kind.SECTION and 0 < block.level <= BOLD_LEVEL:
            while open_ and open_[-1][0].level >= block.level:
                close()
            open_.append((block, []))
        else:
            (open_[-1][1] if open_ else found).append(block)
    while open_:
        close()
    return tuple(found)


PASSES: tuple[Callable[[tuple[Node, ...]], tuple[Node, ...]], ...] = (
    raise_marked_lines,
    adopt_between,
    adopt_lists,
    raise_bold_lines,
    adopt_introduced,
    asking.headed,
    fill_sections,
)
