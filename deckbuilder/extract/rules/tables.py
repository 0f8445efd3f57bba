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

from deckbuilder.extract import bodies
from deckbuilder.extract.groups import rows_in_groups
from deckbuilder.extract.place import Place
from deckbuilder.korean import figures, fitting, labels, opposites, shapes, words
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.shapes import compact
from deckbuilder.model import (
    Comparison,
    Definition,
    Enumeration,
    Kind,
    LabelKind,
    Member,
    Node,
    Text,
)

MOST_MEMBERS = 6
# More rows with more cells than these nobody tells apart in one go: each row is a card then.
MOST_ROWS, MOST_CELLS = 4, 9
# A head that says as much, above so many rows, is a row itself.
SHORTEST_SAID, FEWEST_ROWS = 12, 2
# And at least this share of what rows say on an average, or as much as one: "Hook 없이 하는 일" is
# a head.
LEAST_OF_ROWS = 0.4
IN_BRACKETS = re.compile(r"\[.+\]")
# Heads that say what stands below them, and are no cells of a row themselves.
GENERAL = words.NAMES | words.CORNERS | words.MEANINGS
# Above a first column they only say that it names the rows; no column is a thing to compare then.
HEADS_OF_ROWS = words.CORNERS - {"특징", "차이점"}
# In these something is told of a thing, and they are none themselves.
TOLD_IN = words.RESPECTS | words.MEANINGS | words.ASPECTS | words.TRAITS | words.KINDS
LONGEST_HEAD = 200
"""Characters of a column's or a row's name; what is longer names nothing."""


def find(place: Place) -> Iterator[Definition | Comparison | Enumeration]:
    """What a table holds: definitions, comparisons, lists."""
    if place.node.kind != Kind.TABLE or len(place.node.children) < 2:
        return
    if groups := rows_in_groups(place.node):
        yield from _grouped(place, groups)
    else:
        yield from _found(replace(place, node=_names_first(_of_halves(place.node))))


def _of_halves(table: Node) -> Node:
    """A table whose head says the same twice, side by side: one below the other."""
    width = len(table.alignments) // 2
    heads = [_word(cell) for cell in table.children[0].text]
    if width < 2 or heads[:width] != heads[width:]:
        return table
    header, *rows = table.children
    left = [replace(row, text=row.text[:width]) for row in (header, *rows)]
    right = [replace(row, text=row.text[width:]) for row in rows if any(row.text[width:])]
    return replace(table, children=(*left, *right), alignments=table.alignments[:width])


def _found(place: Place) -> Iterator[Definition | Comparison]:
    """What a table holds whose first column has a name for each row."""
    header, *every = place.node.children
    heads = [_word(cell) for cell in header.text]
    # Of a long table the head may come once more.
    rows = [row for row in every if [_word(cell) for cell in row.text] != heads]
    names = (*header.text, *(row.text[0] for row in rows))
    if len(heads) < 2 or max(len(name.plain) for name in names) > LONGEST_HEAD:
        return
    if not rows:
        return
    topic = place.subject
    if things := told(place.node):
        yield from _definitions(place, things, () if things[0] is header else header.text)
        yield from _told_apart(place, header, rows if things[0] is not header else things)
    elif _is_one_of(header, rows):
        yield from _definitions(place, (header, *rows), ())
    elif _is_glossary(heads):
        yield from _each_row(place, header, rows)
        yield from _told_apart(place, header, rows)
    elif len(heads) - 1 <= MOST_MEMBERS and _compares_columns(header, rows, topic):
        if bodies.is_card(rows):
            yield _columns(place, header, rows, first=1)
        else:
            yield from _each_row(place, header, rows)
    elif len(heads) == 2:
        yield from _side_by_side(place, header, rows)
    elif len(rows) >= 2:
        yield from _rows(place, header, rows)


