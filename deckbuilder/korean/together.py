"""Names that a text tells apart side by side: "물길은 윗물길과 아랫물길로 나뉜다".

What it does with two things, or says of both, tells none apart: "윗물길과 아랫물길을 걷는다".
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from deckbuilder.korean.counts import SO_MANY
from deckbuilder.korean.glosses import GLOSS
from deckbuilder.korean.particles import joins
from deckbuilder.korean.shapes import compact
from deckbuilder.model import value
from deckbuilder.regular import any_of, expression

# All of these read a sentence without blanks.

# What stands between two names, and what says by itself that one of them is chosen.
_CHOOSES = any_of({"논 또는 밭": "또는|혹은", "논 vs 밭": r"vs\.?"})
_BETWEEN = any_of(
    {
        "논과 밭": r"[과와]",
        "논, 밭": r",(?:그리고|및)?",
        "논·밭": r"[·/&]",
        "논 및 밭": "및|그리고",
        "논 또는 밭": _CHOOSES.pattern,
    }
)
_KINDS = r"(?:종류|유형|방식|갈래|형태)"
_COUNT = rf"(?:\d|{SO_MANY}|여러)가지"
_SO = "(?:크게|다시|각각|서로|또|더|완전히|매우|전혀|많이)*"
_APART = r"(?:구[분별](?!없)|대비(?:되|된|를이)|대조)"
# What tells them apart behind the last of them.
_BEHIND = any_of(
    {
        "으로나뉜": rf"으?로{_SO}(?:나[뉘뉜뉩뉠누눈눌눠]|갈[라려린릴]|구[분별]|분류|구성|이루어)",
        "의차이": r"(?:사이|간)?의?(?:가장큰|주요|주된)?(?:차이(?!가?없)|비교(?!적)|다른점|공통점)",
        "의구분": rf"의{_APART}",
        "를비교": rf"[을를]{_SO}(?:비교(?!적)|견주|{_APART})",
        "는서로다르": rf"[은는이가]{_SO}(?:다르|다릅|달라|반대(?:이|다|되|된|인|말)|{_APART})",
        "중하나": r"(?:중|가운데)(?:에서?)?(?:하나|한|어느|어떤|무엇|선택|고르|고른|골라)",
        "두가지": rf"(?:의|이?라는|이?란|으?로)?[,:=–—-]?{_COUNT}",
        "방식": rf"(?:이?라는)?[두세네\d]?{_KINDS}",
    }
)
_BEHIND_ALL = expression(f"등?(?:{_BEHIND.pattern})")
# What does so in front of the first.
_BEFORE = expression(
    rf"(?:{_KINDS}|구분|분류|{_COUNT})들?(?:[은는이가인]|이다|[이가]있는데|(?:에|으?로)는?)?\W*$"
)
LONGEST_BEFORE = 15
# What may end the word that a name begins: "환원은"; but 환원제 is another.
_ENDED = expression(
    r"(?:등|들)?(?:[이가은는을를의와과도만인]|에서?는?|에게|으?로(?:[는서도써])?|이?[나다며고]|입니다"
    r"|이?란|이?라[는고]|간|끼리|사이|부터|까지|마다)?\W*"
)
# A comma behind one of these ends a clause, and joins no names.
_CLAUSE = expression(r"[은는이가을를로에고며면데서]\W*,$")
_JOINING = frozenset("및 또는 혹은 그리고 vs vs.".split())
_SIGNS = tuple(",·/&")
_SENTENCES = expression(r"(?<=[.!?])\s+")
_MARKS = str.maketrans("", "", "\"'“”‘’`")
# A letter alone stands in too many words.
_SHORTEST = 2


@value(frozen=True, eq=False)
class Together:
    """Which names are told apart together, by the numbers of the groups that hold each."""

    groups: Mapping[str, frozenset[int]]

    def hold(self, one: str, other: str) -> bool:
        """Whether a group holds both of two names."""
        first, second = (self.groups.get(_bare(name), frozenset()) for name in (one, other))
        return not first.isdisjoint(second)


class _Sentence(NamedTuple):
    """A text without blanks, and where its words begin, in their order; its end closes these."""

    said: str
    words: list[int]

    def word(self, before: int) -> str:
        """The word in front of one that begins there."""
        at = bisect_left(self.words, before)
        return self.said[self.words[at - 1] : before] if at else ""

    def is_ended(self, at: int) -> bool:
        """Whether a word ends there, or its particles begin."""
        return bool(_ENDED.fullmatch(self.said, at, self.words[bisect_left(self.words, at)]))


class _Group(NamedTuple):
    """Names in a sentence, what stands between them, and where they begin and end."""

    names: frozenset[str]
    between: tuple[str, ...]
    start: int
    end: int


def named_together(names: Iterable[str], heading: str, lines: Iterable[str]) -> Together:
    """The names that a heading consists of, or that lines divide, compare or choose from."""
    known = frozenset(bare for name in names if len(bare := _bare(name)) >= _SHORTEST)
    lengths = sorted({len(name) for name in known}, reverse=True)
    found = set[frozenset[str]]()
    if len(known) > 1:
        head = _sentence(heading)
        found.update(one.names for one in _groups(known, lengths, head) if _is_all(one, head))
        sentences = (piece for line in lines for piece in _SENTENCES.split(line))
        for sentence in map(_sentence, sentences):
            groups = _groups(known, lengths, sentence)
            found.update(one.names for one in groups if _are_apart(one, sentence))
    numbers = defaultdict[str, set[int]](set)
    for number, group in enumerate(found):
        for name in group:
            numbers[name].add(number)
    return Together({name: frozenset(held) for name, held in numbers.items()})


def _sentence(plain: str) -> _Sentence:
    said, words = "", list[int]()
    pieces = GLOSS.sub("", plain).translate(_MARKS).lower().split()
    for piece in pieces:
        words.append(len(said))
        words += (
            len(said) + at + 1
            for at, (sign, behind) in enumerate(pairwise(piece))
            if not sign.isalnum() and behind.isalnum()
        )
        said += piece
    return _Sentence(said, [*words, len(said)])


def _groups(known: frozenset[str], lengths: list[int], sentence: _Sentence) -> Iterator[_Group]:
    """The names as they stand in a sentence, those that nothing else stands between as one."""

    def name_at(start: int) -> str:
        ends = (start + length for length in lengths)
        names = (sentence.said[start:end] for end in ends if end <= len(sentence.said))
        held = (name for name in names if name in known)
        return next((name for name in held if sentence.is_ended(start + len(name))), "")

    end = 0
    for start in sentence.words:
        name = name_at(start) if start >= end else ""
        if not name:
            continue
        names, between, end = {name}, list[str](), start + len(name)
        while (sign := _BETWEEN.match(sentence.said, end)) and (name := name_at(sign.end())):
            names.add(name)
            between.append(sign[0])
            end = sign.end() + len(name)
        if len(names) > 1:
            yield _Group(frozenset(names), tuple(between), start, end)


def _is_all(group: _Group, sentence: _Sentence) -> bool:
    """Whether a heading is nothing but names; a series ("나루, 고개") may be a chapter's plan."""
    whole = not group.start and group.end == len(sentence.said)
    return whole and not any("," in sign for sign in group.between)


def _are_apart(group: _Group, sentence: _Sentence) -> bool:
    """Whether a sentence tells these names apart, and no other with them."""
    said, end = sentence.said, group.end
    if _goes_before(sentence, group.start):
        return False
    if _BEHIND_ALL.match(said, end):
        return True
    sign = _BETWEEN.match(said, end)
    if sign and sign.end() < len(said):
        return False
    before = said[max(0, group.start - LONGEST_BEFORE) : group.start]
    return any(map(_CHOOSES.match, group.between)) or bool(_BEFORE.search(before))


def _goes_before(sentence: _Sentence, start: int) -> bool:
    """Whether another name stands in front, joined to the one that begins there: "논, 밭과 들"."""
    word = sentence.word(start)
    joined = word[-1:] in ("와", "과") and joins(word[:-1], word[-1])
    listed = word.endswith(_SIGNS) and not _CLAUSE.search(word)
    return joined or listed or (word in _JOINING and word != sentence.said[:start])


def _bare(plain: str) -> str:
    return compact(GLOSS.sub("", plain)).translate(_MARKS)
