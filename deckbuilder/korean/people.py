"""Whether a note tells who somebody is: "조선의 제4대 왕", "독일의 철학자이다".

A kind of people is told of by what all of them do ("… 을 돌보는 사람"): its name is a term.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckbuilder.korean import definitions, lists, predicates
from deckbuilder.regular import any_of, expression

# What somebody is who is known by name. Words end in them: 물리학자, 독립운동가.
KNOWN = tuple(
    """
    학자 사상가 이론가 문학가 역사가 화가 서예가 조각가 건축가 음악가 작곡가 연주가 예술가 무용가
    작가 시인 소설가 수필가 평론가 비평가 발명가 탐험가 항해가 혁명가 정치가 정치인 운동가 개혁가
    교육자 교육가 종교인 승려 고승 선교사 수도사 문신 무신 장군 명장 제독 의병장 재상 승상 지도자
    기업가 사업가 외교관 언론인 창시자 창업자 영웅 명필 프로그래머
    """.split()
)
RULERS = tuple("왕 황제 여제 군주 임금 대통령 총리 교황 왕비 왕자 공주 태자".split())
# They are said of anybody; who is meant must be told more plainly.
ANYBODY = tuple(
    """
    사람 인물 의사 간호사 관리 신하 군인 교사 기자 배우 가수 감독 개발자 선비 부자 소년 소녀 청년
    """.split()
)
# Labels and heads of columns that people stand beneath.
PEOPLE = (*KNOWN, *RULERS, "인물", "위인", "사람")

_ENDS = r"(?:이자|이며|이고|이었다|였다|이다|다|입니다|임|(?:으로|로)서?)?(?=[\s,.]|$)"
_ONE = expression(rf"(?<!\S)[가-힣]*(?P<genus>{'|'.join((*KNOWN, *RULERS, *ANYBODY))}){_ENDS}")
# Without any such word nobody is told of.
_SOMEBODY = expression("|".join((*KNOWN, *RULERS, *ANYBODY)))
_AT_LAST = expression(rf"(?:{'|'.join((*KNOWN, *RULERS, *ANYBODY))})(?:이다|다|입니다|임)?\.?$")
_NAMED_SO = expression(rf"(?:^|\s|[가-힣])(?:{'|'.join(PEOPLE)})들?$")
_TOPIC = expression(r"(?:\s?\([^()]*\))?(?:은|는),?\s")
# Somebody stands in what tells of him within so many characters.
_NEAR = 80
# "(1545~1598)", "제4대", "16세기".
_LIVED = expression(r"\d{3,4}\s?년?\s?[~∼–-](?:\s?\d|$)")
_NUMBERED = expression(r"(?<!\S)(?:제?\s?\d{1,3}대|초대|마지막|최초의|처음으로)(?=\s)")
_ERA = expression(r"(?:시대|세기|왕조|[가-힣]\s[전후초중말]기?)(?:의|에)?\s")
_OF = expression(r"[가-힣]의\s")
_BODIES = lists.as_list("""
    나라 국가 왕국 제국 공화국 사회 공동체 회사 기업 학교 집안 조직 단체 정부 부족 군대 종교 마을
    가정 팀
    """)
# Of any such thing.
_OF_ANY = any_of(
    {
        "한 회사의 창업자": r"^(?:한|어느|어떤)\s",
        "나라의 왕": rf"^(?:{lists.either(_BODIES)})의\s",
    }
)
# "비를 그리는 화가": whoever does so; but "그 시대를 대표하는 화가" is one.
_DOES = expression(r"(?:는|을|할)\s$")
_STANDS_FOR = expression(r"[을를]\s대표하는\s$")
FINAL_N = 4  # of the 28 finals of a syllable in Unicode
# Names of kinds of people.
_KIND = expression(r"의\s|[들파층]$|계급$|집단$|\d")


def are_people(name: str) -> bool:
    """Whether a label or the head of a column names people: "인물", "조선의 화가들"."""
    return bool(_NAMED_SO.search(name))


def tells_who(name: str, aliases: Sequence[str], said: str, *, among: bool = False) -> bool:
    """Whether a note tells who somebody is.

    Args:
        name: what a card asks for.
        aliases: its other names; the years of a life are among them.
        said: the first sentence of the answer.
        among: whether it stands among people, as the label above says.
    """
    topic = _TOPIC.match(said, len(name)) if said.startswith(name) else None
    said = said[topic.end() if topic else 0 :][:_NEAR]
    if _KIND.search(name) or name in PEOPLE:
        return False
    hits = _ONE.finditer(said) if _SOMEBODY.search(said) else ()
    found = [hit for hit in hits if _fits(said, hit)]
    if not found:
        return among and predicates.has_verb(said)
    lived = any(map(_LIVED.search, (*aliases, said)))
    return any(_is_one(name, said[: hit.start()], hit["genus"], lived, among) for hit in found)


def _fits(said: str, hit: re.Match[str]) -> bool:
    """Whether a word for people tells of the name: not "… 을 왕으로 세운 사건"."""
    before, rest = said[: hit.start()].strip(), said[hit.end() :].strip(" ,.")
    if before.endswith(("을", "를")) or rest.startswith(("이루어", "구성")):
        return False
    if hit[0].endswith(hit["genus"]) and rest:  # nothing joins it to what follows
        # "자원 관리 도구로, …" tells of no official.
        whole = hit["genus"] not in ANYBODY and predicates.has_verb(rest)
        return whole or bool(_AT_LAST.search(rest))
    return bool(_AT_LAST.search(rest)) or not (rest and definitions.says_what(said))


def _is_one(name: str, before: str, genus: str, lived: bool, among: bool) -> bool:
    """Whether what stands in front of a word for people makes one person of it."""
    if name.endswith(genus) and (genus in KNOWN or len(name) <= len(genus) + 1):
        return False  # 실학자, 여왕: a kind
    if lived or _NUMBERED.search(before):
        return True
    if genus in KNOWN and _STANDS_FOR.search(before):
        return True
    if _DOES.search(before):
        return False
    of = bool(_OF.search(before) or _ERA.search(before)) and not _OF_ANY.match(before)
    if genus in ANYBODY:
        return among or (of and _has_done(before))
    return among or of or _has_done(before)


def _has_done(before: str) -> bool:
    """Whether words tell of a deed that is done: "수군을 이끈"."""
    words = before.split()
    objects = (at for at, word in enumerate(words) if word.endswith(("을", "를")))
    return any(map(_is_past, words[next(objects, len(words)) :]))


def _is_past(word: str) -> bool:
    last = word[-1]
    final = (ord(last) - ord("가")) % 28 if "가" <= last <= "힣" else 0
    return final == FINAL_N and last != "는"
