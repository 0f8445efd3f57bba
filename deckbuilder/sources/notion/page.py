"""A page that Notion exported as HTML, as the Markdown that it would have exported."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from deckbuilder.regular import expression
from deckbuilder.sources.notion import database, properties
from deckbuilder.sources.notion.elements import Element, parsed
from deckbuilder.sources.notion.inline import ICONS, inline, picture
from deckbuilder.sources.notion.names import without_ids
from deckbuilder.sources.source import Markdown, text

HEADINGS = {f"h{level}": level for level in range(1, 7)}
# The size of a toggle that is a heading.
SIZES = {"1.875em": 1, "1.5em": 2, "1.25em": 3}
SIZE = expression(r"font-size:\s*([\d.]+em)")
LISTS = frozenset({"ul", "ol"})
ROWS, CELLS = frozenset({"tr"}), frozenset({"th", "td"})
GROUPS = frozenset({"thead", "tbody", "tfoot"})
BLOCKS = frozenset({
    *HEADINGS, *LISTS, "article", "blockquote", "body", "details", "div", "figure", "header", "hr",
    "html", "li", "p", "pre", "section", "table", "",
})  # fmt: skip
INDENT = "    "
LISTED = expression(r"- |\d+[.)] ")
# What begins another block than a paragraph.
BEGINS = expression(r"^(?=[#+=-]|\d+[.)]\s)(\d*)", re.M)


class Line(NamedTuple):
    """A line of Markdown, and that of the file which it comes from."""

    text: str
    row: int


def markdown(data: bytes) -> Markdown:
    """A page as a note: its title, its tags as front matter, and what it says.

    Raises:
        NotTextError: it is no text.
    """
    article = parsed(text(data).text).first("article", "page")
    if article is None:
        return database.NOTHING
    only = _only_table(article)
    lines = _ended(_block(only) if only else _blocks(article.children, article.row))
    if only and not lines:
        return database.NOTHING
    found = without_ids("\n".join(line.text for line in lines))
    return properties.tagged(found, list(_tags(article)), [line.row for line in lines] or [1])


def _only_table(article: Element) -> Element | None:
    """The table of a page that is a database: without a title, as its CSV has none."""
    body = article.first("div", "page-body")
    inner = [one for one in body.children if isinstance(one, Element)] if body else []
    if len(inner) != 1 or "collection-content" not in inner[0].classes:
        return None
    return inner[0].first("table")


def _ended(lines: Iterable[Line]) -> list[Line]:
    """Lines without blank ones at their end."""
    found = list(lines)
    while found and not found[-1].text:
        found.pop()
    return found


def _tags(article: Element) -> Iterator[str]:
    table = article.first("table", "properties")
    for row in table.walk() if table else ():
        name, value = row.first("th"), row.first("td")
        if row.tag == "tr" and name and value and properties.is_tags(name.text):
            yield from (one.text for one in value.walk() if "selected-value" in one.classes)


# --- blocks ---------------------------------------------------------------------------------------


def _blocks(children: Sequence[Element | str], row: int) -> Iterator[Line]:
    """Blocks with a blank line behind each; what stands between them is a paragraph."""
    between: list[Element | str] = []
    listed = False
    for child in children:
        if isinstance(child, str) or child.tag not in BLOCKS:
            between.append(child)
            continue
        lines = list(chain(_paragraph(between, row), _block(child)))
        if listed and lines and child.tag not in LISTS:
            yield Line("", row)
        yield from lines
        listed = child.tag in LISTS if lines else listed
        between, row = [], child.row
    lines = list(_paragraph(between, row))
    yield from [Line("", row)] * (listed and bool(lines)) + lines


def _paragraph(between: Sequence[Element | str], row: int) -> Iterator[Line]:
    shown = inline(between).strip()
    if shown:
        for line in shown.split("\n"):
            yield Line(BEGINS.sub(_literal, line.strip()), row)
        yield Line("", row)


def _literal(found: re.Match[str]) -> str:
    """A backslash in front of what would begin a block; in a number behind it."""
    return f"{found[1]}\\"


def _block(element: Element) -> Iterator[Line]:
    if element.classes & ICONS or "properties" in element.classes:
        return
    tag, row = element.tag, element.row
    if tag in HEADINGS:
        yield from _heading(element.children, HEADINGS[tag], row)
    elif tag in LISTS:
        yield from _items(element)
    elif tag in MAKERS:
        yield from (Line(line, row) for line in MAKERS[tag](element))
        yield Line("", row)
    elif tag == "blockquote":
        for line in _ended(_blocks(element.children, row)):
            yield Line(f"> {line.text}".rstrip(), line.row)
        yield Line("", row)
    elif tag == "details":
        yield from _toggle(element)
    elif tag == "figure" and "callout" not in element.classes:
        yield from _figure(element)
    else:
        yield from _blocks(element.children, row)


def _heading(children: Sequence[Element | str], level: int, row: int) -> Iterator[Line]:
    # A heading that is a toggle holds its title alone.
    for child in children:
        if isinstance(child, Element) and child.tag == "details":
            summary = child.first("summary")
            children = summary.children if summary else []
    shown = " ".join(inline(children).split())
    if shown:
        yield from (Line(f"{'#' * level} {shown}", row), Line("", row))


def _toggle(element: Element) -> Iterator[Line]:
    """A heading that can be folded up, or an item; what is folded stands beneath it."""
    summary = element.first("summary")
    size = SIZE.search(summary.attributes.get("style", "")) if summary else None
    rest = [child for child in element.children if child is not summary]
    if size and summary:
        level = SIZES.get(size[1], len(SIZES))
        yield from _heading(summary.children, level, element.row)
        yield from _blocks(rest, element.row)
    else:
        yield from _item("- ", summary.children if summary else [], rest, element.row)


def _items(element: Element) -> Iterator[Line]:
    """The items of a list; Notion makes a list of each, so that no line is between them."""
    number = int(start) if (start := element.attributes.get("start", "1")).isdecimal() else 1
    for item in element.children:
        if isinstance(item, str):
            continue
        marker = f"{number}. " if element.tag == "ol" else "- "
        number += 1
        if "to-do-list" in element.classes:
            marker += "[x] " if item.first("div", "checkbox-on") else "[ ] "
        toggle = item.first("details") if "toggle" in element.classes else None
        if toggle:
            yield from _toggle(toggle)
        else:
            at = next((at for at, one in enumerate(item.children) if _begins(one)), None)
            front = item.children[:at]
            yield from _item(marker, front, item.children[len(front) :], item.row)


def _begins(child: Element | str) -> bool:
    return isinstance(child, Element) and child.tag in BLOCKS and not child.classes & ICONS


def _item(
    marker: str, front: Sequence[Element | str], rest: Sequence[Element | str], row: int
) -> Iterator[Line]:
    shown = inline(front).strip().split("\n")
    yield Line(f"{marker}{shown[0]}".rstrip(), row)
    yield from (Line(f"{INDENT}{line.strip()}", row) for line in shown[1:] if line.strip())
    beneath = list(_blocks(rest, row))
    if beneath and not LISTED.match(beneath[0].text):
        yield Line("", row)
    for line in beneath:
        yield Line(f"{INDENT}{line.text}".rstrip(), line.row)


def _figure(element: Element) -> Iterator[Line]:
    """A picture; an equation; a link to another page, or to the web."""
    tex = element.first("annotation")
    if tex:
        yield from (Line(line, element.row) for line in ("$$", *tex.text.split("\n"), "$$", ""))
        return
    caption = element.first("figcaption")
    link = element.first("a")
    image = element.first("img")
    if "image" in element.classes and image:
        said = caption.text.strip() if caption else ""
        yield Line(picture(image.attributes.get("src", ""), said), element.row)
        yield Line("", element.row)
    elif link and link.attributes.get("href"):
        title = element.first("div", "bookmark-title")
        yield from _paragraph(
            [Element("a", link.row, link.attributes, (title or link).children)], link.row
        )
    else:
        yield from _blocks([one for one in element.children if one is not caption], element.row)


# --- blocks of their own kind ---------------------------------------------------------------------


def _table(element: Element) -> Iterator[str]:
    cells = [list(row.of(CELLS, frozenset())) for row in element.of(ROWS, GROUPS)]
    width = max(map(len, cells), default=0)
    if not width:
        return
    shown, said = (
        [[*map(how, row), *[""] * (width - len(row))] for row in cells] for how in (_cell, _said)
    )
    if "collection-content" in element.classes:
        yield from database.table(shown, said)
        return
    yield f"| {' | '.join(shown[0])} |"
    yield f"| {' | '.join(['---'] * width)} |"
    yield from (f"| {' | '.join(row)} |" for row in shown[1:])


def _cell(element: Element) -> str:
    return inline(element.children).strip().replace("\n", "<br>")


def _said(element: Element) -> str:
    box = element.first("div", "checkbox")
    return "Yes" if box else element.text.strip()


def _code(element: Element) -> Iterator[str]:
    code = element.first("code") or element
    names = (name for name in code.classes if name.startswith("language-"))
    runs = re.findall(r"`{3,}", element.text)
    fence = "`" * max([3, *(len(run) + 1 for run in runs)])
    yield fence + next(names, "").removeprefix("language-").lower().replace(" ", "")
    yield from element.text.strip("\n").split("\n")
    yield fence


def _rule(element: Element) -> Iterator[str]:
    del element
    yield "---"


MAKERS: dict[str, Callable[[Element], Iterator[str]]] = {
    "table": _table,
    "pre": _code,
    "hr": _rule,
}
