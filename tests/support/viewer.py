"""The page of `deckbuilder preview` in Chromium, and what it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page

from tests.support.browser import SCRIPTS, Browser
from tests.support.webview import COMPUTER

AXE = SCRIPTS[-1]
BLOCKED = "Blocked script execution in 'about:srcdoc'"
PATIENCE = 10_000  # milliseconds


@dataclass
class Viewer:
    """The page, opened.

    Attributes:
        page: the page.
        console: the errors that it writes to its console, or does not catch.
        requests: what it asks for beyond its own address.
    """

    page: Page
    address: str
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    @classmethod
    def opened(
        cls, browser: Browser, address: str, width: int = COMPUTER, dark: bool = False
    ) -> Viewer:
        """Open the page, and wait for its first card."""
        viewer = cls(browser.blank(width, dark), address)
        viewer.page.set_default_timeout(PATIENCE)
        viewer.page.on("console", lambda said: viewer._said(said.type, said.text))
        viewer.page.on("pageerror", lambda error: viewer.console.append(f"{error}"))
        viewer.page.on("popup", lambda popup: viewer.requests.append(popup.url))
        viewer.page.on("request", lambda request: viewer._asked(request.url))
        viewer.page.add_init_script(path=AXE)
        viewer.page.goto(address)
        viewer.card.locator(".ask").wait_for(state="attached")
        return viewer

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
