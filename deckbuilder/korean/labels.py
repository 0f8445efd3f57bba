"""Labels: which name one carries and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from deckbuilder.korean import lists, no_terms, sentences, shapes, topics, words
from deckbuilder.korean.contrasts import is_contrast
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import NAMED_THEOREM, clean, is_sign, trim
from deckbuilder.korean.particles import closed, takes, topic_alone, without_of
from deckbuilder.korean.sets import MISTAKES, is_bare_set, is_set, set_noun, uncounted
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


# What ends with none of them asks for nothing, or does so in no form of `WHAT_IS`.
_ASKING = frozenset("?？!란은는이가요지까나야오.")
_HANGUL, _WORD = re.compile(r"[가-힣]"), re.compile(r"[가-힣]|\w\w")
# One of several, by its number.
STAGE = re.compile(r"제?\s?\d{1,2}\s?(?:단계|국면|기)")
# "각각의 설명은", "다음과 같은 질문들을 다룬다": an announcement that says nothing of what.
NAMELESS = re.compile(
    r"(?:각각|각|이들|그들|이것|그것|다음|아래|이|그)(?:의|은|는|에|과|와)?(?:\s\S+){1,3}$"
)


@lru_cache(maxsize=1 << 16)  # for speed only: the cells of a table are asked twice
def read(text: Text) -> Label:
    """Read a label.

    Args:
        text: the line or the part of a line that names something.

    Returns:
        its name, aliases, and what it asks for.
    """
    trimmed = trim(text)
    signs = any(map(is_sign, (*trimmed.runs[:1], *trimmed.runs[-1:])))
    tidy = str.strip if signs else clean
    plain = shapes.ANNOUNCEMENT.sub("", tidy(trimmed.plain)).strip() or trimmed.plain.strip()
    plain = _without_topic(plain)
    kind = _kind(plain, trimmed.plain)
    if kind == LabelKind.CHAPTER and NAMED_THEOREM.search(text.plain):
        kind = LabelKind.TERM  # "정리 5 (샌드위치 정리)" sums nothing up
    if kind == LabelKind.STATEMENT:
        term = sentences.defined(plain)
        return Label(trimmed, plain, kind, defines=names(term)[0] if term else "")
    if kind == LabelKind.QUESTION:
        return Label(trimmed, plain, kind)
    name = plain
    if kind in (LabelKind.TERM, LabelKind.ASPECT):
        name = _asked(plain)
        if kind == LabelKind.TERM:
            name = _without_aspect(name)
    bare, aliases = names(name, _signs(trimmed))
    if aliases and kind == LabelKind.TERM:
        bare = _asked(bare)  # "스레드란(Thread)"
    if kind == LabelKind.TERM and any(set_noun(alias) for alias in aliases):
        kind = LabelKind.SET  # "CIA triad (보안의 3요소)"
    foreign = _foreign(trimmed)
    if foreign and bare.endswith(foreign) and bare != foreign:
        bare, aliases = bare.removesuffix(foreign).strip(), (foreign, *aliases)
    name = tidy(bare) or bare
    if not _HANGUL.search(name) and _HANGUL.search(" ".join(aliases)):
        name, aliases = clean(_asked(plain)), ()  # "Deixis(직시)": the Korean name is asked, too
    aliases = tuple(dict.fromkeys((*aliases, *_readings(trimmed))))
    return Label(trimmed, name, kind, aliases, is_relative(bare, kind))


def _without_topic(plain: str) -> str:
    """A label without the particle that leads to what stands beneath it: "산호초는"."""
    name = topic_alone(plain) if plain.endswith(("은", "는")) else ""
    name = topics.OPENING.sub("", name)
    return name if shapes.is_name(name) and not topics.is_no_name(name) else plain


# "이 장에서 다루는 개념", "수의 다른 정의": what goes with its noun, and is no name without it.
_GOES_WITH = re.compile(
    r"(?:[가-힣](?:[는던될]|적인)|[가-힣]{2}(?<![목표흔업유면서])(?<![가-힣]{2}[성실])적"
    rf"|(?<![가-힣])(?:{lists.either(words.BEFORE_A_NOUN)}))$"
)


def _without_aspect(name: str) -> str:
    """A name without the aspect of it that a label asks for: 산호 for "산호의 정의"."""
    bare, found = OF_ASPECT.subn("", name)
    return name if not found or _GOES_WITH.search(bare) else without_of(bare)


def _kind(plain: str, written: str) -> LabelKind:
    """What a label asks for, given without and with what announces that a list follows."""
    if shapes.announces(written) and NAMELESS.match(plain):
        return LabelKind.STATEMENT  # "각각의 설명은 다음과 같다" names nothing
    kind = classify(plain)
    if kind == LabelKind.TERM and shapes.ANNOUNCEMENT.search(written):
        return LabelKind.SET  # "물의 상태는 다음과 같다"
    return kind


_LATIN = re.compile(r"[A-Za-z][A-Za-z' .-]+")


def _foreign(text: Text) -> str:
    """The name in another language that stands in italics behind a name: 용어 *Term*."""
    gloss = GLOSS.search(text.plain)
    text = text.cut(0, gloss.start()) if gloss and gloss.start() else text
    italics = _italics(text)
    tail = text.plain[len(text.plain) - italics :].strip() if italics else ""
    return tail if tail and _LATIN.fullmatch(tail) else ""


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
    if not _WORD.search(bare):
        return name, ()
    inner = [part.strip() for hit in hits for part in re.split(r"[,，;=/]", hit[1])]
    found = [part for part in inner if part and len(part) <= shapes.LONGEST_NAME]
    return bare, tuple(dict.fromkeys(n for n in found if n != bare))


@lru_cache(maxsize=1 << 16)  # for speed only: each label is asked a dozen times
def _asked(plain: str) -> str:
    """What "X란?" asks for: X. Without a question mark 란 may be a word's own end (산란, 혼란)."""
    if plain and plain[-1] not in _ASKING and not plain[-1].isspace():
        return plain  # as most labels are
    found = WHAT_IS.search(plain)
    if not found or not found[0]:
        return plain
    name, particle = plain[: found.start()].strip(), (found["particle"] or "").strip()
    if not name:
        return plain
    if particle.startswith(("이란", "이라")) and f"{name}이".split()[-1] in words.NAMES_IN_I:
        name, particle = f"{name}이", particle[1:]
    if particle and not (found["what"] or found["mark"]):
        fits = particle == "이란" or (particle == "란" and not closed(name) and len(name) > 1)
        noun = f"{name}{particle}".split()[-1] in words.ENDING_IN_RAN
        if not fits or noun or not takes(name, particle):
            return plain
    if particle in ("은", "는", "이", "가") and not found["what"]:
        return plain
    return name


