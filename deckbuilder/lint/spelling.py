"""Slips of spelling: a word that stands once, a letter away from one that the notes know well.

Korean words change their ends, and real words lie close together (이차, 일차; 최소값, 최고값), so
that a word counts as a slip only where it is met once and nowhere else, in prose and not as a name,
and the other one is a name of the notes, stands in them often, or is a loanword that all know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from deckbuilder.diagnostics import Severity
from deckbuilder.korean.standing_in import PARTICLE
from deckbuilder.language import N_
from deckbuilder.lint.jamo import SAME_PLACE, VOWEL, apart
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.lint.vocabulary import LOANWORDS, NUMERALS
from deckbuilder.model import Text

WORD = re.compile("[가-힣]+")
# What a noun has behind it when it becomes a verb, an adjective, another noun.
DERIVED = (
    r"(?:하|되|시키|당하|받)[가-힣]{1,4}|(?:한|할|함|해|했|된|될|됨|돼|됐)[가-힣]{0,4}|이[가-힣]{1,3}|적[가-힣]{0,3}|"
    r"(?:성|화|력|별|들|용|식|형|상|간|측|시|때|등)"
)
ENDS = re.compile(rf"(?:{DERIVED})?(?:{PARTICLE})?")
STEM = 2
# A loanword of more syllables is far from all others.
LONG = 4
# What makes another noun of a noun, and leaves its root to be told from others by two syllables.
SUFFIXES = tuple("적성화")
SUFFIX = re.compile("[적성화자률율력]$")
LONGEST = 8
# The name of a thing that stands so often is spelt as it should be.
OFTEN = 3


class Word(NamedTuple):
    """A word of a note, and where it stands."""

    text: str
    line: Text


def _slips(notes: Notes) -> Iterator[Found]:
    words = [Word(hit[0], line) for line, plain in notes.said for hit in WORD.finditer(plain)]
    counts: Counter[str] = Counter()
    for text, times in Counter(word.text for word in words).items():
        for piece in set(_pieces(text)):
            counts[piece] += times
    names = set(_names(notes))
    known = _Known((word.text for word in words), names, counts)
    for word in words:
        stem, other = _meant(word.text, known)
        if stem:
            yield Found(word.line.span, stem, {"name": stem, "other": other})


def _pieces(word: str) -> Iterator[str]:
    for size in range(STEM, min(LONGEST, len(word)) + 1):
        for at in range(len(word) - size + 1):
            yield word[at : at + size]


def _stems(word: str) -> tuple[str, ...]:
    """The word without what may be an ending, the shortest first; none is of one syllable."""
    found = [word[:at] for at in range(STEM, len(word)) if ENDS.fullmatch(word, at)]
    return tuple(stem for stem in (*found, word) if len(stem) <= LONGEST)


def _names(notes: Notes) -> Iterator[str]:
    """The words of all names: labels, what is bold, what cards ask for."""
    texts = [node.label.text.plain for node, _ in notes.labels if node.label]
    texts += [unit.front for reading in notes.readings for unit in reading.units]
    texts += [run.text for line in notes.spoken for run in line.runs if run.has("strong", "mark")]
    for text in texts:
        for word in WORD.findall(text):
            yield from _stems(word)


class _Known:
    """The words that are spelt as they should be."""

    def __init__(self, words: Iterable[str], names: set[str], counts: Counter[str]) -> None:
        self.names, self.counts = names, counts
        self._near: dict[tuple[int, str, str], list[str]] = {}
        stems = {stem for word in set(words) for stem in _stems(word)}
        for stem in sorted(stems | LOANWORDS):
            if stem in names or stem in LOANWORDS or counts[stem] >= OFTEN:
                for at in range(len(stem)):
                    self._near.setdefault((at, stem[:at], stem[at + 1 :]), []).append(stem)

    def is_met(self, word: str) -> bool:
        """Whether it stands in the notes, and not in the list of loanwords alone."""
        return self.counts[word] > 0

    def is_derived(self, root: str) -> bool:
        """Whether another noun is made of it: 탄력성, 탄력적 of 탄력."""
        return any(self.counts[root + end] for end in SUFFIXES)

    def near(self, stem: str, at: int) -> Iterable[str]:
        """Those that differ from a word in the syllable at this place alone."""
        return self._near.get((at, stem[:at], stem[at + 1 :]), ())


def _meant(word: str, known: _Known) -> tuple[str, str]:
    """The piece of a word that is a slip, and what it is one for; two empty texts for none."""
    for stem in _stems(word):
        if known.counts[stem] > 1 or stem in known.names or stem in LOANWORDS:
            return "", ""
    for stem in _stems(word):
        for at in range(len(stem)):
            for other in known.near(stem, at):
                if other != stem and _is_slip(stem, other, at, word[len(stem) :], known):
                    return stem, other
    return "", ""


def _is_slip(stem: str, other: str, at: int, rest: str, known: _Known) -> bool:
    """Whether a word that is like another one but for the syllable at `at` is a slip for it."""
    near = apart(stem[at], other[at])
    if not near or {stem[at], other[at]} <= NUMERALS:
        return False
    if other in LOANWORDS and near == VOWEL:
        return False  # spelt in more than one way: 메시지, 메세지
    if not known.is_met(other):
        return len(stem) > (STEM if near == SAME_PLACE else LONG)
    root = len(stem) - bool(SUFFIX.search(stem))
    if root > STEM:
        return at < len(stem) - 1
    derived = root < len(stem) or any(rest.startswith(end) for end in SUFFIXES)
    return near == SAME_PLACE and derived and known.is_derived(other[:STEM])


MISSPELT = Lint(
    code="spelling",
    severity=Severity.WARNING,
    message=N_("'{name}' may be a slip for '{other}'"),
    hint=N_("mend it, or say <!-- deckbuilder: ignore spelling --> if it is right"),
    about=N_(
        "A word that stands once, one letter of Hangul away from a name of the notes, from a "
        "word that they have often, or from a well-known loanword (단력적 and 탄력성, 디스그 and "
        "디스크). What is met twice is no slip, and neither is what differs in its ending alone, "
        "in a number (일차, 이차), or in the vowel of a loanword."
    ),
    bad="""\
### 방파제
파도를 막으려고 바다에 쌓은 둑이다.

### 선착장
밤파제 안에 있는, 배가 닿는 자리이다.
""",
    good="""\
### 방파제
파도를 막으려고 바다에 쌓은 둑이다.

### 선착장
방파제 안에 있는, 배가 닿는 자리이다.
""",
    find=_slips,
)
