"""Cards that nobody answers: two that ask alike, answers and lists that are too much."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from deckbuilder.diagnostics import Severity
from deckbuilder.korean.figures import is_date
from deckbuilder.language import N_
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.model import Definition, Enumeration, Kind, LabelKind, Node, Span, Unit
from deckbuilder.regular import expression

# An answer of more letters takes half a minute to read, and longer to say; the reading itself only
# offers one of more than 450.
LONGEST_ANSWER = 400
# A list of more items nobody recites (Wozniak's rule 10 warns of far fewer).
LARGEST_LIST = 15


# What may stand in a name or not; signs (r=-1, C++) tell names apart.
IDLE = expression(r"[\s\"'“”‘’「」『』()\[\]·・,.:]+")


def bare(name: str) -> str:
    """A name without what does not tell it from another: blanks, quotes, brackets, dots, case."""
    return IDLE.sub("", name).casefold()


def said(nodes: Iterable[Node]) -> str:
    """What blocks say, without blanks and marks; pictures and the like say nothing."""
    return "".join(bare(node.plain) for node in nodes)


def _units(notes: Notes) -> Iterator[Unit]:
    for reading in notes.readings:
        yield from reading.units


def _twice(notes: Notes) -> Iterator[Found]:
    """Definitions of one term that say different things, neither of them part of the other."""
    terms = {
        (*node.label.text.span[:2], bare(node.label.name))
        for node, _ in notes.labels
        if node.label
        and node.label.kind == LabelKind.TERM
        and not node.label.relative
        and "?" not in node.label.text.plain  # it asks more than what the term is
    }
    first: dict[str, Definition] = {}
    for unit in _definitions(notes):
        name = bare(unit.front)
        if (*unit.span[:2], name) in terms and not is_date(unit.front):
            known = first.setdefault(name, unit)
            within = name in map(bare, unit.context)  # its own section, which the other one shows
            if known.span == unit.span or within or not _is_one(known, unit):
                continue
            if not _is_said(known, unit):
                yield Found(unit.span, unit.front, {"name": unit.front, "first": str(known.span)})


def _definitions(notes: Notes) -> Iterator[Definition]:
    """All definitions, those that stand apart in a note and are answered by one card one by one."""
    for unit in _units(notes):
        if isinstance(unit, Definition):
            apart = list(_apart(unit))
            begun = [span.first for span in apart]
            for at, span in enumerate(apart):
                body = (one for one in unit.shown if _at(begun, one.span.first) == at)
                yield replace(unit, span=span, also=(), body=tuple(body))


def _at(begun: Sequence[int], line: int) -> int:
    """The position of the place that a line belongs to."""
    return max(bisect_right(begun, line) - 1, 0)


def _apart(unit: Definition) -> Iterator[Span]:
    """Where it is asked for; lines that follow each other say more of one thing on purpose."""
    last = -1
    for span in (unit.span, *unit.also):
        if span.first != last + 1:
            yield span
        last = span.last


def _is_one(one: Definition, other: Definition) -> bool:
    """Whether two definitions of one name are of one thing, as far as their places tell.

    They are where both have the same other name, or, in one note, where the one stands beneath
    what the other does; a part of two things (원반 of a galaxy, of a star) is another.
    """
    depth = min(len(one.context), len(other.context))
    beneath = one.span.path == other.span.path and one.context[:depth] == other.context[:depth]
    return beneath or not set(one.aliases).isdisjoint(other.aliases)


def _is_said(one: Definition, other: Definition) -> bool:
    """Whether one of two definitions says nothing that the other does not."""
    here, there = said(one.body), said(other.body)
    return here in there or there in here


def _alike(notes: Notes) -> Iterator[Found]:
    """Fronts that are no more apart than a blank, a mark or a capital, and not the same."""
    first: dict[tuple[str, str], Unit] = {}
    for unit in _units(notes):
        known = first.setdefault((unit.kind, bare(unit.front)), unit)
        same = known.front == unit.front
        if known.span == unit.span or (same and isinstance(unit, Definition)):
            continue
        if isinstance(known, Definition) and isinstance(unit, Definition) and _is_one(known, unit):
            continue  # it is told that they are defined twice
        cased = known.front.casefold() == unit.front.casefold()
        if cased and not same and known.span.path != unit.span.path:
            continue  # CD, a way to deliver, and cd, a command
        if not same or known.context == unit.context:
            values = {"name": unit.front, "other": known.front, "first": str(known.span)}
            yield Found(unit.span, unit.front, values)


def _long(notes: Notes) -> Iterator[Found]:
    for unit in _units(notes):
        number = len(said(unit.body)) if isinstance(unit, Definition) else 0
        code = any(part.kind in (Kind.CODE, Kind.TABLE) for n in unit.shown for part in n.walk())
        if number > LONGEST_ANSWER and not code:
            yield Found(unit.span, unit.front, {"name": unit.front, "number": str(number)})


def _large(notes: Notes) -> Iterator[Found]:
    for unit in _units(notes):
        if isinstance(unit, Enumeration) and len(unit.items) > LARGEST_LIST:
            number = str(len(unit.items))
            yield Found(unit.span, unit.front, {"name": unit.front, "number": number})


DEFINED_TWICE = Lint(
    code="defined-twice",
    severity=Severity.WARNING,
    message=N_("'{name}' is defined otherwise at {first}"),
    hint=N_("say it once, or give each of the two a name of its own"),
    about=N_(
        "Two cards ask for the same term and want different answers; whoever gives the one is "
        "wrong at the other. Where both stand beneath the same heading, one card has both answers. "
        "It is no fault where one text holds the other, where the two stand on lines that follow "
        "each other or beneath different things, or in two notes that give the term no other name "
        "in common."
    ),
    bad="""\
