"""How lines and words end: as sentences, clauses, nouns made of verbs; with a particle of case."""

from __future__ import annotations

from functools import lru_cache

from deckbuilder.korean import lists, nouns, words
from deckbuilder.korean.particles import CLOSED, OPEN
from deckbuilder.regular import expression

# Finite ends: -다, -요, -죠, -까; no nouns ("넓은 바다", "유효 수요").
FINITE = expression(
    rf"(?:(?!(?<![가-힣])(?:{lists.either(nouns.NOUNS_IN_DA)})[.]?$)[가-힣]다|[{words.BEFORE_YO}]요"
    r"|[은는인한된될할]가요|[가-힣][죠까])[.!?。]?$|[가-힣]{2}[.]$"
)
# Nominal ends, as notes abbreviate sentences: -함, -됨, -음, -기.
NOMINAL = expression(
    rf"(?!(?:{lists.either(nouns.NOUNS_IN_GI)})\s*\.?$)[가-힣][함됨음임짐킴움옴줌남림냄씀기]\s*\.?$"
)
# Ends of a clause that goes on; no nouns ("농촌 마을", "전라도").
CLAUSE = expression(
    rf"(?:{CLOSED}을|{OPEN}[를는]|(?:{'|'.join(words.CLAUSE_ENDS)})"
    rf"{''.join(f'(?<!{noun})' for noun in nouns.NOUNS_IN_A_PARTICLE)})$"
)
# A word with a particle of case or topic that fits its last syllable: 국 in 국가 takes no 가. Some
# nouns end as if they had one: 높이, 부가.
CASE = expression(
    rf"(?!(?<![가-힣])(?:{lists.either(nouns.NOUNS_IN_GA)})\s)(?!(?:{lists.either(nouns.NOUNS_IN_I)})\s)"
    rf"(?:{OPEN}[를는가]|{CLOSED}[을은이]|(?:[^\W가-힣]|[)'”’\"])[을를은는이가])\s"
)
# What is so, or is not, without a verb: "다시 쓰기 불가능", "값으로 되어 있음".
_ABLE = expression(
    r"\S\s(?:불가능|가능|불필요)(?:함|하다)?\.?$|^(?>.*?[가-힣](?:로|에|에서)\s).*[됨함음]\.?$"
)
# "아무도 찾지 않음", "둑을 높여야 함", "앞뒤를 잘 살피자": what is not, and what is to be done.
_NOT = expression(r"[가-힣]지\s(?:않[음다]|못함|말\s?것|말자)\.?$|[가-힣]야\s[함됨]\.?$")
_PROPOSED = lists.as_list("""
    하 쓰 알 읽 살피 만들 지키 줄이 늘리 되 두 찾 익히 외우 높이 낮추 맞추 먹 바꾸 나누 고치 버리
    모으 챙기
    """)
_LET_US = expression(
    rf"[을를]\s(?:\S+\s){{0,2}}(?:\S*(?:{lists.either(_PROPOSED)})"
    r"|(?:\S*(?:[아어여해려워펴켜겨]|들여다|바라|돌))?보)자\.?$"  # no 제보자
)
_ASKING = expression(r"까[.?]?$")
# What ends with none of these letters, and no period, ends as no sentence does; most names so.
_LAST_LETTERS = frozenset(
    "다요죠까을를는함됨음임짐킴움옴줌남림냄씀기능것자"
    + "".join(end[-1] for end in words.CLAUSE_ENDS)
)
# So long is all at the end of a line that `FINITE`, `CLAUSE` and `_NOT` find.
_TAIL = 10


@lru_cache(maxsize=1 << 16)  # for speed only: each is asked several times
def is_ended(plain: str) -> bool:
    """Whether a line ends as a sentence or a clause does."""
    bare, tail = plain.rstrip(), max(0, len(plain) - _TAIL)
    if not bare.endswith(".") and bare.rstrip("!?。")[-1:] not in _LAST_LETTERS:
        return False
    if FINITE.search(plain, tail) and not _ASKING.search(plain, tail):
        return True
    if CLAUSE.search(plain, tail) or _NOT.search(plain, tail) or _LET_US.search(plain):
        return True
    return bool(NOMINAL.search(plain) and CASE.search(plain)) or bool(_ABLE.search(plain))
