"""Frozen values that are made by the ten thousand."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen, **options):
        """A frozen dataclass, as mypy has it; Python does not look after that.

        Where it does, a value takes four times as long to make, and a build a twentieth longer.
        """

        def decorated(cls):
            hashed = frozen and options.get("eq", True) and "__hash__" not in vars(cls)
            return dataclasses.dataclass(unsafe_hash=hashed, **options)(cls)

        return decorated
