"""What happens to other units, near and far, does nothing to a unit's note."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests import strategies  # loads the profile
from tests.releases.story import DAY, FIRST_DAY
from tests.support.command import Desk
from tests.support.notebook import Notebook, Unit
from tests.support.project import BEGUN, LOCK
from tests.support.release import Packed, Release, release
from tests.support.rewriting import EDITS


def notes_of(unit: Unit, deck: Release) -> dict[str, Packed]:
    """The notes of a unit: by GUID, with fields, tags and time of change."""
    names = {name for _, name in unit.answers()}
    return {guid: note for guid, note in deck.notes.items() if note.fields[0] in names}


@settings(max_examples=strategies.MOST // 4)  # two builds each; `test_year` makes more edits
@given(
    st.integers(0, 9),
    st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=8),
    st.data(),
)
def test_other_units_do_not_touch_a_unit(at: int, edits: list[str], data: st.DataObject) -> None:
    notebook = Notebook.begun()
    unit = notebook.units()[at]
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        desk.put(LOCK, BEGUN)
        first = release(desk, notebook.files(), FIRST_DAY)
        for name in edits:
            EDITS[name](notebook, lambda below: data.draw(st.integers(0, below - 1)), {unit.number})
        second = release(desk, notebook.files(), FIRST_DAY + DAY)
    assert notes_of(unit, second) == notes_of(unit, first) != {}