def _side_by_side(
    place: Place, header: Node, rows: Sequence[Node]
) -> Iterator[Definition | Comparison]:
    """The columns of two, set side by side; where the first only names the rows, these."""
    if _has_figures(rows):
        return
    names_rows = _word(header.text[0]) in HEADS_OF_ROWS
    if names_rows and _is_respect(header.text[1]):
        yield from _definitions(place, rows, header.text)
    elif names_rows and 2 * sum(_is_respect(row.text[0]) for row in rows) >= len(rows):
        yield from _of_one(place, header, rows)
    elif bodies.is_card(rows):
        yield _columns(place, header, rows, first=0)


def _of_one(place: Place, header: Node, rows: Sequence[Node]) -> Iterator[Definition]:
    """What the rows tell of the one thing that the second head names: 정치, 경제 of 조선 전기."""
    whole = clean(header.text[1].plain)
    for one in _definitions(place, rows, header.text):
        yield replace(one, front=f"{whole}의 {one.front}")


def _is_respect(cell: Text) -> bool:
    """Whether a cell says in which respect something is told, and names no thing: 정치, 장소."""
    return _word(cell) in TOLD_IN or fitting.is_told(clean(cell.plain))


def _grouped(
    place: Place, groups: Sequence[Sequence[Node]]
) -> Iterator[Definition | Comparison | Enumeration]:
    """The things of each group, told apart where the table tells something of them, else listed."""
    node = place.node
    inner = replace(
        place,
        node=replace(
            node,
            children=tuple(map(_without_first, node.children)),
            alignments=node.alignments[1:],
        ),
    )
    header = inner.node.children[0]
    for group in groups:
        name, rows = labels.read(group[0].text[0]).name, [_without_first(row) for row in group]
        members = [Member(row.text[0], _cells(inner, row)[1:]) for row in rows]
        if len(rows) > MOST_MEMBERS or (len(rows) == 1 and header.text[1:]):
            yield from _definitions(inner, rows, header.text)
        elif header.text[1:]:
            one = _comparison(inner, members, header.text[1:], header.text[0], name)
            yield replace(one, span=rows[0].span)
        elif len(rows) > 1:
            yield Enumeration(front=name, span=rows[0].span, items=tuple(members), ordered=False)


def _without_first(row: Node) -> Node:
    return replace(row, text=row.text[1:])


def _is_glossary(heads: Sequence[str]) -> bool:
    """Whether a table of names tells what each means, whatever else: 단어 | 뜻 | 예문."""
    meanings = words.MEANINGS & words.ASPECTS
    return heads[0] in words.NAMES - words.CORNERS and not meanings.isdisjoint(heads[1:])


def told(table: Node) -> tuple[Node, ...]:
    """The rows of a table of two columns that names things and tells what each is."""
    header, *rows = _names_first(table).children
    heads = [_word(cell) for cell in header.text]
    if len(heads) != 2 or not rows:
        return ()
    if _is_row(header, rows):
        return (header, *rows)
    return tuple(rows) if _defines(heads, rows) else ()


def _names_first(table: Node) -> Node:
    """A table with the column in front whose head says that it holds the names.

    Where the first column says of several rows of which sort they are, the second may tell them
    apart. Behind a column of names a word like 방식 or 역할 heads what is told of each.
    """
    heads = [_word(cell) for cell in table.children[0].text]
    names = words.NAMES_ALONE if _names_rows(table) else words.NAMES
    at = next((at for at, head in enumerate(heads) if head in names), 0)
    if not at and len(heads) > 2 and _only_sorts(table) and heads[1] not in words.MEANINGS:
        at = 1
    if not at:
        return table
    rows = tuple(
        replace(row, text=(row.text[at], *row.text[:at], *row.text[at + 1 :]))
        for row in table.children
    )
    sides = table.alignments
    return replace(table, children=rows, alignments=sides[at] + sides[:at] + sides[at + 1 :])


def _names_rows(table: Node) -> bool:
    """Whether the first column has a name of its own for each row, and says no meanings."""
    header, *rows = table.children
    firsts = [row.text[0].plain.strip() for row in rows]
    named = all(shapes.is_name(first) and not first[0].isdigit() for first in firsts)
    return named and len(set(firsts)) == len(firsts) and _word(header.text[0]) not in words.MEANINGS


