"""Names in the scripts of China and Japan, and whether an answer puts them into Korean."""

from __future__ import annotations

from deckbuilder.korean import people
from deckbuilder.korean.particles import syllables, topics
from deckbuilder.regular import expression

_SCRIPT, _KANA, _HAN = expression(r"[぀-ヿ㐀-鿿]"), expression(r"[぀-ヿ]"), expression(r"[㐀-鿿]")
# Each piece of "고양이, 집고양이" and "흐르는 물"; "조선의 도읍" and all that is longer tell of it.
_GLOSSED = expression(r"(?!\S+의\s)\S+(?:\s\S+)?(?<![다.])|\S+(?:\s\S+)?(?<!이)다")
_BETWEEN_GLOSSES = expression(r"\s?[,/·]\s?")
# So many letters may be a phrase: "我是学生: 나는 학생이다" speaks of something, and does not say
# what has that name; "四面楚歌: 둘러싸여 홀로 되다" has a verb as it stands in dictionaries.
FEWEST_OF_A_PHRASE = 3
_SENTENCE = expression(r".*[가-힣]다\.?")
_SUBJECT = expression(r"[가-힣]+[이가]\s.*(?<!이)다\.?")
_INFINITIVE = expression(rf".*(?!{syllables('ᆫᆻ')})[가-힣](?<!이)다\.?")


def is_in_script(name: str) -> bool:
    """Whether a name has Han letters or kana."""
    return bool(_SCRIPT.search(name))


def is_translated(name: str, said: str) -> bool:
    """Whether an answer puts such a name into Korean, and does not tell of what it names."""
    if _KANA.search(name):
        return bool(said) and not people.are_people(said)
    phrase = len(_HAN.findall(name)) >= FEWEST_OF_A_PHRASE and _SENTENCE.fullmatch(said)
    if phrase and (_has_topic(said) or _SUBJECT.fullmatch(said) or _INFINITIVE.fullmatch(said)):
        return True
    return all(map(_GLOSSED.fullmatch, _BETWEEN_GLOSSES.split(said)))


def _has_topic(said: str) -> bool:
    """Whether a sentence begins with what it speaks of; further on, a clause tells of the name."""
    return any(" " not in topic for topic, _ in topics(said)[:1])