# 둑

### 물길
물이 흐르는 길이다.

### 나루
배를 타고 내리는 자리이다.

- 물길 : 배가 다니도록 깊게 판 자리
""",
    good="""\
# 둑

### 물길
물이 흐르는 길이다.

### 나루
배를 타고 내리는 자리이다.

- 뱃길 : 배가 다니도록 깊게 판 자리
""",
    find=_twice,
)
SAME_FRONT = Lint(
    code="same-front",
    severity=Severity.WARNING,
    message=N_("'{name}' asks as '{other}' does at {first}"),
    hint=N_("write both alike if they are one thing, or give each a name of its own"),
    about=N_(
        "Two cards whose fronts differ by no more than a blank, a mark or a capital are one "
        "question with two answers. Terms that are written alike and said differently are "
        "defined-twice; capitals tell what is of two notes apart (CD, cd)."
    ),
    bad="""\
## 강

### 물길
물이 흐르는 길이다.

## 논

### 물 길
물을 대려고 판 고랑이다.
""",
    good="""\
## 강

### 물길
물이 흐르는 길이다.

## 논

### 봇도랑
물을 대려고 판 고랑이다.
""",
    find=_alike,
)
LONG_ANSWER = Lint(
    code="long-answer",
    severity=Severity.NOTICE,
    message=N_("the answer to '{name}' has {number} letters: too much to say from memory"),
    hint=N_("divide it, under a name for each part"),
    about=N_(
        "What is to be remembered in one go should be said in a few sentences; the letters of a "
        "definition's answer are counted, from 400 on; from 450 on it is only offered. Answers "
        "with code or a table are looked up, and do not count."
    ),
    bad="### 둑\n\n"
    + "둑은 물이 넘치지 않도록 강가에 흙과 돌을 높이 쌓아 만든 긴 언덕이다. " * 15
    + "\n",
    good="""\
### 둑
둑은 물이 넘치지 않도록 강가에 흙과 돌을 높이 쌓아 만든 긴 언덕이다.
""",
    find=_long,
)
LARGE_LIST = Lint(
    code="large-list",
    severity=Severity.NOTICE,
    message=N_("'{name}' asks for {number} items at once"),
    hint=N_("divide the list, under a heading for each part"),
    about=N_(
        "Lists are the hardest to remember; of more than 15 items nobody names all. From 200 on it "
        "is a warning of the build (long-list)."
    ),
    bad="### 물새의 종류\n\n"
    + "".join(f"- {one}새\n" for one in "가나다라마바사아자차카타파하거너"),
    good="### 물새의 종류\n\n" + "".join(f"- {one}새\n" for one in "가나다라마"),
    find=_large,
)
