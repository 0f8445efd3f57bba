"""The first release of the notes in `sea`, and the stories that begin with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.releases.sea import SEA, Files
from tests.releases.story import FIRST_DAY, Story, begun
from tests.support.command import Desk
from tests.support.release import Release, release


@pytest.fixture(scope="session")
def first(new_desk: Callable[[], Desk]) -> Release:
    """The first release, made once."""
    return release(new_desk(), SEA, FIRST_DAY)


@pytest.fixture
def story(first: Release, desk: Desk) -> Iterator[Story]:
    """A student who has learned with the first release, and edited two of its notes."""
    with begun(desk, SEA, first) as story:
        story.edit("용골", "무적")
        yield story


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[Files], Story]]:
    """Begins a story with other notes."""
    with ExitStack() as stack:

        def story(files: Files) -> Story:
            desk = Desk(tmp_path)
            return stack.enter_context(begun(desk, files, release(desk, files, FIRST_DAY)))

        yield story
