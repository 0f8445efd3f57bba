"""The least of a note on which the same still happens (delta debugging, by lines and letters)."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence


def shrunk(text: str, still: Callable[[str], bool], seconds: float) -> str:
    """Take out of a text what is not needed.

    Args:
        text: for which `still` holds.
        still: whether what was found happens.
        seconds: how long to try; what is left by then is the result.
    """
    end = time.monotonic() + seconds
    lines = _least(text.split("\n"), lambda part: still("\n".join(part)), end)
    return "".join(_least(list("\n".join(lines)), lambda part: still("".join(part)), end))


def _least(parts: Sequence[str], still: Callable[[Sequence[str]], bool], end: float) -> list[str]:
    left = list(parts)
    size = max(1, len(left) // 2)
    while time.monotonic() < end:
        at, before = 0, len(left)
        while at < len(left) and time.monotonic() < end:
            fewer = [*left[:at], *left[at + size :]]
            if still(fewer):
                left = fewer
            else:
                at += size
        if size == 1 and len(left) == before:
            break
        size = max(1, size // 2)
    return left
