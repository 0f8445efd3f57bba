"""How a line says that a list or a table follows: "물의 상태는 다음과 같다"."""

from __future__ import annotations

from deckbuilder.korean import lists, words
from deckbuilder.regular import any_of, expression

_DIVIDED = (
    "나뉜다|나눈다|나뉨|구분된다|구분한다|구분됨|분류된다|분류한다|분류됨|구성된다|이루어진다"
)
# What follows, as a noun calls it: "아래의 세부 규칙을 지킨다".
_TOLD = lists.either(
    sorted(words.SETS | words.WEAK_SETS - {"예", "예시", "문제", "부분", "구조"} | {"사항"})
)
# Behind "다음" alone it may be the next one that is spoken of: "다음 단계로 간다".
_NEXT = words.STEPS - {"순서", "절차"} | {"요소", "항목", "구성요소", "부분", "구조"}
_TOLD_NEXT = lists.either(sorted(words.SETS - _NEXT | {"사항"}))
# It opens its sentence, or stands behind the topic: "표피 아래의 조직", "물이 흐르는 아래의 …" lie
# beneath something.
_OPENS = r"(?:^|[.!?]\s)(?:(?:[^.]{1,40}려면|(?:(?!\S*[을를이가]\s)\S+\s){0,3}\S+[은는])\s)?"
_DOES_SO = lists.as_list("""
    따른다 따릅니다 따름 지킨다 지킵니다 지킴 갖춘다 갖춥니다 갖춤 거친다 거칩니다 거침 가진다
    가집니다 가짐 지닌다 지닙니다 지님 채운다 채웁니다 채움
    """)
# What is done with all of them: "… 를 따른다", "… 를 갖추어야 한다".
_FOLLOWED = any_of(
    {
        "따른다": lists.either(_DOES_SO),
        "만족한다": r"(?:만족|충족|포함|제공|지원|고려|사용|수행|요구|구성|진행)"
        r"(?:한다|합니다|함|된다|됩니다|됨)",
        "지켜야 한다": r"(?:따라|지켜|갖춰|갖추어|거쳐|가져|채워)야\s?(?:한다|합니다|함|된다)",
        "충족해야 한다": r"(?:만족|충족|고려|수행)(?:해|하여|시켜)야\s?(?:한다|합니다|함|된다)",
    }
).pattern
_THERE = r"(?:있다|있습니다|있음|필요하다|필요합니다|필요함)"
_LISTED = rf"{_OPENS}(?:(?:다음의|아래의?)\s(?:\S+\s)?(?:{_TOLD})|다음\s(?:{_TOLD_NEXT}))들?"
# Ways to say that a list or a table follows.
_ANNOUNCES = any_of(
    {
        "물의 상태는 다음과 같다": r"(?:다음|아래|이)[와과] 같(?:다|습니다|음|은)"
        r"(?:고 (?:말|이야기)?할 수 있(?:다|습니다|음))?",
        "다음과 같은 상태가 생긴다": r"(?:다음|아래)[와과] 같은 .{1,60}",
        "둑은 다음 조건을 따른다": rf"{_LISTED}(?:[을를에]|으로|로|에서)\s(?:\S+\s){{0,3}}"
        rf"(?:{_FOLLOWED})",
        "나루에는 아래의 규칙이 있다": rf"{_LISTED}[이가]\s(?:\S+\s)?{_THERE}",
        "다음을 모두 만족한다": r"(?:다음|아래)[을를]\s(?:모두\s)?"
        r"(?:포함|만족|충족|제공|지원|의미|고려|수행|확인|필요)\S{1,4}",
        "아래는 모두 동치이다": r"(?:다음|아래)[이가는]\s(?:모두\s)?"
        r"(?:성립|동치|필요|가능)\S{1,4}",
        "다음 마흔다섯가지이다": r"(?:다음|아래)의?\s?\S{1,5}가지"
        r"(?:이다|다|입니다|가 있다|로 .{1,10})",
        "아래 두 가지 상태": r"(?:다음|아래)의? \S{1,3}\s?가지.{0,30}",
        "크게 둘로 나뉜다": rf"로 (?:{_DIVIDED})",
        "둑에는 여러 종류가 있다": r"(?:종류|방법|것|가지|유형|단계)[가이] "
        r"있(?:다|습니다|음)",
        "세 가지 물길이 있다": r"(?:(?<!\d)\d+|두|세|네|다섯|여섯)\s?가지 [가-힣]{1,6}[가이] "
        r"있(?:다|습니다|음)",
    }
).pattern
ANNOUNCE = expression(rf"(?:{_ANNOUNCES})[.:]?$|[:：]$")
# One of them stands in whatever does so without a colon.
ANNOUNCING = expression("같|가지|있|로 [나구분이]|다음|아래")
# "수소와 산소로 이루어진다" names the parts itself; "다음으로 나뉜다", "두 가지로 나뉜다" do not.
NAMES_PARTS = expression(
    r"^(?!.*(?:다음|아래|가지|여러|다양|단계))"
    rf".*\S로 (?:{_DIVIDED})\.?$"
)
# "이 칸에는 다음 낱말 중 하나가 쓰인다".
BELOW = expression(r"(?<![가-힣])다음(?:에서|\s\S{2,6}\s중)\s|^아래(?:에서|[와의])\s")
# What an announcement adds to the name of its list.
ANNOUNCEMENT = expression(
    r"(?:(?:을|를)\s.{0,100}(?:하면|보면)|은|는|에는|으로는|로는)?,?(?:(?<!\s)\s+)?(?:크게\s*)?"
    r"(?:다음|아래|이)[와과]\s*같(?:다|습니다|음|은.*)"
    r"(?:고 (?:말|이야기)?할 수 있(?:다|습니다|음))?[.:]?$"
)
