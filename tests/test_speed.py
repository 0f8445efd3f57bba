"""What costs no more than it has to: counted in what is done, never in seconds."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import notes
from deckbuilder import api
from deckbuilder.api.plan import plan
from deckbuilder.cache import VARIABLE
from deckbuilder.cli.commands import COMMANDS
from deckbuilder.korean import aloud, definitions, endings, phrases, traits
from deckbuilder.korean.aloud import spelling
from deckbuilder.model import Lock
from deckbuilder.outline import outline
from tests.strategies import document
from tests.support.command import MODULE, Desk
from tests.support.notes import GARDEN
from tests.support.project import MONDAY

IMPORTS = (sys.executable, "-X", "importtime", *MODULE[1:])
# All that knows what notes are written in, and what reads and shows it.
READING = ("cards", "extract", "korean", "markdown", "outline", "render")


def imported(desk: Desk, *arguments: str) -> set[str]:
    """The modules that a command imports."""
    done = desk.run(*arguments, program=IMPORTS)
    assert done.code == 0, done.said
    return {line.rsplit("|", 1)[-1].strip() for line in done.err.splitlines()}


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_what_reads_no_notes_imports_nothing_that_does(desk: Desk, asked: str) -> None:
    found = imported(desk, asked)
    assert "deckbuilder.cli" in found
    assert not found & {"deckbuilder.api", "deckbuilder.model", "pydantic", "markdown_it"}


def test_what_has_not_changed_is_built_without_all_that_reads(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "memory"))
    desk.put("deckbuilder.toml", 'output = "정원.apkg"\n')
    for name, text in GARDEN.items():
        desk.put(f"notes/{name}", text)
    rooms = {f"deckbuilder.{room}" for room in READING}
    libraries = {"markdown_it", "nh3"}
    first = imported(desk, "build")
    assert rooms | libraries <= first
    assert "pygments" not in first  # there is no code
    others = {"deckbuilder.lock.reading", "deckbuilder.lock.writing", "genanki", "pydantic"}
    assert not (rooms | libraries | others) & imported(desk, "build")
    name, text = next(iter(GARDEN.items()))
    code = "```python\ngrow()\n```\n"
    desk.put(f"notes/{name}", f"{text}\n### 덩굴손\n다른 것을 감는 줄기이다.\n\n{code}")
    assert rooms | libraries | {"pygments"} <= imported(desk, "build")


def test_the_list_of_commands_says_what_they_say_themselves(desk: Desk) -> None:
    for name, said in COMMANDS.items():
        assert said in desk.run(name, "--help").out.split("\n\n")[1]


def planned(file: Path) -> None:
    plan([file], options=api.Options(), lock=Lock(), now=MONDAY)


def steps(file: Path, text: str, act: Callable[[Path], object] = planned) -> int:
    """How many functions are called to plan a deck from this note, or for another act."""
    file.write_text(text, encoding="utf-8")
    return counted(file, act)


def counted(file: Path, act: Callable[[Path], object] = planned) -> int:
    """How many functions are called to plan a deck from what lies there, or for another act."""
    count = 0

    def called(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(called)
    try:
        act(file)
    finally:
        sys.setprofile(None)
    return count


def test_nothing_that_is_made_of_notes_is_left_to_the_garbage_collector(tmp_path: Path) -> None:
    """The command has none at work."""
    notes.write(tmp_path, 60, 3)
    planned(tmp_path)  # what is made once
    gc.collect()
    gc.disable()
    try:
        planned(tmp_path)
        assert gc.collect() < 50
    finally:
        gc.enable()


def numbered(line: str, separator: str = "\n", head: str = "") -> Callable[[int], str]:
    """So many of a line, each with its number, behind what heads them."""
    return lambda size: (
        f"# 말\n\n{head}" + separator.join(line.format(n) for n in range(size)) + "\n"
    )


def repeated(piece: str) -> Callable[[int], str]:
    """So many of a piece in one line."""
    return lambda size: f"# 말\n\n## 강물\n{piece * size}\n"


@pytest.mark.parametrize(
    "note",
    [
        repeated("$a$ "),
        repeated("*a**b"),
        repeated("==a "),
        repeated("은 는 "),
        numbered("**말{0}**", " "),
        numbered("**말{0}**은 강가에 사는 새 {0}이다.", " "),
        numbered("## 말{0}\n물가에 사는 {0}번째 새이다.[^{0}]\n\n[^{0}]: {0}번째 각주이다.\n"),
        numbered("## 강물\n물가에 사는 새 가운데 {0}번째 것이다.\n"),
        numbered("- 강물: 물가에 사는 새 가운데 {0}번째 것이다."),
    ],
)
def test_twice_as_much_takes_about_twice_the_steps(
    tmp_path: Path, note: Callable[[int], str]
) -> None:
    file = tmp_path / "말.md"
    steps(file, note(50))  # what is made once
    few, many = steps(file, note(100)), steps(file, note(200))
    assert many < 2.5 * few  # four times as many, where each is looked at for each


def test_a_table_twice_as_long_takes_about_twice_the_steps(tmp_path: Path) -> None:
    """Its lines are so cheap that few of them do not tell."""
    head = "| 이름 | 뜻 |\n|---|---|\n"
    file, note = tmp_path / "말.md", numbered("| 말{0} | 물가에 사는 새 {0}이다. |", head=head)
    few, many = steps(file, note(400)), steps(file, note(800))
    assert many < 2.5 * few


def spent(file: Path, text: str) -> float:
    """How long the processor is at work to plan a deck from this note."""
    file.write_text(text, encoding="utf-8")
    return at_work(lambda: planned(file))


def at_work(act: Callable[[], object]) -> float:
    """How long the processor is at work on something: the least of three times."""
    taken = []
    for _ in range(3):
        began = time.process_time()
        act()
        taken.append(time.process_time() - began)
    return min(taken)


@pytest.mark.parametrize(
    "line",
    [
        ("## ", "(가) ", "\n물가에 사는 새이다."),
        ("물", "왜 ", "물가?"),
        ("## ", "두 가지 ", "물새\n물가에 사는 새이다."),
        ("**물**은 ", "어떻게", "일까"),
        ("- **", "…", "물**: 물가에 있다."),
        ("", "<!--", ""),
        ("## ", r"\(\ ", "?\n물가에 사는 새이다."),
    ],
)
def test_a_line_sixteen_times_as_long_takes_no_square_of_the_time(
    tmp_path: Path, line: tuple[str, str, str]
) -> None:
    """What expressions do is no step. A ratio of two times, not a time: 16, or else up to 256.

    What was a square passed 60 at such lengths, and a busy machine has made 25 of 16.
    """
    file, (begins, piece, ends) = tmp_path / "말.md", line

    def long(letters: int) -> str:
        return f"# 말\n\n## 강물\n\n{begins}{piece * (letters // len(piece))}{ends}\n"

    spent(file, long(100))  # what is made once
    few, many = spent(file, long(2_000)), spent(file, long(32_000))
    assert many < 48 * few


def test_sixteen_times_as_many_things_in_a_paragraph_take_no_square_of_the_time(
    tmp_path: Path,
) -> None:
    """Likewise: which of them a line tells apart is found once; it passed 60 for each two."""
    file, note = tmp_path / "말.md", numbered("물새{0}란 물가에 사는 {0}번째 새이다.", " ")
    spent(file, note(50))  # what is made once
    few, many = spent(file, note(100)), spent(file, note(1_600))
    assert many < 48 * few


@pytest.mark.parametrize(
    ("act", "line"),
    [
        (phrases.asks, ("물은 ", "왜 ", '물"')),
        (phrases.without_lead, ("물", ":", "가:")),
        (endings.is_ended.__wrapped__, ("", "물에서 ", "물.")),
        (traits.is_praised, ("", "물에서 ", "매우 중요한 것이다")),
        (definitions.genus, ("물", " ", "가")),
        (spelling.spelt, ("물", "²", "가")),
        (aloud.ending, ("물", "]", "")),
    ],
)
def test_what_is_asked_of_a_line_takes_no_square_of_the_time(
    act: Callable[[str], object], line: tuple[str, str, str]
) -> None:
    """Likewise, where few notes have a line that comes to be asked."""
    begins, piece, ends = line
    few, many = (f"{begins}{piece * (letters // len(piece))}{ends}" for letters in (8_000, 128_000))
    act(few)
    assert at_work(lambda: act(many)) < 48 * at_work(lambda: act(few))


def test_twice_as_much_takes_about_twice_the_steps_to_explain(tmp_path: Path) -> None:
    file, note = tmp_path / "말.md", numbered("## 말{0}\n물가에 사는 {0}번째 새이다.")
    steps(file, note(50), api.explain_notes)
    few, many = (steps(file, note(size), api.explain_notes) for size in (100, 200))
    assert many < 2.5 * few


# A term of the benchmarks' notes takes about 3,350. What makes it more asks something twice.
STEPS_OF_A_TERM = 3_500


def test_a_term_takes_so_many_steps(tmp_path: Path) -> None:
    def taken(terms: int, first: int) -> int:
        folder = tmp_path / str(terms)
        notes.write(folder, terms, 1, called=lambda number: notes.term(number + first), seed=first)
        return counted(folder)

    taken(400, 5_000)  # what is made once: expressions, too
    few, many = taken(100, 1_000), taken(300, 2_000)
    assert many - few < 200 * STEPS_OF_A_TERM


@pytest.mark.parametrize("end", ["배가 {at}척 닿는다.", "### 배 {at}척"])
def test_notes_that_begin_alike_are_told_apart_by_their_hash(end: str) -> None:
    """Thousands of them once had one hash, and each was compared with all of the others."""
    same = "# 나루\n\n## 뜻\n\n물가에 있다.\n\n## 쓰임\n\n"
    roots = [outline(document(f"{same}{end.format(at=at)}\n")).root for at in range(50)]
    assert len({hash(root) for root in roots}) == len(roots)
    assert len({hash(root.children[0]) for root in roots}) == len(roots)
