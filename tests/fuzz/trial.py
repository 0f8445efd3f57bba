"""A note read and planned as a build does it, and explained; what must not happen."""

from __future__ import annotations

import gc
import signal
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from deckbuilder import api
from deckbuilder.api.faults import StepError
from deckbuilder.api.plan import Plan, plan
from deckbuilder.cache import Cache
from deckbuilder.diagnostics import Diagnostic
from deckbuilder.explain import explain
from deckbuilder.model import Lock
from tests.support.command import ROOT
from tests.support.project import MONDAY
from tests.test_accounting import (
    a_node_spans_what_it_holds,
    every_line_is_on_a_card_or_left_out,
    every_reason_is_known,
    every_span_lies_in_the_note,
    every_unit_can_be_asked,
    no_line_is_left_out_twice,
)

# Seconds of computing that a note may take, and those for each MB of it.
LIMIT, LIMIT_PER_MB = 2.0, 2.0
AGAIN = 0.2  # seconds after which it is stopped once more, where the first time went unheard
HOLDS = (
    every_line_is_on_a_card_or_left_out,
    no_line_is_left_out_twice,
    every_reason_is_known,
    every_span_lies_in_the_note,
    a_node_spans_what_it_holds,
    every_unit_can_be_asked,
)


class Slow(BaseException):
    """It takes too long; raised where it is at, and no `except Exception` is to catch it."""


@dataclass(frozen=True)
class Find:
    """What has happened, in which function, and Python's traceback."""

    kind: str
    where: str
    trace: str

    @property
    def same(self) -> tuple[str, str]:
        """What two finds have in common that have one cause; for a slow one, just that."""
        return self.kind, "" if self.kind == "Slow" else self.where


def tried(text: str, folder: Path, slack: float = 1.0) -> Find | None:
    """Try a note in a folder of its own; None where all is well.

    Args:
        text: the note.
        folder: an empty one, to write it to.
        slack: what the time that it may take is multiplied with, for a slow machine.
    """
    file = folder / "note.md"
    data = text.encode()
    file.write_bytes(data)
    try:
        with _limited(slack * (LIMIT + LIMIT_PER_MB * len(data) / (1 << 20))):
            planned = _planned(file, folder)
    except (Slow, Exception) as error:
        return _find(error)
    failed = _failed(planned.diagnostics)
    if failed:
        return failed
    try:
        assert _told_of(_planned(file, folder)) == _told_of(planned), "kept, and not the same"
        for reading in planned.readings:
            explain(reading.root, reading.units, reading.left_out)
            for holds in HOLDS:
                holds(reading)
    except Exception as error:
        return _find(error)
    _, diagnostics = api.explain_notes(file)
    return _failed(diagnostics)


def _planned(file: Path, folder: Path) -> Plan:
    """A build after another one, so that notes are looked for in a lock, and in a cache."""
    options = api.Options(title="덱")
    with closing(Cache(folder / "cache")) as kept:
        return plan([file], options=options, lock=_earlier(), now=MONDAY + 1, cache=kept)


def _told_of(planned: Plan) -> object:
    """All of a plan but where the files lie."""
    read = [(one.root, one.units, one.left_out, one.footnotes) for one in planned.readings]
    return read, planned.notes, planned.lock, planned.diagnostics


@cache
def _earlier() -> Lock:
    return plan([ROOT / "notes"], options=api.Options(), lock=Lock(), now=MONDAY).lock


def _failed(diagnostics: tuple[Diagnostic, ...]) -> Find | None:
    """The fault that a step has, as its own traceback tells it."""
    trace = next((one.trace for one in diagnostics if one.code == "fault"), "")
    return _told(trace) if trace else None


def _find(error: BaseException) -> Find:
    cause = error.__cause__ if isinstance(error, StepError) and error.__cause__ else error
    return _told("".join(traceback.format_exception(cause)))


def _told(trace: str) -> Find:
    """What a traceback tells: behind the frames stands what was raised, over several lines."""
    rows = trace.strip().split("\n")
    frames = [at for at, row in enumerate(rows) if row.startswith("  File ")]
    raised = next(row for row in rows[frames[-1] :] if not row.startswith(" "))
    ours = [rows[at] for at in frames if "deckbuilder" in rows[at]] or [rows[frames[-1]]]
    kind = raised.split(":")[0].rpartition(".")[2]
    return Find(kind, ours[-1].rpartition("/")[2], trace)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Raise `Slow` after so much computing of this process, set up as the command's is."""

    def stop(*_: object) -> None:
        raise Slow

    gc.disable()
    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds, AGAIN)  # Python drops what a callback raises
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        gc.enable()
