"""Labels: the names that one carries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from deckbuilder.korean import (
    definitions,
    interrogative,
    lists,
    no_terms,
    particles,
    questions,
    shapes,
    topics,
    words,
)
from deckbuilder.korean.classes import STAGE, kind_of
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import NAMED_THEOREM, clean, is_sign, trim
from deckbuilder.korean.particles import led_by, without_of
from deckbuilder.korean.sets import is_bare_set, is_mistakes, set_noun
from deckbuilder.model import Label, LabelKind, Text
from deckbuilder.regular import expression

OF_ASPECT = expression(
    rf"(?:(?<!\s)\s+(?:{'|'.join(sorted(words.MODIFIERS))}))?(?<!\s)\s+"
    rf"(?:{'|'.join(sorted(words.ASPECTS))})$"
)
_HANGUL, _WORD = expression(r"[가-힣]"), expression(r"[가-힣]|\w\w")


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
    tidy = str.strip if signs or _is_command(trimmed) else clean
    plain = _announced(tidy(trimmed.plain)) or trimmed.plain.strip()
    plain = _without_topic(plain)
    kind = kind_of(plain, trimmed.plain)
    if kind == LabelKind.CHAPTER and NAMED_THEOREM.search(text.plain):
        kind = LabelKind.TERM  # "정리 5 (샌드위치 정리)" sums nothing up
    if kind == LabelKind.STATEMENT:
        term = definitions.defined_above(plain)
        return Label(trimmed, plain, kind, defines=names(term)[0] if term else "")
    if kind == LabelKind.QUESTION:
        return Label(trimmed, plain, kind)
    name = plain
    if kind in (LabelKind.TERM, LabelKind.ASPECT):
        name = questions.asked(plain)
        if kind == LabelKind.TERM:
            name = _without_aspect(name)
    bare, aliases = names(name, _signs(trimmed))
    if aliases and kind == LabelKind.TERM:
        bare = questions.asked(bare)  # "스레드란(Thread)"
    if kind == LabelKind.TERM and any(set_noun(alias) for alias in aliases):
        kind = LabelKind.SET  # "CIA triad (보안의 3요소)"
    foreign = _foreign(trimmed)
    if foreign and bare.endswith(foreign) and bare != foreign:
        bare, aliases = bare.removesuffix(foreign).strip(), (foreign, *aliases)
    name = tidy(bare) or bare
    if not _HANGUL.search(name) and _HANGUL.search(" ".join(aliases)):
        # "Deixis(직시)": the Korean name is asked, too
        name, aliases = clean(questions.asked(plain)), ()
    aliases = tuple(dict.fromkeys((*aliases, *_readings(trimmed))))
    return Label(trimmed, name, kind, aliases, is_relative(bare, kind))


def _is_command(label: Text) -> bool:
    """Whether a label is code, whose signs are its own: `su -` is not `su`."""
    return all(run.has("code") for run in label.runs) and not _HANGUL.search(label.plain)


def is_relative(name: str, kind: LabelKind) -> bool:
    """Whether a label needs its parent's name: it has none of its own (주요 특징, 개념)."""
    if STAGE.fullmatch(name):
        return True
    if kind == LabelKind.TERM:
        return name.lower() in no_terms.OF_ABOVE
    if kind != LabelKind.SET:
        return kind == LabelKind.ASPECT
    return is_mistakes(name) or (not re.search(r"\S의\s", name) and is_bare_set(name))


# "물길은 다음과 같은 특징을 가진다": of what, and what of it is told.
_OF_KIND = expression(
    r"(?:(?P<topic>\S.{0,30}?)(?:은|는|에는|에서는|에|이|가)\s)?(?:크게\s)?(?:다음|아래)[와과]\s?같은\s"
    r"(?P<noun>\S.{0,24}?)(?:들)?(?:[을를이가]|으로|로)\s"
    r"(?:가[지진질]|갖|있|지[니닌]|존재|필요|제공|수행|포함|만족|충족|거[치친칩]|나[누뉘뉜눌]|구[성분]|이루어|한다|합니다)"
    r"\S*(?:\s수\s있\S*|\s있\S*|\s한\S*)?$"
)
# "배에는 다음과 같은 것들이 있다" tells no more of it than "배는 다음과 같다".
_SUCH = expression(r"[와과]\s?같은\s(?=\S)")
_THINGS = expression(r"것들?[이가을를로]")
_SUCH_NOUN = expression(r"(?P<noun>[가-힣]+?)들?[이가을를](?=\s|$)")
_TOPIC = ("에는", "으로는", "로는", "은", "는")


