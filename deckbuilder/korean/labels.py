"""Labels: which name one carries and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from deckbuilder.korean import sentences, shapes, words
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean, trim
from deckbuilder.korean.particles import closed, joins, takes, topics, without_of
from deckbuilder.model import Label, LabelKind, Text

# "X란?", "X이란 무엇인가?": asks for X.
# No two parts take the same blanks: of a line of thousands, each would try what the other leaves.
WHAT_IS = re.compile(
    r"(?<!\s)(?P<particle>\s*(?:이란|란|이라는 것은|라는 것은|은|는|이|가))?"
    r"(?:\s*(?P<what>무엇인가요?|무엇일까요?|무엇인지(?:\s(?:설명|서술|기술)하시오\.?)?"
    r"|뭘까요?|뭔가요|뭐지|뭐야|뭐예요))?\s*(?P<mark>(?<![?？!])[?？!]+)?$"
)
OF_ASPECT = re.compile(
    rf"(?:(?<!\s)\s+(?:{'|'.join(sorted(words.MODIFIERS))}))?(?<!\s)\s+"
    rf"(?:{'|'.join(sorted(words.ASPECTS))})$"
)
COUNT = re.compile(
    r"(?<!\s)\s*\(?(?<!\d)\d+\s?(?:가지|개|단계|대)(?:의)?\)?\s*"
    r"|(?<!\s)\s*(?:두|세|네|다섯|여섯|일곱|여덟|여러)\s?가지(?:의)?\s*"
)
# "… 4가지 경우": a number says that a set follows, whatever its noun.
# "… 방지하는 방법": what a verb describes is a set, though the noun alone may be a thing's name.
_NOUNS = "|".join(sorted(words.WEAK_SETS))
DESCRIBED_SET = re.compile(rf"(?:는|은|한|할|된|될|을|위한)\s(?:{_NOUNS})들?$")
# "관계를 끊어야 할 때": a set, if several stand beneath it.
_OCCASIONS = "|".join(sorted(words.OCCASIONS))
OCCASION = re.compile(rf"(?:는|은|한|할|된|될|을)\s(?:{_OCCASIONS})들?$")
NUMBERED_SET = re.compile(
    r"(?:(?<!\d)\d+|두|세|네|다섯|여섯|일곱|여덟)\s?가지|(?<!\d)[2-9]대\s(?!\S*(?:왕|대통령|황제|총리|회장|국왕)$)[가-힣]+$|(?:^|\s)(?:두|세|네|다섯|여섯)\s[가-힣]+$"
)


# One of several, by its number.
STAGE = re.compile(r"제?\s?\d{1,2}\s?(?:단계|국면|기)")
# "각각의 설명은", "다음과 같은 질문들을 다룬다": an announcement that says nothing of what.
NAMELESS = re.compile(
    r"(?:각각|각|이들|그들|이것|그것|다음|아래|이|그)(?:의|은|는|에|과|와)?(?:\s\S+){1,3}$"
)


def read(text: Text) -> Label:
    """Read a label.

    Args:
        text: the line or the part of a line that names something.

    Returns:
        its name, aliases, and what it asks for.
    """
    trimmed = trim(text)
    plain = shapes.ANNOUNCEMENT.sub("", clean(trimmed.plain)).strip() or trimmed.plain.strip()
    kind = _kind(plain, trimmed.plain)
    if kind == LabelKind.STATEMENT:
        term = sentences.defined(plain)
        return Label(trimmed, plain, kind, defines=names(term)[0] if term else "")
    if kind == LabelKind.QUESTION:
        return Label(trimmed, plain, kind)
    name = plain
    if kind in (LabelKind.TERM, LabelKind.ASPECT):
        name = _asked(plain)
        if kind == LabelKind.TERM:
            name = without_of(OF_ASPECT.sub("", name)) if OF_ASPECT.search(name) else name
    bare, aliases = names(name, _signs(trimmed))
    if aliases and kind == LabelKind.TERM:
        bare = _asked(bare)  # "스레드란(Thread)"
    if kind == LabelKind.TERM and any(set_noun(alias) for alias in aliases):
        kind = LabelKind.SET  # "CIA triad (보안의 3요소)"
    foreign = _foreign(trimmed)
    if foreign and bare.endswith(foreign) and bare != foreign:
        bare, aliases = bare.removesuffix(foreign).strip(), (foreign, *aliases)
    name = clean(bare) or bare
    if not re.search(r"[가-힣]", name) and re.search(r"[가-힣]", " ".join(aliases)):
        name, aliases = clean(_asked(plain)), ()  # "Deixis(직시)": the Korean name is asked, too
    aliases = tuple(dict.fromkeys((*aliases, *_readings(trimmed))))
    return Label(trimmed, name, kind, aliases, is_relative(bare, kind))


def _kind(plain: str, written: str) -> LabelKind:
    """What a label asks for, given without and with what announces that a list follows."""
    if shapes.announces(written) and NAMELESS.match(plain):
        return LabelKind.STATEMENT  # "각각의 설명은 다음과 같다" names nothing
    kind = classify(plain)
    if kind == LabelKind.TERM and shapes.ANNOUNCEMENT.search(written):
        return LabelKind.SET  # "물의 상태는 다음과 같다"
    return kind


def _foreign(text: Text) -> str:
    """The name in another language that stands in italics behind a name: 용어 *Term*."""
    gloss = GLOSS.search(text.plain)
    text = text.cut(0, gloss.start()) if gloss and gloss.start() else text
    tail = text.plain[len(text.plain) - _italics(text) :].strip()
    return tail if re.fullmatch(r"[A-Za-z][A-Za-z' .-]+", tail) else ""


def _readings(text: Text) -> tuple[str, ...]:
    """The name as the readings above its characters have it: 학교 for 學校."""
    if not any(run.has("ruby") for run in text.runs):
        return ()
    said = [next((m.value for m in run.marks if m.kind == "ruby"), run.text) for run in text.runs]
    return (clean(names(_asked("".join(said)))[0]),)


def _italics(text: Text) -> int:
    length = 0
    for run in reversed(text.runs):
        if not run.has("em", "footnote"):
            break
        length += len(run.text)
    return length


# "헤징hedging", "무아無我": the name in another language, without brackets.
GLUED = re.compile(
    r"(?P<name>[가-힣][가-힣\s]*[가-힣])(?P<other>[A-Za-z][a-z]{3}[A-Za-z '-]*|[一-龥]{2,})"
)


def _signs(text: Text) -> tuple[str, ...]:
    """The formulas and the code of a label: brackets in them are of its name."""
    return tuple(
        run.text
        for run in text.runs
        if run.has("math") or (run.has("code") and not re.search(r"[가-힣]", run.text))
    )


def names(name: str, signs: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
    """`용어(약어, 원어)` and `용어원어` to the name and the other names; `signs` stay whole."""
    glued = GLUED.fullmatch(name.strip())
    if glued:
        return glued["name"], (glued["other"].strip(),)
    hits = [
        hit for hit in GLOSS.finditer(name) if not any(hit[0].strip() in sign for sign in signs)
    ]
    cuts = pairwise([0, *(at for hit in hits for at in hit.span()), len(name)])
    bare = "".join(name[start:end] for start, end in islice(cuts, 0, None, 2)).strip()
    if not re.search(r"[가-힣]|\w\w", bare):
        return name, ()
    inner = [part.strip() for hit in hits for part in re.split(r"[,，;=/]", hit[1])]
    found = [part for part in inner if part and len(part) <= shapes.LONGEST_NAME]
    return bare, tuple(dict.fromkeys(n for n in found if n != bare))


def _asked(plain: str) -> str:
    """What "X란?" asks for: X. Without a question mark 란 may be a word's own end (산란, 혼란)."""
    found = WHAT_IS.search(plain)
    if not found or not found[0]:
        return plain
    name, particle = plain[: found.start()].strip(), (found["particle"] or "").strip()
    if not name:
        return plain
    if particle and not (found["what"] or found["mark"]):
        fits = particle == "이란" or (particle == "란" and not closed(name) and len(name) > 1)
        noun = f"{name}{particle}".split()[-1] in words.ENDING_IN_RAN
        if not fits or noun or not takes(name, particle):
            return plain
    if particle in ("은", "는", "이", "가") and not found["what"]:
        return plain
    return name


