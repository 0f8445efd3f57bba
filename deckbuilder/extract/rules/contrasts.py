"""Things that a note sets side by side: 비교, 차이, vs, "A와 B", kinds with described members.

### 프로세스와 스레드의 차이
- 프로세스 : 독립된 메모리를 갖는다.
- 스레드 : 프로세스의 메모리를 나누어 쓴다.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckbuilder.extract import bodies
from deckbuilder.extract.place import Place
from deckbuilder.korean import labels, words
from deckbuilder.model import Comparison, Kind, LabelKind, Member, Node, Text

MOST = 6
LONGEST = 1200


def find(place: Place) -> Iterator[Comparison]:
    """A contrast with at least two described members."""
    node = place.node
    if node.label is None or not place.name or not _compares(node):
        return
    members = members_of(node)
    if len(members) >= 2:
        yield comparison(place, members, "contrast")


def _compares(node: Node) -> bool:
    label = node.label
    if label is None:
        return False
    last = label.name.split()[-1] if label.name else ""
    kinds = labels.set_noun(label.name) in words.KINDS or (
        label.relative and last in words.RELATIVE_KINDS
    )
    return label.kind == LabelKind.CONTRAST or (label.kind == LabelKind.SET and kinds)


def comparison(
    place: Place, members: Sequence[Member], rule: str, *, names_members: bool = False
) -> Comparison:
    """The unit for a topic and its members; the front names them where the topic has more."""
    spans = [node for member in members for node in member.body]
    return Comparison(
        front=place.name,
        context=place.context,
        headings=place.headings,
        span=place.node.label.text.span if place.node.label else place.node.span,
        answer=bodies.spans(spans),
        rule=rule,
        members=tuple(members),
        names_members=names_members,
    )


def members_of(node: Node) -> tuple[Member, ...]:
    """The described parts beneath a contrast, or the lines that begin with its two names."""
    parts = described_parts(node)
    pair = labels.members_of(node.label.name) if node.label else None
    if pair and len(parts) > 2:
        named = [part for part in parts if part.label and _one_of(part.label.name, pair)]
        parts = tuple(named)
    if 2 <= len(parts) <= MOST and bodies.letters(parts) <= LONGEST:
        return tuple(bodies.member(part) for part in parts)
    return _spoken_of(node, pair) if pair else ()


def described_parts(node: Node) -> tuple[Node, ...]:
    """The labelled children that say something; none unless most of the children do."""
    entries = bodies.entries(node)
    parts = tuple(part for part in entries if is_part(part))
    return parts if len(parts) * 3 >= len(entries) * 2 else ()


def is_part(node: Node) -> bool:
    """Whether a node is a described thing with a name of its own."""
    return (
        node.label is not None
        and node.label.kind in (LabelKind.TERM, LabelKind.CONTRAST)
        and not node.label.relative
        and bodies.described(node)
    )


def _one_of(name: str, pair: tuple[str, str]) -> bool:
    compact = name.replace(" ", "")
    return any(side in compact or compact in side for side in (p.replace(" ", "") for p in pair))


def _spoken_of(node: Node, pair: tuple[str, str]) -> tuple[Member, ...]:
    """Lines "A는 …", "B는 …" below "A와 B"."""
    lines: list[Text] = [
        text for part in bodies.beneath(node) for n in part.walk() for text in n.text
    ]
    found: list[Member] = []
    for side in pair:
        about = [
            line for line in lines if line.plain.replace(" ", "").startswith(side.replace(" ", ""))
        ]
        if not about:
            return ()
        span = about[0].span.to(about[-1].span)
        name = about[0].cut(0, len(side))
        found.append(Member(name, (Node(Kind.PARAGRAPH, span, tuple(about)),)))
    return tuple(found)