# --- what a label asks for ----------------------------------------------------------------------


@lru_cache(maxsize=1 << 16)  # for speed only: several rules ask for each label
def classify(plain: str) -> LabelKind:
    """What a label asks for; the order of `CLASSES` is the order of precedence."""
    classes = CLASSES[LISTED:] if _is_unlisted(plain) else CLASSES
    return next((kind for kind, holds in classes if holds(plain)), LabelKind.TERM)


# What a label of words alone is, or ends in, if it is of one of the first classes.
_WHOLE = no_terms.NOISE.union(no_terms.EXAMPLES, no_terms.ANSWERS, words.ASPECTS, no_terms.CHAPTERS)
_LAST = no_terms.NOISE.union(
    no_terms.NOISE_ENDS, no_terms.EXAMPLE_ENDS, words.ASPECTS, no_terms.CHAPTER_ENDS
)
_WORDS = re.compile("[가-힣 ]+")


def _is_unlisted(plain: str) -> bool:
    """Whether a label is of none of the classes that lists tell: one look for four, as most are."""
    if not _WORDS.fullmatch(plain) or "가지" in plain or _asked(plain) != plain:
        return False
    parts = plain.split()
    return bool(parts) and parts[-1] not in _LAST and "".join(parts) not in _WHOLE


# Of these kinds a line may head the lines or the list right below it.
HEADS = (LabelKind.SET, LabelKind.CONTRAST, LabelKind.QUESTION)


def names_a_list(plain: str) -> bool:
    """Whether a line right above a list names what the list holds."""
    named = classify(clean(plain)) in (*HEADS, LabelKind.NOISE) and not shapes.is_ended(plain)
    return shapes.is_term(plain) or named


# "먼저 물길의 네 가지 법칙에 대해 알아보자."
LOOKED_AT = re.compile(
    r"(?:(?:먼저|우선|이제|그럼|그러면|다음으로),?\s)*"
    r"(?P<name>\S.{0,43}?\S)(?:[을를]|에\s?(?:대|관)(?:해|하여)서?)\s"
)


