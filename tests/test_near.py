"""What is looked up as near is what a look at each finds, and takes far fewer looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from deckbuilder.identity import likeness, near
from deckbuilder.identity.likeness import letters
from deckbuilder.identity.matching import match
from deckbuilder.identity.near import PATIENCE, Texts
from deckbuilder.identity.pairing import Open
from deckbuilder.identity.rewording import MARGIN, REPLACED, by_likeness
from deckbuilder.identity.telling import Told
from deckbuilder.model import Key, Record, Stamp
from tests import strategies  # loads the profile

# What few sentences become by few edits: many are near to each other, and some are the same.
WORDS = tuple(word for word in strategies.WORDS if len(word) > 1)
STEMS = tuple(" ".join(WORDS[at : at + size]) for at, size in ((0, 6), (6, 7), (13, 5), (1, 5)))
NAMES = (
    "프레임",
    "프래임",
    "가상 메모리",
    "가상 메모라",
    "B2B",
    "B2C",
    "1종 오류",
    "오류",
    "닻",
    "",
)
Found = tuple[int, str]


@st.composite
def edited(draw: st.DrawFn, texts: Sequence[str], *, by_word: bool = False) -> str:
    text: Any = draw(st.sampled_from(texts))
    text = text.split() if by_word else text
    for _ in range(draw(st.integers(0, 2))):
        at, gone = draw(st.integers(0, len(text))), draw(st.integers(0, 2))
        come = draw(st.sampled_from(("", "또는", "새 ")))
        text = text[:at] + ([come] * bool(come) if by_word else come) + text[at + gone :]
    return " ".join(text) if by_word else text


answers = st.sampled_from(STEMS) | edited(STEMS, by_word=True) | edited(STEMS)
texts = answers | st.text(max_size=40) | st.text("가각ᄀ ", max_size=12)
keys = st.builds(
    Key,
    note_type=st.just("definition") | st.sampled_from(("definition", "question")),
    term=edited(NAMES) | st.text(max_size=8),
    file=st.sampled_from(("물", "불")),
    answer=answers | texts,
    pin=st.just("") | st.sampled_from(("", "못")),
)
releases = st.lists(st.tuples(keys, st.integers(0, 4)), max_size=6).map(
    lambda found: [
        Record(f"note {at}", key, Stamp("", 0), retired=not retired)
        for at, (key, retired) in enumerate(found)
    ]
)


@pytest.fixture(params=[0, PATIENCE])
def patience(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """From which question on letters are counted."""
    monkeypatch.setattr(near, "PATIENCE", request.param)


counted = pytest.mark.usefixtures("patience")


# --- the same as each with each -------------------------------------------------------------------


@counted
@settings(max_examples=strategies.MOST * 3)
@given(texts, st.lists(texts, unique=True, max_size=4), st.integers(40, 90), st.integers(0, 40))
def test_the_likest_is_that_of_all(asked: str, others: list[str], least: int, margin: int) -> None:
    clear = [
        other
        for other in others
        if fuzz.ratio(asked, other) >= least
        and all(
            fuzz.ratio(asked, other) >= fuzz.ratio(asked, third) + margin
            for third in others
            if third != other
        )
    ]
    found = likeness.likest(asked, Texts(others), least, margin)
    assert found in clear if clear else found is None


@counted
@given(edited(NAMES) | texts, st.lists(edited(NAMES).map(likeness.spelt) | texts, unique=True))
def test_slips_are_those_of_all(asked: str, others: list[str]) -> None:
    spelt = likeness.spelt(asked)
    slips = [other for other in others if OSA.distance(spelt, other) <= 1]
    assert sorted(likeness.slips(asked, Texts(others))) == sorted(slips)


def alone(at: object, said: str, others: Iterable[tuple[object, Key]], alike: float) -> bool:
    """Whether all others that are said are clearly less like it."""
    likes = (fuzz.ratio(letters(said), letters(key.answer)) for other, key in others if other != at)
    return all(alike >= like + MARGIN for like in likes)


def each_with_each(left: Open, keys: Sequence[Key], records: Sequence[Record]) -> Iterator[Found]:
    """What is near by the rules alone."""
    for (at, key), (guid, record) in product(left.keys.items(), left.records.items()):
        other = record.key
        now = [(n, k) for n, k in enumerate(keys) if k.note_type == key.note_type]
        then = [(r.guid, r.key) for r in records if r.key.note_type == key.note_type]
        if record.retired or not other.answer or key.note_type != other.note_type:
            continue
        alike = likeness.answers(key.answer, other.answer)
        tells = (
            likeness.replaced(key.answer, other.answer) <= REPLACED
            and alone(guid, key.answer, then, alike)
            and alone(at, other.answer, now, alike)
        )
        length = min(len(letters(key.answer)), len(letters(other.answer)))
        if not (key.pin and other.pin) and (
            (likeness.is_misspelt(key.term, other.term) and alike >= 60)
            or (tells and alike >= 70 and length >= 8 and key.place == other.place)
            or (tells and alike >= 80 and length >= 12)
        ):
            yield at, guid


@pytest.mark.parametrize("patience", [0], indirect=True)  # letters that are not counted: see above
@counted
@settings(max_examples=strategies.MOST * 5)
@given(st.lists(keys, max_size=6), releases, st.integers(0, 2))
def test_near_notes_are_those_that_a_look_at_each_finds(
    keys: list[Key], records: list[Record], paired: int
) -> None:
    left = Open(
        dict(list(enumerate(keys))[paired:]), {r.guid: r for r in records[paired:]}, projects=()
    )
    found = {(pair.at, pair.record.guid) for pair in by_likeness(left, Told(keys, records))}
    assert found == set(each_with_each(left, keys, [r for r in records if not r.retired]))


# --- and far fewer looks --------------------------------------------------------------------------


def replaced(notes: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many are looked at where so many notes are all others than before."""
    random = Random(1)
    syllables = (
        "가나다라마바사아자차카타파하거너더러머버서어저처커터퍼허고노도로모보소오조초코토포호"
    )

    def key(at: int) -> Key:
        words = ["".join(random.choices(syllables, k=3)) for _ in range(10)]
        return Key("definition", f"{words[0]} {at}", "말", (words[1],), " ".join(words[2:]))

    looked = 0
    look = process.extract

    def count(asked: str, others: list[str], **how: Any) -> object:
        nonlocal looked
        looked += len(others)
        return look(asked, others, **how)

    monkeypatch.setattr(process, "extract", count)
    records = [Record(f"note {at}", key(at), Stamp("", 0)) for at in range(notes)]
    assert not match([key(notes + at) for at in range(notes)], records, [""])
    monkeypatch.undo()
    return looked


def test_four_times_as_many_replaced_take_about_four_times_the_looks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    few, many = (replaced(notes, monkeypatch) for notes in (300, 1_200))
    assert many < 5 * few  # sixteen times as many, where each is compared with each