def _only_sorts(table: Node) -> bool:
    """Whether the first column has the same for several rows, and the second for no two."""
    firsts, seconds = ([compact(row.text[at].plain) for row in table.children[1:]] for at in (0, 1))
    filled = all(firsts) and all(seconds)
    return filled and len(set(firsts)) < len(set(seconds)) == len(seconds)


def _is_row(header: Node, rows: Sequence[Node]) -> bool:
    """Whether the head of a table of two columns is its first row: a term and its definition.

    Markdown has no table without a head.
    """
    first, second = header.text
    if len(rows) < FEWEST_ROWS or not GENERAL.isdisjoint(map(_word, header.text)):
        return False
    below = [len(row.text[1].plain) for row in rows]
    least = min(*below, LEAST_OF_ROWS * sum(below) / len(below))
    return len(second.plain) >= max(SHORTEST_SAID, 2 * len(first.plain), least)


def _is_one_of(header: Node, rows: Sequence[Node]) -> bool:
    """Whether the head of a table of more columns is its first row, as one of its cells tells.

    It says what several cells below it say (동사), or stands in brackets as they all do ([àihù]).
    What heads a column by its meaning (구분, 이름) is no row, nor is a head that comes once more.
    """
    if len(header.text) < 3 or len(rows) < FEWEST_ROWS:
        return False
    repeated = any(row.text[0].plain == header.text[0].plain for row in rows)
    if repeated or not GENERAL.isdisjoint(map(_word, header.text)):
        return False
    columns = list(zip(*(row.text for row in rows), strict=True))[1:]
    return any(map(_is_cell_of, header.text[1:], columns))


def _is_cell_of(head: Text, column: Sequence[Text]) -> bool:
    said, below = head.plain.strip(), [cell.plain.strip() for cell in column]
    bracketed = all(map(IN_BRACKETS.fullmatch, (said, *below)))
    return bracketed or (len(said) > 1 and below.count(said) >= FEWEST_ROWS)


_BETWEEN = re.compile(r"[\s()]+")


def _word(cell: Text) -> str:
    return _BETWEEN.sub("", clean(cell.plain)).lower()


def _defines(heads: Sequence[str], rows: Sequence[Node]) -> bool:
    if heads[0] in words.CORNERS and heads[1] not in words.MEANINGS:
        return False
    if heads[1] in words.MEANINGS or heads[0] in words.NAMES:
        return True
    lengths = [[len(cell.plain) for cell in row.text] for row in rows]
    first, second = (sum(column) for column in zip(*lengths, strict=True))
    return bool(second >= 2 * first)


def _compares_columns(header: Node, rows: Sequence[Node], topic: str) -> bool:
    """Whether the columns are the members: the topic names them, or the corner says so."""
    corner, *heads = [_word(cell) for cell in header.text]
    if len(heads) < 2 or any(head in words.MEANINGS for head in heads):
        return False
    of_heads, of_rows = (_tell_respects(line) for line in (header.text[1:], _firsts(rows)))
    if of_heads != of_rows:
        return of_rows
    names = [_word(name) for name in _firsts(rows)]
    across, down = (_named(cells, topic) for cells in (heads, names))
    if across != down:
        return across > down
    return not corner or corner in words.CORNERS


def _firsts(rows: Sequence[Node]) -> list[Text]:
    return [row.text[0] for row in rows]


def _tell_respects(cells: Sequence[Text]) -> bool:
    """Whether cells say in which respects things are told, and name none: 특징, 목적, 장점."""
    return 2 * sum(map(_tells_respect, cells)) > len(cells)


def _tells_respect(cell: Text) -> bool:
    """Whether a cell is no thing's name by its only word, or by the last: "저장 위치"."""
    *before, last = clean(cell.plain).split() or [""]
    return last in words.ATTRIBUTES if before else _is_respect(cell)


def _named(cells: Sequence[str], topic: str) -> int:
    """How many of the cells the topic names."""
    bare = compact(topic)
    return sum(len(cell) > 1 and cell in bare for cell in cells)


