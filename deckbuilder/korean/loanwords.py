"""Whether a Latin word and a Hangul one are read alike: "LoadBalancer" and "로드 밸런서".

Compared are the consonants, as 외래어 표기법 (제2장 표 1) writes them, voiced or not: vowels are
spelt in too many ways.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from deckbuilder.korean.standing_in import PARTICLE

# Words with fewer consonants are read like many others: 도구 like Docker, 온도 like note.
FEWEST = 3
# So many words of a text may be one name: "스택 오버 플로".
MOST_WORDS = 3

_VOWEL = "_"
# What is written, and the consonants that are heard, in capitals; the longer first.
_LATIN = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("tion|sion", "_S_N"),
        ("sch", "SK"),
        ("sh|tch|ch(?=[aeiouy])|c(?=[eiy])|th|dge|g(?=[ei])|[jsz]", "S"),
        ("ck|ch|qu|q", "K"),
        ("ph|[bfpv]", "P"),
        ("x", "KS"),
        ("ng(?![aeioul])|n", "N"),
        (r"r(?:e\b|(?![aeiouy]))|(?<=[A-Za-z])h|h(?![aeiouy])", _VOWEL),
        ("[aeiouwy]", _VOWEL),
        ("h", "H"),
        ("[lr]", "L"),
        ("[cgk]", "K"),
        ("[dt]", "T"),
        ("m", "M"),
    )
)
_JAMO = str.maketrans("ᄀᄁᄏᆨᆩᆿᄂᆫᄃᄄᄐᆮᇀᄅᆯᄆᆷᄇᄈᄑᆸᇁᄉᄊᆺᆻᄌᄍᄎᆽᆾᄒᇂᆼ", "KKKKKKNNTTTTTLLMMPPPPPSSSSSSSSSHHN")
_WORD = re.compile("[가-힣]+|[A-Za-z]+")
# 로드 밸런서의 is a name with a particle; of 오버플로 로 is none.
_PARTICLE = re.compile(rf"(?<=[가-힣])(?:{PARTICLE})$")
_HUMPS = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=1 << 14)
def sounds(word: str) -> str:
    """The consonants of a word, in Hangul or Latin letters, as they are heard."""
    if re.search("[가-힣]", word):
        jamo = unicodedata.normalize("NFD", word).translate(_JAMO)
        heard = re.sub("[ᅡ-ᅵ]+", _VOWEL, jamo)
    else:
        heard = word.lower()
        for written, sound in _LATIN:
            heard = written.sub(sound, heard)
    heard = re.sub(r"([A-Z])\1+", r"\1", re.sub(r"[^A-Z_]+", "", heard))
    return heard.replace(_VOWEL, "")


def read_alike(name: str, text: str) -> bool:
    """Whether a text has a name in the other script: 로드 밸런서 for LoadBalancer.

    Args:
        name: of one script; of a name in both, or of fewer than `FEWEST` consonants, nothing is
            told.
        text: what may hold it, in up to `MOST_WORDS` words.
    """
    hangul, latin = (bool(re.search(script, name)) for script in ("[가-힣]", "[A-Za-z]"))
    if hangul == latin:
        return False
    heard = "".join(map(sounds, _words(name)))
    if len(heard) < FEWEST:
        return False
    words = [word for word in _words(text) if latin == bool(re.match("[가-힣]", word))]
    there = [sounds(word) for word in words]
    return any(
        before + last == heard
        for at, first in enumerate(there)
        if first and heard.startswith(first[0])
        for end in range(at, min(at + MOST_WORDS, len(there)))
        for before in ["".join(there[at:end])]
        for last in {there[end], sounds(_PARTICLE.sub("", words[end]))}
    )


def _words(text: str) -> list[str]:
    """The words of either script: Load and Balancer of LoadBalancer."""
    return _WORD.findall(_HUMPS.sub(" ", text))
