"""Which note of the last release each note of today is: the cases in tests/identity/."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from deckbuilder import api
from deckbuilder.identity import identify
from deckbuilder.identity.guids import born
from deckbuilder.model import SAYS, CardSettings, Document, Key, Lock, Record, Stamp
from deckbuilder.notes.asking import notes
from tests.support.cases import KINDS, Case, accept, load

FOLDER = Path(__file__).parent / "identity"
CASES = [case for file in sorted(FOLDER.glob("*.md")) for case in load(file, "identities")]
# The beginning of a file in a case: the release (1, 2 …) and the file's path.
FILE = re.compile(r"^%% (?P<release>[1-9]) (?P<path>.+)$", re.M)


def releases(case: Case) -> list[dict[str, str]]:
    """The files of each release, by their paths."""
    _, *parts = FILE.split(case.note)
    found: dict[str, dict[str, str]] = {}
    for release, path, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        found.setdefault(release, {})[path] = text
    assert list(found) == [str(number) for number in range(1, len(found) + 1)], case.title
    return list(found.values())


def known(files: dict[str, str], lock: Lock, now: int) -> Lock:
    """What the next release knows of these files."""
    readings = [
        api.read(Document(f"{path}.md", Path(f"{path}.md"), tuple(path.split("/")), text))
        for path, text in files.items()
    ]
    made = notes(readings, "덱", CardSettings(items="all"), None, lock, now)
    here = {note.guid: note.record for note in made}
    assert len(here) == len(made), "two notes of one GUID"
    return Lock({**here, **lock.gone(here)})


def told(case: Case) -> Iterator[str]:
    """The notes of the last release, and what each was when it was first seen."""
    lock, first = Lock(), dict[str, Record]()
    for now, files in enumerate(releases(case), start=1):
        seen = set(first)
        lock = known(files, lock, now)
        for guid, record in lock.notes.items():
            first.setdefault(guid, record)
    for guid, record in lock.notes.items():
        if record.retired:
            yield f"- {_named(record)}"
        elif guid in seen:
            yield f"{_named(record)}{_since(first[guid], record)}"
        else:
            yield f"+ {_named(record)}"


def _named(record: Record) -> str:
    return f"{KINDS.get(record.key.note_type, record.key.note_type)} {record.key.term}"


def _since(old: Record, new: Record) -> str:
    was = f" <- {old.key.term}" if old.key.term != new.key.term else ""
    moved = " (moved)" if old.key.place != new.key.place else ""
    return f"{was}{moved}{_parts(old, new)}"


def _parts(old: Record, new: Record) -> str:
    """The parts that have other names, and those that are new, by their numbers."""
    names = [part.partition(SAYS)[0] for part in new.key.parts]
    before = [part.partition(SAYS)[0] for part in old.key.parts]
    said = [
        f"{number} {name}" + (f" <- {before[number - 1]}" if number <= len(before) else " (new)")
        for number, name in enumerate(names, start=1)
        if names[number - 1 : number] != before[number - 1 : number]
    ]
    return f": {', '.join(said)}" if said else ""


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_a_case(case: Case, request: pytest.FixtureRequest) -> None:
    result = list(told(case))
    if request.config.getoption("--accept") and result != list(case.expected):
        accept(case, result)
        pytest.skip("accepted")
    assert result == list(case.expected), f"{case.file}:{case.line}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file.stem}: {case.title}")
def test_the_order_of_files_and_of_the_lock_does_not_matter(case: Case) -> None:
    lock = backwards = Lock()
    for now, files in enumerate(releases(case), start=1):
        lock = known(files, lock, now)
        turned = Lock(dict(reversed(list(backwards.notes.items()))))
        backwards = known(dict(reversed(list(files.items()))), turned, now)
        assert _undated(lock) == _undated(backwards)


def _undated(lock: Lock) -> dict[str, Record]:
    return {guid: replace(record, cards=()) for guid, record in lock.notes.items()}


PROJECT, TITLE = "0123456789abcdef", "정원"


@pytest.mark.parametrize(
    "born_in", [PROJECT, TITLE, ""], ids=["the project", "a deck without a lock", "a deck of old"]
)
def test_a_note_from_a_deck_is_known_by_the_guid_of_its_place(born_in: str) -> None:
    """Nothing else tells those apart that ask and say the same."""
    keys = [
        Key("definition", "고랑", f"{field}{number}", ("낱말",), "두둑 사이의 낮은 곳이다.")
        for number in range(6)
        for field in ("논", "밭")
    ]
    guids = [next(born(key, born_in)) for key in keys]
    records = {
        guid: Record(guid, key, Stamp("0" * 16, 1)).unplaced()
        for guid, key in zip(guids, keys, strict=True)
    }
    found = identify([[key] for key in keys], Lock(records, {}, PROJECT), {}, TITLE)
    assert [notes[0][0].guid for notes in found] == guids
