"""What a sentence refers to: what stands before it, and its topic's other names."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.korean import lists, words
from deckbuilder.korean.definitions import defined
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.regular import any_of, expression

# What a name is given to stands before: "이를 X라고 한다", "뱃사람은 이러한 물을 X라 부른다".
_OPENED = rf"^(?:(?:{lists.either(words.OPENINGS)}),?\s+)*(?:[^\s,]+[은는]\s)?"
_IT = r"(?:이|그|이것|그것|이들)[을를]"
_SUCH = r"(?:이|그|이러한|이런|그런|그러한|위|위의|[이위]와\s같은)\s(?!때[,\s])"
_POINTS_BACK = expression(rf"{_OPENED}(?:{_IT}|{_SUCH}\S+(?:\s\S+)?[을를])\s")
# "이 조건이 성립하면 …": on what condition, stands before.
_ON_CONDITION = expression(
    r"(?:이|이들|위|위의|이러한)\s(?:두\s|세\s)?(?:조건|성질|명제|등식|부등식)들?[이가을를]\s"
)
_CALLED = (
    r"(?:이라고|라고|이라|라)\s?"
    r"(?:한다|합니다|함|하[며고]|하는데|부른다|부릅니다|부름|부르[며고]|칭한다|말한다)"
)
# "이때 남은 흙을 X라 한다", "그 중 큰 것을 X라 부른다": when, and of which, stands before.
_WHEN = (
    r"(?:[이그]\s?때|이럴\s때|[이그]\s중(?:에서)?"
    r"|(?:이|이런|이러한)\s경우(?:에|에는|에\s대해)?),?\s"
)
# The words between are bounded: each object could be the one that is named.
_AT_THAT = expression(rf"{_WHEN}[^,]{{0,100}}[을를]\s\S[^,]{{0,100}}?{_CALLED}")
# No object: that very thing is named, and no other one, as it is in "이를 모은 것을 X라 한다".
_NO_OTHER = r"(?!\S*[을를]\s)\S+\s"
_NAMED = rf"(?:{_NO_OTHER}){{0,4}}?\S*?{_CALLED}"
# "이처럼 쌓는 것을 X라고 한다", "위와 같은 함수가 … 하면 X라 한다": in what way, and which one.
# What is said at more length tells that: "이렇게 물가에 흙을 쌓아 두는 것을 X라고 한다".
_IN_THAT_WAY = expression(
    r"(?:(?:즉|그래서|따라서),?\s)?(?:(?:[이그]렇게|이처럼|이렇듯|위처럼|[이위]와\s같이"
    rf"|이런\s식으로),?\s(?:\S+\s){{1,2}}(?:\S+[을를]|건|것은)\s{_NAMED}"
    rf"|[이위]와\s같은\s\S[^,.]*?{_CALLED})"
)
# "이러한 모양의 긴 배를 X라 한다", "이때 그 물을 X라 한다"; not "이때 둑이 막은 물을 X라 한다".
_NAMES_BACK = expression(
    rf"(?:{_OPENED}(?:{_IT}|{_SUCH}(?:{_NO_OTHER}){{0,2}}\S+[을를])|{_WHEN}(?:그\s)?\S+[을를])\s"
    rf"{_NAMED}"
)
# It goes on about what stands before: "이는 …", "이것은 …".
_GOES_ON = expression(r"^(?:이는|이것은|이로\s인해|이를\s통해|이때|그는|그것은)\s")


def points_back(plain: str) -> bool:
    """Whether a sentence names what the one before it tells."""
    forms = (_POINTS_BACK, _NAMES_BACK, _ON_CONDITION, _AT_THAT, _IN_THAT_WAY)
    return any(form.match(plain) for form in forms)


def names_what_stands_before(plain: str) -> bool:
    """Whether a sentence gives a name to what the one before it tells."""
    return bool(_NAMES_BACK.match(plain.strip()) or _ON_CONDITION.match(plain.strip()))


def goes_on(plain: str) -> bool:
    """Whether a sentence says more of what the one before it tells, and names nothing itself."""
    return bool(_GOES_ON.match(plain)) and defined(plain) is None


# "기계 코드(machine code)라고도 한다": one more name, of up to three words. But "…로도 쓴다" tells
# of a use. A word of more than forty letters is none, and is not looked through from each of them.
_SAID_SO = any_of(
    {
        "보라고도 한다": r"이?라고도\s(?:하|한|함|합|부르|부른|부름|부릅|불|칭"
        r"|말(?!할)|쓰|쓴|씀|표기|알려|일컫)",
        "보로도 불린다": r"(?:으로도|로도)\s(?:부르|부른|부름|부릅|불|칭|표기|알려|일컫)",
        "보라 부르기도": r"이?라고?\s(?:부르|불리|하|칭하|쓰)기도",
        "보로 칭하기도": r"으?로\s(?:부르|불리|칭하)기도",
        "보라고 줄여": r"이?라고\s줄여",
    }
).pattern
_ALSO = expression(
    r"(?<![^\s,.(\"'“‘「])(?P<name>(?:[^\s,.()]{1,40}\s){0,2}[^\s,.()]{1,40}?(?:\s?\([^()]*\))?)"
    rf"[\"'”’」]?\s?(?:{_SAID_SO})"
)
_SHORT = expression(
    r"줄여서?\s(?P<name>[^\s,.()]+?)(?:이?라고?)\s(?:하|한|함|합|부르|부른|부릅|쓴)"
)
# What stands in front of such a name, word by word.
_LEADING = any_of(
    {
        "물을": r"\S*[을를은는이가]",
        "막으며": r"\S*(?:[이하되으]며|[이하되]고)",
        "영어로": r"\S*(?:말로|어로)",
        "흔히": r"보통|흔히|또는|혹은|때로|간단히|줄여서?|일명|이른바|다른|다르게",
    }
).pattern
_BEFORE_NAME = expression(rf"^(?:(?:{_LEADING})\s)+")
_OR = expression(r"이나\s|\s(?:또는|혹은|및)\s")
_QUOTES = "\"'“”‘’「」"


# One of them stands in front of all that says so.
_GIVING = expression("라고|로도|기도")


def other_names(plain: str) -> Iterator[str]:
    """The names that a sentence gives to its topic besides: "… 라고도 한다", "… 로도 불린다"."""
    also = _ALSO.finditer(plain) if _GIVING.search(plain) else ()
    short = _SHORT.finditer(plain) if "줄여" in plain else ()
    for hit in (*also, *short):
        said, gloss = GLOSS.sub("", hit["name"]).strip(), GLOSS.search(hit["name"])
        for part in _OR.split(_BEFORE_NAME.sub("", said)):
            name = _BEFORE_NAME.sub("", part).strip(_QUOTES)
            first, *rest = name.split() or [""]  # nothing but quotes: "신호기," 라고도 한다
            if first:
                yield name
            if len(rest) > 1:  # the first word may lead to the name, and be none of it
                yield " ".join(rest[-2:])
        if gloss:
            yield gloss[1]
