"""Names and questions that only what stands around them tells: "이 실험의 의의", "그럼 왜?"."""

from __future__ import annotations

from deckbuilder.korean import lists, no_terms
from deckbuilder.korean.numbering import clean
from deckbuilder.regular import any_of, expression

_THEN = rf"^(?:{lists.either(no_terms.THEN)}),?\s"
# A question in the middle of what is told.
_ASKS_ON = any_of(
    {
        "그럼 둑이 뭘까?": rf"{_THEN}(?:\S+[^은는]\s)?\S+$",
        "그런데 이 물길은 어디로 흐르나?": rf"{_THEN}"
        r"(?:이|그|이런|그런|이러한|그러한|이것\S*|그것\S*)\s",
        "반면 하류는 어떤가?": r"^반면에?\s",
        "둑을 쌓으면 낫지 않을까?": r"^(?!.*(?:왜|어떻게|무엇|어떤|누가|언제|어디)).*"
        r"(?:지\s?않을까|보면\s어떨까)요?\s?\??$",
        "여기서 둑은 왜 무너졌나?": r"^(?:아니면|여기서|그\s?후|그다음)[\s,]",
        # One word is none by itself.
        "실패?": r"^\S{1,6}(?<![란은는까나요가지])\?$",
        "둑과 보, 이 둘은 무엇이 다른가?": r"(?<![가-힣])(?:이|그)\s(?:둘|때|중)",
        "식 (3)은 왜 성립하는가?": r"식\s?\(\d",
        # What of, stands before it.
        "왜 안 될까?": r"^왜(?:일까|지|죠|인가|\s?(?:그럴까|그런가|그렇지|안\s?(?:돼|될까|되지)))"
        r"요?\s?\?*$",
    }
)
_PRONOUNS = {
    "그걸 막는 까닭": r"(?:이것|그것|이걸|그걸|이게|그게|이들|그들)[가-힣]{0,2}\s",
    "여기서는 왜 다른가": r"여기(?:서|에서?)[는도]?\s",
    "이를 막는 까닭": r"(?:이는|이를|이렇게|그렇게)\s",
}
# A noun ends here: 함수 does not in 함수족.
ENDED = r"들?(?:[은는이가을를의도와과]|에서|에|로)?(?![가-힣])"
_SHOWN = rf"(?:{lists.either(no_terms.SHOWN_AROUND)}){ENDED}"
_SUCH = lists.either(no_terms.SUCH)
# So a question points out. "이 세상은 …?", "이 닦기는 …?" and "그 많던 …?" do not.
_POINTING = any_of(
    {
        "이 실험의 의의는?": rf"(?:이|그|{_SUCH})\s(?!세상|자체|외에|많|닦|빠진)",
        **_PRONOUNS,
        "위의 둑 사례는 왜 드문가?": r"(?:위|(?:위의|앞의|아래|아래의|다음|다음의)(?:\s\S+)?)"
        rf"\s{_SHOWN}",
    }
)
# "그런데 왜 그걸 막는가?".
_POINTS_OUT = expression(
    rf"^(?:(?:{lists.either(no_terms.ASKING_FIRST)}),?\s){{0,2}}(?:{_POINTING.pattern})"
)
# So a name begins, where 이 may be a tooth, 여기 an excitation and 위 the stomach.
_NAMED_BY_PLACE = any_of(
    {
        "이 실험의 의의": r"(?:이|그)\s"
        rf"(?:(?:{lists.either(no_terms.POINTED_AT)}){ENDED}|{_SHOWN})",
        "이러한 물길": rf"(?:{_SUCH})\s",
        **_PRONOUNS,
        "위의 사례": rf"(?:위의|앞의|아래의|다음의)\s{_SHOWN}",
        "위 세 가지": r"(?:이|그|위|위의)\s(?:[2-9]|두|세|네|다섯|여섯)\s?가지",
    }
)

# "옳은 것은?" asks to choose; "이런 일은 왜 생길까?" about what stands around it.
_CHOOSES = expression(r"(?:것|곳|사람|보기)은\s?[?？]?$")
_AROUND = expression(
    rf"(?<!\S)(?:{lists.either(no_terms.ASKED_AROUND)})(?:[은는이가을를의]|에서|에|중에서)?[\s,]"
)


def asks_on(question: str) -> bool:
    """Whether a question goes on from what stands before it: "그럼 왜 이 둘을 …?"."""
    return bool(_ASKS_ON.search(clean(question)))


def points_out(name: str, above: str = "", *, asked: bool = False) -> bool:
    """Whether what stands around a name tells what it is about: "이 실험의 의의".

    Not where the name right above says which one: below "거울 실험". Of a question (`asked`) more
    is taken for pointing than of a name: "이 교정" is of teeth.
    """
    bare = clean(name)
    hit = (_POINTS_OUT if asked else _NAMED_BY_PLACE).match(bare)
    if hit is None:
        return False
    first, *_ = bare[hit.end() :].split() or [""]
    return not any(above.endswith(first[:end]) for end in range(2, len(first) + 1))


def asks_alone(question: str) -> bool:
    """Whether a question can be asked without what stands around it."""
    bare = clean(question)
    return not (_CHOOSES.search(bare) or _AROUND.search(bare) or asks_on(bare))
