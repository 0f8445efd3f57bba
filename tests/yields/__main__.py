"""Measure how much of what each rule finds is worth a card:  python -m tests.yields [--check]

Needs the annotated notes of the corpus, by default those in ../shared/corpus. Each note is read by
itself, its cards are shown by Anki and matched with the gold as the corpus's own score does it; a
rule that is only offered is measured on what it offers. Totals by rule are all that is told, so
that shut notes stay shut; below them are those of what has a doubt (`?`). `--check` fails where the
table in deckbuilder/extract/rules/ says something else, `--write` mends it.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from deckbuilder.extract.rules import RULES
from deckbuilder.model import Yield
from tests.support.command import ROOT
from tests.yields.measuring import Yields, added, measured
from tests.yields.table import FILE, written, wrong

FOLDERS = ("dev", "shut")


def main(arguments: Sequence[str]) -> int:
    """Measure, print, and check or write the table; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.yields")
    parser.add_argument("corpus", type=Path, nargs="?", default=ROOT.parent / "shared" / "corpus")
    parser.add_argument("--jobs", type=int, default=multiprocessing.cpu_count())
    parser.add_argument("--check", action="store_true", help="fail where the table is not true")
    parser.add_argument("--write", action="store_true", help="write the yields into the table")
    asked = parser.parse_args(arguments)
    scorer = asked.corpus / "score.py"
    if not scorer.is_file():
        print(f"{scorer}: no such file; name the folder of the corpus", file=sys.stderr)
        return 2
    found = {name: measured(asked.corpus / name, scorer, asked.jobs) for name in FOLDERS}
    total = added(*found.values())
    print(_table({**found, "both": total}))
    if asked.write:
        FILE.write_text(written(FILE.read_text(encoding="utf-8"), total), encoding="utf-8")
    off = [] if asked.write else list(wrong(RULES, total))
    for line in off:
        print(f"- {line}")
    return 1 if asked.check and off else 0


def _table(found: Mapping[str, Yields]) -> str:
    """In Markdown: a row for each rule, then for each doubt."""
    both = found["both"]
    names = [*(rule.name for rule in RULES), *sorted(both.keys() - {rule.name for rule in RULES})]
    tiers = {rule.name: rule.tier.name.lower() for rule in RULES}
    rows = [
        (
            "rule",
            "tier",
            *(f"{name}: made, core, optional" for name in found),
            "kept",
            "its yield says",
        ),
        ("---",) * (len(found) + 4),
    ]
    for name in names:
        its = both.get(name, Yield(0))
        cells = (found[part].get(name, Yield(0)) for part in found)
        follows = its.tier.name.lower() if its.tier else "too few to tell"
        rows.append(
            (
                name,
                tiers.get(name, "maybe"),
                *(f"{one.made}, {one.core}, {one.optional}" for one in cells),
                f"{its.share:.2f}",
                follows,
            )
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
