"""Builds killed at moments of chance: deck and lock are both the old ones, or both the new ones.

The two renames are not one: a build may be killed between them, with the new deck and the old lock.
It has then left a journal, by which the next command that reads the lock finishes what was begun;
so it is after that command that the pair is looked at. `tests/test_release.py` tries each step.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.support.command import MODULE, SET, Desk
from tests.support.notes import GARDEN
from tests.support.project import MONDAY, SETTINGS, TUESDAY, WEDNESDAY, Project, project
from tests.support.steps import steps

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="kills by signals"),
]

MOMENTS = 100
ENVIRONMENT = os.environ | SET | {"SOURCE_DATE_EPOCH": str(TUESDAY)}
NOTES = {name.removeprefix("정원/"): text for name, text in GARDEN.items()}
# So many notes that packing them takes its time.
MANY = {
    f"많은 것/{number}.md": f"# 쪽 {number}\n\n"
    + "".join(
        f"### 낱말{number}가{at}\n이것은 {number}쪽의 {at}째 낱말을 풀이하는 글이다.\n\n"
        for at in range(20)
    )
    for number in range(3)
}


@pytest.fixture(scope="module")
def changed(new_desk: Callable[[], Desk]) -> Project:
    """A project that was built on Monday, and whose notes have changed since."""
    made = project(new_desk().folder / "정원", NOTES | MANY, SETTINGS)
    made.release(MONDAY)
    for name, text in (NOTES | MANY).items():
        made.put(f"notes/{name}", text.replace("풀이하는 글", "풀어 쓴 글").replace("두엄", "퇴비"))
    return made


def killed(made: Project, moment: float) -> float | None:
    """Build, and kill it after so many seconds; how long it took, if it was done by then."""
    start = time.monotonic()
    process = subprocess.Popen(
        [*MODULE, "build", "-q"], cwd=made.folder, env=ENVIRONMENT, stderr=subprocess.DEVNULL
    )
    while process.poll() is None and time.monotonic() - start < moment:
        time.sleep(0.0005)
    took = time.monotonic() - start
    process.kill()
    code = process.wait(timeout=60)
    assert code in (0, -signal.SIGKILL)
    return None if code else took


def test_a_build_killed_at_any_moment_leaves_the_old_pair_or_the_new(
    changed: Project, tmp_path: Path
) -> None:
    old = changed.pair
    whole = Project(shutil.copytree(changed.folder, tmp_path / "다 된 것"))
    whole.release(TUESDAY)
    new, files = whole.pair, whole.files()
    took = killed(Project(shutil.copytree(changed.folder, tmp_path / "한 번")), 60)
    assert took
    random, seen = Random(20), Counter[str]()
    for turn in range(MOMENTS):
        made = Project(shutil.copytree(changed.folder, tmp_path / "정원"))
        # A third of them anywhere; the others where the deck is written, at the end.
        moment = (
            random.uniform(0, took) if turn % 3 == 0 else took * random.triangular(0.8, 1.1, 0.97)
        )
        done = killed(made, moment)
        here = made.deck_file.read_bytes(), made.lock_file.read_bytes()
        assert here in (old, new, (new[0], old[1])), f"after {moment} of {took} seconds"
        reads = ["build", "--locked", "-q"] if turn % 2 else ["diff", "정원.apkg"]
        outcome = made.here(*reads, day=WEDNESDAY)
        assert outcome.code == (1 if turn % 2 and here == old else 0), outcome.said
        assert made.pair == (old if here == old else new), f"after {moment} of {took} seconds"
        made.release(TUESDAY)
        assert (made.pair, made.files()) == (new, files), f"after {moment} of {took} seconds"
        seen["old" if here == old else "between" if here != new else "new"] += 1
        seen["killed"] += done is None
        # The machine has other things to do, too: a build takes now more time, now less.
        took = done or max(took, moment)
        shutil.rmtree(made.folder)
    assert seen["old"] > MOMENTS // 4, seen
    assert seen["killed"] > MOMENTS // 2, seen
    assert seen["new"], seen


def test_a_first_build_killed_at_any_step_leaves_both_or_neither(changed: Project) -> None:
    first = Project(shutil.copytree(changed.folder, changed.folder.with_name("첫 판")))
    first.deck_file.rename(first.folder / "옛것.apkg")
    first.lock_file.unlink()
    none, whole, *rows = steps(first.folder, "kill", TUESDAY, "diff", "옛것.apkg")
    pair = ("project/정원.apkg", "project/deckbuilder.lock")
    assert not set(pair) & none["next"].keys()
    for row in rows:
        if "settled" in row:
            assert row["read"] == 0, row
            found = {name: row["settled"][name] for name in pair if name in row["settled"]}
            assert found in ({}, {name: whole["next"][name] for name in pair}), row
        else:
            assert (row["built"], row["told"]) == (0, ""), row
            assert {name: row["next"][name] for name in pair} == {
                name: whole["next"][name] for name in pair
            }
