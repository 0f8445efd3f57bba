"""`deckbuilder choose`: a key for each proposal."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from deckbuilder import choices
from deckbuilder.cli import main
from deckbuilder.cli.commands.choose import choose as command
from deckbuilder.model import Decision
from tests.support.command import MODULE
from tests.support.project import Project, project
from tests.test_choices import NOTE


@pytest.fixture
def stem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return project(tmp_path, {"줄기.md": NOTE})


def typed(keys: str, *more: str) -> str:
    """What the command says when these keys are pressed."""
    done = CliRunner().invoke(main, ["choose", "notes/줄기.md", *more], input=keys)
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[command.callback.__module__], "_is_terminal", lambda: True)


KEYS: dict[str, dict[str, Decision]] = {
    "lst": {"형성층": Decision("leave"), "체관": Decision("take")},
    "ㅣㄴ": {"형성층": Decision("leave")},
    " \rt": {"체관": Decision("take")},
    "sk1": {"속길의 장점": Decision(kind="definition")},
    "n굵게 자라는 곳\nq": {"형성층": Decision(name="굵게 자라는 곳")},
    "n없는 말\nn\nq": {},
    "tluuss": {},
    "uxk9q": {},
    "sul": {"형성층": Decision("leave")},
    "tsuul": {"형성층": Decision("leave")},
    "tsut": {"형성층": Decision("take"), "속길의 장점": Decision("take")},
    "q": {},
    "lsn양분이 내려가는 관\n": {
        "형성층": Decision("leave"),
        "체관": Decision(name="양분이 내려가는 관"),
    },
}


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(("keys", "chosen"), KEYS.items())
def test_a_key_says_what_becomes_of_a_card(
    stem: Project, keys: str, chosen: dict[str, Decision]
) -> None:
    typed(f"{keys}q" if keys[-1] != "q" else keys)
    found = choices.load(stem.folder / choices.FILE)
    assert {one.key.term: one.decision for one in found} == chosen


@pytest.mark.usefixtures("terminal", "stem")
def test_it_says_where_each_stands_and_what_becomes_of_it() -> None:
    said = typed("sst")
    assert "1/3  notes/줄기.md:5  definition 형성층  is made" in said
    assert "3/3  notes/줄기.md:12  definition 체관  is only offered" in said
    assert "1 choice  deckbuilder.choices" in said
    assert "3/3  notes/줄기.md:12  definition 체관  is taken" in typed("ssq")
    assert "0 choices" in typed("ssuq")
    assert "1/1  notes/줄기.md:12" in typed("q", "--offered")
    assert "'없는 말' does not stand in notes/줄기.md" in typed("n없는 말\nq")


def test_without_a_terminal_it_says_so_and_chooses_nothing(stem: Project) -> None:
    outcome = stem.here("choose", "notes/줄기.md")
    assert (outcome.code, "comes from no terminal" in outcome.err) == (2, True)
    assert stem.files() == ["deckbuilder.toml", "notes/줄기.md"]


def test_without_a_project_it_says_so(stem: Project) -> None:
    (stem.folder / "deckbuilder.toml").unlink()
    outcome = stem.here("choose", "notes/줄기.md")
    assert (outcome.code, "there is no deckbuilder.toml here" in outcome.err) == (2, True)


@pytest.mark.skipif(os.name == "nt", reason="has no such terminals")
def test_in_a_terminal(stem: Project) -> None:
    import pty  # noqa: PLC0415
    import termios  # noqa: PLC0415

    child, master = pty.fork()
    if child == 0:  # pragma: no cover - another process
        os.execv(MODULE[0], [*MODULE, "choose", "notes/줄기.md"])
    said = b""
    for awaited, key in ((b"1/3", b"l"), (b"2/3", b"s"), (b"3/3", b"t")):
        while awaited not in said:
            said += os.read(master, 4096)
        while termios.tcgetattr(master)[3] & termios.ICANON:  # what is typed earlier is lost
            time.sleep(0.01)
        os.write(master, key)
    while b"2 choices" not in said:
        said += os.read(master, 4096)
    assert os.waitpid(child, 0)[1] == 0
    os.close(master)
    found = choices.load(stem.folder / choices.FILE)
    assert {one.key.term: one.decision.take for one in found} == {"형성층": "leave", "체관": "take"}
