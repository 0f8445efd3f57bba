"""The syntax tree to a flat sequence of blocks, quotes unwrapped, callouts and toggles titled.

A heading is a section without anything beneath it yet; `nesting` puts the blocks there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from deckbuilder.korean import classes, shapes
from deckbuilder.markdown import SyntaxTreeNode, every
from deckbuilder.model import DETAILS_LEVEL, Document, Kind, Mark, Node, Run, Span, Text
from deckbuilder.outline import answers, assembly, html, lazy, quoted, toggles, wraps
from deckbuilder.outline.inline import lines
from deckbuilder.regular import expression

# Below every heading (1 to 6) and bold lines (`nesting`): a line above its text.
LINE_LEVEL = 8

Blocks = Iterator["Node | html.Piece"]
Nodes = tuple[Node, ...]


def read(parent: SyntaxTreeNode, document: Document) -> Nodes:
    """The blocks directly below a syntax node, in order."""
    blocks = answers.joined(toggles.closed(_blocks(parent, document)))
    return quoted.adopted(lazy.parted(blocks, document), document)


def _blocks(parent: SyntaxTreeNode, document: Document) -> Blocks:
    for node in parent.children:
        yield from READERS[node.type](node, document)


def _span(node: SyntaxTreeNode, document: Document) -> Span:
    """The lines of a syntax node without the blank ones behind it."""
    first, end = node.map or (0, 1)
    blank = " \t" if node.type == "paragraph" else " \t>"  # a paragraph's own ">" is text
    while end > first + 1 and not document.lines[end - 1].strip(blank):
        end -= 1
    return document.span(first + 1, max(first + 1, end))


def _inline(node: SyntaxTreeNode, document: Document) -> tuple[Text, ...]:
    return lines(next(iter(node.children), None), _span(node, document))


def _footnote(node: SyntaxTreeNode, document: Document) -> Blocks:
    """What a footnote says stands in no place of the note's own; see `footnotes`."""
    del node, document
    yield from ()


def footnotes(tree: SyntaxTreeNode, document: Document) -> Iterator[tuple[str, Span, Nodes]]:
    """The label, the lines and the blocks of each footnote, wherever it stands."""
    if "[^" not in document.source:
        return  # as in most notes
    for node in every(tree):
        if node.type == "footnote_reference":
            yield str(node.meta["label"]), _span(node, document), read(node, document)


def footnotes_within(tree: SyntaxTreeNode, document: Document) -> Iterator[tuple[str, Nodes]]:
    """The label and the text of each footnote that stands where it is referred to."""
    block = tree
    for node in every(tree):
        block = node if node.map else block
        if node.type == "footnote_ref" and node.children:
            span = _span(block, document)
            yield str(node.meta["label"]), (Node(Kind.PARAGRAPH, span, lines(node, span)),)


# The head of a callout, as Obsidian and GitHub have it: "> [!note]- 제목". A type of one's own is
# the title where there is no other: "> [!정의]".
CALLOUT = expression(r"\[!(?P<type>[^\[\]|]+)(?:\|[^\[\]]*)?\][+-]?\s*")
IN_CALLOUT = (Kind.PARAGRAPH, Kind.BULLET_LIST, Kind.ORDERED_LIST)


def _quote(node: SyntaxTreeNode, document: Document) -> Blocks:
    blocks = _blocks(node, document)
    match next(blocks, None):
        case Node(Kind.PARAGRAPH, text=(head, *_)) as first if hit := CALLOUT.match(head.plain):
            title, name = head.cut(hit.end()), hit["type"].strip().lower()
            if classes.names_callout(title.plain):
                title = title.cut(len(title.plain))
            elif not title and shapes.HANGUL.search(name):
                title = replace(head, runs=(Run(hit["type"].strip()),))
            yield from _callout(name, first, title, blocks)
        case None:
            return
        case first:
            yield first
            yield from blocks


