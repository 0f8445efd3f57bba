"""What a paragraph or an item speaks of from its first words on, and does not define.

It takes:

    증기 기관은 물을 끓여 피스톤을 움직인다. 처음에는 탄광에서 물을 퍼내는 데 쓰였다.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from deckbuilder.extract.own import LONGEST_AROUND, is_named, paragraph
from deckbuilder.extract.place import Place
from deckbuilder.korean import definitions, labels, sentences, shapes, spoken_of
from deckbuilder.model import SPOKEN, Definition, Text


def find(place: Place) -> Iterator[Definition]:
    """A definition for each name that a line goes on to speak of."""
    if place.node.kind not in SPOKEN or place.node.label:
        return
    for line in sentences.join(place.node.text):
        every = sentences.split(line)
        letters = len(line.plain)
        named: set[str] = set()
        for at, sentence in enumerate(every):
            name = spoken_of.named(sentence)
            if name and name not in named and not _is_told(place, name, sentence):
                yield _definition(name, every, at, letters)
            named.add(name)


def _definition(name: str, every: Sequence[Text], at: int, letters: int) -> Definition:
    """What a sentence, and those behind it that speak of nothing else, say of a name.

    The rest of its line, of so many letters, stands around it where a card can hold that.
    """
    bare, aliases = labels.names(name)
    behind = islice(every, at + 1, None)
    said = (every[at], *takewhile(lambda one: _goes_on(bare, one), behind))
    few = letters - sum(len(one.plain) for one in said) <= LONGEST_AROUND
    around = (*every[:at], *every[at + len(said) :]) if few else ()
    return Definition(
        front=bare,
        span=every[at].span,
        aliases=aliases,
        body=tuple(map(paragraph, said)),
        around=tuple(map(paragraph, around)),
    )


def _is_told(place: Place, name: str, sentence: Text) -> bool:
    """Whether the sentence defines something, or answers the name above it, which is this one."""
    if definitions.definition(sentence):
        return True
    known = (one for one in place.labelled if sentence.span.first in one.answer_lines)
    return any(is_named(one.node, name) for one in known)


def _goes_on(name: str, sentence: Text) -> bool:
    """Whether a sentence says more of a name: it speaks of nothing else."""
    other = sentences.topic_of(sentence.plain)
    return not other or shapes.compact(other) in shapes.compact(name)
