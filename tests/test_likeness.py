"""The thresholds by which notes are known again, measured on real notes: on those by which they
were chosen (dev), and on those that nobody has looked at (shut).
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, permutations
from random import Random

import pytest

from deckbuilder.identity import likeness
from deckbuilder.identity.likeness import letters
from deckbuilder.identity.matching import match
from deckbuilder.identity.passes import SAME_MEANING
from deckbuilder.identity.rewording import MISSPELT, REWORDED
from deckbuilder.identity.slots import slots
from deckbuilder.model import SAYS, CardSettings, Key, Record, Stamp
from deckbuilder.notes.asking import notes
from tests.support.corpus import Part

pytestmark = pytest.mark.corpus
Files = list[list[Key]]
Edit = Callable[[Key, Key, Random], Key]


@pytest.fixture(scope="module", params=["dev", "shut"])
def files(request: pytest.FixtureRequest, corpus: Callable[[str], Part]) -> Files:
    """The keys of all notes, a file each; those that go on with a list's items among them."""
    return [
        [note.record.key for note in notes([reading], "덱", CardSettings(items="all"))]
        for reading in corpus(request.param).build.readings
    ]


def released(keys: Sequence[Key]) -> list[Record]:
    return [Record(f"note {at:04}", key, Stamp("", 0)) for at, key in enumerate(keys)]


# --- different notes ------------------------------------------------------------------------------


