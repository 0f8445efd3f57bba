"""Patterns that are compiled when they are first asked: they ask as those of `re` do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pkgutil import walk_packages

import pytest

import deckbuilder
from deckbuilder import patterns

ROOMS = ("cards", "extract", "korean", "markdown", "outline", "render", "sources")


def test_a_pattern_is_compiled_when_it_is_first_asked() -> None:
    broken = patterns.re.compile("(")
    with pytest.raises(re.error):
        broken.search("물")


def test_a_pattern_asks_as_that_of_re_does() -> None:
    asked = patterns.re.compile(r"(?P<name>물)(길)", re.M)
    same = re.compile(r"(?P<name>물)(길)", re.M)
    assert asked.sub("논", "물길과 물길") == same.sub("논", "물길과 물길") == "논과 논"
    assert (asked.groups, asked.groupindex) == (same.groups, same.groupindex)
    assert (asked.flags, asked.pattern) == (same.flags, same.pattern)
    assert not hasattr(asked, "searches")


def test_all_patterns_of_what_reads_are_sound() -> None:
    """Those that no note of the tests asks, too."""
    made: list[patterns.Pattern] = []
    for room in ROOMS:
        name = f"{deckbuilder.__name__}.{room}"
        for found in walk_packages(import_module(name).__path__, f"{name}."):
            made += _patterns(vars(import_module(found.name)).values())
    assert len({one.pattern for one in made if one.groups >= 0}) > 500


def _patterns(values: Iterable[object]) -> Iterator[patterns.Pattern]:
    """The patterns among these values, and in tuples and tables of them."""
    for value in values:
        if isinstance(value, patterns.Pattern):
            yield value
        elif isinstance(value, tuple):
            yield from _patterns(value)
        elif isinstance(value, dict):
            yield from _patterns(value.values())
