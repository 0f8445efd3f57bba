"""A student: imports decks with Anki's defaults, learns their cards, makes notes of their own.

with student() as me:
    me.anki.add(first)
    me.study()
    before = me.state()
    me.anki.add(second)
    after = me.state()
"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from anki.collection import Collection
from anki.notes import NoteId

from deckbuilder.notetypes import NOTE_TYPES, NoteType
from tests.support.collection import Anki, shown

if TYPE_CHECKING:
    from anki.cards import CardId

TYPES = {note_type.id: note_type for note_type in NOTE_TYPES.values()}
CLOZE = re.compile(r"\{\{c\d+::(.*?)\}\}", re.S)
Button = Literal[1, 2, 3, 4]
AGAIN: Button = 1
GOOD: Button = 3
EASY: Button = 4


class Ask(NamedTuple):
    """What a card asks, to whoever has learnt it: the same words, the same knowledge.

    `kind` is the note type and the template, `name` what the note is about, `part` the item or the
    member that is asked for.
    """

    kind: str
    name: str
    part: str = ""


class Learned(NamedTuple):
    """All that Anki keeps of a student's work with a card, but for when it was stored last."""

    reviews: tuple[tuple[int, ...], ...]
    schedule: tuple[int | str, ...]

    @property
    def buttons(self) -> list[int]:
        """The answers given, oldest first."""
        return [review[1] for review in self.reviews if review[1]]


@dataclass(frozen=True)
class StudentCard:
    """A card in the collection; `ask` is None where the note has nothing more to ask with it."""

    id: CardId
    ask: Ask | None
    learned: Learned


@dataclass(frozen=True)
class StudentNote:
    """A note in the collection, with its cards by their ordinals."""

    id: int
    note_type: NoteType
    fields: tuple[str, ...]
    tags: frozenset[str]
    mod: int
    cards: Mapping[int, StudentCard]

    @property
    def name(self) -> str:
        """What it is about."""
        return shown(self.fields[0])

    def field(self, name: str) -> str:
        """The field of this name, HTML."""
        return self.fields[self.note_type.fields.index(name)]


@dataclass(frozen=True)
class State:
    """A student's collection: the notes by GUID, the names of note types by id."""

    notes: Mapping[str, StudentNote]
    note_types: Mapping[int, str]

    @property
    def learned(self) -> dict[CardId, Learned]:
        """What the student has learned with each card, by its id."""
        cards = (card for note in self.notes.values() for card in note.cards.values())
        return {card.id: card.learned for card in cards}

    def asks(self, guids: set[str] | None = None) -> dict[Ask, CardId]:
        """The card for each thing that is asked, in these notes or in all.

        Notes of one kind and name are told apart by their place; two of one place are an error.
        """
        notes = [note for guid, note in self.notes.items() if guids is None or guid in guids]
        places: dict[tuple[str, str], set[str]] = defaultdict(set)
        for note in notes:
            places[note.note_type.key, note.name].add(shown(note.field("자리")))
        found: dict[Ask, CardId] = {}
        for note in notes:
            shared = len(places[note.note_type.key, note.name]) > 1
            where = f" @ {shown(note.field('자리'))}" if shared else ""
            for card in note.cards.values():
                if card.ask is not None:
                    ask = card.ask._replace(name=card.ask.name + where)
                    assert ask not in found, f"two cards ask the same: {ask}"
                    found[ask] = card.id
        return found