# --- what a label asks for ----------------------------------------------------------------------


@lru_cache(maxsize=1 << 12)  # for speed only: several rules ask for each label
def classify(plain: str) -> LabelKind:
    """What a label asks for; the order of `CLASSES` is the order of precedence."""
    return next((kind for kind, holds in CLASSES if holds(plain)), LabelKind.TERM)


# Of these kinds a line may head the lines or the list right below it.
HEADS = (LabelKind.SET, LabelKind.CONTRAST, LabelKind.QUESTION)


def names_a_list(plain: str) -> bool:
    """Whether a line right above a list names what the list holds."""
    named = classify(clean(plain)) in (*HEADS, LabelKind.NOISE) and not shapes.is_ended(plain)
    return shapes.is_term(plain) or named


def _compact(plain: str) -> str:
    return re.sub(r"[\s·,/&()\[\]*:.]+", "", plain).lower()


def is_noise(plain: str) -> bool:
    """Whether a label says that nothing to learn stands beneath it: 출처, 다음 시간."""
    *before, last = plain.lower().split() or [""]
    modified = last in words.NOISE and words.MODIFIERS.issuperset(before)  # "추가 의견"
    return modified or _compact(plain) in words.NOISE or last in words.NOISE_ENDS


def is_property(name: str) -> bool:
    """Whether this is what an export calls a property of a page: 생성일, Status."""
    return _compact(name) in words.PROPERTIES