def pairs(keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    return ((a, b) for a, b in combinations(keys, 2) if a.note_type == b.note_type)


def share_of_one_meaning(found: list[tuple[Key, Key]]) -> float:
    passed = [likeness.answers(a.answer, b.answer) >= SAME_MEANING for a, b in found]
    return sum(passed) / len(passed)


def test_answers_of_one_file_seldom_pass_for_one_meaning(files: Files) -> None:
    assert share_of_one_meaning([pair for keys in files for pair in pairs(keys)]) < 1 / 18


def test_answers_of_different_files_hardly_ever_pass_for_one_meaning(files: Files) -> None:
    """It is there that the threshold is asked: for a term that stands in another file."""
    some = Random(1).sample([key for keys in files for key in keys], 400)
    apart = [(a, b) for a, b in pairs(some) if a.file != b.file]
    assert share_of_one_meaning(apart) < 1 / 400


def test_a_note_that_comes_seldom_takes_the_place_of_another_that_goes(files: Files) -> None:
    """Of each two notes the one stood in the last release, the other stands in this one.

    The limits were 1/900, 1/450 and 1/3900 for the ways to be near, with what other notes say left
    out of account: together no less than 1/450. A term that comes back in its own file is itself by
    intent, and so is what has the very answer; both are left out, and are no matter of likeness.
    """
    tried = taken = 0
    least = min(near.answer for near in (MISSPELT, *REWORDED))
    for keys in files:
        for gone, come in permutations(range(len(keys)), 2):
            a, b = keys[gone], keys[come]
            if a.note_type != b.note_type or letters(a.term) == letters(b.term):
                continue
            tried += 1
            if letters(a.answer) != letters(b.answer) and (
                likeness.answers(a.answer, b.answer) >= least
            ):
                before = keys[:come] + keys[come + 1 :]
                today = keys[:gone] + keys[gone + 1 :]
                taken += today.index(b) in match(today, released(before), [""])
    assert tried > 10_000
    assert taken / tried < 1 / 800


def test_a_part_that_comes_seldom_gets_the_number_of_one_that_goes(files: Files) -> None:
    """The items of a list and the members of a comparison, which are often built alike.

    The limit was 1/50 for any two terms of a file; of the parts of one note, among which alone a
    corrected name is looked for, one in 20 passed for another.
    """
    tried = taken = 0
    for parts in (key.parts for keys in files for key in keys):
        for gone, come in permutations(range(len(parts)), 2):
            known = parts[:come] + parts[come + 1 :]
            today = parts[:gone] + parts[gone + 1 :]
            numbers, _ = slots(today, known, range(len(known)))
            tried += 1
            taken += numbers[come - (gone < come)] < len(known)
    assert tried > 400
    assert taken / tried < 1 / 80


# --- one note, edited -----------------------------------------------------------------------------


def slip(text: str, random: Random) -> str:
    """The text with one vowel another."""
    places = [at for at, letter in enumerate(text) if "가" <= letter <= "힣"]
    if not places:
        return text
    at = random.choice(places)
    spelt = unicodedata.normalize("NFD", text[at])
    vowel = random.choice([v for v in "ᅡᅢᅥᅦᅩᅮᅳᅵ" if v != spelt[1]])
    mended = unicodedata.normalize("NFC", spelt[0] + vowel + spelt[2:])
    return text[:at] + mended + text[at + 1 :]


def word_more(text: str, other: str, random: Random) -> str:
    words = text.split()
    words.insert(random.randrange(len(words) + 1), random.choice(other.split() or ["것"]))
    return " ".join(words)


def word_less(text: str, _: str, random: Random) -> str:
    words = text.split()
    if len(words) > 2:
        del words[random.randrange(len(words))]
    return " ".join(words)


def other_word(text: str, other: str, random: Random) -> str:
    words = text.split() or [""]
    words[random.randrange(len(words))] = random.choice(other.split() or ["것"])
    return " ".join(words)


def touched(text: str, other: str, random: Random) -> str:
    """The text with a slip mended, a word more, or a word less."""
    edits = (lambda text, _, random: slip(text, random), word_more, word_less)
    return random.choice(edits)(text, other, random)


def reworded(text: str, other: str, random: Random) -> str:
    """The text with another word in it, and more words behind it."""
    return f"{other_word(text, other, random)} {' '.join(other.split()[:2])}"


def share_known(files: Files, edit: Edit) -> float:
    """Of how many notes that were edited one by one the next release knows which they are."""
    random = Random(1)
    every = [key for keys in files for key in keys]
    tried: Counter[bool] = Counter()
    for keys in files:
        known = released(keys)
        for at in random.sample(range(len(keys)), min(len(keys), 10)):
            other = random.choice([key for key in every if key.file != keys[at].file])
            key = edit(keys[at], other, random)
            if letters(key.term) == letters(keys[at].term):
                continue
            record = match([*keys[:at], key, *keys[at + 1 :]], known, [""]).get(at)
            assert record in (None, known[at]), "another note has been taken for it"
            tried[record is not None] += 1
    assert tried.total() > 100
    return tried[True] / tried.total()


EDITS: dict[str, tuple[Edit, float]] = {
    "a typo in the term": (lambda k, _, r: replace(k, term=slip(k.term, r)), 0.97),
    "another term": (lambda k, o, _: replace(k, term=o.term), 0.97),
    "a typo in the term, the answer reworded": (
        lambda k, o, r: replace(k, term=slip(k.term, r), answer=reworded(k.answer, o.answer, r)),
        0.8,
    ),
    "another term, the answer touched": (
        lambda k, o, r: replace(k, term=o.term, answer=touched(k.answer, o.answer, r)),
        0.88,
    ),
    "another term, another word in the answer": (
        lambda k, o, r: replace(k, term=o.term, answer=other_word(k.answer, o.answer, r)),
        0.7,
    ),
    "another term elsewhere, the answer touched": (
        lambda k, o, r: replace(
            k, term=o.term, section=("딴 곳",), answer=touched(k.answer, o.answer, r)
        ),
        0.85,
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_note_is_known_again(files: Files, name: str) -> None:
    edit, least = EDITS[name]
    assert share_known(files, edit) > least


@pytest.mark.parametrize("renamed", [False, True])
def test_a_corrected_part_keeps_its_number(files: Files, renamed: bool) -> None:
    """A name with a typo mended; another name, where something is said of it."""
    random = Random(1)
    every = [part for keys in files for key in keys for part in key.parts]
    tried: Counter[bool] = Counter()
    for parts in (key.parts for keys in files for key in keys):
        for at, part in enumerate(parts):
            name, says, said = part.partition(SAYS)
            other = random.choice(every).partition(SAYS)[0] if renamed else slip(name, random)
            if letters(other) != letters(name) and (says or not renamed):
                today = [*parts[:at], f"{other}{says}{said}", *parts[at + 1 :]]
                numbers, _ = slots(today, parts, range(len(parts)))
                tried[numbers[at] == at] += 1
    assert tried[True] / tried.total() > 0.93
