"""Expressions that are compiled when they are first asked: they ask as those of `re` do."""

from __future__ import annotations

import re

import pytest

from deckbuilder.regular import expression


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
