"""Names that are pieces of sentences: "위의 둑", "둑을 쌓으면", "물이 넘칠 시"."""

from __future__ import annotations

import re

from deckbuilder.korean import lists, no_terms, patterns, words
from deckbuilder.korean.numbering import clean
from deckbuilder.korean.particles import OBJECT, led_by, topics
from deckbuilder.korean.pointing import ENDED
from deckbuilder.regular import any_of

# A sentence that is not over, in front of a list.
_UNENDED = any_of(
    {
        "따라서 둑은": r"^(?:이를|이러한|따라서|만약|만일|하지만|그렇다면)(?:\s|$)",
        "물이 넘치지만": r"[가-힣](?:며|므로|지만|는데)$",
        "물을 막기 위해": r"[가-힣]\s위해(?:선|서는?)?$",
        "정리하면": r"(?:하|되|자)면$",
        "수위를 낮추면": rf"{OBJECT}\s\S{{1,4}}면$",
        "둑이 무너진 다음에": r"(?:이후|이전|다음|처음|나중)에$",
        "그리고 둑": r"^그리고\s",
        "물길에서": r"[가-힣]{2}에서$",
        "다음 물길을 본다": r"^다음\s.*다$",
        "아래의 물길": r"^(?:아래|위)(?:의|에)?\s",
        "물길이 막히더라도": r"더라도$",
        "간추려 말하자면, 논": r"자면,\s",
        "그러면": r"^그러면$",
        "돌이켜 보면": r"[가-힣]\s?보면$",
        "물이 깊다면": r"[가-힣](?:다|이라)면$",
        "또 다른 보기로": r"^(?:또\s)?다른\s\S+[로들]$",
        "물이 넘치는 듯": r"는\s?듯$",
    }
)
# A name with one of these is none. (Ranges of Hangul of either case take Python long.)
_FRAGMENT = any_of(
    {
        "즉, 물길": rf"^(?!{lists.either(no_terms.NO_FRAGMENTS)})"
        rf"(?i:{lists.either(no_terms.FRAGMENT_HEADS)})(?:[\s,]|(?<=[가-힣])$)",
        "위 코드의 문제점": rf"^{patterns.SHOWN}{ENDED}",
        "주의: 물길": r"^(?i:참고|주의|비고|note|tip|cf)\.?\s?[:：]\s?\S",
        "둑을 설치": rf"{OBJECT}\s(?:\S+\s)?(?:{'|'.join(sorted(no_terms.DEEDS))})$",
        "Outside 가 도착지": r"^[A-Za-z\d]+\s(?:가|이|은|는)\s",
        "X-Ray로 agent": r"^[A-Za-z-]+로\s[A-Za-z]+$",
        "겹쳐서": r"^\S+[해쳐져춰돼]서$",
        # Who speaks in a chat.
        "@사공 오늘은": r"^@[가-힣]+\s",
        "그게 되네.. 물길이란": r"[가-힣]\.{2,}\s?\S",
        "다른 문제들": r"^(?:또\s)?다른\s\S+들$",
        "뱃삯 관련": r"\S\s관련$",
    }
)
# A piece of a sentence ends so.
_ENDS = {
    "물이 있는": r"\s[있없]는",
    "안될 시": r"[할될을]\s시",
    "60분법 이용시": r"(?:[이사적]용|수행|작성|실행|발생|설치|설정|호출|변경|진행|입력|요청|실패)"
    r"\s?시",
    "추수 전": r"[가-힣]{2}\s[전후]",
    "gates of the": r"\s(?:the|an?|of|and|or|with|using)",
    "막아야 함": r"[가-힣]야\s(?:함|한다|됨)",
    "둑 덕분에": r"덕분에",
    "둑 때문에": r"때문에",
    "Kim et al.": r"\s(?i:et\sal)\.?",
    "흐르는 것": r"[는은할일될]\s것",
    "일반적인": r"[가-힣]적인",
    "물길에 대한": r"[로에을를]\s(?:인한|위한|대한|의한|통한|관한|따른)",
    "물길 알아보기": r"(?:살펴|알아|둘러|들여다|돌아|짚어)\s?보(?:기|자|고)",
    "쉽게 알기": r"(?:자세히|쉽게|제대로)\s알기",
    "물길 이해하기": r"(?:이해|정리|공부|학습)하기",
    "헷갈리는 점들": r"(?:신기한|궁금한|아쉬운|느낀|배운|알게\s?된|재미있는|헷갈리는|헷갈렸던)"
    r"\s?(?:점|것|부분)들?",
    "지도를 보면": r"(?:[을를]\s|[아어여해켜려]\s?)보면",
    "물이었던가": r"[였었]던가",
    "예를 들면": r"예를\s들면",
    "정리하면": r"(?:정리|요약|증명|설명|비교|비유|말|생각|계산|대입|전개|표현)하면",
    "흐르지 않고": r"지\s않고",
    "흐르다가": r"[가-힣]다가",
    "물길에 존재": r"[가-힣]{2}(?:에|에서|으로)"
    r"\s(?:생존|존재|위치|분포|서식|기생|발전|전파|인지|의존)",
    "이 포스트에서": r"포스트에서",
    "이 글에서": r"글에서",
    "흐르지 않지만": r"않지만",
    "흐르면서": r"[가-힣](?:하게|하여|해서|하고|되도록|하도록|면서)",
    # Atomic: what does not fit behind the first of these words, fits behind no later one.
    "물길을 이르는 말이라": r"^(?>.*?[을를이가은는지게]\s).*[가-힣]라",
}
_END = any_of({example: rf"(?:{way})$" for example, way in _ENDS.items()})
# All of them end in one of these, and most names do not.
_LAST = frozenset("가게것고기는다됨들라록른만면분생서시식에여인자재전점존지치파포한함후Ladefghlnr.")

# Words that name nothing where they stand alone: 당시, 먼저.
_ALONE = words.TIMES.union(words.OPENINGS, words.GOING_ON, no_terms.ASKED_OF_A_DEED)


def is_fragment(name: str) -> bool:
    """Whether a name is a piece of a sentence, or only a time."""
    bare = clean(name)
    bracket = bare.startswith("(") and re.fullmatch(r"\([^()]*\)", bare)
    led = bare.endswith(("은", "는")) and (bare[:-1] in words.NO_TOPIC or led_by(bare))
    ended = bare[-1:] in _LAST and _END.search(bare)
    torn = bool(led or bracket or ended or _FRAGMENT.search(bare)) or bare.count('"') % 2 == 1
    formula = "\\" in bare and bare.count("$") % 2 == 1  # half of one: "$ Cov\bigg"
    return torn or formula or bare in _ALONE or _has_topic(bare)


def _has_topic(name: str) -> bool:
    """Whether a name says something of a topic: "기본 용량은 10"; 사는 alone is a verb."""
    before, _ = next(iter(topics(name)), ("", ""))
    return len(before.split()[-1]) > 1 if before.strip() else False


def is_unended(name: str) -> bool:
    """Whether a name is a sentence that goes on: "정리하자면"."""
    return bool(_UNENDED.search(clean(name)))
