"""Of several processes one at a time writes into a folder; who waits is told for whom, and ends."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.command import MODULE, SET
from tests.support.notes import LEAF
from tests.support.project import LOCK, MONDAY, Project, project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals, and modes of folders")

# A process that has its turn in a folder until it is told to end.
HOLDING = (
    sys.executable,
    "-c",
    """
import sys
from pathlib import Path
from deckbuilder.turns import alone

with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
""",
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where processes wait."""
    folder = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    return folder


@pytest.fixture
def mine(tmp_path: Path) -> Project:
    """A project that was built on Monday."""
    made = project(tmp_path / "정원", {"잎.md": LEAF})
    made.release(MONDAY)
    return made


def process(command: tuple[str, ...], folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | SET,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.fixture
def holder(mine: Project) -> Iterator[subprocess.Popen[str]]:
    """A process that has its turn in the project's folder."""
    with process((*HOLDING, str(mine.folder)), mine.folder) as held:
        assert held.stdout
        assert held.stdout.readline() == "held\n"
        yield held
        held.kill()


def test_who_waits_is_told_for_whom_and_goes_on(
    mine: Project, holder: subprocess.Popen[str]
) -> None:
    with process((*MODULE, "build"), mine.folder) as build:
        assert build.stderr
        said = build.stderr.readline()
        assert f"process {holder.pid} writes there; waiting for it, 60 seconds at most" in said
        assert str(mine.folder) in said
        assert build.poll() is None
        holder.communicate("")
        out, _ = build.communicate(timeout=60)
        assert build.returncode == 0
        assert "no note changed" in out


@pytest.mark.parametrize(
    ("command", "wait"),
    [
        (("build",), "0"),
        (("build",), "1"),
        (("build",), "2"),
        (("diff", "정원.apkg"), "0"),
        (("lock", "--from", "정원.apkg"), "0"),
    ],
)
def test_who_has_waited_long_enough_ends_with_an_error(
    mine: Project, holder: subprocess.Popen[str], command: tuple[str, ...], wait: str
) -> None:
    files = mine.files()
    outcome = mine.run(*command, "--wait", wait)
    assert outcome.code == 2
    assert f"process {holder.pid} writes there, and has not ended within {wait} s" in outcome.err
    assert "wait longer with --wait" in outcome.err
    assert "Traceback" not in outcome.said
    assert ("waiting for it" in outcome.err) == (wait == "2")
    assert mine.files() == files


def test_a_quiet_build_waits_in_silence(mine: Project, holder: subprocess.Popen[str]) -> None:
    outcome = mine.run("build", "-q", "--wait", "2")
    assert outcome.code == 2
    assert outcome.err.count("\n") == 1
    assert f"process {holder.pid} " in outcome.err


def test_a_deck_goes_into_a_folder_in_which_another_writes(
    mine: Project, holder: subprocess.Popen[str], tmp_path: Path
) -> None:
    """The folder of the output counts as well as that of the lock."""
    other = project(tmp_path / "다른", {"잎.md": LEAF})
    outcome = other.run("build", "--wait", "0", "-o", mine.deck_file.with_name("잎.apkg"))
    assert outcome.code == 2
    assert f"process {holder.pid} writes there" in outcome.err
    assert not other.lock_file.exists()


def test_a_link_to_a_lock_waits_where_the_lock_lies(
    mine: Project, holder: subprocess.Popen[str], tmp_path: Path
) -> None:
    other = project(tmp_path / "다른", {"잎.md": LEAF})
    other.lock_file.symlink_to(mine.lock_file)
    outcome = other.run("build", "--wait", "0")
    assert outcome.code == 2
    assert f"process {holder.pid} writes there" in outcome.err


def test_a_killed_process_keeps_nobody_waiting(
    mine: Project, holder: subprocess.Popen[str], state: Path
) -> None:
    holder.send_signal(signal.SIGKILL)
    holder.wait(timeout=60)
    assert mine.run("build", "--wait", "0").code == 0
    assert [file for file in state.rglob("*") if not file.is_dir()] == []


@pytest.mark.parametrize("wait", ["-1", "nan", "1.5", "bald"])
def test_a_wait_that_is_no_number_of_seconds_is_refused(mine: Project, wait: str) -> None:
    outcome = mine.run("build", "--wait", wait)
    assert outcome.code == 2
    assert "--wait" in outcome.err
    assert "Traceback" not in outcome.said


# --- where they wait ------------------------------------------------------------------------------


def waiting(below: Path) -> list[Path]:
    return sorted(file for file in below.rglob("*") if not file.is_dir())


def test_they_wait_where_only_their_user_writes(
    mine: Project, holder: subprocess.Popen[str], state: Path
) -> None:
    files = waiting(state)
    assert [file.suffix for file in files] == [".lock", ".pid"]
    assert files[1].read_text(encoding="ascii") == str(holder.pid)
    assert stat.S_IMODE(files[0].parent.stat().st_mode) == 0o700
    holder.communicate("")
    assert waiting(state) == []
    assert mine.files() == ["deckbuilder.lock", "deckbuilder.toml", "notes/잎.md", "정원.apkg"]


@pytest.fixture
def homeless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files of a user whose home cannot be written."""
    (tmp_path / "no folder").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "no folder" / "state"))
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return folder


def test_without_a_home_they_wait_among_the_temporary_files(mine: Project, homeless: Path) -> None:
    assert mine.run("build").code == 0
    (own,) = homeless.iterdir()
    assert own.name == f"deckbuilder-{os.getuid()}"
    assert stat.S_IMODE(own.stat().st_mode) == 0o700
    assert list(own.iterdir()) == []


@pytest.mark.parametrize("trap", ["link", "open to all", "file"])
def test_a_folder_that_another_made_first_is_not_used(
    mine: Project, homeless: Path, trap: str, tmp_path: Path
) -> None:
    own, theirs = homeless / f"deckbuilder-{os.getuid()}", tmp_path / "theirs"
    theirs.mkdir()
    match trap:
        case "link":
            own.symlink_to(theirs)
        case "file":
            own.write_text("", encoding="utf-8")
        case _:
            own.mkdir()
            own.chmod(0o777)
    pair = mine.pair
    outcome = mine.run("build")
    assert outcome.code == 2
    assert f"{own}: " in outcome.err
    assert "Traceback" not in outcome.said
    assert list(theirs.iterdir()) == []
    assert mine.pair == pair


def test_a_folder_of_the_home_that_others_may_write_is_not_used(
    mine: Project, state: Path, homeless: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    turns = state / "deckbuilder" / "turns"
    turns.mkdir(parents=True, exist_ok=True)
    turns.chmod(0o777)
    assert mine.run("build").code == 0
    assert [folder.name for folder in homeless.iterdir()] == [f"deckbuilder-{os.getuid()}"]


def test_the_lock_that_is_no_project_s_waits_as_well(
    mine: Project, holder: subprocess.Popen[str]
) -> None:
    mine.lock_file.unlink()
    outcome = mine.run("lock", "--from", "정원.apkg", "--lock", LOCK, "--wait", "0")
    assert outcome.code == 2
    assert f"process {holder.pid} " in outcome.err
    assert not mine.lock_file.exists()
