"""Zip archives as people hand them out are read; those that somebody made to do harm are not."""

from __future__ import annotations

import io
import tracemalloc
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuilder.archives import Archive, ArchiveError, Bounds, opened, within
from tests.support.zipped import (
    BZIP2,
    DEFLATE64,
    DEFLATED,
    ENCRYPTED,
    FOLDER,
    LINK,
    LZMA,
    PIPE,
    Raw,
    archived,
)

MIB = 1 << 20
LEAF = Raw("잎.md", "잎맥은 물이 지나는 길이다.".encode(), DEFLATED)
ROOT = Raw("뿌리.md", "뿌리털은 물을 빨아들이는 가는 털이다.".encode())


def read(data: bytes, bounds: Bounds | None = None) -> Archive:
    return within(io.BytesIO(data), bounds or Bounds())


def paths(*members: Raw) -> list[str]:
    return list(read(archived(*members)).members)


# --- what people have -----------------------------------------------------------------------------


def test_members_are_read_in_natural_order(tmp_path: Path) -> None:
    names = ["노트/10장.md", "노트/2장.md", "노트/02장.md", "가.md", f"노트/{'9' * 5000}.txt"]
    file = tmp_path / "공책.zip"
    longest = Bounds(path=6000)
    file.write_bytes(archived(Raw("노트/", mode=FOLDER), *(Raw(one, b"#") for one in names)))
    with opened(file, longest) as archive:
        assert list(archive.members) == [names[3], names[2], names[1], names[0], names[4]]
        assert archive.members["가.md"].read() == b"#"
        assert archive.left_out == ()


def test_a_file_that_is_none_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="folder"):
        opened(tmp_path)


def test_the_parts_of_an_export_are_one_archive() -> None:
    first = Raw("ExportBlock-7d-Part-1.zip", archived(LEAF, Raw("정원/꽃.md", b"1")))
    second = Raw("ExportBlock-7d-Part-2.zip", archived(ROOT, Raw("정원/꽃.md", b"2")), DEFLATED)
    for whole in (archived(second, first), archived(Raw("내 정원.zip", archived(second, first)))):
        archive = read(whole)
        assert list(archive.members) == ["뿌리.md", "잎.md", "정원/꽃.md"]
        assert archive.members["잎.md"].read() == LEAF.data
        assert archive.members["정원/꽃.md"].read() == b"1"
        assert archive.left_out == (("정원/꽃.md", "there is another file of that name"),)


def test_an_archive_that_a_note_has_is_a_file() -> None:
    attached = Raw("잎/자료-Part-1.zip", b"no zip at all")
    for whole in (archived(LEAF, attached), archived(Raw("Part-1.zip", archived(LEAF, attached)))):
        assert read(whole).members["잎/자료-Part-1.zip"].read() == attached.data
    beside = Raw("자료.zip", b"no zip at all")
    assert paths(Raw("Part-1.zip", archived(LEAF)), beside, ROOT) == [
        "뿌리.md",
        "잎.md",
        "자료.zip",
    ]


def test_archives_without_a_note_beside_them_keep_apart() -> None:
    assert paths(Raw("봄/식물.zip", archived(LEAF)), Raw("흙.ZIP", archived(LEAF))) == [
        "봄/식물/잎.md",
        "흙/잎.md",
    ]


def test_what_systems_leave_beside_files_is_no_member() -> None:
    beside = ("__MACOSX/._잎.md", "__MACOSX/가/._나.md", "가/.DS_Store", "Thumbs.db", "._잎.md")
    assert paths(*map(Raw, beside), LEAF) == ["잎.md"]
    assert paths(Raw("Export-Part-1.zip", archived(LEAF)), *map(Raw, beside)) == ["잎.md"]


KOREAN = ("정원/잎맥.md", "정원/햇빛 10.png")


@pytest.mark.parametrize(
    "names",
    [
        KOREAN,
        tuple(name.encode() for name in KOREAN),
        tuple(unicodedata.normalize("NFD", name).encode() for name in KOREAN),
        tuple(name.encode("cp949") for name in KOREAN),
        tuple(name.replace("/", "\\").encode("cp949") for name in KOREAN),
        (KOREAN[0], KOREAN[1].encode("cp949")),
        (KOREAN[0].encode(), KOREAN[1].encode("cp949")),
        tuple(f"./정원//{name[3:]}" for name in KOREAN),
    ],
    ids=["marked", "UTF-8", "macOS", "Windows", "backslash", "some", "mixed", "empty parts"],
)
def test_names_are_korean_however_they_are_written(names: tuple[str | bytes, ...]) -> None:
    assert paths(*(Raw(name) for name in names)) == list(KOREAN)


