r"""Pieces of regular expressions, each with what it is for; what has no variants is in `words`.

As in `words` a blank ends a piece, so that one within it is written as `\s`.
"""

from __future__ import annotations

from deckbuilder.regular import any_of

# --- talk about the note --------------------------------------------------------------------------

# What a note calls itself and its like, and how it came about: its first sentence says so.
OF_NOTES = {
    "물길을 걷고 쓴 글입니다": r"(?:글|리뷰|후기|연재|포스팅|포스트|시리즈|기록|정리|요약"
    r"|노트|필기|강의|페이지|문서|자료|공부|내용)(?:이다|다|입니다|임)?\.?$",
    "물길을 정리해 둔다": r"정리(?:한|하는|했|하였|해)\s?",
    "나루에서 작성했다": r"작성(?:한|하는|했|하였)",
    "책을 읽고 쓴다": r"읽고\s",
    "물길을 공부하며 쓴다": r"공부(?:한|하는|했|하였|하며|하면서)",
}

# What a table of contents says of a note behind its link.
OF_LINKED = (
    r"(?:정리|설명|소개|안내|다룸|모음|기록|(?:정리|설명|소개|비교|안내)(?:한다|합니다)"
    r"|다룬다|다룹니다)\.?$"
)

# --- topics and names -----------------------------------------------------------------------------

# Stems in front of -는 that are a verb's only at the beginning of a word, or behind some syllables.
VERB_STEMS = tuple(
    r"""
    ^드 ^쓰 ^도 ^지 ^치르 ^합치 ^깨우 ^살피 ^사라지 ^맞추 ^지나 ^빼가
    ^뛰 ^뜨 ^끄 ^켜 ^그리 ^가리 ^지내 ^모르 ^자르 ^들리 ^팔리 ^살리 ^틀리 ^터지 ^마시
    (?:^|[라려겨떠]|돌아|날아|[뛰기걸]어)다니
    (?:^|해|어|아|여|려|워)주 (?:^|어|아|해)내 (?:^|어|아|해)두
    [가-힣]뜨리 (?:깨|터|퍼|빠|[러어])트리
    (?:올라|내려|따라|끌려|걸어|뛰어|찾아|날아|몰려|흘러|건너)[가오]
    [가-힣]다 (?:이|^)라 (?<![나신메페오])(?<!오로)(?<!고릴)라
    """.split()
)
# So are these in front of -은: 수입, 목적, 동작, 중심, 이익 are nouns.
ADJECTIVE_STEMS = (r"(?:^|[아어여려붙로])(?:입|적|작|심|익|검|남|죽|담|잡)",)
# Ends of a phrase that leads to the topic: "숲에", "마찬가지로,".
ADVERBIALS = tuple("으로서의? 마찬가지로,? (?!알로에|오보에)[가-힣]{2}에".split())
# They do so behind another word: "값이 크면"; 표면, 계면 and the like are nouns.
ADVERBIALS_BEHIND = (r"(?<![표계평측단화장전정방국양지노수])면",)
# Ends of what 은 or 는 follows and is no name.
NO_NAME_ENDS = any_of(
    {
        "쉽게": "[하되쉽다있없같빠크많높낮늦르]게",
        "대해서": "[대위의통인]해서?",
        "따라서": "따라서?",
        "있을": "[있했됐었였][을던]",
        "조용히": "[가-힣]{2}히",
        "조용하": "(?<![가-힣])(?!반지하)[가-힣]{2,}하",
        "막으려": "[하되않으]려",
        "둑이 늘어나": r"\s[가-힣]*(?<![강송망])[아어여][나내가지]",
    }
).pattern

# --- sentences that define ------------------------------------------------------------------------

