"""이것 in the place of a name: "이것은 임계 구역에 …", whatever particle stood behind the name.

A blank with 은(는) behind it reads clumsily, and one with the name's own particle tells how the
name ends. As 이것 ends in a consonant, each particle behind it has the form for one.
"""

from __future__ import annotations

from typing import NamedTuple

from deckbuilder.regular import expression

THIS = "이것"

# Particles and the copula behind a vowel, and as they are behind a consonant.
_FORMS = dict(
    pair.split("/")
    for pair in """
    는/은 가/이 를/을 와/과 로/으로 로서/으로서 로써/으로써 로는/으로는 로도/으로도 로의/으로의
    란/이란 라/이라 라고/이라고 라고도/이라고도 라는/이라는 라면/이라면 다/이다 며/이며 고/이고
    나/이나 든/이든 므로/이므로 지만/이지만 면/이면 자/이자 여서/이어서 였다/이었다 와의/과의
    와는/과는 와도/과도 랑/이랑
    """.split()
)
_ALONE = """
    의 에 에서 에게 에게서 에는 에도 에만 에의 에서는 에서도 에서의 에게는 도 만 만의 만이 만을
    보다 부터 까지 까지의 처럼 같이 마다 밖에 만큼 대로 조차 마저 끼리 하고 인 인데 인지 이다 입니다
    임 일 이라서 때문에 들 들은 들이 들을 들의 들에 들과 들도 등 등은 등이 등을 등의
    """.split()
PARTICLE = "|".join(sorted({*_FORMS, *_FORMS.values(), *_ALONE}, key=lambda one: (-len(one), one)))
"""What a noun may have behind it, as a piece of a regular expression; the longest first."""
BEHIND = rf"(?=(?:{PARTICLE})?(?!(?-i:[가-힣])))"
"""What may stand behind a name in Hangul; else it is a part of a longer word: 동기 in 동기화."""

# It follows a remark in brackets and a quotation mark as well: "상자(위가 열린다)는", "'상자'라고".
# Some set it apart: "Buffer 는"; what may be a word of its own (이 값) is left alone there.
_ANY = "|".join(sorted(_FORMS, key=len, reverse=True))
_PARTICLE_BEHIND = expression(rf"(?:\([^()]*\))?[\"'”’」]?(?P<form>{_ANY})(?![가-힣])")
_APART = expression(r"(?P<form>\s[은는을를와과])(?=\s)")
# A word that makes no name with the one in front of it: what stands where that does, joins it to
# another, or goes on; with a particle of its own, and what is a particle itself ("물 만큼").
_APART_FROM_IT = "|".join(
    """
    이란 및 또는 혹은 또한 겸 그리고 그러나 하지만 그래서 쪽 자체 자체적 사이 때문 이후 이전 전후 안
    밖 위 아래 앞 뒤 속 옆 곁 중 전 후 내 외 간 없이 없이는 없는 없을 있는 같은 같이 대한 대해
    대하여 위한 위해 통한 통해 따른 따라 관한 의한 의해 덕분 동안 이상 이하 미만 대신 여부 등등
    """.split()
)
# "이것이란 말은 …" tells of a word; "이것이란 …" reads clumsily.
_THAT_IS = ("란", "이란")
_NAMED_SO = expression(r"\s(?:개념|용어|말|단어|낱말|이름|표현|의미|뜻|것|무엇)|[?？.]|\s*$")
_WORD = expression(
    rf"\s(?!(?:{PARTICLE})(?![가-힣])|(?:{_APART_FROM_IT})(?:{PARTICLE})?(?![가-힣]))[가-힣]"
)


class Particle(NamedTuple):
    """A particle in a text, and the form that it has behind 이것."""

    span: tuple[int, int]
    form: str


def particle(plain: str, at: int) -> Particle | None:
    """The particle at this offset of a text; None where there is none that would change."""
    hit = _PARTICLE_BEHIND.match(plain, at) or _APART.match(plain, at)
    if hit is None:
        return None
    form = hit["form"].strip()
    if form in _THAT_IS and not _NAMED_SO.match(plain, hit.end()):
        return Particle(hit.span("form"), "은")
    return Particle(hit.span("form"), _FORMS.get(form, form))


def is_before_word(plain: str, at: int) -> bool:
    """Whether a word stands behind the name that ends at this offset, and may make one with it.

    So it is in "저수지 수문은 …", and not in "저수지 및 보", "저수지 안에". No particle stands
    between; that the word is a noun is likely, as few others follow a bare name.
    """
    return bool(_WORD.match(plain, at))
