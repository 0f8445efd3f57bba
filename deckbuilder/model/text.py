"""Inline content: a line of a note as flat runs of characters with their marks."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import accumulate, islice
from typing import NamedTuple

from deckbuilder.model.once import reckoned_once
from deckbuilder.model.source import Span
from deckbuilder.model.value import value


class Mark(NamedTuple):
    """What a run of text is marked as; `value` depends on the kind.

    | kind | value | the run's text |
    | --- | --- | --- |
    | `strong`, `em`, `s`, `mark`, `code`, `sub`, `sup` | | what is marked |
    | `math` | `$` inline, `$$` displayed | the formula in LaTeX |
    | `link`, `wikilink` | where it leads | what is shown |
    | `ruby` | the reading above | what it stands above |
    | `image` (pictures, sound, films) | the address as written, percent-decoded | none |
    | `alt`, `width` (beside `image`) | its description; CSS pixels | none |
    | `task` | `x` where it is done | none |
    | `footnote` | its label | none |
    | `blank` | what a card shows instead | marks the place of a name that a card asks for |
    | `html` | one raw tag | none |
    """

    kind: str
    value: str = ""


class Run(NamedTuple):
    """Characters that share their marks, the outermost mark first."""

    text: str
    marks: tuple[Mark, ...] = ()

    def has(self, *kinds: str) -> bool:
        """Whether any mark is of one of these kinds."""
        for mark in self.marks:  # noqa: SIM110 - a generator for each run would take longer
            if mark.kind in kinds:
                return True
        return False


@value(frozen=True)
class Text:
    """One line of inline content: flat runs, so that a piece of it keeps its marks."""

    runs: tuple[Run, ...]
    span: Span
    plain: str = field(init=False, repr=False, compare=False)
    """The characters alone."""

    def __post_init__(self) -> None:
        # Put together once, as it is asked for all the time.
        object.__setattr__(self, "plain", "".join([run.text for run in self.runs]))

    def __hash__(self) -> int:
        """By its first line and its characters: Python keeps the hash of these."""
        return hash((self.span.first, self.plain))

    def __bool__(self) -> bool:
        return bool(self.plain) and not self.plain.isspace()

    @reckoned_once
    def letters(self) -> int:
        """How many letters and digits it has."""
        return sum(map(str.isalnum, self.plain))

    @classmethod
    def joined(cls, lines: Sequence[Text]) -> Text:
        """Lines (one at least) as one, a blank between them."""
        first, *rest = lines
        if not rest:
            return first
        runs = (run for line in rest for run in (Run(" "), *line.runs))
        return cls((*first.runs, *runs), first.span.to(lines[-1].span))

    def is_inside(self, at: int, *kinds: str) -> bool:
        """Whether the character at this offset carries one of these marks."""
        for run in self.runs:
            if at < len(run.text):
                return run.has(*kinds)
            at -= len(run.text)
        return False

    def cut(self, start: int, end: int | None = None) -> Text:
        """The characters from `start` to `end` (offsets in `plain`), without outer blanks."""
        plain = self.plain
        if start == 0 and end in (None, len(plain)) and plain == plain.strip():
            return self
        return next(self.cuts([(start, len(plain) if end is None else end)]))

    def cuts(self, spans: Iterable[tuple[int, int]]) -> Iterator[Text]:
        """A `cut` for each of several spans, in the time of their lengths."""
        plain = self.plain
        if len(self.runs) == 1 and plain:  # as most lines are
            marks = self.runs[0].marks
            for start, end in spans:
                piece = plain[start:end].strip()
                yield Text((Run(piece, marks),) if piece else (), self.span)
            return
        starts = tuple(accumulate((len(run.text) for run in self.runs), initial=0))
        for start, end in spans:
            piece = plain[start:end]
            first = start + len(piece) - len(piece.lstrip())
            inner = range(first, first + len(piece.strip()))
            at = max(0, bisect_left(starts, start) - 1)
            yield Text(tuple(self._between(at, starts, range(start, end + 1), inner)), self.span)

    def _between(
        self, first: int, starts: Sequence[int], outer: range, inner: range
    ) -> Iterator[Run]:
        """The characters of `inner`, and what stands without any in `outer`."""
        for at, run in zip(
            islice(starts, first, None), islice(self.runs, first, None), strict=False
        ):
            if at >= outer.stop:
                return
            piece = run.text[max(0, inner.start - at) : max(0, inner.stop - at)]
            if piece or (at in outer and not run.text):
                yield Run(piece, run.marks)

    def replaced(self, pieces: Sequence[tuple[int, int, Run]]) -> Text:
        """The same text with a run in the place of each span (offsets in `plain`, in order).

        Each has the marks of what it stands for beside its own.
        """
        if not pieces:
            return self
        runs: list[Run] = []
        left = deque(pieces)
        at = 0
        for run in self.runs:
            done, behind = 0, at + len(run.text)  # `done` counts characters of this run
            found = [run] if not run.text else []
            while left and left[0][0] < behind:
                start, end, new = left[0]
                found.append(Run(run.text[done : max(done, start - at)], run.marks))
                if start >= at:
                    found.append(Run(new.text, (*run.marks, *new.marks)))
                done = max(done, min(end, behind) - at)
                if end > behind:
                    break  # it goes on in the next run
                left.popleft()
            found.append(Run(run.text[done:], run.marks))
            runs += [piece for piece in found if piece.text or not run.text]
            at = behind
        return Text(tuple(runs), self.span)

    def lead(self, *kinds: str) -> int:
        """Length in characters of the leading runs that carry one of these marks."""
        length = 0
        for run in self.runs:
            if not run.has(*kinds) and (length or run.text.strip()):
                break
            length += len(run.text)
        return length if self.plain[:length].strip() else 0

    def without(self, *kinds: str) -> Text:
        """The same text with these marks taken off."""
        if not any(run.has(*kinds) for run in self.runs):
            return self
        runs = (
            Run(run.text, tuple(mark for mark in run.marks if mark.kind not in kinds))
            for run in self.runs
        )
        return Text(tuple(runs), self.span)
