"""The author's say in the served preview: what may be chosen, and what was."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from deckbuilder.api import choosing
from deckbuilder.api.choosing import Proposal, Proposals
from deckbuilder.language import _
from deckbuilder.model import ASKED_AS, Decision
from deckbuilder.notetypes import NOTE_TYPES

TAKEN: dict[str, Literal["", "take", "leave"]] = {"": "", "take": "take", "leave": "leave"}


class Choices:
    """What the author may say of what was found in the notes."""

    def __init__(self, read: Callable[[], Proposals]) -> None:
        """Nothing is read yet.

        Args:
            read: reads the notes, and what was chosen.
        """
        self._read = read
        self._found: Proposals | None = None

    def proposals(self) -> list[dict[str, Any]]:
        """What was found, read anew, for the page.

        Raises:
            DeckbuilderError: the file with the choices is not sound.
        """
        self._found = self._read()
        return [
            _row(one) for one in self._found.all if one.state != "rejected" or one.decision.take
        ]

    def choose(self, id: str, take: str, name: str, kind: str) -> None:
        """Write a choice down; all empty takes it back.

        Raises:
            DeckbuilderError: it cannot be.
            KeyError: `take` is nothing that can be chosen.
        """
        if self._found:
            decision = Decision(take=TAKEN[take], name=name, kind=kind)
            self._found = choosing.choose(self._found, id, decision)


def _row(one: Proposal) -> dict[str, Any]:
    chosen = one.decision
    return {
        "id": one.id,
        "made": one.made,
        "kind": one.kind,
        "front": one.front,
        "path": one.span.path,
        "line": one.span.first,
        "answer": one.answer,
        "kinds": [{"key": key, "called": _(NOTE_TYPES[ASKED_AS[key]].called)} for key in one.kinds],
        "chosen": {"take": chosen.take, "name": chosen.name, "kind": chosen.kind},
    }
