"""The layers of the package and the places of its dependencies: the contracts in pyproject.toml."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from deckbuilder import api
from tests.support.command import ROOT, Desk

LINTER = shutil.which("lint-imports", path=str(Path(sys.executable).parent)) or "lint-imports"


def test_the_import_contracts_are_kept() -> None:
    outcome = Desk(ROOT).run("--no-logo", "--no-cache", program=(LINTER,))
    assert outcome.code == 0, outcome.said
    assert "0 broken" in outcome.out


def test_the_api_lists_what_it_imports_when_asked() -> None:
    """`dir` is what editors and the interactive Python complete from."""
    assert {*api.__all__} <= {*dir(api)}
    assert {*api.__all__} == {*api.WHERE}
    assert all(getattr(api, name) for name in api.__all__)
