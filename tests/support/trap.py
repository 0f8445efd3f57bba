"""A page in which nothing must happen: it is given sides of cards, and tells what they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Dialog, Error, Frame

from tests.support import webview
from tests.support.browser import Browser, Window

SCRIPT = Path(__file__).with_name("trap.js")
STYLE = re.compile(r"^\s*<style>.*?</style>", re.S)
# What Anki takes for its own in the text of a field: sounds, speech, LaTeX, an input.
ANKI = re.compile(r"\[(?:sound:|anki:|latex\]|\$\$?\]|\[type:)", re.I)
FORMULA = r"\(x\)"  # has MathJax loaded


class Trap:
    """A window of its own, that notes down what happens."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._told: list[str] = []
        self._window = self._open()

    def close(self) -> None:
        """Close the window."""
        self._window.page.context.close()

    def unsafe(self, fields: Iterable[str]) -> list[str]:
        """What must not be in these fields: elements, attributes, URLs, Anki's markup."""
        fields = list(dict.fromkeys(fields))
        found = [match[0] for field in fields for match in ANKI.finditer(field)]
        for names in self._window.page.evaluate("all => all.map(trap.unsafe)", fields):
            found += names
        return found

    def run(self, sides: Iterable[str], media: Path | None = None) -> list[str]:
        """Show these sides, touch all that is in them, and tell what they did.

        Each is alone in a box of one page. The style that Anki puts before every side is left out:
        it is the note type's, and the same on all.
        """
        self._told.clear()
        self._window.requests.clear()
        self._window.media = media
        try:
            bare = list(dict.fromkeys(STYLE.sub("", side) for side in sides))
            self._window.page.evaluate("sides => trap.run(sides)", bare)
        except Error as error:  # a script has put another page into its place, or spoilt this one
            found = [*self._told, *self._window.requests, f"the page is gone: {error.message}"]
            self.close()
            self._window = self._open()
            return found
        return [*self._told, *self._window.requests]

    def _open(self) -> Window:
        window = self._browser.window(webview.COMPUTER, dark=False)
        page = window.page
        page.expose_function("trapped", self._tell)
        page.add_init_script(path=SCRIPT)
        page.on("dialog", self._dismiss)
        page.on("framenavigated", self._navigated)
        window.begin(None)
        page.evaluate("html => cards.show(html, 'card card1')", FORMULA)
        return window

    def _tell(self, what: str) -> None:
        self._told.append(what)

    def _dismiss(self, dialog: Dialog) -> None:
        self._tell(f"dialog {dialog.type}")
        dialog.dismiss()

    def _navigated(self, frame: Frame) -> None:
        if frame.parent_frame is not None:
            self._tell(f"frame {frame.url}")


@contextmanager
def trap_in(browser: Browser) -> Iterator[Trap]:
    """A trap, closed at the end of the block."""
    trap = Trap(browser)
    try:
        yield trap
    finally:
        trap.close()


def culprits(
    trap: Trap, sides: Sequence[str], media: Path | None = None, allowed: Sequence[str] = ()
) -> list[tuple[int, str]]:
    """Which sides do something, by their position, and what: found by halves, and halves again.

    What is `allowed` is nothing that they do.
    """
    found = [what for what in trap.run(sides, media) if what not in allowed]
    if not found:
        return []
    if len(sides) == 1:
        return [(0, what) for what in dict.fromkeys(found)]
    middle = len(sides) // 2
    first = culprits(trap, sides[:middle], media, allowed)
    second = culprits(trap, sides[middle:], media, allowed)
    return first + [(at + middle, what) for at, what in second]
