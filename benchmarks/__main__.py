"""How much computing the command takes, as ratios.

python -m benchmarks [--quick]

All sides of a table are measured in turn in one run, so that whatever else the machine does is
the same for all of them. `--quick` has a tenth of the terms, and takes a minute or two.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.groups import ROOT, Bench, groups
from benchmarks.measuring import measured, table


def main(arguments: Sequence[str]) -> None:
    """Measure, and print the tables as they come."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--quick", action="store_true", help="a tenth of the terms")
    parser.add_argument("--rounds", type=int, default=5, help="of each side; the median counts")
    parser.add_argument("--only", default="", help="the tables whose titles have this in them")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory() as name:
        rounds = min(3, asked.rounds) if asked.quick else asked.rounds
        bench = Bench(Path(name), ROOT / "build" / "bench", rounds, asked.quick)
        for group in groups(bench):
            if asked.only.casefold() in group.title.casefold():
                print("\n".join(table(group, measured(group))), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
