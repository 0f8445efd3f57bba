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
_CLOSED = rf"(?:{syllables('ᆩᆮᆹᆺᆻᆽᆾᇀᇂᆬᆭᆰᆱᆲᆴᆵᆶ')}|[깊높덮싶갚엎])"
# Open syllables that verbs have there; but 강아지, 이미지, 페이지, 스토리지, 마일리지, 커버리지,
# 패키지, 여러 가지.
_OPEN = any_of(
    {
        "흐르": "[르쓰크뜨끄으프쁘우누꾸추두되뀌뛰니히]",
        "막아내": "[가-힣][하치지내]",
        "높이": "[가-힣](?<![페메에테케레게데세베])이",
        "그리": "(?<![브빌칼컬토일])(?<!커버)(?<!레버)리",
        "지키": "(?<![패링])키",
        "들러가": "(?<!여)러가",
        "올라가": "[라려어아]가|지나가",
        "내려오": "[나어려라]오",
        "즐기": "생기|남기|옮기|즐기|맡기|잠기|담기|숨기|당기|넘기",
        "마시": "여기|마시|건너",
    }
).pattern
# What follows an object, or 안, 못, 잘; but "홍수를 방지?" is a deed and no verb.
_DEED = r"[방금감유정폐저해제예인고숙견지]"
_BEHIND = rf"(?:{OBJECT}\s(?!{_DEED}지)|(?<![가-힣])[안못잘]\s)[가-힣]*(?!{_OF_CLAUSE})[가-힣]"
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
_WORD_THAT_ASKS = expression(r"왜|어떻|어떤|어느|무엇|무슨|뭐|뭘|뭔|누가|누구|언제|어디|몇|얼마")


def seeks_assent(line: str) -> bool:
    """Whether a line only seems to ask: "길을 잃기도 하잖아?"."""
    said = line.strip()
    return bool(_ASSENT.search(said)) and not _WORD_THAT_ASKS.search(said)
