"""The properties of a page of a database, as its Markdown has them right below the title.

# 세마포어

뜻: 여럿이 나눠 쓰는 것을 세어 두는 변수이다.
태그: 동기화, 기출
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence

from deckbuilder.sources.source import Markdown

TAGS = frozenset({"태그", "tags", "tag"})


def taken_out(text: str, columns: Collection[str]) -> Markdown:
    """A page without its properties: the table of the database tells them; its tags stay.

    Args:
        text: the page.
        columns: those of its database; none where that is not known.
    """
    lines = text.split("\n")
    block = list(_block(lines))
    tags = [tag for at in block for tag in _tags(lines[at])]
    if block and any(lines[block[0]].startswith(f"{column}:") for column in columns if column):
        for at in block:
            lines[at] = ""
    return tagged("\n".join(lines), tags)


def tagged(text: str, tags: Sequence[str], rows: Sequence[int] | None = None) -> Markdown:
    """A note with these tags in its front matter, every line where it was in the file."""
    own = tuple(rows) if rows else None
    if not tags:
        return Markdown(text, own)
    front = f"---\ntags: {json.dumps(list(tags), ensure_ascii=False)}\n---\n"
    return Markdown(front + text, (1, 1, 1, *(own or range(1, text.count("\n") + 2))))


def values(value: str) -> Iterator[str]:
    """What was chosen from a list."""
    yield from (one.strip() for one in value.split(",") if one.strip())


def is_tags(name: str) -> bool:
    """Whether a property holds tags."""
    return name.strip().lower() in TAGS


def _tags(line: str) -> Iterator[str]:
    name, colon, value = line.partition(":")
    if colon and is_tags(name):
        yield from values(value)


def _block(lines: Sequence[str]) -> Iterator[int]:
    """The lines that stand together below the title."""
    filled = (at for at, line in enumerate(lines) if line.strip())
    if not lines[next(filled, 0)].startswith("# "):
        return
    first = next(filled, len(lines))
    for at in range(first, len(lines)):
        if not lines[at].strip() or ":" not in lines[first]:
            return
        yield at
