"""Fixtures that several test modules use."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from _pytest.nodeid import NodeId

from tests import strategies  # noqa: F401 - loads the profile of Hypothesis
from tests.support.browser import Browser, launched, program
from tests.support.command import Desk
from tests.support.corpus import Part, built
from tests.support.notes import GARDEN

# A test that breaks a step has it called: nothing is kept but by the tests of what is kept.
os.environ["DECKBUILDER_CACHE"] = ""

# A process that tests start finds the program compiled, even where Python is told not to keep it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Tests press Ctrl-C in processes of their own. These would ignore it where pytest does, as in the
# background of a script.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The files that take longest go first, so that no core is left with one when the others are done.
LONGEST = (
    *("test_corpus_identity", "test_gallery", "test_output", "test_accounting", "test_scripts"),
    *("test_release", "test_edits", "test_page", "test_reproducible", "test_speed", "test_serving"),
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """An empty folder to put notes into and to run the command in."""
    return Desk(tmp_path)


@pytest.fixture(scope="session")
def new_desk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Desk]:
    """Makes such folders for fixtures that several tests share."""
    return lambda: Desk(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="session")
def garden(new_desk: Callable[[], Desk]) -> Path:
    """The deck of the notes in `GARDEN`, built as one folder."""
    desk = new_desk()
    for name, text in GARDEN.items():
        desk.put(name, text)
    return desk.deck("정원")


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Part]:
    """A part of the corpus, `dev` or `shut`, built once for all tests with the marker `corpus`."""
    return cache(lambda part: built(part, tmp_path_factory.mktemp("corpus")))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests; those that ask for it carry the marker `browser`."""
    with launched(program()) as chromium:
        yield chromium


@pytest.hookimpl(tryfirst=True)  # before `-m browser` chooses
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if isinstance(item, pytest.Function) and "browser" in item.fixturenames:
            item.add_marker("browser")
    items.sort(key=lambda item: _turn(item.path.stem))  # stable


@pytest.hookimpl(wrapper=True)
def pytest_collection_finish(session: pytest.Session) -> Iterator[None]:
    """Tell pytest-xdist what belongs together, and what is in memory by now to stay there.

    It hands out as one what has the same name behind an @ in the ids that it is told here. Its own
    mark for that does nothing since pytest 9.2, whose ids cannot be changed as it does.
    """
    ids = [item.id for item in session.items]
    for item, group in zip(session.items, _groups(session.items), strict=True):
        item._id = NodeId.parse(f"{item.nodeid}@{group}")
    yield
    for item, told in zip(session.items, ids, strict=True):
        item._id = told
    gc.collect()
    gc.freeze()  # Python need not look through it again and again


def _groups(items: Sequence[pytest.Item]) -> Iterator[str]:
    """What shares a build of the corpus, a Chromium, or the fixtures of a file."""
    shown = {item.path for item in items if item.get_closest_marker("browser")}
    for item in items:
        if item.path in shown:
            yield "browser"
        elif item.get_closest_marker("corpus"):
            yield "corpus"
        else:
            yield str(item.path)


def _turn(file: str) -> int:
    return LONGEST.index(file) if file in LONGEST else len(LONGEST)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write what becomes of the cases now into their files"
    )
