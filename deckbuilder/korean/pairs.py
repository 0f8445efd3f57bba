"""Where a label ends and its text begins on one line: `용어 : 정의`, `**용어** 정의`."""

from __future__ import annotations

import re

from deckbuilder.korean import figures, no_terms, words
from deckbuilder.korean.compiling import pattern
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.numbering import clean, closing, without_numbering
from deckbuilder.korean.particles import CLOSED, OPEN, topics, without_of
from deckbuilder.korean.shapes import (
    LONGEST_NAME,
    VERBATIM,
    bold_end,
    is_caption,
    is_remark,
    is_sentence,
    is_term,
)
from deckbuilder.model import Text

_ARROW = r"(?:->|=>|→|⇒|➡)"
_DASH = r"(?:[-–—]|->|=>|→|⇒|➡)"
# "이 글은 …: …" talks of the note.
POINTING = pattern(r"(?:이|그|저|본|해당)\s")
# How far behind a name its separator may stand: "용어(원어) : ".
LONGEST_GLOSS = 60
# Between a label and its text; a dash, an arrow or = wants a space on both sides.
SEPARATOR = pattern(
    r"(?<!\s)\s*[:：](?!//)\s+|(?<=[^\W\d]|[)\]])\s*[:：](?:(?=[가-힣A-Z(])|(?<=[가-힣)\]].)(?=[a-z]))"
    rf"|(?<!\s)\s+(?P<dash>=|{_DASH})\s+"
)
_SEPARATING = pattern("[:：=→⇒➡–—-]")
# More of them in the text: a chain ("A → B → C"), no definition.
CHAIN = pattern(rf"\s{_DASH}\s")
DASHES = pattern(r"\s[-–—]\s")
# What may not stand behind "… =": there it is a formula.
FORMULA = pattern(r"[\d(]|.*\s[-+*/=]\s")
# A minus, and no dash, stands between these: "Q1 - 1.5(Q3-Q1)", "평균 - 2 * 편차 < x".
_FACTOR = pattern(
    r"\d+(?:\.\d+)?\s?(?:[*×]\s?[^\d\s]|\([A-Za-z\d]+\s?[-+*/])|\d*[A-Za-zα-ω]\s[<>≤≥]=?\s"
)
_OPERAND, _COMPARED = pattern(r"(?<![A-Za-z])[A-Za-zα-ω]\d*$|\)$"), pattern("[<>≤≥=]")
AFTER_BOLD = pattern(rf"\s*(?:[:：]|[-–—=](?=\s)|{_ARROW})\s*|\s+")
# What follows a bold word in its own sentence: a particle or the copula, no definition.
_CASE = "은|는|을|를|의|에|에서|에게|으로|로|와|과|도|만|까지|부터|보다|처럼"
_PARTICLE = rf"{_CASE}|이란|란|이다|입니다|이며|이고"
SPACED_PARTICLE = pattern(rf"(?:{_PARTICLE}|등(?:의|을|이|은|에|에서|으로)?)(?=\s|[.,]|$)")
LATIN_PARTICLE = pattern(r"(?:이|가)\s")
CLOSE_PARTICLE = pattern(
    rf"(?:{_PARTICLE}|이|가|다|나|이나|이라|라|인|적|들|등|하|한|할|함|되|된|됨)"
)

IN_BRACKETS = pattern(r"\([^()\[\]]+[:：][^()\[\]]+\)")
SENTENCE_END = pattern(r"[가-힣)][.!?]$")


def split(text: Text) -> tuple[Text, Text] | None:
    """Take a line `용어 : 정의`, `용어 - 정의`, `**용어** 정의` apart.

    Returns:
        the label and the text behind it, or None when the line is not of that form.
    """
    body = without_numbering(text)
    if IN_BRACKETS.fullmatch(body.plain):
        body = body.cut(1, len(body.plain) - 1)  # "(자동사: …)"
    if is_caption(body.plain):
        return None  # "그림 2. 물의 순환. 출처: …"
    return (
        _split_question(body)
        or _split_reversed(body)
        or _split_bold(body, marked=True)
        or _split_plain(body)
        or _split_bold(body, marked=False)
    )


