"""Where a label ends and its text begins on one line: `용어 : 정의`, `**용어** 정의`."""

from __future__ import annotations

import re

from deckbuilder.korean.numbering import without_numbering
from deckbuilder.korean.pairs.bold import split_bold
from deckbuilder.korean.pairs.name_last import split_reversed
from deckbuilder.korean.pairs.naming import may_name, open_brackets
from deckbuilder.korean.pairs.reckoned import split_reckoned
from deckbuilder.korean.pairs.separators import SEPARATOR, split_plain
from deckbuilder.korean.shapes import VERBATIM, is_caption, is_term
from deckbuilder.model import Text
from deckbuilder.regular import expression

IN_BRACKETS = expression(r"\([^()\[\]]+[:：][^()\[\]]+\)")


def split(text: Text) -> tuple[Text, Text] | None:
    """Take a line `용어 : 정의`, `용어 - 정의`, `**용어** 정의` apart.

    Returns:
        the label and the text behind it, or None when the line is not of that form.
    """
    body = without_numbering(text)
    if IN_BRACKETS.fullmatch(body.plain):
        body = body.cut(1, len(body.plain) - 1)  # "(자동사: …)"
    if is_caption(body.plain):
        return None  # "그림 2. 물의 순환. 출처: …"
    return (
        _split_question(body)
        or split_reckoned(body)
        or split_reversed(body)
        or split_bold(body, marked=True)
        or split_plain(body)
        or split_bold(body, marked=False)
    )


# A question with its answer on the same line.
ASKED = expression(r"(?P<question>[^?？]{2,60}[?？])\s*(?:[:：]|[-–—]|->|=>|→)?\s+(?=\S.{3,})")
# A name with an explanation in brackets, and nothing else: "왜도 (치우친 정도, 방향)".
EXPLAINED = expression(
    r"(?P<name>[^()]{2,25}?)\s*[(（](?P<text>[^()]*(?:\([^()]*\)[^()]*)*)[)）]\.?$"
)


def _split_question(text: Text) -> tuple[Text, Text] | None:
    found = ASKED.match(text.plain)
    if (
        not found
        or text.is_inside(found.end("question") - 1, *VERBATIM)
        or '"' in found["question"]
        or open_brackets(found["question"])  # "(모으는 곳? 아마도)"
        or not re.search(r"[가-힣]", found["question"])  # "x > 0 ? x : -x"
    ):
        return None
    pair = SEPARATOR.search(found["question"])
    if pair and not pair["dash"] and is_term(found["question"][: pair.start()]):
        return None  # "기공 : 잎의 구멍 (왜?) …" asks within a pair
    behind = text.cut(found.end())
    return None if behind.plain.endswith(("?", "？")) else (text.cut(0, found.end(1)), behind)


def split_bracket(text: Text) -> tuple[Text, Text] | None:
    """Take a line `용어 (설명)` apart; one such line alone may be a gloss on anything."""
    text = without_numbering(text)
    found = EXPLAINED.fullmatch(text.plain)
    if not found or not is_term(found["name"]) or not may_name(found["name"]):
        return None
    inner = found["text"].strip()
    if not re.search(r"(?:는|은|한|된|할|을|를|의|이|가|에서?)\s", inner):
        return None
    return text.cut(0, found.end("name")), text.cut(found.start("text"), found.end("text"))
