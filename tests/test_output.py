"""What is printed: in any encoding, to any place, with Ctrl-C at any moment; never a traceback."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command import MODULE, SET, UNSET, Desk
from tests.support.packed import database
from tests.support.project import SETTINGS

# Korean Windows; one that lacks nearly all; one that is no superset of ASCII.
ENCODINGS = ["cp949", "ascii", "utf-16"]
# A term with an emoji and one with a hanja that CP949 lacks, and one that is no warning to have.
NOTE = """# 𠮷野 나무 🌳

## 🌱 새싹(𠀋)
씨앗에서 처음 돋아나는 어린 잎을 가리키는 말이다.

![](https://example.org/🌳.png)

## 그루터기
나무를 베고 남은 밑동을 가리키는 말이다.

추후 작성
"""
NEXT = NOTE.replace("## 그루터기", "## 𠮷그루 🪵").replace("어린 잎", "여린 잎")


@pytest.fixture
def mine(desk: Desk) -> Desk:
    desk.put("deckbuilder.toml", SETTINGS)
    desk.put("notes/🌳 𠮷.md", NOTE)
    return desk


def environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in UNSET}
    return kept | {"COLUMNS": SET["COLUMNS"]} | more


def run(
    desk: Desk, *arguments: str, encoding: str = "utf-8", shell: str = ""
) -> subprocess.CompletedProcess[bytes]:
    """Start the command with an encoding of its output, or with what a shell does to it."""
    done = subprocess.run(
        ["sh", "-c", f'exec "$@" {shell}', "sh", *MODULE, *arguments],
        cwd=desk.folder,
        env=environment(PYTHONIOENCODING=encoding, NO_COLOR="1"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert b"Traceback" not in done.stderr, done.stderr
    assert b"Exception ignored" not in done.stderr, done.stderr
    return done


def is_whole(desk: Desk) -> bool:
    """Whether deck and lock are of one build, which the next finds unchanged."""
    with database(desk.folder / "정원.apkg") as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    return desk.build("--locked", "-q").code == 0


# --- encodings ------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_command_prints_in_every_encoding(mine: Desk, encoding: str) -> None:
    commands: list[tuple[str, ...]] = [
        ("build",),
        ("diff", "처음.apkg"),
        ("diff", "처음.apkg", "--format", "markdown"),
        ("build",),
        ("explain", "notes/🌳 𠮷.md"),
        ("explain", "notes"),
        ("lock", "--from", "처음.apkg", "--lock", "🌳.lock"),
    ]
    assert mine.build("-q").code == 0
    (mine.folder / "정원.apkg").rename(mine.folder / "처음.apkg")
    mine.put("notes/🌳 𠮷.md", NEXT)
    for command in commands:
        done = mine.run(*command, encoding=encoding)
        assert done.code == 0, (command, done.err)
        assert done.out, command
        assert "Traceback" not in done.err
    assert is_whole(mine)


@pytest.mark.parametrize("encoding", ["cp949", "utf-16"])
def test_an_encoding_is_obeyed_from_the_start(mine: Desk, encoding: str) -> None:
    """In a process of its own, as the other tests of encodings are not."""
    said = mine.run("build", encoding=encoding)
    for name in ("정원.apkg", "deckbuilder.lock"):
        (mine.folder / name).unlink()
    done = run(mine, "build", encoding=encoding)
    assert (done.returncode, said.code) == (0, 0)
    assert (done.stdout.decode(encoding), done.stderr.decode(encoding)) == (said.out, said.err)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_errors_are_printed_in_every_encoding(mine: Desk, encoding: str) -> None:
    mine.put("딴 데/🌳.toml", "titel = '🌳'")
    for command in (
        ["explain", "🌳 𠮷 없다.md"],
        ["build", "--config", "딴 데/🌳.toml"],
        ["build", "--config", "🌳 없다.toml"],
        ["diff", "🌳"],
        ["🌳"],
    ):
        done = mine.run(*command, encoding=encoding)
        assert done.code == 2, command
        assert "error: " in done.err
        assert "Traceback" not in done.err


@pytest.mark.parametrize("command", [[], ["build"], ["diff"], ["lock"], ["explain"]])
def test_help_is_printed_in_a_wide_encoding(desk: Desk, command: list[str]) -> None:
    done = desk.run(*command, "--help", encoding="utf-16")
    assert done.code == 0
    assert "Usage" in done.out


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_json_is_sound_in_every_encoding_and_holds_the_same(mine: Desk, encoding: str) -> None:
    mine.put("notes/딴것.md", "# 딴것\n\n## 가지 \x9b31m 🌿\n줄기에서 뻗은 것을 가리킨다.\n")
    for command in (["build"], ["explain", "notes"], ["diff", "정원.apkg"]):
        told = json.loads(mine.run(*command, "--format", "json").out)
        again = json.loads(mine.run(*command, "--format", "json", encoding=encoding).out)
        for found in (told, again):
            if isinstance(found, dict):
                found.pop("changes", None)  # those of the second build are none
        assert again == told


# --- places that take nothing ---------------------------------------------------------------------

full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
PRINTING = (["build"], ["build", "--format", "json"], ["--help"])


@full
@pytest.mark.parametrize("command", PRINTING, ids=" ".join)
def test_an_output_that_is_full_is_said_and_ends_with_2(mine: Desk, command: list[str]) -> None:
    done = run(mine, *command, shell=">/dev/full")
    assert done.returncode == 2
    assert (
        done.stderr.decode()
        .splitlines()[-1]
        .startswith("error: the standard output cannot be written: No space left on device")
    )
    assert command[0] != "build" or is_whole(mine)


@full
def test_a_full_standard_error_ends_with_2(mine: Desk) -> None:
    assert run(mine, "build", shell="2>/dev/full").returncode == 2
    assert is_whole(mine)


@pytest.mark.parametrize("closing", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_keep_nobody_from_building(mine: Desk, closing: str) -> None:
    assert run(mine, "build", shell=closing).returncode == 0
    assert is_whole(mine)


@pytest.mark.parametrize("command", PRINTING, ids=" ".join)
def test_nobody_reads_on(mine: Desk, command: list[str]) -> None:
    """As `| head -1` does: it has read a line, and is gone."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [*MODULE, *command],
            cwd=mine.folder,
            env=environment(PYTHONUTF8="1"),
            stdout=pipe,
            stderr=subprocess.PIPE,
            check=False,
            timeout=60,
        )
    assert done.returncode == 128 + signal.SIGPIPE
    assert b"rror" not in done.stderr
    assert command[0] != "build" or is_whole(mine)


