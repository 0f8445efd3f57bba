"""Slips of spelling: a word that stands once, a letter away from one that the notes know well.

Korean words change their ends, and real words lie close together (이차, 일차; 최소값, 최고값), so
that a word counts as a slip only where it is met once and nowhere else, in prose and not as a name,
and the other one is a name of the notes, stands in them often, or is a loanword that all know.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from deckbuilder.diagnostics import Severity
from deckbuilder.korean.standing_in import PARTICLE
from deckbuilder.language import N_
from deckbuilder.lint.jamo import CONSONANT, SAME_PLACE, VARIANT, VOWEL, apart
from deckbuilder.lint.lint import Found, Lint, Notes
from deckbuilder.lint.vocabulary import LOANWORDS, NUMERALS
from deckbuilder.model import Text

WORD = re.compile("[가-힣]+")
# What a noun has behind it when it becomes a verb, an adjective, another noun; and how verbs end.
DERIVED = (
    r"(?:하|되|시키|당하|받)[가-힣]{1,4}|(?:한|할|함|해|했|된|될|됨|돼|됐)[가-힣]{0,4}|이[가-힣]{1,3}"
    r"|적[가-힣]{0,3}|(?:성|화|력|별|들|용|식|형|상|간|측|시|때|등)"
)
VERBAL = (
    "야|서|면|거나|지만|기|지|고|게|도록|려고?|음|짐|며|던|는|은|다|니다|습니다|어서|아서|아야|어야"
)
ENDS = re.compile(rf"(?:{VERBAL})|(?:{DERIVED})?(?:{PARTICLE})?")
# What makes another noun of a noun, and leaves its root to be told from others by two syllables.
SUFFIXES = tuple("적성화")
SUFFIX = re.compile("[적성화자률율력]$")
# A root has two syllables at least; one of four is far from all others.
ROOT, LONG = 2, 4
# A longer one is a clause without blanks.
LONGEST = 12
# What stands so often is spelt as it should be.
OFTEN = 3


class Word(NamedTuple):
    """A word of a note without its endings, and where it stands."""

    stem: str
    rest: str
    line: Text


def _slips(notes: Notes) -> Iterator[Found]:
    words = [
        Word(*_parted(hit[0]), line) for line, plain in notes.said for hit in WORD.finditer(plain)
    ]
    known = _Known(words, frozenset(_names(notes)))
    for word in words:
        meant = _meant(word, known)
        if meant:
            yield Found(word.line.span, word.stem, {"name": word.stem, "other": meant})


def _parted(word: str) -> tuple[str, str]:
    """A word as the shortest stem that it may have, and the endings behind that."""
    ends = (at for at in range(ROOT, len(word)) if ENDS.fullmatch(word, at))
    at = next(ends, len(word))
    return word[:at], word[at:]


def _names(notes: Notes) -> Iterator[str]:
    """The words of all names, and their stems: labels, what is bold, what cards ask for."""
    texts = [node.label.text.plain for node, _ in notes.labels if node.label]
    texts += [unit.front for reading in notes.readings for unit in reading.units]
    texts += [run.text for line in notes.spoken for run in line.runs if run.has("strong", "mark")]
    for text in texts:
        for word in WORD.findall(text):
            yield from (word, _parted(word)[0])


class _Known:
    """The words that are spelt as they should be."""

    def __init__(self, words: Sequence[Word], names: frozenset[str]) -> None:
        self.names = names
        self.times = Counter(word.stem for word in words)
        self.derived = {word.stem for word in words if word.rest.startswith(SUFFIXES)}
        self.pieces: Counter[str] = Counter()
        for stem, times in self.times.items():
            for piece in {stem[at:end] for at, end in combinations(range(len(stem) + 1), 2)}:
                self.pieces[piece] += times
        self._near: dict[tuple[int, str, str], list[str]] = {}
        often = {stem for stem, times in self.times.items() if times >= OFTEN}
        for stem in sorted(often | names | LOANWORDS):
            for at in range(len(stem)):
                self._near.setdefault((at, stem[:at], stem[at + 1 :]), []).append(stem)

    def near(self, stem: str, at: int) -> Sequence[str]:
        """Those that differ from a word in the syllable at this place alone."""
        return self._near.get((at, stem[:at], stem[at + 1 :]), ())


def _meant(word: Word, known: _Known) -> str:
    """What a word is a slip for; "" for none."""
    stem = word.stem
    if len(stem) > LONGEST or known.pieces[stem] > 1 or stem in known.names or stem in LOANWORDS:
        return ""
    for at in range(len(stem)):
        for other in known.near(stem, at):
            if other != stem and _is_slip(word, other, at, known):
                return other
    return ""


def _is_slip(word: Word, other: str, at: int, known: _Known) -> bool:
    """Whether a word that is like another one but for the syllable at `at` is a slip for it."""
    stem = word.stem
    near = apart(stem[at], other[at])
    if not near or near == VARIANT or {stem[at], other[at]} <= NUMERALS:
        return False
    if other not in known.names and not known.pieces[other]:  # a loanword, and nowhere else
        return near == SAME_PLACE or (near == CONSONANT and len(stem) > LONG)
    root = len(stem) - bool(SUFFIX.search(stem))
    if root <= ROOT:
        derived = word.rest.startswith(SUFFIXES) and other in known.derived
        return near == SAME_PLACE and len(stem) == ROOT and derived
    if at == len(stem) - 1:
        return False  # an ending that is not known
    named = other in known.names or other in LOANWORDS
    return root >= LONG or (named and near != VOWEL)


MISSPELT = Lint(
    code="spelling",
    severity=Severity.WARNING,
    message=N_("'{name}' may be a slip for '{other}'"),
    hint=N_("mend it, or say <!-- deckbuilder: ignore spelling --> if it is right"),
    about=N_(
        "A word that stands once, one letter of Hangul away from a name of the notes, from a "
        "word that they have often, or from a well-known loanword (단력적 and 탄력성, 디스그 and "
        "디스크). What is met twice is no slip, and neither is what differs in its ending alone, "
        "in a number (일차, 이차), or in a vowel as "
        "loanwords do (메시지, 메세지)."
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
