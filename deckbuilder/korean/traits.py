"""What a description says of a thing: what others are, too, or what tells it from them."""

from __future__ import annotations

from deckbuilder.korean.particles import OBJECT
from deckbuilder.korean.rare import Rare
from deckbuilder.regular import any_of, expression

# What it is like, and what many others are like, too.
_STATE = any_of(
    {
        "찾기 어렵다": r"(?:어렵|쉽|다르|높|낮|많|적|좋|크|작|빠르|느리|않|없)"
        r"(?:다|습니다|음)?[.!]?$",
        "찾기 쉬움": r"(?:려움|쉬움|다름|큼|빠름|느림)[.!]?$",
        "효율적이다": r"[가-힣]적(?:이다|입니다|임)?[.!]?$",
    }
)
# "… 번호, 바뀌지 않음": what it is or does is said in front of that.
_IN_FRONT = expression(r",\s|[며고]\s")
# "가장 중요한 도구이다", "쉽게 말하면 …": so are others called, and likened.
_PRAISE = Rare(
    ("핵심", "강력한", "중요한", "꼭 필요한", "쉽게"),
    expression(
        r"^(?P<before>.*?)(?:핵심(?:적인)?|강력한|중요한|꼭 필요한)\s(?:\S+\s)?"
        r"\S+(?:이다|입니다|임)[.!]?$"
        r"|^(?:\S+\s)?쉽게\s(?:말|이해|설명|생각)"
    ),
)
# A clause in front of the praise tells what the thing is for: "물을 가두는 중요한 시설이다".
_TOLD = expression(
    rf"^(?>.*?(?:{OBJECT}|[가-힣](?:에|에서|으?로))\s).*[가-힣](?:는|은|한)\s(?:가장\s)?$"
)
# "다음 값이 물의 흐름을 정한다": it leads on to what stands below.
_LEADS_ON = expression(r"(?:다음|아래)(?:의)?\s\S+[이가은는]\s")
# "부르는 또 다른 방법이다", "댐과 같은 기능": what other things are, too.
_LIKENED = Rare(
    ("다른", "같은", "동일한", "유사한", "비슷한"),
    expression(
        r"또\s?다른\s(?!이름|명칭|말)\S+(?:이다|입니다|임)?\.?$"
        r"|^(?:\S+\s){0,3}\S*[와과]\s(?:같은|동일한|유사한|비슷한|똑같은)\s(?:\S+\s)?[가-힣]+(?<![다음함됨])\.?$"
    ),
)
# A writer tells of what he does. (식물학 deals with plants: "식물을 다룬다".)
_TALK = Rare(
    ("우리는", "저는", "필자는", "여기", "이번", "대해", "대한", "대하", "살펴", "알아"),
    any_of(
        {
            "우리는 둑을 쌓았다": r"^(?:우리는|저는|필자는|여기|이번)\s",
            "둑에 대해 다룹니다": r"^.*\s대[해한하]\S*\s"
            r"(?:다룹니다|다룬다|다룸|설명한다|설명합니다|소개한다|소개합니다|배운다|배웁니다)\.?$",
            "둑을 살펴봅니다": r"^.*\s(?:살펴봅니다|살펴본다|알아봅니다|알아본다)\.?$",
        }
    ),
)
# "물이 넘칠 때": what happens then, and no thing.
_OCCASION = Rare(("때",), expression(r"[가-힣]\s때\.?$"))


def is_praised(said: str) -> bool:
    """Whether a thing is only praised, or likened, and nothing is told of it before that."""
    praise = _PRAISE.search(said)
    return praise is not None and not _TOLD.search(praise["before"] or "")


def is_like(said: str) -> bool:
    """Whether a description says what a thing is like, and not what it is or does: "어렵다"."""
    return bool(_STATE.search(said)) and not _IN_FRONT.search(said)


def is_likened(said: str) -> bool:
    """Whether a thing is told by another that it is like: "댐과 같은 기능"."""
    return bool(_LIKENED.search(said))


def is_talk(said: str) -> bool:
    """Whether a writer tells of his text, and not of a thing: "… 에 대해 다룹니다"."""
    return bool(_TALK.search(said))


def leads_on(said: str) -> bool:
    """Whether a description tells of what stands below it: "다음 값이 …"."""
    return bool(_LEADS_ON.match(said))


def tells_when(said: str) -> bool:
    """Whether a description says when something is so: "물이 넘칠 때"."""
    return bool(_OCCASION.search(said))