# "두 물이 섞이는 곳 = 기수": a noun with a clause that tells what it is, and its name behind it.
_ADNOMINAL = "|".join(words.ADNOMINAL_ENDS)
_NAMED = rf"(?:{'|'.join(words.GENERA)}|것|곳|일|행위|사람|때|수|량|값|양)"
REVERSED = pattern(
    rf"(?P<said>[^=→⇒➡]{{4,}}(?:{_ADNOMINAL})\s(?:[^\s=→⇒➡]+\s){{0,2}}"
    rf"[^\s=→⇒➡]*{_NAMED})\s(?:=|{_ARROW})\s(?P<name>[^=→⇒➡:：]{{2,30}}?)\.?"
)
LONGEST_REVERSED = 150
_REVERSING = pattern("[=→⇒➡:：]|->")
# So it may be behind a colon, where a clause stands in front: "값을 잠깐 담아 두는 곳 : 버퍼".
REVERSED_BY_COLON = pattern(
    rf"(?P<said>[^:：]{{4,}}(?:[을를이가로]|에서?)\s[^:：]*(?:{_ADNOMINAL})\s(?:[^\s:：]+\s){{0,2}}"
    rf"[^\s:：]*{_NAMED})(?<!때)\s?[:：]\s(?P<name>[^=→⇒➡:：,]{{2,30}}?)\.?"
)

# What stands so behind a colon is a value, and no name: "4KB 이하", "필수".
VALUE = pattern(
    r"\d\s?(?:[A-Za-z%]{1,3}|개|번|회|초|분|시간|일|자|비트)|"
    r"(?:필수|선택|없음|있음|가능|불가|불가능|이하|이상|미만|초과|참고|참조|필요|동일)$"
)


def _split_reversed(text: Text) -> tuple[Text, Text] | None:
    """A line `정의 = 용어`, `정의 → 용어`, or `정의 : 용어` behind a clause."""
    plain = text.plain
    found = None
    if len(plain) <= LONGEST_REVERSED and _REVERSING.search(plain):  # few lines have such a sign
        found = REVERSED.fullmatch(plain) or REVERSED_BY_COLON.fullmatch(plain)
    if not found or not is_term(found["name"]) or not _may_name(found["name"]):
        return None
    if VALUE.search(found["name"]) or _open_brackets(found["said"]):
        return None  # "… 로 옮겨 적는 일 (단위 : 자루)"
    if any(SEPARATOR.finditer(found["said"])) or is_term(found["said"]):
        return None
    return text.cut(*found.span("name")), text.cut(*found.span("said"))


def _split_bold(text: Text, *, marked: bool) -> tuple[Text, Text] | None:
    """A bold term and its text; `marked` asks for a mark between them, else there is a blank."""
    end = bold_end(text)
    if not end or end >= len(text.plain):
        return None
    gloss = GLOSS.match(text.plain, end)
    if gloss and len(gloss[1]) <= LONGEST_NAME:
        end = gloss.end()
    label = text.cut(0, end)
    if not marked:
        topic = next(iter(topics(f"{label.plain} ")), None)  # "**TCP는** …": 는 is the topic's
        if topic is None and _is_no_topic(label.plain):
            return None
        label = text.cut(0, len(topic[0])) if topic and not topic[1] else label
    separator = AFTER_BOLD.match(text.plain, end)
    initial = re.match(r"[A-Za-z]", text.plain[end:])  # "**S**tate **T**ransfer"
    if separator is None and not initial and not re.search(r"[가-힣]$", label.plain):
        # `**용어:** 정의` and `**용어 *Term***정의` need no space
        separator = pattern("").match(text.plain, end)
    if separator is None or not _may_name(_worded(label)):
        return None
    behind = text.cut(separator.end())
    mark = separator[0].strip() or closing(label.plain) < len(label.plain)
    if not behind or bool(mark) != marked:
        return None
    if marked:
        arrow = re.search(_ARROW, separator[0])
        chain = (CHAIN if arrow else DASHES).search(behind.plain) and _is_dash(separator[0])
        return None if chain else (label, behind)
    return (label, behind) if _is_text(label.plain, separator[0], behind.plain) else None


# "**물을** 옮긴다", "**모든** 물길에 있다", "**3 km** 떨어진 …": bold words of a sentence.
_OBJECT = pattern(rf"(?:{CLOSED}을|{OPEN}를|[^\W가-힣][을를])$")


def _is_no_topic(plain: str) -> bool:
    object_ = without_of(plain) != plain or bool(_OBJECT.search(plain))
    return object_ or plain.strip() in words.NO_TOPIC or figures.is_quantity(plain)


# "**높은 압력** 상태인 …", "**젊은 별** 밀집", "**물** 기반의 …", "**삿대** 또는 **노**": the bold
# words go with the next one.
_GOES_WITH = pattern(
    r"[가-힣]{2,}(?<!적)인\s|[가-힣]{1,3}$|(?:(?:기술|방식|표준|언어)\s)?기반(?:의|으로|인)?\s"
    r"|(?:위주|중심)(?:의|로|으로)\s|(?:이상|이하|미만|이내)(?:의|에|에서)\s|(?:또는|혹은|및)\s"
)


