"""One bad file stops nothing and is not waited for: it is named and left out, the rest is built."""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.collection import notes_in
from tests.support.command import Desk, Outcome
from tests.support.notes import FLOWER, LEAF, ROOT_NOTE, note
from tests.support.project import MONDAY, TUESDAY, project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and sockets")

EARLIER = b"the deck of an earlier build"
IN_THE_NOTES, WRONG_USAGE = 1, 2


def linked(target: str) -> Callable[[Path], object]:
    return lambda file: file.symlink_to(target)


def bound(file: Path) -> None:
    """A socket; its path may not be long."""
    here = Path.cwd()
    os.chdir(file.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(file.name)
    finally:
        os.chdir(here)


def holding(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


# What is made in the place of a note; what has to be said of it, and what to do.
FAULTS: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a link to nothing": (linked("없음.md"), "a link to what is not there", "let the link lead"),
    "a link to itself": (linked("나쁜.md"), "levels of symbolic links", "let the link lead"),
    "a link to a device": (linked("/dev/zero"), "no regular file", "put a file in its place"),
    "a pipe": (os.mkfifo, "it is a pipe", "put a file in its place"),
    "a socket": (bound, "it is a socket", "put a file in its place"),
    "no encoding": (
        holding(LEAF.encode() + b"\xff\xfe."),
        "not UTF-8 or CP949",
        "save it as UTF-8",
    ),
    "a short picture": (holding(b"\x89PNG\r\n\x1a\n"), "control characters", "save it as UTF-8"),
}


@pytest.fixture(params=FAULTS.values(), ids=list(FAULTS))
def spoilt(request: pytest.FixtureRequest, desk: Desk) -> tuple[Desk, str, str]:
    """A folder with two good notes and a bad one, and what has to be said."""
    make, why, remedy = request.param
    desk.put("공책/꽃.md", FLOWER)
    desk.put("공책/안/잎.md", LEAF)
    make(desk.folder / "공책/나쁜.md")
    desk.put("덱.apkg", EARLIER)
    return desk, why, remedy


def told(outcome: Outcome, name: str, why: str, remedy: str) -> None:
    assert "Traceback" not in outcome.said
    lines = outcome.err.split("\n")
    at = next(at for at, line in enumerate(lines) if f": {name}: " in line)
    assert why in lines[at]
    assert remedy in lines[at + 1]
    assert "permissions" not in outcome.err


def test_a_bad_file_in_a_folder_is_left_out_and_the_rest_is_built(
    spoilt: tuple[Desk, str, str],
) -> None:
    desk, why, remedy = spoilt
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    told(outcome, "공책/나쁜.md", why, remedy)
    assert {stored.fields[0] for stored in notes_in(desk.folder / "덱.apkg")} == {"꽃받침", "기공"}
    assert outcome.out.startswith("2 notes read")


def test_strict_refuses_a_bad_file_in_a_folder(spoilt: tuple[Desk, str, str]) -> None:
    desk, why, remedy = spoilt
    outcome = desk.build("공책", "-o", "덱.apkg", "--strict")
    assert outcome.code == IN_THE_NOTES
    told(outcome, "공책/나쁜.md", why, remedy)
    assert (desk.folder / "덱.apkg").read_bytes() == EARLIER


def test_a_bad_file_that_was_named_is_an_error(spoilt: tuple[Desk, str, str]) -> None:
    desk, why, remedy = spoilt
    for sources in (["공책", "공책/나쁜.md"], ["공책/나쁜.md", "공책"]):
        outcome = desk.build(*sources, "-o", "덱.apkg")
        assert outcome.code == IN_THE_NOTES
        told(outcome, "공책/나쁜.md", why, remedy)
        assert (desk.folder / "덱.apkg").read_bytes() == EARLIER


def test_a_folder_of_bad_files_is_an_error(desk: Desk) -> None:
    desk.put("공책/하나.md", b"\x89PNG\r\n\x1a\n")
    (desk.folder / "공책/둘.md").symlink_to("없음")
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert outcome.code == IN_THE_NOTES
    assert "공책: no note has anything that becomes a card" in outcome.err
    assert not (desk.folder / "덱.apkg").exists()


def test_a_folder_that_cannot_be_listed_is_left_out(desk: Desk) -> None:
    """One whose path is longer than the system takes; permissions do not stop every user."""
    desk.put("공책/잎.md", LEAF)
    here = Path.cwd()
    os.chdir(desk.folder / "공책")
    try:
        for _ in range(25):
            Path("가" * 80).mkdir()
            os.chdir("가" * 80)
    finally:
        os.chdir(here)
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert "is left out, it cannot be read: File name too long" in outcome.err
    assert "a shorter name" in outcome.err


# The command; a note vanishes when it has been found.
VANISHING = (
    sys.executable,
    "-c",
    """
import pathlib
from deckbuilder import sources
from deckbuilder.cli import main

find = sources.find

def and_vanish(*arguments):
    found = find(*arguments)
    pathlib.Path("공책/꽃.md").unlink()
    return found

sources.find = and_vanish
main()
""",
)


def test_a_file_that_vanishes_is_left_out(desk: Desk) -> None:
    desk.put("공책/꽃.md", FLOWER)
    desk.put("공책/잎.md", LEAF)
    outcome = desk.run("build", "공책", "-o", "덱.apkg", program=VANISHING)
    assert outcome.code == 0, outcome.said
    told(outcome, "공책/꽃.md", "No such file", "build once more")


@pytest.mark.parametrize(
    ("front", "says", "kept"),
    [
        ("title: [잎]", "front matter: 'title' is of the wrong type, and not used", True),
        ("tags: {봄: 1}", "front matter: 'tags' is of the wrong type, and not used", True),
        ("skip: 아마", "the note is left out; front matter: 'skip' is of the wrong type", False),
    ],
)
def test_a_value_of_the_wrong_type_stops_no_other_note(
    desk: Desk, front: str, says: str, kept: bool
) -> None:
    desk.put("공책/꽃.md", FLOWER)
    desk.put("공책/잎.md", note("잎", ("기공", "잎 뒷면의 작은 구멍이다."), front=front))
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert f"공책/잎.md:2: {says}" in outcome.err
    terms = {stored.fields[0] for stored in notes_in(desk.folder / "덱.apkg")}
    assert terms == ({"꽃받침", "기공"} if kept else {"꽃받침"})
    assert desk.build("공책", "--strict").code == IN_THE_NOTES


# --- what was learnt of it ------------------------------------------------------------------------


@pytest.mark.parametrize("retiring", [False, True])
def test_notes_in_a_file_that_is_left_out_have_not_gone(tmp_path: Path, retiring: bool) -> None:
    mine = project(tmp_path, {"꽃.md": FLOWER, "잎.md": LEAF, "뿌리.md": ROOT_NOTE})
    if retiring:
        with (mine.folder / "deckbuilder.toml").open("a", encoding="utf-8") as settings:
            settings.write("tag_retired = true\n")
    mine.release(MONDAY)
    lock, file = mine.lock_file.read_bytes(), mine.folder / "notes/잎.md"
    good = file.read_bytes()
    file.write_bytes(b"\x89PNG\r\n\x1a\n")
    outcome = mine.here("build", "--locked", day=TUESDAY)
    assert outcome.code == 0, outcome.said
    assert mine.release(TUESDAY).out.count("retired") == 0
    assert mine.lock_file.read_bytes() == lock
    terms = {stored.fields[0] for stored in notes_in(mine.deck_file)}
    assert terms == {"꽃받침", "뿌리털"}
    # Corrected meanwhile, in its term and in its meaning: only by its likeness it is the same.
    file.write_bytes(good.replace("기공".encode(), "숨구멍".encode()).replace("난".encode(), b""))
    mine.release(TUESDAY)
    assert len(mine.table["note"]) == 3


def test_a_deck_keeps_its_name_where_only_one_note_can_be_read(desk: Desk) -> None:
    desk.put("공책/꽃.md", FLOWER)
    desk.put("공책/잎.md", b"\0")
    assert desk.build("공책", "-o", "덱.apkg").code == 0
    decks = {stored.card.deck for stored in notes_in(desk.folder / "덱.apkg")}
    assert decks == {"공책::꽃"}


# --- what would be waited for ---------------------------------------------------------------------


@pytest.fixture
def pipe(desk: Desk) -> Callable[[str], None]:
    """Makes a pipe into which nobody writes: to open it is to wait for ever."""

    def make(name: str) -> None:
        (desk.folder / name).parent.mkdir(exist_ok=True)
        os.mkfifo(desk.folder / name)

    return make


def refused(outcome: Outcome, name: str, why: str = "it is a pipe") -> None:
    assert "Traceback" not in outcome.said
    assert outcome.code in (IN_THE_NOTES, WRONG_USAGE)
    assert name in outcome.err
    assert why in outcome.err


def test_a_pipe_for_a_font_is_refused(desk: Desk, pipe: Callable[[str], None]) -> None:
    desk.put("잎.md", LEAF)
    desk.put("deckbuilder.toml", 'fonts = ["f.woff2"]\n')
    pipe("f.woff2")
    refused(desk.build("잎.md"), "f.woff2")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty"])
def test_a_device_for_a_font_is_refused(desk: Desk, device: str) -> None:
    desk.put("잎.md", LEAF)
    desk.put("deckbuilder.toml", 'fonts = ["f.woff2"]\n')
    (desk.folder / "f.woff2").symlink_to(device)
    refused(desk.build("잎.md"), "f.woff2", "it is no regular file")


@pytest.mark.parametrize("how", ["named", "found", "above"])
def test_a_pipe_for_the_settings_is_refused(
    desk: Desk, pipe: Callable[[str], None], how: str
) -> None:
    desk.put("잎.md", LEAF)
    desk.put("안/꽃.md", FLOWER)
    pipe("deckbuilder.toml")
    named = ["--config", "deckbuilder.toml"] if how == "named" else []
    below, source = ("안", "꽃.md") if how == "above" else ("", "잎.md")
    refused(desk.build(source, *named, below=below), "deckbuilder.toml")


@pytest.mark.parametrize("target", ["없음.toml", "deckbuilder.toml"])
def test_settings_that_lead_nowhere_are_no_missing_project(desk: Desk, target: str) -> None:
    """Else a deck without a lock would come about, and with it students' reviews be lost."""
    desk.put("잎.md", LEAF)
    (desk.folder / "deckbuilder.toml").symlink_to(target)
    refused(desk.build("잎.md"), "deckbuilder.toml", "cannot be read")


def test_a_pipe_for_the_lock_is_refused(desk: Desk, pipe: Callable[[str], None]) -> None:
    desk.put("잎.md", LEAF)
    pipe("deckbuilder.lock")
    refused(desk.build("잎.md", "--lock", "deckbuilder.lock"), "deckbuilder.lock")


@pytest.mark.parametrize("left", [".deckbuilder.lock.new", ".deckbuilder.lock.pending"])
def test_a_pipe_where_a_build_writes_is_no_trap(
    desk: Desk, pipe: Callable[[str], None], left: str
) -> None:
    desk.put("잎.md", LEAF)
    pipe(left)
    outcome = desk.build("잎.md", "--lock", "deckbuilder.lock", "-o", "덱.apkg")
    if left.endswith("pending"):
        refused(outcome, left, "delete it, and build again")
    else:
        assert outcome.code == 0, outcome.said


@pytest.mark.parametrize(
    "journal", ["", "{", "[]", '{"deck": 1, "sha256": "", "was": null, "lock": ""}', "\xff"]
)
def test_a_journal_that_is_none_is_named(desk: Desk, journal: str) -> None:
    desk.put("잎.md", LEAF)
    desk.put(".deckbuilder.lock.pending", journal.encode("latin-1"))
    outcome = desk.build("잎.md", "--lock", "deckbuilder.lock", "-o", "덱.apkg")
    refused(outcome, ".deckbuilder.lock.pending", "delete it, and build again")
    assert outcome.code == WRONG_USAGE


@pytest.mark.parametrize("command", [("diff", "옛것.apkg"), ("lock", "--from", "옛것.apkg")])
def test_a_pipe_for_a_deck_is_refused(
    desk: Desk, pipe: Callable[[str], None], command: tuple[str, ...]
) -> None:
    desk.put("notes/잎.md", LEAF)
    desk.put("deckbuilder.toml", "")
    pipe("옛것.apkg")
    refused(desk.run(*command), "옛것.apkg")


def test_a_pipe_for_a_note_is_refused(desk: Desk, pipe: Callable[[str], None]) -> None:
    pipe("잎.md")
    refused(desk.build("잎.md"), "잎.md")
    refused(desk.run("explain", "잎.md"), "잎.md")


# --- pictures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("target", "why"),
    [
        ("없음.png", "it is a link to what is not there"),
        ("a.png", "Too many levels of symbolic links"),
    ],
)
def test_a_picture_that_is_a_broken_link_is_named_as_one(desk: Desk, target: str, why: str) -> None:
    desk.put("공책/잎.md", note("잎", ("기공", "잎 뒷면의 작은 구멍이다.\n![](a.png)")))
    (desk.folder / "공책/a.png").symlink_to(target)
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert outcome.code == 0, outcome.said
    assert f"'a.png' cannot be read: {why}" in outcome.err
    assert "let the link lead to a file, or delete it" in outcome.err
