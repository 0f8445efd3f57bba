"""Show that a deck imports into Anki's releases:  python -m tests.matrix [DECK]

Each release imports the deck, by default the one in dist/, studies some cards of it and imports it
again; then it does the same with a small deck of this script's own and takes its next edition, with
a changed note and a new one. Prints a table in Markdown. The exit code is 1 if a release fails, or
if not one of them installs; releases that do not install here are named below the table.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.matrix import editions
from tests.matrix.releases import RELEASES, InstallError, Release, installed
from tests.support.command import ROOT

PROBE = Path(__file__).with_name("probe.py")
TIMEOUT = 300  # seconds
SHOWN = 3  # of what went wrong at a step; often it is the same for each card
# The steps that the probe reports on, and the heads of their columns.
STEPS = {"import": "import", "again": "re-import", "update": "update", "check": "check"}
HEADS = ("release", "Python", "notes", "cards", "note types", *STEPS.values())


@dataclass(frozen=True)
class Result:
    """What became of the decks in a release: a row of the table, and what went wrong."""

    cells: tuple[str, ...]
    wrong: tuple[str, ...]


def main(arguments: Sequence[str]) -> int:
    """Try all releases and print the table; the exit code."""
    found = [Path(word) for word in arguments] or sorted((ROOT / "dist").glob("*.apkg"))
    if len(found) != 1 or not found[0].is_file():
        print("name one deck: python -m tests.matrix DECK", file=sys.stderr)
        return 2
    results: list[Result] = []
    absent: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        decks = (found[0], *editions.build(Path(folder)))
        for release in RELEASES:
            try:
                python = installed(release)
            except InstallError as reason:
                absent.append(f"{release.version}: cannot be installed here: {reason}")
            else:
                results.append(_tried(release, python, decks))
    print(_table(results))
    wrong = [line for result in results for line in result.wrong]
    if wrong or absent:
        print()
    for line in (*wrong, *absent):
        print(f"- {line}")
    return 1 if wrong or not results else 0


def _tried(release: Release, python: Path, decks: Sequence[Path]) -> Result:
    """Run the probe in the release's environment: apart from all that this one has."""
    paths = [str(path) for path in (PROBE, *(deck.resolve() for deck in decks))]
    command = [str(python), "-I", "-X", "utf8", *paths]
    try:
        done = subprocess.run(
            command, check=False, capture_output=True, encoding="utf-8", timeout=TIMEOUT
        )
    except subprocess.TimeoutExpired:
        return _broken(release, f"does not end within {TIMEOUT} seconds")
    if done.returncode:
        complaint = done.stderr.strip().splitlines()
        return _broken(release, complaint[-1] if complaint else f"exit code {done.returncode}")
    report = json.loads(done.stdout.splitlines()[-1])
    counts = (str(report[key]) for key in ("python", "notes", "cards", "note_types"))
    wrong = report["wrong"]
    steps = ("failed" if wrong[step] else "ok" for step in STEPS)
    return Result(
        (release.version, *counts, *steps),
        tuple(
            f"{release.version}, {head}: {line}"
            for step, head in STEPS.items()
            for line in _shortened(wrong[step])
        ),
    )


def _shortened(lines: list[str]) -> list[str]:
    more = len(lines) - SHOWN
    return [*lines[:SHOWN], *([f"and {more} more"] if more > 0 else [])]


def _broken(release: Release, why: str) -> Result:
    """The row of a release in which the probe came to no end."""
    blanks = ("?",) * (len(HEADS) - 1 - len(STEPS))
    steps = ("failed",) * len(STEPS)
    return Result((release.version, *blanks, *steps), (f"{release.version}: {why}",))


def _table(results: Sequence[Result]) -> str:
    rows = (HEADS, ("---",) * len(HEADS), *(result.cells for result in results))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
