"""What is measured, and how much it may take: the promises of docs/scaling.md."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import notes, rival, serving
from benchmarks.measuring import Group, Side, run

ROOT = Path(__file__).parents[1]
OURS = (sys.executable, "-m", "deckbuilder")
SETTINGS = 'title = "용어"\nsources = ["notes"]\noutput = "용어.apkg"\n'
# Of a group that takes minutes, fewer rounds.
FEW = 2


@dataclass(frozen=True)
class Bench:
    """Where notes and decks lie, and how much is measured."""

    folder: Path
    rival: Path
    """Where the environment of markdown-anki-decks lies, or is to."""
    rounds: int
    quick: bool

    @property
    def terms(self) -> int:
        """Of the notes that most is measured with."""
        return 1_000 if self.quick else 10_000

    @property
    def environment(self) -> dict[str, str]:
        """The cache, which these builds share with no others, and where the code lies.

        It is compiled once, as that of an installed package is, whatever is set otherwise.
        """
        return {
            "DECKBUILDER_CACHE": str(self.cache),
            "PYTHONPATH": str(ROOT),
            "PYTHONDONTWRITEBYTECODE": "",
        }

    @property
    def cache(self) -> Path:
        """The folder of the cache."""
        return self.folder / "cache"

    def forget(self) -> None:
        """Take away what builds have kept."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def notes(self, terms: int, files: int) -> Path:
        """The folder of notes of so many terms, written where they are not there yet."""
        folder = self.folder / f"{terms}-{files}"
        if not folder.exists():
            notes.write(folder, terms, files)
        return folder

    def built(self, folder: Path) -> list[str | Path]:
        """The command that builds a deck of these notes, in one process."""
        return self.built_by(1, folder)

    def built_by(self, jobs: int, folder: Path) -> list[str | Path]:
        """The same, where so many processes may read notes."""
        deck = self.folder / "ours.apkg"
        return [*OURS, "build", folder, "-q", "-o", deck, "--jobs", str(jobs)]

    def floor(self, folder: Path, terms: int) -> list[str | Path]:
        """The command that does what no program can do without."""
        deck = self.folder / "floor.apkg"
        return [sys.executable, "-m", "benchmarks.floor", folder, deck, str(terms)]

    def group(self, title: str, *sides: Side, rounds: int = 0) -> Group:
        """Sides with the usual rounds."""
        return Group(title, sides, rounds or self.rounds, self.folder, self.environment)


def start(bench: Bench) -> Group:
    """The command itself."""
    click = [sys.executable, "-c", "import click"]
    return bench.group(
        "Start",
        Side("import click", click),
        Side("--version", [*OURS, "--version"], base="import click", most=2.5),
        Side("--help", [*OURS, "--help"], base="import click", most=2.5),
    )


def sizes(bench: Bench) -> Iterator[Group]:
    """Notes of every size, in one file."""
    terms = (100, 1_000) if bench.quick else (1_000, 10_000)
    sides: list[Side] = []
    for size in terms:
        folder = bench.notes(size, 1)
        floor = f"floor of {size:,}"
        sides.append(Side(floor, bench.floor(folder, size)))
        most = 6 if size == 10_000 else None
        sides.append(
            Side(f"{size:,} terms", bench.built(folder), bench.forget, base=floor, most=most)
        )
    yield bench.group("Cold, in one file", *sides)
    if not bench.quick:
        ten, hundred = (bench.built(bench.notes(size, 100)) for size in (10_000, 100_000))
        yield bench.group(
            "Ten times as many, in a hundred files",
            Side("10,000 terms", ten, bench.forget),
            Side("100,000 terms", hundred, bench.forget, base="10,000 terms", most=11),
            rounds=FEW,
        )