def _has_figures(rows: Sequence[Node]) -> bool:
    """Whether most cells hold figures: data, and nothing to compare in words."""
    cells = [cell.plain for row in rows for cell in row.text]
    return 3 * sum(bool(re.search(r"\d", cell)) for cell in cells) > len(cells)


def _definitions(
    place: Place, rows: Sequence[Node], header: Sequence[Text]
) -> Iterator[Definition]:
    """A card for each row; the heads say what its cells tell."""
    heads = tuple(clean(cell.plain) for cell in header)
    for row in rows:
        name, *_ = row.text
        body = tuple(cell for cell in _cells(place, row)[1:] if cell.text[0])
        of_year = bool(heads) and figures.is_year_of(heads[0], name.plain)
        told = bodies.fits(body) and not bodies.gives_away(name.plain, body)
        if (of_year or re.search(r"[^\W\d]", name.plain)) and body and told:
            yield _definition(row, body, heads)


def _definition(row: Node, body: tuple[Node, ...], heads: tuple[str, ...] = ()) -> Definition:
    """The term in a row's first cell with what the others say."""
    label = labels.read(row.text[0])
    return Definition(
        front=label.name,
        span=row.span,
        aliases=label.aliases,
        body=body,
        heads=heads,
    )


def _cells(place: Place, row: Node) -> tuple[Node, ...]:
    """The cells of a row; each tells how its column is aligned."""
    return tuple(
        Node(Kind.PARAGRAPH, cell.span, (cell,), alignments=letter.strip("-"))
        for cell, letter in zip(row.text, place.node.alignments, strict=True)
    )


def _head_topic(header: Node) -> str:
    """What the head of the first column calls the rows, unless it is a general word."""
    head = _word(header.text[0])
    return "" if head in words.NAMES | words.CORNERS else clean(header.text[0].plain)


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
        names_members=not all(_word(member.name) in compact(place.subject) for member in members),
    )


def _columns(place: Place, header: Node, rows: Sequence[Node], *, first: int) -> Comparison:
    """The columns from `first` on as members; the one before them names the aspects."""
    cells = [_cells(place, row) for row in rows]
    members = [
        Member(name, tuple(row[at] for row in cells))
        for at, name in enumerate(header.text)
        if at >= first
    ]
    if not first:
        return _comparison(place, members, ())
    return _comparison(place, members, [row.text[0] for row in rows], header.text[0])


def _rows(place: Place, header: Node, rows: Sequence[Node]) -> Iterator[Definition | Comparison]:
    if len(rows) <= MOST_MEMBERS and _is_learnt(header, rows):
        members = [Member(row.text[0], _cells(place, row)[1:]) for row in rows]
        topic = _head_topic(header)
        if compact(topic) in compact(place.subject):
            topic = ""  # Method below "HTTP Method"
        corner = None if topic else header.text[0]
        yield _comparison(place, members, header.text[1:], corner, topic)
    else:
        yield from _each_row(place, header, rows)


def _is_learnt(header: Node, rows: Sequence[Node]) -> bool:
    """Whether what the rows say is not too much to tell them apart by heart.

    Of figures no row is a card either.
    """
    many = len(rows) > MOST_ROWS and len(rows) * (len(header.text) - 1) > MOST_CELLS
    named = all(re.search(r"[^\W\d]", name.plain) for name in _firsts(rows))
    return bodies.is_card(rows) and not (many and named and not _has_figures(rows))


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
        members = [Member(row.text[0], _cells(place, row)[1:]) for row in rows]
        aspects = () if rows[0] is header or len(header.text) == 2 else header.text[1:]
        yield _comparison(place, members, aspects)


def _each_row(place: Place, header: Node, rows: Sequence[Node]) -> Iterator[Definition]:
    """A card for each row: too many for one, or things of their own."""
    for row in rows:
        pairs = tuple(
            replace(cell, label=labels.read(head))
            for head, cell in zip(header.text[1:], _cells(place, row)[1:], strict=True)
            if cell.text[0]
        )
        if row.text[0] and bodies.fits(pairs):
            yield _definition(row, pairs, (clean(header.text[0].plain), ""))
