"""An empty collection of Anki's own library, and what a student sees in it."""

from __future__ import annotations

import html
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from anki import import_export_pb2
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.consts import CARD_TYPE_NEW
from anki.notes import NoteId

STYLE = re.compile(r"<style.*?</style>", re.S)
MARKUP = re.compile(r"<[^>]+>")
ANSWER = re.compile(r'<div class="answer[^"]*">(.*?)(?:<footer|</article>)', re.S)
CHOICES = re.compile(r'<div class="choices">.*?</div>', re.S)
DETAIL = re.compile(r'<div class="detail">.*?</div>(?=</li><li>|</li></[uo]l>)', re.S)
ITEM = re.compile(r"<li>(.*?)</li>", re.S)
HEAD = re.compile(r"<(?:th|dt)[^>]*>(.*?)</(?:th|dt)>", re.S)
CELL = re.compile(r"<(?:td|dd)[^>]*>(.*?)</(?:td|dd)>", re.S)


def shown(source: str) -> str:
    """The text that a piece of HTML shows, blanks made single."""
    text = html.unescape(MARKUP.sub(" ", STYLE.sub("", source)))
    return " ".join(text.split())


def letters(source: str) -> str:
    """The letters and digits alone, to compare what two pieces of HTML say."""
    return re.sub(r"[\W_]+", "", shown(source)).lower()


@dataclass(frozen=True)
class Card:
    """A card as Anki shows it, in HTML, and where it lies.

    `ordinal` is the position of its template; of a cloze, its number less one.
    """

    front: str
    back: str
    deck: str
    due: int
    is_new: bool
    ordinal: int

    @property
    def asked(self) -> str:
        """The front without the names to choose from."""
        return CHOICES.sub("", self.front)

    @property
    def answer(self) -> str:
        """What the back answers, without the source."""
        found = ANSWER.search(self.back)
        return found[1] if found else ""

    @property
    def items(self) -> list[str]:
        """The names of the items that the answer lists."""
        return ITEM.findall(DETAIL.sub("", self.answer))

    @property
    def heads(self) -> set[str]:
        """What the heads in the answer say, those of a table or of what is compared, in letters."""
        return {letters(head) for head in HEAD.findall(self.answer)}

    @property
    def cells(self) -> set[str]:
        """What its other cells say."""
        return {letters(cell) for cell in CELL.findall(self.answer)}


@dataclass(frozen=True)
class Stored:
    """A note in the collection."""

    id: int
    guid: str
    note_type: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[Card, ...]

    @property
    def name(self) -> str:
        """What it asks for: its first field, as text."""
        return html.unescape(self.fields[0])

    @property
    def card(self) -> Card:
        """The card that asks for all of it; others ask back, or for a part."""
        return self.cards[0]


@dataclass(frozen=True)
class Imported:
    """How many notes an import added, changed, left alone, and could not match."""

    new: int
    updated: int
    unchanged: int
    conflicting: int


@dataclass(frozen=True)
class Anki:
    """A collection to import decks into."""

    collection: Collection

    def add(self, deck: Path) -> Imported:
        """Import a deck as a student does, with Anki's own defaults."""
        log: import_export_pb2.ImportResponse.Log = self.collection.import_anki_package(
            ImportAnkiPackageRequest(
                package_path=str(deck.resolve()), options=ImportAnkiPackageOptions()
            )
        ).log
        self.collection.models._clear_cache()  # as Anki's window does
        return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def notes(self) -> list[Stored]:
        """All notes, in the order in which Anki shows their cards as new."""
        notes = [self._note(note) for note in self.collection.find_notes("")]
        return sorted(notes, key=lambda note: min((card.due for card in note.cards), default=0))

    def by_name(self) -> dict[str, Stored]:
        """The notes by what they ask for."""
        return {note.name: note for note in self.notes()}

    def problems(self) -> str:
        """What Anki's check of the database finds; empty when all is well."""
        report, sound = self.collection.fix_integrity()
        return "" if sound else report

    def media(self) -> dict[str, bytes]:
        """The files in the collection's media folder."""
        folder = Path(self.collection.media.dir())
        return {file.name: file.read_bytes() for file in folder.iterdir()}

    def media_problems(self) -> dict[str, list[str]]:
        """What Anki's check of media finds: files that no note names, and the other way round."""
        found = self.collection.media.check()
        return {"unused": list(found.unused), "missing": list(found.missing)}

    def learn(self, note: Stored, days: int) -> None:
        """Make the note's cards due in so many days, as if they had been learnt."""
        cards = self.collection.card_ids_of_note(NoteId(note.id))
        self.collection.sched.set_due_date(cards, str(days))

    def _note(self, number: NoteId) -> Stored:
        note = self.collection.get_note(number)
        cards = (
            Card(
                card.question(),
                card.answer(),
                self.collection.decks.name(card.did),
                card.due,
                card.type == CARD_TYPE_NEW,
                card.ord,
            )
            for card in note.cards()
        )
        model = note.note_type()
        assert model is not None
        return Stored(
            note.id, note.guid, model["name"], tuple(note.fields), tuple(note.tags), tuple(cards)
        )


@contextmanager
def opened(*decks: Path) -> Iterator[Anki]:
    """An empty collection with these decks imported one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder, "collection.anki2")))
        try:
            anki = Anki(collection)
            for deck in decks:
                anki.add(deck)
            yield anki
        finally:
            collection.close()


def notes_in(*decks: Path) -> list[Stored]:
    """The notes of these decks, as they lie in Anki, in the order of new cards."""
    with opened(*decks) as anki:
        return anki.notes()
