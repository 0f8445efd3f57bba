"""The maintainer chooses other cards, or has them look otherwise; nobody has to learn anew."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from anki.models import NotetypeId

from deckbuilder.notetypes import NOTE_TYPES, beside
from tests.releases.sea import (
    HULL,
    SAIL,
    TIDE,
    Edit,
    added,
    cut,
    moved,
    removed,
    replaced,
    text,
    then,
)
from tests.releases.story import OWN, OWN_TAG, Story
from tests.support.release import LOCK

FRONT = "### 이물\n물살을 가르며 나아가는 배의 앞머리이다.\n"


# --- which cards there are ------------------------------------------------------------------------


def cards(settings: str) -> Edit:
    """These settings stand below [cards]."""
    return lambda files: (
        files
        | {
            "deckbuilder.toml": f"{text(files, 'deckbuilder.toml').partition('[cards]')[0]}"
            f"[cards]\n{settings}\n"
        }
    )


OFF_ALL = ["definition reverse", "cloze item", "comparison contrast"]
# The cards that are not asked any more, and those that ask in their place: for a member that no
# choice is offered with.
OFF = {
    "reverse = false": (["definition reverse"], []),
    "items = false": (["cloze item"], []),
    "items_over = 9": (["cloze item"], []),
    "contrast = false": (["comparison contrast"], ["definition reverse"]),
    "reverse = false\nitems = false\ncontrast = false": (OFF_ALL, []),
}


@pytest.mark.parametrize(("settings", "cards_of"), OFF.items(), ids=OFF)
def test_cards_are_turned_off_and_on_again(
    story: Story, settings: str, cards_of: tuple[list[str], list[str]]
) -> None:
    gone, new = cards_of
    log = story.upgrade(cards(settings), gone=gone, new=new)
    assert log.new == 0
    story.upgrade(replaced(TIDE, ("반달이 뜰 무렵에", "반달 즈음에")))
    log = story.upgrade(cards(""), back=gone, gone=new)
    assert log.new == 0


def test_notes_change_while_their_cards_are_off(story: Story) -> None:
    story.upgrade(cards("reverse = false\nitems = false\ncontrast = false"), gone=OFF_ALL)
    story.upgrade(
        then(
            replaced(
                SAIL,
                ("1. 닻을 감아올린다.\n2. 밧줄을 푼다.", "1. 밧줄을 푼다.\n2. 닻을 감아올린다."),
            ),
            replaced(TIDE, ("바닷물이 뭍 쪽으로 들어온다", "바닷물이 뭍으로 밀려든다")),
            replaced(HULL, ("배의 앞머리이다", "배의 뾰족한 앞쪽이다")),
        )
    )
    story.upgrade(cards(""), back=OFF_ALL)


@pytest.mark.parametrize("settings", ["type_in = true", "speech = true"])
def test_cards_are_typed_in_or_read_out(story: Story, settings: str) -> None:
    log = story.upgrade(cards(settings))
    assert log.new == 0
    story.upgrade(cards(""))


# --- how they look --------------------------------------------------------------------------------


@contextmanager
def looking_otherwise(file: str, more: str) -> Iterator[None]:
    """A file of the note types' folder has more in it."""
    read = beside.read
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            beside, "read", lambda name: read(name) + more if name == file else read(name)
        )
        yield


MORE = "<!-- 새 모양 -->"
EVERY = set(NOTE_TYPES)
# A file of the note types' folder, and the note types that change with it.
LOOKS = {
    "style.css": EVERY,
    "code.css": EVERY,
    "definition/term.front.html": {"definition"},
    "cloze/item.back.html": {"cloze"},
    "comparison/contrast.front.html": {"comparison"},
}


@pytest.mark.parametrize(("file", "changed"), LOOKS.items(), ids=LOOKS)
def test_another_look_arrives_and_no_note_changes(
    story: Story, file: str, changed: set[str]
) -> None:
    before = story.latest.note_types
    more = "\n.new { color: red; }" if file.endswith(".css") else MORE
    with looking_otherwise(file, more):
        log = story.upgrade(lambda files: files)
    assert (log.new, log.updated) == (0, 0)
    now = story.latest.note_types
    assert {key for key, kind in NOTE_TYPES.items() if now[kind.id] > before[kind.id]} == changed
    assert {key for key, kind in NOTE_TYPES.items() if now[kind.id] != before[kind.id]} == changed
    for key, kind in NOTE_TYPES.items():
        model = story.me.collection.models.get(NotetypeId(kind.id))
        assert model is not None
        looks = [model["css"], *(side[at] for side in model["tmpls"] for at in ("qfmt", "afmt"))]
        assert any(more.strip() in look for look in looks) == (key in changed)
    assert OWN in story.note("용골").field("정의")
    with looking_otherwise(file, more):
        story.upgrade(lambda files: files)
    assert story.latest.note_types == now


