"""Names in the scripts of China and Japan, and whether an answer puts them into Korean."""

from __future__ import annotations

from deckbuilder.korean.particles import syllables
from deckbuilder.regular import expression

_SCRIPT, _KANA = expression(r"[぀-ヿ㐀-鿿]"), expression(r"[぀-ヿ]")
# What Chinese sentences have, of so many letters at least: "我是学生"; but 自我, 完了, 國是.
SHORTEST_SENTENCE = 3
_OF_SENTENCE = expression(r"[是我你您她它们們的了吗嗎呢吧这這那请很]")
# Each piece of "고양이, 집고양이" and "흐르는 물"; "조선의 도읍" and all that is longer tell of it.
_GLOSSED = expression(r"(?!\S+의\s)\S+(?:\s\S+)?(?<![다.])|\S+(?:\s\S+)?(?<!이)다")
_OF = expression(r"\S+의\s\S+(?<![다.])")
_BETWEEN_GLOSSES = expression(r"\s?[,/·]\s?")
_INFINITIVE = expression(rf"[가-힣]*(?!{syllables('ᆫᆻ')})[가-힣]다")
_SENTENCE = expression(r".*[가-힣](?:다|요|[니십습]까)[.?!]?")


def is_in_script(name: str) -> bool:
    """Whether a name has Han letters or kana."""
    return bool(_SCRIPT.search(name))


def is_verb(said: str) -> bool:
    """Whether an answer is a verb, or several, as in a dictionary: "달리다, 뛰다"."""
    return all(map(_INFINITIVE.fullmatch, _BETWEEN_GLOSSES.split(said)))


def is_sentence(name: str, said: str) -> bool:
    """Whether a name is a sentence in such a script, and the answer says it in Korean."""
    phrase = len(name) >= SHORTEST_SENTENCE and _OF_SENTENCE.search(name)
    return bool(phrase and _SENTENCE.fullmatch(said))


def is_translated(name: str, said: str) -> bool:
    """Whether an answer puts such a name into Korean, and does not tell of what it names."""
    if _KANA.search(name) and _OF.fullmatch(said):
        return True  # "水の音: 물의 소리"
    return all(map(_GLOSSED.fullmatch, _BETWEEN_GLOSSES.split(said)))
