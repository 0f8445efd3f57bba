"""A table that defines (용어 | 설명) or compares (members as columns or as rows).

It takes:

    | 용어 | 설명      |      |      | TCP  | UDP  |
    |------|-----------|      |------|------|------|
    | 파드 | 배포 단위 |      | 연결 | 있음 | 없음 |
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from deckbuilder.extract import bodies, columns, groups
from deckbuilder.extract.own import LONGEST_AROUND
from deckbuilder.extract.place import Place
from deckbuilder.korean import figures, headers, labels, opposites
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.shapes import compact
from deckbuilder.model import (
    Comparison,
    Definition,
    Enumeration,
    Kind,
    Label,
    LabelKind,
    Member,
    Node,
    Text,
)

MOST_MEMBERS = 6
# More rows with more cells than these nobody tells apart in one go: each row is a card then.
MOST_ROWS, MOST_CELLS = 4, 9
LONGEST_HEAD = 200
"""Characters of a column's or a row's name; what is longer names nothing."""


def find(place: Place) -> Iterator[Definition | Comparison | Enumeration]:
    """What a table holds: definitions, comparisons, lists."""
    if place.node.kind != Kind.TABLE or not place.node.children:
        return
    header, *rows = place.node.children
    filled = [row for row in rows if any(row.text)]
    if not filled:
        return
    place = replace(place, node=replace(place.node, children=(header, *filled)))
    if rows_of_groups := groups.rows_in_groups(place.node):
        yield from _grouped(place, rows_of_groups)
    else:
        yield from _found(replace(place, node=columns.names_first(columns.of_halves(place.node))))


def _found(place: Place) -> Iterator[Definition | Comparison]:
    """What a table holds whose first column has a name for each row."""
    header, *every = place.node.children
    heads = [columns.word(cell) for cell in header.text]
    # Of a long table the head may come once more.
    rows = [row for row in every if not _is_head(row, heads)]
    names = (*header.text, *columns.firsts(rows))
    if len(heads) < 2 or not rows or max(len(name.plain) for name in names) > LONGEST_HEAD:
        return
    topic = place.subject
    if things := columns.told(place.node):
        yield from _definitions(place, things, () if things[0] is header else header.text)
        yield from _told_apart(place, header, rows if things[0] is not header else things)
    elif columns.is_one_of(header, rows):
        yield from _definitions(place, (header, *rows), ())
    elif columns.is_glossary(heads):
        yield from _each_row(place, header, rows)
        yield from _told_apart(place, header, rows)
    elif len(heads) - 1 <= MOST_MEMBERS and columns.compares_columns(header, rows, topic):
        if bodies.is_card(rows):
            yield _columns(place, header, rows, first=1)
        else:
            yield from _each_row(place, header, rows)
    elif len(heads) == 2:
        yield from _side_by_side(place, header, rows)
    elif len(rows) >= 2:
        yield from _rows(place, header, rows)


def _is_head(row: Node, heads: Sequence[str]) -> bool:
    cells = zip(row.text, heads, strict=False)
    return len(row.text) == len(heads) and all(columns.word(cell) == head for cell, head in cells)


def _side_by_side(
    place: Place, header: Node, rows: Sequence[Node]
) -> Iterator[Definition | Comparison]:
    """The columns of two, set side by side; where the first only names the rows, these."""
    if columns.has_figures(rows):
        return
    only_names = columns.word(header.text[0]) in columns.NO_MEMBERS
    if only_names and columns.is_respect(header.text[1]):
        yield from _definitions(place, rows, header.text)
    elif only_names and 2 * sum(columns.is_respect(row.text[0]) for row in rows) >= len(rows):
        yield from _of_one(place, header, rows)
    elif bodies.is_card(rows):
        yield _columns(place, header, rows, first=0)


def _of_one(place: Place, header: Node, rows: Sequence[Node]) -> Iterator[Definition]:
    """What the rows tell of the one thing that the second head names: 정치, 경제 of 조선 전기."""
    whole = clean(header.text[1].plain)
    alone = replace(place, parent=None, title=None)
    for one in _definitions(alone, rows, header.text):
        yield replace(one, front=f"{whole}의 {one.front}")


def _grouped(
    place: Place, rows_of_groups: Sequence[Sequence[Node]]
) -> Iterator[Definition | Comparison | Enumeration]:
    """The things of each group, told apart where the table tells something of them, else listed."""
    node = place.node
    inner = replace(
        place,
        node=replace(
            node,
            children=tuple(map(groups.without_first, node.children)),
            alignments=node.alignments[1:],
        ),
    )
    header = inner.node.children[0]
    for group in rows_of_groups:
        name, rows = labels.read(group[0].text[0]).name, [*map(groups.without_first, group)]
        members = [Member(row.text[0], groups.cells(inner.node, row)[1:]) for row in rows]
        if len(rows) > MOST_MEMBERS or (len(rows) == 1 and header.text[1:]):
            yield from _definitions(inner, rows, header.text)
        elif header.text[1:]:
            alone = len(rows_of_groups) == 1 and compact(name) in compact(place.subject)
            topic = "" if alone else name
            one = _comparison(inner, members, header.text[1:], header.text[0], topic)
            yield replace(one, span=rows[0].span) if topic else one
        elif len(rows) > 1:
            yield Enumeration(front=name, span=rows[0].span, items=tuple(members), ordered=False)


def _definitions(
    place: Place, rows: Sequence[Node], header: Sequence[Text]
) -> Iterator[Definition]:
    """A card for each row; the heads say what its cells tell."""
    heads = tuple(clean(cell.plain) for cell in header)
    for row, *more in groups.by_name(rows):
        name, *_ = row.text
        every = (cell for one in (row, *more) for cell in groups.cells(place.node, one)[1:])
        body = tuple(cell for cell in every if cell.text[0])
        of_year = bool(heads) and figures.is_year_of(heads[0], name.plain)
        told = bodies.fits(body) and not bodies.gives_away(name.plain, body)
        if (of_year or re.search(r"[^\W\d]", name.plain)) and body and told:
            yield _definition(place, row, body, heads)


def _definition(
    place: Place, row: Node, body: tuple[Node, ...], heads: tuple[str, ...] = ()
) -> Definition:
    """The term in a row's first cell with what the others say.

    Below no head that calls it a name, 특징 is one of what stands above the table.
    """
    label = labels.read(row.text[0])
    says_nothing = heads and compact(heads[0]) in (*headers.CORNERS, "")  # 구분
    return Definition(
        front=_told_of(place, row, label, body) if says_nothing else label.name,
        span=row.span,
        aliases=label.aliases,
        body=body,
        heads=heads,
    )


def _told_of(place: Place, row: Node, label: Label, body: tuple[Node, ...]) -> str:
    """What a card calls what a row tells of the thing above the table; of two things, as it is."""
    above = place.labelled[-1].node.label if place.labelled else None
    if not place.subject or (above and above.kind == LabelKind.CONTRAST):
        return label.name
    return place.below(Node(Kind.ITEM, row.span, label=label, children=body)).name


def _head_topic(header: Node) -> str:
    """What the head of the first column calls the rows, unless it is a general word."""
    head = columns.word(header.text[0])
    general = head in headers.NAMES | headers.CORNERS or columns.heads_names(head)
    return "" if general else clean(header.text[0].plain)


def _topic(place: Place, members: Sequence[Text]) -> str:
    return place.subject or " · ".join(member.plain for member in members)


def _comparison(
    place: Place,
    members: Sequence[Member],
    aspects: Sequence[Text],
    corner: Text | None = None,
    topic: str = "",
) -> Comparison:
    # The label above asks for the comparison where it gives the front: not where the table has a
    # topic of its own, nor where a label above that one, or none, has a name to lend.
    above = next(reversed(place.labelled), place)
    asks = not topic and bool(place.subject) and above.name == place.subject
    return Comparison(
        front=topic or _topic(place, [member.name for member in members]),
        span=above.asked if asks else place.node.span,
        members=tuple(members),
        aspects=tuple(aspects),
        corner=corner,
        around=_beside(place),
        names_members=not all(
            columns.word(member.name) in compact(place.subject) for member in members
        ),
    )


def _beside(place: Place) -> tuple[Node, ...]:
    """What else is said below "A와 B의 차이", where that is short."""
    above = place.parent.node if place.parent else None
    if above is None or not columns.sets_apart(above):
        return ()
    said = tuple(part for part in above.children if part.kind == Kind.PARAGRAPH and not part.label)
    one = sum(part.kind == Kind.TABLE for part in above.children) == 1
    return said if one and bodies.letters(said) <= LONGEST_AROUND else ()


def _columns(place: Place, header: Node, rows: Sequence[Node], *, first: int) -> Comparison:
    """The columns from `first` on as members; the one before them names the aspects."""
    cells = [groups.cells(place.node, row) for row in rows]
    members = [
        Member(name, tuple(row[at] for row in cells))
        for at, name in enumerate(header.text)
        if at >= first
    ]
    if not first:
        return _comparison(place, members, ())
    return _comparison(place, members, [row.text[0] for row in rows], header.text[0])


def _rows(place: Place, header: Node, rows: Sequence[Node]) -> Iterator[Definition | Comparison]:
    named = groups.by_name(rows)
    if len(named) > MOST_MEMBERS or not _is_learnt(header, rows):
        yield from _each_row(place, header, rows)
    elif groups.are_apart(named):
        members = [Member(one[0].text[0], groups.cells(place.node, *one)[1:]) for one in named]
        topic = _head_topic(header)
        if compact(topic) in compact(place.subject):
            topic = ""  # Method below "HTTP Method"
        corner = None if topic else header.text[0]
        yield _comparison(place, members, header.text[1:], corner, topic)
    elif all(_has_letters(name) for name in columns.firsts(rows) if name):
        yield from _each_row(place, header, rows)


def _has_letters(name: Text) -> bool:
    """Whether a name is no number, and no sign."""
    return any(map(str.isalpha, name.plain))


def _is_learnt(header: Node, rows: Sequence[Node]) -> bool:
    """Whether what the rows say is not too much to tell them apart by heart.

    Of figures no row is a card either.
    """
    many = len(rows) > MOST_ROWS and len(rows) * (len(header.text) - 1) > MOST_CELLS
    named = all(map(_has_letters, columns.firsts(rows)))
    return bodies.is_card(rows) and not (many and named and not columns.has_figures(rows))


def _told_apart(place: Place, header: Node, rows: Sequence[Node]) -> Iterator[Comparison]:
    """The rows of a table that defines, as a comparison, where a reader has to tell them apart.

    Below the name of a set they are asked as a list.
    """
    above = place.labelled[-1].node.label if place.labelled else None
    if above is not None and above.kind == LabelKind.SET:
        return
    names = [labels.read(row.text[0]).name for row in rows]
    alike = all(opposites.told_apart(one, other) for one, other in pairwise(names))
    told = all(any(row.text[1:]) for row in rows)
    if 2 <= len(rows) <= opposites.MOST and alike and told and bodies.fits(rows):
        members = [Member(row.text[0], groups.cells(place.node, row)[1:]) for row in rows]
        aspects = () if rows[0] is header or len(header.text) == 2 else header.text[1:]
        yield _comparison(place, members, aspects)


def _each_row(place: Place, header: Node, rows: Sequence[Node]) -> Iterator[Definition]:
    """A card for each row: too many for one, or things of their own."""
    heads = [*map(labels.read, header.text[1:])]
    for row, *more in groups.by_name(rows):
        pairs = tuple(
            replace(cell, label=head)
            for one in (row, *more)
            for head, cell in zip(heads, groups.cells(place.node, one)[1:], strict=True)
            if cell.text[0]
        )
        if row.text[0] and bodies.fits(pairs):
            yield _definition(place, row, pairs, (clean(header.text[0].plain), ""))