def test_a_look_is_taken_back(story: Story) -> None:
    with looking_otherwise("style.css", "\n.new {}"):
        story.upgrade(lambda files: files)
    story.upgrade(lambda files: files, days=-2)
    model = story.me.collection.models.get(NotetypeId(NOTE_TYPES["definition"].id))
    assert model is not None
    assert ".new {}" not in model["css"]


# --- retired notes are marked ---------------------------------------------------------------------

RETIRED = "deckbuilder::은퇴"
MARKED = replaced("deckbuilder.toml", ("sources", "tag_retired = true\nsources"))


def test_a_retired_note_is_marked_and_keeps_what_was_learned(story: Story) -> None:
    before = story.me.state()
    _, release = story.publish(then(MARKED, cut(HULL, FRONT)))
    log = story.me.anki.add(release.deck)
    after = story.me.state()
    assert (log.new, log.updated, log.conflicting) == (0, 1, 0)
    assert after.learned == before.learned
    (marked,) = (note for note in after.notes.values() if RETIRED in note.tags)
    (old,) = (note for note in before.notes.values() if note.id == marked.id)
    assert marked.name == old.name == "이물"
    assert marked.fields != old.fields
    assert "물살을" in marked.field("정의")
    assert OWN in story.note("용골").field("정의")


def test_a_marked_note_loses_its_mark_when_it_comes_back(story: Story) -> None:
    full, before = story.files, story.me.state()
    for edit in (then(MARKED, cut(HULL, FRONT)), added(HULL, ""), lambda _: MARKED(full)):
        _, release = story.publish(edit)
        log = story.me.anki.add(release.deck)
        assert (log.new, log.conflicting) == (0, 0)
    after = story.me.state()
    assert after.learned == before.learned
    assert not [note.name for note in after.notes.values() if RETIRED in note.tags]
    assert story.note("이물").id in {note.id for note in before.notes.values()}


def test_marking_retired_notes_leaves_the_others_alone(story: Story) -> None:
    log = story.upgrade(MARKED)
    assert (log.new, log.updated) == (0, 0)
    assert OWN_TAG in story.note("무적").tags


def test_retired_notes_of_every_kind_ask_what_they_asked(story: Story) -> None:
    full, before = story.files, story.me.state()
    _, release = story.publish(then(MARKED, removed(SAIL), removed(TIDE)))
    log = story.me.anki.add(release.deck)
    after = story.me.state()
    assert (log.new, log.conflicting) == (0, 0)
    assert after.learned == before.learned
    assert after.asks() == before.asks()
    marked = [note for note in after.notes.values() if RETIRED in note.tags]
    assert {note.note_type.key for note in marked} == EVERY
    assert story.me.anki.problems() == ""
    _, release = story.publish(lambda _: MARKED(full))
    assert story.me.anki.add(release.deck).new == 0
    assert story.me.state().asks() == before.asks()
    assert not [note for note in story.me.state().notes.values() if RETIRED in note.tags]


# --- a project without its lock -------------------------------------------------------------------


def test_a_project_that_begins_anew_leaves_alone_what_was_learned(story: Story) -> None:
    """Its notes come beside those of old: who wants these has to keep the lock."""
    before = story.me.state()
    (story.desk.folder / LOCK).unlink()
    _, release = story.publish(replaced(TIDE, ("반달이 뜰 무렵에", "반달 즈음에")))
    log = story.me.anki.add(release.deck)
    after = story.me.state()
    assert (log.new, log.updated, log.conflicting) == (len(release.notes), 0, 0)
    assert {guid: after.notes[guid] for guid in before.notes} == before.notes


REBUILT: dict[str, tuple[Edit, dict[str, str]]] = {
    "no change": (lambda files: files, {}),
    "a definition": (replaced(TIDE, ("반달이 뜰 무렵에", "반달 즈음에")), {}),
    "a rename": (replaced(HULL, ("### 이물", "### 뱃머리")), {"이물": "뱃머리"}),
    "a file is renamed": (moved(HULL, "notes/배/배의 몸.md"), {}),
    "two items change places": (
        replaced(
            SAIL, ("1. 닻을 감아올린다.\n2. 밧줄을 푼다.", "1. 밧줄을 푼다.\n2. 닻을 감아올린다.")
        ),
        {},
    ),
}


@pytest.mark.parametrize(("edit", "same"), REBUILT.values(), ids=REBUILT)
def test_a_lost_lock_is_made_anew_from_the_deck(
    story: Story, edit: Edit, same: dict[str, str]
) -> None:
    (story.desk.folder / LOCK).unlink()
    for name, content in story.files.items():
        story.desk.put(name, content)
    outcome = story.desk.run("lock", "--from", "1.apkg")
    assert outcome.code == 0, outcome.said
    log = story.upgrade(edit, same=same)
    assert log.new == 0
    assert OWN in story.note("무적").field("정의")
