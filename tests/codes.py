"""The pages of the codes of `deckbuilder check`: `python -m tests.codes docs/codes` writes them."""

from __future__ import annotations

import sys
from pathlib import Path

from deckbuilder import language
from deckbuilder.lint import KNOWN
from deckbuilder.lint.pages import page

FOLDER = Path(__file__).parent.parent / "docs" / "codes"
MADE = "<!-- written by `make docs`; what it says stands in deckbuilder/lint -->\n\n"


def pages() -> dict[str, str]:
    """The files by their names, each page in Korean and in English; and their contents."""
    found = {f"{name}.md": MADE + "\n\n---\n\n".join(_spoken(name)) + "\n" for name in KNOWN}
    rows = (f"- [{code.name}]({code.name}.md): {code.said}" for code in KNOWN.values())
    return {"README.md": MADE + "\n".join(("# deckbuilder check", "", *rows, ""))} | found


def _spoken(name: str) -> list[str]:
    said: list[str] = []
    for spoken in language.LANGUAGES:
        language.use(spoken)
        said.append(page(name))
    language.use("en")
    return list(dict.fromkeys(said))  # what is not translated is said once


def main(folder: Path) -> None:
    """Write all pages, and take away those of codes that are gone."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for file in folder.glob("*.md"):
        if file.name not in written:
            file.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)
