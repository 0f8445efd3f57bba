"""An outline as Markdown: headings in bullets are headings, what is beneath them their content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import NamedTuple

from deckbuilder.regular import any_of, expression
from deckbuilder.sources.logseq.blocks import HEADING, Block, Line, stripped
from deckbuilder.sources.logseq.words import marked
from deckbuilder.sources.source import Markdown

BEGIN = expression(r"[ \t]*#\+BEGIN_(?P<name>[A-Z]+)[ \t]*(?P<rest>.*)$", re.I)
END = expression(r"[ \t]*#\+END_(?P<name>[A-Z]+)[ \t]*$", re.I)
PLAIN_QUOTES = frozenset({"QUOTE", "VERSE", "CENTER", "PINNED"})
BOXES = frozenset({"NOTE", "TIP", "IMPORTANT", "CAUTION", "WARNING"})
CODE = frozenset({"SRC", "EXAMPLE"})
HICCUP = expression(r"[ \t]*\[:[a-z][\w.#-]*")
# What is no item of a list where it stands by itself.
FREE = any_of(
    {
        "| 물길 |": r"\|",
        "> 물길": r">",
        "![물길](물길.png)": r"!\[",
        "$$": r"\$\$",
        "```": r"```",
        "~~~": r"~~~",
        "---": r"(?:-{3,}|\*{3,}|_{3,})$",
        "<table": r"<(?:details|table|div)\b",
    }
)
NUMBERED = "logseq.order-list-type"
DEEPEST_HEADING = 6


class _Around(NamedTuple):
    """What the blocks deeper than `depth` stand in: a section, or an item."""

    depth: int
    level: int
    indent: int | None = None
    """The column of what stands in an item; None for a section."""


@dataclass(slots=True)
class _Page:
    """The lines that are written."""

    lines: list[Line] = field(default_factory=list)

    def add(self, lines: Sequence[Line], *, apart: bool) -> None:
        """Lines, apart from those above if they or these are no items of a list."""
        if apart and self.lines and self.lines[-1].text:
            self.lines.append(Line(lines[0].row, ""))
        self.lines += lines


def written(outline: Sequence[Block], head: Sequence[str] = ()) -> Markdown:
    """The Markdown of an outline, and the rows that its lines come from.

    Args:
        outline: blocks whose lines are Markdown.
        head: lines to stand in front.
    """
    page = _Page([Line(1, line) for line in head])
    filled = _nested([block for block in map(_rewritten, outline) if block.lines])
    followed = _followed(filled)
    stack = [_Around(-1, 0)]
    listed = False
    counted: dict[int, int] = {}
    for at, block in enumerate(filled):
        beside = DEEPEST_HEADING
        while len(stack) > 1 and stack[-1].depth >= block.depth:
            gone = stack.pop()
            counted.pop(gone.depth, None)
            if gone.depth == block.depth and gone.indent is None:
                beside = gone.level
        around = stack[-1]
        first, done = marked(block.lines[0].text)
        lines = [block.lines[0]._replace(text=first), *block.lines[1:]]
        heading = _heading(first, block, around.level, beside)
        if block.depth == 0:
            page.add(lines, apart=True)
            stack, listed = [_Around(-1, 0)], False
        elif around.indent is None and heading and at not in followed:
            level, name = heading
            page.add([lines[0]._replace(text=f"{'#' * level} {name}")], apart=True)
            if lines[1:]:
                page.add(lines[1:], apart=True)
            stack.append(_Around(block.depth, level))
            listed = False
        elif around.indent is None and _stands_free(filled[at : at + 2], lines, done, listed):
            page.add(lines, apart=True)
            listed = False
        else:
            number = counted.get(around.depth, 0) + 1
            counted[around.depth] = number if block.properties.get(NUMBERED) == "number" else 0
            marker = f"{number}. " if counted[around.depth] else "- "
            indent = around.indent or 0
            inner = indent + len(marker)
            name = heading[1] if heading else lines[0].text
            box = "" if done is None else "[x] " if done else "[ ] "
            item = [lines[0]._replace(text=f"{' ' * indent}{marker}{box}{name}")]
            item += [line._replace(text=_indented(line.text, inner)) for line in lines[1:]]
            page.add(item, apart=not listed)
            stack.append(_Around(block.depth, around.level, inner))
            listed = True
    return Markdown(
        "\n".join(line.text for line in page.lines), tuple(line.row for line in page.lines) or (1,)
    )


def is_heading(block: Block) -> bool:
    """Whether a block is one; Logseq also keeps it as a property."""
    said = block.properties.get("heading", "")
    return bool(HEADING.match(block.lines[0].text)) or said in ("true", *"123456")


def _indented(text: str, width: int) -> str:
    return " " * width + text if text.strip() else ""


def _heading(first: str, block: Block, above: int, beside: int) -> tuple[int, str] | None:
    """The level and the name of a heading in a bullet.

    Args:
        first: its line.
        block: it stands there first.
        above: the level of the heading that it is beneath; its own is deeper.
        beside: that of the last one beside it; its own is deeper by one at most.
    """
    if not is_heading(block):
        return None
    found = HEADING.match(first)
    said = block.properties.get("heading", "true")
    level = len(found[0].rstrip()) if found else above + 1 if said == "true" else int(said)
    name = first[found.end() if found else 0 :].strip()
    return min(max(level, above + 1), beside + 1, DEEPEST_HEADING), name


def _nested(filled: Sequence[Block]) -> Sequence[Block]:
    """The blocks, what stands beside a heading that has nothing beneath it put there.

    So do people write who take an outline for a page. Depths are doubled, to have some between.
    """
    found: list[Block] = []
    heads: list[int] = []  # the depths of such headings
    for block, after in zip_longest(filled, filled[1:]):
        while heads and heads[-1] > block.depth:
            heads.pop()
        heading = block.depth > 0 and is_heading(block)
        put = bool(heads) and heads[-1] == block.depth and not heading
        found.append(replace(block, depth=2 * block.depth + put))
        if heading and heads and heads[-1] == block.depth:
            heads.pop()
        if heading and not (after and after.depth > block.depth):
            heads.append(block.depth)
    return found


def _followed(filled: Sequence[Block]) -> frozenset[int]:
    """Which headings have something beside them, further down, that is none.

    For Markdown that would be beneath them, so they are items.
    """
    found: list[int] = []
    others: list[int] = []  # the depths at which there is such a thing, the deepest last
    for at in range(len(filled) - 1, -1, -1):
        block = filled[at]
        while others and others[-1] > block.depth:
            others.pop()
        if others and others[-1] == block.depth:
            found.append(at)
        elif not is_heading(block):
            others.append(block.depth)
    return frozenset(found)


def _stands_free(
    here: Sequence[Block], lines: Sequence[Line], done: bool | None, listed: bool
) -> bool:
    """Whether a block in a section is no item: it is of another kind, or no other is beside it.

    Args:
        here: it, and the block behind it.
        lines: its own.
        done: whether it is a task.
        listed: whether an item stands in front.
    """
    block, after = here[0], here[1] if len(here) > 1 else None
    if (after and after.depth > block.depth) or done is not None or block.properties.get(NUMBERED):
        return False
    if FREE.match(lines[0].text):
        return True
    beside = after is not None and after.depth == block.depth and not is_heading(after)
    return not listed and not (beside and after and not FREE.match(after.lines[0].text))


def _rewritten(block: Block) -> Block:
    """A block with Org's boxes as Markdown's, and without hiccup."""
    return replace(block, lines=tuple(stripped(tuple(_lines(block.lines)))))


def _lines(lines: Sequence[Line]) -> Iterator[Line]:
    box = ""
    open_brackets = 0
    for line in lines:
        begins = None if line.code or box else BEGIN.match(line.text)
        ends = END.match(line.text) if box else None
        if begins:
            box = begins["name"].upper()
            opened = _opened(box, begins["rest"])
            if opened is not None:
                yield line._replace(text=opened)
        elif ends and ends["name"].upper() == box:
            if box in CODE:
                yield line._replace(text="```")
            box = ""
        elif box in PLAIN_QUOTES or box in BOXES:
            yield line._replace(text=f"> {line.text}".rstrip())
        elif box and box not in CODE:
            continue  # a query, a comment, what is for another program
        elif not line.code and not box and (open_brackets or HICCUP.match(line.text)):
            open_brackets += line.text.count("[") - line.text.count("]")
            open_brackets = max(open_brackets, 0)
        else:
            yield line


def _opened(box: str, rest: str) -> str | None:
    if box in CODE:
        return f"```{rest.split(maxsplit=1)[0] if box == 'SRC' and rest.strip() else ''}"
    return f"> [!{box.lower()}]" if box in BOXES else None
