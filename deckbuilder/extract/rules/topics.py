"""What a paragraph or an item speaks of from its first words on, and does not define.

It takes:

    증기 기관은 물을 끓여 피스톤을 움직인다. 처음에는 탄광에서 물을 퍼내는 데 쓰였다.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from deckbuilder.extract.own import LONGEST_AROUND, is_named, paragraph
from deckbuilder.extract.place import Place
from deckbuilder.korean import (
    classes,
    definitions,
    endings,
    labels,
    lines,
    names,
    particles,
    sections,
    sentences,
    shapes,
    voices,
)
from deckbuilder.korean.topics import OPENING, topic
from deckbuilder.model import SPOKEN, Definition, LabelKind, Text

# So many letters at least are said of it.
LEAST_SAID = 8
# "이에 마을은 …", "1908년에 한 기사는 …", "19세기 후반 증기선은 …", "-> 보는 …": no part of the
# name. The year alone may be one: "1848년 혁명".
_IN_FRONT = re.compile(
    r"^(?:[^\w\s(\[<]+\s)?(?:이에(?:\s따라)?\s(?![비반]해))?(?:(?:\d{1,2}세기|(?:기원전\s)?\d{2,4}년대?)"
    r"(?:\s(?:초|말|초반|중반|후반|이후|무렵)(?:에|,)?|에|,)\s)?[\"'“‘]?"
)
# "한 사람", "다양한 물길들": some, and no name of one; "n=1", "물길: 물길".
_NO_NAME = re.compile(
    r"대한\s(?!제국|민국)|(?:한|이미|몇몇|다양한|새로운|기존|이상한|하나의|큰|작은|자세한)\s"
    r"|[가-힣]{2,}적인\s|.*(?:들$|도\s|[\\^=:：{}])|(?:사용자|독자|참가자|아이)$"
)


# "물길의 목적": what is told of a thing, with its name.
_OF = re.compile(r"\S의\s\S")
_AIM = re.compile(
    r"(?P<owner>[^,.]{1,30}?)의\s(?:(?:주요|주된|궁극적인|핵심|가장 (?:큰|중요한|대표적인))\s)?"
    r"(?:목적|목표|특징|핵심|과정|결과|장점|단점|문제|이유)"
)


def find(place: Place) -> Iterator[Definition]:
    """A definition for each name that a line goes on to speak of."""
    if place.node.kind not in SPOKEN or place.node.label:
        return
    for line in sentences.join(place.node.text):
        every = sentences.split(line)
        letters = len(line.plain)
        named: set[str] = set()
        for at, sentence in enumerate(every):
            name = _topic(sentence)
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


def _topic(sentence: Text) -> str:
    """The name that a sentence begins with, where it says something of it; else ""."""
    plain = _IN_FRONT.sub("", OPENING.sub("", sentence.plain.strip()))
    name = sentences.topic_of(plain).rstrip("\"'”’") or _aim(plain)
    said = plain[len(name) :]
    if (
        not name
        or not plain.startswith(name)
        or len(said) < LEAST_SAID
        or not endings.is_ended(plain)
    ):
        return ""
    return name if _may_be(name) and not _says_nothing(plain) else ""


def _aim(plain: str) -> str:
    """What a sentence tells of a thing by a word that names none alone: 물길의 목적; else ""."""
    before, _ = next(iter(particles.topics(plain)), ("", ""))
    found = _AIM.fullmatch(before)
    return before if found and topic(found["owner"]) else ""


def _may_be(name: str) -> bool:
    term = classes.kind_of(name, name) == LabelKind.TERM or _OF.search(name)
    deed = names.is_deed(name) or sections.is_place_in_note(name) or names.is_fragment(name)
    return bool(term) and len(name) > 1 and not (deed or _NO_NAME.match(name))


def _says_nothing(plain: str) -> bool:
    """Whether a sentence only leads to another, or is about its writer, or its reader."""
    announces = shapes.announces(plain) and not shapes.names_parts(plain)
    leads = announces or lines.leads_below(plain) or shapes.is_chatter(plain)
    told = lines.tells_reader(plain) or lines.asks(plain) or lines.gives_example(plain)
    return leads or told or voices.has_writer(plain) or voices.has_mood(plain)


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
