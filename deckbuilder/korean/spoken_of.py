"""The name that a sentence speaks of from its first words on, and does not define."""

from __future__ import annotations

from deckbuilder.korean import (
    classes,
    endings,
    fragments,
    lines,
    names,
    no_terms,
    particles,
    reader,
    sections,
    sentences,
    shapes,
    voices,
)
from deckbuilder.korean.topics import OPENING, topic
from deckbuilder.model import LabelKind, Text
from deckbuilder.regular import any_of, expression

# So many letters at least are said of it.
LEAST_SAID = 8
# What may stand in front, and is no part of the name.
_IN_FRONT = expression(
    "^"
    + "".join(
        rf"(?:{piece})?"
        for piece in (
            r"[^\w\s(\[<]+\s",  # "-> 보는 …"
            r"이에(?:\s따라)?\s(?![비반]해)",  # "이에 마을은 …"
            # "1908년에 한 기사는 …", "19세기 후반 증기선은 …"; "1848년 혁명" is a name
            r"(?:\d{1,2}세기|(?:기원전\s)?\d{2,4}년대?)"
            r"(?:\s(?:초|말|초반|중반|후반|이후|무렵)(?:에|,)?|에|,)\s",
            r"[\"'“‘]",
        )
    )
)
# Some or more, and no name of one.
_SOME = any_of(
    {
        "대한 물길": r"^대한\s(?!제국|민국)",
        "다양한 물길": r"^(?:한|이미|몇몇|다양한|새로운|기존|이상한|하나의|큰|작은|자세한)\s",
        "대표적인 물길": r"^[가-힣]{2,}적인\s",
        "물길들": r"^.*들$",
        "물길도 땅": r"^.*도\s",
    }
)
# "n=1", "물길: 물길".
_SIGNS = expression(r"[\\^=:：{}]")
# "물길의 목적": what is told of a thing, with its name.
_OF = expression(r"\S의\s\S")
_AIM = expression(
    r"(?P<owner>[^,.]{1,30}?)의\s(?:(?:주요|주된|궁극적인|핵심|가장 (?:큰|중요한|대표적인))\s)?"
    r"(?:목적|목표|특징|핵심|과정|결과|장점|단점|문제|이유)"
)


def named(sentence: Text) -> str:
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
    deed = names.is_deed(name) or sections.is_place_in_note(name) or fragments.is_fragment(name)
    general = name in no_terms.ANYBODY or _SOME.match(name) or _SIGNS.search(name)
    return bool(term) and len(name) > 1 and not (deed or general)


def _says_nothing(plain: str) -> bool:
    """Whether a sentence only leads to another, or is about its writer, or its reader."""
    announces = shapes.announces(plain) and not shapes.names_parts(plain)
    leads = announces or lines.leads_below(plain) or shapes.is_chatter(plain)
    told = reader.tells_reader(plain) or reader.asks(plain) or lines.gives_example(plain)
    return leads or told or voices.has_writer(plain) or voices.has_mood(plain)
