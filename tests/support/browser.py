"""Cards as a student sees them: in a Chromium without a window, in the page of Anki's reviewer.

    shown = browser.show(html, media=folder, width=360, dark=True)
    assert shown.overflow == shown.console == shown.requests == []
    assert shown.contrast() == shown.missing_glyphs() == []

One page shows all cards one after the other, in any width and theme, as Anki does. It
reaches nothing but Anki's own files and the media: all else is refused, and told in `requests`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

import axe_playwright_python
import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import ConsoleMessage, FloatRect, Page, Request, Route, sync_playwright

from tests.support import webview

PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# No look-ups of its own, and nothing that a machine without a screen lacks.
FLAGS = """
    --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync
    """.split()
HEIGHT = 800
MARGIN = 20  # below a card in its picture
SCRIPTS = (
    Path(__file__).with_name("page.js"),
    Path(axe_playwright_python.__file__).with_name("axe.min.js"),
)


def program() -> str:
    """The Chromium of this machine.

    Where there is none, the test that asks is skipped, or fails if DECKBUILDER_BROWSER=required.
    """
    for name in PROGRAMS:
        if found := shutil.which(name):
            return found
    reason = f"there is no Chromium on this machine ({', '.join(PROGRAMS)})"
    if os.environ.get("DECKBUILDER_BROWSER") == "required":
        pytest.fail(f"{reason}, and DECKBUILDER_BROWSER=required", pytrace=False)
    pytest.skip(f"{reason}; CONTRIBUTING.md tells how to get it")


@contextmanager
def launched(executable: str) -> Iterator[Browser]:
    """A browser with a profile of its own, until the end of the block."""
    with sync_playwright() as playwright:
        # Playwright starts it without a sandbox, which root could not have.
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        try:
            yield Browser(chromium)
        finally:
            chromium.close()


@dataclass
class Window:
    """A page of Anki's reviewer, and what happens in it.

    Attributes:
        page: the page.
        width: how wide it is.
        dark: whether it is in night mode.
        media: the folder with the files that cards name.
        console: the errors that the page writes to its console, or does not catch.
        requests: what the page asks for and does not get.
        showings: how many sides it has shown.
        loading: whether its own page is on the way.
    """

    page: Page
    width: int
    dark: bool
    media: Path | None = None
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    showings: int = 0
    loading: bool = False

    def __post_init__(self) -> None:
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.console.append(f"{error}"))
        self.page.on("popup", self._opened)
        self.page.on("requestfailed", self._failed)
        self.page.route("**/*", self._answer)
        self.page.route_web_socket("**/*", lambda socket: self.requests.append(socket.url))
        for script in SCRIPTS:
            self.page.add_init_script(path=script)

    def turn(self, width: int, dark: bool) -> None:
        """Make the page one of this width and theme."""
        if (width, dark) == (self.width, self.dark):
            return
        self.width, self.dark = width, dark
        self.page.set_viewport_size({"width": width, "height": HEIGHT})
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        if self.page.url == webview.HOME:
            self.page.evaluate("html => cards.turn(html)", webview.page(width, dark))

    def begin(self, media: Path | None) -> None:
        """Make the page ready for another side."""
        self.media = media
        if self.page.url != webview.HOME:  # new, or a card has led away
            self.loading = True
            self.page.goto(webview.HOME)
            self.loading = False
        self.console.clear()
        self.requests.clear()
        self.showings += 1

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.console.append(message.text)

    def _opened(self, popup: Page) -> None:
        self.requests.append(f"new window: {popup.url}")
        popup.close()

    def _failed(self, request: Request) -> None:
        """Note what never comes to `_answer`: a scheme that the browser itself refuses."""
        if not request.url.startswith(("http:", "https:")):
            self.requests.append(request.url)

    def _answer(self, route: Route) -> None:
        url = route.request.url
        if route.request.is_navigation_request() and route.request.frame == self.page.main_frame:
            if url == webview.HOME and self.loading:
                route.fulfill(content_type="text/html", body=webview.page(self.width, self.dark))
            else:
                self.requests.append(f"leads away: {url}")
                route.fulfill(status=204)  # the page stays
        elif found := self._file(url):
            kind, body = found
            route.fulfill(content_type=kind, body=body)
        else:
            self.requests.append(url)
            route.abort()

    def _file(self, url: str) -> tuple[str, bytes] | None:
        name = unquote(urlsplit(url).path)
        if url.startswith(webview.FILES):
            return webview.web_file(name.removeprefix("/_anki/"))
        if url.startswith(webview.HOME) and self.media is not None:
            return webview.read_below(self.media, name.removeprefix("/"))
        return None


@dataclass(frozen=True)
class Shown:
    """A side of a card on the page; it can be asked until the window shows the next one.

    Attributes:
        faults: what is laid out badly, by kinds; see below.
        console: the errors that the page writes to its console, or does not catch.
        requests: what the side asks for beside Anki's own files and the media that exist.
    """

    window: Window
    showing: int
    faults: Mapping[str, Sequence[str]]
    console: tuple[str, ...]
    requests: tuple[str, ...]

    @property
    def page(self) -> Page:
        """The page, to ask it more."""
        assert self.window.showings == self.showing, "the window shows another side by now"
        return self.window.page

    @property
    def overflow(self) -> tuple[str, ...]:
        """What makes the page scroll to the right."""
        return tuple(self.faults["overflow"])

    @property
    def unmarked(self) -> tuple[str, ...]:
        """The boxes that scroll to the side, and no shadow tells of it."""
        return tuple(self.faults["no shadow"])

    @property
    def broken_words(self) -> tuple[str, ...]:
        """The words in the cells of tables that do not stand in one line."""
        return tuple(self.faults["broken word"])

    @property
    def uneven(self) -> tuple[str, ...]:
        """A rule that is not as wide as the text below it, a question of several sizes."""
        return tuple(self.faults["uneven"])

    @property
    def unset(self) -> tuple[str, ...]:
        """The formulas that MathJax could not set, or left."""
        return tuple(self.faults["no formula"])

    def contrast(self) -> tuple[str, ...]:
        """Text with less contrast than WCAG AA asks for, or of which axe-core cannot tell."""
        return tuple(self.page.evaluate("cards.contrast()"))

    def missing_glyphs(self) -> tuple[str, ...]:
        """The characters that no font of the machine has, and that are shown as boxes."""
        return tuple(self.page.evaluate("cards.missingGlyphs()"))

    def screenshot(self, file: Path) -> None:
        """Write a picture of the whole side (PNG), without the empty page below it."""
        height = self.page.evaluate(
            "document.getElementById('qa').getBoundingClientRect().bottom + window.scrollY"
        )
        clip: FloatRect = {
            "x": 0,
            "y": 0,
            "width": self.page.evaluate("innerWidth"),
            "height": height + MARGIN,
        }
        self.page.screenshot(path=file, full_page=True, clip=clip)


class Browser:
    """A Chromium, and the window in which it shows cards."""

    def __init__(self, chromium: Chromium) -> None:
        self._chromium = chromium
        self._window: Window | None = None

    def show(
        self,
        html: str,
        *,
        media: Path | None = None,
        width: int = webview.COMPUTER,
        dark: bool = False,
        ordinal: int = 0,
        opened: bool = False,
    ) -> Shown:
        """Show a side of a card as Anki does.

        Args:
            html: the side, as `sides.Side` has it.
            media: the folder with the files that it names.
            width: of the page in CSS pixels; a narrow one is a phone's.
            dark: in night mode.
            ordinal: the position of the card's template in its note type.
            opened: with all that a student can open, opened.
        """
        if self._window is None:
            self._window = self.window(width, dark)
        window = self._window
        window.turn(width, dark)
        window.begin(media)
        window.page.evaluate(
            "([html, body, opened]) => cards.show(html, body, opened)",
            [html, webview.body_class(ordinal, dark), opened],
        )
        faults = window.page.evaluate("cards.faults()")
        return Shown(window, window.showings, faults, tuple(window.console), tuple(window.requests))

    def window(self, width: int, dark: bool) -> Window:
        """A window of its own, with cookies and storage of its own."""
        return Window(self.blank(width, dark), width, dark)

    def blank(self, width: int, dark: bool) -> Page:
        """A page with nothing on it, in a context of its own."""
        context = self._chromium.new_context(
            viewport={"width": width, "height": HEIGHT},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            locale="ko-KR",
            service_workers="block",
            accept_downloads=False,
        )
        return context.new_page()
