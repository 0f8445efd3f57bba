"""Bad input: a clear message, the documented exit code, and the earlier deck as it was."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.support.command import Desk, Outcome
from tests.support.notes import EMPTY, LEAF, note

EARLIER = b"the deck of an earlier build"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x10"
NOISE = random.Random(7).randbytes(400)
IN_THE_NOTES, WRONG_USAGE = 1, 2


@dataclass(frozen=True)
class Bad:
    """What lies on the desk, what is asked for, and what has to be said about it."""

    sources: tuple[str, ...]
    code: int
    says: tuple[str, ...]
    files: tuple[tuple[str, str | bytes], ...] = ()
    prepare: Callable[[Path], object] | None = None


def no_text(name: str, content: bytes) -> Bad:
    says = (f"{name}: is no text", "save it as UTF-8, or leave it out")
    return Bad((name,), IN_THE_NOTES, says, files=((name, content),))


def without_cards(*texts: str) -> Bad:
    files = tuple((f"공책/{number}.md", text) for number, text in enumerate(texts))
    return Bad(("공책",), IN_THE_NOTES, ("공책", "becomes a card", "write terms"), files=files)


def link_to_itself(name: str) -> Callable[[Path], object]:
    def prepare(folder: Path) -> None:
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.symlink_to(file.name)

    return prepare


SKIPPED = note("잎", ("기공", "작은 구멍이다."), front="skip: true")

BAD = {
    "missing file": Bad(("없음.md",), WRONG_USAGE, ("없음.md: no such file", "check the path")),
    "missing folder": Bad(("없음/안",), WRONG_USAGE, ("없음/안: no such file or folder",)),
    "name too long": Bad(("가" * 200 + ".md",), WRONG_USAGE, ("가" * 200,)),
    "missing beside good ones": Bad(
        ("잎.md", "없음.md"), WRONG_USAGE, ("없음.md: no such file",), files=(("잎.md", LEAF),)
    ),
    "empty folder": Bad(
        ("공책",),
        WRONG_USAGE,
        ("공책: has no note", "*.md", "name another folder"),
        prepare=lambda folder: (folder / "공책").mkdir(),
    ),
    "folder without notes": Bad(
        ("공책",), WRONG_USAGE, ("공책: has no note",), files=(("공책/쪽지.txt", LEAF),)
    ),
    "picture": no_text("그림.png", PNG),
    "picture called a note": no_text("그림.md", PNG),
    "noise": no_text("잡음.md", NOISE),
    "text with NUL": no_text("널.md", LEAF.encode() + b"\x00\x00"),
    "text with a broken byte": no_text("깨짐.md", LEAF.encode() + "끝 ".encode() + b"\xff\xfe."),
    "half of UTF-16": no_text("반.md", LEAF.encode("utf-16")[:-1]),
    "another deck": no_text("덱.apkg", b"PK\x03\x04\x14\x00\x00\x00\x08\x00"),
    "two bad notes and no other, both named": Bad(
        ("공책",),
        IN_THE_NOTES,
        (
            "공책/가.md: is left out, it is no text",
            "공책/다.md: is left out, it is no text",
            "공책: no note has anything",
        ),
        files=(("공책/가.md", PNG), ("공책/다.md", NOISE)),
    ),
    "link to itself": Bad(
        ("고리.md",),
        IN_THE_NOTES,
        ("고리.md: cannot be read",),
        prepare=link_to_itself("고리.md"),
    ),
    "empty note": without_cards(""),
    "notes with headings only": without_cards(EMPTY, "# 둘째\n\n## 아직 없음\n"),
    "notes that say skip": without_cards(SKIPPED, SKIPPED),
}


@dataclass(frozen=True)
class Tried:
    """A build that had to fail, with an earlier deck at its output."""

    bad: Bad
    desk: Desk
    outcome: Outcome


@pytest.fixture(scope="module", params=BAD.values(), ids=list(BAD))
def tried(request: pytest.FixtureRequest, new_desk: Callable[[], Desk]) -> Tried:
    bad: Bad = request.param
    desk = new_desk()
    for name, content in bad.files:
        desk.put(name, content)
    if bad.prepare:
        bad.prepare(desk.folder)
    desk.put("덱/옛것.apkg", EARLIER)
    return Tried(bad, desk, desk.build(*bad.sources, "-o", "덱/옛것.apkg"))


def test_the_message_says_what_is_wrong_and_what_to_do(tried: Tried) -> None:
    assert "Traceback" not in tried.outcome.said
    for words in tried.bad.says:
        assert words in tried.outcome.err
    assert "No deck was written." in tried.outcome.err
    assert tried.outcome.out == ""


def test_the_exit_code_is_the_documented_one(tried: Tried) -> None:
    assert "Traceback" not in tried.outcome.said
    assert tried.outcome.code == tried.bad.code


def test_the_earlier_deck_is_as_it_was(tried: Tried) -> None:
    assert tried.desk.files("덱") == ["옛것.apkg"]
    assert (tried.desk.folder / "덱/옛것.apkg").read_bytes() == EARLIER


# --- outputs that cannot be written -------------------------------------------------------------


@pytest.fixture
def leaf(desk: Desk) -> Desk:
    """A folder with one good note."""
    desk.put("잎.md", LEAF)
    return desk


def refused(outcome: Outcome, *words: str) -> None:
    assert "Traceback" not in outcome.said
    assert outcome.code == WRONG_USAGE
    for word in words:
        assert word in outcome.err
    assert outcome.out == ""


def test_an_output_below_a_file_is_refused(leaf: Desk) -> None:
    leaf.put("쪽지", "여기는 폴더가 아니다.")
    refused(leaf.build("잎.md", "-o", "쪽지/덱.apkg"), "쪽지/덱.apkg", "not a folder")
    assert leaf.files() == ["잎.md", "쪽지"]


def test_a_folder_in_the_output_s_place_is_refused(leaf: Desk) -> None:
    leaf.put("덱.apkg/안.txt", "x")
    refused(leaf.build("잎.md", "-o", "덱.apkg"), "덱.apkg", "is a directory")
    assert leaf.files("덱.apkg") == ["안.txt"]


def test_a_folder_as_the_configured_output_is_refused(leaf: Desk) -> None:
    leaf.put("덱/안.txt", "x")
    leaf.put("deckbuilder.toml", 'output = "덱"\n')
    refused(leaf.build("잎.md"), "덱", ".apkg")
    assert leaf.files() == ["deckbuilder.toml", str(Path("덱/안.txt")), "잎.md"]


def test_a_note_is_never_overwritten_by_its_deck(leaf: Desk) -> None:
    refused(leaf.build("잎.md", "-o", "잎.md"), "잎.md")
    assert (leaf.folder / "잎.md").read_text(encoding="utf-8") == LEAF


def test_a_name_too_long_for_a_deck_is_refused(leaf: Desk) -> None:
    name = "가" * 200 + ".apkg"
    refused(leaf.build("잎.md", "-o", name), name, "too long")
    assert leaf.files() == ["잎.md"]


# --- what permissions forbid ----------------------------------------------------------------------


@pytest.fixture
def closed() -> Iterator[Callable[[Path, int], None]]:
    """Takes permissions away, until the test is over; skips it for a user whom that stops not."""
    before: dict[Path, int] = {}

    def close(path: Path, access: int) -> None:
        before[path] = path.stat().st_mode
        path.chmod(before[path] & ~(access | access << 3 | access << 6))
        if os.access(path, access):
            pytest.skip("permissions do not stop this user (root)")

    yield close
    for path, mode in before.items():
        path.chmod(mode)


@pytest.mark.parametrize(
    ("source", "shut"),
    [("공책/잎.md", "공책/잎.md"), ("공책", "공책/잎.md"), ("공책", "공책/안")],
    ids=["note", "note in a folder", "folder in a folder"],
)
def test_what_may_not_be_read_is_named(
    desk: Desk, closed: Callable[[Path, int], None], source: str, shut: str
) -> None:
    desk.put("덱.apkg", EARLIER)
    desk.put("공책/잎.md", LEAF)
    desk.put("공책/안/꽃.md", LEAF)
    closed(desk.folder / shut, os.R_OK)
    outcome = desk.build(source, "-o", "덱.apkg")
    named = source == shut
    assert outcome.code == (IN_THE_NOTES if named else 0)
    left_out = "cannot be read" if named else "is left out, it cannot be read"
    assert f"{shut}: {left_out}: Permission denied" in outcome.err
    assert "check the file's permissions" in outcome.err
    assert ((desk.folder / "덱.apkg").read_bytes() == EARLIER) == named


def test_an_output_in_a_read_only_folder_is_refused(
    leaf: Desk, closed: Callable[[Path, int], None]
) -> None:
    leaf.put("덱/옛것.apkg", EARLIER)
    closed(leaf.folder / "덱", os.W_OK)
    refused(leaf.build("잎.md", "-o", "덱/옛것.apkg"), "덱/옛것.apkg", "Permission denied")
    assert leaf.files("덱") == ["옛것.apkg"]
    assert (leaf.folder / "덱/옛것.apkg").read_bytes() == EARLIER


# --- names ----------------------------------------------------------------------------------------


def test_a_file_name_that_is_no_utf_8_is_no_crash(desk: Desk) -> None:
    """As unzipping an archive from a Korean Windows leaves it."""
    desk.put("공책/꽃.md", LEAF)
    try:
        os.link(
            os.fsencode(desk.folder / "공책/꽃.md"),
            os.fsencode(desk.folder / "공책") + b"/" + "잎.md".encode("cp949"),
        )
    except OSError:
        pytest.skip("this file system takes no such name")
    outcome = desk.build("공책", "-o", "덱.apkg")
    assert "Traceback" not in outcome.said
    assert (outcome.code == 0) == (desk.folder / "덱.apkg").exists()