# --- Ctrl-C ---------------------------------------------------------------------------------------

# Modules that are in memory one after the other, from the first to the last.
MODULES = ["click", "markdown_it", "yaml", "genanki", "deckbuilder.cli"]


# Python tells of an import before it begins. Who sends Ctrl-C from outside may come too late.
AT_AN_IMPORT = """
import os, runpy, signal, sys

def heard(event, arguments):
    if event == "import" and arguments[0] == module:
        os.kill(os.getpid(), signal.SIGINT)

module = sys.argv.pop(1)
sys.addaudithook(heard)
runpy.run_module("deckbuilder", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize("module", MODULES)
def test_ctrl_c_while_the_program_is_loaded_ends_it_without_a_traceback(
    mine: Desk, module: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", AT_AN_IMPORT, module, "build"],
        cwd=mine.folder,
        env=environment(PYTHONUTF8="1"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 128 + signal.SIGINT, said
    assert "Traceback" not in said
    assert said.count("Aborted.") == 1
    assert mine.files("notes") == ["🌳 𠮷.md"]


# A module that is imported while the command runs makes a class when Ctrl-C comes: Python 3.11
# raises a RuntimeError there.
IN_A_CLASS = """
import deckbuilder.cli
from deckbuilder.__main__ import main

class Attribute:
    def __set_name__(self, owner, name):
        raise KeyboardInterrupt

