"""The text that HTML shows."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser

from deckbuilder.model import readable
from deckbuilder.render.sanitise import TAGS

# Tags within a line; around all others there is a blank.
WITHIN = frozenset("a b code del em i ins kbd mark s samp small span strong sub sup u var".split())

TOLD_BY_TAGS = re.compile("[<&]")
# A tag as the sanitiser writes it: HTML of such alone needs no parser, which is slow.
TAG = re.compile(r'</?([a-z][a-z0-9]*)(?: [a-z]+="[^"<>]*")*>')


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
    pieces = TAG.split(html)
    said, tags = pieces[::2], pieces[1::2]
    if TAGS.issuperset(tags) and not any("<" in piece for piece in said):
        blanks = ("" if tag in WITHIN else " " for tag in (*tags, "a"))
        told = [unescape(piece) + blank for piece, blank in zip(said, blanks, strict=True)]
    else:  # a field of another program's deck
        told = _parsed(html)
    return " ".join("".join(told).split())


def _parsed(html: str) -> list[str]:
    """What HTML of any source says, and a blank for each tag around it."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.said
