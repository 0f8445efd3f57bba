"""Lines that ask: questions, orders of examiners, "X란?"; and what they ask for."""

from __future__ import annotations

import re
from functools import lru_cache

from deckbuilder.korean import lists, no_terms, nouns, shapes, words
from deckbuilder.korean.particles import closed, takes
from deckbuilder.regular import any_of, expression

# "X란?", "X이란 무엇인가?": asks for X.
# No two parts take the same blanks: of a line of thousands, each would try what the other leaves.
WHAT_IS = expression(
    r"(?<!\s)(?P<particle>\s*(?:이란|란|이라는 것은|라는 것은|은|는|이|가))?"
    r"(?:\s*(?P<what>무엇인가요?|무엇일까요?|무엇인지(?:\s(?:설명|서술|기술)하시오\.?)?"
    r"|뭘까요?|뭔가요|뭐지|뭐야|뭐예요))?\s*(?P<mark>(?<![?？!])[?？!]+)?$"
)
# What ends with none of them asks for nothing, or does so in no form of `WHAT_IS`.
_ASKING = frozenset("?？!란은는이가요지까나야오.")


@lru_cache(maxsize=1 << 16)  # for speed only: each label is asked a dozen times
def asked(plain: str) -> str:
    """What "X란?" asks for: X. Without a question mark 란 may be a word's own end (산란, 혼란)."""
    if plain and plain[-1] not in _ASKING and not plain[-1].isspace():
        return plain  # as most labels are
    found = WHAT_IS.search(plain)
    if not found or not found[0]:
        return plain
    name, particle = plain[: found.start()].strip(), (found["particle"] or "").strip()
    if not name:
        return plain
    if particle.startswith(("이란", "이라")) and f"{name}이".split()[-1] in nouns.NAMES_IN_I:
        name, particle = f"{name}이", particle[1:]
    if particle and not (found["what"] or found["mark"]):
        fits = particle == "이란" or (particle == "란" and not closed(name) and len(name) > 1)
        noun = f"{name}{particle}".split()[-1] in words.ENDING_IN_RAN
        if not fits or noun or not takes(name, particle):
            return plain
    if particle in ("은", "는", "이", "가") and not found["what"]:
        return plain
    return name


# How questions end, and an examiner's orders, and what a study group notes for its questions.
QUESTION = any_of(
    {
        "물은 흐르나?": r"[?？][\"'”’]?$",
        "물은 왜 흐르는가": r"^\S*\s.*"
        r"(?:는가|은가|인가|일까|할까|될까|나요|가요|을까|를까)[.?？]?$",
        "왜 물이 흐르나": r"^(?:왜|어떻게)\s.*(?:나|가|까|지|는 이유)$",
        "알맞은 말을 고르시오": r"\s\S*(?:하|쓰|적으|고르|구하|찾으)시오\.?$",
        "삼투를 설명해 주세요": rf"(?:{lists.either(no_terms.TOLD_ON_DEMAND)})(?:해|하여)?\s?"
        r"(?:주|보)(?:세요|십시오|시오)\.?$",
        "삼투를 설명하세요": rf"\s(?:{lists.either(no_terms.TOLD_ON_DEMAND)})하세요\.?$",
        "물이 흐르는 이유에 대해.": r"\s\S+에\s(?:대해|대하여|관해|관하여)서?\.?$",
        "물이 흐르는 이유를 서술": r"(?:[을를]|[는은인할한된던건]지)\s(?:서술|기술)(?:하라)?\.?$",
        # Atomic: where the first such word does not fit, no later one does.
        "둑을 어떻게 쌓는지": r"^(?>(?:.*?\s)??(?:왜|어떻게|무엇|어디|언제|누가))\S*\s"
        r".*[는은인할한된던]\s?지\.?$",
        "수위가 뜻하는 것": r"[이가]\s(?:의미|뜻)하는 (?:것|바)$",
    }
)
# A line that ends with none of them is no question.
_ENDS_OF_QUESTIONS = frozenset("?？\"'”’.가까요나지유오해여서술라것바")

# A statement to be judged: "참 또는 거짓: 고래는 물고기이다", "(O/X) 박쥐는 새이다".
TRUE_OR_FALSE = expression(
    r"[(\[]?(?:참\s?(?:또는|혹은|/|,)?\s?거짓|O\s?[/,]?\s?X|True\s?(?:or|/)\s?False)[)\]]?\s?[:.)-]?\s(?=\S+\s\S)",
    re.I,
)


# "삼투에 대해 설명해 주세요", "삼투에 관하여 서술하시오".
_ABOUT = expression(r"(?P<name>.+?)에\s(?:대해|대하여|관해|관하여)서?(?=\s|\.?$)")


def ordered_about(plain: str) -> str:
    """What an order to tell of something names: 삼투 of "삼투에 대해 설명하시오"; else ""."""
    found = _ABOUT.match(plain)
    return found["name"] if found and shapes.is_term(found["name"]) else ""


def asks(plain: str) -> bool:
    """Whether a line asks: a question, or an examiner's order."""
    return _is_asking(plain) or asked(plain) != plain


def _is_asking(plain: str) -> bool:
    """Whether a line ends as a question does."""
    return plain[-1:] in _ENDS_OF_QUESTIONS and bool(QUESTION.search(plain))


def is_question(plain: str) -> bool:
    """Whether a label is a question in its own words: "X란?" only asks for X."""
    if TRUE_OR_FALSE.match(plain):
        return True
    if not _is_asking(plain):
        return False
    what = asked(plain)
    return what == plain.strip() or not shapes.is_name(what) or what == plain.rstrip("?？! ")


# "꼬리 Q1-1.": which of an interviewer's questions it is.
_WHICH = expression(
    r"(?:꼬리\s?(?:질문)?\s?)?Q\s?\d{0,2}(?:-\d{1,2})?\s?(?:\([^()]{1,20}\))?\s*[.:)]\s*(?=\S)"
)
_IN_QUOTES = expression(r"""["“'‘]([^"“”'‘’]+)["”'’]""")
_THEN = expression(rf"(?:{lists.either(no_terms.THEN)}),?\s+(?=\S+\s)")


def by_itself(question: str) -> str:
    """A note's question as a card asks it.

    Without its number, the quotes around it, and what joins it to the one before.
    """
    bare = question[hit.end() :] if (hit := _WHICH.match(question)) else question
    quoted = _IN_QUOTES.fullmatch(bare)
    bare = quoted[1] if quoted else bare
    return _THEN.sub("", bare, count=1) if _THEN.match(bare) else bare
