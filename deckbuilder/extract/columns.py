"""What the heads and columns of a table say: which one names things, what is told of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from deckbuilder.korean import contrasts, headers, opposites, shapes, words
from deckbuilder.korean.columns import is_told
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Kind, Node, Text
from deckbuilder.regular import expression

# A head that says as much, above so many rows, is a row itself.
SHORTEST_SAID, FEWEST_ROWS = 12, 2
# And at least this share of what rows say on an average, or as much as one: "Hook 없이 하는 일" is
# a head.
LEAST_OF_ROWS = 0.4
# No row says so much more than each of the others: "최고 수위(단위: m)" above 90 is a head.
MOST_OF_ROWS = 1.5
IN_BRACKETS = expression(r"\[.+\]")
# Heads that say what stands below them, and are no cells of a row themselves.
GENERAL = headers.NAMES | headers.CORNERS | headers.MEANINGS
# Above a first column they only say that it names the rows; no column is a thing to compare then.
NO_MEMBERS = headers.CORNERS - {"특징", "차이점"}
# In these something is told of a thing, and they are none themselves.
TOLD_IN = headers.RESPECTS | headers.MEANINGS | words.ASPECTS | words.TRAITS | words.KINDS
# "세금 항목", "비교 기준": what the rows tell in which respect.
_HEADS_RESPECTS = expression(r"(?:항목|구분|기준)$")
# "도구명", "도구 이름": the names of the rows.
_HEADS_NAMES = expression(r"(?P<named>.*[가-힣])(?:명|이름|명칭)")
_BETWEEN = expression(r"[\s()]+")


def word(cell: Text) -> str:
    """A head as word lists have it: without blanks, brackets and numbering, in small letters."""
    return _BETWEEN.sub("", clean(cell.plain)).lower()


def named_by(head: str) -> str:
    """What stands below a head with its name: 도구 below 도구명; an empty string for most."""
    if head.endswith(headers.NOT_NAMED) and not head.endswith(headers.NAMED):
        return ""
    found = _HEADS_NAMES.fullmatch(head)
    return found["named"] if found else ""


def heads_names(head: str) -> bool:
    """Whether a head says that what stands below it are names: 도구명, 이름."""
    return bool(named_by(head)) or head in headers.NAMES_ALONE


def sets_apart(node: Node) -> bool:
    """Whether a table beneath "A와 B의 차이" has the two for its heads."""
    if node.label is None or not contrasts.asks_what_differs(node.label.name):
        return False
    pair = contrasts.members_of(node.label.name)
    heads = (
        compact(" ".join(cell.plain for cell in child.children[0].text))
        for child in node.children
        if child.kind == Kind.TABLE
    )
    return pair is not None and any(all(compact(one) in head for one in pair) for head in heads)


def told(table: Node) -> tuple[Node, ...]:
    """The rows of a table of two columns that names things and tells what each is."""
    header, *rows = names_first(table).children
    heads = [word(cell) for cell in header.text]
    if len(heads) != 2 or not rows:
        return ()
    if _is_row(header, rows):
        return (header, *rows)
    return tuple(rows) if _defines(heads, rows) else ()


def of_halves(table: Node) -> Node:
    """A table whose head says the same twice, side by side: one below the other."""
    width = len(table.alignments) // 2
    heads = [word(cell) for cell in table.children[0].text]
    if width < 2 or not all(heads) or heads[:width] != heads[width:]:
        return table
    header, *rows = table.children
    left = [replace(row, text=row.text[:width]) for row in (header, *rows)]
    right = [replace(row, text=row.text[width:]) for row in rows if any(row.text[width:])]
    return replace(table, children=(*left, *right), alignments=table.alignments[:width])


def names_first(table: Node) -> Node:
    """A table with the column in front whose head says that it holds the names.

    Where the first column says of several rows of which sort they are, the second may tell them
    apart. Behind a column of names a word like 방식 or 역할 heads what is told of each.
    """
    heads = [word(cell) for cell in table.children[0].text]
    names = headers.NAMES_ALONE if _first_names(table) else headers.NAMES
    at = next((at for at, head in enumerate(heads) if head in names), 0)
    if _stands_between(table.children[0].text):
        at = 1
    if not at and len(heads) > 2 and _only_sorts(table) and heads[1] not in headers.MEANINGS:
        at = 1
    if not at:
        return table
    rows = tuple(
        replace(row, text=(row.text[at], *row.text[:at], *row.text[at + 1 :]))
        for row in table.children
    )
    sides = table.alignments
    return replace(table, children=rows, alignments=sides[at] + sides[:at] + sides[at + 1 :])


def _stands_between(heads: Sequence[Text]) -> bool:
    """Whether the respects stand between two things of one sort: "큰 배 | 비교 항목 | 작은 배"."""
    if len(heads) != 3 or not _HEADS_RESPECTS.search(word(heads[1])):
        return False
    return opposites.told_apart(heads[0].plain, heads[2].plain)


def _first_names(table: Node) -> bool:
    """Whether the first column has a name of its own for each row, and says no meanings."""
    header, *rows = table.children
    firsts = [row.text[0].plain.strip() for row in rows]
    named = all(shapes.is_name(first) and not first[0].isdigit() for first in firsts)
    return (
        named and len(set(firsts)) == len(firsts) and word(header.text[0]) not in headers.MEANINGS
    )


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
    if len(rows) < FEWEST_ROWS or not GENERAL.isdisjoint(map(word, header.text)):
        return False
    below = [len(row.text[1].plain) for row in rows]
    least = min(*below, LEAST_OF_ROWS * sum(below) / len(below))
    said = len(second.plain)
    enough = said >= max(SHORTEST_SAID, 2 * len(first.plain), least)
    return enough and said <= MOST_OF_ROWS * max(below)


def is_one_of(header: Node, rows: Sequence[Node]) -> bool:
    """Whether the head of a table of more columns is its first row, as one of its cells tells.

    It says what several cells below it say (동사), or stands in brackets as they all do ([àihù]).
    What heads a column by its meaning (구분, 이름) is no row, nor is a head that comes once more.
    """
    if len(header.text) < 3 or len(rows) < FEWEST_ROWS:
        return False
    repeated = any(row.text[0].plain == header.text[0].plain for row in rows)
    if repeated or not GENERAL.isdisjoint(map(word, header.text)):
        return False
    columns = list(zip(*(row.text for row in rows), strict=True))[1:]
    return any(map(_is_cell_of, header.text[1:], columns))


def _is_cell_of(head: Text, column: Sequence[Text]) -> bool:
    said, below = head.plain.strip(), [cell.plain.strip() for cell in column]
    bracketed = all(map(IN_BRACKETS.fullmatch, (said, *below)))
    return bracketed or (len(said) > 1 and below.count(said) >= FEWEST_ROWS)


def _defines(heads: Sequence[str], rows: Sequence[Node]) -> bool:
    if heads[0] in headers.CORNERS and heads[1] not in headers.MEANINGS:
        return False
    if heads[1] in headers.MEANINGS or heads[0] in headers.NAMES:
        return True
    lengths = [[len(cell.plain) for cell in row.text] for row in rows]
    first, second = (sum(column) for column in zip(*lengths, strict=True))
    return bool(second >= 2 * first)


def compares_columns(header: Node, rows: Sequence[Node], topic: str) -> bool:
    """Whether the columns are the members.

    The topic names them, the rows tell in which respects, or the corner says so.
    """
    corner, *heads = [word(cell) for cell in header.text]
    if heads_names(corner):
        return False
    if len(heads) < 2 or not all(heads) or any(head in headers.MEANINGS for head in heads):
        return False
    names = [word(name) for name in firsts(rows)]
    across, down = (_named(cells, topic) for cells in (heads, names))
    if across != down:
        return across > down
    of_heads, of_rows = (_tell_respects(line) for line in (header.text[1:], firsts(rows)))
    if of_heads != of_rows:
        return of_rows
    return not corner or corner in headers.CORNERS or bool(_HEADS_RESPECTS.search(corner))


def firsts(rows: Sequence[Node]) -> list[Text]:
    """The first cell of each row."""
    return [row.text[0] for row in rows]


def _tell_respects(cells: Sequence[Text]) -> bool:
    """Whether cells say in which respects things are told, and name none: 특징, 목적, 장점."""
    return 2 * sum(map(_tells_respect, cells)) > len(cells)


def _tells_respect(cell: Text) -> bool:
    """Whether a cell is no thing's name by its only word, or by the last: "저장 위치"."""
    *before, last = clean(cell.plain).split() or [""]
    return last in words.ATTRIBUTES if before else is_respect(cell)


def _named(cells: Sequence[str], topic: str) -> int:
    """How many of the cells the topic names."""
    bare = compact(topic)
    return sum(len(cell) > 1 and cell in bare for cell in cells)


def has_figures(rows: Sequence[Node]) -> bool:
    """Whether most cells hold figures: data, and nothing to compare in words."""
    cells = [cell.plain for row in rows for cell in row.text]
    return 3 * sum(bool(re.search(r"\d", cell)) for cell in cells) > len(cells)


def is_glossary(heads: Sequence[str]) -> bool:
    """Whether a table of names tells what each means, whatever else: 단어 | 뜻 | 예문."""
    meanings = headers.MEANINGS & words.ASPECTS
    return heads[0] in headers.NAMES - headers.CORNERS and not meanings.isdisjoint(heads[1:])


def is_respect(cell: Text) -> bool:
    """Whether a cell says in which respect something is told, and names no thing: 정치, 장소."""
    return word(cell) in TOLD_IN or is_told(clean(cell.plain))
