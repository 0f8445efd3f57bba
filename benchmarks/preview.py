"""How long the page of the preview takes with 5,000 cards, as a ratio to an empty page.

python -m benchmarks.preview

Usable is: the first card is shown, a search has been typed, and its first card is turned over.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from deckbuilder.preview.page import page
from deckbuilder.preview.words import words
from tests.support.browser import Browser, launched, program

CARDS = 5_000
TIMES = 5
MOST = 2.0  # seconds
EMPTY = "<!doctype html><title>-</title><p>-"
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


def main() -> None:
    """Print how long both take, and fail where the page takes too long."""
    with TemporaryDirectory() as folder, launched(program()) as browser:
        files = [Path(folder, name) for name in ("empty.html", "page.html")]
        files[0].write_text(EMPTY, encoding="utf-8")
        files[1].write_text(page(_data(CARDS)), encoding="utf-8")
        empty, full = (
            statistics.median(_taken(browser, file, use) for _ in range(TIMES))
            for file, use in zip(files, (lambda _: None, _use), strict=True)
        )
    size = f"{len(page(_data(CARDS)).encode()) / 1e6:.1f} MB"
    print(
        f"{CARDS:,} cards, {size}: {full:.2f} s, {full / empty:.1f} × an empty page ({empty:.2f} s)"
    )
    if full > MOST:
        raise SystemExit(f"more than {MOST} s")


def _taken(browser: Browser, file: Path, use: Callable[[Page], None]) -> float:
    shown = browser.blank(1280, dark=False)
    begun = time.perf_counter()
    shown.goto(file.as_uri())
    use(shown)
    shown.evaluate(PAINTED)
    taken = time.perf_counter() - begun
    shown.context.close()
    return taken


def _use(shown: Page) -> None:
    shown.keyboard.press("/")
    shown.keyboard.insert_text("용어 4999")
    shown.keyboard.press("Escape")
    shown.keyboard.press(" ")
    shown.frame_locator("#frame").locator("#answer").wait_for(state="attached")


def _data(number: int) -> dict[str, object]:
    """What the page shows of so many cards, each of the usual size."""
    cards = [_card(at) for at in range(number)]
    lines = [f"## 용어 {at}\n\n{'설명하는 말을 여러 마디 적는다. ' * 4}" for at in range(100)]
    notes = [
        {"path": f"notes/{at}.md", "lines": "\n".join(lines).split("\n"), "remarks": []}
        for at in range(number // 100)
    ]
    return {
        "title": "덱",
        "words": words(),
        "css": "",
        "media": {},
        "proposals": [],
        "cards": cards,
        "notes": notes,
        "diagnostics": [],
        "changes": [],
    }


def _card(at: int) -> dict[str, object]:
    answer = "<ul>" + "<li>항목마다 설명하는 말을 여러 마디 적는다.</li>" * 5 + "</ul>"
    return {
        "title": f"용어 {at}란 무엇인가요?",
        "name": f"용어 {at}",
        "front": f'<article lang="ko"><div class="ask">용어 {at}란 무엇인가요?</div></article>',
        "back": f'<hr id="answer"><article><div class="answer">{answer}</div></article>',
        "joined": True,
        "ordinal": 1,
        "type": "definition",
        "kind": "definition",
        "deck": f"덱::장 {at // 100}",
        "tags": [f"장_{at // 100}"],
        "path": f"notes/{at // 100}.md",
        "line": at % 100 * 3 + 1,
        "lines": [[at % 100 * 3 + 1, at % 100 * 3 + 3]],
        "offered": False,
        "changed": "",
        "guid": str(at),
    }


if __name__ == "__main__":
    main()
