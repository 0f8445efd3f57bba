"""What is heard of files while somebody writes, also where their folder is another than it was."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue

import pytest

from deckbuilder import watching
from deckbuilder.watching import WatchError
from tests.support.project import project

TRIES = 40
Told = Queue[tuple[Path, ...]]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    """What is told of the folder 공책/밭, in which a note lies."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(watching, "LOOKING", 0.1)  # a test waits for it again and again
    write(0)
    saves = watching.saves([Path("공책", "밭")])
    told: Told = Queue()
    threading.Thread(target=tell, args=(saves, told), daemon=True).start()
    assert is_heard(told)
    return told


def tell(saves: Iterator[tuple[Path, ...]], told: Told) -> None:
    with suppress(WatchError):  # another test has broken what it listens by
        for saved in saves:
            told.put(saved)


def write(number: int) -> Path:
    file = Path("공책", "밭", "이랑.md").absolute()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"# 이랑 {number}\n", encoding="utf-8")
    return file


def is_heard(told: Told) -> bool:
    """Whether it is told of the note, when that is saved again and again."""
    for number in range(TRIES):
        file = write(number)
        try:
            if file in told.get(timeout=0.5):
                return True
        except Empty:
            continue
    return False


def deleted() -> None:
    shutil.rmtree("공책/밭")


def deleted_and_made() -> None:
    shutil.rmtree("공책/밭")
    write(0)


def moved_away() -> None:
    Path("공책", "밭").rename("옛밭")


def deleted_with_what_is_around() -> None:
    shutil.rmtree("공책")


def exchanged() -> None:
    """Another folder stands behind the name."""
    moved_away()
    shutil.copytree("옛밭", "새밭")
    Path("공책", "밭").symlink_to(Path("새밭").absolute(), target_is_directory=True)


@pytest.mark.parametrize(
    "act", [deleted, deleted_and_made, moved_away, deleted_with_what_is_around, exchanged]
)
def test_a_folder_that_is_another_one_is_listened_to(told: Told, act: Callable[[], None]) -> None:
    act()
    while not {Path("공책", "밭"), Path("공책", "밭").absolute()} & {*told.get(timeout=TRIES)}:
        continue
    assert is_heard(told)


@pytest.mark.parametrize("name", [".요약.toml", ".요약.choices", "요약~", "요약.lock"])
def test_a_file_that_was_named_is_heard_whatever_it_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    saves = watching.saves([Path(name)])
    told: Told = Queue()
    threading.Thread(target=tell, args=(saves, told), daemon=True).start()
    for number in range(TRIES):
        Path("딴것.choices").write_text(str(number))
        Path(name).write_text(str(number))
        with suppress(Empty):
            assert told.get(timeout=0.5) == (Path(name).absolute(),)
            return
    raise AssertionError


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (RuntimeError("no more watches"), "no more watches"),
        (OSError(28, "No space left on device"), "No space left on device"),
    ],
)
def test_what_goes_wrong_while_it_listens_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, why: str
) -> None:
    def broken(*_: object, **__: object) -> Iterator[None]:
        yield from ()
        raise error

    made = project(tmp_path, {"밭.md": "# 밭\n\n### 이랑\n흙을 길게 쌓은 두둑이다.\n"})
    monkeypatch.setattr(watching, "watch", broken)
    for command in (("preview", "--serve"), ("watch",)):
        done = made.here(*command)
        assert done.code == 2
        assert f"error: what is saved is not heard of any more: {why}; " in done.err


def test_a_folder_that_is_missing_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    saves = watching.saves([Path("공책", "밭")])
    write(0)
    assert Path("공책", "밭") in next(saves)
