"""What a card shows that asks for a name: what is said of it, and nothing that gives it away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from deckbuilder.cards.blanks import BLANK, GENERAL, blank, shows
from deckbuilder.korean import figures, initials, loanwords, sentences, translations, words
from deckbuilder.korean.standing_in import PARTICLE, THIS
from deckbuilder.model import PLAYED, Kind, Node, Run, Text
from deckbuilder.regular import any_of, expression

# Letters that have to be left of a description for each of its blanks, so that there is something
# to recognise a thing by, and the most that can be taken in at a glance.
FEWEST, MOST = 8, 250
# A word of so many syllables tells its name, whatever follows.
LONG = 3
# A text with more blanks is a riddle.
MOST_BLANKS = 2
POINTS_AWAY = expression(
    rf"(?:{BLANK}(?:이란|은|이)?,?\s+)?(?:{BLANK})?(?:{'|'.join(words.POINTING)})(?=[\s,])"
)
# "이것이란 개념을 …" tells of the word.
NAMED = "개념|용어|말|단어|낱말|이름|표현"
# A sentence begins with the blank, behind which its other name may stand.
_FIRST = rf"^\W*{BLANK}[\"'”’」]?\s*(?:\([^()]*\)\s*)?"
# What is told is told of the blank; in "이것 안에 있는 …" it is not.
OF_BLANK = any_of(
    {
        f"{BLANK}: 물이 흐르는 길": rf"{_FIRST}[:=,]",
        f"{BLANK}(waterway)은 흐른다": rf"{_FIRST}[은는도의]",
        f"{BLANK}이 흐른다": rf"{_FIRST}이[가라\s]",
        f"{BLANK}이란 길이다": rf"{_FIRST}이란(?!\s(?:{NAMED})[을를은는이가]\s)",
        BLANK: rf"{_FIRST}$",
        f"논에 {BLANK}을 낸다": rf"[^\W{BLANK[0]}]\W*{BLANK}(?:[가-힣.,]|$)",
    }
)
# "… 의 이것 담당자가 …": the blank is a part of another name, which nobody can read. Where the
# sentence speaks of just that, anybody can: "이것 확장이란 …".
IN_ANOTHER = expression(rf"{BLANK}\s([가-힣]+)")
TOPIC = expression(rf"^\W*{BLANK}\s[가-힣]+(?:은|는|이?란)\s")
BEHIND_BLANK = GENERAL.union("및 또는 혹은 자체 즉 사이 안 밖 위 속 옆".split())
PARTICLE_BEHIND = expression(rf"(?:{PARTICLE})$")
# What goes on with another thing: "… 밝은 반면,".
IN_THE_AIR = expression(r"(?:반면에?|지만|[은는인]데|으나|며|하고|이고),?$")
# What a blank is read as, and stands for something else.
OWN_THIS = expression(rf"(?<![가-힣]){THIS}")
_ENDS_IN_THE_AIR = tuple("면에만데나며고,")
# "감탄" of 감탄사, in "감탄할 때"; "세포를 …" is fair to ask 세포막 by.
SYLLABLES, VERB = expression(r"[가-힣]{3,}"), "[하한할해함했되된될돼됨됐적]"
# A science and a sort are called by what they are about.
OF_WHAT = ("학", "식", "형")
# Latin words, those that are written as one apart: Item and Reader of ItemReader; and the fewest
# letters in which two begin alike that are of one root.
LATIN_WORD, LEAST_ALIKE = expression(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])"), 5
LONG_WORD = expression(r"[가-힣]{5,}")
# What may be two words in one, 외환시장, and the fewest syllables of each.
COMPOUND, FEWEST_OF_HALF = expression(r"[가-힣]{4,}"), 2
# What stands between the words of a name: "값/키 나무", "나무의 뿌리".
BETWEEN, OWNER = expression(r"[\s/·]+"), expression(r"(?<=[가-힣]{2})의$")
# Behind the word that tells of what sort a thing is.
SORT = any_of(
    {
        "이다.": r"(?:이다|다|입니다|임)?(?:[.,]|$)",
        "입니다 ": r"(?:이다|입니다)\s",
        "로서,": r"(?:으로|로)서?,",
    }
)


def described(body: Sequence[Node], names: Iterable[str]) -> tuple[Node, ...] | None:
    """What is said of a thing, as a card shows it that asks for its name.

    Args:
        body: the blocks that say it.
        names: all that would tell it; see `blanks.names_of`. The first is its name.

    Returns:
        the blocks, as many: blanks in the place of the names, and nothing that plays. None where a
        name would still show: in a longer word, word by word, in the other script, spelt out; or
        where the note's own 이것 stands in front of all blanks, and would be taken for one.
    """
    names = tuple(names)
    blanked = blank([node.rewritten(_silent) for node in body], names)
    if blanked is None or _is_spelt_out(names[0], blanked) or _is_read_alike(names, blanked):
        return None
    before, hidden, _ = " ".join(node.plain for node in blanked).partition(BLANK)
    if hidden and OWN_THIS.search(before):
        return None
    tells = (
        is_read_but_for_its_end,
        _is_read_but_for_its_sort,
        _is_read_in_halves,
        _is_begun_in_latin,
        _is_begun_in_hangul,
    )
    return None if any(told(names[0], blanked) for told in tells) else blanked


def _is_read_alike(names: Sequence[str], body: Sequence[Node]) -> bool:
    """Whether one of the names stands there in another spelling.

    In the other script, in the other language, or as what it is short for.
    """
    said = " ".join(node.plain for node in body)[: 2 * MOST]
    spellings = (loanwords.read_alike, translations.translated, initials.spelt_out)
    return any(told(name, said) for told in spellings for name in names)


def _is_spelt_out(name: str, body: Sequence[Node]) -> bool:
    """Whether a word of a name can be read there: 빗물 of "빗물 호수" tells half of it.

    What the last one says is of what sort a thing is, where the sentence ends in it ("사이드카
    컨테이너": "… 하는 컨테이너이다"). A word that says of what sort many things are tells nothing.
    """
    *_, last = spelt = [OWNER.sub("", word) for word in BETWEEN.split(name) if word] or [""]
    parts = [part for part in spelt if len(part) > 1 and part not in GENERAL]
    if any(shows(node, [part for part in parts if part != last]) for node in body):
        return True
    if len(parts) < 2 or last not in parts:
        return False
    behind = [(line, hit + len(last)) for line in _said(body) if (hit := line.rfind(last)) >= 0]
    return bool(behind) and not any(SORT.match(line, at) for line, at in behind)


def is_read_but_for_its_end(name: str, body: Sequence[Node]) -> bool:
    """Whether a verb there is all of a name but its last syllable: 감탄사, "감탄할 때".

    Of a longer name any word that begins so tells it: 네트워킹, 네트워크; and of a science or a
    sort what it is about: 해양학, "해양을 …"; 여과식, "여과지로 …".
    """
    return any(
        word not in GENERAL and _is_begun(word, plain)
        for word in filter(SYLLABLES.fullmatch, name.split())
        for plain in _said(body)
    )


def _is_begun(word: str, plain: str) -> bool:
    """Whether another word begins as this one does, up to its last syllable."""
    stem = word[:-1]
    any_word = len(stem) >= LONG or word.endswith(OF_WHAT)
    begun = rf"(?<![가-힣]){stem}(?!{word[-1]}){'' if any_word else VERB}"
    return stem in plain and bool(re.search(begun, plain))


def _is_read_but_for_its_sort(name: str, body: Sequence[Node]) -> bool:
    """Whether a long word of a name is begun there: 수질보호구역, "수질보호를 위해"."""
    begun = [word[:-2] for word in name.split() if LONG_WORD.fullmatch(word)]
    said = " ".join(_said(body)) if begun else ""
    return any(re.search(rf"(?<![가-힣]){stem}", said) for stem in begun)


def _is_read_in_halves(name: str, body: Sequence[Node]) -> bool:
    """Whether both words stand there of which a name is made: 외환 and 시장 of 외환시장."""
    if not COMPOUND.fullmatch(name):
        return False
    said = " ".join(_said(body))
    splits = range(FEWEST_OF_HALF, len(name) - FEWEST_OF_HALF + 1)
    return any(name[:at] in said and name[at:] in said for at in splits)


def _is_begun_in_latin(name: str, body: Sequence[Node]) -> bool:
    """Whether a Latin word there begins as one of a name: Compiler, "compile한다"."""
    own = _latin_words(name)
    said = _latin_words(" ".join(_said(body))) if own else frozenset()
    by_itself = {word.lower() for word in name.split()}  # may be there: see `_is_spelt_out`
    pairs = ((word, other) for word in own for other in said)
    return any(
        word not in by_itself if word == other else _begin_alike(word, other)
        for word, other in pairs
    )


def _is_begun_in_hangul(name: str, body: Sequence[Node]) -> bool:
    """Whether a Latin word of a name but its last is read there: 디버깅, of Debugging Session.

    One that is read as a sort of things tells nothing: Network.
    """
    *first, _ = name.split() or [""]
    long = [word for word in first if LATIN_WORD.fullmatch(word) and len(word) >= LEAST_ALIKE]
    said = " ".join(_said(body)) if long else ""
    read = [word for word in long if loanwords.read_alike(word, said)]
    return any(not any(loanwords.read_alike(word, sort) for sort in GENERAL) for word in read)


def _latin_words(text: str) -> frozenset[str]:
    words_ = LATIN_WORD.findall(text)
    return frozenset(word.lower() for word in words_ if len(word) >= LEAST_ALIKE)


def _begin_alike(word: str, other: str) -> bool:
    pairs = zip(word, other, strict=False)
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    short, long = sorted(map(len, (word, other)))
    return alike >= LEAST_ALIKE and (alike == short or 3 * alike >= 2 * long)


def left_of(name: str, body: Sequence[Node]) -> tuple[str, ...]:
    """The words of a name that would tell it beside its last one, which a description has.

    빗물 of "빗물 호수", in "… 고인 호수이다".
    """
    *first, last = name.split() or [""]
    words_ = tuple(word for word in first if len(word) > 1 and word not in GENERAL)
    return words_ if words_ and any(last in plain for plain in _said(body)) else ()


def _said(body: Sequence[Node]) -> list[str]:
    return [line.plain for line in _lines(body)]


def _lines(body: Sequence[Node]) -> Iterator[Text]:
    return (line for node in body for part in node.walk() for line in part.lines)


def has_command(body: Sequence[Node]) -> bool:
    """Whether code stands in a line that does something: `rollout undo`, `f(x)`."""
    return any(
        run.has("code") and re.search(r"\w[\s(]", run.text)
        for node in body
        for part in node.walk()
        for line in part.lines
        for run in line.runs
    )


def without_code(body: Sequence[Node]) -> tuple[Node, ...]:
    """Blocks without those of code, whose names tell the term as often as not."""
    if not any(part.kind == Kind.CODE for node in body for part in node.walk()):
        return tuple(body)
    return tuple(
        replace(node, children=without_code(node.children))
        for node in body
        if node.kind != Kind.CODE
    )


def stands_by_itself(body: Sequence[Node]) -> bool:
    """Whether blocks say enough, in words, and not of what stands before or behind them."""
    parts = (part for node in body for part in node.walk() if part.kind != Kind.CODE)
    lines = [line for part in parts for line in part.lines]
    said = " ".join([line.plain for line in lines])
    left = sum([line.letters for line in lines])
    blanks = said.count(BLANK)
    enough = FEWEST * max(1, blanks)
    whole = (
        blanks <= MOST_BLANKS
        and not figures.mostly(said)
        and not POINTS_AWAY.match(said.lstrip())
        and not _stops_in_the_air(said.rstrip())
    )
    return enough <= left <= MOST and whole


def _stops_in_the_air(said: str) -> bool:
    return said.endswith(_ENDS_IN_THE_AIR) and bool(IN_THE_AIR.search(said))


def is_about_blank(body: Sequence[Node]) -> bool:
    """Whether what is said first is said of the blank: it is the topic, or what is so called.

    "이것 안에 있는 …" tells of something else, and the name is only met on the way.
    """
    first = _first(body)
    return BLANK not in first or (bool(OF_BLANK.search(first)) and not _is_in_another(first))


def is_in_another(body: Sequence[Node]) -> bool:
    """Whether a blank stands at first in the middle of another name: "이것 담당자가 …"."""
    return _is_in_another(_first(body))


def _is_in_another(first: str) -> bool:
    hits = IN_ANOTHER.finditer(TOPIC.sub("", first))
    behind = (PARTICLE_BEHIND.sub("", hit[1]) for hit in hits)
    return any(word and word not in BEHIND_BLANK for word in behind)


def _first(body: Sequence[Node]) -> str:
    """The first sentence of a description, if a blank may stand in it."""
    line = next(filter(None, _lines(body)), None)
    return sentences.split(line)[0].plain if line and BLANK in line.plain else ""


def _silent(line: Text) -> Text:
    """A line without what plays, and says the answer aloud."""
    if not any(map(_plays, line.runs)):
        return line
    return replace(line, runs=tuple(run for run in line.runs if not _plays(run)))


def _plays(run: Run) -> bool:
    return any(mark.kind == "image" and PLAYED.search(mark.value) for mark in run.marks)
