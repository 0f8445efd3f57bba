"""Particles (josa): which of a pair a word takes, and where a topic ends."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from deckbuilder.korean import lists, nouns, patterns, words
from deckbuilder.regular import expression

_FIRST, _LAST = ord("가"), ord("힣")


def syllables(finals: str) -> str:
    """A class of the Hangul syllables that end in one of these, given as conjoining letters."""
    places = [ord(final) - ord("ᆨ") + 1 for final in finals]
    every = (chr(at) for at in range(_FIRST, _LAST + 1) if (at - _FIRST) % 28 in places)
    return f"[{''.join(every)}]"


# The Hangul syllables without a final consonant, every 28th of them in Unicode, and the others.
OPEN = f"[{''.join(chr(at) for at in range(_FIRST, _LAST + 1, 28))}]"
CLOSED = rf"(?!{OPEN})[가-힣]"
# What something is done to: "물을", "API를". Behind an open syllable 을 is the noun's own: 마을.
OBJECT = rf"(?:(?!{OPEN})\S을|\S를)"


def batchim(word: str) -> str | None:
    """The final consonant of a word's last syllable, as a conjoining letter ("ᆯ").

    It is empty where the syllable is open, and None where no Hangul tells.
    """
    last = word.strip()[-1:]
    if not "가" <= last <= "힣":
        return None
    return unicodedata.normalize("NFD", last)[2:]


def closed(word: str) -> bool | None:
    """Whether a word ends in a final consonant; None where no Hangul tells."""
    final = batchim(word)
    return None if final is None else final != ""


def takes(word: str, particle: str) -> bool:
    """Whether a word may take this one of 은/는, 과/와, 이란/란.

    Behind Latin letters, digits and brackets both are allowed: how they are read is not written.
    """
    ending = closed(word)
    return ending is None or ending == (particle in AFTER_CONSONANT)


AFTER_CONSONANT = frozenset({"은", "이", "과", "이란", "이라는 것은", "이라 함은"})


def joins(words_before: str, particle: str) -> bool:
    """Whether 와 or 과 behind these words joins them to the next, and is no end of their own."""
    *_, last = words_before.split() or [""]
    return takes(last, particle) and last + particle not in words.NOT_PAIRED


def without_of(name: str) -> str:
    """A name without the particle 의 behind it; in 정의 and 민주주의 it is no particle."""
    *_, last = name.split() or [""]
    own = last in words.ENDING_IN_UI or (last.endswith("주의") and len(last) >= LEAST_OF_AN_ISM)
    return name if own else name.removesuffix("의").strip()


LEAST_OF_AN_ISM = 4  # 민주주의; "의 주의" is no such word


# A blank before the particle is common behind Latin letters: "HTTP 는".
# The particle first: what is not there is soon found out.
TOPIC = expression(r"(?P<particle>[은는])(?<!\b또[은는])(?<!\d또[은는])(?<!\b혹[은는])\s+")
# A topic stands at the beginning of its sentence, within so many characters.
LONGEST_TOPIC = 200
# Behind an adnominal stands a bound noun: "… 라는 것을".
_BOUND = expression(
    r"(?:것|게|거|걸|건|점|데|때|수|바|뜻|경우|이유)(?:을|를|은|는|이|가|도|에|으로|의)?(?:\s|$)"
)
_NO_TOPIC = expression("|".join(words.NO_TOPIC_BEFORE))
_APART_FROM = expression("|".join(words.APART_FROM))
_VERB = expression(rf"(?:{'|'.join((*words.VERB_STEMS, *patterns.VERB_STEMS))})$")
# "뒤에서 부는", "값을 세는": of one syllable, and something done with what stands before it.
_OF_CLAUSE = expression(r"[가-힣](?:에서|에게|을|를|로|에)\s[가-힣]$")
_NOUN_IN_DA = expression(lists.either(nouns.NOUNS_IN_DA))
_NOUNS_LIKE_STEMS = tuple(words.NOUNS_LIKE_STEMS)
_LIKE_STEM = expression(rf"(?:^|[^을를]\s)\S*(?:{lists.either(words.NOUNS_LIKE_STEMS)})$")
_ADJECTIVE = expression(rf"(?:{'|'.join((*words.ADJECTIVE_STEMS, *patterns.ADJECTIVE_STEMS))})$")


@lru_cache(maxsize=1 << 16)  # for speed only: each sentence is asked several times
def topics(plain: str) -> tuple[tuple[str, str], ...]:
    """The places where a sentence's topic may end.

    Args:
        plain: a sentence.

    Returns:
        the words before 은/는 and those behind, the shortest topic first. Adnominal endings
        ("사용하는 것", "높은 값") are told from the particle: 는 behind a consonant or a verb's
        stem and 은 behind a vowel or an adjective's stem are no particles.
    """
    found: list[tuple[str, str]] = []
    for hit in TOPIC.finditer(plain, 0, LONGEST_TOPIC):
        before, behind = plain[: hit.start()], plain[hit.end() :]
        word = before.rpartition(" ")[2]
        spaced = before.endswith(" ")
        stem = before.rstrip()
        if _BOUND.match(behind) or _NO_TOPIC.match(behind):
            continue
        if stem.endswith("과") and _APART_FROM.match(behind):
            continue  # "넓은 바다의 산호들과는 다른 …"
        if hit["particle"] == "는" and before[-2:-1].isspace() and _OF_CLAUSE.search(before):
            continue
        if not stem or (spaced and closed(stem) is not None) or not takes(stem, hit["particle"]):
            continue
        verbal = not spaced and _is_stem(word, hit["particle"])
        if verbal and not (before.endswith(_NOUNS_LIKE_STEMS) and _LIKE_STEM.search(before)):
            continue
        found.append((stem, behind))
    return tuple(found)


@lru_cache(maxsize=1 << 16)  # likewise: notes use the same verbs again and again
def _is_stem(word: str, particle: str) -> bool:
    """Whether 은 or 는 behind a word is an ending: of a verb's stem, of an adjective's."""
    adnominal = _VERB if particle == "는" else _ADJECTIVE
    return bool(adnominal.search(word)) and not _NOUN_IN_DA.fullmatch(word)


def topic_alone(plain: str) -> str:
    """The topic, without its particle, that is all of a line: 원인 for "원인은"; else ""."""
    stem, behind = next(iter(topics(f"{plain.strip()} ")), ("", ""))
    return "" if behind or stem in words.NO_TOPIC else stem


# Behind these 은 is the particle; behind others it may be the noun's own: 순은, 한은, 목은.
_BEFORE_EUN = ("들", *sorted(words.SETS | words.ASPECTS))


def led_by(label: str) -> str:
    """What a label names that ends in the particle of a topic: 산호초 for "산호초는"; else ""."""
    bare = label.strip()
    name = topic_alone(bare) if bare.endswith(("은", "는")) else ""
    return name if bare.endswith("는") or name.endswith(_BEFORE_EUN) else ""
