"""The name in a phrase that a sentence speaks of: "우선 반투막은", "바다에서 조류는"."""

from __future__ import annotations

from deckbuilder.korean import lists, nouns, particles, patterns, words
from deckbuilder.korean.endings import CASE
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean
from deckbuilder.regular import any_of, expression

# One of a syllable is a word of its own: 표 is not in 발표.
_SYLLABLES = "|".join(noun for noun in words.GENERA if len(noun) == 1)
GENUS = "|".join((rf"(?<![가-힣])(?:{_SYLLABLES})", *(n for n in words.GENERA if len(n) > 1)))
# In front of a sentence, they belong to no term: "우선", "여기서", "말 그대로".
_LIKE_OPENING = expression(lists.either(words.NAMES_LIKE_OPENINGS))
OPENING = expression(rf"^(?!{_LIKE_OPENING.pattern})(?:(?:{lists.either(words.OPENINGS)}),?\s+)+")
# Between a phrase and the term that it leads to: "클라우드에서 컨테이너는" is about the container.
_LEADS = "|".join((*words.ADVERBIALS, *patterns.ADVERBIALS))
_BEHIND = "|".join((*words.ADVERBIALS_BEHIND, *patterns.ADVERBIALS_BEHIND))
_ADVERBIAL = expression(
    rf"^.*(?:{_LEADS}|\S\s\S*(?:{_BEHIND})|(?<!\S)(?:{'|'.join(words.NAME_LEADS)}))\s"
)
_POINTING = expression(rf"(?:{'|'.join(words.POINTERS)})\s")
# What is said in front of the topic, up to its comma: "정확히 말하자면, …", "둘째로, …".
_SAID_BEFORE = expression(
    r"^.*(?:자면|[하이]면|으로|째로?|히|게|서|[며고]|지만|는데|[때후뒤엔]),\s"
)
_ORDINAL = expression(r"(?:첫|두|세|네|다섯|여섯)\s?번째(?:\s(?:단계|방법|이유|특징|장점|단점))?$")
# A name has no case within; a Latin word may end as one does (Ann이).
_WITH_CASE = any_of(
    {
        "둑을 쌓기": CASE.pattern,
        "논으로 가기": rf"(?!(?<![가-힣])(?:{lists.either(nouns.NOUNS_IN_RO)})\s)[가-힣]로\s",
        "논에서 자라기": r"[가-힣](?:에서|에게|부터|까지)\s",
        "LAN로": r"[A-Za-z\d)]로(?:\s|$)",
        "의해 수열": r"^(?:의해|통해|따라|대해|위해)\s",  # "(1)에 의해 수열은"
    }
)
# What only its clause tells. "컴퓨터의 개수 n": a variable.
_OF_A_VERB = any_of(
    {
        "열려있는 둑": r"(?:\S*[해어아여져])?[있없]는\s",
        "사용할 이름": r"[가-힣]{2,}(?:[할될]|하는|되는|[하되했됐]던)\s",
        "만들 그릇": r"(?:만들|보낼|넣을|받을|읽을|찾을|고를|바꿀|지울)\s",
        "물길의 개수 n": r".+\s[a-zA-Z]$",
    }
)
# "정확한 단어", "대표적인 방법": one of many, and no name; nor is "물길의 꼼꼼한 설계".
_ONE_OF_MANY = expression(
    rf"(?:[가-힣]{{2,}}한|[가-힣]+적인)\s\S*(?:{GENUS}|단어|점|것)$|\S+의\s[가-힣]{{2,}}한\s\S+$"
)
# "수문 등", "roller gate등": it, and others; 등 alone is a part of the body.
_AND_OTHERS = expression(r"(?:\S\s|[A-Za-z)])등$")
_NO_NAME = expression(rf"(?:{'|'.join((*words.NO_NAME_ENDS, patterns.NO_NAME_ENDS))})$")
# A verb's adnominal in front of a bound noun is no topic.
_BOUND = any_of(
    {
        "물을 쓰는 경우": r"(?:는|은|을|한|던|할|된|[펴아어해]본|려진)"
        r"\s(?:것|거|점|경우|때|수|이유|방법|사람|바로?|데|줄|터|뿐)$",
        "사용할수": r"[할될]수$",
    }
)
_BOUND_ALONE = frozenset("것 거 데 뿐".split())
# "하드웨어에 종속적인 장치": what such a word needs in front of it is of the name.
_WITHOUT_OBJECT = any_of(
    {
        "종속적인 장치": r"(?:종속|의존|독립|적대|우호|호의|순응|저항|중독|배타|비판)적인\s",
        "유리한 물길": r"(?:강|약|민감|취약|적합|부적합|유리|불리|익숙|능숙|충실|유사"
        r"|밀접|필요|필수적|유용|속|처)(?:한|인)\s",
        "해로운 물": r"(?:해로운|이로운|가까운|먼|맞는|종속된|포함된)\s",
    }
)
_NEEDED = expression(rf"(?<!\S)(?!(?:{'|'.join(sorted(words.TIMES))})에\s)\S+에\s$")
_POINTS = expression(r"(?:여기|거기|이것?|그것?|이들|그들)에\s$")
_LETTER = expression(r"[^\W\d]")
_NO_PHRASE = any_of(
    {
        "막힌다.물길": r"[가-힣]{2}\.[가-힣]",
        "물길 = 길": r"\s[:=→]",
        "물=>길": r"[=→>]{2}",
        "물길의 각 구간": r"\s각\s",
        "나루에서의 일": r"(?:부터|까지|에서)의\s",
    }
)
_QUOTED = expression(r"[\"'“‘「『]|라고도?\s")
LONGEST, MOST_WORDS = 30, 5
_NO_TOPIC_LAST = words.NO_TOPIC | words.NO_TOPIC_ALONE


