"""Units to the HTML fields of Anki notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

import nh3

from deckbuilder.model import (
    Comparison,
    Definition,
    Enumeration,
    Kind,
    Mark,
    Member,
    Node,
    Question,
    Text,
    Unit,
)

TAGS = frozenset(
    """
    a b blockquote br code col colgroup dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd
    li mark ol p pre rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th
    thead tr u ul var wbr
    """.split()
)
ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "div": {"class"},
    "ol": {"start"},
    "span": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
SCHEMES = {"http", "https", "mailto"}
WEB = re.compile(r"(?:https?|mailto):", re.I)


def fields(unit: Unit, title: str = "") -> tuple[str, ...]:
    """The fields of a unit's note, in the order of its note type.

    Args:
        unit: what to ask and answer.
        title: the note's title; it comes first in the place that the front shows.

    Returns:
        HTML, sanitised: no script, style, form or event handler, no element of another site.
    """
    place = dict.fromkeys(name for name in (title, *unit.context) if name)
    raw = (escape(unit.front), escape(" › ".join(place)), *_own_fields(unit))
    return tuple(sanitise(field) for field in raw)


def _own_fields(unit: Unit) -> tuple[str, ...]:
    """The fields behind the front and the place, which every note type has."""
    match unit:
        case Definition():
            answer = blocks(unit.body) + _detail(unit.around)
            return answer, escape(", ".join(unit.aliases))
        case Enumeration():
            return str(len(unit.items)), _items(unit.items, unit.ordered)
        case Comparison():
            return _members(unit), _table(unit)
        case Question():
            return (blocks(unit.body),)
        case _:
            raise TypeError(f"no note type for {unit!r}")


def sanitise(html: str) -> str:
    """HTML of any source made safe and well-formed, by the ammonia library."""
    return nh3.clean(
        html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None
    )


# --- inline -------------------------------------------------------------------------------------

INLINE = {"strong": "strong", "em": "em", "s": "s", "mark": "mark", "code": "code"}


def inline(text: Text) -> str:
    """A line of text as HTML; marks that neighbouring runs share are opened once."""
    out: list[str] = []
    open_: list[Mark] = []
    for run in text.runs:
        marks = [mark for mark in run.marks if _tag(mark)]
        shared = 0
        while shared < min(len(marks), len(open_)) and marks[shared] == open_[shared]:
            shared += 1
        out += [f"</{_tag(mark)}>" for mark in reversed(open_[shared:])]
        out += [_opening(mark) for mark in marks[shared:]]
        open_ = marks
        out.append(_content(run.text, run.marks))
    out += [f"</{_tag(mark)}>" for mark in reversed(open_)]
    return "".join(out)


def _tag(mark: Mark) -> str:
    if mark.kind == "link":
        return "a" if WEB.match(mark.value) else ""
    return INLINE.get(mark.kind, "")


def _opening(mark: Mark) -> str:
    if mark.kind == "link":
        return f'<a href="{escape(mark.value)}">'
    return f"<{_tag(mark)}>"


def _content(text: str, marks: Sequence[Mark]) -> str:
    values = {mark.kind: mark.value for mark in marks}
    if "html" in values:
        return values["html"]
    if "math" in values:  # Anki's delimiters for MathJax
        return f"\\[{escape(text)}\\]" if values["math"] == "$$" else f"\\({escape(text)}\\)"
    if "image" in values:
        return f"[{escape(values['alt'])}]" if values["alt"] else ""
    return escape(text)


# --- blocks -------------------------------------------------------------------------------------


def blocks(nodes: Iterable[Node]) -> str:
    """Blocks as HTML, one after the other."""
    return "".join(BLOCKS[node.kind](node) for node in nodes)


def _lines(texts: Iterable[Text]) -> str:
    return "<br>".join(inline(text) for text in texts)


def _labelled(node: Node) -> str:
    """The label in bold, with the node's own text behind it."""
    own = _lines(node.text)
    if node.label is None:
        return own
    name = f"<strong>{inline(node.label.text)}</strong>"
    return f"{name}: {own}" if own else name


def _paragraph(node: Node) -> str:
    return f"<p>{_labelled(node)}</p>" + blocks(node.children)


def _item(node: Node) -> str:
    return f"<li>{_labelled(node)}{blocks(node.children)}</li>"


def _list(node: Node) -> str:
    if len(node.children) == 1:  # one item is no list
        (item,) = node.children
        return _paragraph(item)
    if node.kind == Kind.ORDERED_LIST:
        start = f' start="{node.level}"' if node.level != 1 else ""
        return f"<ol{start}>{blocks(node.children)}</ol>"
    return f"<ul>{blocks(node.children)}</ul>"


def _code(node: Node) -> str:
    source = "\n".join(text.plain for text in node.text)
    return f"<pre><code>{escape(source)}</code></pre>"


def _grid(node: Node) -> str:
    header, *rows = [[inline(cell) for cell in row.text] for row in node.children]
    return _rows(header, rows)


def _nothing(_: Node) -> str:
    return ""


BLOCKS: dict[Kind, Callable[[Node], str]] = {
    Kind.SECTION: _paragraph,
    Kind.PARAGRAPH: _paragraph,
    Kind.BULLET_LIST: _list,
    Kind.ORDERED_LIST: _list,
    Kind.ITEM: _item,
    Kind.TABLE: _grid,
    Kind.CODE: _code,
    Kind.HTML: _nothing,
    Kind.COMMENT: _nothing,
    Kind.BREAK: _nothing,
}


# --- what the kinds of unit show ------------------------------------------------------------------


def _items(items: Sequence[Member], ordered: bool) -> str:
    tag = "ol" if ordered else "ul"
    rows = "".join(f"<li>{_name(item)}" + _detail(item.body) + "</li>" for item in items)
    return f"<{tag}>{rows}</{tag}>"


def _members(unit: Comparison) -> str:
    """What the front says of the members: their names, or only how many there are."""
    if unit.names_members:
        return " · ".join(_name(member) for member in unit.members)
    return f"{len(unit.members)}가지 비교"


def _name(member: Member) -> str:
    """A member's name, its other names in small behind it."""
    if not member.aliases:
        return inline(member.name)
    aliases = escape(", ".join(member.aliases))
    return f"{escape(member.bare)} <small>({aliases})</small>"


def _detail(nodes: Sequence[Node]) -> str:
    """Blocks in small: what helps to remember, and is not asked."""
    return f'<div class="detail">{blocks(nodes)}</div>' if nodes else ""


def _table(unit: Comparison) -> str:
    """The members side by side, with the aspects across where the note has any."""
    names = [_name(member) for member in unit.members]
    if not unit.aspects:
        return _rows(names, [[blocks(member.body) for member in unit.members]])
    aspects = [inline(aspect) for aspect in unit.aspects]
    cells = [[_lines(part.text) for part in member.body] for member in unit.members]
    if unit.as_rows:
        return _rows(["", *aspects], cells, names)
    return _rows(["", *names], list(zip(*cells, strict=True)), aspects)


def _rows(head: Sequence[str], rows: Sequence[Sequence[str]], names: Sequence[str] = ()) -> str:
    """A table: heads, and rows that may begin with a head of their own."""
    top = "".join(f"<th>{cell}</th>" for cell in head)
    body = ""
    for at, row in enumerate(rows):
        first = f"<th>{names[at]}</th>" if names else ""
        body += f"<tr>{first}{''.join(f'<td>{cell}</td>' for cell in row)}</tr>"
    table = f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="scroll">{table}</div>'
