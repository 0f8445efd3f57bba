"""Notes checked: what the build says of them, and what lints find."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from deckbuilder import lint, media, sources
from deckbuilder.api.options import Options
from deckbuilder.api.plan import plan
from deckbuilder.api.taking import Progress
from deckbuilder.cache import NOTHING, Cache
from deckbuilder.lint import Finding, Lying, Notes
from deckbuilder.model import CheckSettings, Lock, Span
from deckbuilder.notes import Reading


@dataclass(frozen=True, slots=True)
class Check:
    """What was found, and in how many notes."""

    findings: tuple[Finding, ...]
    notes: int


def check(
    paths: Sequence[Path],
    *,
    options: Options,
    settings: CheckSettings,
    everything: bool = False,
    progress: Progress | None = None,
    cache: Cache = NOTHING,
    jobs: int = 1,
) -> Check:
    """Check notes without building a deck of them.

    Args:
        paths: note files and folders.
        options: what is chosen of the deck.
        settings: what is to be told.
        everything: whether to look for what is not usual, too.
        progress: called with the number of notes read so far and in all.
        cache: what notes were read as before.
        jobs: how many processes may read notes at once.
    """
    with ExitStack() as opened:
        planned = plan(
            paths,
            options=options,
            lock=Lock(),
            now=0,
            progress=progress,
            opened=opened,
            cache=cache,
            jobs=jobs,
        )
        digests = media.Digests()
        unseen = [
            problem
            for reading in planned.readings
            for problem in media.find(reading.document, media.lines([reading.root]), digests)[1]
            if problem.code != "remote-media"  # what no card shows may lie where it likes
        ]
        notes = Notes(planned.readings, _lying(planned.readings, paths, options))
        said = tuple(dict.fromkeys((*planned.diagnostics, *unseen)))
        return Check(lint.findings(notes, said, settings, everything), len(planned.readings))


def _lying(
    readings: Sequence[Reading], paths: Sequence[Path], options: Options
) -> tuple[Lying, ...]:
    """The files in the folders, and those beside a note that it shows."""
    shown: dict[Path, list[Span]] = {}
    sizes: dict[Path, int] = {}
    for reading in readings:
        for file, span in media.files_of(reading.document, media.lines([reading.root])):
            shown.setdefault(file.path.resolve(), []).append(span)
            sizes[file.path.resolve()] = file.status().size
    found = sources.lying(paths, options.exclude)
    there = {one.real for one in found}
    return (
        *(
            Lying(one.path, one.size, tuple(shown.get(one.real, ())))
            for one in found
            if one.real in shown or not one.named
        ),
        *(
            Lying(str(path), sizes[path], tuple(spans))
            for path, spans in shown.items()
            if path not in there
        ),
    )