def _callout(name: str, first: Node, title: Text, blocks: Blocks) -> Blocks:
    """The title, if there is one, with the lines and the blocks below it; `name` is its type."""
    lines = first.text[1:]
    below = [replace(first, text=lines, span=lines[0].span.to(first.span))] if lines else []
    if title:
        section = Node(Kind.SECTION, title.span, (title,), level=DETAILS_LEVEL, callout=name)
        yield section.beneath(*below, *toggles.closed(blocks))
        return
    for block in chain(below, blocks):
        inside = isinstance(block, Node) and block.kind in IN_CALLOUT and not block.callout
        yield replace(block, callout=name) if isinstance(block, Node) and inside else block


def _heading(node: SyntaxTreeNode, document: Document) -> Blocks:
    text = _inline(node, document)
    if text and shapes.is_caption(text[0].plain):  # it heads no more than its picture
        yield Node(Kind.PARAGRAPH, _span(node, document), text)
    else:
        yield Node(Kind.SECTION, _span(node, document), text, level=int(node.tag[1]))


def _paragraph(node: SyntaxTreeNode, document: Document) -> Blocks:
    text = wraps.unwrapped(_inline(node, document))
    yield Node(Kind.PARAGRAPH, _span(node, document), text)


def _list(node: SyntaxTreeNode, document: Document) -> Blocks:
    items = tuple(
        Node(Kind.ITEM, _span(item, document)).beneath(*_task(read(item, document)))
        for item in node.children
    )
    ordered = node.type == "ordered_list"
    kind = Kind.ORDERED_LIST if ordered else Kind.BULLET_LIST
    start = int(node.attrs.get("start", 1))
    if start >= FIRST_YEAR:
        items = tuple(_dated(item, document) for item in items)
    yield Node(kind, _span(node, document), start=start).beneath(*items)


# A list that counts from here on has years for numbers: "1894. 갑오개혁".
FIRST_YEAR = 1000
YEAR = expression(r"[\s>]*(?P<year>\d{4})[.)]\s")


def _dated(item: Node, document: Document) -> Node:
    """An item with the year that stands for its number as its label: "1894년: 갑오개혁"."""
    year = YEAR.match(document.lines[item.span.first - 1])
    match item.children:
        case (Node(Kind.PARAGRAPH, text=(line, *more)) as first, *rest) if year:
            line = replace(line, runs=(Run(f"{year['year']}년: "), *line.runs))
            return replace(item, children=(replace(first, text=(line, *more)), *rest))
    return item


# "[ ] 할 일", "[x] 한 일".
TASK = expression(r"\[([ xX])\]\s+(?=\S)")


def _task(blocks: Nodes) -> Nodes:
    """An item's blocks, the box in front of them as a mark."""
    match blocks:
        case (Node(Kind.PARAGRAPH, text=(line, *more)) as first, *rest):
            box = TASK.match(line.plain)
            if box and line.runs[0].text and not line.runs[0].marks:
                mark = Mark("task", "" if box[1] == " " else "x")
                line = replace(line, runs=(Run("", (mark,)), *line.cut(box.end()).runs))
                return (replace(first, text=(line, *more)), *rest)
    return blocks


def _definition_list(node: SyntaxTreeNode, document: Document) -> Blocks:
    """`용어` and below it `: 정의`, as Markdown Extra has it: sections of a line each."""
    section: Node | None = None
    for part in node.children:
        if part.type == "dt":
            if section:
                yield section
            span = _span(part, document)
            section = Node(Kind.SECTION, span, _inline(part, document), level=LINE_LEVEL)
        elif section:
            section = section.beneath(*read(part, document))
    if section:
        yield section


