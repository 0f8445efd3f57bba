"""The HTML and CSS of the note types, which lie beside this file."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def read(name: str) -> str:
    """The text of a file, by its path from here."""
    return files(__package__).joinpath(name).read_text(encoding="utf-8").strip()
