"""HTML of any source made safe and well-formed, by ammonia; the only importer of nh3."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3

from deckbuilder.model import NAME, REMOTE
from deckbuilder.regular import any_of, expression

TAGS = frozenset(
    """
    a b blockquote br code col colgroup dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i img ins
    kbd li mark ol p pre rp rt ruby s samp small span strong sub summary sup table tbody td tfoot
    th thead tr u ul var wbr
    """.split()
)
ATTRIBUTES = {
    "a": {"href"},
    "code": {"class"},
    "details": {"open"},
    "div": {"class"},
    "img": {"src", "alt", "width"},
    "li": {"class"},
    "ol": {"start"},
    "span": {"class"},
    "sup": {"class"},
    "td": {"class", "colspan", "rowspan"},
    "th": {"class", "colspan", "rowspan"},
}
WEB = expression(r"https?://|mailto:", re.I)
"""Where a link on a card may lead; to another note leads none."""

APP = expression(r"obsidian://open\?vault=[\w.~%-]+&file=[\w.~%-]+", re.A)
"""A note in the program that keeps it; the line that says where a card comes from leads there."""

# What Anki would take for a command of its own: a sound to play, text to read aloud or to set in
# LaTeX, a place to type into. The sounds of the deck are ours.
COMMANDS = any_of(
    {
        "[sound:물길.mp3]": rf"\[(?=sound:(?!{NAME.pattern}))",
        "[anki:tts lang=ko_KR]": r"\[(?=anki:)",
        "[latex]": r"\[(?=/?latex\])",
        "[$]": r"\[(?=/?\$\$?\])",
        "[[type:물길]]": r"\[(?=\[type:)",
    },
    re.I,
)


# What a sanitiser would change stands in one of these; most names and lines have none, and most
# answers none but in the tags of paragraphs and of what is marked in them.
_TEXT = "[^<>&\\r\0\xa0\ufeff]++"
_LINE = rf"(?:{_TEXT}|<(?P<tag>strong|em|code|mark)>(?:{_TEXT})?</(?P=tag)>)*+"
_CLEAN = expression(rf"(?:{_TEXT})?|(?:<p>{_LINE}</p>)*+")


@lru_cache(maxsize=1 << 16)  # for speed only: notes of a place and cards of a note share fields
def sanitise(html: str) -> str:
    """Take out of HTML whatever could run, load or look like what it is not.

    Args:
        html: of any source, well-formed or not.

    Returns:
        well-formed HTML: no script, style, form, frame or event handler; links lead to the web,
        pictures are files of the deck or remote.
    """
    return guarded(html if _CLEAN.fullmatch(html) else _cleaned(html))


def _cleaned(html: str) -> str:
    """HTML as the sanitiser leaves it; one whose attributes none looks into is soon made."""
    lower = html.lower()
    looked_at = "href" in lower or "src" in lower or "width" in lower
    return (CLEANER if looked_at else PLAIN_CLEANER).clean(html)


@lru_cache(maxsize=1 << 16)  # likewise
def sanitise_source(html: str) -> str:
    """The same for the line that says where a card comes from: its link may open a program, too."""
    return guarded(SOURCE_CLEANER.clean(html))


def guarded(html: str) -> str:
    """HTML in which Anki sees no command of its own, and a reader what stands there."""
    return COMMANDS.sub("&#91;", html) if "[" in html else html


def _attribute(tag: str, name: str, value: str) -> str | None:
    match tag, name:
        case _, "href":
            return value if WEB.match(value) else None
        case _, "src":
            return value if NAME.fullmatch(value) or REMOTE.match(value) else None
        case _, "width":
            return value if value.isdecimal() else None
        case _:
            return value


def _of_source(tag: str, name: str, value: str) -> str | None:
    return value if name == "href" and APP.fullmatch(value) else _attribute(tag, name, value)


SCHEMES = {"http", "https", "mailto"}
CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=ATTRIBUTES,
    attribute_filter=_attribute,
    url_schemes=SCHEMES,
    link_rel=None,
)
# What `_attribute` looks into does not stand there.
PLAIN_CLEANER = nh3.Cleaner(tags=set(TAGS), attributes=ATTRIBUTES, link_rel=None)
SOURCE_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=ATTRIBUTES,
    attribute_filter=_of_source,
    url_schemes={*SCHEMES, "obsidian"},
    link_rel=None,
)
