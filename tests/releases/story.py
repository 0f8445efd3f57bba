"""A student who has learned with one release of a deck, and imports the next.

    def test_something(story: Story) -> None:
        story.upgrade(replaced(HULL, ("이물", "뱃머리")), same={"이물": "뱃머리"})
        assert "물살을" in story.note("뱃머리").field("정의")

`upgrade` asserts all that is promised of every release; a test says what is another name for the
same knowledge, what is new, and what is gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.releases.sea import Edit, Files
from tests.support.collection import Imported
from tests.support.command import Desk
from tests.support.release import FIRST_DECK, LOCK, Release, release
from tests.support.student import TYPES, Ask, State, Student, StudentNote, student

DAY = 86_400
FIRST_DAY = 1_700_000_000
OWN = " <i>내 말로 적은 것</i>"
OWN_TAG = "내_꼬리표"


@dataclass
class Story:
    """A project and its student, from release to release."""

    desk: Desk
    me: Student
    files: Files
    latest: Release
    """The deck that the maintainer built last."""
    imported: Release
    """The deck that the student imported last."""
    day: int = FIRST_DAY
    own: set[str] = field(default_factory=set)
    """The GUIDs of the notes that the student has edited."""
    retired: dict[Ask, int] = field(default_factory=dict)
    """The cards for what an earlier release has asked for, and the latest does not."""

    def edit(self, *names: str, at: int | None = None) -> None:
        """The student adds to the answers of these notes, a while after the latest release."""
        for guid, note in self.me.state().notes.items():
            if note.name in names:
                answer = next(name for name in ANSWERS if name in note.note_type.fields)
                self.me.edit(note.id, answer, OWN, OWN_TAG, at or self.day + DAY // 2)
                self.own.add(guid)

    def publish(self, edit: Edit, *, days: int = 1) -> tuple[Release, Release]:
        """The maintainer edits the notes and builds; the release before, and this one."""
        before = self.latest
        self.files = edit(self.files)
        self.day += days * DAY
        self.latest = release(self.desk, self.files, self.day)
        return before, self.latest

    def upgrade(
        self,
        edit: Edit,
        *,
        same: Mapping[str, str] | None = None,
        new: Iterable[str] = (),
        gone: Iterable[str] = (),
        back: Iterable[str] = (),
        days: int = 1,
    ) -> Imported:
        """The maintainer publishes, the student imports, and loses nothing.

        Args:
            edit: what becomes of the notes.
            same: what is called otherwise now, and how: names of notes, or of their parts.
            new: names of notes, of their parts, or kinds of cards, not asked for before.
            gone: such that it does not ask for any more.
            back: such that it once asked for, and does again.
            days: how many days later it is; may be negative.
        """
        first, second = self.publish(edit, days=days)
        mods_rise_with_changes(first, second)
        before, learned = self.me.state(), self.imported
        log = self.me.anki.add(second.deck)
        after, self.imported = self.me.state(), second
        nothing_is_lost(before, after)
        texts_arrive(before, after, second, self.own)
        was, now = before.asks({*learned.notes}), after.asks({*second.notes})
        change = Change(same or {}, set(new), set(gone), set(back))
        _cards_stay(was, now, before, change, self.retired)
        self.retired |= {ask: card for ask, card in was.items() if change.renamed(ask) not in now}
        known = second.notes.keys() & before.notes.keys()
        assert (log.new, log.conflicting) == (len(second.notes) - len(known), 0)
        assert log.updated == sum(second.notes[guid].mod > before.notes[guid].mod for guid in known)
        assert self.me.anki.problems() == ""
        assert self.me.anki.media_problems()["missing"] == []
        return log

    def note(self, name: str, kind: str = "") -> StudentNote:
        """The only note of the latest release that is about this, as the student has it."""
        notes = self.me.state().notes
        (found,) = (
            note
            for guid, note in notes.items()
            if guid in self.latest.notes
            and note.name == name
            and note.note_type.key == (kind or note.note_type.key)
        )
        return found


ANSWERS = ("정의", "항목", "비교", "답", "전체")


@dataclass(frozen=True)
class Change:
    """What is asked under another name, for the first time, no more, and again."""

    same: Mapping[str, str]
    new: set[str]
    gone: set[str]
    back: set[str]

    def renamed(self, ask: Ask) -> Ask:
        """How the same is asked now."""
        return ask._replace(
            name=self.same.get(ask.name, ask.name), part=self.same.get(ask.part, ask.part)
        )


def nothing_is_lost(before: State, after: State) -> None:
    """Each card is still there with all that the student has learned; no other note type came."""
    learned = after.learned
    assert {card: learned[card] for card in before.learned} == before.learned
    assert {guid: note.id for guid, note in after.notes.items() if guid in before.notes} == {
        guid: note.id for guid, note in before.notes.items()
    }
    assert after.note_types.items() >= before.note_types.items()
    assert after.note_types.keys() - before.note_types.keys() <= TYPES.keys()


def texts_arrive(before: State, after: State, second: Release, own: set[str]) -> None:
    """Each note says what the release says, or what the student wrote if that did not change."""
    for guid, note in after.notes.items():
        packed, old = second.notes.get(guid), before.notes.get(guid)
        kept = packed is None or (guid in own and old is not None and packed.mod <= old.mod)
        if kept and old:
            assert (note.fields, note.tags, note.mod) == (old.fields, old.tags, old.mod)
        elif packed:
            assert (note.fields, note.tags, note.mod) == (packed.fields, packed.tags, packed.mod)


def mods_rise_with_changes(first: Release, second: Release) -> None:
    """A note's time of change is later if something was changed, and only then."""
    for guid in first.notes.keys() & second.notes.keys():
        old, new = first.notes[guid], second.notes[guid]
        changed = (old.fields, old.tags) != (new.fields, new.tags)
        assert new.mod > old.mod if changed else new.mod == old.mod, (old, new)