def is_contents(plain: str) -> bool:
    """Whether a label says that only links and names of other places stand beneath it."""
    last = plain.lower().split()[-1:]
    return _compact(plain) in words.CONTENTS or not words.NOISE_ENDS.isdisjoint(last)


def may_be_term(plain: str) -> bool:
    """Whether a label of a note's contents or chapters may be a term: 참조, 코드, CAP 정리."""
    *before, last = plain.split() or [""]
    theorem = last == "정리" and before and before[-1] in words.THEOREMS
    return bool(theorem) or _compact(plain) in words.ALSO_TERMS


def _is_example(plain: str) -> bool:
    last = plain.split()[-1:] or [""]
    named = _compact(COUNT.sub("", plain)) in words.EXAMPLES or is_answer(plain)
    return named or last[0] in words.EXAMPLE_ENDS


# "24.8.25 2교시", "p.133 1권": a day, a page, and what stands there.
DAY_OR_PAGE = re.compile(
    r"(?:\d{2}(?:\d{2})?\.\s?\d{1,2}\.\s?\d{1,2}\.?|pp?\.\s?\d+)"
    r"(?:[\s~,-]+(?:\d+\s?(?:쪽|교시|권|장|문단|단락|번)?|[가-힣]+째\s단락))*"
)


def _is_chapter(plain: str) -> bool:
    *before, last = plain.lower().split() or [""]
    theorem = last == "정리" and before and before[-1].endswith("의")  # "피타고라스의 정리"
    numbered = re.fullmatch(
        r"제?\s?\d+\s?(?:장|절|강|부|과|단원|과목|주차?|차시)|(?:챕터|chapter)\.?\s?\d+",
        plain,
        re.I,
    )
    numbered = numbered or DAY_OR_PAGE.fullmatch(plain)
    return bool(
        numbered
        or _compact(plain) in words.CHAPTERS
        or _compact(GLOSS.sub("", plain)) in words.CHAPTERS  # "핵심 포인트 (실수)"
        or (last in words.CHAPTER_ENDS and not theorem)
    )


BETWEEN_WORDS = re.compile(r"[\s/·,]+")


def _is_aspect(plain: str) -> bool:
    *before, last = BETWEEN_WORDS.split(_asked(plain).strip())
    modifiers = words.MODIFIERS | words.ASPECTS
    # "핵심 개념", "개념 정의", "정의/개념"
    modified = last in words.ASPECTS and modifiers.issuperset(before)
    return modified or _compact(_asked(plain)) in words.ASPECTS


