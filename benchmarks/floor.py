"""What no program in Python can do without: imports, a parse of all notes, a deck of as many notes.

python -m benchmarks.floor NOTES DECK NUMBER
"""

from __future__ import annotations

import sys
from pathlib import Path

import genanki
from markdown_it import MarkdownIt


def main(notes: str, deck: str, number: int) -> None:
    """Parse the notes as CommonMark with tables, and pack so many notes of one card."""
    parser = MarkdownIt("commonmark").enable("table")
    for file in sorted(Path(notes).rglob("*.md")):
        parser.parse(file.read_text(encoding="utf-8"))
    model = genanki.Model(
        1_000_000_001,
        "floor",
        fields=[{"name": "front"}, {"name": "back"}],
        templates=[{"name": "card", "qfmt": "{{front}}", "afmt": "{{back}}"}],
    )
    packed = genanki.Deck(1_000_000_002, "floor")
    for at in range(number):
        packed.add_note(genanki.Note(model, [f"{at} 용어", f"{at} 뜻"]))
    genanki.Package(packed).write_to_file(deck)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
