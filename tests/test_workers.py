"""Notes read by several processes: the same deck as by one, whatever becomes of the others."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from deckbuilder import choices
from deckbuilder.api import workers
from deckbuilder.cache import FILE, VARIABLE
from deckbuilder.model import Choice, Decision, Key, Span
from tests import strategies
from tests.support import begun
from tests.support.command import MODULE, SET, Desk
from tests.support.media import png
from tests.support.notes import GARDEN
from tests.support.project import BEGUN, LOCK, SETTINGS, Project, project

reading = import_module("deckbuilder.api.reading")

NOWHERE = Span("", 0, 0)

SHOWS = """# 들

## 두둑
![두둑](두둑.png) 흙을 길게 쌓아 올린 곳이다.

## 고랑
![고랑](없음.png) 두둑 사이의 낮은 곳이다.
"""
NOTES = {
    **{name.removeprefix("정원/"): text for name, text in GARDEN.items()},
    "들.md": SHOWS,
    "글이 아닌 것.md": "\0",
    "건너뛸 글.md": "---\nskip: true\n---\n# 글\n",
    "영어.md": "# Notes\n\nA heap is a tree whose parent is never smaller than its children.\n" * 9,
}
LEFT = Choice(
    Key("definition", "두둑", "들", ("들",), "흙을 길게 쌓아 올린 곳이다."),
    Decision("leave"),
    NOWHERE,
)
# Enough for two workers.
MUCH = "".join(
    f"### 낱말{at}가\n이것은 {at}째 낱말을 풀이하는 글이며, 그 뜻을 길게 적어 둔 것이다.\n\n"
    for at in range(workers.PAYS // 20)
)
FOREGROUND = pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="looks for processes as Linux has them"
)


# What Python does at the start of a worker, `begun` does not.
REAL = workers._start


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setattr(workers, "PAYS", 1)
    monkeypatch.setattr(workers, "_start", begun.start)
    made = project(tmp_path, NOTES, SETTINGS)
    made.put("notes/두둑.png", png())
    made.put("deckbuilder.choices", choices.dumps([LEFT]))
    return made


def built(made: Project, *arguments: str) -> tuple[str, bytes, bytes]:
    """What the first build of a project says and writes."""
    made.put(LOCK, BEGUN)
    done = made.here("build", "-v", *arguments)
    assert done.code == 0, done.said
    return done.said, *made.pair


def fails(*_: object, **__: object) -> Iterator[None]:
    raise AssertionError


def test_any_number_of_workers_makes_the_same(
    mine: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = built(mine, "--jobs", "1")
    assert "missing-media" in alone[0]
    for number, start in (("2", REAL), ("3", begun.start)):
        monkeypatch.setattr(workers, "_start", start)
        assert built(mine, "--jobs", number) == alone
    memory = tmp_path / "memory"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv(VARIABLE, str(memory))
        assert built(mine, "--jobs", "2") == alone
        assert (memory / FILE).exists()
        assert built(mine, "--jobs", "1") == built(mine, "--jobs", "3") == alone


@pytest.mark.parametrize("command", [("check",), ("diff", "정원.apkg"), ("cards", "--offers")])
def test_other_commands_say_the_same(mine: Project, command: tuple[str, ...]) -> None:
    built(mine, "--jobs", "1")
    alone, several = (mine.here(*command, "--jobs", number) for number in ("1", "2"))
    assert several == alone
    assert alone.out


def test_messages_are_in_the_language_that_is_spoken(
    mine: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DECKBUILDER_LANG", "ko")
    alone, several = (built(mine, "--jobs", number)[0] for number in ("1", "2"))
    assert several == alone
    assert re.search("[가-힣]{2}", alone)


def test_what_a_worker_has_read_is_kept_and_is_not_read_again(
    mine: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (mine.folder / "deckbuilder.choices").unlink()
    monkeypatch.setenv(VARIABLE, str(tmp_path / "memory"))
    monkeypatch.setattr(reading, "outline", fails)
    several = built(mine, "--jobs", "2")
    assert built(mine, "--jobs", "1") == several


def test_notes_of_every_kind_read_the_same(mine: Project) -> None:
    for number, text in enumerate(strategies.examples(strategies.anything(), 60)):
        mine.put(f"notes/아무/{number}.md", text)
    assert built(mine, "--jobs", "3") == built(mine, "--jobs", "1")


def test_settings_of_cards_are_theirs_too(mine: Project) -> None:
    before = built(mine, "--jobs", "1")
    mine.put("deckbuilder.toml", f"{SETTINGS}[cards]\nreverse = false\n")
    assert before != built(mine, "--jobs", "2") == built(mine, "--jobs", "1")


def test_a_fault_of_ours_is_told_as_by_one(mine: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that fails on a note leaves it to who asked."""
    monkeypatch.setattr(
        workers, "CODE", "from deckbuilder.api import reading\nreading.outline = 0\n" + workers.CODE
    )
    monkeypatch.setattr(reading, "outline", 0)
    alone, several = (mine.here("build", "--jobs", number) for number in ("1", "2"))
    assert several == alone
    assert "fault" in alone.err