VERSUS = pattern(r"(?:vs\b\.?|대)\s", re.I)


def _is_text(label: str, blank: str, behind: str) -> bool:
    """Whether what follows a bold word without any mark is a text about it."""
    if not re.match(r"[\w(\[\"'“‘]", behind) or CHAIN.search(behind):
        return False
    if _GOES_WITH.match(behind) or VERSUS.match(behind):
        return False
    if not blank:
        return not CLOSE_PARTICLE.match(behind)
    latin = not re.search(r"[가-힣]$", label) and LATIN_PARTICLE.match(behind)
    return not SPACED_PARTICLE.match(behind) and not latin


# A question with its answer on the same line.
ASKED = pattern(r"(?P<question>[^?？]{2,60}[?？])\s*(?:[:：]|[-–—]|->|=>|→)?\s+(?=\S.{3,})")
# A name with an explanation in brackets, and nothing else: "왜도 (치우친 정도, 방향)".
EXPLAINED = pattern(r"(?P<name>[^()]{2,25}?)\s*[(（](?P<text>[^()]*(?:\([^()]*\)[^()]*)*)[)）]\.?$")


def _split_question(text: Text) -> tuple[Text, Text] | None:
    found = ASKED.match(text.plain)
    if (
        not found
        or text.is_inside(found.end("question") - 1, *VERBATIM)
        or '"' in found["question"]
        or _open_brackets(found["question"])  # "(모으는 곳? 아마도)"
        or not re.search(r"[가-힣]", found["question"])  # "x > 0 ? x : -x"
    ):
        return None
    pair = SEPARATOR.search(found["question"])
    if pair and not pair["dash"] and is_term(found["question"][: pair.start()]):
        return None  # "기공 : 잎의 구멍 (왜?) …" asks within a pair
    behind = text.cut(found.end())
    return None if behind.plain.endswith(("?", "？")) else (text.cut(0, found.end(1)), behind)


def split_bracket(text: Text) -> tuple[Text, Text] | None:
    """Take a line `용어 (설명)` apart; one such line alone may be a gloss on anything."""
    text = without_numbering(text)
    found = EXPLAINED.fullmatch(text.plain)
    if not found or not is_term(found["name"]) or not _may_name(found["name"]):
        return None
    inner = found["text"].strip()
    if not re.search(r"(?:는|은|한|된|할|을|를|의|이|가|에서?)\s", inner):
        return None
    return text.cut(0, found.end("name")), text.cut(found.start("text"), found.end("text"))


def _is_dash(separator: str) -> bool:
    return separator.strip() not in ("", ":", "：")


def _split_plain(text: Text) -> tuple[Text, Text] | None:
    plain = text.plain
    if not _SEPARATING.search(plain):
        return None  # as most lines are
    for found in SEPARATOR.finditer(plain, 0, LONGEST_NAME + LONGEST_GLOSS):
        if len(GLOSS.sub("", plain[: found.start()]).strip()) > LONGEST_NAME:
            return None
        label, behind = text.cut(0, found.start()), text.cut(found.end())
        if _open_brackets(_worded(label)) or text.is_inside(found.start(), *VERBATIM):
            continue
        if not label or not behind or not _may_name(_worded(label)):
            return None
        if found["dash"] and _goes_on(label):
            return None
        dash = found["dash"] and found["dash"] in "-–—"
        if dash and (_is_joined(label, behind) or _is_minus(label, behind)):
            continue
        return (
            None if found["dash"] and not _dashed(found["dash"], label, behind) else (label, behind)
        )
    return None


def _goes_on(label: Text) -> bool:
    """Whether what stands before a dash names nothing, but goes on behind it."""
    plain = label.plain
    return bool(
        WORDS_ADDED.search(plain)  # "소금 + 물 → 소금물"
        or SENTENCE_END.search(plain)  # "값을 정한다. - 즉, …"
        or _speaks_of_bold(label)  # "**두레**는 일종의 품앗이 - 서로 돕는 일 - 이다"
    )


def _speaks_of_bold(label: Text) -> bool:
    """Whether a piece begins with a bold name and its particle: it is of a sentence about that."""
    end = bold_end(label)
    name, said = label.plain[:end], label.plain[end:]
    return end > 0 and any(not before.removeprefix(name) for before, _ in topics(name + said))


# Behind the first step of several, and behind what a sum begins with.
_IN_TURN = pattern(r"^\S+\s?(?:순서|순|차례)(?:로|이|임)|^\S+\s순으로")
SUM = pattern(r"^[^\s=]+(?:\s[^\s=]+)?\s=\s")


