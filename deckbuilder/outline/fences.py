r"""Notes that stand in code fences: their text is read as Markdown.

It takes, where most of a note's Korean stands in fences, in long ones whatever language they name:

    ```
    <상태의 변화>
    융해
    : 고체가 액체로 바뀌는 일
    고체
        모양이 있다.
    ```

Every line keeps its place. Code in such a fence stays code.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from deckbuilder.regular import any_of, expression

FENCE = expression(r" {0,3}(?P<mark>`{3,}|~{3,})\s*(?P<info>[^`]*)$")
HEADING = expression(r" {0,3}(?P<marks>#{1,6})\s")
WORDS = frozenset({"", "text", "txt", "plaintext", "plain", "md", "markdown"})
# This share of a note's Korean has to stand in fences with prose …
MOST_OF_A_NOTE = 0.5
# … and prose is a fence whose letters are Hangul by this share, with no more lines of code.
HANGUL, CODE_LINES = 0.5, 0.1
# Who writes a whole note in a fence may name any language above it: with so many lines that are
# not blank.
FEWEST = 10
# What these fences hold is drawn, or what a program has said.
DRAWN = frozenset(
    "mermaid plantuml puml dot graphviz console output log bash sh shell diff http csv tree".split()
)
# Or with so many fences, of which this share holds prose.
FEWEST_NAMED, MOSTLY_PROSE = 3, 0.75
# A line of a program, or of a picture made of lines.
CODE = any_of(
    {
        "int water = 3;": r"[;{}]\s*$",
        "$ ls": r"^\s*(?:\$|>>>|//|/\*)",
        "import water": r"^\s*(?:import\s|from\s|def\s|class\s|return\b|#include)",
        "water.flow(3)": r"[A-Za-z_]\w*(?:\.\w+)*\([^가-힣]*\)",
        "water == 3": r"[!=]=",
        "water += 3": r"[+*/-]=",
        "└ 물길": r"[│┌└├┐┘┤─━┃]",
        "+--+": r"\+--",
        "| 물길": r"^\s*[|]",
    }
)
LOOKED_AT = 400  # characters of a line that tell whether it is code
TITLE = expression(
    r"\s*[<‹〈《【\[](?P<name>[^/<>‹›〈〉《》【】\[\]][^<>‹›〈〉《》【】\[\]]{0,39})[>›〉》】\]]\s*$"
)
MARKER = expression(r"(?:[-*+•]|\d{1,3}[.)])\s")
TAB = 4
DEEPEST = 6  # of headings


class Fence(NamedTuple):
    """The lines (from 0) of a fence's two marks; the last is that of the note where it ends so."""

    first: int
    last: int
    level: int
    """That of the heading above, 1 where there is none."""
    language: str
    """What it names, in lower case; empty for nothing."""


def opened(source: str) -> str:
    """A note's source, the marks of the fences that hold its text left blank."""
    lines = source.split("\n")
    every = tuple(_fences(lines))
    plain = {*WORDS, *_misnamed(every, lines)}
    fences = [fence for fence in every if _holds_text(fence, lines, plain)]
    if not fences:
        return source
    hangul = sum(_hangul(lines[at]) for fence in fences for at in range(fence.first, fence.last))
    if hangul <= MOST_OF_A_NOTE * sum(map(_hangul, lines)):
        return source
    for fence in fences:
        first, last = fence.first, fence.last
        inside = read(_inside(fence, lines), fence.level)
        marks = [""] * len(lines[first : last + 1][len(inside) :])  # one where nothing closes it
        lines[first : last + 1] = [*marks[:1], *inside, *marks[1:]]
    return "\n".join(lines)


def _hangul(line: str) -> int:
    return len(re.findall(r"[가-힣]", line))


def _fences(lines: Sequence[str]) -> Iterator[Fence]:
    """The fences at a note's margin."""
    open_: tuple[int, str, str] | None = None
    level = 1
    for at, line in enumerate(lines):
        found = FENCE.match(line)
        if open_ is None:
            heading = HEADING.match(line)
            level = len(heading["marks"]) if heading else level
            open_ = (at, found["mark"], found["info"].strip().lower()) if found else None
        elif found and found["mark"].startswith(open_[1]) and not found["info"].strip():
            yield Fence(open_[0], at, level, open_[2])
            open_ = None
    if open_:
        yield Fence(open_[0], len(lines), level, open_[2])


def _misnamed(fences: Sequence[Fence], lines: Sequence[str]) -> Iterator[str]:
    """The languages that a note names above prose again and again, and hardly above code."""
    filled = [fence for fence in fences if any(map(str.strip, _inside(fence, lines)))]
    named = Counter(fence.language for fence in filled)
    prose = Counter(one.language for one in filled if is_prose(_inside(one, lines)))
    for language, count in named.items():
        if language in DRAWN:
            continue
        if prose[language] >= FEWEST_NAMED and prose[language] >= MOSTLY_PROSE * count:
            yield language


def _inside(fence: Fence, lines: Sequence[str]) -> Sequence[str]:
    return lines[fence.first + 1 : fence.last]


def _holds_text(fence: Fence, lines: Sequence[str], plain: Container[str]) -> bool:
    """Whether a fence holds prose; a few lines of it under a language's name are a sample."""
    inside = _inside(fence, lines)
    many = len(list(filter(str.strip, inside))) >= FEWEST
    return is_prose(inside) and (fence.language in plain or many)


def is_prose(lines: Sequence[str]) -> bool:
    """Whether lines that Markdown takes for code are text of the note."""
    filled = [line for line in lines if line.strip()]
    letters = sum(len(re.findall(r"[A-Za-z가-힣]", line)) for line in filled)
    code = sum(bool(CODE.search(line[:LOOKED_AT])) for line in filled)
    hangul = sum(map(_hangul, filled))
    return hangul >= HANGUL * letters > 0 and code <= CODE_LINES * len(filled)


def read(lines: Sequence[str], level: int) -> list[str]:
    """The lines of a fence as Markdown: titles in brackets as headings, tabs as nested lists."""
    first = next((line for line in lines if line.strip()), "")
    nested = any(_depth(line) for line in lines) and not MARKER.match(first.strip())
    deepest = 0
    found: list[str] = []
    for line in lines:
        title = TITLE.match(line)
        if title and not line[0].isspace():
            deepest = 0
            found.append(f"{'#' * min(level + 1, DEEPEST)} {title['name'].strip()}")
        elif nested and line.strip():
            depth = min(_depth(line), deepest)
            deepest = depth + 1
            found.append(f"{' ' * TAB * depth}{_item(line.strip())}")
        else:
            found.append(line)
    return found


def _depth(line: str) -> int:
    """How many tabs, or as many times four blanks, stand before a line's text."""
    wide = line.expandtabs(TAB)
    return (len(wide) - len(wide.lstrip())) // TAB if wide.strip() else 0


def _item(text: str) -> str:
    return text if MARKER.match(text) else f"- {text.removeprefix(': ')}"
