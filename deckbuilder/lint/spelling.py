"""Slips of spelling: a word that stands once, a letter away from one that the notes know well.

Korean words change their ends, real words lie close together (읽어야, 있어야; 케이블, 테이블), and
no list holds all of them. So a word counts as a slip only where all of this holds: it stands once,
and is no name; what it is taken for is a noun, and a name of the notes or met often; and a finger
or an ear takes the one letter for the other, or the word is so long that it is far from all others.
One of two syllables has to be of a family besides: 단력적 beside 탄력성.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckbuilder.diagnostics import Severity
from deckbuilder.korean.standing_in import PARTICLE
from deckbuilder.language import N_
from deckbuilder.lint.jamo import Difference, difference
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.lint.vocabulary import LOANWORDS, NUMERALS
from deckbuilder.model import Definition, LabelKind, Text
from deckbuilder.regular import expression

WORD = expression("[가-힣]+")
# What a noun has behind it when it becomes a verb or an adjective.
VERBAL = (
    r"(?:하|되|시키|당하)[가-힣]{0,4}|(?:한|할|함|해|했|된|될|됨|돼|됐)[가-힣]{0,3}|이[가-힣]{1,3}"
)
ENDS = expression(
    rf"(?:적|성|화)?(?:{VERBAL}|(?:들|별|상|간|등|시|식|형|용)?(?:인|임)?(?:{PARTICLE})?)"
)
# What ends in these is a sentence's end, and has no noun to be taken for: 좋아요, 좋나요.
SENTENCE_ENDS = frozenset("요다죠까")
# Behind nouns alone; what two of them follow is no verb.
OF_NOUNS = frozenset("은 는 이 가 을 를 의 에 에서 에게 과 와 로 으로 에는 에서는 들 도".split())
FEWEST_PARTICLES = 2
# What makes a word of another: the rest has to be told from others by itself.
SUFFIX = expression(r"[가-힣][적성화자률율력식형도기법론설권제사수값량부점용]$")
# Of a family of words: 탄력성, 탄력적.
FAMILY = tuple("적성화")
SHORT, STEM, LONG, LONGEST = 2, 3, 4, 8
# The name of a thing that stands so often is spelt as it should be.
OFTEN = 3


class Word(NamedTuple):
    """A word of a note, and where it stands."""

    text: str
    line: Text


def _slips(notes: Notes) -> Iterator[Found]:
    words = [Word(hit[0], line) for line, plain in notes.said for hit in WORD.finditer(plain)]
    known = _Known(Counter(word.text for word in words), frozenset(_names(notes)))
    for word in words:
        found = _meant(word.text, known) if known.times[word.text] == 1 else None
        if found:
            yield Found(word.line.span, found[0], {"name": found[0], "other": found[1]})


def _pieces(word: str, sizes: Iterable[int]) -> Iterator[str]:
    for size in sizes:
        for at in range(len(word) - size + 1):
            yield word[at : at + size]


def _stem(word: str) -> str:
    """The word without what may be an ending: the shortest that has two syllables or more."""
    ends = (at for at in range(SHORT, len(word)) if ENDS.fullmatch(word, at))
    return word[: next(ends, len(word))]


def _names(notes: Notes) -> Iterator[str]:
    """The words of all terms."""
    texts = [
        node.label.name
        for node, _ in notes.labels
        if node.label and node.label.kind == LabelKind.TERM
    ]
    texts += [
        unit.front
        for reading in notes.readings
        for unit in reading.units
        if isinstance(unit, Definition)
    ]
    for text in texts:
        words = WORD.findall(text)
        yield from words[-1:]  # 물막이둑 is a name as it is; of 둑의 높이 it is the last word
        yield from map(_stem, words)


class _Known:
    """The words that are spelt as they should be."""

    def __init__(self, times: Counter[str], names: frozenset[str]) -> None:
        self.times, self.names = times, names
        self.pieces: Counter[str] = Counter()
        behind: dict[str, set[str]] = defaultdict(set)
        for word, number in times.items():
            for piece in set(_pieces(word, range(SHORT, LONGEST + 1))):
                self.pieces[piece] += number
            stem = _stem(word)
            behind[stem].add(word[len(stem) :])
        nouns = {
            stem
            for stem, ends in behind.items()
            if self.pieces[stem] >= OFTEN and len(ends & OF_NOUNS) >= FEWEST_PARTICLES
        }
        self._near: dict[tuple[int, str, str], list[str]] = defaultdict(list)
        for stem in sorted(nouns | names | LOANWORDS):
            for at in range(len(stem)):
                self._near[at, stem[:at], stem[at + 1 :]].append(stem)

    def is_met(self, stem: str) -> bool:
        """Whether a word is known, or stands in other words as well."""
        return stem in self.names or stem in LOANWORDS or self.pieces[stem] > 1

    def is_family(self, root: str) -> bool:
        """Whether other words are made of it: 탄력성, 탄력적 of 탄력."""
        return any(self.pieces[root + end] for end in FAMILY)

    def near(self, stem: str, at: int) -> Iterable[str]:
        """Those that differ from a word in the syllable at this place alone."""
        return self._near.get((at, stem[:at], stem[at + 1 :]), ())


def _meant(word: str, known: _Known) -> tuple[str, str] | None:
    """The piece of a word that is a slip, and what it is one for."""
    stem = _stem(word)
    if not SHORT <= len(stem) <= LONGEST or stem[-1] in SENTENCE_ENDS or known.is_met(stem):
        return None
    for at in range(len(stem)):
        for other in known.near(stem, at):
            apart = difference(stem[at], other[at])
            if apart and _is_slip(stem, other, at, apart, known):
                return stem, other
    return None


def _is_slip(stem: str, other: str, at: int, apart: Difference, known: _Known) -> bool:
    """Whether a word that is like another in all syllables but that at `at` is a slip for it."""
    if {stem[at], other[at]} <= NUMERALS or _is_variant(apart):
        return False
    last = at == len(stem) - 1
    if len(stem) == SHORT or _is_derived(stem, other, known):
        return at == 0 and apart.is_breath and known.is_family(other[:SHORT])
    if not known.pieces[other]:  # it is known from the list alone
        return apart.is_breath or (len(stem) >= LONG and apart.is_near)
    if len(stem) == STEM:
        # Loanwords are told apart by how they begin: 포스팅, 호스팅.
        # The last syllable may be an ending of its own: 당연시, 당연히.
        sure = apart.is_breath or apart.at == 1
        return apart.is_near and (sure or at > 0) and (sure or not last)
    # The syllable and its neighbour are no word of their own: 방식 in 개발방식 is one.
    around = (stem[max(0, at - 1) : at + 1], stem[at : at + 2])
    strange = all(known.pieces[piece] <= 1 for piece in around if len(piece) == SHORT)
    return strange and not last and not apart.is_missing


def _is_derived(stem: str, other: str, known: _Known) -> bool:
    """Whether a word is one of two syllables with a suffix: of 시용자 the rest is 시용.

    What else begins with its first two syllables shows it, too: 당연시 beside 당연히.
    """
    if len(stem) != STEM:
        return False
    root = stem[:SHORT]
    alone = known.pieces[root] > 1 + (known.pieces[other] if other.startswith(root) else 0)
    return bool(SUFFIX.fullmatch(stem, 1)) or alone


def _is_variant(apart: Difference) -> bool:
    """Whether words are spelt in both ways: 쓰레드, 스레드; 최댓값, 최대값."""
    tense = {"ㄱ": "ㄲ", "ㄷ": "ㄸ", "ㅂ": "ㅃ", "ㅅ": "ㅆ", "ㅈ": "ㅉ"}
    pair = set(apart.letters)
    return any({lax, hard} == pair for lax, hard in tense.items()) or pair == {" ", "ㅅ"}


MISSPELT = Lint(
    code="spelling",
    severity=Severity.WARNING,
    message=N_("'{name}' may be a slip for '{other}'"),
    hint=N_("mend it, or say <!-- deckbuilder: ignore spelling --> if it is right"),
    about=N_(
        "A word that stands once, one letter of Hangul away from a name of the notes, from a noun "
        "that they have often, or from a well-known loanword (단력적 and 탄력성, 디스그 and "
        "디스크). Few words count, so that few findings are wrong: no verbs, no word that is met "
        "twice, and no short one but where keys lie side by side or letters are said alike. "
        "Neither does what differs in its ending alone, in a number (일차, 이차), or as loanwords "
        "are spelt in two ways."
    ),
    bad="""\
### 갯바위
물결이 닿는 바닷가의 바위이다.

### 선착장
겟바위 곁에 있는, 배가 닿는 자리이다.
""",
    good="""\
### 갯바위
물결이 닿는 바닷가의 바위이다.

### 선착장
갯바위 곁에 있는, 배가 닿는 자리이다.
""",
    find=_slips,
)
