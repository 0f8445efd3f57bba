"""What a line says and no card shows, though another part of the line is on one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from deckbuilder.korean import closing, labels, sentences, shapes
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.shapes import compact
from deckbuilder.model import SPOKEN, Definition, Kind, Label, LabelKind, Node, Span, Text, Unit


def rest(root: Node, units: Sequence[Unit]) -> Iterator[int]:
    """The lines of which a unit asks or shows a part, and none shows another.

    Their parts are names, sentences, and the cells of a row. None is what talks about the note,
    announces a list, or asks something of the name above (정의), and no number of a row. The head
    of a table says what its cells are.

    Args:
        root: the note's tree.
        units: what is made of it.
    """
    texts = (line for unit in units for part in _blocks(unit) for line in part.text)
    told = _Told(frozenset(map(id, texts)), frozenset(unit.front for unit in units))
    parts: Counter[int] = Counter()
    open_: dict[int, list[str]] = defaultdict(list)
    for node in root.walk():
        for span, part in told.parts(node):
            for line in span.lines:
                parts[line] += 1
                if part:
                    open_[line].append(part)
    parted = {line: plain for line, plain in open_.items() if parts[line] > 1}
    for line, said in _shown(units, parted.keys()).items():
        if not all(_is_in(part, said) for part in parted[line]):
            yield line


class _Told(NamedTuple):
    """What cards show word for word, as they do most texts (by `id`), and what they ask for."""

    texts: frozenset[int]
    fronts: frozenset[str]

    def parts(self, node: Node) -> Iterator[tuple[Span, str]]:
        """The parts of a block, each with its lines; of a table those of its rows.

        What is told word for word is an empty string.
        """
        if node.kind == Kind.TABLE:
            for row in node.children[1:]:
                for cell in row.lines:
                    yield cell.span, "" if self._has(cell) else clean(cell.plain)
        elif node.kind in SPOKEN:
            if label := node.label:
                told = label.name in self.fronts or _asks(label)
                yield label.text.span, "" if told else label.name
            for line in node.text:
                yield from self._sentences(line)

    def _sentences(self, line: Text) -> Iterator[tuple[Span, str]]:
        if id(line) in self.texts:
            yield line.span, ""
            return
        for sentence in sentences.split(line):
            if not shapes.is_chatter(sentence.plain):
                yield line.span, sentence.plain

    def _has(self, cell: Text) -> bool:
        """Whether a cell is told, or is one that needs not be."""
        if id(cell) in self.texts or not any(map(str.isalpha, cell.plain)):
            return True
        label = labels.read(cell)
        return label.name in self.fronts or _asks(label)


def _blocks(unit: Unit) -> Iterator[Node]:
    for node in unit.shown:
        yield from node.walk() if node.children else (node,)


def _shown(units: Iterable[Unit], lines: Iterable[int]) -> Mapping[int, list[str]]:
    """What each unit with anything on these lines asks and shows, in letters, by these lines."""
    wanted, found = frozenset(lines), defaultdict[int, list[str]](list)
    for unit in units if wanted else ():
        on = wanted & unit.lines
        if on:
            aliases = unit.aliases if isinstance(unit, Definition) else ()
            shown = (line.plain for part in _blocks(unit) for line in part.lines)
            said = compact("\n".join((unit.front, *aliases, *unit.context, *shown)))
            for line in on:
                found[line].append(said)
    return found


def _asks(label: Label) -> bool:
    """Whether a label asks for what stands above, or behind it, and is told by no card itself."""
    return label.kind == LabelKind.ASPECT or shapes.announces(label.text.plain)


def _is_in(plain: str, said: Sequence[str]) -> bool:
    """Whether all words of a part are said; it may be cut, or in another order.

    What sets it against the part in front of it needs not be, and a clause may end as a sentence.
    """
    plain = sentences.IN_CONTRAST.sub("", plain)
    return any(compact(plain) in one for one in said) or all(
        any(compact(form) in one for form in (word, *closing.forms(word)) for one in said)
        for word in re.findall(r"[^\W_]+", plain)
    )
