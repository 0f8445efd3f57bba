"""Notes that somebody keeps for a year, as a model: what is known, and where it is written.

    notebook = Notebook.begun()
    files = notebook.files()             # Markdown, as a project holds it

What is known has a number that no edit changes: that of a unit, and of each of its parts. Words are
made up, and never used twice, so that two units have nothing in common but by an edit.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tests.support.student import Ask

SYLLABLES = (
    "갈 감 걸 곰 굴 김 날 남 늘 단 달 담 덤 돌 둘 들 말 멸 몰 물 밀 발 벌 볼 불 빌 살 섬 솔 술 실 "
    "쌀 알 옥 울 잔 잘 절 졸 줄 찰 철 촐 칼 콜 탈 털 톨 틀 팔 펄 폴 풀 할 헐 홀 활"
).split()
SETTINGS = 'title = "공책"\nsources = ["notes"]\noutput = "공책.apkg"\n[cards]\nitems = "all"\n'


class Known(NamedTuple):
    """What a card asks for: the number of the unit, of its part, and which side is asked."""

    unit: int
    part: int
    side: str


@dataclass
class Part:
    """An item of a list; or a member of a comparison, with what describes it."""

    number: int
    name: str
    body: str = ""


@dataclass
class Unit:
    """A definition, a list or a comparison."""

    number: int
    kind: str
    word: str
    body: str = ""
    parts: list[Part] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What its note is about."""
        return {"list": f"{self.word}의 특징", "comparison": f"{self.word}의 종류"}.get(
            self.kind, self.word
        )

    def markdown(self) -> str:
        """How it is written."""
        rows = [
            f"- {part.name}: {part.body}" if part.body else f"- {part.name}" for part in self.parts
        ]
        return "\n".join([f"### {self.name}", *filter(None, [self.body]), *rows, ""])

    def asks(self) -> Iterator[tuple[Known, Ask]]:
        """What its cards ask."""
        if self.kind == "definition":
            yield Known(self.number, 0, "term"), Ask("definition term", self.name)
            yield Known(self.number, 0, "reverse"), Ask("definition reverse", self.name)
        elif self.kind == "list":
            yield Known(self.number, 0, "topic"), Ask("enumeration topic", self.name)
            for part in self.parts:
                ask = Ask("cloze item", self.name, part.name)
                yield Known(self.number, part.number, "item"), ask
        else:
            yield Known(self.number, 0, "topic"), Ask("comparison topic", self.name)
            for part in self.parts:
                ask = Ask("comparison contrast", self.name, part.name)
                yield Known(self.number, part.number, "contrast"), ask
                # Back from the description asks the contrast card.
                yield Known(self.number, part.number, "term"), Ask("definition term", part.name)

    def answers(self) -> dict[tuple[str, str], str]:
        """What the answers of its notes say, by the note's type and name."""
        if self.kind == "definition":
            return {("definition", self.name): self.body}
        names = " ".join(part.name for part in self.parts)
        if self.kind == "list":
            return {("enumeration", self.name): names, ("cloze", self.name): names}
        sides = " ".join(f"{part.name} {part.body}" for part in self.parts)
        return {("comparison", self.name): sides} | {
            ("definition", part.name): part.body for part in self.parts
        }


@dataclass
class Section:
    """A heading, and the units below it."""

    title: str
    units: list[Unit] = field(default_factory=list)


@dataclass
class File:
    """A file of notes; `name` has its folder."""

    name: str
    sections: list[Section]


def _words() -> Iterator[str]:
    """Words of three syllables that mean nothing, each once."""
    chosen = random.Random(1)
    used: set[str] = set()
    while True:
        word = "".join(chosen.choices(SYLLABLES, k=3))
        if word not in used:
            used.add(word)
            yield word


@dataclass
class Notebook:
    """All that is written, and what was crossed out."""

    written: list[File] = field(default_factory=list)
    crossed_out: list[Unit] = field(default_factory=list)
    words: Iterator[str] = field(default_factory=_words)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    @staticmethod
    def begun() -> Notebook:
        """Two files in two folders with a unit of each kind in them."""
        notebook = Notebook()
        for folder in ("", "둘째/"):
            file = notebook.new_file(folder)
            for kinds in (("definition", "list", "definition"), ("comparison", "definition")):
                section = notebook.new_section()
                section.units += [notebook.new_unit(kind) for kind in kinds]
                file.sections.append(section)
            notebook.written.append(file)
        return notebook

    def files(self) -> dict[str, str | bytes]:
        """The files of the project."""
        written: dict[str, str | bytes] = {"deckbuilder.toml": SETTINGS}
        for file in self.written:
            if any(section.units for section in file.sections):
                title = f"# {file.name.rpartition('/')[2]}\n"
                written[f"notes/{file.name}.md"] = "\n".join([title, *map(_section, file.sections)])
        return written

    def sections(self) -> list[Section]:
        """All sections."""
        return [section for file in self.written for section in file.sections]

    def units(self) -> list[Unit]:
        """All units that are written."""
        return [unit for section in self.sections() for unit in section.units]

    def new_file(self, folder: str = "") -> File:
        return File(f"{folder}{next(self.words)}", [])

    def new_section(self) -> Section:
        return Section(f"{next(self.numbers)}장")

    def new_unit(self, kind: str) -> Unit:
        unit = Unit(next(self.numbers), kind, next(self.words))
        if kind == "definition":
            unit.body = self.sentence()
        else:
            unit.parts = [self.new_part(kind) for _ in range(6 if kind == "list" else 3)]
        return unit

    def new_part(self, kind: str) -> Part:
        number = next(self.numbers)
        if kind == "list":
            return Part(number, f"{next(self.words)} {next(self.words)}")
        return Part(number, next(self.words), self.sentence())

    def sentence(self) -> str:
        return f"{' '.join(itertools.islice(self.words, 5))}이다."


def _section(section: Section) -> str:
    return "\n".join([f"## {section.title}\n", *(unit.markdown() for unit in section.units)])