def _tells_more(plain: str) -> bool:
    """Whether an announcement tells more of a thing than that there are such."""
    hits = tuple(_SUCH.finditer(plain))
    more = any(not _THINGS.match(plain, hit.end()) for hit in hits)
    return more and not any(_says_again(plain, hit) for hit in hits)


def _says_again(plain: str, such: re.Match[str]) -> bool:
    """Whether the noun behind is that of the topic: "배를 미는 법에는 다음과 같은 법이 있다"."""
    found = _SUCH_NOUN.match(plain, such.end())
    *_, topic, below = ("", "", *plain[: such.start()].rsplit(maxsplit=2))
    if found is None or below not in ("다음", "아래"):
        return False
    return topic.endswith(tuple(f"{found['noun']}{particle}" for particle in _TOPIC))


def _announced(said: str) -> str:
    """What an announcement names, "물길의 특징"; another label as it is."""
    bare = shapes.unannounced(said).strip()
    if bare == said:
        return said
    if not list(particles.topics(bare)):
        bare = topics.OPENING.sub("", bare)
    plain = topics.OPENING.sub("", said).rstrip(" .:：")
    if not _tells_more(plain) or not bare:
        return bare
    found = _OF_KIND.match(plain)
    if found is None or not set_noun(found["noun"]):
        # "나루는 다음과 같은 이유로 붐빈다": a name would leave out what is told
        return plain if interrogative.question(plain) else bare
    topic = found["topic"]
    if not topic or topics.is_no_name(topic):
        return found["noun"]  # "이 방법은 다음과 같은 장점이 있다"
    return f"{topic}의 {found['noun']}" if shapes.is_term(topic) else plain


def _without_topic(plain: str) -> str:
    """A label without the particle that leads to what stands beneath it: "산호초는"."""
    name = topics.OPENING.sub("", led_by(plain))
    return name if shapes.is_name(name) and not topics.is_no_name(name) else plain


# "이 장에서 다루는 개념", "수의 다른 정의": what goes with its noun, and is no name without it.
# So does 분배적; nouns end in 적, too: 내적, 지적, 이중국적, 단면적.
_DESCRIBES = expression(
    r"(?:[가-힣](?:는|될|적인)|(?<![가-힣])[가-힣]{2}(?<![면목퇴추누흔])(?<!무국)적"
    rf"|(?<![가-힣])(?:{lists.either(words.BEFORE_A_NOUN)}))$"
)


def _without_aspect(name: str) -> str:
    """A name without the aspect of it that a label asks for: 산호 for "산호의 정의"."""
    bare, found = OF_ASPECT.subn("", name)
    return name if not found or _DESCRIBES.search(bare) else without_of(bare)


_LATIN = expression(r"[A-Za-z][A-Za-z' .-]+")


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
    return (clean(names(questions.asked("".join(said)))[0]),)


def _italics(text: Text) -> int:
    length = 0
    for run in reversed(text.runs):
        if not run.has("em", "footnote"):
            break
        length += len(run.text)
    return length


def _signs(text: Text) -> tuple[str, ...]:
    """The formulas and the code of a label: brackets in them are of its name."""
    return tuple(
        run.text
        for run in text.runs
        if run.has("math") or (run.has("code") and not re.search(r"[가-힣]", run.text))
    )


# "헤징hedging", "무아無我": the name in another language, without brackets.
GLUED = expression(
    r"(?P<name>[가-힣][가-힣\s]*[가-힣])(?P<other>[A-Za-z][a-z]{3}[A-Za-z '-]*|[一-龥]{2,})"
)


def names(name: str, signs: Sequence[str] = ()) -> tuple[str, tuple[str, ...]]:
    """`용어(약어, 원어)` and `용어원어` to the name and the other names; `signs` stay whole."""
    whole = name.strip()
    # In Hangul, as most names end, none in another language ends.
    glued = None if "가" <= whole[-1:] <= "힣" else GLUED.fullmatch(whole)
    if glued:
        return glued["name"], (glued["other"].strip(),)
    hits = [
        hit for hit in GLOSS.finditer(name) if not any(hit[0].strip() in sign for sign in signs)
    ]
    if not hits:
        return (whole if _WORD.search(name) else name), ()  # as most are
    cuts = pairwise([0, *(at for hit in hits for at in hit.span()), len(name)])
    bare = "".join(name[start:end] for start, end in islice(cuts, 0, None, 2)).strip()
    if not _WORD.search(bare):
        return name, ()
    inner = [part.strip() for hit in hits for part in re.split(r"[,，;=/]", hit[1])]
    found = [part for part in inner if part and len(part) <= shapes.LONGEST_NAME]
    return bare, tuple(dict.fromkeys(n for n in found if n != bare))
