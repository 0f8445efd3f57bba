"""A student adds a field to a note type: README tells what becomes of it, and what to do."""

from __future__ import annotations

from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.models import NotetypeId
from anki.notes import Note

from deckbuilder.notetypes import NOTE_TYPES
from tests.releases.sea import HULL, added, replaced, then
from tests.releases.story import Story
from tests.support.collection import Imported
from tests.support.student import Learned

OWN, SAID = "내 메모", "뱃머리라고도 한다"
DEFINITION = NOTE_TYPES["definition"]
EDIT = then(
    replaced(HULL, ("배의 앞머리이다", "배의 뾰족한 앞쪽이다")),
    added(HULL, "\n## 더 나온 말\n\n### 키\n배가 나아갈 방향을 잡는 판이다.\n"),
)


def own_field(story: Story) -> None:
    """Give the definitions a field more, and fill it in two of them."""
    collection, database = story.me.collection, story.me.collection.db
    model = collection.models.get(NotetypeId(DEFINITION.id))
    assert model is not None
    assert database is not None
    collection.models.add_field(model, collection.models.new_field(OWN))
    collection.models.update_dict(model)
    for name in ("이물", "고물"):
        note = definition(story, name)
        note[OWN] = SAID
        collection.update_note(note)
    # Anki takes all notes of the type for edited now, and its clock cannot be set.
    database.execute("update notes set mod = ?", story.day + 60)


def definition(story: Story, name: str) -> Note:
    """The definition of this term."""
    (number,) = story.me.collection.find_notes(f"용어:{name}")
    return story.me.collection.get_note(number)


def merged(story: Story) -> Imported:
    """Import the latest release with 노트 타입 병합."""
    log = story.me.collection.import_anki_package(
        ImportAnkiPackageRequest(
            package_path=str(story.latest.deck),
            options=ImportAnkiPackageOptions(merge_notetypes=True),
        )
    ).log
    story.me.collection.models._clear_cache()
    return Imported(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))


def learned(story: Story) -> dict[int, Learned]:
    """What was learned with each card, by its id, whatever fields its note has."""
    database = story.me.collection.db
    assert database is not None
    return {
        number: Learned(
            tuple(map(tuple, database.all("select * from revlog where cid = ?", number))),
            tuple(
                database.first(
                    "select due, ivl, queue, type, reps, flags, did from cards where id = ?", number
                )
                or ()
            ),
        )
        for number in database.list("select id from cards")
    }


def names(story: Story) -> set[str]:
    """The names of our note types."""
    found = story.me.collection.models.all_names_and_ids()
    return {entry.name for entry in found if entry.name.startswith("deckbuilder")}


def test_a_field_more_makes_the_next_release_another_type(story: Story) -> None:
    own_field(story)
    before, types = learned(story), names(story)
    story.publish(EDIT)
    log = story.me.anki.add(story.latest.deck)
    assert log.conflicting > 0
    assert names(story) == types | {"deckbuilder 정의+"}
    assert learned(story).items() >= before.items()  # it harms nobody


def test_merging_the_types_brings_the_release_and_empties_the_field_where_it_changes_a_note(
    story: Story,
) -> None:
    own_field(story)
    before, types = learned(story), names(story)
    story.publish(EDIT)
    story.me.anki.add(story.latest.deck)  # by mistake without
    assert merged(story).conflicting == 0
    story.publish(replaced(HULL, ("뾰족한 앞쪽이다", "뾰족한 앞머리이다")))
    log = merged(story)
    assert (log.new, log.conflicting) == (0, 0)
    assert names(story) == types
    assert learned(story).items() >= before.items()
    collection = story.me.collection
    for guid, packed in story.latest.notes.items():
        if guid in story.own:
            continue
        (number,) = collection.db.list("select id from notes where guid = ?", guid)  # type: ignore[union-attr]
        assert tuple(collection.get_note(number).fields[: len(packed.fields)]) == packed.fields
    assert definition(story, "고물")[OWN] == SAID
    assert definition(story, "이물")[OWN] == ""  # as the release has it, which has changed the note
    assert story.me.anki.problems() == ""
