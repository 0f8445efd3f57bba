"""What is held in memory from one look at notes to the next."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Same(Generic[T]):
    """A value in a key that is the very same one, whatever it holds.

    To look through a note's tree takes as long as to make anew what is held of it.
    """

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value  # as long as it is held, no other has its id

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.value is other.value

    def __hash__(self) -> int:
        return id(self.value)


class Held:
    """Values by keys, which say all that a value depends on.

    It is of one look; the next one begins with it, and holds of that what it asks for itself.
    """

    def __init__(self, last: Held | None = None) -> None:
        self._last: dict[Hashable, Any] = last._now if last else {}
        self._now: dict[Hashable, Any] = {}

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value of a key, made where it is not held."""
        found: T | None = self.get(key)
        if found is None:
            found = self._now[key] = make()
        return found

    def get(self, key: Hashable) -> Any:
        """The value of a key; None where there is none."""
        found = self._now.get(key)
        if found is None and (found := self._last.get(key)) is not None:
            self._now[key] = found
        return found

    def put(self, key: Hashable, value: Any) -> None:
        """Hold a value."""
        self._now[key] = value
