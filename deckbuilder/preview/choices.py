"""The author's say in the served preview: what may be chosen, and what was."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from deckbuilder.api import choosing
from deckbuilder.api.choosing import Proposal, Proposals
from deckbuilder.language import _
from deckbuilder.model import ASKED_AS, Decision
from deckbuilder.notetypes import NOTE_TYPES

TAKEN: dict[str, Literal["", "take", "leave"]] = {"": "", "take": "take", "leave": "leave"}


def rows(found: Proposals) -> list[dict[str, Any]]:
    """What the author may choose, for the page: all that is made, offered or was chosen."""
    called = {key: _(NOTE_TYPES[note_type].called) for key, note_type in ASKED_AS.items()}
    return [_row(one, called) for one in found.all if one.state != "rejected" or one.decision.take]


def choose(found: Proposals, id: str, take: str, name: str, kind: str) -> Proposals:
    """Write a choice down; all empty takes it back.

    Raises:
        DeckbuilderError: it cannot be.
        KeyError: `take` is nothing that can be chosen.
    """
    return choosing.choose(found, id, Decision(take=TAKEN[take], name=name, kind=kind))


def _row(one: Proposal, called: Mapping[str, str]) -> dict[str, Any]:
    chosen = one.decision
    return {
        "id": one.id,
        "made": one.made,
        "kind": one.kind,
        "front": one.front,
        "path": one.span.path,
        "line": one.span.first,
        "answer": one.answer,
        "kinds": [{"key": key, "called": called[key]} for key in one.kinds],
        "chosen": {"take": chosen.take, "name": chosen.name, "kind": chosen.kind},
    }