def _is_question(plain: str) -> bool:
    if TRUE_OR_FALSE.match(plain):
        return True
    if not QUESTION.search(plain):
        return False
    asked = _asked(plain)
    return asked == plain.strip() or not shapes.is_name(asked) or asked == plain.rstrip("?？! ")


QUESTION = re.compile(
    r"[?？]$|^\S*\s.*(?:는가|은가|인가|일까|할까|될까|나요|가요|을까|를까)[.?？]?$"
    r"|^(?:왜|어떻게)\s.*(?:나|가|까|지|는 이유)$"
    r"|\s\S*(?:하|쓰|적으|고르|구하|찾으)시오\.?$"  # an examiner's: "… 을 설명하시오."
    rf"|(?:{words.either(words.TOLD_ON_DEMAND)})(?:해|하여)?\s?(?:주|보)(?:세요|십시오|시오)\.?$"
    rf"|\s(?:{words.either(words.TOLD_ON_DEMAND)})하세요\.?$"
    # As a study group notes its questions: "… 이유에 대해.", "… 어떻게 쓰이는지 (서술)".
    r"|\s\S+에\s(?:대해|대하여|관해|관하여)서?\.?$"
    r"|(?:[을를]|[는은인할한된던건]지)\s(?:서술|기술)(?:하라)?\.?$"
    r"|(?:^|\s)(?:왜|어떻게|무엇|어디|언제|누가)\S*\s.*[는은인할한된던]\s?지\.?$"
    r"|[이가]\s(?:의미|뜻)하는 (?:것|바)$"
)


# A statement to be judged: "참 또는 거짓: 고래는 물고기이다", "(O/X) 박쥐는 새이다".
TRUE_OR_FALSE = re.compile(
    r"[(\[]?(?:참\s?(?:또는|혹은|/|,)?\s?거짓|O\s?[/,]?\s?X|True\s?(?:or|/)\s?False)[)\]]?\s?[:.)-]?\s(?=\S+\s\S)",
    re.I,
)


def asks(plain: str) -> bool:
    """Whether a line asks: a question, or an examiner's order."""
    return bool(QUESTION.search(plain)) or _asked(plain) != plain


def is_answer(name: str) -> bool:
    """Whether a name says that an answer follows: 정답, 풀이."""
    return _compact(name) in words.ANSWERS


# --- contrasts ----------------------------------------------------------------------------------

VERSUS = re.compile(r"\b(?:vs|versus)\b\.?|\s대\s", re.I)
CONTRAST = re.compile(
    r"(?:\s개념)?(?:\s?및)?\s?(?:비교|차이|차이점|다른 점|구별|공통점과 차이점)"
    r"(?:\s?(?:표|분석|정리))?\??$|[와과]\s?다름$"
)
PAIR = re.compile(
    r"^(?P<first>.{1,25}?)(?:(?P<particle>와|과)\s|\s(?:및|&|or|또는)\s|\s?&\s?)(?P<second>.{1,25})$",
    re.I,
)
MOST_WORDS_OF_A_SIDE = 3


def members_of(plain: str) -> tuple[str, str] | None:
    """The two things that a label `A와 B`, `A & B`, `A vs B` sets side by side."""
    sides = [side.strip() for side in VERSUS.split(plain)]
    if len(sides) == 2 and all(sides):
        return sides[0], sides[1]
    found = PAIR.match(without_of(CONTRAST.sub("", plain).strip()))
    if not found:
        return None
    first, second, particle = found["first"].strip(), found["second"].strip(), found["particle"]
    if particle and not joins(first, particle):
        return None
    return None if "의 " in second and "의 " not in first else (first, second)


def _is_contrast(plain: str) -> bool:
    bare = GLOSS.sub("", plain).strip()
    if CONTRAST.search(bare):
        return True
    pair = members_of(bare)
    return pair is not None and (
        bool(VERSUS.search(bare))
        or (not is_set(bare) and all(len(side.split()) <= MOST_WORDS_OF_A_SIDE for side in pair))
    )


# --- sets ---------------------------------------------------------------------------------------


