"""A bold name in front of its text: `**용어** 정의`, `**용어:** 정의`."""

from __future__ import annotations

import re

from deckbuilder.korean import figures, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import closing
from deckbuilder.korean.pairs.naming import may_name, worded
from deckbuilder.korean.pairs.separators import ARROW, CHAIN, DASHES, is_dash
from deckbuilder.korean.particles import OBJECT, topics, without_of
from deckbuilder.korean.shapes import LONGEST_NAME, bold_end
from deckbuilder.model import Text
from deckbuilder.regular import any_of, expression

AFTER_BOLD = expression(rf"\s*(?:[:：]|[-–—=](?=\s)|{ARROW})\s*|\s+")
# What follows a bold word in its own sentence: a particle or the copula, no definition.
_CASE = "은|는|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|보다|처럼"
_PARTICLE = rf"{_CASE}|이란|란|이다|입니다|이며|이고"
SPACED_PARTICLE = expression(rf"(?:{_PARTICLE}|등(?:의|을|이|은|에|에서|으로)?)(?=\s|[.,]|$)")
LATIN_PARTICLE = expression(r"(?:이|가)\s")
CLOSE_PARTICLE = expression(
    rf"(?:{_PARTICLE}|이|가|다|나|이나|이라|라|인|적|들|등|하|한|할|함|되|된|됨)"
)


def split_bold(text: Text, *, marked: bool) -> tuple[Text, Text] | None:
    """A bold term and its text; `marked` asks for a mark between them, else there is a blank."""
    end = bold_end(text)
    if not end or end >= len(text.plain):
        return None
    gloss = GLOSS.match(text.plain, end)
    if gloss and len(gloss[1]) <= LONGEST_NAME:
        end = gloss.end()
    label = text.cut(0, end)
    if not marked:
        topic = next(iter(topics(f"{label.plain} ")), None)  # "**TCP는** …": 는 is the topic's
        if topic is None and _is_no_topic(label.plain):
            return None
        label = text.cut(0, len(topic[0])) if topic and not topic[1] else label
    separator = AFTER_BOLD.match(text.plain, end)
    initial = re.match(r"[A-Za-z]", text.plain[end:])  # "**S**tate **T**ransfer"
    if separator is None and not initial and not re.search(r"[가-힣]$", label.plain):
        # `**용어:** 정의` and `**용어 *Term***정의` need no space
        separator = re.compile("").match(text.plain, end)
    if separator is None or not may_name(worded(label)):
        return None
    behind = text.cut(separator.end())
    mark = separator[0].strip() or closing(label.plain) < len(label.plain)
    if not behind or bool(mark) != marked:
        return None
    if marked:
        arrow = re.search(ARROW, separator[0])
        chain = (CHAIN if arrow else DASHES).search(behind.plain) and is_dash(separator[0])
        return None if chain else (label, behind)
    return (label, behind) if _is_text(label.plain, separator[0], behind.plain) else None


# "**물을** 옮긴다", "**모든** 물길에 있다", "**3 km** 떨어진 …": bold words of a sentence.
_OBJECT = expression(rf"{OBJECT}$")


def _is_no_topic(plain: str) -> bool:
    object_ = without_of(plain) != plain or bool(_OBJECT.search(plain))
    return object_ or plain.strip() in words.NO_TOPIC or figures.is_quantity(plain)


# The bold words go with the next one: "**높은 압력** 상태인 …", "**젊은 별** 밀집".
_GOES_WITH = any_of(
    {
        "상태인 물이다.": r"[가-힣]{2,}(?<!적)인\s",
        "밀집": r"[가-힣]{1,3}$",
        "기반의 배이다.": r"(?:(?:기술|방식|표준|언어)\s)?기반(?:의|으로|인)?\s",
        "중심으로 흐른다.": r"(?:위주|중심)(?:의|로|으로)\s",
        "이하의 물이다.": r"(?:이상|이하|미만|이내)(?:의|에|에서)\s",
        "또는 배이다.": r"(?:또는|혹은|및)\s",
    }
)


VERSUS = expression(r"(?:vs\b\.?|대)\s", re.I)


def _is_text(label: str, blank: str, behind: str) -> bool:
    """Whether what follows a bold word without any mark is a text about it."""
    if not re.match(r"[\w(\[\"'“‘]", behind) or CHAIN.search(behind):
        return False
    if _GOES_WITH.match(behind) or VERSUS.match(behind):
        return False
    if not blank:
        return not CLOSE_PARTICLE.match(behind)
    latin = not re.search(r"[가-힣]$", label) and LATIN_PARTICLE.match(behind)
    return not SPACED_PARTICLE.match(behind) and not latin
