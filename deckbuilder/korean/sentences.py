"""Sentences: where they end, what they speak of, where they turn to another thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from deckbuilder.korean import particles
from deckbuilder.korean.endings import CLAUSE
from deckbuilder.korean.topics import topic
from deckbuilder.model import Text
from deckbuilder.regular import expression

# A sentence ends at 다./요./까? or a closing 음./함. and a blank; "3.5" and "e.g." go on.
END = expression(r"(?<=[가-힣)\]”\"'’][.!?。])\s+(?=\S)")
# A clause ends where the next one defines a term of its own: "X란 …이며 Y란 …".
NEXT_DEFINITION = expression(
    r"(?<=[하이]며|[하이]고),?\s+(?=[^\s,]+(?:\s[^\s,]+)?(?:이란|란)\s)"
    # "… 를 X라고 하고, … 를 Y라고 한다"
    r"|(?:(?<=라고\s하[고며])|(?<=라고\s부르[고며])|(?<=라\s하[고며])|(?<=라\s부르[고며])|(?<=라하[고며])),?\s+"
    r"(?=.+[을를]\s.+라고?\s?(?:하|한|합|함|부|불|칭))"
)


# Between two things that a sentence sets against each other: "A는 … 반면, B는 …".
WHEREAS = expression(r"(?:반면에?|데\s?반해|데\s?비해|것과\s?달리)\s?,?\s+")
# "A는 … 이고, B는 …" does so, too, where the names end alike: 단일 연결 리스트, 이중 연결 리스트.
AND_THEN = expression(r"(?:[이하되][고며]|지만)(?P<gap>,?\s+)")
# It is looked for at so many places, and so many syllables are alike.
_PLACES, _ALIKE = 3, 2
# In front of a sentence that is set against the one before it.
IN_CONTRAST = expression(r"(?:반면에?|반대로|(?:이|그|이것|그것)[와에]\s(?:달리|반해|비해)),?\s+")


def join(lines: Sequence[Text]) -> tuple[Text, ...]:
    """Lines of a paragraph, those put together that are one sentence broken over lines."""
    broken: list[list[Text]] = []
    for line in lines:
        if broken and CLAUSE.search(broken[-1][-1].plain.rstrip(" ,")):
            broken[-1].append(line)
        else:
            broken.append([line])
    return tuple(map(Text.joined, broken))


@lru_cache(maxsize=1 << 16)  # for speed only: each line is asked a dozen times
def split(text: Text) -> tuple[Text, ...]:
    """The sentences of a line; each keeps its marks and the line's span."""
    plain = text.plain
    spans = _spans(plain)
    if len(spans) == 1 and plain and plain == plain.strip():
        return (text,)  # as most lines are: nothing is made anew
    return tuple(piece for piece in text.cuts(spans) if piece)


def _spans(plain: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a line stand in it, blanks at its ends included."""
    if len(plain.split(None, 1)) < 2:
        return ((0, len(plain)),)  # a word alone: nothing is looked for
    at, spans = 0, []
    ends = [*END.finditer(plain)]
    if "란" in plain or "라" in plain:  # one of them stands in what the next definition begins with
        ends = sorted((*ends, *NEXT_DEFINITION.finditer(plain)), key=_start)
    for end in ends:
        if plain.count("(", at, end.start()) <= plain.count(")", at, end.start()):
            spans.append((at, end.start()))
            at = end.end()
    return (*spans, (at, len(plain)))


def turn(plain: str) -> tuple[int, int] | None:
    """Where a sentence turns from one thing to another: the first and last offset between them."""
    if found := WHEREAS.search(plain):
        return found.span()
    hits = [*islice(AND_THEN.finditer(plain), _PLACES)]
    first = topic_of(plain) if hits else ""
    for hit in hits if first else ():
        second = topic_of(plain[hit.end() :])
        if second != first and second[-_ALIKE:] == first[-_ALIKE:]:
            return hit.span("gap")
    return None


@lru_cache(maxsize=1 << 16)  # likewise
def topic_of(plain: str) -> str:
    """The name of what a sentence speaks of, or an empty string."""
    before, _ = next(iter(particles.topics(plain)), ("", ""))
    return topic(before) or "" if before else ""


def _start(hit: re.Match[str]) -> int:
    return hit.start()