def _cards_stay(
    was: Mapping[Ask, int],
    now: Mapping[Ask, int],
    before: State,
    change: Change,
    retired: Mapping[Ask, int],
) -> None:
    """What was asked is asked by the same card, and a new card asks what is new."""
    renamed = {change.renamed(ask): card for ask, card in was.items()}
    assert len(renamed) == len(was)
    more = now.keys() - renamed.keys()
    assert _named(renamed.keys() - now.keys(), change.gone) == change.gone
    assert _named(more, change.new | change.back) == change.new | change.back
    kept = now.keys() & renamed.keys()
    assert {ask: now[ask] for ask in kept} == {ask: renamed[ask] for ask in kept}
    again = {ask for ask in more if {*ask} & change.back}
    assert {ask: now[ask] for ask in again} == {ask: retired.get(ask) for ask in again}
    taken = {ask for ask in more - again if now[ask] in before.learned}
    assert taken == set(), "a card that was learned asks for something else"


def _named(asks: Iterable[Ask], names: set[str]) -> set[str]:
    """Which of these words the asks have; asks that have none of them are told as they are."""
    return {next(iter({*ask} & names), f"{ask.kind}: {ask.name}: {ask.part}") for ask in asks}


@contextmanager
def begun(desk: Desk, files: Files, first: Release, learned: Path | None = None) -> Iterator[Story]:
    """A story after its first release: it is imported and learned.

    Args:
        desk: where the project lies; it gets the lock of the first release.
        files: the project's files.
        first: the first release.
        learned: the folder of a collection in which that was done before.
    """
    for name, content in ((FIRST_DECK, first.content), (LOCK, first.lock)):
        desk.put(name, content)
    with student(learned) as me:
        if not learned:
            learn(me, first)
        yield Story(desk, me, files, first, first)


def learn(me: Student, first: Release) -> None:
    """The student imports a release, and learns with it."""
    log = me.anki.add(first.deck)
    assert (log.new, log.conflicting) == (len(first.notes), 0)
    me.study()