# What a name is short for: "… 의 약자이다".
SHORT_FOR = r"(?:약자|약어|줄임말|준말)(?:이다|다|입니다|임|로,?\s.*)"
# What it does, behind a clause that says what that is: "… 하는 역할을 한다". That a role is 중요한
# or 핵심적인 praises it, and tells none.
DOES = tuple(
    r"""
    (?:역할|기능|일)을\s(?:한다|합니다|함|하게\s된다|맡는다|맡습니다|(?:수행|담당)(?:한다|합니다|함))
    역할이다 것을\s담당한다
    """.split()
)
# What it is for: "… 하는 데 쓰인다"; not whose it is ("… 를 위해 물을 쓴다").
FOR_WHICH = r"(?:[는인]\s?데에?|기\s위해|위하여|(?<![이그])\s때)"
# "… 를 막는 용도로 쓰인다"; "같은 용도로 쓰인다" does not say which.
FOR_A_USE = r"(?:는|을|할|될|릴|킬|위한)\s(?:용도로|목적으로)"
IS_USED = (
    r"\s(?:(?:주로|자주|많이|널리)\s)?(?:(?:사용|이용|활용)(?:된다|됩니다|됨)|쓰인다|쓰입니다|쓰임)"
)
ONE_USES = r"\s(?:(?:주로|자주|많이|널리)\s)?(?:(?:사용|이용|활용)(?:한다|합니다|함)|쓴다|씁니다)"
# What is done to nothing: what stands in front is used for it ("양분을 자라는 데 쓴다").
DONE_TO_NOTHING = "자라|자랄|살|움직|버티|버틸|성장|생존|활동|이동|싸우|싸울"

# --- names that are no terms ----------------------------------------------------------------------

# In front of what a note has shown: "위 코드의 문제점". (위 점막 is of the stomach.)
SHOWN = (
    r"(?:위|이|앞)\s"
    r"(?:코드|예제|예시|그림|표|식|문제|문제점|내용|방법|사진|쿼리|결과|과정|문장|글|글자|소스|영상|동영상|비디오)"
)
# What the note itself, or a numbered figure or formula of it, is spoken of.
ELSEWHERE = (
    r"(?:이번|지난|다음|본|이)\s(?:포스팅|포스트|post|글|강의|영상|시간)(?:에서는?|을|를|은|는|의|에)[\s,]"
    r"|(?:식|그림|표)\s?\(?\d+\)?(?:에서는?|의|[을를은는와과])[\s,]"
)

# --- what is called so ----------------------------------------------------------------------------

# What has no name of its own yet: "이 현상을 X라고 한다". "이 책을 고전이라고 한다" says what one
# thinks of it.
CLASSES = tuple(
    r"""
    \S{0,3}(?:현상|과정|변화|상태|성질|관계|방법|방식|작용|원리|반응|운동|기법|구간|시기|기간|지점|비율|값)
    점 힘 때 선 면 각 수 식
    """.split()
)

# How a name is given: "… X라고"; "… 해 달라고" asks for something, and 따라 gives none.
GIVEN_AS = (
    r"(?:이라고도|라고도|이라고|(?<!해\s달)라고|이라|(?<!따)라"
    r"|이?라는\s(?:이름|약어|말|용어)(?:으로|로))"
)
# What is said so, at the end: "… X라고 부른다".
CALLED = tuple(
    r"""
    한다 합니다 함 하기도\s한다 부른다 부릅니다 부름 부르기도\s한다 말한다 일컫는다 불린다
    칭한다 칭합니다 칭함 지칭한다
    """.split()
)

# "이 값을 바꾸라고 한다": what somebody is told to do with it, by the stem of a verb.
ORDERED = tuple(
    r"""
    \S*(?:하|되|시키|드시) \S+으 [가오보주두쓰사자타내매끄켜펴빼재세]
    가리 감추 고르 고치 기다리 나누 낮추 내리 넘기 높이 누르 늘리 돌리 따르 마시 만지 맞추 맡기
    바꾸 배우 버리 비우 살피 올리 옮기 외우 줄이 지우 지키 채우
    """.split()
)
