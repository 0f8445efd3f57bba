"""A year of edits, one release after the other, and a student who imports and learns all along."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.releases.story import (
    DAY,
    FIRST_DAY,
    OWN,
    OWN_TAG,
    mods_rise_with_changes,
    nothing_is_lost,
    texts_arrive,
)
from tests.support.collection import shown
from tests.support.command import Desk
from tests.support.notebook import Known, Notebook
from tests.support.project import BEGUN, LOCK
from tests.support.release import Release, release
from tests.support.rewriting import EDITS
from tests.support.student import AGAIN, EASY, GOOD, Button, State, student

if TYPE_CHECKING:
    from anki.cards import CardId

ANSWERS = {"definition": "정의", "enumeration": "항목", "comparison": "비교", "cloze": "전체"}
NUMBERS = st.integers(0, 10**6)


class Year(RuleBasedStateMachine):
    """What is known, by its number, and what a student should have of it."""

    def __init__(self) -> None:
        super().__init__()
        self.open = ExitStack()
        folder = self.open.enter_context(tempfile.TemporaryDirectory())
        self.desk = Desk(Path(folder))
        self.desk.put(LOCK, BEGUN)
        self.me = self.open.enter_context(student())
        self.notebook = Notebook.begun()
        self.day = self.imported = FIRST_DAY
        self.touched: set[int] = set()
        self.latest: Release | None = None
        self.cards: dict[Known, CardId] = {}
        self.buttons: dict[Known, list[int]] = {}
        self.own: set[str] = set()

    def teardown(self) -> None:
        self.open.close()

    @initialize()
    def first_release(self) -> None:
        self.publish()

    @rule(
        answers=st.lists(st.tuples(NUMBERS, st.sampled_from([GOOD, AGAIN, EASY])), max_size=3),
        writes=st.sampled_from([False, False, False, True]),
        name=st.sampled_from(sorted(EDITS)),
        then=st.sampled_from(["import", "import", "release", "go on"]),
        data=st.data(),
    )
    def edit(
        self,
        answers: list[tuple[int, Button]],
        writes: bool,
        name: str,
        then: str,
        data: st.DataObject,
    ) -> None:
        """The student learns; an edit; and a release, which the student may skip.

        Or there are more edits before it, of other units.
        """
        for at, button in answers:
            self.learn(at, button)
        if writes:
            self.write(data.draw(NUMBERS))
        touched = EDITS[name](
            self.notebook, lambda below: data.draw(st.integers(0, below - 1)), self.touched
        )
        self.touched |= touched or set()
        if touched is not None and then != "go on":
            self.publish(imported=then == "import")

    def learn(self, at: int, button: Button) -> None:
        """A card is answered, of what is still in the deck or of what was once."""
        known = sorted(self.cards)[at % len(self.cards)]
        self.me.answer(self.cards[known], button)
        self.buttons[known].append(button)

    def write(self, at: int) -> None:
        """The student adds something to a note, before any release that is not imported yet."""
        notes = self.me.state().notes
        guid = sorted(notes)[at % len(notes)]
        field = ANSWERS[notes[guid].note_type.key]
        self.me.edit(notes[guid].id, field, OWN, OWN_TAG, self.imported + DAY // 2)
        self.own.add(guid)

    def publish(self, imported: bool = True) -> None:
        """Build what is written now; import it, and look at what the student has."""
        self.day += DAY
        self.touched = set()
        first = self.latest
        second = self.latest = release(self.desk, self.notebook.files(), self.day)
        if first:
            mods_rise_with_changes(first, second)
        if imported:
            self.take(second)

    def take(self, second: Release) -> None:
        """The student imports a release, and has what is known by now."""
        before, self.imported = self.me.state(), self.day
        log = self.me.anki.add(second.deck)
        after = self.me.state()
        assert log.conflicting == 0
        assert log.new == len(second.notes.keys() - before.notes.keys())
        nothing_is_lost(before, after)
        texts_arrive(before, after, second, self.own)
        self.same_cards(after, second)
        self.newest_answers(after, second)

    def same_cards(self, state: State, latest: Release) -> None:
        """What is known is asked by the card that has always asked it, and by no other."""
        expected = {ask: known for unit in self.notebook.units() for known, ask in unit.asks()}
        asked = state.asks({*latest.notes})
        assert asked.keys() == expected.keys()
        learned = state.learned
        for ask, known in expected.items():
            card = asked[ask]
            assert self.cards.setdefault(known, card) == card, (ask, known)
            assert learned[card].buttons == self.buttons.setdefault(known, []), (ask, known)
        assert len({*self.cards.values()}) == len(self.cards)

    def newest_answers(self, state: State, latest: Release) -> None:
        """Each note answers what is written now; behind it may stand what the student wrote."""
        answers = {
            name: text for unit in self.notebook.units() for name, text in unit.answers().items()
        }
        for guid in latest.notes:
            note = state.notes[guid]
            answer = answers.pop((note.note_type.key, note.name))
            assert shown(note.field(ANSWERS[note.note_type.key])).startswith(answer)
        assert answers == {}


TestYear = pytest.mark.slow(Year.TestCase)
TestYear.settings = settings(
    max_examples=6,
    stateful_step_count=50,
    derandomize=True,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)