def looked_at(plain: str) -> tuple[int, int]:
    """Where the name of the set stands that a line is going to tell of; nowhere: (0, 0)."""
    found = LOOKED_AT.match(plain) if shapes.is_chatter(plain) else None
    return found.span("name") if found and is_set(found["name"]) else (0, 0)


_BETWEEN_LETTERS = re.compile(r"[\s·,/&()\[\]*:.]+")


@lru_cache(maxsize=1 << 16)  # likewise
def _compact(plain: str) -> str:
    return _BETWEEN_LETTERS.sub("", plain).lower()


def is_noise(plain: str) -> bool:
    """Whether a label says that nothing to learn stands beneath it: 출처, 다음 시간."""
    *before, last = plain.lower().split() or [""]
    modified = last in no_terms.NOISE and words.MODIFIERS.issuperset(before)  # "추가 의견"
    return modified or _compact(plain) in no_terms.NOISE or last in no_terms.NOISE_ENDS


def is_property(name: str) -> bool:
    """Whether this is what an export calls a property of a page: 생성일, Status."""
    return _compact(name) in no_terms.PROPERTIES


def names_callout(title: str) -> bool:
    """Whether a callout's title only says of which kind it is: 팁, 주의, Note."""
    return _compact(clean(title).strip("!:. ")) in no_terms.CALLOUTS


def is_contents(plain: str) -> bool:
    """Whether a label says that only links and names of other places stand beneath it."""
    last = plain.lower().split()[-1:]
    return _compact(plain) in no_terms.CONTENTS or not no_terms.NOISE_ENDS.isdisjoint(last)


def may_be_term(plain: str) -> bool:
    """Whether a label of a note's contents or chapters may be a term: 참조, 코드, CAP 정리."""
    *before, last = plain.split() or [""]
    theorem = last == "정리" and before and before[-1] in no_terms.THEOREMS
    return bool(theorem) or _compact(plain) in no_terms.ALSO_TERMS


# "[예시] 논에 물을 대는 길"
_MARKED_EXAMPLE = re.compile(
    rf"[\[【<]\s*(?:{'|'.join(sorted(no_terms.FOR_EXAMPLE))})\s*[\]】>]", re.I
)


def _is_example(plain: str) -> bool:
    if _MARKED_EXAMPLE.match(plain):
        return True
    last = plain.split()[-1:] or [""]
    named = _compact(uncounted(plain)) in no_terms.EXAMPLES or is_answer(plain)
    return named or last[0] in no_terms.EXAMPLE_ENDS


# "24.8.25 2교시", "p.133 1권": a day, a page, and what stands there.
DAY_OR_PAGE = re.compile(
    r"(?:\d{2}(?:\d{2})?\.\s?\d{1,2}\.\s?\d{1,2}\.?|pp?\.\s?\d+)"
    r"(?:[\s~,-]+(?:\d+\s?(?:쪽|교시|권|장|문단|단락|번)?|[가-힣]+째\s단락))*"
)


_DIGIT = re.compile(r"\d")
_NUMBERED_CHAPTER = re.compile(
    r"제?\s?\d+\s?(?:장|절|강|부|과|단원|과목|주차?|차시)|(?:챕터|chapter)\.?\s?\d+", re.I
)


def _is_chapter(plain: str) -> bool:
    *before, last = plain.lower().split() or [""]
    theorem = last == "정리" and before and before[-1].endswith("의")  # "피타고라스의 정리"
    numbered = _DIGIT.search(plain) and (
        _NUMBERED_CHAPTER.fullmatch(plain) or DAY_OR_PAGE.fullmatch(plain)
    )
    return bool(
        numbered
        or _compact(plain) in no_terms.CHAPTERS
        or _compact(GLOSS.sub("", plain)) in no_terms.CHAPTERS  # "핵심 포인트 (실수)"
        or (last in no_terms.CHAPTER_ENDS and not theorem)
    )


_BEFORE_ASPECT = words.MODIFIERS | words.ASPECTS
BETWEEN_WORDS = re.compile(r"[\s/·,]+")


def _is_aspect(plain: str) -> bool:
    *before, last = BETWEEN_WORDS.split(_asked(plain).strip())
    # "핵심 개념", "개념 정의", "정의/개념"
    modified = last in words.ASPECTS and _BEFORE_ASPECT.issuperset(before)
    return modified or _compact(_asked(plain)) in words.ASPECTS


def _is_question(plain: str) -> bool:
    if TRUE_OR_FALSE.match(plain):
        return True
    if not _is_asking(plain):
        return False
    asked = _asked(plain)
    return asked == plain.strip() or not shapes.is_name(asked) or asked == plain.rstrip("?？! ")


