"""A long answer in two: what of it is shown at once, and what opens at a touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, takewhile

from deckbuilder import render
from deckbuilder.korean import sentences
from deckbuilder.model import Kind, Node, Text

# In letters and digits: nobody learns more in one go, and hardly anybody more than SHOWN.
MOST, SHOWN = 320, 260

Blocks = tuple[Node, ...]


def folded(body: Sequence[Node]) -> tuple[Blocks, Blocks]:
    """What of an answer is shown at once, and the rest of one that is too long for that.

    It is parted between blocks, items or sentences; the first block that is more than folded code
    is shown whole where it cannot be parted.
    """
    blocks = tuple(body)
    if letters(*blocks) <= MOST:
        return blocks, ()
    shown, rest = _parted(blocks, SHOWN)
    if any(map(_is_seen, shown)):
        return shown, rest
    least = next((at for at, block in enumerate(blocks, start=1) if _is_seen(block)), len(blocks))
    return blocks[:least], blocks[least:]


def _is_seen(block: Node) -> bool:
    return any(part.lines and not render.is_folded(part) for part in block.walk())


def letters(*said: Node | Text) -> int:
    """How many letters and digits there are to be seen, in code its signs, too.

    None of code that is folded by itself.
    """
    return sum(map(_count, said))


def _count(said: Node | Text) -> int:
    if isinstance(said, Text):
        return said.letters
    return sum(_of_block(part) for part in said.walk() if not render.is_folded(part))


def _of_block(part: Node) -> int:
    if part.kind == Kind.CODE:
        return sum(len("".join(line.plain.split())) for line in part.lines)
    return sum([line.letters for line in part.lines])


def _fitting(said: Sequence[Node | Text], room: int) -> int:
    """How many of these, from the first on, have no more letters than there is room for."""
    return sum(1 for _ in takewhile(lambda all_: all_ <= room, accumulate(map(letters, said))))


def _parted(blocks: Blocks, room: int) -> tuple[Blocks, Blocks]:
    count = _fitting(blocks, room)
    shown, rest = blocks[:count], blocks[count:]
    if not rest:
        return shown, ()
    first, more = _within(rest[0], room - letters(*shown))
    return (*shown, *first), (*more, *rest[1:])


def _within(block: Node, room: int) -> tuple[Blocks, Blocks]:
    """The items or the sentences of a block for which there is room, and the others."""
    if block.is_list:
        count = _fitting(block.children, room)
        if not count:
            return (), (block,)
        items, others = block.children[:count], block.children[count:]
        more = replace(block, children=others, start=block.start + count, parted=True)
        return (replace(block, children=items, parted=True),), (more,)
    if block.kind != Kind.PARAGRAPH or block.label or block.children:
        return (), (block,)
    shown: list[Text] = []
    rest: list[Text] = []
    for line in sentences.join(block.text):
        said = sentences.split(line)
        count = 0 if rest else _fitting(said, room)
        room -= letters(*said[:count])
        shown += [Text.joined(said[:count])] if said[:count] else []
        rest += [Text.joined(said[count:])] if said[count:] else []
    return _of(block, shown), _of(block, rest)


def _of(paragraph: Node, lines: Sequence[Text]) -> Blocks:
    return (replace(paragraph, text=tuple(lines)),) if lines else ()
