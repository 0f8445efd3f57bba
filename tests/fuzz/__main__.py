"""Try mutated notes until the time is over:  python -m tests.fuzz [--minutes=10]

The notes are those of the corpus, where there is one, of this repository, and of the strategies of
the property tests. What is found is written to build/fuzz/ as a note that is as short as it gets,
its traceback beside it; the exit code is 1 then. `--seed=… --only=…` tries one input once more;
`--slack=3` is for a machine that is slow or busy: a note may take three times as long there.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from collections.abc import Sequence

from tests.fuzz.working import Job, work


def main(arguments: Sequence[str]) -> int:
    """Try inputs in several processes; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--seed", type=int, default=time.time_ns() % 10**9)
    parser.add_argument("--slack", type=float, default=1.0)
    parser.add_argument("--only", type=int, help="the number of the only input to try")
    asked = parser.parse_args(arguments)
    print(f"--seed={asked.seed}", flush=True)
    end = time.monotonic() + 60 * asked.minutes
    count = 1 if asked.only is not None else asked.jobs
    jobs = [
        Job(asked.seed, asked.only or at, count, end, asked.only, asked.slack)
        for at in range(count)
    ]
    with multiprocessing.get_context("spawn").Pool(count) as pool:
        results = pool.map(work, jobs, chunksize=1)
    finds = {same for _, found in results for same in found}
    tally = f"{len(finds)} finds, in build/fuzz" if finds else "nothing found"
    print(f"{sum(number for number, _ in results):,} inputs: {tally}")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
