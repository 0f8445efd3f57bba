"""The note types stay what they are: students' notes depend on them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import genanki
import pytest

from deckbuilder.notetypes import MOST_BLANKS, NOTE_TYPES, NoteType, Template, beside
from deckbuilder.pack.collection import needs
from tests.support.collection import Imported, opened, shown
from tests.support.packed import packed
from tests.support.schema import Schema, differences, full_notes, schema

SNAPSHOT = Path(__file__).with_name("notetypes.json")
WHY = """\
The note types are not what tests/notetypes.json holds. A student who imports the next deck would
keep the old notes beside the new ones: Anki takes them for notes of another type, and what has been
learnt stays behind. Change only CSS and the text of templates, and use a spare field (예비) for
what is new. A note type more is all right: write it into the snapshot by hand. What differs:
  """
MONDAY, TUESDAY = 1_700_000_000, 1_700_086_400


def check(now: Schema) -> None:
    """Compare a schema with the snapshot."""
    found = sorted(differences(json.loads(SNAPSHOT.read_text(encoding="utf-8")), now))
    assert not found, WHY + "\n  ".join(found)


def full(folder: Path, day: int = MONDAY) -> Path:
    """A deck of a full note of each type, as `pack` knows the types now."""
    aside = folder / str(day)
    aside.mkdir()
    return packed(full_notes(day), aside, day)


def packed_schema(folder: Path) -> Schema:
    with opened(full(folder)) as anki:
        return schema(anki.collection)


# --- frozen ---------------------------------------------------------------------------------------


def test_anki_has_the_note_types_of_the_first_release(tmp_path: Path) -> None:
    check(packed_schema(tmp_path))


def more_fields(note_type: NoteType) -> NoteType:
    return replace(note_type, fields=(*note_type.fields, "새 칸"))


def fewer_fields(note_type: NoteType) -> NoteType:
    return replace(note_type, fields=note_type.fields[:-1])


def renamed_field(note_type: NoteType) -> NoteType:
    return replace(note_type, fields=(*note_type.fields[:-1], "새 이름"))


def swapped_fields(note_type: NoteType) -> NoteType:
    *others, first, second = note_type.fields
    return replace(note_type, fields=(*others, second, first))


def other_sort_field(note_type: NoteType) -> NoteType:
    first, second, *others = note_type.fields
    return replace(note_type, fields=(second, first, *others))


def more_templates(note_type: NoteType) -> NoteType:
    more = replace(note_type.templates[0], name="새 카드")
    return replace(note_type, templates=(*note_type.templates, more))


def renamed_template(note_type: NoteType) -> NoteType:
    first, *others = note_type.templates
    return replace(note_type, templates=(replace(first, name="새 이름"), *others))


def other_id(note_type: NoteType) -> NoteType:
    return replace(note_type, id=note_type.id + 50)


def other_name(note_type: NoteType) -> NoteType:
    return replace(note_type, name="새 이름")


Change = Callable[[NoteType], NoteType]
CHANGES: dict[Change, str] = {
    more_fields: "fields",
    fewer_fields: "fields",
    renamed_field: "fields",
    swapped_fields: "fields",
    other_sort_field: "sort field",
    more_templates: "templates",
    renamed_template: "templates",
    other_id: "id",
    other_name: "name",
}
# Anki allows a cloze note type one template only.
CHANGED = [
    pytest.param(change, key, id=f"{key}: {change.__name__}")
    for change in CHANGES
    for key in ("definition", "comparison", "cloze")
    if (change, key) != (more_templates, "cloze")
]


@pytest.mark.parametrize(("change", "key"), CHANGED)
def test_a_change_is_refused_and_the_message_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Change, key: str
) -> None:
    monkeypatch.setitem(NOTE_TYPES, key, change(NOTE_TYPES[key]))
    with pytest.raises(AssertionError) as caught:
        check(packed_schema(tmp_path))
    assert "Anki takes them for notes of another type" in str(caught.value)
    assert f"{key}: {CHANGES[change]}: " in str(caught.value)


def test_a_note_type_of_another_kind_is_refused(tmp_path: Path) -> None:
    now = packed_schema(tmp_path)
    now["cloze"]["kind"] = "standard"
    with pytest.raises(AssertionError, match="cloze: kind: cloze has become standard"):
        check(now)


def test_a_note_type_that_is_gone_is_refused(tmp_path: Path) -> None:
    now = packed_schema(tmp_path)
    del now["cloze"]
    with pytest.raises(AssertionError, match="cloze: the note type is gone"):
        check(now)


@pytest.mark.parametrize("change", [more_fields, more_templates, other_id])
def test_this_is_what_a_student_would_get(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Change
) -> None:
    old = full(tmp_path)
    monkeypatch.setitem(NOTE_TYPES, "definition", change(NOTE_TYPES["definition"]))
    with opened(old) as anki:
        imported = anki.add(full(tmp_path, TUESDAY))
        assert imported.updated < len(NOTE_TYPES)
        assert imported.conflicting


# --- what may change ------------------------------------------------------------------------------


@pytest.fixture
def redesigned(monkeypatch: pytest.MonkeyPatch) -> None:
    """Other CSS, and other text in every template."""
    read = beside.read

    def changed(name: str) -> str:
        return read(name) + (
            "\n.place { color: red }" if name.endswith(".css") else "\n<p>새 글</p>"
        )

    monkeypatch.setattr(beside, "read", changed)


def test_other_css_and_templates_reach_who_has_the_old_deck(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    old = full(tmp_path)
    with opened(old) as anki:
        before, count = schema(anki.collection), len(anki.collection.models.all_names_and_ids())
        learned = anki.notes()[0]
        anki.learn(learned, days=5)
        request.getfixturevalue("redesigned")
        imported = anki.add(full(tmp_path, TUESDAY))
        assert imported == Imported(new=0, updated=len(NOTE_TYPES), unchanged=0, conflicting=0)
        assert len(anki.collection.models.all_names_and_ids()) == count
        assert schema(anki.collection) == before
        for note in anki.notes():
            assert all("새 글" in shown(card.front) for card in note.cards)
            assert all("새 글" in shown(card.back) for card in note.cards)
            assert all("color: red" in card.front for card in note.cards)
        assert not any(card.is_new for card in anki.by_name()[learned.name].cards)
        assert anki.problems() == ""


def test_other_css_and_templates_pass_the_check(tmp_path: Path, redesigned: None) -> None:
    assert redesigned is None
    check(packed_schema(tmp_path))


# --- sound ----------------------------------------------------------------------------------------


def test_all_ids_are_distinct() -> None:
    ids = [
        number
        for note_type in NOTE_TYPES.values()
        for number in (
            note_type.id,
            *(note_type.field_id(at) for at in range(len(note_type.fields))),
            *(note_type.template_id(at) for at in range(len(note_type.templates))),
        )
    ]
    assert len(set(ids)) == len(ids)


def test_no_name_is_used_twice() -> None:
    assert len({note_type.name for note_type in NOTE_TYPES.values()}) == len(NOTE_TYPES)
    for note_type in NOTE_TYPES.values():
        assert len(set(note_type.fields)) == len(note_type.fields)
        names = [template.name for template in note_type.templates]
        assert len(set(names)) == len(names)


# What Anki itself gives to templates.
BUILT_IN = {"FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID"}
SIDES = [
    pytest.param(note_type, template, side, id=f"{key}: {template.name}, {side}")
    for key, note_type in NOTE_TYPES.items()
    for template in note_type.templates
    for side in ("front", "back")
]


@pytest.mark.parametrize(("note_type", "template", "side"), SIDES)
def test_a_template_names_fields_that_exist(
    note_type: NoteType, template: Template, side: str
) -> None:
    html = note_type.front(template) if side == "front" else note_type.back(template)
    named = set(_named(html))
    assert named
    assert named <= {*note_type.fields, *BUILT_IN}
    assert "№" not in html


def _named(html: str) -> Iterator[str]:
    for tag in re.findall(r"\{\{([^{}]+)\}\}", html):
        yield tag.lstrip("#^/").rpartition(":")[2].strip()


@pytest.mark.parametrize("note_type", NOTE_TYPES.values(), ids=NOTE_TYPES)
def test_a_front_needs_the_fields_that_genanki_finds_by_trying(note_type: NoteType) -> None:
    fronts = [note_type.front(template) for template in note_type.templates]
    tried = genanki.Model(
        note_type.id,
        note_type.name,
        fields=[{"name": name} for name in note_type.fields],
        templates=[{"name": front, "qfmt": front, "afmt": front} for front in fronts],
    )
    found = [[at, *needs(front, note_type.fields)] for at, front in enumerate(fronts)]
    assert found == tried._req


def test_a_full_note_has_all_its_cards_and_none_is_empty(tmp_path: Path) -> None:
    with opened(full(tmp_path)) as anki:
        notes = {note.guid.removeprefix("full-"): note for note in anki.notes()}
        assert anki.problems() == ""
        empty = anki.collection.get_empty_cards()
    assert not empty.notes
    for key, note_type in NOTE_TYPES.items():
        cards = notes[key].cards
        assert len(cards) == (MOST_BLANKS if note_type.cloze else len(note_type.templates))
        assert all(shown(card.front) and shown(card.back) for card in cards)
        assert len({shown(card.back) for card in cards}) == len(cards)
