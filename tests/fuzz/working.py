"""What each of the processes does: it tries notes until the time is over."""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from tests.fuzz.mutations import mutated
from tests.fuzz.shrinking import shrunk
from tests.fuzz.trial import Find, tried
from tests.strategies import anything, examples, exported, notes, relatives, soup
from tests.support.command import ROOT

OUT = ROOT / "build" / "fuzz"
GENERATED = 100  # notes of each strategy
SHRINKING = 60  # seconds for each find


@dataclass(frozen=True)
class Job:
    """What one of the processes does: every so manieth input, from a first one, until the end."""

    seed: int
    first: int
    step: int
    end: float
    only: int | None
    slack: float


def sources() -> list[str]:
    """The notes to mutate, the same in every process."""
    corpus = ROOT.parent / "shared" / "corpus"
    files = [*sorted(corpus.glob("*/*.md")), *sorted((ROOT / "notes").glob("*.md"))]
    written = [file.read_text(encoding="utf-8") for file in files]
    made = (
        examples(one, GENERATED) for one in (notes(), exported(), relatives(), soup(), anything())
    )
    return [*written, *(text for texts in made for text in texts)]


def work(job: Job) -> tuple[int, dict[tuple[str, str], tuple[int, Find, str]]]:
    """Try inputs; how many, and the shortest note of each find with the number of its input."""
    known = sources()
    found: dict[tuple[str, str], tuple[int, Find, str]] = {}
    number = job.first
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        while time.monotonic() < job.end:
            text = mutated(Random(f"{job.seed}:{number}"), known)
            find = tried(text, folder, job.slack)
            if find and find.same not in found:
                least = _shrunk(text, find, folder, job.slack)
                found[find.same] = number, tried(least, folder, job.slack) or find, least
                _write(job.seed, number, *found[find.same][1:])
            number += job.step
            if job.only is not None:
                break
    return (number - job.first) // job.step, found


def _shrunk(text: str, find: Find, folder: Path, slack: float) -> str:
    def still(shorter: str) -> bool:
        again = tried(shorter, folder, slack)
        return again is not None and again.same == find.same

    return shrunk(text, still, SHRINKING)


def _write(seed: int, number: int, find: Find, text: str) -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    name = sha256("".join(find.same).encode()).hexdigest()[:12]
    (OUT / f"{name}.md").write_bytes(text.encode())
    head = f"--seed={seed} --only={number}\n{find.kind} in {find.where}\n\n"
    (OUT / f"{name}.txt").write_text(head + find.trace, encoding="utf-8")
    print(f"{find.kind} in {find.where}: build/fuzz/{name}.md, .txt", file=sys.stderr, flush=True)
