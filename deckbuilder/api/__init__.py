"""The steps put together: notes in, a deck out.

Each lies in a module of its own, which is imported when it is asked for: most commands need no more
than one of them, and a build that finds all of its notes kept needs nothing that reads notes.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deckbuilder.api.building import Build, build
    from deckbuilder.api.checking import Check, check
    from deckbuilder.api.explaining import explain_notes
    from deckbuilder.api.looking import HABITS, Look, look
    from deckbuilder.api.options import Options
    from deckbuilder.api.reading import read
    from deckbuilder.api.releases import Diff, diff, relock

__all__ = [
    "HABITS",
    "Build",
    "Check",
    "Diff",
    "Look",
    "Options",
    "build",
    "check",
    "diff",
    "explain_notes",
    "look",
    "read",
    "relock",
]

WHERE = {
    "HABITS": "looking",
    "Build": "building",
    "Check": "checking",
    "Diff": "releases",
    "Look": "looking",
    "Options": "options",
    "build": "building",
    "check": "checking",
    "diff": "releases",
    "explain_notes": "explaining",
    "look": "looking",
    "read": "reading",
    "relock": "releases",
}
"""The module of each."""


def __dir__() -> list[str]:
    return sorted({*globals(), *WHERE})


def __getattr__(name: str) -> Any:
    if name not in WHERE:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{WHERE[name]}"), name)
