"""Lines as the note's own file has them, where a source made its Markdown from something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from deckbuilder.model import Span

Value = TypeVar("Value")


def renumbered(value: Value, rows: Sequence[int] | None) -> Value:
    """The same value, all lines in it those of the file.

    Args:
        value: frozen, of our own: a tree, units, whatever they are made of.
        rows: as `Document.rows`.
    """
    return value if rows is None else _Renumbering(rows).of(value)


class _Renumbering:
    """What is one before is one afterwards: units are told apart by what they are."""

    def __init__(self, rows: Sequence[int]) -> None:
        self.rows = rows
        self.done: dict[int, tuple[object, Any]] = {}  # what was seen stays, so that its id does

    def of(self, value: Any) -> Any:
        if id(value) not in self.done:
            self.done[id(value)] = (value, self._of(value))
        return self.done[id(value)][1]

    def _of(self, value: Any) -> Any:
        if isinstance(value, Span):
            return value.by(self.rows)
        if isinstance(value, tuple):
            found = [self.of(inner) for inner in value]
            return type(value)(*found) if hasattr(value, "_fields") else tuple(found)
        if isinstance(value, Mapping):
            return {key: self.of(inner) for key, inner in value.items()}
        if is_dataclass(value) and not isinstance(value, type):
            own = [field.name for field in fields(value) if field.init]
            return replace(value, **{name: self.of(getattr(value, name)) for name in own})
        return value
