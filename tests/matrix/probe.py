"""What becomes of decks in one release of Anki:  python probe.py DECK FIRST SECOND

It runs in an environment that has nothing but that release, so it imports nothing of this project,
works with Python 3.10, and keeps to names that all releases know. It prints JSON: what was counted,
and what went wrong at each step.
"""

from __future__ import annotations

import html
import json
import platform
import re
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import anki.buildinfo
import anki.lang
from anki.collection import Collection

try:
    from anki.collection import ImportAnkiPackageRequest
except ImportError:  # 2.1.54; those from 2.1.55 to 2.1.66 have another importer again
    ImportAnkiPackageRequest = None  # type: ignore[assignment,misc]

EASY, GOOD, HARD, AGAIN = 4, 3, 2, 1
# How the cards studied are answered: some are then due in days, some in minutes.
ANSWERS = (EASY, GOOD, AGAIN, EASY, HARD)
STYLE = re.compile(r"<style.*?</style>", re.S)
MARKUP = re.compile(r"<(?!img\b)[^>]+>")


class Note(NamedTuple):
    """A note as a deck or a collection has it."""

    note_type: int
    fields: str
    tags: frozenset[str]


class Content(NamedTuple):
    """What a deck or a collection holds: notes by GUID, and cards, each by GUID and ordinal."""

    notes: dict[str, Note]
    cards: set[tuple[str, int]]


def content(note_rows: list[Any], card_rows: list[Any]) -> Content:
    """Sort out rows of the two tables.

    Raises:
        ValueError: two notes have the same GUID, or a note two cards of one template.
    """
    notes = {guid: Note(mid, flds, frozenset(tags.split())) for guid, mid, flds, tags in note_rows}
    cards = {(guid, ord_) for guid, ord_ in card_rows}
    if len(notes) != len(note_rows) or len(cards) != len(card_rows):
        raise ValueError("two notes have one GUID, or two cards one place")
    return Content(notes, cards)


NOTES = "select guid, mid, flds, tags from notes"
CARDS = "select notes.guid, cards.ord from cards left join notes on notes.id = cards.nid"


def packed(deck: Path) -> Content:
    """What is in the file."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "collection.anki2")
        with zipfile.ZipFile(deck) as archive:
            file.write_bytes(archive.read("collection.anki2"))
        with closing(sqlite3.connect(file)) as database:
            return content(database.execute(NOTES).fetchall(), database.execute(CARDS).fetchall())


def stored(col: Collection) -> Content:
    """What is in the collection."""
    return content(db(col).all(NOTES), db(col).all(CARDS))


def db(col: Collection) -> Any:
    """Its database; the releases type it differently."""
    return col.db


@contextmanager
def empty() -> Iterator[Collection]:
    """An empty collection."""
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(str(Path(folder, "collection.anki2")))
        try:
            yield col
        finally:
            col.close()


def add(col: Collection, deck: Path) -> None:
    """Import a deck as the release's own window does, with the options that it begins with."""
    if ImportAnkiPackageRequest is None:
        from anki.importing.apkg import (  # type: ignore[import-not-found]  # noqa: PLC0415
            AnkiPackageImporter,
        )

        AnkiPackageImporter(col, str(deck)).run()
    else:
        options = col._backend.get_import_anki_package_presets()
        col.import_anki_package(ImportAnkiPackageRequest(package_path=str(deck), options=options))


def study(col: Collection) -> list[str]:
    """Answer a few cards, the first in the deck; what went wrong."""
    first = db(col).scalar("select did from cards order by due, id limit 1")
    top = col.decks.id(col.decks.name(first).split("::")[0])
    assert top is not None
    col.decks.select(top)
    scheduler: Any = col.sched
    col.reset()  # the queue of old releases
    for answer in ANSWERS:
        card = scheduler.getCard()
        if card is None:
            break
        card.start_timer()
        scheduler.answerCard(card, answer)
    count = db(col).scalar("select count(distinct cid) from revlog")
    return [] if count == len(ANSWERS) else [f"studied {count} of {len(ANSWERS)} cards"]


