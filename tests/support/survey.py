"""All cards of a deck as students see them: on a phone and a computer, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tests.support.browser import Browser, Shown
from tests.support.sides import Cards, Side
from tests.support.webview import COMPUTER, PHONE

VIEWS = tuple((width, dark) for width in (PHONE, COMPUTER) for dark in (False, True))
# On a computer by night nothing is seen that is not seen by day, or on a phone by night.
SURVEYED = tuple(view for view in VIEWS if view != (COMPUTER, True))


@dataclass(frozen=True)
class Finding:
    """Something that is wrong with a side in one view; `kind` is the question that found it."""

    side: Side
    width: int
    dark: bool
    kind: str
    what: str

    def __str__(self) -> str:
        theme = "dark" if self.dark else "light"
        return f"{self.side}, {self.width}px {theme}: {self.kind}: {self.what}"


def survey(browser: Browser, cards: Cards) -> list[Finding]:
    """Show both sides of each card in three views, toggles open; tell all that is wrong.

    A front that its back repeats is looked at there. Contrast does not hang on the width, nor do
    glyphs on width or theme: they are asked for on the phone, and glyphs by day.
    """
    return [
        Finding(side, width, dark, kind, what)
        for width, dark in SURVEYED
        for side in _not_repeated(cards.sides)
        for kind, what in _findings(
            browser.show(
                side.html,
                media=cards.media,
                width=width,
                dark=dark,
                ordinal=side.ordinal,
                opened=True,
            ),
            colours=width == PHONE,
            glyphs=(width, dark) == (PHONE, False),
        )
    ]


def _not_repeated(sides: Sequence[Side]) -> Iterator[Side]:
    """The sides without the fronts that the side after them begins with."""
    for side, after in pairwise((*sides, None)):
        if side and not (after and after.html.startswith(side.html.rstrip())):
            yield side


def _findings(shown: Shown, *, colours: bool, glyphs: bool) -> Iterator[tuple[str, str]]:
    answers = {
        **shown.faults,
        "console": shown.console,
        "request": shown.requests,
        "contrast": shown.contrast() if colours else (),
        "missing glyph": shown.missing_glyphs() if glyphs else (),
    }
    for kind, found in answers.items():
        for what in found:
            yield kind, what