def topic(phrase: str) -> str | None:
    """The name in a topic phrase, or None: a pronoun, a clause, a bound noun."""
    whole = _SAID_BEFORE.sub("", clean(phrase))
    name = _ADVERBIAL.sub("", whole).strip()
    needed = _WITHOUT_OBJECT.match(name) and _NEEDED.search(whole.removesuffix(name))
    if needed and (needed.start() or _POINTS.fullmatch(needed[0])):
        return None  # "우리가 쓰는 기계에 종속된 장치": where its name begins, nobody can say
    name = whole.strip() if needed else name
    bare = GLOSS.sub("", name).strip() or name
    refused = (
        not _LETTER.search(bare)
        or bare[0] in "….<>·"
        or len(bare) > LONGEST
        or len(bare.split()) > MOST_WORDS
        or "," in bare
        or (bare.split()[0] in words.NO_TOPIC and not _LIKE_OPENING.match(bare))
        or bare.split()[-1] in _NO_TOPIC_LAST
        or bare in words.STEMS_ALONE
        or _POINTING.match(bare)
        or _BOUND.search(whole)
        or bare in _BOUND_ALONE
        or _ORDINAL.match(bare)
        or _is_pair(bare)
        or _NO_NAME.search(bare)
        or _ONE_OF_MANY.match(bare)
        or _NO_PHRASE.search(bare)
        or bare.count("(") != bare.count(")")
        or _QUOTED.search(bare)
        or _WITH_CASE.search(bare)
        or _OF_A_VERB.match(bare)
        or _AND_OTHERS.search(bare)
        or _is_said(bare)
        or _opens_quote(phrase[: max(0, phrase.rfind(bare))])
        or (len(bare) == 1 and not "가" <= bare <= "힣")
    )
    return None if refused else name


# The finals of a verb that ends in 다: "이긴다", "이겼다".
_FINALS_OF_VERB = frozenset("\u11ab\u11bb")
SHORTEST_VERB = 3


def _is_said(bare: str) -> bool:
    """Whether words end with a verb, as somebody says them: "꼭 이긴다"."""
    *before, last = bare.split()
    if not before or len(last) < SHORTEST_VERB or not last.endswith("다"):
        return False
    verb = last.endswith("하다") or particles.batchim(last[:-1]) in _FINALS_OF_VERB
    return verb and not last.endswith(tuple(nouns.NOUNS_IN_DA))


_QUOTES = ("‘’", "“”", "「」", "『』")


def _opens_quote(before: str) -> bool:
    """Whether a name begins in the middle of what is quoted: "‘강을 지키는 모임’"."""
    quoted = before.strip().lstrip('"“‘「『')
    opened = any(before.count(pair[0]) > before.count(pair[1]) for pair in _QUOTES)
    return bool(quoted) and (opened or before.count('"') % 2 == 1)


def is_no_name(phrase: str) -> bool:
    """Whether a phrase points to what stands around it, or ends in a case: "이때", "논에서"."""
    said = phrase.split()
    points = any(word in words.NO_TOPIC for word in said[:1] + said[-1:])
    goes_on = any(word in words.POINTING for word in said[:1])
    return points or goes_on or bool(_POINTING.match(phrase) or _NO_NAME.search(phrase))


_AND = expression(r"(?P<first>\S+)(?P<particle>와|과)\s\S")


def _is_pair(bare: str) -> bool:
    """Whether two things are named, and what is said is true of both: "A와 B"."""
    found = _AND.match(bare)
    return found is not None and particles.joins(found["first"], found["particle"])