def _table(node: SyntaxTreeNode, document: Document) -> Blocks:
    def cell(node: SyntaxTreeNode, row: Span) -> Text:
        texts = lines(next(iter(node.children), None), row)
        runs = [run for text in texts for run in (Run(" "), *text.runs)]
        return Text(tuple(runs[1:]), row)

    rows = [row for part in node.children for row in part.children]
    spans = [_span(row, document) for row in rows]
    spans[0] = spans[0]._replace(last=spans[0].last + 1)  # the head's: the line that ends it
    yield Node(
        Kind.TABLE,
        _span(node, document),
        alignments="".join(_alignment(cell) for cell in rows[0].children),
        children=tuple(
            Node(Kind.ROW, span, tuple(cell(c, span) for c in row.children))
            for row, span in zip(rows, spans, strict=True)
        ),
    )


def _alignment(cell: SyntaxTreeNode) -> str:
    """The letter for how a cell is aligned."""
    side = str(cell.attrs.get("style", "")).removeprefix("text-align:")
    return side[:1] or "-"


# What Obsidian puts in the place of these is no text of the note.
ASKS = frozenset({"dataview", "dataviewjs", "query", "tasks", "button", "base", "excalidraw"})


def _fence(node: SyntaxTreeNode, document: Document) -> Blocks:
    """Code; GitHub writes formulas so, too: ```` ```math ````."""
    if node.info.split()[:1] and node.info.split()[0].lower() in ASKS:
        yield from _directive(node, document)
        return
    formula = node.info.split()[:1] == ["math"] and node.content.strip()
    yield from (_math if formula else _code)(node, document)


def _code(node: SyntaxTreeNode, document: Document) -> Blocks:
    span = _span(node, document)
    first = span.first + (node.type == "fence")
    rows = node.content.removesuffix("\n").split("\n")
    text = tuple(
        Text((Run(row),), span._replace(first=at, last=at))
        for offset, row in enumerate(rows)
        for at in [min(first + offset, span.last)]
    )
    yield Node(Kind.CODE, span, text, language=next(iter(node.info.split()), ""))


def _math(node: SyntaxTreeNode, document: Document) -> Blocks:
    span = _span(node, document)
    formula = Run(" ".join(node.content.split()), (Mark("math", "$$"),))
    yield Node(Kind.PARAGRAPH, span, (Text((formula,), span),))


def _break(node: SyntaxTreeNode, document: Document) -> Blocks:
    yield Node(Kind.BREAK, _span(node, document))


def _html(node: SyntaxTreeNode, document: Document) -> Blocks:
    span = _span(node, document)
    yield from assembly.assembled(html.pieces(node.content, span))
    yield Node(Kind.HTML, span)


def _box(node: SyntaxTreeNode, document: Document) -> Blocks:
    """A box with a title is a toggle that is always open."""
    span = _span(node, document)
    rows = _inline(node, document)  # several where the title holds a <br>
    title = Text.joined(rows) if rows else None
    if title and classes.names_callout(title.plain):
        title = None
    yield html.Piece("open", span)
    yield html.Piece("summary", span, title)
    yield Node(Kind.HTML, span)


def _box_end(node: SyntaxTreeNode, document: Document) -> Blocks:
    span = _span(node, document)
    yield html.Piece("close", span)
    yield Node(Kind.HTML, span)


def _directive(node: SyntaxTreeNode, document: Document) -> Blocks:
    yield Node(Kind.HTML, _span(node, document))


def _comment(node: SyntaxTreeNode, document: Document) -> Blocks:
    yield Node(Kind.COMMENT, _span(node, document))


READERS: dict[str, Callable[[SyntaxTreeNode, Document], Blocks]] = {
    "blockquote": _quote,
    "box": _box,
    "box_end": _box_end,
    "bullet_list": _list,
    "code_block": _code,
    "comment": _comment,
    "directive": _directive,
    "dl": _definition_list,
    "fence": _fence,
    "footnote_reference": _footnote,
    "heading": _heading,
    "hr": _break,
    "html_block": _html,
    "math_block": _math,
    "math_block_label": _math,
    "ordered_list": _list,
    "paragraph": _paragraph,
    "table": _table,
}
