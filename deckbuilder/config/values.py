"""Readers of single values: what each becomes, or that it cannot be used."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pathspec import GitIgnoreSpec

from deckbuilder.language import _
from deckbuilder.model import fault


class UnfitError(Exception):
    """A value cannot be used.

    Attributes:
        why: what is wrong, where that is no matter of its type; of a list by the items that it is
            wrong with, as keys write them (`.2` is the second).
    """

    def __init__(self, why: str | Mapping[str, str] = "") -> None:
        self.why = {"": why} if isinstance(why, str) else why


Reader = Callable[[Any], Any]


def any_text(value: Any) -> str:
    """A text, whatever it holds."""
    if not isinstance(value, str):
        raise UnfitError
    return value


def text(value: Any) -> str:
    """A text that is not empty, and has no characters that nobody sees."""
    if why := fault(any_text(value)):
        raise UnfitError(why)
    return str(value)


def path(value: Any) -> Path:
    """A path, as it stands there."""
    return Path(text(value))


def rule(value: Any) -> str:
    """A rule as in .gitignore."""
    try:
        GitIgnoreSpec.from_lines([text(value)])
    except (ValueError, re.error) as error:
        raise UnfitError(_("is no rule as in .gitignore")) from error
    return str(value)


def address(value: Any) -> str:
    """The address of a page of the web."""
    if not re.fullmatch(r"https?://\S+", text(value)):
        raise UnfitError
    return str(value)


def switch(value: Any) -> bool:
    """Whether something is on."""
    if not isinstance(value, bool):
        raise UnfitError
    return value


def items(value: Any) -> Any:
    """Whether the items of lists have cards; "all" for those of every list."""
    return value if value == "all" else switch(value)


def number(value: Any) -> int:
    """How many: one at least."""
    if type(value) is not int or value < 1:
        raise UnfitError
    return value


def one_of(*words: str) -> Reader:
    """One of these words."""

    def read(value: Any) -> Any:
        if value not in words:
            raise UnfitError
        return value

    return read


def list_of(reader: Reader, least: int = 0) -> Reader:
    """A list, of `least` items or more, each by a reader."""

    def read(value: Any) -> Any:
        if not isinstance(value, list) or len(value) < least:
            raise UnfitError
        found, wrong = [], dict[str, str]()
        for place, item in enumerate(value, start=1):
            try:
                found.append(reader(item))
            except UnfitError as error:
                wrong |= {f".{place}{at}": why for at, why in error.why.items()}
        if wrong:
            raise UnfitError(wrong)
        return tuple(found)

    return read
