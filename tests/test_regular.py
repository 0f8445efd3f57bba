"""Expressions that are compiled when they are first asked: they ask as those of `re` do."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TypedDict

import pytest

from deckbuilder.regular import expression, nameless
from tests.support.command import ROOT

# All that reads notes; not what is imported for each command.
ROOMS = tuple("cards extract korean lint markdown notes.subject outline render sources".split())
# Says what all rooms that read have made of `expression` and `any_of` as they were imported, and
# who of this package had `re` compile something.
IMPORTING = """
import json, re, sys
from importlib import import_module
from pkgutil import walk_packages
import deckbuilder
from deckbuilder import regular

made, compiled, tables = [], [], []
expression, any_of, compile = regular.expression, regular.any_of, re._compiler.compile

def noted(pattern, flags=0):
    made.append((pattern, int(flags)))
    return expression(pattern, flags)

def listed(ways, flags=0):
    tables.append((ways, int(flags)))
    return any_of(ways, flags)

def told(pattern, flags=0):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] == "re":
        frame = frame.f_back
    compiled.append((frame.f_globals["__name__"], str(pattern)))
    return compile(pattern, flags)

regular.expression, regular.any_of, re._compiler.compile = noted, listed, told
for room in sys.argv[1:]:
    module = import_module(f"deckbuilder.{room}")
    for found in walk_packages(getattr(module, "__path__", ()), f"{module.__name__}."):
        import_module(found.name)
json.dump({"made": made, "compiled": compiled, "tables": tables}, sys.stdout)
"""


class Imported(TypedDict):
    """What such a process says."""

    made: list[tuple[str, int]]
    """The patterns and flags that were given to `expression`."""
    compiled: list[tuple[str, str]]
    """The modules that had `re` compile something, and what."""
    tables: list[tuple[dict[str, str], int]]
    """The ways and flags that were given to `any_of`."""


def test_an_expression_is_compiled_when_it_is_first_asked() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.search("물")


def test_an_expression_asks_as_that_of_re_does() -> None:
    asked = expression(r"(?P<name>물)(길)", re.M)
    same = re.compile(r"(?P<name>물)(길)", re.M)
    assert asked.sub("논", "물길과 물길") == same.sub("논", "물길과 물길") == "논과 논"
    assert (asked.groups, asked.groupindex) == (same.groups, same.groupindex)
    assert (asked.flags, asked.pattern) == (same.flags, same.pattern)
    assert not hasattr(asked, "searches")


def test_a_pattern_without_names_may_stand_twice() -> None:
    named = r"(?P<digit>\d)(?:st|(?P<rest>th))"
    assert nameless(named) == r"(?:\d)(?:st|(?:th))"
    assert re.fullmatch(nameless(named) * 2, "1st2th")
    assert nameless(r"\d(?=st)") == r"\d(?=st)"


@pytest.fixture(scope="module")
def imported() -> Imported:
    """What importing all that reads comes to; in a process, as here it is imported already."""
    done = subprocess.run(
        (sys.executable, "-c", IMPORTING, *ROOMS),
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found: Imported = json.loads(done.stdout)
    return found


def test_all_expressions_of_what_reads_are_sound(imported: Imported) -> None:
    """Those that no note of the tests asks, too."""
    assert len(imported["made"]) > 500
    for pattern, flags in imported["made"]:
        re.compile(pattern, flags)


def test_what_reads_compiles_none_when_it_is_imported(imported: Imported) -> None:
    asking = tuple(f"deckbuilder.{room}" for room in ("regular", *ROOMS))
    assert [one for one in imported["compiled"] if one[0].startswith(asking)] == []
    assert imported["compiled"]  # those of the libraries


def test_each_way_finds_its_example_and_no_other_does(imported: Imported) -> None:
    """So each is needed, and none is shadowed by another."""
    assert imported["tables"]
    for ways, flags in imported["tables"]:
        for example, way in ways.items():
            others = "|".join(other for other in ways.values() if other != way)
            one = re.compile(way, flags)
            asked = re.fullmatch if one.fullmatch(example) else re.search
            assert asked(one, example), f"{example!r} is no example of {way}"
            assert not asked(others or "(?!)", example, flags), f"{example!r} is one of others, too"
