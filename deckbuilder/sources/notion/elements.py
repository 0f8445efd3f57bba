"""HTML as a tree of elements, as it is written: Notion puts blocks into paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Of these nothing is shown.
SILENT = frozenset("head link nav script style svg template".split())
DEEPEST = 60  # what lies deeper lies beside; no page is


@dataclass
class Element:
    """An element: its attributes, and the texts and elements in it."""

    tag: str
    row: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    @property
    def classes(self) -> frozenset[str]:
        """The names of its classes."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def text(self) -> str:
        """All its text, as it is written."""
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    def walk(self) -> Iterator[Element]:
        """It, and all elements beneath it."""
        left = [self]
        while left:
            element = left.pop()
            yield element
            left += [one for one in reversed(element.children) if isinstance(one, Element)]

    def of(self, tags: frozenset[str], around: frozenset[str]) -> Iterator[Element]:
        """The elements of these tags in it, or in those of others that may stand around them."""
        for child in self.children:
            if isinstance(child, Element) and child.tag in tags:
                yield child
            elif isinstance(child, Element) and child.tag in around:
                yield from child.of(tags, around)

    def first(self, tag: str, name: str = "") -> Element | None:
        """The first element of a tag, and of a class, beneath it."""
        found = (one for one in self.walk() if one.tag == tag and (not name or name in one.classes))
        return next(found, None)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", 1)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, self.getpos()[0], {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in VOID and len(self.open) < DEEPEST:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        row = self.getpos()[0]
        self.open[-1].children.append(Element(tag, row, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        tags = [element.tag for element in self.open]
        if tag in tags[1:]:
            del self.open[len(tags) - 1 - tags[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(source: str) -> Element:
    """The tree of an HTML file, without what shows nothing."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    root = reader.open[0]
    for element in root.walk():
        element.children = [
            one for one in element.children if isinstance(one, str) or one.tag not in SILENT
        ]
    return root
