"""Pictures of every card of the gallery:  python -m tests.gallery FOLDER

Both sides of each card on a phone and on a computer, by day and by night, and `index.html` to look
at them all. `--docs` also makes the pictures that the README shows.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from tests.gallery import decks
from tests.support.browser import Browser, launched, program
from tests.support.command import ROOT
from tests.support.sides import Side, sides_of
from tests.support.survey import VIEWS
from tests.support.webview import PHONE

PAGE = """<!doctype html>
<meta charset="utf-8">
<title>전시장</title>
<style>
body {{ font-family: sans-serif; background: #777; }}
section {{ display: flex; gap: 1rem; align-items: start; margin-bottom: 2rem; }}
h2 {{ color: #fff; font-size: 1rem; }}
img {{ max-width: 40rem; }}
</style>
{sections}
"""
# The pictures that the README shows: what the note asks for, the card's template, side and view.
DOCS = {
    ("세마포어", 0, "back", PHONE, True): "definition.png",
    ("김장 순서", 2, "back", PHONE, True): "item.png",
    ("가상머신과 컨테이너의 차이", 0, "back", PHONE, False): "comparison.png",
    ("재귀 함수는 어떻게 끝날까?", 0, "back", PHONE, False): "question.png",
}
DOCS_FOLDER = ROOT / "docs" / "images"


def main(arguments: Sequence[str]) -> None:
    """Make the pictures; the arguments are a folder, and perhaps `--docs`."""
    folder = Path(next(word for word in arguments if not word.startswith("-")))
    docs = DOCS_FOLDER if "--docs" in arguments else None
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as made, launched(program()) as browser:
        shown = [
            section
            for config in decks.CONFIGS
            for section in _taken(config, Path(made, "deck.apkg"), browser, folder, docs)
        ]
    index = folder / "index.html"
    index.write_text(PAGE.format(sections="\n".join(shown)), encoding="utf-8")
    print(f"{len(shown)} sides of cards, in {len(VIEWS)} views each: {index}")


def _taken(
    config: str, deck: Path, browser: Browser, folder: Path, docs: Path | None
) -> Iterator[str]:
    """Take the pictures of a deck; the HTML that shows them, a piece for each side."""
    decks.build(config, deck)
    with sides_of(deck) as cards:
        for number, side in enumerate(cards.sides):
            files = []
            for width, dark in VIEWS:
                file = _name(config, number, side, width, dark)
                shown = browser.show(
                    side.html, media=cards.media, width=width, dark=dark, ordinal=side.ordinal
                )
                shown.screenshot(folder / file)
                files.append(file)
                view = (side.name, side.ordinal, side.face, width, dark)
                if docs and view in DOCS:
                    shown.screenshot(docs / DOCS[view])
            pictures = "".join(f'<img src="{escape(file)}" alt="">' for file in files)
            yield f"<h2>{escape(str(side))}</h2><section>{pictures}</section>"


def _name(config: str, number: int, side: Side, width: int, dark: bool) -> str:
    theme = "dark" if dark else "light"
    return f"{Path(config).stem}-{number:03}-{side.face}-{width}-{theme}.png"


if __name__ == "__main__":
    main(sys.argv[1:])
