"""What an author says of the cards, and takes back: what comes back is the same note."""

from __future__ import annotations

import pytest

from deckbuilder import choices
from deckbuilder.model import Choice, Decision, Key, Span
from tests.releases.sea import HULL, SAIL, TIDE, Edit, moved, replaced, text
from tests.releases.story import Story

BOW = Key(
    "definition", "이물", "배/선체", ("선체", "용어"), "물살을 가르며 나아가는 배의 앞머리이다."
)
GOOD = Key(
    "enumeration",
    "돛배의 장점",
    "배/선체",
    ("선체",),
    "기름이 들지 않는다. 조용히 나아간다. 얕은 물에도 뜬다.",
)
FILE = choices.FILE


def chosen(*made: tuple[Key, Decision], guid: str = "") -> Edit:
    """This stands in the file of choices."""
    span = Span(FILE, 1, 1)
    text = choices.dumps(Choice(key, decision, span, guid) for key, decision in made)
    return lambda files: files | {FILE: text}


def settings(more: str) -> Edit:
    return lambda files: files | {"deckbuilder.toml": f"{text(files, 'deckbuilder.toml')}{more}"}


SKIP, LIST = " <!-- deckbuilder: skip -->", " <!-- deckbuilder: kind=list -->"
# What is said, and what goes; it is said of one note, or of all that a habit finds.
GOES: dict[str, tuple[Edit, list[str]]] = {
    "a section is skipped": (replaced(HULL, ("### 이물", f"### 이물{SKIP}")), ["이물"]),
    "a row is skipped": (
        replaced(TIDE, ("때 |\n| 조금", f"때 |{SKIP}\n| 조금")),
        ["사리"],
    ),
    "an item is skipped": (
        replaced(SAIL, ("2. 밧줄을 푼다.", f"2. 밧줄을 푼다.{SKIP}")),
        ["밧줄을 푼다."],
    ),
    "no card is made of a heading": (
        replaced(HULL, ("## 돛배의 장점", "## 돛배의 장점 <!-- deckbuilder: kind=none -->")),
        ["돛배의 장점"],
    ),
    "a habit is switched off": (
        settings("[habits]\nquestion = false\n"),
        ["왜 갯벌은 하루에 두 번 드러날까?"],
    ),
    "a note is left out": (chosen((BOW, Decision("leave"))), ["이물"]),
}


@pytest.mark.parametrize(("says", "gone"), GOES.values(), ids=GOES)
def test_what_is_left_out_comes_back_as_the_same_note(
    story: Story, says: Edit, gone: list[str]
) -> None:
    before = story.files
    story.upgrade(says, gone=gone)
    log = story.upgrade(lambda _: before, back=gone)
    assert log.new == 0


# Another kind is another note: Anki turns none into one of another type.
TURNED: dict[str, Edit] = {
    "in the note": replaced(
        HULL, ("## 돛배의 장점", "## 돛배의 장점 <!-- deckbuilder: kind=definition -->")
    ),
    "by choice": chosen((GOOD, Decision(kind="definition"))),
}


@pytest.mark.parametrize("says", TURNED.values(), ids=TURNED)
def test_a_kind_is_another_and_is_what_it_was(story: Story, says: Edit) -> None:
    before, first = story.files, story.note("돛배의 장점").id
    story.publish(says)
    assert [story.me.anki.add(story.latest.deck).new] == [1]
    story.imported = story.latest
    second = story.note("돛배의 장점", "definition").id
    learned = story.me.state().learned
    for edit, kind, note in (
        (lambda _: before, "enumeration", first),
        (says, "definition", second),
    ):
        story.publish(edit)
        assert story.me.anki.add(story.latest.deck).new == 0
        assert story.note("돛배의 장점", kind).id == note
    assert story.me.state().learned == learned


def test_another_name_is_another_name_of_the_same_note(story: Story) -> None:
    before = story.files
    story.upgrade(chosen((BOW, Decision(name="배의 앞머리"))), same={"이물": "배의 앞머리"})
    log = story.upgrade(lambda _: before, same={"배의 앞머리": "이물"})
    assert log.new == 0


# A choice stands in the file as it was made; what has become of the note since is in the lock.
EDITS: dict[str, Edit] = {
    "the answer is reworded": replaced(HULL, ("물살을 가르며 나아가는", "물결을 헤치며 나아가는")),
    "the term is renamed": replaced(HULL, ("### 이물", "### 뱃머리")),
    "the file is moved": moved(HULL, "notes/배/배의 몸.md"),
    "the section is renamed": replaced(HULL, ("## 용어", "## 정리")),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_is_left_out_stays_out_whatever_becomes_of_its_note(story: Story, edit: Edit) -> None:
    story.upgrade(chosen((BOW, Decision("leave"))), gone=["이물"])
    first, second = story.publish(edit)
    assert len(second.notes) == len(first.notes)
    assert "about nothing" not in second.said


def test_what_has_a_name_keeps_it_over_releases(story: Story) -> None:
    """The note becomes another in steps: only the lock knows that it is the one that was chosen."""
    guid = next(guid for guid, note in story.latest.notes.items() if note.fields[0] == "이물")
    name = chosen((BOW, Decision(name="배의 앞머리")), guid=guid)
    story.upgrade(name, same={"이물": "배의 앞머리"})
    for edit in (
        replaced(HULL, ("### 이물", "### 뱃머리")),
        moved(HULL, "notes/배/배의 몸.md"),
        replaced("notes/배/배의 몸.md", ("물살을 가르며 나아가는", "물결을 헤치고 나아가는")),
    ):
        assert story.upgrade(edit).new == 0
        assert "about nothing" not in story.latest.said
