"""All that a project becomes in one process, for one seed of Python's hashes.

The releases are two: of the notes as they are, and of the same notes with lines taken out, which
have to be found again in the lock of the first.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import chdir
from pathlib import Path

from deckbuilder import api, lock
from deckbuilder.explain import explain
from deckbuilder.model import Lock
from tests.support.cases import told
from tests.support.command import ROOT, SET
from tests.support.project import MONDAY, TUESDAY, Project, project

SEEDS = (*map(str, range(7)), "4294967295")
SOME = (SEEDS[0], SEEDS[-1])  # for each run of the tests
MINE = "0123456789abcdef"
EVERY = 7  # so many lines of a note lose one


def lines(notes: Path) -> Iterator[str]:
    """What the notes of a folder are read as, and the digests of their decks and locks."""
    texts = {file.name: file.read_text(encoding="utf-8") for file in sorted(notes.glob("*.md"))}
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        made = project(Path(folder), texts)
        # The id is random, and the only thing that is: it is given here.
        made.lock_file.write_text(lock.dumps(Lock(project=MINE)), encoding="utf-8")
        yield from released(made, MONDAY)
        for name, text in texts.items():
            made.put(f"notes/{name}", shortened(text))
        yield from released(made, TUESDAY)


def released(made: Project, day: int) -> Iterator[str]:
    result = api.build(
        [Path("notes")],
        made.deck_file,
        options=api.Options(title="정원"),
        clock=lambda _: day,
        lock_file=made.lock_file,
    )
    for reading in result.readings:
        name = reading.document.place[-1]
        yield from (f"{name}: {line}" for line in told(reading))
        blocks = explain(reading.root, reading.units, reading.left_out)
        said = json.dumps([block.as_dict() for block in blocks])
        yield f"{name}: {digest(repr(reading.units))} {digest(said)}"
    yield from (str(diagnostic) for diagnostic in result.diagnostics)
    yield " ".join(["deck, lock:", *(hashlib.sha256(one).hexdigest() for one in made.pair)])


def shortened(text: str) -> str:
    return "".join(row for at, row in enumerate(text.splitlines(keepends=True)) if at % EVERY != 3)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def under(seed: str, notes: Path) -> list[str]:
    """The same of a process with this seed."""
    done = subprocess.run(
        [sys.executable, "-m", __name__, notes],
        cwd=ROOT,
        env=os.environ | SET | {"PYTHONHASHSEED": seed},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,  # in a process beside others
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def under_each(seeds: Sequence[str], notes: Path) -> Mapping[str, list[str]]:
    """The same under each of these seeds."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(seeds, pool.map(under, seeds, [notes] * len(seeds)), strict=True))


if __name__ == "__main__":
    for line in lines(Path(sys.argv[1])):
        print(line)
