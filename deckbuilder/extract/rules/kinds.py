"""A term with labelled parts: kinds to tell apart where each is described, else a set.

## 기억장치
### 주기억장치
전원이 있는 동안만 내용을 지킨다.
### 보조기억장치
전원이 없어도 내용을 지킨다.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from deckbuilder.extract import bodies
from deckbuilder.extract.place import Place
from deckbuilder.extract.rules.contrasts import comparison, described_parts
from deckbuilder.extract.rules.sets import enumeration
from deckbuilder.korean.shapes import GLOSS
from deckbuilder.model import Comparison, Enumeration, Kind, LabelKind, Node

MOST = 5
LONGEST_MEMBER = 250
# Letters that the names of kinds share at the beginning or the end: 주기억장치, 보조기억장치.
SHARED = 2


def find(place: Place) -> Iterator[Comparison | Enumeration]:
    """Two to five described siblings, or a set of which some are only named."""
    node = place.node
    if node.label is None or node.label.kind != LabelKind.TERM or not place.name:
        return
    entries = bodies.entries(node)
    parts = described_parts(node)
    if len(entries) < 2:
        return
    if len(parts) == len(entries):
        if len(parts) <= MOST and _are_kinds(node, parts):
            yield comparison(place, [bodies.member(part) for part in parts], "kinds")
    elif (parts and _all_named(entries)) or _all_stated(entries):
        yield enumeration(place, tuple(bodies.member(part) for part in entries), "kinds")


def _are_kinds(node: Node, parts: Sequence[Node]) -> bool:
    short = all(bodies.letters(bodies.beneath(part)) <= LONGEST_MEMBER for part in parts)
    leaves = all(bodies.own(part) or part.kind == Kind.ITEM for part in parts)
    names = [GLOSS.sub("", part.label.name).replace(" ", "") for part in parts if part.label]
    return short and leaves and (not bodies.own(node) or node.kind == Kind.ITEM or _share(names))


def _share(names: Sequence[str]) -> bool:
    """Whether most names begin or end alike."""
    most = max(
        count
        for ends in (Counter(n[:SHARED] for n in names), Counter(n[-SHARED:] for n in names))
        for count in ends.values()
    )
    return 3 * most >= 2 * len(names)


def _all_named(entries: Sequence[Node]) -> bool:
    """Whether every item of a list is a name, described or not."""
    return all(
        entry.kind == Kind.ITEM and (entry.label or bodies.is_name(entry)) for entry in entries
    )


def _all_stated(entries: Sequence[Node]) -> bool:
    """Whether the parts are sections headed by statements: principles, criteria."""
    return all(
        entry.kind == Kind.SECTION and entry.label and entry.label.kind == LabelKind.STATEMENT
        for entry in entries
    )
