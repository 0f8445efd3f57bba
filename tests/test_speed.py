"""What costs no more than it has to: counted in what is done, never in seconds."""

from __future__ import annotations

import sys

import pytest

from deckbuilder.cli.commands import COMMANDS
from tests.support.command import MODULE, Desk

IMPORTS = (sys.executable, "-X", "importtime", *MODULE[1:])


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_what_reads_no_notes_imports_nothing_that_does(desk: Desk, asked: str) -> None:
    done = desk.run(asked, program=IMPORTS)
    assert done.code == 0
    imported = {line.rsplit("|", 1)[-1].strip() for line in done.err.splitlines()}
    assert "deckbuilder.cli" in imported
    assert not imported & {"deckbuilder.api", "deckbuilder.model", "pydantic", "markdown_it"}


def test_the_list_of_commands_says_what_they_say_themselves(desk: Desk) -> None:
    for name, said in COMMANDS.items():
        assert said in desk.run(name, "--help").out.split("\n\n")[1]