def differences(expected: Content, found: Content) -> list[str]:
    """What a collection has otherwise than the deck that was imported last."""
    changed = [
        f"a note differs from the deck's: {found.notes[guid].fields[:40]!r}"
        for guid in sorted(expected.notes.keys() & found.notes.keys())
        if expected.notes[guid] != found.notes[guid]
    ]
    counts = {
        "notes are missing": len(expected.notes.keys() - found.notes.keys()),
        "notes are too many": len(found.notes.keys() - expected.notes.keys()),
        "cards are missing": len(expected.cards - found.cards),
        "cards are too many": len(found.cards - expected.cards),
    }
    return changed + [f"{count} {what}" for what, count in counts.items() if count]


def rows(col: Collection, *tables: str) -> dict[str, set[tuple[Any, ...]]]:
    """All rows of some tables, each in full."""
    return {
        table: {tuple(row) for row in db(col).all(f"select * from {table}")} for table in tables
    }


def note_types(col: Collection) -> set[tuple[int, str]]:
    """The note types of the collection, by id and name."""
    return {(entry.id, entry.name) for entry in col.models.all_names_and_ids()}


def added_again(col: Collection, deck: Path) -> list[str]:
    """Import the deck that is there already; what that changed."""
    before, types = rows(col, "notes", "cards", "revlog"), note_types(col)
    add(col, deck)
    after = rows(col, "notes", "cards", "revlog")
    changed = [f"{table} changed" for table in before if before[table] != after[table]]
    return changed + ([] if note_types(col) == types else ["note types changed"])


def updated(col: Collection, first: Path, second: Path) -> list[str]:
    """Import and study the first edition, then import the second; what went wrong."""
    old, new = packed(first), packed(second)
    add(col, first)
    wrong = study(col)
    before, types = rows(col, "cards", "revlog"), note_types(col)
    studied = db(col).list(
        "select distinct guid from notes join cards on cards.nid = notes.id where reps > 0"
    )
    changed = [guid for guid in old.notes if old.notes[guid] != new.notes.get(guid)]
    if len(changed) != 1 or changed[0] not in studied or len(new.notes) != len(old.notes) + 1:
        wrong.append("the editions do not differ in one studied note and one new one")
    add(col, second)
    wrong += differences(new, stored(col))
    after = rows(col, "cards", "revlog")
    if not before["cards"] <= after["cards"]:
        wrong.append("cards that were there have changed")
    if before["revlog"] != after["revlog"]:
        wrong.append("the review log has changed")
    if note_types(col) != types:
        wrong.append("there are other note types")
    return wrong


def unsound(col: Collection) -> list[str]:
    """What Anki's checks find, and the cards that do not show."""
    wrong = list(blank(col))
    if col.get_empty_cards().notes:
        wrong.append("there are empty cards")
    missing = list(col.media.check().missing)
    if missing:
        wrong.append(f"media is missing: {', '.join(missing)}")
    report, sound = col.fix_integrity()
    return wrong if sound else [*wrong, f"the database: {report}"]


def blank(col: Collection) -> Iterator[str]:
    """The cards that have an empty side, or a template that Anki cannot read."""
    for number in db(col).list("select id from cards"):
        card = col.get_card(number)
        question, answer = shown(card.question()), shown(card.answer())
        if not question or not answer:
            yield f"a side of card {number} is empty"
        if question == answer:  # both are then the same message
            yield f"card {number} does not render: {question[:80]}"


def shown(source: str) -> str:
    """The text and the pictures that a piece of HTML shows."""
    return " ".join(html.unescape(MARKUP.sub(" ", STYLE.sub("", source))).split())


def main(deck: Path, first: Path, second: Path) -> None:
    """Try the decks and print what became of them."""
    anki.lang.set_lang("en_US")  # as the window does at its start
    with empty() as col:
        fresh = note_types(col)
        add(col, deck)
        found = stored(col)
        imported = differences(packed(deck), found)
        types = note_types(col) - fresh
        if {number for number, _ in types} != {note.note_type for note in found.notes.values()}:
            imported.append("there are note types without notes")
        again = study(col) + added_again(col, deck)
        check = unsound(col)
    with empty() as col:
        update = updated(col, first, second)
        check += unsound(col)
    counts = {"notes": len(found.notes), "cards": len(found.cards), "note_types": len(types)}
    wrong = {"import": imported, "again": again, "update": update, "check": check}
    about = {"anki": anki.buildinfo.version, "python": platform.python_version()}
    print(json.dumps({**about, **counts, "wrong": wrong}))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
