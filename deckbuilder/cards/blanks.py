"""Blanks in the place of a term: what a card that asks for the term may show of its definition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from deckbuilder.cards.mentions import Names
from deckbuilder.korean import (
    initials,
    loanwords,
    references,
    shapes,
    standing_in,
    translations,
    words,
)
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.model import Mark, Node, Run, Text
from deckbuilder.regular import expression

BLANK = "＿＿"
HIDDEN = Run(BLANK, (Mark("blank", standing_in.THIS),))
# In front of a noun with which it makes a name, "＿＿ 상태로": 이것 would be no Korean there.
OPEN = Run(BLANK, (Mark("blank", BLANK),))
PICTURE = "그림"
SHOWN = ("alt", "ruby", "footnote")  # marks that have words of their own
OPENING = expression(r"[(\[（]")
LATIN, HANGUL = expression("[A-Za-z]"), expression("[가-힣]")
# Fewer syllables are those of many words.
LEAST_STEM = 4
SPLIT = expression(r"[,，/=:;·]")
# The name in front of a bracket, "Random Access Memory (램)".
LATIN_NAME = expression(r"[A-Za-z][\w .+#-]*$")
# "흐름 제어 Flow Control": a name and its English, without brackets; of "비타민 C" neither is one.
BOTH = expression(r"(\S*[가-힣](?:\s\S*[가-힣])*)\s([A-Za-z]{2}[A-Za-z .&'/-]*)")
# In letters; nobody is asked for a longer one.
LONGEST_NAME = 100
# Around a name that has others in brackets behind it, and around one in brackets.
NO_HANGUL, BRACKETS = expression("(?<![가-힣])"), expression(r"\s*[(\[（]([^()\[\]（）]+)[)\]）]")
OPENED, CLOSED = expression(r"(?<=\()"), expression(r"\s*[,)]")
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
    owner = owner_of(term)
    *head, last = term.split()
    general = last in GENERAL
    said = [line.plain for node in nodes for part in node.walk() for line in part.lines]
    others = (name for line in said for name in references.other_names(line))
    both = BOTH.fullmatch(term)
    found = (
        *(term, *aliases, owner, " ".join(head) if general else ""),
        *(both.groups() if both else ()),
        *((GLOSS.sub("", term), *_in_brackets(term)) if "(" in term else ()),
        *others,
    )
    names = tuple(dict.fromkeys(filter(_is_name, (*found, *map(shapes.singular, found)))))
    glosses = (name for line in said for name in _glosses(line, names))
    return tuple(dict.fromkeys((*names, *glosses)))


def owner_of(term: str) -> str:
    """Whose a term is by its name, 방화벽 of "방화벽의 역할"; an empty string for most."""
    return term.rpartition("의 ")[0]


def _in_brackets(term: str) -> Iterator[str]:
    """What a term has in brackets, and each of several: "물레(방차/물방차)"."""
    for hit in GLOSS.finditer(term):
        yield hit[1]
        yield from (part.strip() for part in SPLIT.split(hit[1]))


def _is_name(name: str) -> bool:
    return 0 < len(_letters(name)) <= LONGEST_NAME


def _glosses(line: str, names: Sequence[str]) -> Iterator[str]:
    """What stands for one of these names in brackets: "캐시(Cache)"; or the other way round."""
    if not OPENING.search(line):
        return
    known = Names([name for name in names if _holds(line, (name,))])
    for mention in known.mentions(line, before=NO_HANGUL, behind=BRACKETS):
        said = mention.behind[1]
        parts = [part.strip() for part in SPLIT.split(said)]
        if not shapes.is_remark(re.split(r"[:\s]", said)[0]) and all(map(_may_name, parts)):
            yield from parts
    if not _holds(line.partition("(")[2], names):
        return
    for mention in known.mentions(line, before=OPENED, behind=CLOSED):
        end = mention.start - 1
        if said := LATIN_NAME.search(line[max(0, end - LONGEST_NAME) : end].rstrip()):
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
    shown = [_letters(piece) for node in nodes for piece in _readable(node)]
    told = [
        name for name in names if (bare := _letters(name)) and any(bare in one for one in shown)
    ]
    if not told and not any(map(_has_picture, nodes)):
        return tuple(nodes)  # as most are
    if _holds(standing_in.THIS, names):
        return None
    glossed = any(OPENING.search(piece) for node in nodes for piece in _readable(node))
    known = Names(told)
    found = tuple(node.rewritten(lambda line: _masked(line, known, glossed)) for node in nodes)
    return None if any(shows(node, names) for node in found) else found


def _has_picture(node: Node) -> bool:
    return any(
        run.has("image") for inner in node.walk() for line in inner.lines for run in line.runs
    )


def alike(name: str, other: str) -> bool:
    """Whether one of two names holds the other, says it in the other script, or is short for it."""
    first, second = _letters(name), _letters(other)
    if first in second or second in first:
        return True
    if not (LATIN.search(name) or LATIN.search(other)):
        return False  # two names in Hangul are read as they are written
    said = (loanwords.read_alike, translations.translated)
    read = any(says(name, other) or says(other, name) for says in said)
    return read or initials.spelt_out(name, other)


def begins(name: str, other: str) -> bool:
    """Whether another name has all of a longer one but its last syllable."""
    stem = _letters(name)[:-1]
    return len(stem) >= LEAST_STEM and bool(HANGUL.search(stem[-1])) and stem in _letters(other)


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


@lru_cache(maxsize=1 << 16)  # for speed only: each name is looked for in each line
def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.replace(BLANK, "").lower()))


def _masked(text: Text, names: Names, glossed: bool) -> Text:
    formulas = set(_places(text, "math"))
    pieces: list[tuple[int, int, Run]] = []
    for start, end, _ in names.mentions(text.plain, glossed=glossed):
        if formulas.isdisjoint(range(start, end)):
            within = standing_in.is_before_word(text.plain, end)
            pieces.append((start, end, OPEN if within else HIDDEN))
            if particle := standing_in.particle(text.plain, end):
                pieces.append((*particle.span, Run(particle.form)))
    masked = text.replaced(_once(text.plain, pieces))
    return replace(masked, runs=tuple(_described(run, names, glossed) for run in masked.runs))


def _once(plain: str, pieces: Sequence[tuple[int, int, Run]]) -> list[tuple[int, int, Run]]:
    """The pieces, of two blanks side by side one: "이것" for "변곡점 inflection point"."""
    found: list[tuple[int, int, Run]] = []
    for start, end, run in pieces:
        blanks = found and {id(found[-1][2]), id(run)} <= {id(HIDDEN), id(OPEN)}
        both = blanks and not plain[found[-1][1] : start].strip()
        first = found.pop()[0] if both else start
        found.append((first, end, run))
    return found


def _described(run: Run, names: Names, glossed: bool) -> Run:
    """A picture with blanks in its description, which a missing one shows, else its address."""
    marks = (
        mark._replace(value=names.replaced(mark.value, BLANK, glossed=glossed) or PICTURE)
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