def is_set(plain: str) -> bool:
    """Whether a label names a set: by its last word, a number and 들 aside."""
    return bool(
        set_noun(plain)
        or _is_bare_set(plain)
        or NUMBERED_SET.search(plain)
        or (DESCRIBED_SET.search(GLOSS.sub("", plain)) and next(topics(plain), None) is None)
    )


LONGEST_NOUN = max(map(len, words.SETS))


def set_noun(plain: str) -> str:
    """The noun of `words.SETS` in which a label ends, or an empty string."""
    parts = COUNT.sub(" ", GLOSS.sub("", plain)).split()
    last = parts[-1].removesuffix("들").lower() if parts else ""
    if len(parts) > 1 and parts[-2] + last in words.SETS:
        return parts[-2] + last
    if last in words.NO_SETS:
        return ""
    ends = (last[-letters:] for letters in range(LONGEST_NOUN, 0, -1))
    return next((noun for noun in ends if noun in words.SETS and _is_compound(last, noun)), "")


def _is_compound(word: str, noun: str) -> bool:
    """Whether a word is this noun, or a compound with it: not 특이점, of which 특 is no word."""
    before = word.removesuffix(noun)
    if noun.isascii():
        return not before  # "types", but no "prototypes"
    return len(before) != 1 or not "가" <= before <= "힣" or before in words.BEFORE_A_SET


def is_attribute(name: str) -> bool:
    """Whether a name says what is told of a thing: "크기", "시간 복잡도", "2단계"."""
    return _compact(name) in words.ATTRIBUTES or bool(STAGE.fullmatch(name))


def is_relative(name: str, kind: LabelKind) -> bool:
    """Whether a label needs its parent's name: it has none of its own (주요 특징, 개념)."""
    if STAGE.fullmatch(name):
        return True
    of = re.search(r"\S의\s", name)
    return kind == LabelKind.ASPECT or (kind == LabelKind.SET and not of and _is_bare_set(name))


# For speed only: no compound of these words is as long, and a longer one takes long to cut.
LONGEST_COMPOUND = 20


def _is_bare_set(name: str) -> bool:
    """Whether a label has nothing but words for sets and what may stand before them."""
    *owner, tail = re.split(r"(?<=\S)의\s", name)  # "쿠버네티스의 주요 기능"
    parts = re.split(r"[\s,/&·]+|(?<=[가-힣])[와과]\s|및", COUNT.sub(" ", tail).strip())
    bare = [piece for part in parts if part for piece in _pieces(part)]
    sets = words.SETS | words.WEAK_SETS
    if owner and len(bare) == 1:
        sets = words.SETS  # "질량 보존의 법칙" is a thing
    return bool(bare) and bare[-1] in sets and all(p in sets | words.MODIFIERS for p in bare)


def _pieces(word: str) -> tuple[str, ...]:
    """A word of a label without 들 and 의, a compound (변천과정, 주요업무) in two."""
    sets = words.SETS | words.WEAK_SETS
    for bare in (word, word.removesuffix("들"), word.removesuffix("의")):
        if bare in sets or bare in words.MODIFIERS:
            return (bare,)
    if len(word) > LONGEST_COMPOUND or word in words.NO_SETS:
        return (word,)
    cuts = ((word[:at], word[at:]) for at in range(2, len(word) - 1))
    return next((cut for cut in cuts if cut[0] in words.MODIFIERS and cut[1] in sets), (word,))


def _is_statement(plain: str) -> bool:
    plain = _asked(plain)
    bare = GLOSS.sub("", plain)
    chain = bool(re.search(r"\s(?:=|→|->|=>)\s", bare))
    return len(bare) > shapes.LONGEST_NAME or chain or shapes.is_sentence(plain)


CLASSES = (
    (LabelKind.NOISE, is_noise),
    (LabelKind.EXAMPLE, _is_example),
    (LabelKind.ASPECT, _is_aspect),
    (LabelKind.CHAPTER, _is_chapter),
    (LabelKind.QUESTION, _is_question),
    (LabelKind.CONTRAST, _is_contrast),
    (LabelKind.SET, lambda plain: is_set(plain) and not shapes.is_ended(plain)),
    (LabelKind.STATEMENT, _is_statement),
)