@dataclass(frozen=True)
class Student:
    """A student, and the collection."""

    anki: Anki

    @property
    def collection(self) -> Collection:
        """The collection itself."""
        return self.anki.collection

    def study(self) -> None:
        """Work with the cards as students do: some are known, some forgotten, some not yet seen."""
        scheduler = self.collection.sched
        for at, number in enumerate(self.collection.find_cards("", order="c.due, c.ord")):
            match at % 8:
                case 0:
                    self.answer(number, GOOD)
                case 1:
                    self.answer(number, EASY)
                    scheduler.set_due_date([number], "12")
                case 2:
                    self.answer(number, EASY)
                    scheduler.set_due_date([number], "0")
                    self.answer(number, GOOD)
                case 3:
                    self.answer(number, EASY)
                    scheduler.set_due_date([number], "0")
                    self.answer(number, AGAIN)
                case 4:
                    pass
                case 5:
                    self.answer(number, EASY)
                    scheduler.suspend_cards([number])
                case 6:
                    self.answer(number, AGAIN, GOOD, GOOD)
                    self.collection.set_user_flag_for_cards(3, [number])
                case 7:
                    self.answer(number, EASY)
                    scheduler.bury_cards([number])
        self.anki.problems()  # the check adds to cards what set_due_date takes from them

    def answer(self, number: CardId, *buttons: Button) -> None:
        """Answer a card with these buttons."""
        for button in buttons:
            card = self.collection.get_card(number)
            card.start_timer()
            self.collection.sched.answerCard(card, button)

    def edit(self, number: int, field: str, more: str, tag: str, at: int) -> None:
        """Add to a field of a note and give it a tag, at this time (seconds since 1970)."""
        note = self.collection.get_note(NoteId(number))
        note[field] += more
        note.add_tag(tag)
        self.collection.update_note(note)
        # Anki's clock cannot be set.
        database = self.collection.db
        assert database is not None
        database.execute("update notes set mod = ? where id = ?", at, number)

    def state(self) -> State:
        """What is in the collection now."""
        database = self.collection.db
        assert database is not None
        reviews: dict[int, list[tuple[int, ...]]] = defaultdict(list)
        for card, *review in database.execute(
            "select cid, id, ease, ivl, lastIvl, factor, time, type from revlog order by id"
        ):
            reviews[card].append(tuple(review))
        cards: dict[int, dict[int, tuple[CardId, Learned]]] = defaultdict(dict)
        for note, ordinal, number, *schedule in database.execute(
            "select nid, ord, id, did, due, ivl, queue, type, factor, reps, lapses, left, odue, "
            "odid, flags, data from cards"
        ):
            learned = Learned(tuple(reviews[number]), tuple(schedule))
            cards[note][ordinal] = number, learned
        rows = database.execute("select guid, id, mid, flds, tags, mod from notes")
        return State(
            {guid: _note((number, *row), cards[number]) for guid, number, *row in rows},
            {row[0]: row[1] for row in database.execute("select id, name from notetypes")},
        )


def _note(
    row: tuple[int, int, str, str, int], cards: Mapping[int, tuple[CardId, Learned]]
) -> StudentNote:
    number, note_type, fields, tags, mod = row
    kind, values = TYPES[note_type], tuple(fields.split("\x1f"))
    return StudentNote(
        number,
        kind,
        values,
        frozenset(tags.split()),
        mod,
        {
            ordinal: StudentCard(card, _ask(kind, values, ordinal), learned)
            for ordinal, (card, learned) in cards.items()
        },
    )


def _ask(note_type: NoteType, fields: tuple[str, ...], ordinal: int) -> Ask | None:
    by_name = dict(zip(note_type.fields, fields, strict=True))
    name = shown(fields[0])
    if note_type.cloze:
        blank = CLOZE.search(by_name[f"빈칸 {ordinal + 1}"])
        return Ask(f"{note_type.key} item", name, shown(blank[1])) if blank else None
    template = note_type.templates[ordinal]
    if not by_name[template.asks.replace("№", str(template.number))]:
        return None
    part = shown(by_name[f"이름 {template.number}"]) if template.number else ""
    return Ask(f"{note_type.key} {template.stem}", name, part)


@contextmanager
def student(learned: Path | None = None) -> Iterator[Student]:
    """A student with an empty collection, or with a copy of the one in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        if learned:
            shutil.copytree(learned, folder, dirs_exist_ok=True)
        collection = Collection(str(Path(folder, "collection.anki2")))
        try:
            yield Student(Anki(collection))
        finally:
            collection.close()


def kept(me: Student, folder: Path) -> Path:
    """Close a collection for good, and copy it into a folder."""
    source = Path(me.collection.path).parent
    me.collection.close()
    shutil.copytree(source, folder, dirs_exist_ok=True)
    return folder
