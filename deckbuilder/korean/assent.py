"""Whether a line only seems to ask: "길을 잃기도 하잖아?", "물은 아래로 흐르지?"."""

from __future__ import annotations

from deckbuilder.korean.particles import OBJECT, syllables
from deckbuilder.regular import any_of, expression

# "빠른지?" and "쓸지?" ask; so a verb whose own stem ends so has to be known. 갈, 날, 말, 쓸, 줄,
# 끌 may be 가다 … 끄다, too; "옮길지" asks, and 건물지 and 배달지 are nouns.
_OF_CLAUSE = syllables("ᆫᆯ")
_IN_L = (
    r"(?:들|(?<![가-힣])[열알걸살놀물불풀돌멀늘떨얼털졸벌팔달헐길밀울]"
    r"|이끌|머물|부풀|맴돌|감돌|매달|둥글|비틀|서툴)"
)
# Finals that verbs alone have in front of 지: "닫지", "있지", "밝지"; but 늪지, 잡지, 먹지, 방지.
_CLOSED = rf"(?:{syllables('ᆩᆮᆹᆻᆽᆾᇀᇂᆬᆭᆰᆱᆲᆴᆵᆶ')}|[깊높덮싶갚엎씻웃짓낫벗솟빗])"
# Open syllables that verbs have there, and hardly a noun: not 강아지, 이미지, 패키지, 여러 가지.
_OPEN = any_of(
    {
        "흐르": "[르쓰크뜨끄쁘되뀌뛰히]",
        "배우": "[가-힣][우누꾸추두하치내]",
        "모이": "[모보쌓놓높줄끓녹섞쓰직]이",
        "그리": "(?<![레커비])버리|[그내흘달돌가알살불물쏠걸풀열팔갈밀말]리",
        "지키": "[지시]키",
        "들러가": "(?<!여)러가",
        "올라가": "[라려어아]가|지나가",
        "내려오": "[나어려라]오",
        "즐기": "생기|남기|옮기|즐기|맡기|잠기|담기|숨기|당기|넘기",
        "마시": "여기|마시|건너",
    }
).pattern
# What follows an object, or 안, 못, 잘; but "홍수를 방지?" is a deed and no verb.
_DEED = r"[방금감유정폐저해제예인고숙견지탐중소억통공차부]"
_BEHIND = rf"(?:{OBJECT}|(?<![가-힣])[안못잘])\s(?!{_DEED}지)[가-힣]*(?!{_OF_CLAUSE})[가-힣]"
_ASSENTS = any_of(
    {
        "먹지요": rf"(?!{_OF_CLAUSE})[가-힣]지요",
        "흐르잖아": r"[가-힣](?:죠|잖아요?)",
        "놀지": rf"{_IN_L}지요?",
        "닫지": rf"{_CLOSED}지",
        "배우지": rf"(?:{_OPEN})지",
        "물을 먹지": rf"{_BEHIND}지",
        "빠른 거지": rf"{_OF_CLAUSE}\s(?:것이|거)지",
    }
).pattern
_ASSENT = expression(rf"(?:{_ASSENTS})[.…]*\s?[?？]+$")
_WORD_THAT_ASKS = expression(
    r"왜|어[떻떤느디딜찌쩌]|어째서|무[엇슨얼]|뭐|뭘|뭔|뭣|누가|누구|누굴|언제|며칠|몇|얼만|얼마|웬"
)


def seeks_assent(line: str) -> bool:
    """Whether a line only seems to ask: "길을 잃기도 하잖아?"."""
    said = line.strip()
    return bool(_ASSENT.search(said)) and not _WORD_THAT_ASKS.search(said)
