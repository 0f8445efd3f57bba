"""The author's say in the served preview: what may be chosen, and what was."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial
from typing import Literal

from deckbuilder.api import choosing
from deckbuilder.api.choosing import Proposal, Proposals
from deckbuilder.language import _
from deckbuilder.model import ASKED_AS, Decision, Held
from deckbuilder.notetypes import NOTE_TYPES
from deckbuilder.preview.written import Row

TAKEN: dict[str, Literal["", "take", "leave"]] = {"": "", "take": "take", "leave": "leave"}


def rows(found: Proposals, held: Held) -> list[Row]:
    """What the author may choose, for the page: all that is made, offered or was chosen.

    Args:
        found: what can be chosen.
        held: what is held of the last look, for the next one.
    """
    called = {key: _(NOTE_TYPES[note_type].called) for key, note_type in ASKED_AS.items()}
    return [
        held.of(("choice", *_told(one)), partial(_row, one, called))
        for one in found.all
        if one.state != "rejected" or one.decision.take
    ]


def _told(one: Proposal) -> tuple[Hashable, ...]:
    """All that a row says."""
    return (one.id, one.made, one.kind, one.front, one.span, one.answer, one.kinds, one.decision)


def choose(found: Proposals, id: str, take: str, name: str, kind: str) -> Proposals:
    """Write a choice down; all empty takes it back.

    Raises:
        DeckbuilderError: it cannot be.
        KeyError: `take` is nothing that can be chosen.
    """
    return choosing.choose(found, id, Decision(take=TAKEN[take], name=name, kind=kind))


def _row(one: Proposal, called: Mapping[str, str]) -> Row:
    chosen = one.decision
    said = {
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
    return Row(said)
