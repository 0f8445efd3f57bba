"""All cards of a deck as students see them: on a phone and a computer, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.support.browser import Browser, Shown
from tests.support.sides import Cards, Side
from tests.support.webview import COMPUTER, PHONE

VIEWS = tuple((width, dark) for width in (PHONE, COMPUTER) for dark in (False, True))


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
    """Show both sides of each card in all views, toggles open; tell all that is wrong."""
    return [
        Finding(side, width, dark, kind, what)
        for width, dark in VIEWS
        for side in cards.sides
        for kind, what in _findings(
            browser.show(
                side.html,
                media=cards.media,
                width=width,
                dark=dark,
                ordinal=side.ordinal,
                opened=True,
            )
        )
    ]


def _findings(shown: Shown) -> Iterator[tuple[str, str]]:
    answers = {
        "overflow": shown.overflow,
        "console": shown.console,
        "request": shown.requests,
        "contrast": shown.contrast(),
        "missing glyph": shown.missing_glyphs(),
    }
    for kind, found in answers.items():
        for what in found:
            yield kind, what
