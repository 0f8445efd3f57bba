"""The question that fits what a table tells of a thing: the head of its column has the words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.korean import headers, shapes, words
from deckbuilder.korean.fitting import ASKS, CLAUSE, SIDES, TELL, WHAT, WHEN, WHO, Question, side
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.josa import with_particle
from deckbuilder.regular import expression

# They ask for no more than what a thing is.
PLAIN = (headers.MEANINGS & words.ASPECTS) | frozenset("요약 풀이 해설 비고 메모 참고 기타".split())
# Heads that are asked for in words of their own.
HEADS = {
    "하는일": Question("이/가", f"하는 일은 {WHAT}"),
    "하는역할": Question("이/가", f"하는 역할은 {WHAT}"),
    "담당": Question("이/가", f"담당하는 일은 {WHAT}"),
    "인물": Question("과/와", f"관련된 인물은 {WHO}"),
    **dict.fromkeys("예 예시 사례 예문".split(), Question("", f"의 예는 {WHAT}")),
    **dict.fromkeys("시기 연도 년도 날짜 일시 시대 때".split(), Question("은/는", WHEN)),
    **{
        language: Question("은/는", f"{language}로 {WHAT}")
        for language in "한국어 우리말 영어 일본어 중국어 독일어 프랑스어 한자".split()
    },
}
# What is done with a thing, and not by it: "망치를 쓰는 곳", but "쓸개즙이 나오는 곳".
DONE_WITH_IT = frozenset(
    "쓰는 사용하는 이용하는 적용하는 만드는 파는 넣는 두는 심는 기르는 키우는".split()
)
# Heads of the column of names: what is done in a stage, what a sign stands for.
STAGES = ("단계", "절차", "과정")
SIGNS = frozenset("기호 부호 약어 약자".split())


def of_column(name: str, head: str, names: str = "") -> Question | None:
    """The question for what a table says of a name in the column with this head.

    None where the head asks for no more than what the name stands for. `names` is the head of the
    names' column.
    """
    if is_of_head(name, head):
        return side(name)
    head = GLOSS.sub("", head).strip()
    *_, last = head.split() or [""]
    asks = HEADS.get(shapes.compact(head))
    clause = CLAUSE.search(head)
    thing = shapes.is_term(head) and re.search("[가-힣]$", head)
    named = asks or clause or thing or any(hit.fullmatch(head) for _, hit in ASKS)  # 지은이
    if last in PLAIN or not named:
        return None
    if names.endswith(STAGES) and last in ("일", "하는일"):
        stage = "" if name.endswith(STAGES) else " 단계"
        return Question("", f"{stage}에서 하는 일은 {WHAT}")
    if asks or name.endswith(head):
        return asks or side(name)  # "구심력 공식" in a column of formulas
    return _of_head(head, clause, sign=names in SIGNS and last not in headers.NAMES)


# So many columns can be asked for by their heads.
MOST_COLUMNS = 4
# What says nothing of a thing: of these columns none is asked for.
_REMARKS = frozenset("비고 메모 참고 기타 번호 순번 연번 # no no. 페이지".split())
_LETTERS = expression("[가-힣A-Za-z]")
# "안정 정렬인가", "수정 여부", "왜 쓰나": it asks by itself, and is no name of what is told.
_ASKS_ITSELF = expression(r"(?:[인는은한]가|여부|\?)$|^(?:왜|어떻게|누가|언제)(?:\s|$)")


def of_columns(heads: Sequence[str]) -> Question | None:
    """The question for what a table says of a name in several columns.

    It asks for what their heads name: "납의 녹는점, 쓰임은 무엇인가요?". None where one of them
    tells what the name stands for, or none is a word to ask for; of many nobody asks one by one.
    """
    bare = [GLOSS.sub("", head).strip() for head in heads]
    asked = [head for head in dict.fromkeys(bare) if shapes.compact(head).lower() not in _REMARKS]
    if any(shapes.compact(head) in PLAIN for head in asked):
        return None
    asks = any(CLAUSE.search(head) or _ASKS_ITSELF.search(head) for head in asked)
    if asks or len(asked) > MOST_COLUMNS:
        return TELL
    named = all(shapes.is_term(head) and _LETTERS.search(head) for head in asked)
    korean = any(map(shapes.HANGUL.search, asked))
    if not named or not korean:
        return None
    return Question("", f"의 {with_particle(', '.join(asked), '은/는')} {WHAT}")


def _of_head(head: str, clause: re.Match[str] | None, *, sign: bool) -> Question:
    """The question that takes its words from the head of a column."""
    question = with_particle(head, "은/는") + f" {side(head).text}"
    if clause:
        done = clause["noun"] == "사람" or clause["verb"] in DONE_WITH_IT
        return Question("을/를" if done else "이/가", question)
    return Question("이/가", f"나타내는 {question}") if sign else Question("", f"의 {question}")


def is_of_head(name: str, head: str) -> bool:
    """Whether a row is told of the thing that heads its column: "조선 전기의 정치"."""
    return name.startswith(f"{head}의 ")


def is_told(head: str) -> bool:
    """Whether the head of a column names what is told of things, and no thing: 작가, 단위."""
    *_, last = head.split() or [""]
    asks = shapes.compact(head) in HEADS or last in SIDES | words.WEAK_SETS
    return asks or any(hit.search(last) for _, hit in ASKS)