def again(bench: Bench) -> Group:
    """The same notes in more files; built again without change, and with one file changed."""
    hundred = bench.notes(bench.terms, 100)
    many = bench.notes(bench.terms, bench.terms // 3)
    changing = sorted(hundred.rglob("*.md"))[50]

    def change() -> None:
        with changing.open("a", encoding="utf-8") as file:
            file.write("\n다시 읽을 것이 한 줄 있다.\n")

    build = bench.built(hundred)
    return bench.group(
        f"{bench.terms:,} terms in files",
        Side("a hundred files", build, bench.forget),
        Side("unchanged", build, base="a hundred files", most=0.15),
        Side("one file changed", build, change, base="a hundred files", most=0.25),
        Side(
            "as many as terms/3", bench.built(many), bench.forget, base="a hundred files", most=1.3
        ),
    )


def written(bench: Bench) -> Group:
    """What its author waits for: the notes of a project checked, and a save in its preview."""
    terms = 300 if bench.quick else 3_000  # of 5,000 cards
    project = bench.folder / "served"
    config: list[str | Path] = ["--config", project / "deckbuilder.toml", "--jobs", "1"]
    check: list[str | Path] = [*OURS, "check", *config]
    serve: list[str | Path] = [*OURS, "preview", "--serve", *config]
    # What is kept for a build is forgotten each time, and what is kept for the preview is not.
    kept = bench.environment | {"DECKBUILDER_CACHE": str(bench.folder / "kept")}
    notes.write(project / "notes", terms, terms // 30)
    (project / "deckbuilder.toml").write_text(SETTINGS, encoding="utf-8")
    changing = sorted((project / "notes").rglob("*.md"))[terms // 60]
    serving.session(serve, kept, bench.folder, changing)
    return bench.group(
        f"{terms * 5 // 3:,} cards while they are written",
        Side("cold", [*OURS, "build", "-q", *config], bench.forget),
        Side("check", check, bench.forget, base="cold", most=1.2),
        Side("check, unchanged", check, base="cold", most=0.3),
        Side(
            "a save, served",
            serve,
            base="cold",
            most=None if bench.quick else 0.1,
            waited=True,
            measure=partial(serving.save, serve, kept, bench.folder, changing),
        ),
    )


def several(bench: Bench) -> Group:
    """The same notes, read by several processes: what that adds of computing. Look at the wall."""
    folder = bench.notes(bench.terms, 100)
    sides = {jobs: f"cold, {jobs} workers" for jobs in (2, 3, 4)}
    return bench.group(
        f"{bench.terms:,} terms, several files at once",
        Side("cold, alone", bench.built(folder), bench.forget),
        *(
            Side(name, bench.built_by(jobs, folder), bench.forget, base="cold, alone", most=1.3)
            for jobs, name in sides.items()
        ),
    )


def matching(bench: Bench) -> Group:
    """Notes of which all have other names, or are other notes, than in the last release."""
    terms = bench.terms
    project = bench.folder / "project"
    renamed = partial(_renamed, terms=terms)
    kinds: dict[str, Callable[[Path], None]] = {
        "the same": partial(notes.write, terms=terms, files=100),
        "all renamed": partial(notes.write, terms=terms, files=100, called=renamed),
        "all replaced": partial(notes.write, terms=terms, files=100, seed=1, called=renamed),
    }
    command: list[str | Path] = [*OURS, "build", "-q", "--config", project / "deckbuilder.toml"]

    def begin(write: Callable[[Path], None]) -> None:
        if not (project / "처음.lock").exists():
            project.mkdir()
            (project / "deckbuilder.toml").write_text(SETTINGS, encoding="utf-8")
            kinds["the same"](project / "notes")
            run(command, bench.environment, bench.folder)
            shutil.copy(project / "deckbuilder.lock", project / "처음.lock")
        shutil.rmtree(project / "notes")
        write(project / "notes")
        shutil.copy(project / "처음.lock", project / "deckbuilder.lock")
        bench.forget()

    return bench.group(
        f"{terms:,} terms against the last release",
        *(
            Side(
                name,
                command,
                partial(begin, write),
                base="the same" if name != "the same" else "",
                most=1.5 if name != "the same" else None,
            )
            for name, write in kinds.items()
        ),
    )


def _renamed(number: int, terms: int) -> str:
    return notes.term(number + 2 * terms)


def rivals(bench: Bench) -> Group:
    """Notes in the form of markdown-anki-decks, which makes half as many cards of them."""
    folder = bench.folder / "questions"
    if not folder.exists():
        notes.write_questions(folder, 1_000)
    theirs = "markdown-anki-decks"
    program = rival.program(bench.rival)
    out = bench.folder / "theirs"
    out.mkdir(exist_ok=True)
    build = bench.built(folder)
    return bench.group(
        "1,000 questions and answers",
        Side(theirs, [program, folder, out]),
        Side("deckbuilder", build, bench.forget, base=theirs, most=1.5),
        Side("unchanged", build, base=theirs, most=1),
    )


def groups(bench: Bench) -> Iterator[Group]:
    """All of them, the quickest first."""
    yield start(bench)
    yield rivals(bench)
    yield again(bench)
    yield written(bench)
    yield several(bench)
    yield matching(bench)
    yield from sizes(bench)