def test_a_name_that_two_encodings_can_read_is_korean_if_it_may() -> None:
    assert paths(Raw("책.md".encode("cp949"))) == ["책.md"]
    assert paths(Raw("å.md".encode())) == ["책.md"]  # the same bytes
    assert paths(Raw("1 — å.md".encode())) == ["1 — å.md"]
    assert paths(Raw("café.md".encode("cp437"))) == ["café.md"]


def test_names_that_differ_by_case_are_two_and_by_normal_form_one() -> None:
    decomposed = unicodedata.normalize("NFD", "잎.md")
    members = [
        Raw(name, name.encode()) for name in ("a.md", "A.md", "잎.md", decomposed, ".//잎.md")
    ]
    archive = read(archived(*members))
    assert list(archive.members) == ["A.md", "a.md", "잎.md"]
    assert archive.members["잎.md"].read() == "잎.md".encode()
    assert [path for path, _ in archive.left_out] == ["잎.md", "잎.md"]


def test_links_and_devices_are_left_out() -> None:
    archive = read(archived(LEAF, Raw("암호.md", b"/etc/passwd", mode=LINK), Raw("관", mode=PIPE)))
    assert list(archive.members) == ["잎.md"]
    assert dict(archive.left_out) == {"관": "it is no regular file", "암호.md": "it is a link"}


# --- what somebody made to do harm, or what went wrong --------------------------------------------

SLIPS = {
    "climbs": "../잎.md",
    "climbs within": "가/../../잎.md",
    "climbs on Windows": "가\\..\\..\\잎.md",
    "climbs with a blank": "가/.. /잎.md",
    "climbs with a dot": ".../잎.md",
    "a blank for a name": "가/ /잎.md",
    "absolute": "/etc/잎.md",
    "absolute on Windows": "\\Windows\\잎.md",
    "a drive": "C:\\잎.md",
    "a drive's folder": "c:잎.md",
    "a share": "\\\\server\\share\\잎.md",
    "a device": "//?/C:/잎.md",
    "NUL": "잎.md\0.txt",
    "in CP949": "..\\잎.md".encode("cp949"),
}


@pytest.mark.parametrize("name", SLIPS.values(), ids=list(SLIPS))
def test_no_name_leads_out(name: str | bytes) -> None:
    with pytest.raises(ArchiveError, match="leads out of the archive") as refused:
        read(archived(LEAF, Raw(name)))
    assert "\0" not in str(refused.value)
    assert "zip the folder" in refused.value.hint


def nested(depth: int, copies: int = 1) -> bytes:
    """Archives within archives."""
    data = archived(LEAF)
    for _ in range(depth):
        data = archived(*(Raw(f"{at}.zip", data, DEFLATED) for at in range(copies)))
    return data


def overlapping(copies: int) -> bytes:
    """Members with the same data."""
    kernel = Raw("0.md", bytes(MIB), DEFLATED)
    return archived(kernel, *(Raw(f"{at}.md", at=0) for at in range(1, copies)))


def many(count: int) -> bytes:
    return archived(*(Raw(f"{at}.md") for at in range(count)))


