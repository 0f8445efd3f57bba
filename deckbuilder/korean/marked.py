"""Terms that a writer marks within a sentence: in bold, or Korean as code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.korean import words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.predicates import ADNOMINAL
from deckbuilder.korean.topics import GENUS, OPENING, topic
from deckbuilder.model import Run, Text
from deckbuilder.regular import expression

# "모집단, Population": its name in another language behind a comma, as if it stood in brackets.
_BESIDE = expression(r"(?P<name>[^,]*[가-힣])\s?,\s?(?P<other>[A-Za-z][A-Za-z .'-]*)")
_GLOSS = r"(?P<gloss>\s?\([^()]*\))?"
# Behind a marked term: "**X**는 …", "… **X**라고 한다", "… **X** 또는 **Y**라고 한다".
_TOPIC = expression(rf"{_GLOSS}\s?(?:이란|란|은|는),?\s.{{10,}}")
_NAME = expression(
    rf"{_GLOSS}(?:\s(?:또는|혹은)\s(?P<also>[^,.]{{1,30}}?)(?=이?라고?\s))?\s?(?:이라고|라고|이라|라)도?\s"
    r"(?:한다|하|합|함|부르|부른|부릅|불린|불리|칭)"
)
_LAST = expression(rf"{_GLOSS}(?P<copula>이다|다|입니다|임)?\.?")
# In front of one that stands last: "… 하는 기술이 **X**(이다)", and, where the verb is left out,
# "… 하는 기법을 **X**".
_IS = expression(rf".*(?:{ADNOMINAL})\s(?:\S+\s)?\S+[이가]\s(?:바로\s)?")
_SORT = "|".join(sorted(words.TOLD_AS.union(words.GENERA)))
_CALLED = expression(rf".*(?:{ADNOMINAL})\s(?:\S+\s)?\S*(?:{_SORT})[을를]\s")
# A name tells its sort: "**보관 장치**". What is done with a thing is none ("… 하는 값을
# **보관**"), nor is that with how, or where: "**창고로 운반**".
_OF_SORT = expression(rf".*\S\s?(?:{GENUS})")
_WITHIN = expression(r"[가-힣](?:에|에서|에게|로|을|를)\s")


def is_marked(run: Run) -> bool:
    """Whether a run is set off as a term: bold, or Korean as code."""
    return run.has("strong") or (run.has("code") and bool(re.search(r"[가-힣]", run.text)))


def emphasised(sentence: Text) -> str | None:
    """The term that a sentence marks in bold or as code and says something of, or None.

    Writers who mark a topic define it, whatever verb they end with.
    """
    if not any(map(is_marked, sentence.runs)):
        return None  # as most say nothing in bold
    plain, at = sentence.plain, 0
    opening = OPENING.match(plain)
    start = opening.end() if opening else 0
    for run in sentence.runs:
        behind = at + len(run.text)
        if is_marked(run):
            found = _TOPIC.match(plain, behind) if at <= start else None
            found = found or _NAME.match(plain, behind) or _last(run, plain, at)
            if found and (term := _term(run, found, sentence.runs)):
                return term
        at = behind
    return None


def _last(run: Run, plain: str, at: int) -> re.Match[str] | None:
    """What stands behind a term that ends its sentence, where that tells what it is."""
    found = _LAST.fullmatch(plain, at + len(run.text))
    if found is None:
        return None
    name = run.text.strip()
    may_be = not _WITHIN.search(name) and (
        found["gloss"] or GLOSS.search(name) or _OF_SORT.fullmatch(name)
    )
    called = not found["copula"] and may_be and _CALLED.fullmatch(plain, 0, at)
    return found if called or _IS.fullmatch(plain, 0, at) else None


def _term(run: Run, behind: re.Match[str], runs: Sequence[Run]) -> str | None:
    """The name of a marked run with its other names in brackets, if it is one."""
    beside = _BESIDE.fullmatch(run.text.strip())
    name = topic(beside["name"] if beside else run.text)
    if name is None:
        return None
    also = behind.groupdict().get("also")
    marked = (one.text for one in runs if also and is_marked(one) and one.text.startswith(also))
    others = [beside["other"] if beside else "", *marked]
    return f"{name}{behind['gloss'] or ''}" + "".join(f"({one})" for one in others if one)
