"""The same notes and the same lock make the same bytes, whoever builds them, wherever and when."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from tests.support.command import MODULE, Desk
from tests.support.media import png, wav
from tests.support.notes import GARDEN
from tests.support.project import MONDAY, SETTINGS, TUESDAY, Project, terms

STONES = "# 돌\n\n## 돌의 종류\n" + "".join(
    f"- {kind}돌\n" for kind in "가나다라마바사아자차카타파하거너더러머버서어저"
)
PICTURES = """# 그림

## 낱말

### 잎차례
잎이 줄기에 붙는 차례이다. ![](그림/잎.png)

### 꽃차례
꽃이 줄기에 붙는 차례이다. ![](그림/꽃.png) ![](소리.wav)
"""
NOTES: Mapping[str, bytes] = {
    **{f"notes/{name}": text.encode() for name, text in GARDEN.items()},
    "notes/돌.md": STONES.encode(),
    "notes/그림/그림.md": PICTURES.encode(),
    "notes/그림/그림/잎.png": png(1),
    "notes/그림/그림/꽃.png": png(2),
    "notes/그림/소리.wav": wav(),
    "글꼴/책-Regular.woff2": b"regular",
    "글꼴/책-Bold.woff2": b"bold",
    "deckbuilder.toml": (
        SETTINGS
        + 'fonts = ["글꼴/책-Regular.woff2", "글꼴/책-Bold.woff2"]\n'
        + 'repository = "https://example.org/정원"\n'
    ).encode(),
}
EDITS = (
    ("물과 양분이 지나가는", "물이며 양분이 지나가는"),
    ("- 다돌", "- 다돌\n- 새돌"),
    ("두엄", "퇴비"),
)
# What a user's own settings must not be mixed with.
HERE = ("SOURCE_DATE_EPOCH", "TZ", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONHASHSEED", "PYTHONUTF8")


def edited(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A changed answer, an item more, a renamed term."""
    found = dict(files)
    for name, content in files.items():
        if name.endswith(".md"):
            text = content.decode()
            for old, new in EDITS:
                text = text.replace(old, new)
            found[name] = text.encode()
    assert found != files
    return found


@dataclass(frozen=True)
class Somewhere:
    """A machine, and a way to ask."""

    settings: Mapping[str, str] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    below: str = ""
    umask: int = 0o022
    seed: int = 0
    """Of the order in which the files are made."""


PLACES = {
    "Seoul, in C": Somewhere(
        {"TZ": "Asia/Seoul", "LC_ALL": "C", "PYTHONHASHSEED": "0"}, umask=0o077, seed=1
    ),
    "an old Korean locale, and behind UTC": Somewhere(
        {"LANG": "ko_KR.EUC-KR", "TZ": "Pacific/Marquesas", "PYTHONHASHSEED": "1"}, seed=2
    ),
    "Korean, from a folder below": Somewhere(
        {"LC_ALL": "ko_KR.UTF-8", "TZ": "UTC"}, below="notes/그림", umask=0o002, seed=3
    ),
    "Turkish, by whole paths": Somewhere(
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "4294967295"}, ("{}/notes",), seed=4
    ),
    "UTF-8 without Python's mode for it": Somewhere(
        {"PYTHONOPTIMIZE": "2", "LC_ALL": "C.UTF-8", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati"},
        ("./notes/",),
        seed=5,
    ),
}


def made(folder: Path, files: Mapping[str, bytes], seed: int = 0) -> Project:
    """A project of these files, which are made in another order for each seed."""
    project = Project(folder)
    names = sorted(files)
    Random(seed).shuffle(names)
    for name in names:
        project.put(name, files[name])
        os.utime(project.folder / name, (seed * 10**8, seed * 10**8))
    return project


