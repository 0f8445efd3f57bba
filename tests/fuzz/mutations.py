"""A note changed at random, all from one source of chance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from tests.strategies import ALONE, AROUND, HTML, LABELLED, LEFT, NOISE, PLAIN, TERMS

Lines = list[str]
LONGEST = (5, 20, 60)  # lines of an excerpt: most of what can happen does so in a few
MOST_STEPS = 8
MOST_LINES = 10_000  # what is doubled again and again would be slow for its lines alone
# What is repeated is so a few times, or so often that a recursion or a square would be seen.
TIMES = (2, 3, 10, 100, 500, 3000)
INDENTS = ("", " ", "  ", "    ", "\t", "> ", ">", "- ", "1. ", "   ", "\u3000", "        ")
# Combining marks and jamo, controls, both directions, emoji, characters that few fonts have.
ODD: tuple[str, ...] = (
    *"\u0300\u0323\u20dd\u3099\u1100\u1161\u11a8\u302e\ufe0f\u200d\ua9e5",
    *"\0\x01\x07\x08\x0b\x0c\x1b\x1c\x1f\x7f\x85\u2028\u2029\ufeff\ufffe\ufdd0",
    *"\u05d0\u0627\u200f\u202a\u202e\u2066\u2069\u061c",
    *("🙂", "👩\u200d👩\u200d👧", "🇰🇷", "1️⃣", "\U0001f3fb", "\U000e0001"),
    *"㐀鿿豈\U00020000\U0002a6dfㄱㆎힰꥠ",
    *"\u00a0\u00ad\u2003\u200b\u2060\u3000\r",
    *"ßİıﬀǅΣς٣²½Ⅳ",
)
MARKS = "*_`~=$[](){}<>!|&:;.,\\#-+/^\"'“”‘’「」（）?？①1ㆍ·→"
PIECES = (*PLAIN, *HTML, *AROUND, *ALONE, *LABELLED, *LEFT, *NOISE)
FRONT = ("---", "title: ", "tags: [가, ", "deck: 가::", "skip: ", "- ", "&a *a", "? ", "!!set {")


def mutated(random: Random, notes: Sequence[str]) -> str:
    """A note made of one or two of these."""
    lines = _excerpt(random, random.choice(notes))
    for _ in range(random.randint(1, MOST_STEPS)):
        if random.random() < 0.1:
            lines = _joined(random, lines, _excerpt(random, random.choice(notes)))
        else:
            lines = random.choice(CHANGES)(random, lines)
        lines = "\n".join(lines).split("\n")[:MOST_LINES]
    return "\n".join(lines)


def _excerpt(random: Random, note: str) -> Lines:
    lines = note.split("\n")
    if random.random() < 0.03:
        return lines
    first = random.randrange(len(lines))
    return lines[first : first + random.randint(1, random.choice(LONGEST))]


def _joined(random: Random, lines: Lines, others: Lines) -> Lines:
    at = random.choice((0, len(lines), random.randint(0, len(lines))))
    return [*lines[:at], *others, *lines[at:]]


def _some(random: Random, lines: Lines) -> tuple[int, int]:
    """Where a few lines begin and end, sometimes all."""
    if random.random() < 0.1:
        return 0, len(lines)
    first = random.randrange(len(lines) or 1)
    return first, first + random.choice((1, 1, 1, 2, 5, 20))


def _delete(random: Random, lines: Lines) -> Lines:
    first, end = _some(random, lines)
    return [*lines[:first], *lines[end:]]


def _double(random: Random, lines: Lines) -> Lines:
    first, end = _some(random, lines)
    part = lines[first:end]
    most = max(1, 3000 // (1 + sum(map(len, part))))
    return [*lines[:end], *part * min(random.choice(TIMES), most), *lines[end:]]


def _swap(random: Random, lines: Lines) -> Lines:
    first, end = _some(random, lines)
    part, rest = lines[first:end], [*lines[:first], *lines[end:]]
    at = random.randint(0, len(rest))
    return [*rest[:at], *part, *rest[at:]]


def _indent(random: Random, lines: Lines) -> Lines:
    first, end = _some(random, lines)
    indent, times = random.choice(INDENTS), random.choice((1, 1, 1, 2, 5, 50))
    strip = random.random() < 0.3
    part = [indent * times + (line.lstrip() if strip else line) for line in lines[first:end]]
    return [*lines[:first], *part, *lines[end:]]


def _stairs(random: Random, lines: Lines) -> Lines:
    """Each line deeper than the one before."""
    indent = random.choice(("  ", "    ", "> ", "- ", "1. "))
    first, end = _some(random, lines)
    part = [indent * at + line for at, line in enumerate(lines[first:end])]
    return [*lines[:first], *part, *lines[end:]]


def _insert_line(random: Random, lines: Lines) -> Lines:
    piece = random.choice((*PIECES, *FRONT))
    words: list[str] = [random.choice((*TERMS, *lines, *ODD)) for _ in range(5)]
    at = random.choice((0, random.randint(0, len(lines))))
    return [*lines[:at], *_filled(piece, words).split("\n"), *lines[at:]]


def _filled(piece: str, words: Sequence[str]) -> str:
    for at, word in enumerate(words):
        piece = piece.replace(f"{{{at}}}", word)
    return piece


def _within(change: Callable[[Random, str], str]) -> Callable[[Random, Lines], Lines]:
    """The same change in a few places of the text."""

    def changed(random: Random, lines: Lines) -> Lines:
        text = "\n".join(lines)
        for _ in range(random.choice((1, 1, 3, 10))):
            text = change(random, text)
        return text.split("\n")

    return changed


def _cut(random: Random, text: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + text[at + random.choice((1, 1, 2, 5, 30)) :]


def _repeat(random: Random, text: str) -> str:
    at, length = random.randint(0, len(text)), random.choice((1, 1, 2, 3, 6))
    piece = text[at : at + length]
    return text[:at] + piece * random.choice(TIMES) + text[at + length :]


def _exchange(random: Random, text: str) -> str:
    at = random.randint(0, len(text))
    return text[:at] + text[at : at + 2][::-1] + text[at + 2 :]


def _insert(random: Random, text: str) -> str:
    kind = random.random()
    if kind < 0.4:
        piece = random.choice(ODD)
    elif kind < 0.7:
        piece = "".join(random.choices(MARKS, k=random.choice((1, 1, 2, 3))))
    elif kind < 0.8:
        number = random.randrange(0x110000 - 0x800)
        piece = chr(number if number < 0xD800 else number + 0x800)
    else:
        words = [random.choice(TERMS) for _ in range(5)]
        piece = _filled(random.choice(PIECES), words)
    times = random.choice((1, 1, 1, 1, 2, *TIMES)) if len(piece) < 4 else 1
    at = random.randint(0, len(text))
    return text[:at] + piece * times + text[at:]


CHANGES: tuple[Callable[[Random, Lines], Lines], ...] = (
    *(_delete, _double, _swap, _indent, _stairs, _insert_line),
    *map(_within, (_cut, _repeat, _exchange, _insert, _insert)),
)
