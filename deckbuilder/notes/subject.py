"""What a note is about, as the place on its cards says: "도커", of "03. 도커.md".

It is only shown. A deck is called by `Reading.title`, and a note known by its path: what students
have stays where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuilder.model import Document
from deckbuilder.regular import any_of, expression
from deckbuilder.tagless import shown

# A language, and the number of one more of a name: "README.ko", "새 노트 (2)".
_ONE_MORE = r"(?:\.[a-z]{2})?(?:\s?\(?\d{1,3}\)?)?"
# Names that every note and every folder could have.
NAMELESS = any_of(
    {
        "README.ko": rf"(?:_?index|readme|summary|_?posts|_?docs|notes){_ONE_MORE}",
        "제목 없음": rf"(?:untitled|제목\s?없음|무제)(?:\s?(?:database|데이터베이스))?{_ONE_MORE}",
        "새 노트 (2)": rf"(?:새\s?노트|new\s?note){_ONE_MORE}",
    },
    re.I,
)
EXTENSION = expression(r"(?<=\S)\.(?:md|mdx|markdown|txt|ipynb|html?)$", re.I)
# "스택 1f2e…": what Notion adds to the name of a page.
ID = expression(r"(?:^|[\s_-])(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$", re.I)
_DATED = r"[\])]?(?=\D|$)[.,\s_-]*"
DATE = any_of(
    {
        "2024-11-04-jpa-dto": rf"^[\[(]?\d{{4}}[-._]\d{{1,2}}[-._]\d{{1,2}}{_DATED}",
        "20241104 스택": rf"^[\[(]?20\d{{6}}{_DATED}",
        "[241104]스택": rf"^[\[(]?2\d[01]\d[0-3]\d{_DATED}",
    }
)
# The number of a chapter in front.
_IN = r"^(?:\d{1,3}-)?"
# "3-way handshake", "6.25 전쟁" and "5대 영양소" keep theirs.
ORDER = any_of(
    {
        "03. 도커": rf"{_IN}\d{{1,3}}[.)_]+\s*(?=\D)",
        "2-1 스택": rf"{_IN}\d{{1,3}}\s+(?=\D)",
        "3-스택": rf"{_IN}\d{{1,3}}-\s?(?=[가-힣]|-?\s)",
        "01-docker": rf"{_IN}0\d{{1,2}}[\s-]+(?=\D)",
    }
)
# In front of a title written by hand: "6.25 전쟁" and "7 계층" keep theirs.
NUMBERED = expression(r"^(?:\d{1,3}[.)]\s+|0\d{1,2}[\s.-]+)(?=\D)")


def subject(document: Document, heading: str) -> str:
    """What a note is about.

    Args:
        document: the note; its front matter's title comes first, its file's name and those of its
            folders last.
        heading: its only heading of level 1, if it has one.

    Returns:
        the first of these that names something, without number, date, id and extension; an empty
        string if none does.
    """
    return next(filter(None, _names(document, heading)), "")


def _names(document: Document, heading: str) -> Iterator[str]:
    for name in (document.title or "", heading):
        yield _named(NUMBERED.sub("", _without_id(shown(name))))
    for name in reversed(document.place):
        yield _named(_of_file(_without_id(name)))


def _without_id(name: str) -> str:
    bare = ID.sub("", EXTENSION.sub("", name)).strip()
    return bare if bare == name else bare.rstrip("_- ")


def _of_file(name: str) -> str:
    """The name of a file without its date or its number, in words."""
    bare = DATE.sub("", name)
    if bare != name and " " not in bare:
        bare = bare.replace("-", " ")  # as blogs name their posts
    bare = ORDER.sub("", bare)
    return re.sub(r"_+|(?<=[가-힣])-+(?=[가-힣])", " ", bare).strip()


def _named(name: str) -> str:
    return "" if nameless(name) else name


def nameless(name: str) -> bool:
    """Whether a file or a folder has a name that any could have."""
    return bool(NAMELESS.fullmatch(name))