SOUND = archived(LEAF, ROOT)
BLANK = Raw("빈.md", bytes(80 * MIB), DEFLATED)
# What it is; what is wrong with it, and what to do, as the message says.
HARM: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "a bomb": (lambda: archived(BLANK), "far larger than packed", "if you trust it, unpack it"),
    "a bomb in a part": (
        lambda: archived(Raw("Part-1.zip", archived(BLANK))),
        "in 'Part-1.zip': unpacked it is larger",
        "unpack it",
    ),
    "a bomb for a part": (
        lambda: archived(Raw("Part-1.zip", bytes(80 * MIB), DEFLATED)),
        "far larger",
        "unpack it",
    ),
    "overlapping members": (lambda: overlapping(1000), "overlap, as they do", "if you trust it"),
    "archives without end": (lambda: nested(20), "archives within archives", "unpack it"),
    "sixteen times sixteen archives": (
        lambda: nested(4, copies=16),
        "archives within archives",
        "unpack it",
    ),
    "100,000 members": (lambda: many(100_000), "more than 50000 files", "unpack it"),
    "a directory of 2 GiB": (lambda: archived(LEAF, said=2**31), "cut off or damaged", "download"),
    "encrypted": (
        lambda: archived(LEAF._replace(flags=0x800 | ENCRYPTED)),
        "'잎.md' in it is encrypted",
        "unpack it, and build the folder",
    ),
    "Deflate64": (
        lambda: archived(LEAF._replace(method=DEFLATE64)),
        "not compressed by Deflate",
        "unpack it",
    ),
    "BZIP2": (lambda: archived(LEAF._replace(method=BZIP2)), "'잎.md' in it is not", "unpack it"),
    "LZMA": (lambda: archived(LEAF._replace(method=LZMA)), "'잎.md' in it is not", "unpack it"),
    "cut in half": (lambda: SOUND[: len(SOUND) // 2], "cut off or damaged", "download"),
    "its end alone": (lambda: SOUND[len(SOUND) // 2 :], "cut off or damaged", "download"),
    "another file": ("# 잎\n".encode, "no zip archive", "name a .zip file"),
    "an empty file": (lambda: b"", "no zip archive", "name a .zip file"),
    "a name in no encoding": (
        lambda: archived(Raw(b"\xff\xfe.md", flags=0x800)),
        "cut off or damaged",
        "download",
    ),
}


@pytest.mark.parametrize("harm", HARM.values(), ids=list(HARM))
def test_harm_is_refused_before_it_is_done(
    harm: tuple[Callable[[], bytes], str, str],
) -> None:
    make, why, hint = harm
    data = io.BytesIO(make())
    tracemalloc.start()
    try:
        with pytest.raises(ArchiveError) as refused:
            within(data)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert why in refused.value.why
    assert hint in refused.value.hint
    assert peak < 24 * MIB
    assert data.closed


LIES = {
    "more than told": Raw("잎.md", bytes(50 * MIB), DEFLATED, size=100),
    "less than told": Raw("잎.md", b"abc", DEFLATED, size=4),
    "cut": Raw("잎.md", b"abc", size=2),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=list(LIES))
def test_a_member_is_not_what_its_header_tells(lie: Raw) -> None:
    archive = read(archived(lie, ROOT))
    tracemalloc.start()
    with pytest.raises(ArchiveError, match=r"'잎\.md' in it is damaged; download or export it"):
        archive.members["잎.md"].read()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * MIB
    assert archive.members["뿌리.md"].read() == ROOT.data


@given(st.data())
def test_whatever_the_bytes_are_nothing_else_is_raised(data: st.DataObject) -> None:
    bad = bytearray(archived(LEAF, Raw("Part-1.zip", archived(ROOT))))
    for _ in range(data.draw(st.integers(1, 4))):
        bad[data.draw(st.integers(0, len(bad) - 1))] = data.draw(st.integers(0, 255))
    with suppress(ArchiveError):
        for member in read(bytes(bad)).members.values():
            assert len(member.read()) == member.size


# --- bounds ---------------------------------------------------------------------------------------


class Edge(NamedTuple):
    """Bounds, and an archive for a number: the last that is read, for one more is refused."""

    bounds: Bounds
    last: int
    make: Callable[[int], bytes]
    why: str


def of_size(size: int) -> bytes:
    return archived(Raw("잎.md", bytes(size)), ROOT)


def blank(size: int) -> bytes:
    """It is as long for 600 bytes as for 800."""
    return archived(Raw("빈.md", bytes(size), DEFLATED))


ENTRY = 46 + len("0.md")
EDGES = {
    "members": Edge(Bounds(members=9), 9, many, "more than 9 files"),
    "members in parts": Edge(
        Bounds(members=9), 8, lambda n: archived(Raw("Part-1.zip", many(n))), "more than 9 files"
    ),
    "directory": Edge(Bounds(directory=ENTRY * 9), 9, many, "its directory is larger"),
    "path": Edge(
        Bounds(path=120), 40, lambda n: archived(Raw("가" * n)), "longer than the 120 bytes"
    ),
    "member": Edge(Bounds(member=2 * MIB), 2 * MIB, of_size, "'잎.md' in it is larger than 2 MiB"),
    "total": Edge(
        Bounds(total=MIB), MIB - len(ROOT.data), of_size, "unpacked it is larger than 1 MiB"
    ),
    "ratio": Edge(
        Bounds(ratio=5, grace=0),
        5 * len(blank(600)),
        blank,
        "far larger than packed",
    ),
    "grace": Edge(
        Bounds(ratio=0, grace=700),
        700,
        blank,
        "far larger than packed",
    ),
    "depth": Edge(Bounds(depth=3), 3, nested, "more than 3 deep"),
    "parts": Edge(Bounds(parts=4), 4, lambda n: nested(1, copies=n), "more than 4, or"),
}


def whole(data: bytes, bounds: Bounds) -> list[bytes]:
    return [member.read() for member in read(data, bounds).members.values()]


@pytest.mark.parametrize("edge", EDGES.values(), ids=list(EDGES))
def test_each_bound_has_two_sides(edge: Edge) -> None:
    whole(edge.make(edge.last), edge.bounds)
    with pytest.raises(ArchiveError, match=edge.why):
        whole(edge.make(edge.last + 1), edge.bounds)


def test_the_bounds_are_those_of_real_exports() -> None:
    """A large vault is read; what is larger, unpacked first."""
    assert len(read(many(50_000)).members) == 50_000
    with pytest.raises(ArchiveError, match="more than 50000 files"):
        read(many(50_001))
