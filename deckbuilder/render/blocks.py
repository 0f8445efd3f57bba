"""Blocks to HTML: one function a kind of node."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

from deckbuilder.model import DETAILS_LEVEL, Kind, Media, Node, Text
from deckbuilder.render.inline import footnote_mark, inline, plain
from deckbuilder.render.tables import table

Files = Mapping[str, Media]

# The types of callouts with titles of their own in GitHub and Obsidian; others are notes.
CALLOUTS = {
    "note": "참고",
    "info": "참고",
    "abstract": "요약",
    "summary": "요약",
    "tip": "도움말",
    "hint": "도움말",
    "important": "중요",
    "question": "질문",
    "example": "예시",
    "quote": "인용",
    "warning": "주의",
    "caution": "조심",
    "danger": "위험",
}


def blocks(nodes: Iterable[Node], media: Files) -> str:
    """Blocks as HTML, one after the other; those of one callout in one box.

    Args:
        nodes: the blocks.
        media: the files that pictures and sounds are, by their address in the note.
    """
    out = ""
    for kind, group in groupby(nodes, key=_untitled_callout):
        inner = "".join(BLOCKS[node.kind](node, media) for node in group)
        out += _callout(plain(CALLOUTS.get(kind, kind)), inner) if kind else inner
    return out


def _untitled_callout(node: Node) -> str:
    """The type of the callout that a block stands in, unless the block is the whole of one."""
    return "" if node.kind == Kind.SECTION and node.level == DETAILS_LEVEL else node.callout


def _callout(title: str, inner: str) -> str:
    return f'<div class="callout"><div class="kind">{title}</div>{inner}</div>'


def _lines(texts: Iterable[Text], media: Files) -> str:
    return "<br>".join(inline(text, media) for text in texts)


def _labelled(node: Node, media: Files) -> str:
    """The label in bold, with the node's own text behind it."""
    own = _lines(node.text, media)
    if node.label is None:
        return own
    name = f"<strong>{inline(node.label.text, media)}</strong>"
    return f"{name}: {own}" if own else name


def _paragraph(node: Node, media: Files) -> str:
    return f"<p>{_labelled(node, media)}</p>" + blocks(node.children, media)


def _section(node: Node, media: Files) -> str:
    if node.level != DETAILS_LEVEL or node.label is None:
        return _paragraph(node, media)
    title = inline(node.label.text, media)
    own = f"<p>{_lines(node.text, media)}</p>" if node.text else ""
    inner = own + blocks(node.children, media)
    if node.callout:
        return _callout(title, inner)
    return f"<details open><summary>{title}</summary>{inner}</details>"


def _item(node: Node, media: Files) -> str:
    return f"<li>{_labelled(node, media)}{blocks(node.children, media)}</li>"


def _list(node: Node, media: Files) -> str:
    if len(node.children) == 1 and not node.parted:  # one item is no list
        (item,) = node.children
        return _paragraph(item, media)
    if node.kind == Kind.ORDERED_LIST:  # an item that says nothing has its number, but for the last
        start = f' start="{node.start}"' if node.start != 1 else ""
        last = max((at for at, item in enumerate(node.children, 1) if _says(item)), default=0)
        return f"<ol{start}>{blocks(node.children[:last], media)}</ol>"
    return f"<ul>{blocks(filter(_says, node.children), media)}</ul>"


def _says(item: Node) -> bool:
    """Whether something was written behind the bullet of an item."""
    return bool(item.lines or item.children)


# A program of more lines hides on a phone what is said around it; it opens at a touch.
LONGEST_OPEN = 15


def is_folded(node: Node) -> bool:
    """Whether a block is code that opens at a touch."""
    return node.kind == Kind.CODE and len(node.text) > LONGEST_OPEN


def _code(node: Node, media: Files) -> str:
    del media
    from deckbuilder.render.code import code  # noqa: PLC0415 - many notes have none

    shown = code("\n".join(text.plain for text in node.text), node.language)
    if not is_folded(node):
        return shown
    return f"<details><summary>코드 {len(node.text)}줄</summary>{shown}</details>"


def _table(node: Node, media: Files) -> str:
    header, *rows = [[inline(cell, media) for cell in row.text] for row in node.children]
    return table(header, rows, alignments=node.alignments)


def _nothing(node: Node, media: Files) -> str:
    del node, media
    return ""


BLOCKS: dict[Kind, Callable[[Node, Files], str]] = {
    Kind.SECTION: _section,
    Kind.PARAGRAPH: _paragraph,
    Kind.BULLET_LIST: _list,
    Kind.ORDERED_LIST: _list,
    Kind.ITEM: _item,
    Kind.TABLE: _table,
    Kind.CODE: _code,
    Kind.HTML: _nothing,
    Kind.COMMENT: _nothing,
    Kind.BREAK: _nothing,
}


def footnotes(nodes: Iterable[Node], known: Mapping[str, tuple[Node, ...]], media: Files) -> str:
    """The footnotes that these blocks refer to, in small, in the order of their references."""
    labels = dict.fromkeys(label for node in nodes for label in _references(node))
    rows = "".join(
        f"<div>{footnote_mark(label)} {blocks(known[label], media)}</div>"
        for label in labels
        if label in known
    )
    return f'<div class="footnotes">{rows}</div>' if rows else ""


def _references(node: Node) -> Iterator[str]:
    for inner in node.walk():
        for line in inner.lines:
            yield from (m.value for run in line.runs for m in run.marks if m.kind == "footnote")
