"""A clause that another one follows, "… 밝히는 반면 …", as a sentence of its own: "… 밝힌다".

Only where its end tells what its last word is: 하고 may stand behind what is so (중요하고) or is
done (처리하고), and what somebody has done looks like what something is like (정한, 편한).
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from deckbuilder.korean.particles import batchim
from deckbuilder.korean.stems import ADJECTIVES, VERBS_IN_I, WITH_HADA
from deckbuilder.model import Run, Text
from deckbuilder.regular import expression

# Adjectives by their form in front of a noun.
_QUALITIES = {of: f"{stem}다" for stem, of in reversed(ADJECTIVES.items())}
_AND = r"(?:으?[며나]|고|지만)"
_LAST = expression(r"(?P<word>\S+?)[,\s]*$")
_GOES_ON = expression(rf"(?P<stem>.+?){_AND}")
_ADNOMINAL = expression(r"(?P<stem>.+)는")
_PAST = expression(r"(?P<stem>.+)던")
_COPULA = expression(rf"(?P<noun>.*)(?:이{_AND}|인)")
_LIKE_IT = expression(rf"(?P<stem>{'|'.join((*WITH_HADA, '강', '약'))})(?:한|하{_AND})")
# A deed has an object, or gives a name.
_DOES = expression(rf"(?P<stem>\S*)하{_AND}")
_DONE = expression(rf"(?:라고|[을를])\s(?:\S+\s)?{_DOES.pattern}[,\s]*$")
# The finals of 있, 했, 겠, and of 없; and what stands behind an open stem.
_SO, _N = ("ᆻ", "ᆹ"), "ᆫ"


def closed(clause: Text) -> Text:
    """A clause as a sentence; as it is where its end tells too little."""
    last = _LAST.search(clause.plain)
    if last is None:
        return clause
    word = last["word"]
    plain = _deed(word) if _DONE.search(clause.plain) else _closed(word)
    span = last.start(), len(clause.plain)
    return clause.replaced([(*span, Run(f"{plain}."))]) if plain else clause


def forms(word: str) -> tuple[str, ...]:
    """What the last word of a clause may be in a sentence of its own."""
    return tuple(filter(None, (_closed(word), _deed(word))))


def _deed(word: str) -> str:
    found = _DOES.fullmatch(word)
    return f"{found['stem']}한다" if found else ""


@lru_cache(maxsize=1 << 12)  # for speed only: what is shown is compared with what was written
def _closed(word: str) -> str:
    """The last word of a clause as that of a sentence: 밝힌다 for 밝히는, 이다 for 이고."""
    if word in _QUALITIES:
        return _QUALITIES[word]
    if found := _LIKE_IT.fullmatch(word):
        return f"{found['stem']}하다"
    found = _COPULA.fullmatch(word)
    if found and found["noun"] and not found["noun"].endswith(tuple(VERBS_IN_I)):
        return f"{found['noun']}이다"
    if found := _ADNOMINAL.fullmatch(word):
        return _present(found["stem"])
    found = _GOES_ON.fullmatch(word) or _PAST.fullmatch(word)
    return _known(found["stem"]) if found else ""


def _known(stem: str) -> str:
    """A stem with 다 where it tells by itself how: 깊다 of 깊-, 했다 of 했-, 된다 of 되-."""
    if stem in ADJECTIVES:
        return _QUALITIES[ADJECTIVES[stem]]
    if batchim(stem) in _SO:
        return f"{stem}다"
    return f"{stem[:-1]}된다" if stem.endswith("되") else ""


def _present(stem: str) -> str:
    """What is done now: 준다 of 주-, 얻는다 of 얻-, 있다 of 있-; nothing of what is no Hangul."""
    final = batchim(stem)
    if final in _SO:
        return f"{stem}다"
    if final == "":
        return f"{unicodedata.normalize('NFC', stem + _N)}다"
    return f"{stem}는다" if final else ""
