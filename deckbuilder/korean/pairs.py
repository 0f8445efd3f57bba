"""Where a label ends and its text begins on one line: `용어 : 정의`, `**용어** 정의`."""

from __future__ import annotations

import re

from deckbuilder.korean.numbering import BACK, behind_numbering, clean
from deckbuilder.korean.shapes import GLOSS, LONGEST_NAME, is_remark, is_sentence
from deckbuilder.model import Text

_ARROW = r"(?:->|=>|→|⇒|➡)"
_DASH = r"(?:[-–—]|->|=>|→|⇒|➡)"
# Between a label and its text; a dash, an arrow or = wants a space on both sides.
SEPARATOR = re.compile(
    rf"\s*[:：](?!//)\s+|(?<=[^\W\d]|[)\]])\s*[:：](?=[가-힣A-Za-z(])|\s+(?P<dash>=|{_DASH})\s+"
)
# More of them in the text: a chain ("A → B → C"), no definition.
CHAIN = re.compile(rf"\s{_DASH}\s")
# What may not stand behind "… =": there it is a formula.
FORMULA = re.compile(r"[\d(]|.*\s[-+*/=]\s")
AFTER_BOLD = re.compile(rf"\s*(?:[:：]|[-–—=](?=\s)|{_ARROW})\s*|\s+")
# What follows a bold word in the same sentence: a particle or the copula, no definition.
PARTICLE = re.compile(
    r"(?:은|는|이|가|을|를|의|에|에서|에게|으로|로|와|과|도|만|이나|나|까지|부터|보다|처럼|이다|다|입니다|"
    r"이라|라|란|이란|이며|이고|인|일|적|적인|화|형|하다|하는|한|할|함|되는|된|됨|들|들은|들이|등)"
    r"(?:\s|[.,]|$|(?=[가-힣]))"
)


def split(text: Text) -> tuple[Text, Text] | None:
    """Take a line `용어 : 정의`, `용어 - 정의`, `**용어** 정의` apart.

    Returns:
        the label and the text behind it, or None when the line is not of that form.
    """
    body = text.cut(behind_numbering(text.plain))
    return _split_bold(body) or _split_plain(body)


def _split_bold(text: Text) -> tuple[Text, Text] | None:
    end = text.lead("strong")
    if not end or end >= len(text.plain):
        return None
    gloss = GLOSS.match(text.plain, end)
    if gloss and len(gloss[1]) <= LONGEST_NAME:
        end = gloss.end()
    label = text.cut(0, end)
    separator = AFTER_BOLD.match(text.plain, end)
    if separator is None and BACK.search(label.plain):  # `**용어:** 정의` without the space
        separator = re.compile("").match(text.plain, end)
    if separator is None or not _may_name(label.plain):
        return None
    behind = text.cut(separator.end())
    spaced_only = not separator[0].strip() and not re.search(r"[:：]\s*$", label.plain)
    if not behind or (spaced_only and PARTICLE.match(behind.plain)):
        return None
    return label, behind


def _split_plain(text: Text) -> tuple[Text, Text] | None:
    plain = text.plain
    for found in SEPARATOR.finditer(plain):
        if found.start() > LONGEST_NAME:
            return None
        if _open_brackets(plain[: found.start()]) or _inside(text, found.start()):
            continue
        label, behind = text.cut(0, found.start()), text.cut(found.end())
        if not label or not behind or not _may_name(label.plain):
            return None
        dash = found["dash"]
        if dash and (CHAIN.search(behind.plain) or (dash == "=" and FORMULA.match(behind.plain))):
            return None
        return label, behind
    return None


def _open_brackets(plain: str) -> bool:
    return any(plain.count(a) > plain.count(b) for a, b in ("()", "[]", "<>", "{}", "“”"))


def _inside(text: Text, at: int) -> bool:
    """Whether the character at this offset is code, math, or part of a link's text."""
    for run in text.runs:
        if at < len(run.text):
            return run.has("code", "math", "link")
        at -= len(run.text)
    return False


def _may_name(plain: str) -> bool:
    """Whether a piece in front of a separator may be a label: no remark, no sentence."""
    name = clean(plain)
    return (
        bool(re.search(r"[^\W\d]", name))
        and len(name) <= LONGEST_NAME
        and not is_remark(plain)
        and not is_sentence(name)
        and not re.search(r"[+*/^]\s", name)
    )
