"""The page of `deckbuilder preview` in Chromium, and what it does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page

from tests.support.browser import SCRIPTS, Browser
from tests.support.command import PATIENCE
from tests.support.webview import COMPUTER

AXE = SCRIPTS[-1]
BLOCKED = "Blocked script execution in 'about:srcdoc'"


@dataclass
class Viewer:
    """A window, and the page in it.

    Attributes:
        page: the page.
        address: its address.
        console: the errors that it writes to its console, or does not catch.
        requests: what it asks for beyond its own address.
    """

    page: Page
    address: str = ""
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(1000 * PATIENCE)
        self.page.on("console", lambda said: self._said(said.type, said.text))
        self.page.on("pageerror", lambda error: self.console.append(f"{error}"))
        self.page.on("popup", lambda popup: self.requests.append(popup.url))
        self.page.on("request", lambda request: self._asked(request.url))

    @classmethod
    @contextmanager
    def on(cls, browser: Browser, width: int = COMPUTER, dark: bool = False) -> Iterator[Viewer]:
        """A window until the end of the block."""
        page = browser.blank(width, dark)
        try:
            yield cls(page)
        finally:
            page.context.close()

    @contextmanager
    def opened(self, address: str) -> Iterator[Viewer]:
        """Open the page, and wait for its first card; nothing may go wrong until the end."""
        self.page.goto("about:blank")  # what the last page has begun is over
        self.address = address
        self.console.clear()
        self.requests.clear()
        self.page.goto(address)
        self.card.locator(".ask").wait_for(state="attached")
        yield self
        assert self.console == self.requests == []

    @property
    def card(self) -> FrameLocator:
        """The page in the frame, that of the card."""
        return self.page.frame_locator("#frame")

    def asks(self) -> str:
        """What the card asks."""
        return self.card.locator(".ask").first.inner_text()

    def answered(self) -> bool:
        """Whether the card shows its answer."""
        return self.card.locator("#answer").count() > 0

    @property
    def listed(self) -> list[str]:
        """What the list shows."""
        return self.page.locator("#list .title").all_inner_texts()

    def choose(self, title: str) -> None:
        """Choose the card of this title in the list."""
        self.press("/")
        self.page.keyboard.type(title)
        self.page.locator("#list").get_by_text(title, exact=True).first.click()
        self.part("search").fill("")
        self.part("list").focus()

    def part(self, name: str) -> Locator:
        """An element by its id."""
        return self.page.locator(f"#{name}")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def faults(self) -> list[str]:
        """What axe-core has against the page as it is."""
        self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate("async () => (await axe.run()).violations")
        # axe asks the card's frame, too, in which nothing may run.
        self.console[:] = [said for said in self.console if not said.startswith(BLOCKED)]
        return [
            f"{rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in found
            for node in rule["nodes"]
        ]

    def screenshot(self, file: Path) -> None:
        """Write a picture of what is seen (PNG)."""
        self.page.screenshot(path=file)

    def _said(self, kind: str, text: str) -> None:
        if kind == "error":
            self.console.append(text)

    def _asked(self, address: str) -> None:
        if not address.startswith((self.address, "data:", "about:")):
            self.requests.append(address)