def build(project: Project, place: Somewhere, epoch: int | None = None) -> tuple[bytes, bytes]:
    """Build as at that place; the deck and the lock."""
    temporary = project.folder.with_name(f"{project.folder.name}.tmp")
    temporary.mkdir(exist_ok=True)
    environment = {name: value for name, value in os.environ.items() if name not in HERE}
    environment |= {**place.settings, "TMPDIR": str(temporary)}
    if epoch is not None:
        environment["SOURCE_DATE_EPOCH"] = str(epoch)
    there = project.files()
    done = subprocess.run(
        [*MODULE, "build", *(one.format(project.folder) for one in place.arguments)],
        cwd=project.folder / place.below,
        env=environment,
        umask=place.umask,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    assert sorted({*there, "정원.apkg", "deckbuilder.lock"}) == project.files()
    assert list(temporary.iterdir()) == []
    return project.pair


@pytest.fixture(scope="module")
def monday(new_desk: Callable[[], Desk]) -> Project:
    """A project that was built on Monday; not to be changed."""
    project = made(new_desk().folder / "정원", NOTES)
    project.release(MONDAY)
    return project


@pytest.fixture(scope="module")
def tuesday(monday: Project, new_desk: Callable[[], Desk]) -> Project:
    """The same, whose notes have changed since."""
    project = made(new_desk().folder / "정원", edited(NOTES))
    shutil.copy(monday.lock_file, project.lock_file)
    project.release(TUESDAY)
    assert {mod for _, mod in terms(project.deck_file).values()} == {MONDAY, TUESDAY}
    return project


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES.keys())
def test_a_release_is_the_same_everywhere(
    monday: Project, tuesday: Project, tmp_path: Path, place: Somewhere
) -> None:
    """With notes that are new, changed and renamed since the last, and the lock of that one."""
    project = made(tmp_path / "다른 곳", edited(NOTES), place.seed)
    shutil.copy(monday.lock_file, project.lock_file)
    assert build(project, place, TUESDAY) == tuesday.pair


def test_a_first_release_is_the_same_where_the_clock_is_set(
    monday: Project, tmp_path: Path
) -> None:
    """And where it is the same project: a lock with no more than its id."""
    project = made(tmp_path / "다른 곳", NOTES, 7)
    project.put("deckbuilder.lock", f'version = 1\nproject = "{monday.table["project"]}"\n')
    assert build(project, PLACES["Seoul, in C"], MONDAY) == monday.pair


def test_a_deck_without_a_lock_is_the_same_under_the_same_title(tmp_path: Path) -> None:
    decks = []
    for name in ("하나", "둘"):
        desk = Desk(tmp_path / name)
        for file, content in NOTES.items():
            desk.put(file, content)
        (desk.folder / "deckbuilder.toml").unlink()
        decks.append(desk.deck("notes", "--title", "정원", epoch=MONDAY).read_bytes())
    assert decks[0] == decks[1]


def test_no_clock_comes_in_where_nothing_changes(tuesday: Project, tmp_path: Path) -> None:
    """Neither deck nor lock know when they were built."""
    project = made(tmp_path / "다른 곳", edited(NOTES), 8)
    shutil.copy(tuesday.lock_file, project.lock_file)
    assert build(project, PLACES["an old Korean locale, and behind UTC"]) == tuesday.pair
    project.release(1)
    assert project.pair == tuesday.pair


def test_what_was_there_before_is_not_part_of_it(
    tuesday: Project, monday: Project, tmp_path: Path
) -> None:
    """A deck in place of another, of more notes, longer, is that of an empty folder."""
    copied = Project(shutil.copytree(tuesday.folder, tmp_path / "다른 곳"))
    copied.deck_file.write_bytes(copied.deck_file.read_bytes() + monday.deck_file.read_bytes())
    assert copied.build().code == 0
    assert copied.pair == tuesday.pair


def test_the_file_tells_nothing_of_the_machine(tuesday: Project) -> None:
    with zipfile.ZipFile(tuesday.deck_file) as archive:
        members = archive.infolist()
        database = archive.read("collection.anki2")
    assert [member.filename for member in members] == [
        "collection.anki2",
        "media",
        *map(str, range(len(members) - 2)),
    ]
    assert len(members) == 2 + 3 + 2  # pictures and sound, and fonts
    for member in members:
        assert member.compress_type == zipfile.ZIP_STORED
        assert member.date_time == (1980, 1, 1, 0, 0, 0)
        assert (member.create_system, member.external_attr >> 16) == (3, 0o600)
        assert (member.extra, member.comment) == (b"", b"")
    # SQLite's own version stands at the offset 96 of its files.
    assert database[96:100] == (3_040_000).to_bytes(4, "big")
