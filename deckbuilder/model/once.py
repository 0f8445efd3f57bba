"""A property that is reckoned once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class reckoned_once(Generic[T]):  # noqa: N801 - as `property`
    """A property of a frozen value, reckoned when it is first asked for.

    `functools.cached_property` comes to the same under a lock, which takes longer than most of
    what is reckoned here for each block of a note.
    """

    def __init__(self, reckon: Callable[[Any], T]) -> None:
        self.reckon = reckon
        self.__doc__ = reckon.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, one: object, owner: type) -> T:
        # From now on it stands in front of this.
        found = one.__dict__[self.name] = self.reckon(one)
        return found