deckbuilder.cli.run = lambda: type("Model", (), {"attribute": Attribute()})
main()
"""


def test_ctrl_c_while_a_class_is_made_ends_it_without_a_traceback(mine: Desk) -> None:
    done = subprocess.run(
        [sys.executable, "-c", IN_A_CLASS],
        cwd=mine.folder,
        env=environment(),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 128 + signal.SIGINT
    assert done.stderr == b"\nAborted.\n"


def test_ctrl_c_that_the_shell_has_ignored_stays_so(mine: Desk) -> None:
    """As in the background of a script, or behind nohup."""
    done = subprocess.run(
        ["sh", "-c", 'trap "" INT; exec "$@"', "sh", *MODULE, "build"],
        cwd=mine.folder,
        env=environment(PYTHONUTF8="1"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0


# --- what a terminal would obey -------------------------------------------------------------------

# ESC, the control sequence introducer of eight bits, backspace's kin, a turn of the direction.
ACTING = ["\x1b[31m\x9b31m\x7f", "\u202e\u2066\u2028"]


@pytest.mark.parametrize("acting", ACTING, ids=ascii)
def test_what_a_note_or_its_name_holds_is_shown_and_not_obeyed(desk: Desk, acting: str) -> None:
    name = f"notes/가{acting}나.md"
    desk.put("deckbuilder.toml", SETTINGS)
    desk.put(
        name,
        f"# 잎{acting}맥\n\n## 기공{acting}끝\n작은 구멍이다.\n<!-- id: 가{acting} 나 -->\n",
    )
    outcomes = [
        desk.build(),
        desk.run("explain", name),
        desk.run("explain", f"없{acting}다.md"),
        desk.build("--config", f"없{acting}다.toml"),
        desk.build("--format", "json"),
        desk.run("explain", name, "--format", "json"),
        desk.run("diff", "정원.apkg"),
    ]
    desk.put(name, f"# 잎맥\n\n## 기공{acting}둘\n잎 뒤의 작은 구멍이다.\n")
    outcomes += [desk.build("--locked"), desk.build()]
    for character in re.sub("[ -~]", "", acting):
        written = ascii(character)[1:-1]
        for outcome in outcomes:
            assert character not in outcome.said
        assert written in outcomes[0].err
        assert written in outcomes[1].out
        assert written in outcomes[2].err


def test_colours_of_our_own_come_through(mine: Desk) -> None:
    mine.put("notes/빈 것.md", "# 빈 것\n")
    done = subprocess.run(
        [*MODULE, "build"],
        cwd=mine.folder,
        env=environment(PYTHONUTF8="1", FORCE_COLOR="1"),
        capture_output=True,
        check=False,
        timeout=60,
    )
    plain = re.sub(rb"\x1b\[[0-9;]*m", b"", done.stderr)
    assert b"\x1b" not in plain
    assert "warning: notes/빈 것.md: ".encode() in plain


# --- silent misuse --------------------------------------------------------------------------------

EMPTY: dict[str, list[str]] = {
    "a source": ["build", ""],
    "one of two sources": ["build", "notes", ""],
    "an output": ["build", "-o", ""],
    "settings": ["build", "--config", ""],
    "a lock": ["build", "--lock", ""],
    "a title": ["build", "--title", ""],
    "a blank title": ["build", "--title", "  "],
    "a revision": ["diff", ""],
    "a deck": ["lock", "--from", ""],
    "a note": ["explain", ""],
}


@pytest.mark.parametrize("arguments", EMPTY.values(), ids=EMPTY.keys())
def test_what_is_named_may_not_be_empty(mine: Desk, arguments: list[str]) -> None:
    files = mine.files()
    outcome = mine.run(*arguments)
    assert outcome.code == 2
    assert "it is empty" in outcome.err
    assert "error: " in outcome.err
    assert mine.files() == files


@pytest.mark.parametrize("title", [os.fsdecode(b"\xff"), "가\x1b나", "가\n나"], ids=ascii)
def test_a_title_with_what_nobody_sees_is_refused(mine: Desk, title: str) -> None:
    outcome = mine.build("--title", title)
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
    assert "--title" in outcome.err
    assert "which nobody sees" in outcome.err
    assert not (mine.folder / "정원.apkg").exists()
