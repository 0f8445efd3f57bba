"""Anki's note types of the project: ids, fields, templates. The HTML and CSS lie beside this file.

The ids are fixed: Anki knows a note type, a field and a template by them, and a student's
collection keeps what it has learned under them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type with one template; `fields` are its Korean names, the sort field first."""

    key: str
    id: int
    name: str
    fields: tuple[str, ...]
    template: str

    def field_id(self, at: int) -> int:
        """The id of the field at this position (0-based)."""
        return self.id * 100 + at

    @property
    def template_id(self) -> int:
        """The id of the template."""
        return self.id * 100 + 99

    @property
    def front(self) -> str:
        """The template's front, HTML."""
        return _read(f"{self.key}.front.html")

    @property
    def back(self) -> str:
        """The template's back, HTML."""
        return _read(f"{self.key}.back.html")


NOTE_TYPES = (
    NoteType(
        "definition",
        1_763_900_001,
        "deckbuilder 정의",
        ("용어", "자리", "정의", "다른 이름"),
        "용어 → 정의",
    ),
    NoteType(
        "enumeration",
        1_763_900_002,
        "deckbuilder 목록",
        ("주제", "자리", "개수", "항목"),
        "주제 → 항목",
    ),
    NoteType(
        "comparison",
        1_763_900_003,
        "deckbuilder 비교",
        ("주제", "자리", "대상", "비교"),
        "주제 → 비교",
    ),
    NoteType("question", 1_763_900_004, "deckbuilder 질문", ("질문", "자리", "답"), "질문 → 답"),
)


def css() -> str:
    """The style that all note types share."""
    return _read("style.css")


@cache
def _read(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8").strip()
