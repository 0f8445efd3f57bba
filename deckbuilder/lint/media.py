"""Files: those that no note shows, and those that are too large for a phone."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuilder.diagnostics import Severity
from deckbuilder.language import N_
from deckbuilder.lint.lint import Found, Lint, Lying, Notes
from deckbuilder.model import PLAYED, Span

MIB = 2**20
# A picture of more is no picture for a card but one for a wall; a recording takes its minute.
LARGEST_PICTURE, LARGEST_PLAYED = 5 * MIB, 25 * MIB


def _largest(file: Lying) -> int:
    return LARGEST_PLAYED if PLAYED.search(file.path) else LARGEST_PICTURE


def _heavy(notes: Notes) -> Iterator[Found]:
    for file in notes.lying:
        if file.shown and file.size > _largest(file):
            name = file.path.rpartition("/")[2]
            size = f"{file.size / MIB:.1f}"
            most = f"{_largest(file) // MIB}"
            yield Found(file.shown[0], name, {"name": name, "size": size, "most": most})


def _unused(notes: Notes) -> Iterator[Found]:
    for file in notes.lying:
        if not file.shown:
            yield Found(Span(file.path, 0, 0))


HEAVY_MEDIA = Lint(
    code="heavy-media",
    severity=Severity.WARNING,
    message=N_("'{name}' has {size} MiB, more than the {most} that a card should load"),
    hint=N_("make it smaller: a picture of 1,600 pixels fills every screen"),
    about=N_(
        "Every student's phone fetches the file, and keeps it. A picture counts from 5 MiB on, a "
        "sound or a film from 25 MiB on; what has more than 100 MiB is no file for Anki at all "
        "(media-large)."
    ),
    bad="""\
### 물길
물이 흐르는 길이다.

![물길](큰-물길.png)
""",
    good="""\
### 물길
물이 흐르는 길이다.

![물길](물길.png)
""",
    beside={"물길.png": 9_000, "큰-물길.png": 6_000_000},
    find=_heavy,
)
UNUSED_MEDIA = Lint(
    code="unused-media",
    severity=Severity.NOTICE,
    message=N_("no note shows this file"),
    hint=N_("show it in a note, or take it out of the notes' folder"),
    about=N_(
        "A picture that nothing shows was forgotten, or its note was. What counts are pictures, "
        "sounds and films in the folders that are checked; where a single note is checked, nothing "
        "is told of the files beside it."
    ),
    bad="""\
### 물길
물이 흐르는 길이다.
""",
    good="""\
### 물길
물이 흐르는 길이다.

![물길](물길.png)
""",
    beside={"물길.png": 9_000},
    find=_unused,
)
