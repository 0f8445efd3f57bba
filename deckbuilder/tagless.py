"""The text that HTML shows, and a line of Markdown."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from deckbuilder.model import readable

# Tags within a line; around all others there is a blank.
WITHIN = frozenset("a b code del em i ins kbd mark s samp small span strong sub sup u var".split())

TOLD_BY_TAGS = re.compile("[<&]")
PARAGRAPH = re.compile("<p>([^<>&]*)</p>")
# A tag as the sanitiser writes nearly all.
PLAIN_TAG = re.compile(r'</?([a-z]+[1-6]?)(?: [a-z-]+="[^"<>]*")*>')
# What stands in them is no HTML, or not for all parsers.
RAW = frozenset("script style textarea title xmp iframe noembed noframes plaintext".split())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag not in WITHIN:
            self.said.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self.handle_starttag(tag, ())

    def handle_data(self, data: str) -> None:
        self.said.append(data)


@lru_cache(maxsize=1 << 16)  # for speed only: a field is compared with others
def text(html: str) -> str:
    """The text of a field's HTML, with one blank wherever there are any."""
    html = readable(html)
    if not TOLD_BY_TAGS.search(html):
        return " ".join(html.split())
    if paragraph := PARAGRAPH.fullmatch(html):
        return " ".join(paragraph[1].split())  # as most answers are
    pieces = PLAIN_TAG.split(html)
    texts, tags = pieces[::2], pieces[1::2]
    if "<" in "".join(texts) or not RAW.isdisjoint(tags):
        return _parsed(html)
    if "&" in html:
        texts = list(map(unescape, texts))
    said = texts[:1]
    for tag, one in zip(tags, texts[1:], strict=True):
        said += ("" if tag in WITHIN else " ", one)
    return " ".join("".join(said).split())


# What marks a part of a line; "List<String>", "a*b*c" and "snake_case" have nothing of it.
MARKING = re.compile(
    rf"</?(?:{'|'.join(sorted(WITHIN | {'br', 'font', 'img'}))})(?:\s[^<>]*)?/?>", re.IGNORECASE
)
MARKED = re.compile(
    r"(?P<ticks>(?<!`)`++)(?=\S)(?P<code>[^`]+)(?<=\S)(?P=ticks)(?!`)"
    r"|(?P<mark>\*\*|~~|==)(?=\S)(?P<said>.+?)(?<=\S)(?P=mark)"
)


def shown(line: str) -> str:
    """A line of Markdown as a reader sees it, but for what single signs mark: "*x*", "$x$"."""
    return " ".join(MARKED.sub(r"\g<code>\g<said>", MARKING.sub("", line)).split())


# What opens at a touch on a card ("더 보기", "코드 30줄"); the toggles of a note are open.
FOLD = re.compile("<details><summary>[^<]*</summary>(.*?)</details>", re.DOTALL)


def opened(html: str) -> str:
    """HTML with all open that opens at a touch."""
    return FOLD.sub(r"\1", html) if "<details>" in html else html


def unfolded(html: str) -> str:
    """The text of a field's HTML, the same whether and wherever a card folds it."""
    return text(opened(html))


def _parsed(html: str) -> str:
    """The same of whatever HTML, which takes its time."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.said).split())