# What stands between two arrows of a chain is shorter; what is said of a term may go on behind one.
LONGEST_STEP = 50


def _dashed(dash: str, label: Text, behind: Text) -> bool:
    """Whether a dash, an arrow or = stands between a term and its text."""
    chain = DASHES if dash in "-–—" else CHAIN  # "삼투 - 물이 낮은 곳 → 높은 곳으로 옮겨 감"
    turn = chain.search(behind.plain)
    if (turn and turn.start() < LONGEST_STEP) or (dash == "=" and FORMULA.match(behind.plain)):
        return False
    if re.fullmatch(_ARROW, dash) and SEPARATOR.search(behind.plain, 0, LONGEST_NAME):
        return False  # "보내는 쪽 → 받는 쪽 : 요청"
    if re.fullmatch(_ARROW, dash) and _IN_TURN.search(behind.plain):
        return False  # "명반응 → 암반응 순서로 진행된다"
    if dash in "-–—" and SUM.search(behind.plain):
        return False  # "수익 - 비용 = 이익"
    if dash in "-–—=":
        return True
    # "사전처리 → 사후처리" is a change, and no definition
    return is_term(label.plain) and not is_term(behind.plain)


# "보내는 쪽 - 받는 쪽 간의 약속": what is so stands between two.
_BETWEEN = pattern(r"(?:\S+\s){1,2}(?:간|간의|간에|사이의|사이에)\s")


def _is_joined(label: Text, behind: Text) -> bool:
    """Whether a dash joins two names: "개체 - 관계 모델 : 그림으로 …", "신하 - 임금 간의 …"."""
    if _BETWEEN.match(behind.plain):
        return True
    colon = re.search(r"(?<!\s)\s*[:：]\s", behind.plain)
    second = behind.plain[: colon.start()] if colon else ""
    return bool(second) and is_term(label.plain) and is_term(second)


def _is_minus(label: Text, behind: Text) -> bool:
    """Whether a dash is a sign of a formula."""
    sides = _OPERAND.search(label.plain) or _COMPARED.search(behind.plain)
    return bool(sides and _FACTOR.match(behind.plain))


def _open_brackets(plain: str) -> bool:
    open_ = any(plain.count(a) > plain.count(b) for a, b in ("()", "[]", "<>", "{}", "“”"))
    return open_ or plain.count('"') % 2 == 1


# A pattern of grammar, "의문사 + to부정사", and no sum: "a + b".
# In a formula; but "봉수 / 봉화" are two names, and so are "유량(Discharge) / 흐름(Flow)".
_TWO = r"[^\W\d_]{2}"
OPERATOR = pattern(rf"[+*^]\s|(?<!{_TWO})(?<!{_TWO}\s)(?<!{_TWO}\))(?<!{_TWO}\)\s)/\s")
KEYS = pattern(r"\b(?:ctrl|control|alt|shift|cmd|command|win|fn|option)\s\+\s", re.I)
WORDS_ADDED = pattern(r"(?<=[^\W\d_]{2})[)\]]?\s\+\s(?=[\[(~]?[^\W\d_]{2})")


# A name has no such particle: "학교에 : …". 비만 and 알로에 have none.
_FOR_A_VERB = pattern(
    r"[가-힣](?:만|에|에서|까지|부터|으로)"
    rf"{''.join(f'(?<!{noun})' for noun in words.NOUNS_IN_A_PARTICLE)}$"
)


def _worded(text: Text) -> str:
    """A text without the signs of its formulas, which take no name apart: $P(A|B)$, $a + b$."""
    runs = ((run.text, run.has("math")) for run in text.runs)
    return "".join(re.sub(r"\W+", "·", said) if math else said for said, math in runs)


_LETTER = pattern(r"[^\W\d]")
_SYMBOL = pattern(r"[a-z]\d*|[A-Z]")  # a variable, a speaker
_SPEAKER = pattern(rf"(?:{'|'.join(no_terms.SPEAKERS)})\s?[\dA-Z]?")


def _may_name(plain: str) -> bool:
    """Whether a piece in front of a separator may be a label: no remark, no sentence."""
    name = clean(plain)
    bare = GLOSS.sub("", name).strip()
    return (
        bool(_LETTER.search(name))
        and "|" not in name
        and len(bare or name) <= LONGEST_NAME
        and not is_remark(plain)
        and not is_sentence(bare or name)
        and not OPERATOR.search(KEYS.sub(" ", WORDS_ADDED.sub(" ", name)))
        and not _SYMBOL.fullmatch(name)
        and not _SPEAKER.fullmatch(name)
        and not POINTING.match(name)
        and not _FOR_A_VERB.search(bare)
    )
