"""A fault of deckbuilder's own while it reads one note: said of that note, the rest is checked."""

from __future__ import annotations

from contextlib import chdir
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuilder import api, media, sources
from deckbuilder.cli import main
from tests.support.command import Desk, Outcome
from tests.support.notes import LEAF

EARLIER = b"the deck of an earlier build"
reading = import_module("deckbuilder.api.reading")
# The steps, each where it is called, and what the step is called.
STEPS = {
    "sources": (sources, "read"),
    "outline": (reading, "outline"),
    "extract": (reading, "extract"),
    "media": (media, "find"),
    "cards": (reading, "asked"),
}
SAID = ("that is a fault of deckbuilder", "report it", "--debug")


class OddError(Exception):
    pass


def here(desk: Desk, *arguments: str) -> Outcome:
    """The command in this process, where a step can be made to fail."""
    with chdir(desk.folder):
        done = CliRunner().invoke(main, arguments)
    assert isinstance(done.exception, SystemExit | None), done.exception
    return Outcome(done.exit_code, done.stdout, done.stderr)


def fails(monkeypatch: pytest.MonkeyPatch, step: str, error: Exception) -> None:
    """Let a step fail on the note of that name."""
    module, name = STEPS[step]
    works = getattr(module, name)

    def on_one(*arguments: object, **named: object) -> object:
        if any("나쁜" in str(argument) for argument in arguments):
            raise error
        return works(*arguments, **named)

    monkeypatch.setattr(module, name, on_one)


@pytest.fixture
def notes(desk: Desk) -> Desk:
    """A note that works, one with something to say about it, and one on which a step will fail."""
    desk.put("공책/나쁜.md", LEAF.replace("# 잎", "# 나쁜 잎"))
    desk.put("공책/나중.md", f"{LEAF}![](없음.png)\n".replace("잎", "꽃"))
    desk.put("공책/잎.md", LEAF)
    desk.put("덱.apkg", EARLIER)
    return desk


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_is_said_of_its_note(
    notes: Desk, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    fails(monkeypatch, step, OddError("was nun?"))
    outcome = here(notes, "build", "공책", "-o", "덱.apkg")
    assert outcome.code == 1
    whole = (
        f"공책/나쁜.md: deckbuilder itself fails on this note, in the step '{step}': OddError: was"
    )
    assert outcome.err.count(whole) == 1
    assert all(part in outcome.err for part in SAID)
    assert "나중.md" in outcome.err
    assert "없음.png" in outcome.err
    assert "No deck was written." in outcome.err
    assert "Traceback" not in outcome.said
    assert (notes.folder / "덱.apkg").read_bytes() == EARLIER


@pytest.mark.parametrize("command", ["build", "diff", "explain"])
def test_debug_shows_where(notes: Desk, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    notes.put("deckbuilder.toml", 'sources = ["공책"]\n')
    notes.build("공책/나쁜.md", "-o", "옛덱.apkg")
    arguments = {"explain": ("공책/나쁜.md",), "diff": ("옛덱.apkg",)}.get(command, ())
    fails(monkeypatch, "extract", OddError("was nun?"))
    for debug in (True, False):
        outcome = here(notes, command, *["--debug"] * debug, *arguments)
        assert outcome.code == 1
        assert "공책/나쁜.md: deckbuilder itself fails" in outcome.err
        assert ("Traceback (most recent call last)" in outcome.err) == debug
        assert ("in on_one" in outcome.err) == debug


def test_debug_of_a_sound_note_says_nothing_more(desk: Desk) -> None:
    desk.put("잎.md", LEAF)
    plain, debug = desk.build("잎.md"), desk.build("잎.md", "--debug")
    assert (debug.code, debug.out, debug.err) == (plain.code, plain.out, plain.err)


def test_a_recursion_is_caught_and_told_in_short(
    notes: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def deep(_: object) -> object:
        return deep(_)

    monkeypatch.setattr(reading, "outline", deep)
    outcome = here(notes, "explain", "공책/잎.md", "--debug")
    assert "RecursionError" in outcome.err
    assert len(outcome.err.splitlines()) < 100


def test_what_stops_a_user_is_no_fault(notes: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C stops the command."""

    def stopped(_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "outline", stopped)
    with pytest.raises(KeyboardInterrupt):
        api.explain_notes(notes.folder / "공책/잎.md")


# --- inputs on which steps have failed ------------------------------------------------------------

NOTES = {
    "a name of nothing but quotes": '## 신호기\n자원의 수를 세는 값. "신호기," 라고도 한다.\n',
    "a character of thousands of digits": f"<ul><li>별 : 빛을 &#{'9' * 5000}; 내는 것</li></ul>\n",
    "one of them in a line": f"## 별\n빛을 내는 <b title='&#{'9' * 5000};'>것</b>이다.\n",
    "hundreds of marks": f"## 별\n빛을 내는 {'*' * 491}가{'*' * 491} 것이다.\n",
    "hundreds of pairs of marks": f"## 별\n빛을 내는 {'**_' * 500}가{'_**' * 500} 것이다.\n",
}


@pytest.mark.parametrize("text", NOTES.values(), ids=NOTES)
def test_a_note_on_which_it_failed_is_read(desk: Desk, text: str) -> None:
    desk.put("별.md", text)
    for outcome in (desk.build("별.md"), desk.run("explain", "별.md")):
        assert outcome.code == 0, outcome.err
        assert "Traceback" not in outcome.said


def test_the_path_of_a_note_is_said_as_it_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    fails(monkeypatch, "outline", OddError())
    file = desk.put("나쁜.md", LEAF)
    _, (said,) = api.explain_notes(file)
    assert said.span.path == str(Path(file))
    assert said.code == "fault"
    assert "Odd" in said.trace
