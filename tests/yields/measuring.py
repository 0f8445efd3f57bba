"""The yield of each rule on a folder of annotated notes, matched as the corpus's own score does."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from deckbuilder import api, notes, sources
from deckbuilder.model import CardSettings, Document, Unit, Yield
from deckbuilder.notes import asking
from tests.support.collection import Stored, notes_in
from tests.support.packed import packed

# For so many notes that ask for one gold unit each counts: as in the corpus's score.
MOST_FOR_ONE = 2

Yields = dict[str, Yield]


@dataclass(frozen=True)
class _Found:
    """What one unit came to: by what it was found, and the gold that its cards match."""

    by: str
    kept: bool
    core: bool
    """Whether one of these is a core unit."""


def measured(folder: Path, scorer: Path, jobs: int) -> Yields:
    """Measure the rules on a folder of notes `NAME.md`, each with its `NAME.gold.jsonl`.

    Args:
        folder: the notes.
        scorer: the corpus's `score.py`: it says which card matches what.
        jobs: in how many processes.

    Returns:
        the yield by the name of the rule; of what has a doubt, by the doubt's name behind `?`.
        What is made is measured first, and then what is offered beside it.
    """
    files = [file for file in sorted(folder.glob("*.md")) if _gold(file).exists()]
    measure = partial(_units, scorer=scorer)
    if jobs == 1:
        return _summed(chain.from_iterable(map(measure, files)))
    with get_context("spawn").Pool(jobs) as pool:
        return _summed(chain.from_iterable(pool.map(measure, files, chunksize=1)))


def added(*several: Mapping[str, Yield]) -> Yields:
    """The yields of several folders in one."""
    total: dict[str, Yield] = defaultdict(lambda: Yield(0))
    for yields in several:
        for name, its in yields.items():
            so_far = total[name]
            total[name] = Yield(
                so_far.made + its.made, so_far.core + its.core, so_far.optional + its.optional
            )
    return dict(total)


def _summed(found: Iterable[_Found]) -> Yields:
    return added(*({one.by: Yield(1, one.core, one.kept and not one.core)} for one in found))


def _gold(file: Path) -> Path:
    return file.with_name(f"{file.stem}.gold.jsonl")


def _units(file: Path, scorer: Path) -> list[_Found]:
    """What became of each unit of a note, the ones that are made first."""
    score = _loaded(scorer)
    ((entry,), _) = sources.find([file])
    document, _ = sources.read(replace(entry, path=file.name))
    if document is None:
        return []
    gold = [score.Unit(json.loads(row), list(document.lines)) for row in _rows(_gold(file))]
    for unit in gold:
        unit.meet(gold)
    used: Counter[int] = Counter()
    found: list[_Found] = []
    for unit, asked in _cards(document):
        cards = [score.Card(card.front, card.back) for note in asked for card in note.cards]
        hits = {at for at, one in enumerate(gold) if any(one.match(c) == "ok" for c in cards)}
        fresh = {at for at in hits if used[at] < MOST_FOR_ONE}
        used.update(hits)
        core = any(gold[at].core for at in fresh)
        by = [f"?{doubt}" for doubt in unit.doubts] or [unit.rule]
        found += [_Found(name, bool(fresh), core) for name in by]
    return found


def _rows(file: Path) -> list[str]:
    return [row for row in file.read_text(encoding="utf-8").splitlines() if row.strip()]


def _cards(document: Document) -> list[tuple[Unit, list[Stored]]]:
    """The units of a note, and the notes in Anki that ask for each."""
    reading = api.read(document)
    units = (*reading.units, *reading.offered)
    asked = asking.asked(replace(reading, units=units), CardSettings())
    marked = [replace(one, tags=(str(at),)) for at, one in enumerate(asked)]
    with TemporaryDirectory() as folder:
        stored = notes_in(packed(notes.noted(marked, reading.title), Path(folder)))
    return [
        (unit, [note for note in stored if str(at) in note.tags]) for at, unit in enumerate(units)
    ]


def _loaded(file: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
