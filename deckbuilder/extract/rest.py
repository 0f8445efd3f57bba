"""What a line says and no card shows, though another part of the line is on one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from deckbuilder.korean import closing, labels, sentences, shapes
from deckbuilder.korean.shapes import compact
from deckbuilder.model import SPOKEN, Definition, Kind, Label, LabelKind, Node, Span, Text, Unit


def rest(root: Node, units: Iterable[Unit]) -> Iterator[int]:
    """The lines of which a unit asks or shows a part, and none shows another.

    Their parts are names, sentences, and the cells of a row. None is what talks about the note,
    announces a list, or asks something of the name above (정의), and no number of a row. The head
    of a table says what its cells are.

    Args:
        root: the note's tree.
        units: what is made of it.
    """
    every: dict[int, list[str]] = defaultdict(list)
    for node in root.walk():
        for span, part in _parts(node):
            for line in span.lines:
                every[line].append(part)
    parted = {line: parts for line, parts in every.items() if len(parts) > 1}
    for line, said in _shown(units, parted.keys()).items():
        if not all(_is_in(part, said) for part in parted[line]):
            yield line


def _parts(node: Node) -> Iterator[tuple[Span, str]]:
    """The parts of a block, each with its lines; of a table those of its rows."""
    if node.kind == Kind.TABLE:
        for row in node.children[1:]:
            told = (
                cell for cell in row.lines if _has_letters(cell) and not _asks(labels.read(cell))
            )
            yield from ((cell.span, cell.plain) for cell in told)
    elif node.kind in SPOKEN:
        if label := node.label:
            yield label.text.span, "" if _asks(label) else label.name
        for line in node.text:
            for sentence in sentences.split(line):
                if not shapes.is_chatter(sentence.plain):
                    yield line.span, sentence.plain


def _shown(units: Iterable[Unit], lines: Iterable[int]) -> Mapping[int, str]:
    """What units with anything on these lines ask and show, in letters, by these lines."""
    wanted, found = frozenset(lines), dict[int, str]()
    for unit in units:
        on = wanted & unit.lines
        if not on:
            continue
        blocks = (part for node in unit.shown for part in node.walk())
        aliases = unit.aliases if isinstance(unit, Definition) else ()
        names = (unit.front, *aliases, *unit.context)
        said = compact("\n".join((*names, *(line.plain for part in blocks for line in part.lines))))
        for line in on:
            found[line] = found.get(line, "") + said
    return found


def _asks(label: Label) -> bool:
    """Whether a label asks for what stands above, or behind it, and is told by no card itself."""
    return label.kind == LabelKind.ASPECT or shapes.announces(label.text.plain)


def _has_letters(cell: Text) -> bool:
    return any(map(str.isalpha, cell.plain))


def _is_in(plain: str, said: str) -> bool:
    """Whether all words of a part are said; it may be cut, or in another order.

    What sets it against the part in front of it needs not be, and a clause may end as a sentence.
    """
    plain = sentences.IN_CONTRAST.sub("", plain)
    return compact(plain) in said or all(
        any(compact(form) in said for form in (word, *closing.forms(word)))
        for word in re.findall(r"[^\W_]+", plain)
    )
