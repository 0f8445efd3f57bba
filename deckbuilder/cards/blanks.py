"""Blanks in the place of a term: what a card that asks for the term may show of its definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from deckbuilder.korean import initials, loanwords, references, shapes, standing_in, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.shapes import compact
from deckbuilder.model import Mark, Node, Run, Text

BLANK = "＿＿"
HIDDEN = Run(BLANK, (Mark("blank", standing_in.THIS),))
PICTURE = "그림"
SHOWN = ("alt", "ruby", "footnote")  # marks that have words of their own
OPENING = re.compile(r"[(\[（]")
SPLIT = re.compile(r"[,，/=:;·]")
# The name in front of a bracket, "Random Access Memory (램)".
LATIN_NAME = re.compile(r"[A-Za-z][\w .+#-]*$")
# "흐름 제어 Flow Control": a name and its English, without brackets; of "비타민 C" neither is one.
BOTH = re.compile(r"(\S*[가-힣](?:\s\S*[가-힣])*)\s([A-Za-z]{2}[A-Za-z .&'/-]*)")
# In letters; nobody is asked for a longer one, and a pattern of it is slow to make.
LONGEST_NAME = 100
# As they are, in a pattern that ignores case: it would take long to make, syllable by syllable.
HANGUL, LATIN = "(?-i:[가-힣])", "(?-i:[A-Za-z0-9])"
# A name is no part of a longer word: 동기 is not in 비동기, nor in 동기화.
IN_A_WORD = rf"(?<={LATIN}){LATIN}"
BEFORE = rf"(?!(?<={HANGUL}){HANGUL}|{IN_A_WORD})"
BEHIND = rf"(?!{IN_A_WORD})(?:(?<!{HANGUL})|{standing_in.BEHIND})"
# "XSS 공격": the last word says of what sort a thing is, and names it not.
GENERAL = words.SETS.union(words.WEAK_SETS, words.GENERA)


def names_of(term: str, aliases: Sequence[str], nodes: Sequence[Node]) -> tuple[str, ...]:
    """All that would tell a term.

    Args:
        term: as a card calls it.
        aliases: its other names.
        nodes: what is said of it; other names that stand there count, too.

    Returns:
        the names, the term first; for "방화벽의 역할" 방화벽 as well, for "XSS 공격" XSS, and for
        "흐름 제어 Flow Control" both. None where the term has no letters, or more than
        `LONGEST_NAME`.
    """
    if not _is_name(term):
        return ()
    owner, of, _ = term.rpartition("의 ")
    *head, last = term.split()
    general = last in GENERAL
    said = [line.plain for node in nodes for part in node.walk() for line in part.lines]
    others = (name for line in said for name in references.other_names(line))
    both = BOTH.fullmatch(term)
    found = (
        *(term, *aliases, owner if of else "", " ".join(head) if general else ""),
        *(both.groups() if both else ()),
        *((GLOSS.sub("", term), *(hit[1] for hit in GLOSS.finditer(term))) if "(" in term else ()),
        *others,
    )
    names = tuple(dict.fromkeys(filter(_is_name, found)))
    glosses = (name for line in said for name in _glosses(line, names))
    return tuple(dict.fromkeys((*names, *glosses)))


def _is_name(name: str) -> bool:
    return 0 < len(_letters(name)) <= LONGEST_NAME


def _glosses(line: str, names: Sequence[str]) -> Iterator[str]:
    """What stands for one of these names in brackets: "캐시(Cache)"; or the other way round."""
    if not OPENING.search(line):
        return
    names = [name for name in names if _holds(line, (name,))]
    if not names:
        return  # the patterns are slow to make
    one = _any(names)
    for hit in re.finditer(rf"(?<!{HANGUL})(?:{one})\s*[(\[（]([^()\[\]（）]+)[)\]）]", line, re.I):
        parts = [part.strip() for part in SPLIT.split(hit[1])]
        if not shapes.is_remark(re.split(r"[:\s]", hit[1])[0]) and all(map(_may_name, parts)):
            yield from parts
    if not _holds(line.partition("(")[2], names):
        return
    for hit in re.finditer(rf"\s?\((?:{one})\s*[,)]", line, re.I):
        said = LATIN_NAME.search(line[max(0, hit.start() - LONGEST_NAME) : hit.start()].rstrip())
        if said:
            yield said[0]


def _may_name(part: str) -> bool:
    named = shapes.is_term(part) or LATIN_NAME.fullmatch(part)
    return bool(named) and len(_letters(part)) > 1 and not part.isdecimal()


def blank(nodes: Sequence[Node], names: Iterable[str]) -> tuple[Node, ...] | None:
    """Blocks with a blank in the place of every mention of these names.

    Args:
        nodes: what is said of a term.
        names: see `names_of`.

    Returns:
        the blocks; None where a name would still show: within a formula, or as a part of another
        word.
    """
    names = tuple(names)
    told = [name for name in names if any(shows(node, (name,)) for node in nodes)]
    if not told and not any(map(_has_picture, nodes)):
        return tuple(nodes)  # as most are; a pattern is slow to make
    if _holds(standing_in.THIS, names):
        return None
    glossed = any(OPENING.search(piece) for node in nodes for piece in _readable(node))
    mentions = _mentions(told, glossed=glossed)
    found = tuple(node.rewritten(lambda line: _masked(line, mentions)) for node in nodes)
    return None if any(shows(node, names) for node in found) else found


def _has_picture(node: Node) -> bool:
    return any(
        run.has("image") for inner in node.walk() for line in inner.lines for run in line.runs
    )


def alike(name: str, other: str) -> bool:
    """Whether one of two names holds the other, is read so in the other script, or short for it."""
    first, second = _letters(name), _letters(other)
    if first in second or second in first:
        return True
    read = loanwords.read_alike(name, other) or loanwords.read_alike(other, name)
    return read or initials.spelt_out(name, other)


def shows(node: Node, names: Iterable[str]) -> bool:
    """Whether any of these names can still be read in a block, blanks between letters aside."""
    names = tuple(names)
    return any(_holds(piece, names) for piece in _readable(node))


def _readable(node: Node) -> Iterator[str]:
    for line in (line for inner in node.walk() for line in inner.lines):
        yield line.plain
        yield from (m.value for run in line.runs for m in run.marks if m.kind in SHOWN)


def _holds(text: str, names: Iterable[str]) -> bool:
    shown = _letters(text)
    return any(bare in shown for bare in map(_letters, names) if bare)


@lru_cache(maxsize=1 << 12)  # for speed only: each name is looked for in each line
def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", compact(text.replace(BLANK, "")))


def _masked(text: Text, mentions: re.Pattern[str]) -> Text:
    formulas = set(_places(text, "math"))
    pieces: list[tuple[int, int, Run]] = []
    for hit in mentions.finditer(text.plain):
        if formulas.isdisjoint(range(*hit.span())):
            pieces.append((*hit.span(), HIDDEN))
            if particle := standing_in.particle(text.plain, hit.end()):
                pieces.append((*particle.span, Run(particle.form)))
    masked = text.replaced(pieces)
    return replace(masked, runs=tuple(_described(run, mentions) for run in masked.runs))


def _described(run: Run, mentions: re.Pattern[str]) -> Run:
    """A picture with blanks in its description, which a missing one shows, else its address."""
    marks = (
        mark._replace(value=mentions.sub(BLANK, mark.value) or PICTURE)
        if mark.kind == "alt"
        else mark
        for mark in run.marks
    )
    return run._replace(marks=tuple(marks))


def _places(text: Text, kind: str) -> Iterator[int]:
    """The offsets of the characters that carry a mark of this kind."""
    at = 0
    for run in text.runs:
        if run.has(kind):
            yield from range(at, at + len(run.text))
        at += len(run.text)


def _mentions(names: Iterable[str], *, glossed: bool) -> re.Pattern[str]:
    """A pattern for the names, whatever their blanks and case, with other names in brackets.

    Without these, where there are no brackets, it is made in half the time.
    """
    spelt = [name for name in sorted(names, key=len, reverse=True) if _letters(name)]
    if not spelt:
        return re.compile("(?!)")
    one = _any(spelt)
    gloss = rf"(?:\s*[(\[（](?:(?:{one})|[\s,/=:;·])+[)\]）])?" if glossed else ""
    return re.compile(f"(?:{one}){gloss}", re.I)


def _any(names: Iterable[str]) -> str:
    """Any of these names, with any blanks between its letters; the earlier first."""
    spelt = (r"\s*".join(map(re.escape, re.sub(r"\s+", "", name))) for name in names)
    return f"{BEFORE}(?:{'|'.join(spelt)}){BEHIND}"
