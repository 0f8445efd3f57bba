"""The first release of the notes in `sea`, and the stories that begin with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.releases.sea import SEA, Files
from tests.releases.story import FIRST_DAY, Story, begun, learn
from tests.support.command import Desk
from tests.support.project import BEGUN, LOCK
from tests.support.release import Release, release
from tests.support.student import kept, student


@pytest.fixture(scope="session")
def first(new_desk: Callable[[], Desk]) -> Release:
    """The first release, made once."""
    return _first(new_desk(), SEA)


def _first(desk: Desk, files: Files) -> Release:
    desk.put(LOCK, BEGUN)
    return release(desk, files, FIRST_DAY)


@pytest.fixture(scope="session")
def learned(first: Release, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a collection in which the first release was learned."""
    with student() as me:
        learn(me, first)
        return kept(me, tmp_path_factory.mktemp("learned"))


@pytest.fixture
def story(first: Release, learned: Path, desk: Desk) -> Iterator[Story]:
    """A student who has learned with the first release, and edited two of its notes."""
    with begun(desk, SEA, first, learned) as story:
        story.edit("용골", "무적")
        yield story


@pytest.fixture
def begin(tmp_path: Path) -> Iterator[Callable[[Files], Story]]:
    """Begins a story with other notes."""
    with ExitStack() as stack:

        def story(files: Files) -> Story:
            desk = Desk(tmp_path)
            return stack.enter_context(begun(desk, files, _first(desk, files)))

        yield story