QUESTION = re.compile(
    r"[?？][\"'”’]?$|^\S*\s.*(?:는가|은가|인가|일까|할까|될까|나요|가요|을까|를까)[.?？]?$"
    r"|^(?:왜|어떻게)\s.*(?:나|가|까|지|는 이유)$"
    r"|\s\S*(?:하|쓰|적으|고르|구하|찾으)시오\.?$"  # an examiner's: "… 을 설명하시오."
    rf"|(?:{lists.either(no_terms.TOLD_ON_DEMAND)})(?:해|하여)?\s?(?:주|보)(?:세요|십시오|시오)\.?$"
    rf"|\s(?:{lists.either(no_terms.TOLD_ON_DEMAND)})하세요\.?$"
    # As a study group notes its questions: "… 이유에 대해.", "… 어떻게 쓰이는지 (서술)".
    r"|\s\S+에\s(?:대해|대하여|관해|관하여)서?\.?$"
    r"|(?:[을를]|[는은인할한된던건]지)\s(?:서술|기술)(?:하라)?\.?$"
    r"|(?:^|\s)(?:왜|어떻게|무엇|어디|언제|누가)\S*\s.*[는은인할한된던]\s?지\.?$"
    r"|[이가]\s(?:의미|뜻)하는 (?:것|바)$"
)


_ENDS_OF_QUESTIONS = frozenset("?？\"'”’.가까요나지유오해여서술라것바")

# A statement to be judged: "참 또는 거짓: 고래는 물고기이다", "(O/X) 박쥐는 새이다".
TRUE_OR_FALSE = re.compile(
    r"[(\[]?(?:참\s?(?:또는|혹은|/|,)?\s?거짓|O\s?[/,]?\s?X|True\s?(?:or|/)\s?False)[)\]]?\s?[:.)-]?\s(?=\S+\s\S)",
    re.I,
)


def asks(plain: str) -> bool:
    """Whether a line asks: a question, or an examiner's order."""
    return _is_asking(plain) or _asked(plain) != plain


def _is_asking(plain: str) -> bool:
    """Whether a line ends as a question does: few others end with one of its last letters."""
    return plain[-1:] in _ENDS_OF_QUESTIONS and bool(QUESTION.search(plain))


def is_answer(name: str) -> bool:
    """Whether a name says that an answer follows: 정답, 풀이."""
    return _compact(name) in no_terms.ANSWERS


def is_attribute(name: str) -> bool:
    """Whether a name says what is told of a thing: "크기", "시간 복잡도", "2단계"."""
    return _compact(name) in words.ATTRIBUTES or bool(STAGE.fullmatch(name))


def is_stage(name: str) -> bool:
    """Whether a name is one stage of several: 1단계, "준비 단계"; "만드는 단계" names them all."""
    *before, last = name.split() or [""]
    one = len(before) == 1 and last == "단계" and not before[0].endswith("는")
    return bool(STAGE.fullmatch(name)) or (one and without_of(before[0]) == before[0])


def is_relative(name: str, kind: LabelKind) -> bool:
    """Whether a label needs its parent's name: it has none of its own (주요 특징, 개념)."""
    if STAGE.fullmatch(name):
        return True
    if kind != LabelKind.SET:
        return kind == LabelKind.ASPECT
    return is_mistakes(name) or (not re.search(r"\S의\s", name) and is_bare_set(name))


def is_mistakes(name: str) -> bool:
    """Whether a name gathers what is got wrong about what stands above: "자주 하는 실수"."""
    return bool(MISTAKES.match(name))


def _is_statement(plain: str) -> bool:
    plain = _asked(plain)
    bare = GLOSS.sub("", plain)
    if len(bare) > shapes.LONGEST_NAME or _CHAIN.search(bare):
        return True
    return shapes.is_sentence(plain)


_CHAIN = re.compile(r"\s(?:=|→|->|=>)\s")
# The first of these are told by lists.
LISTED = 4


CLASSES = (
    (LabelKind.NOISE, is_noise),
    (LabelKind.EXAMPLE, _is_example),
    (LabelKind.ASPECT, _is_aspect),
    (LabelKind.CHAPTER, _is_chapter),
    (LabelKind.QUESTION, _is_question),
    (LabelKind.CONTRAST, is_contrast),
    (LabelKind.SET, lambda plain: is_set(plain) and not shapes.is_ended(plain)),
    (LabelKind.STATEMENT, _is_statement),
)
