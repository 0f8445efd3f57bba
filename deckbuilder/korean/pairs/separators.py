"""What stands between a label and its text: `:`, a dash, an arrow, `=`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.pairs.naming import WORDS_ADDED, may_name, open_brackets, worded
from deckbuilder.korean.particles import topics
from deckbuilder.korean.shapes import LONGEST_NAME, VERBATIM, bold_end, is_term
from deckbuilder.model import Text
from deckbuilder.regular import any_of, expression

ARROW = r"(?:->|=>|→|⇒|➡)"
DASH = r"(?:[-–—]|->|=>|→|⇒|➡)"
# How far behind a name its separator may stand: "용어(원어) : ".
LONGEST_GLOSS = 60
# Between a label and its text; a dash, an arrow or = wants a space on both sides.
SEPARATOR = any_of(
    {
        "물길 : 길": r"(?<!\s)\s*[:：](?!//)\s+",
        "물길:길": r"(?<=[^\W\d]|[)\]])\s*[:：](?:(?=[가-힣A-Z(])|(?<=[가-힣)\]].)(?=[a-z]))",
        "물길 - 길": rf"(?<!\s)\s+(?P<dash>=|{DASH})\s+",
    }
)
_SEPARATING = expression("[:：=→⇒➡–—-]")
# More of them in the text: a chain ("A → B → C"), no definition.
CHAIN = expression(rf"\s{DASH}\s")
DASHES = expression(r"\s[-–—]\s")
# What may not stand behind "… =": there it is a formula.
FORMULA = expression(r"[\d(]|.*\s[-+*/=]\s")
# One side of an equation: "Tr(AB)", "λv"; and what the other begins with.
_APPLIED = r"[A-Za-zΑ-ω]{1,3}\s?(?:\([^가-힣()]*\)|\[[^가-힣\[\]]*\])"
_IS_SIDE = expression(rf"(?:{_APPLIED}){{1,3}}|[A-Za-zΑ-ω]{{1,2}}")
_BEGINS_SIDE = any_of(
    {
        "Cov(X)": _APPLIED,
        "λv": r"[A-Za-zΑ-ω]{1,2}(?![A-Za-z가-힣])(?!\s[A-Za-z가-힣]{2})",
        "∑ 7": r"[ΣΠ∑∏∫√]",
    }
)
# A minus, and no dash, stands between these: "Q1 - 1.5(Q3-Q1)", "평균 - 2 * 편차 < x".
_FACTOR = expression(
    r"\d+(?:\.\d+)?\s?(?:[*×]\s?[^\d\s]|\([A-Za-z\d]+\s?[-+*/])|\d*[A-Za-zα-ω]\s[<>≤≥]=?\s"
)
_OPERAND, _COMPARED = expression(r"(?<![A-Za-z])[A-Za-zα-ω]\d*$|\)$"), expression("[<>≤≥=]")
SENTENCE_END = expression(r"[가-힣)][.!?]$")


def is_dash(separator: str) -> bool:
    """Whether a label ends at a dash, an arrow or =, and not at a colon or a blank."""
    return separator.strip() not in ("", ":", "：")


def split_plain(text: Text) -> tuple[Text, Text] | None:
    """A name, a separator and a text; a sign of a formula, or within a name, is none."""
    plain = text.plain
    if not _SEPARATING.search(plain):
        return None  # as most lines are
    for found in _separators(text):
        if len(GLOSS.sub("", plain[: found.start()]).strip()) > LONGEST_NAME:
            return None
        label, behind = text.cut(0, found.start()), text.cut(found.end())
        if open_brackets(worded(label)):
            continue
        if not label or not behind or not may_name(worded(label)):
            return None
        if found["dash"] and _goes_on(label):
            return None
        dash = found["dash"] and found["dash"] in "-–—"
        if dash and (_is_joined(label, behind) or _is_minus(label, behind)):
            continue
        return (
            None if found["dash"] and not _dashed(found["dash"], label, behind) else (label, behind)
        )
    return None


def _separators(text: Text) -> Iterator[re.Match[str]]:
    """What may separate a name from its text; what stands in code, a formula, a link does not."""
    at = 0
    while found := SEPARATOR.search(text.plain, at, LONGEST_NAME + LONGEST_GLOSS):
        at = found.end()
        if text.is_inside(found.start(), *VERBATIM):
            at = found.start() + 1  # "`su -` : …"
        else:
            yield found


def _goes_on(label: Text) -> bool:
    """Whether what stands before a dash names nothing, but goes on behind it."""
    plain = label.plain
    return bool(
        WORDS_ADDED.search(plain)  # "소금 + 물 → 소금물"
        or SENTENCE_END.search(plain)  # "값을 정한다. - 즉, …"
        or _speaks_of_bold(label)  # "**두레**는 일종의 품앗이 - 서로 돕는 일 - 이다"
    )


def _speaks_of_bold(label: Text) -> bool:
    """Whether a piece begins with a bold name and its particle: it is of a sentence about that."""
    end = bold_end(label)
    name, said = label.plain[:end], label.plain[end:]
    return end > 0 and any(not before.removeprefix(name) for before, _ in topics(name + said))


# Behind the first step of several, and behind what a sum begins with.
_IN_TURN = expression(r"^\S+\s?(?:순서|순|차례)(?:로|이|임)|^\S+\s순으로")
SUM = expression(r"^[^\s=]+(?:\s[^\s=]+)?\s=\s")


# What stands between two arrows of a chain is shorter; what is said of a term may go on behind one.
LONGEST_STEP = 50


def _dashed(dash: str, label: Text, behind: Text) -> bool:
    """Whether a dash, an arrow or = stands between a term and its text."""
    chain = DASHES if dash in "-–—" else CHAIN  # "삼투 - 물이 낮은 곳 → 높은 곳으로 옮겨 감"
    turn = chain.search(behind.plain)
    if (turn and turn.start() < LONGEST_STEP) or (dash == "=" and _is_equation(label, behind)):
        return False
    if re.fullmatch(ARROW, dash) and SEPARATOR.search(behind.plain, 0, LONGEST_NAME):
        return False  # "보내는 쪽 → 받는 쪽 : 요청"
    if re.fullmatch(ARROW, dash) and _IN_TURN.search(behind.plain):
        return False  # "명반응 → 암반응 순서로 진행된다"
    if dash in "-–—" and SUM.search(behind.plain):
        return False  # "수익 - 비용 = 이익"
    if dash in "-–—=":
        return True
    # "사전처리 → 사후처리", "`a + b` → `b + a` 로 쓴다" are changes, and no definitions
    change = is_term(behind.plain) or (_begins_in_code(label) and _begins_in_code(behind))
    return is_term(label.plain) and not change


def _begins_in_code(text: Text) -> bool:
    return bool(text.runs) and text.runs[0].has("code")


def _is_equation(label: Text, behind: Text) -> bool:
    """Whether = stands between two sides of an equation: "Tr(AB) = Tr(BA)"."""
    if FORMULA.match(behind.plain):
        return True
    formula = bool(behind.runs) and behind.runs[0].has("math")
    said = formula or _BEGINS_SIDE.match(behind.plain)
    return bool(said) and bool(_IS_SIDE.fullmatch(label.plain.strip()))


# "보내는 쪽 - 받는 쪽 간의 약속": what is so stands between two.
_BETWEEN = expression(r"(?:\S+\s){1,2}(?:간|간의|간에|사이의|사이에)\s")


def _is_joined(label: Text, behind: Text) -> bool:
    """Whether a dash joins two names: "개체 - 관계 모델 : 그림으로 …", "신하 - 임금 간의 …"."""
    if _BETWEEN.match(behind.plain):
        return True
    colon = re.search(r"(?<!\s)\s*[:：]\s", behind.plain)
    second = behind.plain[: colon.start()] if colon else ""
    return bool(second) and is_term(label.plain) and is_term(second)


def _is_minus(label: Text, behind: Text) -> bool:
    """Whether a dash is a sign of a formula."""
    sides = _OPERAND.search(label.plain) or _COMPARED.search(behind.plain)
    return bool(sides and _FACTOR.match(behind.plain))