@pytest.mark.parametrize("code", ["import os; os._exit(1)", "print('no answer', flush=True)"])
def test_where_workers_die_this_process_reads(
    mine: Project, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    alone = built(mine, "--jobs", "1")
    monkeypatch.setattr(workers, "CODE", code)
    assert built(mine, "--jobs", "2") == alone


def test_where_none_can_be_started_this_process_reads(
    mine: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = built(mine, "--jobs", "1")
    monkeypatch.setattr(workers, "_start", REAL)
    monkeypatch.setattr(sys, "executable", str(mine.folder / "none"))
    assert built(mine, "--jobs", "2") == alone


@pytest.mark.parametrize(("killed", "left"), [(1, 2), (3, 0)])
def test_one_that_is_killed_is_no_loss(
    mine: Project, monkeypatch: pytest.MonkeyPatch, killed: int, left: int
) -> None:
    """What it was to read is read here, and all else by those that are left."""
    for number in range(60):
        mine.put(f"notes/둑/{number}.md", f"# 둑{number}\n\n### 둑{number}가\n{MUCH[:200]}")
    alone = built(mine, "--jobs", "1")
    asked, dead = workers._asked, dict[int, int]()
    tasks, done = list[int](), list[int]()

    def kill(worker: workers.Worker, task: workers.Task) -> object:
        tasks.append(len(task.notes))
        if len(dead) < killed:
            dead[worker.pid] = len(task.notes)
            worker.kill()  # as a system does that is short of memory
        answers = asked(worker, task)
        done.append(len(task.notes))
        return answers

    monkeypatch.setattr(workers, "_asked", kill)
    assert built(mine, "--jobs", "3") == alone
    assert len(dead) == killed
    assert sum(tasks) == sum(done) + sum(dead.values()), "one that is dead is asked for more"
    assert sum(done) > 50 if left else not done


def test_a_script_asks_for_them_without_a_guard(desk: Desk) -> None:
    desk.put("notes/가.md", "# 가\n\n### 둑\n물을 막는 언덕이다.\n")
    desk.put("notes/나.md", "# 나\n\n### 보\n물을 가두어 두는 곳이다.\n")
    desk.put(
        "만들기.py",
        "from pathlib import Path\n"
        "from deckbuilder import api\n"
        "from deckbuilder.api import workers\n"
        "workers.PAYS = 1\n"
        "print('once')\n"
        "made = api.build([Path('notes')], None, options=api.Options(), clock=int, jobs=2)\n"
        "print(len(made.readings))\n",
    )
    done = desk.run("만들기.py", program=(sys.executable,))
    assert (done.code, done.out.split()) == (0, ["once", "2"]), done.said


# --- processes ------------------------------------------------------------------------------------


@pytest.fixture
def running(desk: Desk) -> Iterator[subprocess.Popen[str]]:
    """A build that has two workers at work."""
    for name in "가나":
        desk.put(f"notes/{name}.md", f"# {name}\n\n{MUCH}")
    with subprocess.Popen(
        [*MODULE, "build", "--jobs", "2"],
        cwd=desk.folder,
        env=os.environ | SET,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,  # as a shell runs a command
    ) as process:
        while process.poll() is None and len(below(process.pid)) < 2:
            time.sleep(0.01)
        yield process
        process.kill()


def below(pid: int) -> list[int]:
    """The processes that a process has started."""
    found = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for children in found for child in children.read_text().split()]


def wait_for_the_end_of(pids: list[int]) -> None:
    """Test runs are bounded by their own clock."""
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        time.sleep(0.01)


@FOREGROUND
def test_ctrl_c_ends_all_of_them(running: subprocess.Popen[str]) -> None:
    pids = below(running.pid)
    os.killpg(running.pid, signal.SIGINT)
    said = "".join(running.communicate())
    assert running.returncode == 128 + signal.SIGINT
    assert said.strip() == "Aborted."
    wait_for_the_end_of(pids)
    assert len(pids) == 2


@FOREGROUND
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_none_outlives_the_process_that_asked(
    running: subprocess.Popen[str], number: signal.Signals
) -> None:
    pids = below(running.pid)
    running.send_signal(number)
    assert running.wait() == -number
    wait_for_the_end_of(pids)
    assert len(pids) == 2
