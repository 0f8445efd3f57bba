"""Notes are read otherwise than for the last release, and stay as they are: nothing is lost.

`shore/` is a project as its maintainer had it when projects got their ids: the notes, and the lock
and the deck that the program of then wrote (commit 25833ec, the last before notes were read anew).
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.releases.sea import Files, replaced
from tests.releases.story import OWN, Story, begun, nothing_is_lost
from tests.support.command import Desk
from tests.support.release import FIRST_DECK, LOCK, opened

SHORE = Path(__file__).parent / "shore"
RETIRED = "deckbuilder::은퇴"
MARKED = replaced("deckbuilder.toml", ("sources", "tag_retired = true\nsources"))
# What is asked for besides today. A list cannot go on with the cards of a definition (물떼새).
NEW = {"둥지", "갯골", "간수", "밀물 · 썰물", "물떼새"}
# What several things are told of is part of each; "물때는 … 것이다" is only offered.
TOLD = {
    f"{name} @ 물새 › 물새의 종류 › {bird}"
    for name in ("크기", "먹이")
    for bird in ("도요", "두루미")
}
GONE = {*TOLD, "물때", "물떼새"}
# What another card asks by the same words, or only the place in a list tells.
FEWER = {"definition reverse", "cloze item"}
SAME = {"장점": "소금밭의 장점"}


@pytest.fixture
def files() -> Files:
    """The notes and the settings."""
    found = [SHORE / "deckbuilder.toml", *SHORE.glob("notes/*.md")]
    return {str(file.relative_to(SHORE)): file.read_bytes().decode() for file in found}


@pytest.fixture
def story(desk: Desk, files: Files) -> Iterator[Story]:
    """A student who has learned with the deck of then, and edited two of its notes."""
    (packed,) = SHORE.glob("*.apkg.xz")
    deck = desk.put(FIRST_DECK, lzma.decompress(packed.read_bytes()))
    first = opened(deck, (SHORE / LOCK).read_bytes())
    with begun(desk, files, first) as story:
        story.edit("도요", "갈매기")
        yield story


def test_a_new_reading_of_the_same_notes_loses_nothing(story: Story) -> None:
    log = story.upgrade(lambda files: files, same=SAME, new=NEW, gone=GONE | FEWER)
    assert log.new == len(NEW)
    assert "손바닥만" in story.note("도요").field("정의")
    assert OWN in story.note("갈매기").field("정의")
    log = story.upgrade(lambda files: files)
    assert (log.new, log.updated) == (0, 0)


def test_what_is_not_read_any_more_is_marked_and_stays(story: Story) -> None:
    before = story.me.state()
    _, release = story.publish(MARKED)
    log = story.me.anki.add(release.deck)
    after = story.me.state()
    nothing_is_lost(before, after)
    assert (log.new, log.conflicting) == (len(NEW), 0)
    marked = {guid: note for guid, note in after.notes.items() if RETIRED in note.tags}
    listed = {"갯벌 생물의 종류"}  # its items have no cards any more
    assert {note.name for note in marked.values()} == {name.split()[0] for name in GONE} | listed
    assert marked.keys() <= before.notes.keys()
    for guid, note in marked.items():
        assert {card.ask for card in note.cards.values()} == {
            card.ask for card in before.notes[guid].cards.values()
        }
